/** What the page may send, read by zod before anything believes it. */
import { z } from 'zod';
import { METHODS } from '../api/methods.ts';
import { TRANSFERS } from '../api/transfers.ts';
import { CALL_FAULTS, DELIVERY_FAULTS } from '../core/faults.ts';
import { adminSchema } from './admin.ts';
import type { Act } from './protocol.ts';

const state = z.record(z.string(), z.record(z.string(), z.looseObject({ type: z.string() })));

const actSchema = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('command'), channel: z.string(), text: z.string() }),
  z.strictObject({
    act: z.literal('post'),
    channel: z.string(),
    text: z.string(),
    threadTs: z.string().optional(),
    files: z.array(z.string()).optional(),
  }),
  z.strictObject({ act: z.literal('edit'), channel: z.string(), ts: z.string(), text: z.string() }),
  z.strictObject({ act: z.literal('delete'), channel: z.string(), ts: z.string() }),
  z.strictObject({ act: z.literal('delete-file'), file: z.string() }),
  z.strictObject({
    act: z.literal('react'),
    channel: z.string(),
    ts: z.string(),
    name: z.string(),
    remove: z.boolean(),
  }),
  z.strictObject({
    act: z.literal('shortcut'),
    callbackId: z.string(),
    message: z.strictObject({ channel: z.string(), ts: z.string() }),
  }),
  z.strictObject({
    act: z.literal('press'),
    on: z.union([
      z.strictObject({ message: z.strictObject({ channel: z.string(), ts: z.string() }) }),
      z.strictObject({ modal: z.string() }),
      z.strictObject({ home: z.literal(true) }),
    ]),
    blockId: z.string(),
    actionId: z.string(),
    chosen: z.looseObject({ type: z.string() }).optional(),
    state: state.optional(),
  }),
  z.strictObject({ act: z.literal('submit'), modal: z.string(), state }),
  z.strictObject({ act: z.literal('close'), modal: z.string(), all: z.boolean() }),
  z.strictObject({ act: z.literal('open-home') }),
  z.strictObject({ act: z.literal('read'), channel: z.string() }),
  z.strictObject({ act: z.literal('join'), channel: z.string() }),
  z.strictObject({ act: z.literal('invite'), channel: z.string(), user: z.string() }),
  z.strictObject({ act: z.literal('kick'), channel: z.string(), user: z.string() }),
  z.strictObject({ act: z.literal('leave'), channel: z.string() }),
  z.strictObject({ act: z.literal('dismiss-notice'), id: z.string() }),
]);

/** An act, or why it is none. */
export function readAct(body: unknown): { act: Act } | { error: string } {
  const read = reader(actSchema)(body);
  // Zod's optional keys may hold undefined; what comes as JSON never does.
  return 'error' in read ? read : { act: read.wish as Act };
}

export const readAdmin = reader(adminSchema);

/**
 * `{ "advanceMs": 3600000 }`, at most a year; `{ "to": "tomorrow 09:00" }`, in the zone of the person of `?as=`; or
 * `{ "moment": "Next milestone" }`, one of those that `GET /clock` names.
 */
const jumpSchema = z.union([
  z.strictObject({
    advanceMs: z
      .number()
      .min(0)
      .max(366 * 24 * 3_600_000),
  }),
  z.strictObject({ to: z.literal('tomorrow 09:00') }),
  z.strictObject({ moment: z.string() }),
]);

export type JumpWish = z.infer<typeof jumpSchema>;

export const readJump = reader(jumpSchema);

/** Null: until it is cleared. */
const times = z.int().min(1).max(100).nullable().default(1);

/**
 * `{ "method": "chat.postMessage", "kind": "response-lost" }`, with `*` for every method, or
 * `{ "delivery": "/brief", "kind": "lost" }`, with nothing for every delivery; both with `times`, once where nothing is said.
 */
const faultSchema = z.union([
  z.strictObject({
    method: z.union([z.literal('*'), z.enum([...Object.keys(METHODS), ...TRANSFERS])]),
    kind: z.enum(CALL_FAULTS),
    error: z.string().default('internal_error'),
    retryAfterSeconds: z.number().min(0).max(3600).default(1),
    times,
  }),
  z.strictObject({
    delivery: z.string(),
    kind: z.enum(DELIVERY_FAULTS),
    delayMs: z.number().min(0).max(3_600_000).default(1000),
    times,
  }),
]);

/** As it is sent; what may be left out is filled in by the reading. */
export type FaultWish = z.input<typeof faultSchema>;
export type PlannedWish = z.infer<typeof faultSchema>;

export const readFault = reader(faultSchema);

/** Reads a wish by its schema, or says why it is none. */
function reader<Schema extends z.ZodType>(schema: Schema) {
  return (body: unknown): { wish: z.infer<Schema> } | { error: string } => {
    const parsed = schema.safeParse(body);
    return parsed.success ? { wish: parsed.data } : { error: z.prettifyError(parsed.error) };
  };
}
