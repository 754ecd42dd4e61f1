import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { afterEach, describe, expect, test } from '@jest/globals';
import { FILE_BYTES, fetchFile, type FetchedFile, type FileParts } from '../../src/io/files.ts';
import { makeLog } from '../../src/io/log.ts';
import { makeClients } from '../../src/io/slack.ts';

const TOKEN = 'xoxb-of-the-test';
const MB = 1024 * 1024;
const TEXT = Buffer.from('# 项目背景\n新品上市');

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
/** A Slack of two addresses: what files.info tells, and how the file itself is given. */
type Slack = { info: Record<string, unknown>; answer: Answer };

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function listening(handle: Answer): Promise<string> {
  const server = createServer(handle);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}

const whole =
  (bytes: Uint8Array, type = 'text/plain'): Answer =>
  (_, response) =>
    void response.writeHead(200, { 'content-type': type, 'content-length': bytes.length }).end(bytes);

/** What came of fetching F1, and which downloads were asked for with which token. */
async function fetched({ info, answer }: Partial<Slack>, parts: Partial<FileParts> = {}) {
  const asked: (string | undefined)[] = [];
  const origin = await listening((request, response) => {
    if (request.url === '/api/files.info') {
      const file = { id: 'F1', name: 'brief.md', mimetype: 'text/plain', size: TEXT.length, mode: 'hosted', ...info };
      const body = 'error' in file ? { ok: false, error: file.error } : { ok: true, file: withAddress(file, origin) };
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      return;
    }
    asked.push(request.headers.authorization);
    (answer ?? whole(TEXT))(request, response);
  });
  const apiUrl = `${origin}/api/`;
  const clients = makeClients({ token: TOKEN, log: makeLog('silent'), apiUrl });
  const file: FetchedFile = await fetchFile({ clients, token: TOKEN, apiUrl, ...parts }, 'F1');
  return { file, asked };
}

const withAddress = (file: Record<string, unknown>, origin: string) => ({
  url_private_download: `${origin}/files-pri/T1-F1/download/brief.md`,
  ...file,
});

const refused = (why: string) => ({ is: 'refused', why });

