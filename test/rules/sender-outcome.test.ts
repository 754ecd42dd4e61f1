import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { outcomeOf, SetAsideError, slackAnswer, slackError, UnpreparedError } from '../../src/io/sender-outcome.ts';

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
    (error) => expect(outcomeOf(platform(error))).toEqual({ is: 'unclear', error }),
  );

  test.each([
    'invalid_auth',
    'not_authed',
    'account_inactive',
    'token_revoked',
    'token_expired',
    'org_login_required',
    'team_access_not_granted',
    'ekm_access_denied',
  ])('%s is about the token, and the message waits', (error) =>
    expect(outcomeOf(platform(error))).toEqual({ is: 'shutOut', error }),
  );

  test.each(['ratelimited', 'rate_limited', 'team_added_to_org'])(
    '%s, where Slack names no time: in half a minute it will do',
    (error) => expect(outcomeOf(platform(error))).toEqual({ is: 'limited', error, afterMs: 30_000 }),
  );

  test('a 429 says how long to wait', () => {
    const error = { code: 'slack_webapi_rate_limited_error', retryAfter: 7 };
    expect(outcomeOf(error)).toEqual({ is: 'limited', error: 'ratelimited', afterMs: 7000 });
  });

  test.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH', 'UND_ERR_CONNECT_TIMEOUT'])(
    '%s: nothing was asked, however deep the code lies',
    (code) => {
      for (const cause of [{ code }, { cause: { code } }, { cause: { cause: { code } } }]) {
        expect(outcomeOf(failed(cause))).toEqual({ is: 'unreachable', error: code });
      }
    },
  );

  test('a failure that is its own cause, or has none, ends as one of which nothing is known', () => {
    const loop: { cause?: unknown } = {};
    loop.cause = loop;
    for (const cause of [loop, null, undefined, 'ECONNREFUSED']) {
      expect(outcomeOf(failed(cause))).toEqual({ is: 'unclear', error: 'unknown' });
    }
  });

  test('a connection lost on the way, a time-out and a broken gateway leave it open', () => {
    expect(outcomeOf(failed({ code: 'ECONNRESET' }))).toEqual({ is: 'unclear', error: 'ECONNRESET' });
    expect(outcomeOf(failed({ code: 'UND_ERR_SOCKET' })).is).toBe('unclear');
    expect(outcomeOf({ code: 'slack_webapi_request_error', original: new DOMException('', 'TimeoutError') }).is).toBe(
      'unclear',
    );
  });

  test.each([
    [500, 'unclear'],
    [502, 'unclear'],
    [499, 'unreachable'],
    [404, 'unreachable'],
    [302, 'unreachable'],
  ])('HTTP %i comes from something in between: %s', (statusCode, is) => {
    const error = { code: 'slack_webapi_http_error', statusCode };
    expect(outcomeOf(error)).toEqual({ is, error: `http_${statusCode}` });
    expect(outcomeOf({ ...error, code: 'another_error' })).toEqual({ is: 'unclear', error: 'unknown' });
  });

  test('an answer that is not Slack’s leaves it open', () => {
    for (const page of ['<html>Bad gateway</html>', '<html>oops', 'upstream connect error', '']) {
      expect([outcomeOf(platform(page)).is, slackError(platform(page))]).toEqual(['unclear', null]);
    }
  });

  test('anything that is not known for certain counts as unclear', () => {
    fc.assert(
      fc.property(fc.anything(), (thrown) => ['unclear', 'unreachable', 'refused'].includes(outcomeOf(thrown).is)),
    );
    expect(outcomeOf(new Error('who knows')).is).toBe('unclear');
  });

  test('our own reasons are no guesses', () => {
    expect(outcomeOf(new SetAsideError('wall_team'))).toEqual({ is: 'refused', error: 'wall_team' });
    expect(outcomeOf(new UnpreparedError('not_drawn'))).toEqual({ is: 'unprepared', error: 'not_drawn' });
    expect([new SetAsideError(''), new UnpreparedError('')].map(({ name }) => name)).toEqual([
      'SetAsideError',
      'UnpreparedError',
    ]);
  });

  test('Slack’s answer tells more than its word for why not, where it was one', () => {
    const data = { ok: false, error: 'cant_invite', errors: [{ user: 'U1', error: 'cant_invite' }] };
    expect(slackAnswer({ code: 'slack_webapi_platform_error', data })).toEqual(data);
    expect(slackAnswer(new Error('fetch failed'))).toEqual({});
  });
});
