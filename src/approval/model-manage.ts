import { z } from 'zod';
import { metadata } from '../kit/metadata.ts';
import { OWNED_KINDS } from './model-shown.ts';

/** `version`: the request that is open; null where it is not sent yet, and what is changed is its draft. */
export const approvalShape = { project: z.string(), kind: z.enum(OWNED_KINDS), version: z.int().nullable() };
export type Managed = z.infer<z.ZodObject<typeof approvalShape>>;

/** What the team's buttons and forms about a request carry; whom it is about stands in the project, not in here. */
export const approvalValue = metadata('button', z.object(approvalShape));
export const approvalMeta = metadata('modal', z.object(approvalShape));
/** One approver, by the id that the record names them by. */
export const approverValue = metadata('button', z.object({ ...approvalShape, approver: z.string() }));
export const approverMeta = metadata('modal', z.object({ ...approvalShape, approver: z.string() }));
