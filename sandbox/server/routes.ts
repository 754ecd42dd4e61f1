import type { IncomingMessage, ServerResponse } from 'node:http';
import { parseBody } from '../api/body.ts';
import { callApi } from '../api/call.ts';
import type { Engine } from '../core/engine.ts';
import { act } from '../interact/act.ts';
import { useResponseUrl } from '../interact/responseUrl.ts';
import { feed, inspect } from './feed.ts';
import { faultSchema, jumpSchema, readAct } from './wishes.ts';

/** The page's three files. */
export type Page = { html: string; js: string; css: string };

/** No body that Slack or the page sends is longer. */
const LONGEST_BODY_BYTES = 2_000_000;

/** Answers one request. */
export async function answer(
  engine: Engine,
  page: Page | undefined,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const url = new URL(request.url ?? '/', 'http://sandbox');
  const as = seatNamed(engine, url.searchParams.get('as'));
  const path = url.pathname;
  if (request.method === 'POST') return answerPost(engine, path, as, request, response);
  if (path === '/feed' || path === '/inspector') {
    if (path === '/inspector') return inspect(engine, response);
    return as === undefined ? json(response, 404, { error: 'nobody' }) : feed(engine, as, response);
  }
  return servePage(page, path, response);
}

async function answerPost(
  engine: Engine,
  path: string,
  as: string | undefined,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const type = request.headers['content-type'] ?? '';
  const args = parseBody(type, await bodyOf(request));
  if (path.startsWith('/api/')) {
    const token = request.headers.authorization?.replace(/^Bearer /, '');
    const result = callApi(engine, path.slice('/api/'.length), args, token);
    // The work is done; the caller sees a connection that broke before the answer.
    return result.lost ? void request.socket.destroy() : json(response, result.status, result.body, result.headers);
  }
  if (path.startsWith('/response/')) {
    const used = useResponseUrl(engine, path.slice('/response/'.length), args);
    return json(response, used.status, used.body);
  }
  // The page's own requests are JSON, which no foreign page can send here without being asked first.
  if (!type.includes('application/json')) return json(response, 415, { error: 'JSON only' });
  return answerPage(engine, path, as, args, response);
}

/** The person of an id or a handle; where nobody is named, the first seat. */
function seatNamed({ world }: Engine, named: string | null): string | undefined {
  const people = [...world.users.values()].filter((user) => user.kind !== 'bot');
  const found = named === null ? people[0] : people.find((user) => user.id === named || user.handle === named);
  return found?.id;
}

async function answerPage(
  engine: Engine,
  path: string,
  as: string | undefined,
  args: unknown,
  response: ServerResponse,
) {
  if (path === '/act') {
    const wish = readAct(args);
    if ('error' in wish) return json(response, 400, { ok: false, error: wish.error });
    if (as === undefined) return json(response, 404, { ok: false, error: 'user_not_found' });
    return json(response, 200, await act(engine, as, wish.act));
  }
  if (path.startsWith('/again/')) {
    await engine.dispatch.again(path.slice('/again/'.length));
    return json(response, 200, { ok: true });
  }
  if (path === '/clock') {
    engine.world.clock.advance(jumpSchema.parse(args).advanceMs);
    return json(response, 200, { ok: true });
  }
  if (path === '/faults') {
    const { method, kind, error } = faultSchema.parse(args);
    engine.faults.next(method, kind, { error });
    return json(response, 200, { ok: true });
  }
  return json(response, 404, { error: 'no such address' });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > LONGEST_BODY_BYTES) throw new Error('The body is too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function json(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(body));
}

function servePage(page: Page | undefined, path: string, response: ServerResponse): void {
  const files: Record<string, [string, string | undefined]> = {
    '/page.js': ['text/javascript', page?.js],
    '/page.css': ['text/css', page?.css],
  };
  // Every other address is the page: a permalink (/archives/...) opens it, too.
  const [type, text] = files[path] ?? ['text/html', page?.html];
  response.writeHead(text === undefined ? 404 : 200, {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-store',
  });
  response.end(text ?? 'The sandbox runs without its page.');
}