describe('a file in Slack', () => {
  test('is fetched with the bot’s token, by its id alone', async () => {
    const { file, asked } = await fetched({});
    expect(file).toEqual({ is: 'file', name: 'brief.md', mimetype: 'text/plain', bytes: TEXT });
    expect(asked).toEqual([`Bearer ${TOKEN}`]);
  });

  test('is fetched up to 5 MB', async () => {
    const bytes = Buffer.alloc(FILE_BYTES, 'a');
    const { file } = await fetched({ info: { size: bytes.length }, answer: whole(bytes) });
    expect(file.is === 'file' && bytes.equals(file.bytes)).toBe(true);
  });

  test('that announces more is not even asked for', async () => {
    const { file, asked } = await fetched({ info: { size: FILE_BYTES + 1 } });
    expect(file).toEqual(refused('tooLarge'));
    expect(asked).toEqual([]);
  });

  test('that is larger than it announced is not waited for to its end', async () => {
    let sent = 0;
    let isClosed: (() => void) | undefined;
    const closed = new Promise<void>((resolve) => (isClosed = resolve));
    const answer: Answer = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' });
      response.on('close', () => isClosed?.());
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(64 * 1024, 'a'))) sent += 64 * 1024;
      };
      response.on('drain', more);
      more();
    };
    expect((await fetched({ answer })).file).toEqual(refused('tooLarge'));
    await closed;
    expect(sent).toBeLessThan(40 * MB);
  });

  test('whose answer announces too much is not read', async () => {
    const answer: Answer = (_, response) =>
      void response.writeHead(200, { 'content-type': 'text/plain', 'content-length': 50 * MB }).write('a');
    expect((await fetched({ answer })).file).toEqual(refused('tooLarge'));
  });

  test.each([
    ['deleted', { error: 'file_deleted' }, 'gone'],
    ['never seen', { error: 'file_not_found' }, 'gone'],
    ['only a stone', { mode: 'tombstone' }, 'gone'],
    ['not visible', { error: 'not_visible' }, 'notAllowed'],
    ['not in the scopes', { error: 'missing_scope' }, 'notAllowed'],
    ['kept elsewhere', { is_external: true, mode: 'external' }, 'notAllowed'],
    ['hidden by a free plan', { mode: 'hidden_by_limit' }, 'notAllowed'],
    ['without an address', { url_private_download: null }, 'notAllowed'],
    ['at an address that is none', { url_private_download: 'F1' }, 'notAllowed'],
    ['not told of while Slack has a fault', { error: 'internal_error' }, 'unreachable'],
    ['not told of while the token is not known', { error: 'invalid_auth' }, 'unreachable'],
  ])('that is %s is refused, and not asked for', async (_, info, why) => {
    expect(await fetched({ info })).toEqual({ file: refused(why), asked: [] });
  });

  test.each([
    [
      'the sign-in page',
      (_, response) => void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<html>'),
      'notAllowed',
    ],
    ['403', (_, response) => void response.writeHead(403).end(), 'notAllowed'],
    ['404', (_, response) => void response.writeHead(404).end(), 'gone'],
    ['500', (_, response) => void response.writeHead(500).end(), 'unreachable'],
    ['429', (_, response) => void response.writeHead(429, { 'retry-after': '30' }).end(), 'unreachable'],
    [
      'half of it',
      (_, response) => void response.writeHead(200, { 'content-type': 'text/plain' }).end(TEXT.subarray(0, 5)),
      'unreachable',
    ],
    [
      'a connection that breaks',
      (_, response) =>
        void response.writeHead(200, { 'content-length': TEXT.length }).write('a', () => response.destroy()),
      'unreachable',
    ],
  ] as [string, Answer, string][])('for which %s comes is refused', async (_, answer, why) => {
    expect((await fetched({ answer })).file).toEqual(refused(why));
  });

  test('that never comes is given up', async () => {
    const times = { infoMs: 5000, downloadMs: 200 };
    expect((await fetched({ answer: () => undefined }, { times })).file).toEqual(refused('unreachable'));
    const dripping: Answer = (_, response) => void response.writeHead(200, { 'content-type': 'text/plain' }).write('a');
    expect((await fetched({ answer: dripping }, { times })).file).toEqual(refused('unreachable'));
  });
});

describe('the bot’s token', () => {
  test('goes with a file that Slack passes on within itself', async () => {
    const answer: Answer = (request, response) => {
      if (request.url === '/elsewhere') whole(TEXT)(request, response);
      else response.writeHead(302, { location: '/elsewhere' }).end();
    };
    const { file, asked } = await fetched({ answer });
    expect(file.is).toBe('file');
    expect(asked).toEqual([`Bearer ${TOKEN}`, `Bearer ${TOKEN}`]);
  });

  test('never goes anywhere else, wherever a file says it is or leads on to', async () => {
    const heard: string[] = [];
    const other = await listening((request, response) => {
      heard.push(request.url ?? '');
      whole(TEXT)(request, response);
    });
    const answer: Answer = (_, response) => void response.writeHead(302, { location: `${other}/x` }).end();
    expect((await fetched({ answer })).file).toEqual(refused('notAllowed'));
    const linked = await fetched({ info: { url_private_download: `${other}/y` } });
    expect(linked.file).toEqual(refused('notAllowed'));
    for (const url of [
      'https://slack.com.evil.example/f',
      'http://files.slack.com/f',
      'https://evilslack.com/f',
      'file:///etc/passwd',
    ]) {
      expect((await fetched({ info: { url_private_download: url } })).file).toEqual(refused('notAllowed'));
    }
    expect(heard).toEqual([]);
  });

  test('is not sent round for ever', async () => {
    const answer: Answer = (_, response) => void response.writeHead(302, { location: '/again' }).end();
    const { file, asked } = await fetched({ answer });
    expect(file).toEqual(refused('notAllowed'));
    expect(asked.length).toBeLessThan(6);
  });
});
