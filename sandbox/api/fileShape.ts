/** How Slack words a file (docs.slack.dev, file object). */
import type { FilesInfoResponse } from '@slack/web-api';
import type { Engine } from '../core/engine.ts';
import { sharesOf, type Share } from '../core/files.ts';
import type { Message, SlackFile } from '../core/types.ts';
import { userOf } from '../core/world.ts';

export type FileShape = NonNullable<FilesInfoResponse['file']>;

/** A file with all that Slack tells of it. Of one that was deleted only a stone is left. (assumed: the stone's fields) */
export function fileShape(engine: Engine, file: SlackFile): FileShape {
  if (file.isDeleted) return { id: file.id, mode: 'tombstone' };
  const { world } = engine;
  const shares = sharesOf(world, file);
  const createdSeconds = Math.floor(file.createdMs / 1000);
  return {
    id: file.id,
    created: createdSeconds,
    timestamp: createdSeconds,
    name: file.name,
    title: file.title,
    mimetype: file.mimetype,
    filetype: file.filetype,
    pretty_type: file.filetype.toUpperCase(),
    user: file.user,
    user_team: userOf(world, file.user).teamId,
    editable: false,
    size: file.sizeBytes,
    mode: 'hosted',
    is_external: false,
    external_type: '',
    is_public: shares.some(({ channel }) => channel.kind === 'public'),
    public_url_shared: false,
    display_as_bot: false,
    username: '',
    url_private: addressOf(engine, file, ''),
    url_private_download: addressOf(engine, file, 'download/'),
    permalink: `${engine.baseUrl}/files/${file.user}/${file.id}/${encodeURIComponent(file.name)}`,
    comments_count: 0,
    is_starred: false,
    channels: idsOf(shares, 'public'),
    groups: idsOf(shares, 'private'),
    ims: idsOf(shares, 'im'),
    shares: { public: sharesIn(engine, shares, 'public'), private: sharesIn(engine, shares, 'private') },
    has_rich_preview: false,
    file_access: 'visible',
  };
}

/** Slack's addresses name the team and the file; what follows is for people. */
function addressOf(engine: Engine, file: SlackFile, folder: string): string {
  const { teamId } = userOf(engine.world, file.user);
  return `${engine.baseUrl}/files-pri/${teamId}-${file.id}/${folder}${encodeURIComponent(file.name)}`;
}

type Kind = Share['channel']['kind'];

const idsOf = (shares: readonly Share[], kind: Kind): string[] => [
  ...new Set(shares.flatMap(({ channel }) => (channel.kind === kind ? [channel.id] : []))),
];

function sharesIn({ world }: Engine, shares: readonly Share[], kind: Kind) {
  return Object.fromEntries(
    idsOf(shares, kind).map((id) => [
      id,
      shares
        .filter(({ channel }) => channel.id === id)
        .map(({ channel, ts, threadTs }) => ({
          ts,
          ...(threadTs ? { thread_ts: threadTs } : {}),
          channel_name: channel.name,
          team_id: world.app.teamId,
        })),
    ]),
  );
}

/**
 * The files of a message. What Slack sends by itself (events; for interactions assumed) has only stubs in place of the files
 * of another team's person, to be looked up by files.info; what is asked for has them whole (docs.slack.dev, Slack Connect).
 */
export function filesOf(engine: Engine, message: Message, isAskedFor: boolean): FileShape[] {
  const { world } = engine;
  return message.files.flatMap((id) => {
    const file = world.files.get(id);
    if (!file) return [];
    const isStub = !isAskedFor && !file.isDeleted && userOf(world, file.user).teamId !== world.app.teamId;
    return [isStub ? fileStub(id) : fileShape(engine, file)];
  });
}

const fileStub = (id: string): FileShape => ({
  id,
  mode: 'file_access',
  file_access: 'check_file_info',
  created: 0,
  timestamp: 0,
  user: '',
});
