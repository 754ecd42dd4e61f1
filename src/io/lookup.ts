import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
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

/**
 * Looks whether a message of which there was no answer was posted after all.
 * @param to a channel's id, or a person's for their direct messages
 * @returns where it stands; null where it does not
 * @throws whatever the calls throw
 */
export async function findPosted(run: Run, row: Row, to: string, thread: Exclude<Thread, 'wait'>) {
  const channel = row.place.kind === 'channel' ? to : (thread?.channel ?? (await directChannel(run, to)));
  const inThread = thread === null ? undefined : (await tokens(run, channel, thread.ts)).get(row.token);
  if (thread !== null && inThread !== undefined) return { channel, ts: inThread, threadTs: thread.ts };
  const ts = (await tokens(run, channel, null)).get(row.token);
  return ts === undefined ? null : { channel, ts, threadTs: null };
}

async function directChannel({ parts }: Run, user: string): Promise<string> {
  const { channel } = await parts.clients.sender.conversations.open({ users: user });
  return z.looseObject({ id: z.string() }).parse(channel).id;
}

/** The tokens of our messages in a channel or thread, with their ts; asked for once a round. */
function tokens(run: Run, channel: string, threadTs: string | null): Promise<ReadonlyMap<string, string>> {
  const key = `${channel}:${threadTs ?? ''}`;
  const asked = run.lookups.get(key);
  if (asked) return asked;
  const oldest = ((run.lookFrom.getTime() - CLOCKS_DIFFER_MS) / 1000).toFixed(6);
  const answer = readTokens(run.parts.clients.sender, { channel, oldest }, threadTs);
  run.lookups.set(key, answer);
  return answer;
}

async function readTokens(client: WebClient, from: { channel: string; oldest: string }, threadTs: string | null) {
  const found = new Map<string, string>();
  let cursor: string | undefined;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const args = { ...from, include_all_metadata: true, limit: PAGE, ...(cursor ? { cursor } : {}) };
    const answer = await readPage(client, args, threadTs);
    for (const message of answer?.messages ?? []) {
      const ours = messageSchema.safeParse(message);
      if (ours.success) found.set(ours.data.metadata.event_payload.key, ours.data.ts);
    }
    cursor = answer?.response_metadata?.next_cursor;
    if (!cursor) break;
  }
  return found;
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
  const taken = { workspace, $or: [{ 'channels.team.id': channel }, { 'channels.client.id': channel }] };
  if ((await parts.db.collection('projects').findOne(taken, { projection: { _id: 1 } })) !== null) return false;
  const { channel: info } = await parts.clients.sender.conversations.info({ channel });
  return info?.creator === botUser;
}
