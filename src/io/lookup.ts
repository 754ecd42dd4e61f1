import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { hasChannel } from './database.ts';
import type { Row } from './outbox.ts';
import { slackError } from './sender-outcome.ts';
import type { Run } from './sender-parts.ts';
import type { Thread } from './sender-places.ts';
import { channelName } from './sender-rules.ts';

/** Under this name our messages carry their outbox token (docs.slack.dev, message metadata). */
export const METADATA_TYPE = 'liaison_outbox';
/** Slack's clock and ours may differ by this much. */
const CLOCKS_DIFFER_MS = 5000;
const PAGE = 200;
/** 2,000 messages after the call in question; a busier channel than that has none of ours to fear for. */
const MAX_PAGES = 10;
/** How many names are tried for a channel. */
export const NAME_CHOICES = 9;

const messageSchema = z.looseObject({
  ts: z.string(),
  metadata: z.looseObject({ event_type: z.literal(METADATA_TYPE), event_payload: z.looseObject({ key: z.string() }) }),
});
/** A message that carries files takes no metadata (docs.slack.dev, files.completeUploadExternal): the name tells which it is. */
const filesSchema = z.looseObject({
  ts: z.string(),
  user: z.string(),
  files: z.array(z.looseObject({ name: z.string().nullish() })),
});

/** By what a row's message is known in Slack. */
const markOf = (row: Row): string =>
  row.kind === 'do' && row.doing.do === 'file' ? fileMark(row.doing.name) : row.token;
const fileMark = (name: string): string => `file:${name}`;

/**
 * Looks whether a message of which there was no answer was posted after all.
 * @param to a channel's id, or a person's for their direct messages
 * @returns where it stands; null where it does not
 * @throws whatever the calls throw
 */
export async function findPosted(run: Run, row: Row, to: string, thread: Exclude<Thread, 'wait'>) {
  const channel = row.place.kind === 'channel' ? to : (thread?.channel ?? (await directChannel(run, to)));
  const find = async (threadTs: string | null) => (await marks(run, channel, threadTs)).get(markOf(row));
  const inThread = thread === null ? undefined : await find(thread.ts);
  if (thread !== null && isSince(row, inThread)) return { channel, ts: inThread, threadTs: thread.ts };
  const ts = await find(null);
  return isSince(row, ts) ? { channel, ts, threadTs: null } : null;
}

/** What was posted before a row was first sent is not the row's. */
const isSince = (row: Row, ts: string | undefined): ts is string =>
  ts !== undefined && Number(ts) * 1000 >= (row.sendingAt?.getTime() ?? 0) - CLOCKS_DIFFER_MS;

/** The channel of a person's direct messages. @throws whatever the call throws */
export async function directChannel({ parts }: Run, user: string): Promise<string> {
  const { channel } = await parts.clients.sender.conversations.open({ users: user });
  return z.looseObject({ id: z.string() }).parse(channel).id;
}

/** The marks of our messages in a channel or thread, with their ts; asked for once a round. */
function marks(run: Run, channel: string, threadTs: string | null): Promise<ReadonlyMap<string, string>> {
  const key = `${channel}:${threadTs ?? ''}`;
  const asked = run.lookups.get(key);
  if (asked) return asked;
  const oldest = ((run.lookFrom.getTime() - CLOCKS_DIFFER_MS) / 1000).toFixed(6);
  const answer = readMarks(run, { channel, oldest }, threadTs);
  run.lookups.set(key, answer);
  return answer;
}

async function readMarks({ parts }: Run, from: { channel: string; oldest: string }, threadTs: string | null) {
  const client = parts.clients.sender;
  const found = new Map<string, string>();
  let cursor: string | undefined;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const args = { ...from, include_all_metadata: true, limit: PAGE, ...(cursor ? { cursor } : {}) };
    const answer = await readPage(client, args, threadTs);
    for (const message of answer?.messages ?? []) {
      for (const { mark, ts } of marksIn(message, parts.installation.botUser)) keepLast(found, mark, ts);
    }
    cursor = answer?.response_metadata?.next_cursor;
    if (!cursor) break;
  }
  return found;
}

/** What a message of ours is known by; nothing of anybody else's. */
function marksIn(message: unknown, botUser: string): { mark: string; ts: string }[] {
  const said = messageSchema.safeParse(message).data;
  const filed = filesSchema.safeParse(message).data;
  return [
    ...(said ? [{ mark: said.metadata.event_payload.key, ts: said.ts }] : []),
    ...(filed?.user === botUser ? filed.files.map(({ name }) => ({ mark: fileMark(name ?? ''), ts: filed.ts })) : []),
  ];
}

/** Of two messages with a file of one name the later one may be the one that is looked for. */
function keepLast(found: Map<string, string>, mark: string, ts: string): void {
  if (Number(found.get(mark) ?? 0) < Number(ts)) found.set(mark, ts);
}

type PageArgs = { channel: string; oldest: string; include_all_metadata: boolean; limit: number; cursor?: string };

/** @returns null for a thread whose first message was deleted. */
async function readPage(client: WebClient, args: PageArgs, threadTs: string | null) {
  if (threadTs === null) return client.conversations.history(args);
  try {
    return await client.conversations.replies({ ...args, ts: threadTs });
  } catch (error) {
    if (slackError(error) === 'thread_not_found') return null;
    throw error;
  }
}

const channelsSchema = z.array(z.looseObject({ id: z.string(), name: z.string() }));

/**
 * Looks for a channel that we asked for without hearing whether it was made: of that name, made by the bot, and no
 * project's yet.
 * @returns its id, or null
 */
export async function findMade(run: Run, wanted: string): Promise<string | null> {
  const names = new Set(Array.from({ length: NAME_CHOICES }, (_, index) => channelName(wanted, index + 1)));
  let cursor: string | undefined;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const answer = await run.parts.clients.sender.users.conversations({
      types: 'private_channel',
      exclude_archived: true,
      limit: PAGE,
      ...(cursor ? { cursor } : {}),
    });
    for (const { id, name } of channelsSchema.parse(answer.channels ?? [])) {
      if (names.has(name) && (await isOursAndFree(run, id))) return id;
    }
    cursor = answer.response_metadata?.next_cursor;
    if (!cursor) break;
  }
  return null;
}

async function isOursAndFree({ parts }: Run, channel: string): Promise<boolean> {
  const { workspace, botUser } = parts.installation;
  const taken = await parts.db
    .collection('projects')
    .findOne(hasChannel(workspace, channel), { projection: { _id: 1 } });
  if (taken !== null) return false;
  const { channel: info } = await parts.clients.sender.conversations.info({ channel });
  return info?.creator === botUser;
}
