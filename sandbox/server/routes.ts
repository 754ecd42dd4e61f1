import type { IncomingMessage, ServerResponse } from 'node:http';
import { parseBody } from '../api/body.ts';
import { callApi } from '../api/call.ts';
import type { Engine } from '../core/engine.ts';
import { useResponseUrl } from '../interact/responseUrl.ts';
import { faultsOf } from './faults.ts';
import { feed, inspect } from './feed.ts';
import { answerFiles } from './files.ts';
import type { Jumper, Moments } from './jump.ts';
import { answerPage } from './page-requests.ts';
import { bodyOf, json } from './plain.ts';
import type { ClockView } from './protocol.ts';
import { isoOf } from './seat.ts';

/** The page's three files. */
export type Page = { html: string; js: string; css: string };

/** What is served to the app and to the windows. */
export type Served = {
  engine: Engine;
  /** Absent where only the app is served. */
  page: Page | undefined;
  /** Those of the app. */
  sockets: { count(): number; cut(): void };
  jumper: Jumper;
  /** Where the clock can be sent by a name. */
  moments: Moments;
};

/** No body that Slack or the page sends is longer. */
const LONGEST_BODY_BYTES = 2_000_000;

/** Answers one request. */
export async function answer(served: Served, request: IncomingMessage, response: ServerResponse) {
  const { engine, page } = served;
  const url = new URL(request.url ?? '/', 'http://sandbox');
  const as = seatNamed(engine, url.searchParams.get('as'));
  const path = url.pathname;
  if (await answerFiles(engine, url, as, request, response)) return undefined;
  if (request.method === 'POST') return answerPost(served, path, as, request, response);
  if (path === '/feed' || path === '/inspector') {
    if (path === '/inspector') return inspect(engine, response);
    return as === undefined ? json(response, 404, { error: 'nobody' }) : feed(engine, as, response);
  }
  if (path === '/faults') return json(response, 200, faultsOf(engine));
  if (path === '/clock') return json(response, 200, clockOf(served));
  return servePage(page, path, response);
}

async function answerPost(
  served: Served,
  path: string,
  as: string | undefined,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const { engine } = served;
  const type = request.headers['content-type'] ?? '';
  const args = parseBody(type, (await bodyOf(request, LONGEST_BODY_BYTES)).toString());
  if (path.startsWith('/api/')) {
    const token = request.headers.authorization?.replace(/^Bearer /, '');
    const result = callApi(engine, path.slice('/api/'.length), args, token);
    if (!result.lost) return json(response, result.status, result.body, result.headers);
    // What hangs stays open until the caller or the server closes it; else the caller sees a connection that broke.
    return result.instead === 'hang' ? undefined : void request.socket.destroy();
  }
  if (path.startsWith('/response/')) {
    const used = useResponseUrl(engine, path.slice('/response/'.length), args);
    return json(response, used.status, used.body);
  }
  // The page's own requests are JSON, which no foreign page can send here without being asked first.
  if (!type.includes('application/json')) return json(response, 415, { error: 'JSON only' });
  const reply = await answerPage(served, path, as, args);
  return json(response, reply?.status ?? 404, reply?.body ?? { error: 'no such address' });
}

/** What time it is, and where the clock can be sent by a name. */
const clockOf = ({ engine: { world }, moments }: Served): ClockView => ({
  now: isoOf(world.clock.now()),
  moments: Object.keys(moments),
});

/** The person of an id or a handle; where nobody is named, the first seat. */
function seatNamed({ world }: Engine, named: string | null): string | undefined {
  const people = [...world.users.values()].filter((user) => user.kind !== 'bot');
  const found = named === null ? people[0] : people.find((user) => user.id === named || user.handle === named);
  return found?.id;
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
