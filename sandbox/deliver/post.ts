/** POSTs to the processes of the app, as a load balancer in front of them does. */
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import type { SignedRequest } from './signing.ts';

export type Answer = { status: number; headers: IncomingHttpHeaders; text: string };

/** Posts to one of several processes. Rejects with the connection's error; `isRefused` tells that nobody was there. */
export type Balancer = { post(request: SignedRequest, signal: AbortSignal): Promise<Answer> };

/** Takes the addresses in turn. One that refuses the connection is passed over for the next. */
export function createBalancer(urls: readonly string[]): Balancer {
  let turn = 0;
  return {
    post: async (request, signal) => {
      const first = turn;
      turn += 1;
      for (const step of urls.keys()) {
        const url = urls[(first + step) % urls.length] ?? '';
        try {
          return await postTo(url, request, signal);
        } catch (error) {
          if (!isRefused(error)) throw error;
        }
      }
      throw Object.assign(new Error('Nobody listens'), { code: 'ECONNREFUSED' });
    },
  };
}

/** Whether there was no connection at all: the app never saw the request. */
export function isRefused(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ECONNREFUSED';
}

function postTo(url: string, { headers, body }: SignedRequest, signal: AbortSignal): Promise<Answer> {
  return new Promise((resolve, reject) => {
    // Each request has a connection of its own: one that was kept could be closed by the app just as it is used.
    const sent = httpRequest(url, { method: 'POST', headers, agent: false, signal }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
