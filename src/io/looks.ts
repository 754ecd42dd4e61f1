import { z } from 'zod';
import { personSchema } from '../kit/person.ts';
import { type Database, isDuplicate } from './database.ts';
import { type KnownPerson, type People, PERSON_KINDS } from './people.ts';
import { slackError } from './sender-outcome.ts';
import type { Clients } from './slack.ts';

/** What was seen longer ago than this is looked at again: people come and go. */
const GOOD_FOR_MS = 10 * 60 * 1000;
/** A channel of a project has fewer; above it the look says that there are more. */
const MAX_MEMBERS = 200;
/** Unknown people asked about in one look: users.info allows about 100 a minute (docs.slack.dev, rate limits). */
const MAX_LEARNED = 60;
const LEARNED_AT_ONCE = 5;

const memberSchema = z.object({
  person: personSchema,
  id: z.string(),
  kind: z.enum(PERSON_KINDS),
  name: z.string().nullable(),
});

const lookSchema = z.discriminatedUnion('seen', [
  z.object({ seen: z.literal(false), at: z.date() }),
  z.object({
    seen: z.literal(true),
    at: z.date(),
    name: z.string(),
    isPrivate: z.boolean(),
    /** Shared with another company (Slack Connect), or about to be. */
    isShared: z.boolean(),
    isArchived: z.boolean(),
    /** Nobody can write in it any more: the connection with the other company was severed. */
    isFrozen: z.boolean().default(false),
    /** The bot is in it. */
    isMember: z.boolean(),
    /** Without bots. */
    members: z.array(memberSchema),
    /** There are people in it who are not named here. */
    more: z.boolean(),
  }),
]);
export type Look = z.infer<typeof lookSchema>;
export type SeenLook = Extract<Look, { seen: true }>;

const infoSchema = z.looseObject({
  name: z.string().default(''),
  is_private: z.boolean().default(false),
  is_ext_shared: z.boolean().default(false),
  is_pending_ext_shared: z.boolean().default(false),
  is_archived: z.boolean().default(false),
  is_frozen: z.boolean().default(false),
  is_member: z.boolean().default(false),
});

export type Looks = {
  /** Looks at a channel now, and keeps what was seen. @throws where Slack gave no answer. */
  look: (workspace: string, channel: string) => Promise<Look>;
  /** What was seen in the last ten minutes, in one read; null where nothing was. */
  last: (workspace: string, channel: string) => Promise<Look | null>;
  /** Forgets what was seen of a channel: something about it changed. */
  drop: (workspace: string, channel: string) => Promise<void>;
  /** Looks again while nobody waits for it, so that the next `last` finds something. A failure is logged. */
  refresh: (workspace: string, channel: string) => void;
  /** Forgets what is too old to be used. @returns how many. */
  forget: (now: Date) => Promise<number>;
};

export type LookParts = { db: Database; clients: Clients; people: People; now: () => Date };

export function makeLooks(parts: LookParts): Looks {
  const looks = parts.db.collection('looks');
  const keyOf = (workspace: string, channel: string) => `${workspace}:${channel}`;
  const look = async (workspace: string, channel: string): Promise<Look> => {
    // What is seen may be as old as the question; of two looks at the same time the later question knows more.
    const at = parts.now();
    const seen = await see(parts, workspace, channel);
    const found: Look = seen === null ? { seen: false, at } : { seen: true, at, ...seen };
    await keep(looks, { _id: keyOf(workspace, channel), workspace, channel }, found);
    return found;
  };
  return {
    look,
    forget: async (now) => {
      const { deletedCount } = await looks.deleteMany({ at: { $lt: new Date(now.getTime() - GOOD_FOR_MS) } });
      return deletedCount;
    },
    drop: async (workspace, channel) => {
      await looks.deleteOne({ _id: keyOf(workspace, channel) });
    },
    refresh: (workspace, channel) =>
      void look(workspace, channel).catch((error: unknown) =>
        parts.clients.log.warn({ err: error }, 'not looked again'),
      ),
    last: async (workspace, channel) => {
      const found = await looks.findOne({ _id: keyOf(workspace, channel), workspace });
      const look = found === null ? null : lookSchema.parse(found);
      return look !== null && parts.now().getTime() - look.at.getTime() < GOOD_FOR_MS ? look : null;
    },
  };
}

/** Keeps what was seen, unless something newer was seen meanwhile. */
async function keep(
  looks: ReturnType<Database['collection']>,
  { _id, ...where }: { _id: string; workspace: string; channel: string },
  found: Look,
): Promise<void> {
  try {
    await looks.replaceOne({ _id, at: { $lte: found.at } }, { ...where, ...found }, { upsert: true });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
}

/** Slack's word for a private channel without the bot is the same as for one that does not exist. */
const UNSEEN_ERRORS = new Set(['channel_not_found', 'not_in_channel', 'team_not_found']);

async function see(
  parts: LookParts,
  workspace: string,
  channel: string,
): Promise<Omit<SeenLook, 'seen' | 'at'> | null> {
  try {
    const { reads } = parts.clients;
    const info = infoSchema.parse((await reads.conversations.info({ channel })).channel);
    const { ids, more } = await memberIds(parts, channel);
    return {
      name: info.name,
      isPrivate: info.is_private,
      isShared: info.is_ext_shared || info.is_pending_ext_shared,
      isArchived: info.is_archived,
      isFrozen: info.is_frozen,
      isMember: info.is_member,
      members: (await learnAll(parts, workspace, ids)).filter(({ kind }) => kind !== 'bot').map(asMember),
      more,
    };
  } catch (error) {
    if (UNSEEN_ERRORS.has(slackError(error) ?? '')) return null;
    throw error;
  }
}

async function memberIds({ clients }: LookParts, channel: string): Promise<{ ids: string[]; more: boolean }> {
  const ids: string[] = [];
  let cursor = '';
  do {
    const page = await clients.reads.conversations.members({
      channel,
      limit: MAX_MEMBERS,
      ...(cursor ? { cursor } : {}),
    });
    ids.push(...(page.members ?? []));
    cursor = page.response_metadata?.next_cursor ?? '';
  } while (cursor !== '' && ids.length < MAX_MEMBERS);
  return { ids: ids.slice(0, MAX_MEMBERS), more: cursor !== '' || ids.length > MAX_MEMBERS };
}

async function learnAll({ people }: LookParts, workspace: string, ids: readonly string[]): Promise<KnownPerson[]> {
  const known = await people.resolve(workspace, ids);
  const strangers = [...known.values()].filter(({ kind }) => kind === 'unknown').slice(0, MAX_LEARNED);
  for (let from = 0; from < strangers.length; from += LEARNED_AT_ONCE) {
    const some = strangers.slice(from, from + LEARNED_AT_ONCE);
    const learned = await Promise.all(some.map(({ team, user }) => people.learn(workspace, { team, user })));
    for (const person of learned) known.set(person.user, person);
  }
  return ids.flatMap((id) => known.get(id) ?? []);
}

const asMember = ({ team, user, id, kind, name }: KnownPerson) => ({ person: { team, user }, id, kind, name });
