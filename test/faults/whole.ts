import type { Message } from '../../sandbox/core/types.ts';
import { verifyAll } from '../../src/io/verify.ts';
import type { Outside } from '../support/outside.ts';

/** The clock wakes the sender every few seconds, and a channel takes a message a second. */
const DRAWN_WITHIN_MS = 60_000;

// What holds of the bots, their database and Slack's world once everything has come to rest, whatever was done before.

/**
 * Whether nothing is under way: no delivery, no event that is saved and not handled, no row to be sent. In this order, because
 * a decision turns an event into rows in one moment.
 */
export async function isAtRest({ server, db }: Outside): Promise<boolean> {
  if (server.engine.dispatch.busy()) return false;
  const event = await db.collection('received').findOne({ state: 'open' });
  const row = event ?? (await db.collection('outbox').findOne({ state: 'pending' }));
  return row === null;
}

/** Texts of messages that Slack shows more than once though they are one row's: each carries the row's own token. */
export function saidTwice({ server }: Outside): string[] {
  const tokens = new Set<unknown>();
  return messagesOf(server).flatMap(({ metadata, text }) => {
    const token = metadata?.event_payload['key'];
    const isCopy = token !== undefined && tokens.has(token);
    tokens.add(token);
    return isCopy ? [text] : [];
  });
}

/** The names of projects whose record does not verify, with the first break. */
export async function brokenRecords({ db }: Outside): Promise<string[]> {
  const broken: string[] = [];
  for await (const { name, break: found } of verifyAll(db))
    if (found) broken.push(`${name}: ${found.why} at ${found.sequence}`);
  return broken;
}

/** Draws every card anew where it stands, by the bot that is running. @returns those that did not show what is so */
export async function cardsBehind(on: Outside): Promise<string[]> {
  const before = new Map(messagesOf(on.server).map((message) => [message, appearance(message)]));
  const cards = { kind: 'card', state: 'sent', ts: { $type: 'string' } };
  await on.db.collection('outbox').updateMany(cards, { $set: { state: 'pending' }, $inc: { wants: 1 } });
  await on.until('the cards are drawn again', () => isAtRest(on), DRAWN_WITHIN_MS);
  return [...before]
    .filter(([message, was]) => appearance(message) !== was)
    .map(([message, was]) => `${was}\nshould be\n${appearance(message)}`);
}

const messagesOf = ({ engine }: Outside['server']): Message[] =>
  [...engine.world.channels.values()].flatMap(({ messages }) => messages);

/** Slack gives ids to blocks that have none. When a project was saved last is shown with the next change that its card shows. */
const appearance = ({ text, blocks }: Message): string =>
  `${text} ${JSON.stringify(blocks.map(({ block_id: _given, ...rest }) => rest)).replaceAll(/<!date[^>]*>/gu, 'WHEN')}`;
