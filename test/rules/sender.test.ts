import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SIDES } from '../../src/kit/aggregate.ts';
import { AUDIENCES } from '../../src/kit/blocks.ts';
import { clientOf, directTo, laneOf, teamOf } from '../../src/kit/rows.ts';
import type { Row } from '../../src/io/outbox.ts';
import { outcomeOf, SetAsideError, UnpreparedError } from '../../src/io/sender-outcome.ts';
import { channelName, fits, growingWaitMs, lanesOf, LOOK_AFTER_MS, readyAtMs } from '../../src/io/sender-rules.ts';
import { permalink } from '../../src/io/slack.ts';

const AT = new Date(Date.UTC(2026, 10, 30, 1));
const person = { team: 'T1', user: 'U1' };

function row(changes: Partial<Row> = {}): Row {
  const place = changes.place ?? teamOf('p1');
  return {
    kind: 'say',
    _id: 'row',
    workspace: 'T1',
    project: 'p1',
    lane: laneOf(place),
    place,
    parent: null,
    urgent: true,
    at: AT,
    order: 0,
    state: 'pending',
    token: 'token',
    sendingAt: null,
    notBefore: null,
    attempts: 0,
    channel: null,
    ts: null,
    error: null,
    message: { audience: 'team', text: 'text', blocks: [] },
    ...changes,
  } as Row;
}

const platform = (error: string) => ({ code: 'slack_webapi_platform_error', data: { ok: false, error } });
const failed = (cause: unknown) => ({
  code: 'slack_webapi_request_error',
  original: new TypeError('fetch failed', { cause }),
});

describe('what came of a call', () => {
  test.each([
    'channel_not_found',
    'not_in_channel',
    'is_archived',
    'invalid_blocks',
    'missing_scope',
    'user_not_found',
  ])('%s: Slack did nothing and never will', (error) =>
    expect(outcomeOf(platform(error))).toEqual({ is: 'refused', error }),
  );

  test.each(['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout'])(
    '%s: it may have been done all the same',
    (error) => expect(outcomeOf(platform(error)).is).toBe('unclear'),
  );

  test.each(['invalid_auth', 'token_revoked', 'account_inactive'])(
    '%s is about the token, and the message waits',
    (error) => expect(outcomeOf(platform(error)).is).toBe('shutOut'),
  );

  test('a 429 says how long to wait', () => {
    const error = { code: 'slack_webapi_rate_limited_error', retryAfter: 7 };
    expect(outcomeOf(error)).toEqual({ is: 'limited', error: 'ratelimited', afterMs: 7000 });
  });

  test.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'])('%s: nothing was asked', (code) =>
    expect(outcomeOf(failed({ code }))).toEqual({ is: 'unreachable', error: code }),
  );

  test('a connection lost on the way, a time-out and a broken gateway leave it open', () => {
    expect(outcomeOf(failed({ code: 'ECONNRESET' })).is).toBe('unclear');
    expect(outcomeOf(failed({ code: 'UND_ERR_SOCKET' })).is).toBe('unclear');
    expect(outcomeOf({ code: 'slack_webapi_request_error', original: new DOMException('', 'TimeoutError') }).is).toBe(
      'unclear',
    );
    expect(outcomeOf({ code: 'slack_webapi_http_error', statusCode: 502 }).is).toBe('unclear');
  });

  test('an answer that is not Slack’s leaves it open', () => {
    expect(outcomeOf(platform('<html>Bad gateway</html>')).is).toBe('unclear');
    expect(outcomeOf(platform('')).is).toBe('unclear');
  });

  test('anything that is not known for certain counts as unclear', () => {
    fc.assert(
      fc.property(fc.anything(), (thrown) => ['unclear', 'unreachable', 'refused'].includes(outcomeOf(thrown).is)),
    );
    expect(outcomeOf(new Error('who knows')).is).toBe('unclear');
  });

  test('our own reasons are no guesses', () => {
    expect(outcomeOf(new SetAsideError('wall_team'))).toEqual({ is: 'refused', error: 'wall_team' });
    expect(outcomeOf(new UnpreparedError('not_drawn')).is).toBe('unprepared');
  });
});

