/** What the page may send, read by zod before anything believes it. */
import { z } from 'zod';
import { FAULT_KINDS } from '../core/faults.ts';
import type { Act } from './protocol.ts';

const state = z.record(z.string(), z.record(z.string(), z.looseObject({ type: z.string() })));

const actSchema = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('command'), channel: z.string(), text: z.string() }),
  z.strictObject({ act: z.literal('post'), channel: z.string(), text: z.string(), threadTs: z.string().optional() }),
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
  z.strictObject({ act: z.literal('leave'), channel: z.string() }),
  z.strictObject({ act: z.literal('dismiss-notice'), id: z.string() }),
]);

/** An act, or why it is none. */
export function readAct(body: unknown): { act: Act } | { error: string } {
  const parsed = actSchema.safeParse(body);
  // Zod's optional keys may hold undefined; what comes as JSON never does.
  return parsed.success ? { act: parsed.data as Act } : { error: z.prettifyError(parsed.error) };
}

/** A jump of the clock: `{ "advanceMs": 3600000 }`. */
export const jumpSchema = z.strictObject({
  advanceMs: z
    .number()
    .min(0)
    .max(366 * 24 * 3_600_000),
});

/** A planned fault: `{ "method": "chat.postMessage", "kind": "response-lost" }`. */
export const faultSchema = z.strictObject({
  method: z.string(),
  kind: z.enum(FAULT_KINDS),
  error: z.string().default('internal_error'),
});
