/** Socket Mode as Slack speaks it (docs.slack.dev, Socket Mode): tickets, hello, envelopes, acks, disconnect. */
import type { WebSocket } from 'ws';
import type { Engine } from '../core/engine.ts';
import type { Entry } from '../core/journal.ts';
import { ACK_LIMIT_MS, type Ack, type Delivery, type Transport } from './delivery.ts';

/** The client gives up a server that sends no ping for half a minute. */
const PING_EVERY_MS = 10_000;
/** A client that was told to go and does not is cut off, in real time. */
const CLOSE_WITHIN_MS = 300;

type Waiting = { entry: Entry; finish: (ack: Ack) => void; late: boolean };

export type SocketHub = {
  transport: Transport;
  /** A new single-use ticket. */
  ticket(): string;
  /** Uses a ticket up. */
  admit(ticket: string): boolean;
  accept(socket: WebSocket): void;
  connections: () => number;
  /** Tells every socket to go, and closes those that do not. */
  stop(): Promise<void>;
};

/**
 * The server's side of the sockets of one app.
 * @param ackLimitMs how long an ack may take; shorter for tests of what comes after.
 */
export function createSocketHub(engine: Engine, ackLimitMs = ACK_LIMIT_MS): SocketHub {
  const { random } = engine.world;
  const sockets = new Set<WebSocket>();
  const tickets = new Set<string>();
  const waiting = new Map<string, Waiting>();
  const hub: Hub = { sockets, waiting, ackLimitMs };
  const pinging = setInterval(() => sockets.forEach((socket) => socket.ping()), PING_EVERY_MS);
  return {
    transport: { send: (delivery, entry) => sendEnvelope(engine, hub, delivery, entry) },
    ticket: () => {
      const ticket = random.hex(32);
      tickets.add(ticket);
      return ticket;
    },
    admit: (ticket) => tickets.delete(ticket),
    accept: (socket) => {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
      socket.on('message', (data: Buffer) => receiveAck(engine, waiting, data.toString()));
      socket.send(JSON.stringify(hello(engine, sockets.size)));
    },
    connections: () => sockets.size,
    stop: async () => {
      clearInterval(pinging);
      // Nobody is left to acknowledge, and a waiting timer would keep the process alive.
      for (const { finish } of waiting.values()) finish({ ok: false, reason: 'no app' });
      await Promise.all([...sockets].map(dismiss));
    },
  };
}

function dismiss(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => socket.terminate(), CLOSE_WITHIN_MS);
    socket.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
    socket.send(JSON.stringify({ type: 'disconnect', reason: 'link_disabled' }), () => socket.close());
  });
}

function hello(engine: Engine, connections: number): Record<string, unknown> {
  return {
    type: 'hello',
    num_connections: connections,
    debug_info: { host: 'sandbox', approximate_connection_time: 18060 },
    connection_info: { app_id: engine.world.app.appId },
  };
}

type Hub = { sockets: Set<WebSocket>; waiting: Map<string, Waiting>; ackLimitMs: number };

/** Any one of the sockets gets the envelope, as with Slack. */
async function sendEnvelope(engine: Engine, hub: Hub, given: Delivery, entry: Entry): Promise<Ack> {
  const delivery = { ...given, envelopeId: given.envelopeId ?? newEnvelopeId(engine) };
  const sockets = [...hub.sockets].filter((socket) => socket.readyState === socket.OPEN);
  const socket = sockets[engine.world.random.int(sockets.length || 1)];
  const ack: Ack = socket ? await transmit(hub, socket, delivery, entry) : { ok: false, reason: 'no app' };
  return ack.ok ? ack : { ...ack, repeat: { envelopeId: delivery.envelopeId } };
}

function newEnvelopeId({ world: { random } }: Engine): string {
  return [8, 4, 4, 4, 12].map((length) => random.hex(length)).join('-');
}

type Enveloped = Delivery & { envelopeId: string };

function transmit(hub: Hub, socket: WebSocket, delivery: Enveloped, entry: Entry): Promise<Ack> {
  const id = delivery.envelopeId;
  return new Promise((resolve) => {
    const waiting: Waiting = { entry, finish: resolve, late: false };
    hub.waiting.set(id, waiting);
    const timer = setTimeout(() => {
      // The line stays: an ack that comes later still is shown as late.
      waiting.late = true;
      resolve({ ok: false, reason: 'no ack' });
    }, hub.ackLimitMs);
    waiting.finish = (ack) => {
      clearTimeout(timer);
      resolve(ack);
    };
    socket.send(JSON.stringify(envelope(delivery)));
  });
}

function envelope(delivery: Enveloped): Record<string, unknown> {
  const { envelopeId, kind, body, retryNum } = delivery;
  return {
    envelope_id: envelopeId,
    type: kind,
    payload: body,
    accepts_response_payload: kind !== 'events_api',
    ...(kind === 'events_api' ? { retry_attempt: retryNum ?? 0, retry_reason: retryNum ? 'timeout' : '' } : {}),
  };
}

function receiveAck(engine: Engine, waiting: Map<string, Waiting>, text: string): void {
  const ack = JSON.parse(text) as { envelope_id?: string; payload?: unknown };
  const found = waiting.get(ack.envelope_id ?? '');
  if (!found) return;
  waiting.delete(ack.envelope_id ?? '');
  if (found.late) engine.journal.settle(found.entry, { outcome: 'late', answer: ack.payload ?? null });
  else found.finish({ ok: true, payload: ack.payload ?? null });
}
