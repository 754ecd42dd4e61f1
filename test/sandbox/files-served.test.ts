import { afterEach, expect, test } from '@jest/globals';
import { at } from './engine.ts';
import { rawApp, seat, serve, stopAll, until } from './served.ts';
import type { SandboxServer } from '../../sandbox/server/server.ts';

afterEach(stopAll);

const HERE = '#acme-lantern';

const bearer = ({ botToken }: SandboxServer) => ({ headers: { authorization: `Bearer ${botToken}` } });

/** A file that Mei posted, as the app is told of it over signed HTTP. */
async function posted(server: SandboxServer, file: { name: string; text?: string; sizeBytes?: number }) {
  const app = await rawApp((response) => response.end());
  await server.deliverTo([app.url]);
  await seat(server, 'mei')
    .in(HERE)
    .post('Plan', { files: [file] });
  await until(() => app.heard.length === 1);
  return at(JSON.parse(app.heard[0]?.body ?? ''), 'event.files.0') as { id: string; url_private_download: string };
}

test('files are downloaded over HTTP with the token, and with no other one', async () => {
  const server = await serve();
  const { url_private_download: url } = await posted(server, { name: 'plan.pdf', text: 'drawn' });
  expect(url).toContain(server.url);
  const answer = await fetch(url, bearer(server));
  expect([await answer.text(), answer.headers.get('content-length')]).toEqual(['drawn', '5']);
  const refused = await fetch(url);
  expect([refused.status, await refused.text()]).toEqual([200, expect.stringContaining('Sign in')]);
});

test('whoever stops reading ends it, and a planned loss breaks the connection in the middle', async () => {
  const server = await serve();
  const { url_private_download: url } = await posted(server, { name: 'film.mp4', sizeBytes: 50_000_000 });
  const giving = new AbortController();
  const stopped = await fetch(url, { ...bearer(server), signal: giving.signal });
  await stopped.body?.getReader().read();
  giving.abort();
  const sent = () =>
    Number(
      at(
        server.engine.journal.entries.findLast(({ name }) => name === 'url_private'),
        'answer.sentBytes',
      ),
    );
  await until(() => sent() > 0);
  expect(sent()).toBeLessThan(50_000_000);
  server.engine.faults.next('url_private', 'response-lost');
  const broken = await fetch(url, bearer(server));
  await expect(broken.arrayBuffer()).rejects.toThrow('terminated');
  server.engine.faults.next('url_private', 'request-lost');
  await expect(fetch(url, bearer(server))).rejects.toThrow('fetch failed');
});

test('the app uploads over HTTP, as it is or in a form', async () => {
  const server = await serve();
  const call = async (method: string, args: object) => {
    const headers = { ...bearer(server).headers, 'content-type': 'application/json' };
    const answer = await fetch(server.apiUrl + method, { method: 'POST', headers, body: JSON.stringify(args) });
    return (await answer.json()) as Record<string, unknown>;
  };
  const form = new FormData();
  form.append('file', new Blob(['%PDF']), 'plan.pdf');
  for (const body of ['%PDF', form]) {
    const { upload_url: url, file_id: id } = await call('files.getUploadURLExternal', { filename: 'a.pdf', length: 4 });
    expect((await fetch(String(url), { method: 'POST', body })).status).toBe(200);
    expect(await call('files.completeUploadExternal', { files: [{ id }] })).toMatchObject({ ok: true });
    const { file } = await call('files.info', { file: id });
    expect(await (await fetch(String(at(file, 'url_private')), bearer(server))).text()).toBe('%PDF');
  }
});

test('a window shows a file to those who see it, and nothing of it runs there', async () => {
  const server = await serve();
  const { id } = await posted(server, { name: 'page.html', text: '<script>' });
  const shown = await fetch(`${server.url}/seat-files/${id}/page.html?as=olivia`);
  expect(await shown.text()).toBe('<script>');
  expect(shown.headers.get('content-disposition')).toMatch(/^attachment;/);
  expect((await fetch(`${server.url}/seat-files/${id}/page.html?as=wei`)).status).toBe(200);
  expect((await fetch(`${server.url}/seat-files/${id}/page.html?as=zhou`)).status).toBe(404);
});

test('a window uploads what a person chose, and another page cannot', async () => {
  const server = await serve();
  const upload = (headers: Record<string, string>) =>
    fetch(`${server.url}/seat-files?as=mei&name=plan.pdf`, { method: 'POST', headers, body: '%PDF' });
  expect((await upload({})).status).toBe(415);
  const { file } = (await (await upload({ 'x-sandbox-page': '1' })).json()) as { file: { id: string } };
  const channel = [...server.engine.world.channels.values()].find(({ name }) => name === 'acme-lantern')?.id;
  const act = (as: string, wish: object) =>
    fetch(`${server.url}/act?as=${as}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(wish),
    });
  const wish = { act: 'post', channel, text: '', files: [file.id] };
  expect(await (await act('tom', wish)).json()).toEqual({ ok: false, error: 'file_not_found' });
  expect(await (await act('mei', wish)).json()).toEqual({ ok: true });
  expect(seat(server, 'dana').sees(HERE).at(-1)?.files).toEqual(['plan.pdf']);
});
