import { z } from 'zod';
import { metadata } from '../kit/metadata.ts';
import { CHANGEABLE } from './model.ts';

const project = z.string();

/** What was typed behind a command, and is not asked for again. */
const typed = z.object({ person: z.string().nullable(), day: z.string().nullable() });

/** Whose list of people it is. */
export const rosterMeta = metadata('modal', z.object({ project }));
export const rosterValue = metadata('button', z.object({ project }));
/** Somebody of a project; `opened`: the marks of what stood in the form about them when it was opened. */
export const memberMeta = metadata(
  'modal',
  z.object({ project, member: z.string(), opened: z.partialRecord(z.enum(CHANGEABLE), z.string()) }),
);
/** Somebody of a project, or a supplier, by Liaison's own id. */
export const memberValue = metadata('button', z.object({ project, member: z.string() }));
/** `supplier`: null for a new one, `fresh` is its id then: submitted twice, it is one. */
export const supplierMeta = metadata(
  'modal',
  z.object({ project, supplier: z.string().nullable(), fresh: z.string() }),
);
/** `id` of the handover, and what was shown of it: the hash of all that was entered. */
export const handoverMeta = metadata(
  'modal',
  z.object({ project, id: z.string(), seen: z.string().nullable(), asksFrom: z.boolean() }),
);
export const handoverValue = metadata('button', z.object({ project, id: z.string() }));
/** An absence is of whoever has the form open. */
export const awayMeta = metadata('modal', z.object({}));
/** What was typed behind the command goes on where it is asked which project is meant. */
export const chooseTypedMeta = metadata('modal', z.object({ typed }));