describe('the wall', () => {
  test('what is made for one side goes to that side only', () => {
    for (const side of SIDES) {
      const place = side === 'team' ? teamOf('p1') : clientOf('p1');
      expect(AUDIENCES.filter((audience) => fits(place, audience))).toEqual([side]);
    }
  });

  test('one person gets what is made for one person; App Home takes no message at all', () => {
    expect(AUDIENCES.filter((audience) => fits(directTo(person, null), audience))).toEqual(['person']);
    expect(AUDIENCES.filter((audience) => fits({ kind: 'home', person }, audience))).toEqual([]);
  });
});

describe('lanes', () => {
  const drawn = fc.record({
    lane: fc.constantFrom('a', 'b', 'c'),
    atMs: fc.integer({ min: 0, max: 3 }),
    order: fc.integer({ min: 0, max: 5 }),
    urgent: fc.boolean(),
  });

  test('each keeps the order of decisions, and no row is lost or doubled', () => {
    fc.assert(
      fc.property(fc.array(drawn), (all) => {
        const rows = all.map((one, index) => row({ ...one, _id: `${index}`, at: new Date(one.atMs) }));
        const lanes = lanesOf(rows);
        expect(
          lanes
            .flat()
            .map(({ _id }) => _id)
            .toSorted(),
        ).toEqual(rows.map(({ _id }) => _id).toSorted());
        for (const lane of lanes) {
          expect(new Set(lane.map((one) => one.lane)).size).toBe(1);
          const keys = lane.map(({ at, order }) => at.getTime() * 1000 + order);
          expect(keys).toEqual(keys.toSorted((a, b) => a - b));
        }
      }),
    );
  });

  test('those that a person waits for come first', () => {
    const rows = [
      row({ lane: 'a', urgent: false }),
      row({ lane: 'b', urgent: false }),
      row({ lane: 'b', urgent: true }),
    ];
    expect(lanesOf(rows).map(([first]) => first?.lane)).toEqual(['b', 'a']);
  });
});

describe('when a row may go', () => {
  test('a message nobody knows the outcome of is looked for after half a minute', () => {
    expect(readyAtMs(row({ sendingAt: AT }))).toBe(AT.getTime() + LOOK_AFTER_MS);
  });

  test('an edit may be repeated at once', () => {
    const subject = { kind: 'brief', project: 'p1', about: null };
    expect(readyAtMs(row({ kind: 'card', subject, wants: 1, sendingAt: AT, ts: '1.2', channel: 'C1' }))).toBe(0);
  });

  test('waits grow to a minute and no further', () => {
    expect([0, 1, 2, 5, 6, 400].map(growingWaitMs)).toEqual([1000, 2000, 4000, 32_000, 60_000, 60_000]);
  });
});

test('a taken channel name gets a number and stays within 80 characters', () => {
  expect(channelName('acme-spring', 2)).toBe('acme-spring-2');
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', '-', '9'), minLength: 1, maxLength: 120 }),
      fc.integer({ min: 1, max: 9 }),
      (name, n) => {
        const chosen = channelName(name, n);
        return chosen.length <= 80 && (n === 1 || chosen.endsWith(`-${n}`));
      },
    ),
  );
});

test('a link names the thread of a reply, and only of a reply', () => {
  const url = 'https://lantern.slack.com/';
  expect(permalink(url, 'C1', '1700000000.000100', null)).toBe(
    'https://lantern.slack.com/archives/C1/p1700000000000100',
  );
  expect(permalink(url, 'C1', '1.2', '1.2')).toBe('https://lantern.slack.com/archives/C1/p12');
  expect(permalink(url, 'C1', '3.4', '1.2')).toBe('https://lantern.slack.com/archives/C1/p34?thread_ts=1.2&cid=C1');
});
