import { z } from 'zod';
import { metadata } from '../kit/metadata.ts';
import { OWNED_KINDS, type ShownSubject } from './model-shown.ts';

/**
 * `id`: which one of the kind; a project has one brief, whose buttons carry none. `version`: the request that is open; null where it is
 * not sent yet, and what is changed is its draft.
 */
export const approvalShape = {
  project: z.string(),
  kind: z.enum(OWNED_KINDS),
  id: z.string().optional(),
  version: z.int().nullable(),
};
export type Managed = z.infer<z.ZodObject<typeof approvalShape>>;

/** What the buttons about a subject carry; `version`: of its open request. */
export const managedOf = (
  { project, kind, id }: Pick<ShownSubject, 'project' | 'kind' | 'id'>,
  version: number | null,
): Managed => ({ project, kind, ...(kind === 'brief' ? {} : { id }), version });

/** What the team's buttons and forms about a request carry; whom it is about stands in the project, not in here. */
export const approvalValue = metadata('button', z.object(approvalShape));
export const approvalMeta = metadata('modal', z.object(approvalShape));
/** One approver, by the id that the record names them by. */
export const approverValue = metadata('button', z.object({ ...approvalShape, approver: z.string() }));
export const approverMeta = metadata('modal', z.object({ ...approvalShape, approver: z.string() }));
