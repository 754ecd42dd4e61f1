import { z } from 'zod';
import type { EventEntry } from '../io/answers.ts';
import type { Person } from '../kit/person.ts';
import type { ProjectDeps } from '../project/service.ts';
import type { Told } from './rules-hold.ts';
import { clientLeft } from './service-gone.ts';
import { messageGone } from './service-cards.ts';
import { roomIdChanged, roomRenamed } from './service-named.ts';
import { type Happening, roomChanged } from './service-rooms.ts';

type Deps = ProjectDeps;

const membershipSchema = z.looseObject({ channel: z.string(), user: z.string(), team: z.string().nullish() });
const channelSchema = z.looseObject({ channel: z.string() });
const renamedSchema = z.looseObject({ channel: z.looseObject({ id: z.string(), name: z.string() }) });
const idChangedSchema = z.looseObject({ old_channel_id: z.string(), new_channel_id: z.string() });

/** Slack tells in a small message of its own that a channel was made public or private. */
const convertedSchema = z.looseObject({
  subtype: z.enum(['channel_convert_to_public', 'channel_convert_to_private']),
  channel: z.string(),
});

const botsSchema = z.looseObject({ bot_id: z.string() });
const deletedSchema = z.looseObject({
  subtype: z.literal('message_deleted'),
  channel: z.string(),
  deleted_ts: z.string(),
  previous_message: botsSchema,
});
/** A message with replies leaves a tombstone (github.com/slack-edge/slack-edge, pull request 10). */
const tombstoneSchema = z.looseObject({
  subtype: z.literal('message_changed'),
  channel: z.string(),
  message: z.looseObject({ subtype: z.literal('tombstone'), ts: z.string() }),
  previous_message: botsSchema,
});

/** Where a message of a program's was deleted; null for everything else that happens to messages. */
function deletedIn(event: unknown): { channel: string; ts: string } | null {
  const deleted = deletedSchema.safeParse(event);
  if (deleted.success) return { channel: deleted.data.channel, ts: deleted.data.deleted_ts };
  const tombstone = tombstoneSchema.safeParse(event);
  return tombstone.success ? { channel: tombstone.data.channel, ts: tombstone.data.message.ts } : null;
}

/** Of somebody from another company, Slack names the team; of our own people it may not. */
const personOf = ({ user, team }: z.infer<typeof membershipSchema>, workspace: string): Person => ({
  team: team ?? workspace,
  user,
});

/** Something happened to a channel, of which no more is known than which one it is. */
const about = (event: string, happening: Omit<Happening, 'channel'> = {}): EventEntry<Deps> => ({
  event,
  run: async (body, { handling }, deps) =>
    roomChanged(deps, handling, { ...happening, channel: channelSchema.parse(body).channel }),
});

const DELETED: Told = { isDeleted: true };

/** What happens to channels. Slack has a set of events for public ones, and one for private ones, which it calls groups. */
export const roomEvents: readonly EventEntry<Deps>[] = [
  {
    event: 'member_joined_channel',
    run: async (event, { workspace, handling }, deps) => {
      const membership = membershipSchema.parse(event);
      const who = { joined: personOf(membership, workspace) };
      await roomChanged(deps, handling, { channel: membership.channel, who });
    },
  },
  {
    event: 'member_left_channel',
    run: async (event, { workspace, handling }, deps) => {
      const membership = membershipSchema.parse(event);
      const { channel } = membership;
      const person = personOf(membership, workspace);
      await roomChanged(deps, handling, { channel, who: { left: person } });
      await clientLeft(deps, handling, { channel, person });
    },
  },
  about('channel_shared', { feared: 'shared' }),
  about('channel_unshared'),
  about('channel_left'),
  about('group_left'),
  about('channel_archive'),
  about('group_archive'),
  about('channel_unarchive'),
  about('group_unarchive'),
  about('channel_deleted', { told: DELETED }),
  about('group_deleted', { told: DELETED }),
  ...(['channel_rename', 'group_rename'] as const).map((event): EventEntry<Deps> => ({
    event,
    run: async (body, { handling }, deps) => {
      const { id, name } = renamedSchema.parse(body).channel;
      await roomRenamed(deps, handling, { channel: id, name });
    },
  })),
  {
    event: 'channel_id_changed',
    run: async (body, { handling }, deps) => {
      const { old_channel_id: from, new_channel_id: to } = idChangedSchema.parse(body);
      await roomIdChanged(deps, handling, { from, to });
    },
  },
  {
    event: 'message',
    wants: (event) => convertedSchema.safeParse(event).success,
    run: async (event, { handling }, deps) => {
      const converted = convertedSchema.safeParse(event);
      if (!converted.success) return;
      const { subtype, channel } = converted.data;
      const isPublic = subtype === 'channel_convert_to_public';
      await roomChanged(deps, handling, { channel, ...(isPublic ? { feared: 'public' as const } : {}) });
    },
  },
  {
    event: 'message',
    wants: (event) => deletedIn(event) !== null,
    run: async (event, { handling }, deps) => {
      const gone = deletedIn(event);
      if (gone) await messageGone(deps, handling, gone);
    },
  },
];
