/**
 * Shows the page without a sandbox behind it, on made-up seats: `npx tsx sandbox/page/dev/preview.ts`, then open the
 * address that it prints. `?as=UMEI` is in English, `?as=ULIN` in Chinese; append `-modal` for an open form
 * (`?as=UMEI-modal`). The page is built anew at every load. Acts are printed; closing a modal or a notice works.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Act, Seat } from '../../server/protocol.ts';
import { buildPage } from '../build.ts';
import { ENTRIES, seatOf } from './fixtures.ts';
import { SEATS } from './people.ts';

const PORT = 4600;
const seats = new Map<string, Seat>();
const feeds = new Map<string, Set<ServerResponse>>();

function seatFor(as: string): Seat | undefined {
  const me = SEATS.find((person) => person.id === as.replace('-modal', ''));
  if (me && !seats.has(as)) seats.set(as, seatOf({ ...me, id: as }, { modal: as.endsWith('-modal') }));
  return seats.get(as);
}

function stream(response: ServerResponse): (event: string, data: unknown) => void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  return (event, data) => response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
}

function feed(as: string, response: ServerResponse): void {
  const seat = seatFor(as);
  if (!seat) return void response.writeHead(404).end();
  stream(response)('seat', seat);
  const all = feeds.get(as) ?? new Set();
  feeds.set(as, all.add(response));
  response.on('close', () => all.delete(response));
}

function inspect(response: ServerResponse): void {
  const send = stream(response);
  for (const entry of ENTRIES) send('entry', entry);
}

/** Does the little that can be done without an app. */
function after(seat: Seat, act: Act): Seat {
  if (act.act === 'close') return { ...seat, modals: act.all ? [] : seat.modals.slice(0, -1) };
  if (act.act === 'dismiss-notice') return { ...seat, notices: seat.notices.filter((notice) => notice.id !== act.id) };
  return seat;
}

async function takeAct(as: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  const act = JSON.parse(body) as Act;
  console.log(as, JSON.stringify(act));
  const seat = seatFor(as);
  if (seat) seats.set(as, after(seat, act));
  response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true}');
  for (const one of feeds.get(as) ?? []) one.write(`event: seat\ndata: ${JSON.stringify(seats.get(as))}\n\n`);
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const as = url.searchParams.get('as') ?? 'UMEI';
  if (url.pathname === '/feed') return feed(as, response);
  if (url.pathname === '/act') return takeAct(as, request, response);
  if (url.pathname === '/inspector') return inspect(response);
  if (url.pathname.startsWith('/again/')) return void response.writeHead(204).end();
  const page = await buildPage();
  if (url.pathname === '/page.js') return void response.setHeader('content-type', 'text/javascript').end(page.js);
  if (url.pathname === '/page.css') return void response.setHeader('content-type', 'text/css').end(page.css);
  response.setHeader('content-type', 'text/html; charset=utf-8').end(page.html);
}

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
});
server.listen(PORT, '127.0.0.1', () => console.log(`http://127.0.0.1:${PORT}/?as=UMEI`));
