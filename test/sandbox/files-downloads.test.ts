import { describe, expect, test } from '@jest/globals';
import { at, without } from './engine.ts';
import { fileIn, get, reading } from './files-app.ts';

const HERE = '#acme-lantern';
const LARGE_BYTES = 50_000_000;

describe('a download', () => {
  test('of 50 MB is streamed, and made only as far as somebody reads', async () => {
    const got = await reading();
    const { slack, heard } = got;
    const film = { name: 'film.mp4', sizeBytes: LARGE_BYTES, text: 'begins' };
    await slack
      .as('mei')
      .in(HERE)
      .post('The film', { files: [film, film] });
    const whole = await get(got, at(heard[0], 'files.0.url_private_download'));
    expect(Object.fromEntries(whole.headers)).toMatchObject({
      'content-type': 'video/mp4',
      'content-length': String(LARGE_BYTES),
    });
    let [length, first] = [0, ''];
    for await (const chunk of whole.body as unknown as AsyncIterable<Uint8Array>) {
      first ||= new TextDecoder().decode(chunk.subarray(0, 6));
      length += chunk.length;
    }
    expect([length, first]).toEqual([LARGE_BYTES, 'begins']);
    const reader = (await get(got, at(heard[0], 'files.1.url_private'))).body?.getReader();
    await reader?.read();
    await reader?.cancel();
    const [all, part] = slack.journal.calls('url_private');
    expect(all).toMatchObject({ outcome: 'ok', scope: 'files:read', answer: { sentBytes: LARGE_BYTES } });
    expect(at(part?.answer, 'sentBytes')).toBeLessThan(200_000);
    slack.expectNoErrors();
  });

  test('with a wrong token, or none, is answered by the sign-in page, and a strict Slack complains', async () => {
    const got = await reading();
    const { heard } = got;
    await got.slack
      .as('mei')
      .in(HERE)
      .post('Plan', { files: [{ name: 'plan.pdf', text: 'x' }] });
    const url = String(at(heard[0], 'files.0.url_private'));
    for (const answer of [await got.fetch(url), await get(got, url, 'xoxb-of-somebody')]) {
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
      expect(await answer.text()).toContain('Sign in');
    }
    expect(() => got.slack.expectNoErrors()).toThrow(/url_private: not_authed[^]*url_private: invalid_auth/);
  });

  test('without the scope is answered by the sign-in page', async () => {
    const got = await reading({ manifest: without('files:read') });
    const { heard } = got;
    await got.slack
      .as('mei')
      .in(HERE)
      .post('Plan', { files: [{ name: 'plan.pdf', text: 'x' }] });
    expect(await (await get(got, at(heard[0], 'files.0.url_private'))).text()).toContain('Sign in');
    await expect(got.app.client.files.info({ file: fileIn(heard[0]) })).rejects.toThrow('missing_scope');
  });

  test('goes wrong as it is planned: in the middle, with an error, or not at all', async () => {
    const got = await reading();
    const { slack, heard } = got;
    await slack
      .as('mei')
      .in(HERE)
      .post('Plan', { files: [{ name: 'plan.pdf', sizeBytes: 200_000 }] });
    const url = at(heard[0], 'files.0.url_private');
    slack.faults.next('url_private', 'response-lost');
    await expect(get(got, url).then((answer) => answer.arrayBuffer())).rejects.toThrow('terminated');
    slack.faults.next('url_private', 'ratelimited', { retryAfterSeconds: 7 });
    const limited = await get(got, url);
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '7']);
    slack.faults.next('url_private', 'unreachable');
    await expect(get(got, url)).rejects.toThrow('fetch failed');
    slack.faults.next('url_private', 'hang');
    const headers = { authorization: `Bearer ${slack.engine.world.app.botToken}` };
    await expect(got.fetch(String(url), { headers, signal: AbortSignal.timeout(5) })).rejects.toThrow('timeout');
    const outcomes = slack.journal.calls('url_private').map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['response lost', 'ratelimited', 'unreachable', 'never answered']);
    slack.expectNoErrors();
  });

  test('that is given up ends, though its answer had begun', async () => {
    const got = await reading();
    const { heard } = got;
    await got.slack
      .as('mei')
      .in(HERE)
      .post('Film', { files: [{ name: 'film.mp4', sizeBytes: LARGE_BYTES }] });
    const giving = new AbortController();
    const headers = { authorization: `Bearer ${got.slack.engine.world.app.botToken}` };
    const answer = await got.fetch(String(at(heard[0], 'files.0.url_private')), { headers, signal: giving.signal });
    const reader = answer.body?.getReader();
    await reader?.read();
    giving.abort();
    await expect(reader?.closed).rejects.toThrow('aborted');
  });

  test('is of what the app may see alone', async () => {
    const got = await reading();
    const { slack, app } = got;
    await slack
      .as('mei')
      .in('#general')
      .post('Plan', { files: [{ name: 'plan.pdf', text: 'x' }] });
    const [file] = [...slack.engine.world.files.values()];
    await expect(app.client.files.info({ file: file?.id ?? '' })).rejects.toThrow('file_not_found');
    const address = `https://slack.sandbox/files-pri/T1-${file?.id}/plan.pdf`;
    expect((await get(got, address)).status).toBe(404);
    await slack.as('mei').in('#general').invite('testbot');
    expect((await get(got, address)).status).toBe(200);
  });
});
