import { z } from 'zod';
import { OWNED_KINDS } from '../approval/model-shown.ts';

// What the waits of deliverables carry, so that App Home can word them and draw their buttons without reading the project.

/** Which deliverable and version; `see` is the outbox key of the message where it can be read. */
const which = { id: z.string(), name: z.string(), version: z.int(), see: z.string().optional() };

/** Something to be done inside: which deliverable and version. `from`: who wants it done again, where that is so. */
export const insideFacts = z.looseObject({ ...which, from: z.enum(['team', 'client', 'nobody']).optional() });
export type InsideFacts = z.infer<typeof insideFacts>;

/** A decision of the client's: exactly one version and step, of so many parts; none where it is one piece. */
export const decideFacts = z.looseObject({
  ...which,
  kind: z.enum(OWNED_KINDS),
  step: z.int(),
  parts: z.int(),
});
export type DecideFacts = z.infer<typeof decideFacts>;

/** What a nudge is about: the usage rights of the deliverable by whose id it is known. */
export const RIGHTS_ABOUT = 'usageRights';
