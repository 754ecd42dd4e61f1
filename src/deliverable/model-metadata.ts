import { z } from 'zod';
import { metadata } from '../kit/metadata.ts';

const which = { project: z.string(), id: z.string() };

/** A deliverable of a project, as it is pressed or submitted. */
export type Which = z.infer<z.ZodObject<typeof which>>;
export const deliverableValue = metadata('button', z.object(which));

/** One version of it: what was decided about another one since is not decided about this one. */
const version = { ...which, version: z.int() };
export type WhichVersion = z.infer<z.ZodObject<typeof version>>;
export const versionValue = metadata('button', z.object(version));
export const versionMeta = metadata('modal', z.object(version));
