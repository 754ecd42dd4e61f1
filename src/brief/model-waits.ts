import { z } from 'zod';
import { OWNED_KINDS } from '../approval/model-shown.ts';

// What the waits of a brief carry, so that App Home can word them and draw their buttons without reading the project.

/** A decision: exactly one version and step, of so many lines, of which so many are not known yet. */
export const decideFacts = z.looseObject({
  subject: z.object({ kind: z.enum(OWNED_KINDS), id: z.string() }),
  version: z.int(),
  step: z.int(),
  lines: z.int(),
  open: z.int(),
  see: z.string().optional(),
});
export type DecideFacts = z.infer<typeof decideFacts>;

/** Questions that the client was asked: which ask, and how many. */
export const answerFacts = z.looseObject({ number: z.int(), count: z.int() });
/** Parts to be checked: in the oldest source so many, and in all. */
export const checkFacts = z.looseObject({ source: z.string(), left: z.int(), count: z.int() });
