import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, describe, expect, test } from '@jest/globals';
import { HASHED_BYTES, hashFile, makeFiles } from '../../src/io/files.ts';
import type { FileParts } from '../../src/io/files-slack.ts';
import { makeLog } from '../../src/io/log.ts';
import { makeClients } from '../../src/io/slack.ts';
import { BOUNDS } from '../../src/kit/bounds.ts';
import { type Answer, closeServers, listening, whole } from '../support/files-served.ts';
import { peakOf } from '../support/documents-memory.ts';

const MB = 1024 * 1024;
const TEXT = Buffer.from('真茶，当场泡');
const shaOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

afterEach(closeServers);

type Slack = { info?: Record<string, unknown>; answer?: Answer; times?: FileParts['times'] };

/** A Slack with one file, F1; `asked` counts how often its bytes were asked for. */
async function slack({ info = {}, answer = whole(TEXT), times }: Slack = {}) {
  const asked = { bytes: 0 };
  const serve = { answer };
  const origin = await listening((request: IncomingMessage, response: ServerResponse) => {
    if (request.url === '/api/files.info') {
      const url = `${origin}/files-pri/T1-F1/download/key-visual.pdf`;
      const file = { id: 'F1', name: 'key-visual.pdf', mimetype: 'application/pdf', size: TEXT.length, user: 'UBEN' };
      const told = { ok: true, file: { ...file, mode: 'hosted', url_private_download: url, ...info } };
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(told));
      return;
    }
    asked.bytes += 1;
    serve.answer(request, response);
  });
  const apiUrl = `${origin}/api/`;
  const clients = makeClients({ token: 'xoxb-of-the-test', log: makeLog('silent'), apiUrl });
  const parts = { clients, token: 'xoxb-of-the-test', apiUrl, botUser: 'UBOT', ...(times ? { times } : {}) };
  return { parts, asked, serve, files: makeFiles(parts) };
}

/** So many bytes, made as they are taken; `length` is what is announced. */
const streamed =
  (bytes: number, length?: number): Answer =>
  (_, response) => {
    response.writeHead(200, {
      'content-type': 'application/pdf',
      ...(length === undefined ? {} : { 'content-length': length }),
    });
    const piece = Buffer.alloc(64 * 1024, 'a');
    let left = bytes;
    const more = () => {
      while (!response.destroyed && left > 0) {
        const next = piece.subarray(0, Math.min(left, piece.length));
        left -= next.length;
        if (!response.write(next)) return;
      }
      if (left <= 0) response.end();
    };
    response.on('drain', more);
    more();
  };

const refused = (why: string) => ({ is: 'refused', why });

describe('the hash of a file', () => {
  test('is of its bytes, with what Slack tells of it', async () => {
    const { parts } = await slack();
    expect(await hashFile(parts, 'F1')).toEqual({
      is: 'hashed',
      name: 'key-visual.pdf',
      mimetype: 'application/pdf',
      size: TEXT.length,
      sha256: shaOf(TEXT),
    });
  });

  test('of 200 MB takes a small part of that in memory', async () => {
    const { parts } = await slack({ info: { size: HASHED_BYTES }, answer: streamed(HASHED_BYTES, HASHED_BYTES) });
    const { value, bytes } = await peakOf(() => hashFile(parts, 'F1'));
    expect(value).toMatchObject({ is: 'hashed', size: HASHED_BYTES });
    expect(bytes).toBeLessThan(100 * MB);
  }, 60_000);

  test('of more is not taken, and not a byte is asked for; what it is called is known all the same', async () => {
    const { parts, asked } = await slack({ info: { size: HASHED_BYTES + 1 } });
    const facts = { is: 'facts', name: 'key-visual.pdf', mimetype: 'application/pdf', size: HASHED_BYTES + 1 };
    expect(await hashFile(parts, 'F1')).toEqual({ ...refused('tooLarge'), facts: { ...facts, isOwn: false } });
    expect(asked.bytes).toBe(0);
  });

  test.each<[string, Slack, string]>([
    ['is larger than it announced', { info: { size: null }, answer: streamed(50 * MB) }, 'tooLarge'],
    ['says so only as it comes', { info: { size: 1 }, answer: streamed(50 * MB, 50 * MB) }, 'tooLarge'],
    ['has a byte more than Slack says', { info: { size: MB - 1 }, answer: streamed(MB) }, 'unreachable'],
    ['has a byte less', { info: { size: MB }, answer: streamed(MB - 1) }, 'unreachable'],
    [
      'breaks off in the middle',
      { answer: (_, response) => void response.writeHead(200).write('a', () => response.destroy()) },
      'unreachable',
    ],
    [
      'comes to a halt',
      { answer: (_, response) => void response.writeHead(200).write('a'), times: { stallMs: 100 } },
      'unreachable',
    ],
    ['never begins', { answer: () => undefined, times: { hashMs: 100 } }, 'unreachable'],
    ['is a page to sign in', { answer: whole(Buffer.from('<html>'), 'text/html') }, 'notAllowed'],
    ['is gone', { answer: (_, response) => void response.writeHead(404).end() }, 'gone'],
    ['is a stone', { info: { mode: 'tombstone' } }, 'gone'],
  ])('is not given of one that %s', async (_, served, why) => {
    const { parts } = await slack(served);
    expect(await hashFile(parts, 'F1', MB)).toMatchObject(refused(why));
  });

  test('of one that drips for ever is given up', async () => {
    let timer: NodeJS.Timeout | undefined;
    const drip: Answer = (_, response) => {
      response.writeHead(200).write('a');
      timer = setInterval(() => void (response.destroyed || response.write('a')), 10);
    };
    const { parts } = await slack({ info: { size: null }, answer: drip, times: { hashMs: 300 } });
    expect(await hashFile(parts, 'F1')).toMatchObject(refused('unreachable'));
    clearInterval(timer);
  });
});

