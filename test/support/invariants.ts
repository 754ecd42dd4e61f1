import type { Message } from '../../sandbox/core/types.ts';
import { verifyAll } from '../../src/io/verify.ts';
import type { Stage } from './stage.ts';

/**
 * What holds whenever everything has come to rest, whatever was done before: nothing that a strict Slack complains of, every
 * record whole, nothing said twice, nothing left unsaid, and every card as it would be drawn now.
 * @throws Error that names what does not hold
 */
export async function checkWhole(on: Stage): Promise<void> {
  on.slack.expectNoErrors();
  await checkRecords(on);
  checkSaidOnce(on);
  await checkAllSent(on);
  await checkCards(on);
}

async function checkRecords({ db }: Stage): Promise<void> {
  for await (const { name, break: found } of verifyAll(db)) {
    if (found) throw new Error(`the record of ${name} is ${found.why} at entry ${found.sequence}`);
  }
}

const messagesOf = ({ slack }: Stage): Message[] =>
  [...slack.engine.world.channels.values()].flatMap(({ messages }) => messages);

/** Every message of ours carries the key of its row. */
const keyOf = (message: Message): string | undefined => {
  const key = message.metadata?.event_payload['key'];
  return typeof key === 'string' ? key : undefined;
};

function checkSaidOnce(on: Stage): void {
  const seen = new Set<string>();
  for (const message of messagesOf(on)) {
    const key = keyOf(message);
    if (key === undefined) continue;
    if (seen.has(key)) throw new Error(`said twice: ${message.text}`);
    seen.add(key);
  }
}

/** What is still to be sent may only wait for something that people must do: a team channel that is held, or not made. */
async function checkAllSent({ db, slack, bot }: Stage): Promise<void> {
  const now = new Date(slack.clock.now());
  const { idle, nextAt } = await bot.sender.pump(now);
  if (!idle || nextAt !== null) throw new Error('something is still to be sent');
  const open = await db.collection('received').countDocuments({ state: 'open' });
  if (open > 0) throw new Error(`${open} events were saved and never handled`);
}

/** Draws every card anew, where it stands: what comes of it must be what stands there. */
async function checkCards(on: Stage): Promise<void> {
  const { db, bot, slack } = on;
  const before = new Map(messagesOf(on).map((message) => [message, appearance(message)]));
  const cards = { kind: 'card', state: 'sent', ts: { $type: 'string' } };
  await db.collection('outbox').updateMany(cards, { $set: { state: 'pending' }, $inc: { wants: 1 } });
  for (let round = 0, rests = false; !rests; round += 1) {
    const { idle, nextAt } = await bot.sender.pump(new Date(slack.clock.now()));
    rests = idle && nextAt === null;
    if (nextAt) await slack.clock.advance(Math.max(0, nextAt.getTime() - slack.clock.now()));
    if (round > 500) throw new Error('the sender never came to rest');
  }
  for (const message of messagesOf(on)) {
    const was = before.get(message);
    if (was !== undefined && was !== appearance(message))
      throw new Error(`a card did not show what is so now:\n${was}\nshould be\n${appearance(message)}`);
  }
}

/** Slack gives ids to blocks that have none. */
const appearance = ({ text, blocks }: Message): string =>
  `${text} ${JSON.stringify(blocks.map(({ block_id: _given, ...rest }) => rest))}`;
