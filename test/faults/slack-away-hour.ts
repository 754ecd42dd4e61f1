import { expect } from '@jest/globals';
import type { Message } from '../../sandbox/core/types.ts';
import { type Row, rowSchema } from '../../src/io/outbox.ts';
import type { Stage } from '../support/stage.ts';
import type { Deed } from './slack-away-people.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Alarms that are due within this time of each other are one: the machine has other tests to run. */
const STEP_MS = 20_000;
/** After this it is only waited for Slack, and a step is a minute. */
const BUSY_MS = 10 * MINUTE_MS;
/** A look at a channel that fails is repeated in real seconds, so events are taken up less often than every ten seconds. */
const REPLAY_EVERY_MS = 20 * MINUTE_MS;

/** An hour as the bot has it: people do what they do, its alarm wakes the sender, its clock takes up events. */
export async function hour({ slack, bot }: Stage, deeds: readonly Deed[]): Promise<void> {
  const nowMs = () => slack.clock.now();
  const startMs = nowMs();
  const left = deeds.map(({ minute, does }) => ({ atMs: startMs + minute * MINUTE_MS, does }));
  for (let replayAtMs = startMs; nowMs() < startMs + HOUR_MS;) {
    while (left[0] && left[0].atMs <= nowMs()) await left.shift()?.does();
    if (nowMs() >= replayAtMs) {
      await bot.replay(new Date(nowMs()));
      replayAtMs = nowMs() + REPLAY_EVERY_MS;
    }
    const { nextAt } = await bot.sender.pump(new Date(nowMs()));
    const next = Math.min(nextAt?.getTime() ?? Infinity, left[0]?.atMs ?? Infinity, nowMs() + MINUTE_MS);
    const stepMs = nowMs() < startMs + BUSY_MS ? STEP_MS : MINUTE_MS;
    slack.engine.world.clock.advance(Math.max(stepMs, next - nowMs()));
  }
}

async function rows({ db }: Stage): Promise<Row[]> {
  const found = await db.collection('outbox').find().sort({ at: 1, order: 1 }).toArray();
  return found.map((raw) => rowSchema.parse(raw));
}

export async function expectNothingSetAside(on: Stage): Promise<void> {
  const aside = (await rows(on)).filter(({ state }) => state === 'failed');
  expect(aside.map(({ _id, error }) => [_id, error])).toEqual([]);
}

const posted = ({ slack }: Stage): Message[] =>
  [...slack.engine.world.channels.values()].flatMap(({ messages }) => messages);

/** Everything that was planned has arrived, each message in its lane's order. That it came once is for `checkWhole` to say. */
export async function expectAllArrived(on: Stage): Promise<void> {
  const all = await rows(on);
  expect(all.filter(({ state }) => state !== 'sent')).toEqual([]);
  const keys = new Map(posted(on).map(({ metadata, ts }) => [metadata?.event_payload['key'], ts]));
  const last = new Map<string, string>();
  for (const { _id, kind, lane, token, ts } of all) {
    if (kind === 'say') expect([_id, ts]).not.toEqual([_id, null]);
    if (ts === null) continue;
    expect([_id, keys.get(token)]).toEqual([_id, ts]);
    expect([_id, ts > (last.get(lane) ?? '')]).toEqual([_id, true]);
    last.set(lane, ts);
  }
}

/** Slack's own limits were held: it told nobody to wait who was not told so by plan. */
export function expectRatesHeld({ slack }: Stage): void {
  const limited = slack.journal.calls().filter(({ outcome, fault }) => outcome === 'ratelimited' && !fault);
  expect(limited).toEqual([]);
}