describe('several who ask for the hash of one file', () => {
  test('have one download, and none later on', async () => {
    const { files, asked } = await slack();
    const all = await Promise.all([1, 2, 3].map(() => files.fingerprint('F1', 5000)));
    expect(all.map((one) => one.is === 'hashed' && one.sha256)).toEqual(Array(3).fill(shaOf(TEXT)));
    await files.fingerprint('F1', 5000);
    expect(asked.bytes).toBe(1);
  });

  test('begin anew where it failed', async () => {
    const { files, asked, serve } = await slack({ answer: (_, response) => void response.writeHead(500).end() });
    expect(await files.fingerprint('F1', 5000)).toMatchObject(refused('unreachable'));
    serve.answer = whole(TEXT);
    expect(await files.fingerprint('F1', 5000)).toMatchObject({ is: 'hashed' });
    expect(asked.bytes).toBe(2);
  });

  test('wait no longer than they want to, and it goes on meanwhile', async () => {
    let release = () => undefined as void;
    const held = new Promise<void>((resolve) => (release = resolve));
    const answer: Answer = (request, response) => void held.then(() => whole(TEXT)(request, response));
    const { files, asked } = await slack({ answer });
    expect(await files.fingerprint('F1', 20)).toEqual({ is: 'pending' });
    release();
    expect(await files.fingerprint('F1', 5000)).toMatchObject({ is: 'hashed', sha256: shaOf(TEXT) });
    expect(asked.bytes).toBe(1);
  });
});

describe('a file that is passed on', () => {
  test('has up to 20 MB, and no byte of a larger one is asked for', async () => {
    const { files, asked } = await slack({
      info: { size: BOUNDS.passedOnBytes },
      answer: streamed(BOUNDS.passedOnBytes, BOUNDS.passedOnBytes),
    });
    const file = await files.bytes('F1');
    expect(file.is === 'file' && file.bytes.byteLength).toBe(BOUNDS.passedOnBytes);
    expect(asked.bytes).toBe(1);
    const larger = await slack({ info: { size: BOUNDS.passedOnBytes + 1 } });
    expect(await larger.files.bytes('F1')).toEqual(refused('tooLarge'));
    expect(larger.asked.bytes).toBe(0);
  });
});

describe('what a file is', () => {
  test('is told without a byte of it, and whether it is Liaison’s own', async () => {
    const { files, asked } = await slack({ info: { size: 900 * MB } });
    const facts = { is: 'facts', name: 'key-visual.pdf', mimetype: 'application/pdf', size: 900 * MB };
    expect(await files.facts('F1')).toEqual({ ...facts, isOwn: false });
    expect(await (await slack({ info: { user: 'UBOT' } })).files.facts('F1')).toMatchObject({ isOwn: true });
    expect(asked.bytes).toBe(0);
  });
});
