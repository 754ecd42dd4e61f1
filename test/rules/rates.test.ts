import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CHANNEL_LIMIT, makeRates, URGENT_RESERVE, WORKSPACE_LIMIT } from '../../src/io/rates.ts';

/** Where a limit would be broken, a test stops here and fails. */
const TOO_MANY = 1000;
const START_MS = Date.UTC(2026, 10, 30, 1);

/** Somebody wants to send: how long after the one before, where, and whether a person waits. */
const wish = fc.record({
  // Mostly faster than the limits let through, else they would never be met.
  afterMs: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 700 })),
  channel: fc.constantFrom('C1', 'C2', 'C3', null),
  urgent: fc.boolean(),
});
const wishes = (maxLength: number) => fc.array(wish, { maxLength, size: 'max' });
type Sent = { atMs: number; channel: string | null; urgent: boolean };

function sentOf(wanted: readonly { afterMs: number; channel: string | null; urgent: boolean }[]): Sent[] {
  const rates = makeRates();
  let atMs = START_MS;
  return wanted.flatMap(({ afterMs, channel, urgent }) => {
    atMs += afterMs;
    return rates.take(channel, atMs, urgent) === 0 ? [{ atMs, channel, urgent }] : [];
  });
}

/** Whether between any two of them no more were sent than the burst and what came since. */
function isWithin(sent: readonly Sent[], { burst, perSecond }: { burst: number; perSecond: number }): boolean {
  return sent.every((from, first) =>
    sent.slice(first).every((to, more) => more + 1 <= burst + ((to.atMs - from.atMs) * perSecond) / 1000 + 1e-6),
  );
}

describe('what Slack lets through is never exceeded', () => {
  test('in the workspace, in any stretch of time', () => {
    fc.assert(fc.property(wishes(120), (wanted) => isWithin(sentOf(wanted), WORKSPACE_LIMIT)));
  });

  test('in each channel, in any stretch of time', () => {
    fc.assert(
      fc.property(wishes(120), (wanted) => {
        const sent = sentOf(wanted);
        return ['C1', 'C2', 'C3'].every((id) =>
          isWithin(
            sent.filter(({ channel }) => channel === id),
            CHANNEL_LIMIT,
          ),
        );
      }),
    );
  });
});

test('whoever waits as long as they are told to may send, and not a moment sooner', () => {
  fc.assert(
    fc.property(wishes(60), wish, (before, { channel, urgent }) => {
      const rates = makeRates();
      for (const one of before) rates.take(one.channel, START_MS, one.urgent);
      const waitMs = rates.take(channel, START_MS, urgent);
      if (waitMs === 0) return;
      expect(rates.take(channel, START_MS + waitMs - 1, urgent)).toBeGreaterThan(0);
      expect(rates.take(channel, START_MS + waitMs, urgent)).toBe(0);
    }),
  );
});

test('a full channel takes nothing of what other channels may send', () => {
  const rates = makeRates();
  for (let count = 0; count < CHANNEL_LIMIT.burst; count += 1) expect(rates.take('C1', START_MS, true)).toBe(0);
  expect(rates.take('C1', START_MS, true)).toBe(1000);
  expect(rates.take('C1', START_MS, true)).toBe(1000);
  for (let count = CHANNEL_LIMIT.burst; count < WORKSPACE_LIMIT.burst; count += 1) {
    expect(rates.take(`C${count + 2}`, START_MS, true)).toBe(0);
  }
});

test('what nobody waits for leaves room for what people wait for', () => {
  const rates = makeRates();
  const sendAll = (urgent: boolean) => {
    let count = 0;
    while (count < TOO_MANY && rates.take(null, START_MS, urgent) === 0) count += 1;
    return count;
  };
  expect(sendAll(false)).toBe(WORKSPACE_LIMIT.burst - URGENT_RESERVE);
  expect(rates.dryMs(START_MS, false)).toBeGreaterThan(0);
  expect(rates.dryMs(START_MS, true)).toBe(0);
  expect(sendAll(true)).toBe(URGENT_RESERVE);
});

test('a clock that was set back gives nothing away', () => {
  const rates = makeRates();
  for (let count = 0; count < TOO_MANY && rates.take(null, START_MS, true) === 0; count += 1);
  expect(rates.take(null, START_MS - 60_000, true)).toBeGreaterThan(0);
  expect(rates.take(null, START_MS + 1000, true)).toBe(0);
});

test('a clock that was set back and forth again gives nothing away either', () => {
  const rates = makeRates();
  for (let count = 0; count < WORKSPACE_LIMIT.burst - 1; count += 1) rates.take(null, START_MS, true);
  expect(rates.take(null, START_MS - 60_000, true)).toBe(0);
  expect(rates.take(null, START_MS, true)).toBeGreaterThan(0);
});

test.each([1999, 2000, 2001])('beside %i other channels, what was just sent to one still counts', (many) => {
  const rates = makeRates();
  let atMs = START_MS;
  for (let count = 0; count < many; count += 1) expect(rates.take(`C${count}`, (atMs += 1000), true)).toBe(0);
  for (let count = 0; count < CHANNEL_LIMIT.burst; count += 1) expect(rates.take('CBUSY', atMs, true)).toBe(0);
  expect(rates.take('CBUSY', atMs, true)).toBe(1000);
});
