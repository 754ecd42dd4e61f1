/** Files over HTTP: the app's uploads and downloads, and those of the page's windows. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { uploadedBytes } from '../api/form.ts';
import { download, downloadIn, takeUpload, uploadIn, type Transfer } from '../api/transfers.ts';
import type { Engine } from '../core/engine.ts';
import { addFile, canOpenFile, streamOf } from '../core/files.ts';
import { userOf } from '../core/world.ts';
import { bodyOf, json } from './plain.ts';

/** Of one upload: all of them are kept in memory. Slack takes a gigabyte. */
const LARGEST_BYTES = 100_000_000;

/** Types that a browser only shows. Anything else is downloaded: a page of HTML must not run as the sandbox's own. */
const SHOWN = ['image/png', 'image/jpeg', 'image/gif'];

/**
 * Answers a request about a file.
 * @param as the person of the window, by id
 * @returns false where the request is about something else
 */
export async function answerFiles(
  engine: Engine,
  url: URL,
  as: string | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const isPost = request.method === 'POST';
  const fileId = isPost ? undefined : downloadIn(url.pathname);
  const upload = isPost ? uploadIn(url.pathname) : undefined;
  const seen = isPost ? undefined : /^\/seat-files\/(\w+)\//.exec(url.pathname)?.[1];
  if (fileId) {
    const token = request.headers.authorization?.replace(/^Bearer /, '');
    await transfer(download(engine, fileId, token), request, response);
  } else if (upload) {
    const type = request.headers['content-type'] ?? '';
    const bytes = await uploadedBytes(type, new Uint8Array(await bodyOf(request, LARGEST_BYTES)));
    await transfer(takeUpload(engine, upload, bytes), request, response);
  } else if (seen) {
    await show(engine, seen, as, response);
  } else if (isPost && url.pathname === '/seat-files') {
    await keep(engine, url.searchParams.get('name') ?? '', as, request, response);
  } else return false;
  return true;
}

async function transfer(answer: Transfer, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (answer.lost) {
    // What hangs stays open until the caller or the server closes it.
    if (answer.instead !== 'hang') request.socket.destroy();
    return;
  }
  response.writeHead(answer.status, answer.headers);
  if (typeof answer.body === 'string') response.end(answer.body);
  else await pour(answer.body, response);
}

/** A reader that goes away ends it, and so does a stream that breaks off: the connection is closed then. */
async function pour(body: ReadableStream<Uint8Array>, response: ServerResponse): Promise<void> {
  await pipeline(Readable.fromWeb(body), response).catch(() => response.destroy());
}

/** A file as a person sees it in their window. */
async function show(engine: Engine, id: string, as: string | undefined, response: ServerResponse): Promise<void> {
  const file = engine.world.files.get(id);
  if (!file || as === undefined || !canOpenFile(engine.world, userOf(engine.world, as), file)) {
    return json(response, 404, { error: 'file_not_found' });
  }
  const disposition = SHOWN.includes(file.mimetype) ? 'inline' : 'attachment';
  response.writeHead(200, {
    'content-type': file.mimetype,
    'content-length': String(file.sizeBytes),
    'content-disposition': `${disposition}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  return pour(streamOf(file), response);
}

/** Takes a file that a person chose in their window. It is theirs alone until they post it or hand it in. */
async function keep(
  engine: Engine,
  name: string,
  as: string | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // A header of our own, which no foreign page can send here without being asked first.
  if (request.headers['x-sandbox-page'] === undefined) return json(response, 415, { error: 'from the page only' });
  if (as === undefined || name === '') return json(response, 400, { error: 'a name and a person are needed' });
  const bytes = new Uint8Array(await bodyOf(request, LARGEST_BYTES));
  const { id, sizeBytes } = addFile(engine.world, as, { name, bytes });
  return json(response, 200, { ok: true, file: { id, name, sizeBytes } });
}
