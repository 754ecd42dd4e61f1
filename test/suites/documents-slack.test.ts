import { readFileSync } from 'node:fs';
import { afterEach, expect, test } from '@jest/globals';
import { addFile, type NewFile, removeFile } from '../../sandbox/core/files.ts';
import type { Manifest } from '../../sandbox/core/manifest.ts';
import type { CallFault } from '../../sandbox/core/faults.ts';
import { personByHandle } from '../../sandbox/seed/plant.ts';
import { type SandboxServer, startServer } from '../../sandbox/server/server.ts';
import { readDocument } from '../../src/io/documents.ts';
import { fetchFile, type FetchedFile } from '../../src/io/files.ts';
import { makeLog } from '../../src/io/log.ts';
import { makeClients } from '../../src/io/slack.ts';
import { makeDocx, p } from '../support/documents-docx.ts';

const manifest: Manifest = JSON.parse(readFileSync(new URL('../../manifest.json', import.meta.url), 'utf8'));
const MB = 1024 * 1024;

let server: SandboxServer | undefined;
afterEach(() => server?.stop());

/** A Slack of whose files the app reads what was handed in to it. */
async function slack({ mayRead = true } = {}): Promise<SandboxServer> {
  const scopes = (manifest.oauth_config?.scopes?.bot ?? []).filter((scope) => scope !== 'files:read');
  const bot = mayRead ? [...scopes, 'files:read'] : scopes;
  server = await startServer({
    manifest: { ...manifest, oauth_config: { ...manifest.oauth_config, scopes: { bot } } },
  });
  return server;
}

function handIn({ engine }: SandboxServer, given: NewFile) {
  const file = addFile(engine.world, personByHandle(engine, 'mei').id, given);
  file.isForApp = true;
  return file;
}

function fetched({ botToken: token, apiUrl }: SandboxServer, id: string): Promise<FetchedFile> {
  const times = { infoMs: 2000, downloadMs: 1000 };
  const clients = makeClients({ token, log: makeLog('silent'), apiUrl });
  return fetchFile({ clients, token, apiUrl, times }, id);
}

const refused = (why: string) => ({ is: 'refused', why });

test('a document that a client handed in is fetched from Slack and read', async () => {
  const on = await slack();
  const bytes = makeDocx(p('目标受众', { style: 'a' }) + p('25–35 岁'));
  const file = await fetched(on, handIn(on, { name: '简报 2026.docx', bytes }).id);
  expect(file.is === 'file' && (await readDocument(file))).toEqual({
    is: 'read',
    blocks: [
      { kind: 'heading', text: '目标受众' },
      { kind: 'text', text: '25–35 岁' },
    ],
  });
});

test('a film is refused by its size, and no byte of it is asked for', async () => {
  const on = await slack();
  expect(await fetched(on, handIn(on, { name: 'film.mp4', sizeBytes: 900 * MB }).id)).toEqual(refused('tooLarge'));
  expect(on.engine.journal.entries.filter(({ name }) => name === 'url_private')).toEqual([]);
});

test('a file that is deleted, unknown, or not the bot’s to see is gone', async () => {
  const on = await slack();
  const [deleted, hidden] = [handIn(on, { name: 'a.txt', text: 'a' }), handIn(on, { name: 'b.txt', text: 'b' })];
  removeFile(on.engine.world, deleted);
  hidden.isForApp = false;
  for (const id of [deleted.id, hidden.id, 'F000']) expect(await fetched(on, id)).toEqual(refused('gone'));
});

test('an app without the scope is not allowed to', async () => {
  const on = await slack({ mayRead: false });
  expect(await fetched(on, handIn(on, { name: 'a.txt', text: 'a' }).id)).toEqual(refused('notAllowed'));
});

test.each<CallFault>(['server-error', 'ratelimited', 'request-lost', 'response-lost', 'hang'])(
  'a download with the fault %s is refused, and a second try gives the whole file',
  async (fault) => {
    const on = await slack();
    const { id } = handIn(on, { name: 'a.txt', text: 'Objective: awareness' });
    on.engine.faults.next('url_private', fault);
    expect(await fetched(on, id)).toEqual(refused('unreachable'));
    expect(await fetched(on, id)).toMatchObject({ is: 'file', name: 'a.txt', mimetype: 'text/plain' });
  },
);
