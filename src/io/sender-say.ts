import type { KnownBlock, View } from '@slack/types';
import { z } from 'zod';
import type { Message } from '../kit/blocks.ts';
import type { Locale } from '../kit/locale.ts';
import { METADATA_TYPE } from './lookup.ts';
import type { Row } from './outbox.ts';
import { SetAsideError, slackError, UnpreparedError } from './sender-outcome.ts';
import { NOWHERE, type Run, type Sent } from './sender-parts.ts';
import type { Thread } from './sender-places.ts';
import { forgetMessage, wasReposted } from './sender-rows.ts';
import { fits } from './sender-rules.ts';

export type Speech = Extract<Row, { kind: 'say' | 'card' }>;
/** What is said; audience and blocks as they were stored or drawn. */
type Words = Pick<Message, 'audience' | 'text' | 'blocks'>;
type Posting = { to: string; locale: Locale; thread: Exclude<Thread, 'wait'> };

const postedSchema = z.looseObject({ channel: z.string(), ts: z.string() });

/**
 * Says what a row says: posts it, edits the card that is there, or publishes App Home.
 * @returns where it stands
 * @throws SetAsideError where it may not go there; UnpreparedError where it could not be drawn; else whatever Slack's call throws
 */
export async function speak(run: Run, row: Speech, { to, locale, thread }: Posting): Promise<Sent> {
  const shown = row.kind === 'say' ? asWords(row) : await draw(run, row, locale);
  const stands = { channel: row.channel, ts: row.ts, threadTs: thread?.ts ?? null };
  if (shown === null) return row.ts === null ? NOWHERE : stands;
  if ('type' in shown) return publish(run, row, to, shown);
  if (!fits(row.place, shown.audience)) throw new SetAsideError(`wall_${shown.audience}`);
  if (row.channel === null || row.ts === null) return post(run, row, shown, to, thread);
  // Where Slack gave the channel another id, the former one is unknown to it.
  const channel = row.place.kind === 'channel' ? to : row.channel;
  return edit(run, row, shown, { to, locale, thread }, { channel, ts: row.ts });
}

const asWords = ({ message }: Extract<Row, { kind: 'say' }>): Words => ({
  ...message,
  blocks: message.blocks as unknown as KnownBlock[],
});

async function draw(
  { parts }: Run,
  row: Extract<Row, { kind: 'card' }>,
  locale: Locale,
): Promise<Message | View | null> {
  try {
    return await parts.draw(row.subject, { locale, workspace: row.workspace });
  } catch (error) {
    parts.log.error({ err: error, row: row._id }, 'a card could not be drawn');
    throw new UnpreparedError('not_drawn', { cause: error });
  }
}

async function publish({ parts }: Run, row: Row, user: string, view: View): Promise<Sent> {
  if (row.place.kind !== 'home' || view.type !== 'home') throw new SetAsideError(`wall_${view.type}`);
  await parts.clients.sender.views.publish({ user_id: user, view });
  return NOWHERE;
}

async function post(run: Run, row: Row, words: Words, to: string, thread: Posting['thread']): Promise<Sent> {
  const { chat } = run.parts.clients.sender;
  const message = {
    channel: thread !== null && row.place.kind === 'person' ? thread.channel : to,
    text: words.text,
    blocks: words.blocks,
    metadata: { event_type: METADATA_TYPE, event_payload: { key: row.token } },
    unfurl_links: false,
    unfurl_media: false,
  };
  try {
    const posted = postedSchema.parse(
      await chat.postMessage({ ...message, ...(thread ? { thread_ts: thread.ts } : {}) }),
    );
    return { channel: posted.channel, ts: posted.ts, threadTs: thread?.ts ?? null };
  } catch (error) {
    // Somebody deleted the message that this answers: then it stands in the channel itself.
    if (thread === null || slackError(error) !== 'thread_not_found') throw error;
    return post(run, row, words, to, null);
  }
}

/** Text always goes with the blocks: without them chat.update would drop those that are there (docs.slack.dev, chat.update). */
async function edit(
  run: Run,
  row: Row,
  words: Words,
  posting: Posting,
  at: { channel: string; ts: string },
): Promise<Sent> {
  try {
    await run.parts.clients.sender.chat.update({ ...at, text: words.text, blocks: words.blocks });
    return { ...at, threadTs: posting.thread?.ts ?? null };
  } catch (error) {
    if (slackError(error) !== 'message_not_found' || wasReposted(row)) throw error;
    const anew = await forgetMessage(run.parts.db, row);
    return post(run, anew, words, posting.to, posting.thread);
  }
}
