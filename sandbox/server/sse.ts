import type { ServerResponse } from 'node:http';

/** Proxies and browsers drop a silent connection; a comment line keeps it. */
const HEARTBEAT_MS = 15_000;

/** A stream of server-sent events. */
export type Stream = { send(event: string, data: unknown): void };

/**
 * Opens a stream to a browser.
 * @param onClose called once, when the browser is gone.
 */
export function openStream(response: ServerResponse, onClose: () => void): Stream {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    connection: 'keep-alive',
  });
  response.write(': open\n\n');
  const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS);
  response.on('close', () => {
    clearInterval(heartbeat);
    onClose();
  });
  return { send: (event, data) => void response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`) };
}
