import { BOUNDS } from '../kit/bounds.ts';
import type { Question } from '../kit/form.ts';

/** The action and callback ids of moving the day by which a request is to be decided. */
export const DUE_IDS = { open: 'approval.moveDue', form: 'approval.moveDueForm' } as const;

/** To which day, and why: the client reads it. */
export const moveDueForm = [
  { id: 'movedTo', kind: 'day', required: true },
  { id: 'movedWhy', kind: 'text', long: true, max: BOUNDS.reason, required: true },
] as const satisfies readonly Question[];

export type DueRefusals = {
  'approval.sameDue': Record<never, never>;
  'approval.duePast': Record<never, never>;
  'approval.dueAfterEnd': { at: { at: string } };
};
