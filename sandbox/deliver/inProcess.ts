import type { Receiver } from '@slack/bolt';
import { callApi } from '../api/call.ts';
import { parseBody } from '../api/body.ts';
import { uploadedBytes } from '../api/form.ts';
import { download, downloadIn, takeUpload, uploadIn, type Transfer } from '../api/transfers.ts';
import type { Engine } from '../core/engine.ts';
import { useResponseUrl } from '../interact/responseUrl.ts';
import { ACK_LIMIT_MS, type Ack, type Delivery, type Transport } from './delivery.ts';

type App = Parameters<Receiver['init']>[0];

/** What a bot in this very process needs instead of a network. */
export type InProcess = {
  receiver: Receiver;
  /** For `clientOptions.fetch`; Bolt's `respond()` uses it as well. */
  fetch: typeof globalThis.fetch;
};

/** Connects an app in this process: deliveries call `processEvent`, calls come through `fetch`. */
export function inProcess(engine: Engine): InProcess {
  let app: App | undefined;
  const receiver: Receiver = {
    init: (given) => {
      app = given;
    },
    start: async () => {
      engine.dispatch.connect(transportTo(engine, () => app));
    },
    stop: async () => {
      engine.dispatch.connect(undefined);
    },
  };
  return { receiver, fetch: (input, init) => answer(engine, input, init) };
}

function transportTo(engine: Engine, app: () => App | undefined): Transport {
  return {
    send: (delivery) => {
      const target = app();
      if (!target) return Promise.resolve({ ok: false, reason: 'no app' });
      return new Promise<Ack>((resolve) => {
        const timer = setTimeout(() => resolve({ ok: false, reason: 'late' }), ACK_LIMIT_MS);
        const finish = (ack: Ack): void => {
          clearTimeout(timer);
          resolve(ack);
        };
        const work = target.processEvent(asReceiverEvent(delivery, finish));
        // A listener that ended without an ack will never give one: nobody needs to wait three seconds for it.
        engine.dispatch.track(
          work
            .catch((error: unknown) => engine.journal.complain(`the app threw on ${delivery.name}: ${String(error)}`))
            .finally(() => finish({ ok: false, reason: 'no ack' })),
        );
      });
    },
  };
}

function asReceiverEvent(delivery: Delivery, finish: (ack: Ack) => void): Parameters<App['processEvent']>[0] {
  return {
    body: delivery.body,
    ack: async (payload?: unknown) => finish({ ok: true, payload: payload === undefined ? null : jsonOf(payload) }),
    ...(delivery.retryNum === undefined ? {} : { retryNum: delivery.retryNum }),
    ...(delivery.retryReason === undefined ? {} : { retryReason: delivery.retryReason }),
  };
}

function jsonOf(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

async function answer(engine: Engine, input: Parameters<typeof fetch>[0], init?: RequestInit): Promise<Response> {
  init?.signal?.throwIfAborted();
  const request = new Request(input, init);
  const { pathname } = new URL(request.url);
  const type = request.headers.get('content-type') ?? '';
  const token = request.headers.get('authorization')?.replace(/^Bearer /, '');
  const [fileId, upload] = [downloadIn(pathname), uploadIn(pathname)];
  if (fileId) return transferred(download(engine, fileId, token, init?.signal), init?.signal);
  if (upload) {
    const bytes = await uploadedBytes(type, new Uint8Array(await request.arrayBuffer()));
    return transferred(takeUpload(engine, upload, bytes), init?.signal);
  }
  const args = parseBody(type, await request.text());
  if (pathname.startsWith('/response/')) {
    const used = useResponseUrl(engine, pathname.slice('/response/'.length), args);
    return Response.json(used.body, { status: used.status });
  }
  const result = callApi(engine, pathname.replace(/^\/api\//, ''), args, token);
  if (result.lost) return noAnswer(result.instead, init?.signal);
  return Response.json(result.body, { status: result.status, headers: result.headers });
}

function transferred(transfer: Transfer, signal: AbortSignal | null | undefined): Response | Promise<never> {
  const { status, headers, body } = transfer;
  if (transfer.lost) return noAnswer(transfer.instead, signal);
  return new Response(body, { status, headers });
}

/** Fails as Node's own fetch does; what hangs ends only when the caller gives up. */
function noAnswer(instead: 'refuse' | 'hang' | undefined, signal: AbortSignal | null | undefined): Promise<never> {
  if (instead === 'hang') return untilAborted(signal);
  const code = instead === 'refuse' ? 'ECONNREFUSED' : 'UND_ERR_SOCKET';
  const words = instead === 'refuse' ? 'connect ECONNREFUSED' : 'other side closed';
  return Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error(words), { code }) }));
}

function untilAborted(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_, reject) => {
    // Whatever the caller gave as its reason is what fetch rejects with.
    const giveUp = (): void => reject(signal?.reason as Error);
    if (signal?.aborted) giveUp();
    else signal?.addEventListener('abort', giveUp, { once: true });
  });
}
