import { z } from 'zod';
import { BOUNDS } from '../kit/bounds.ts';
import type { Question } from '../kit/form.ts';
import { metadata } from '../kit/metadata.ts';
import { approvalShape } from './model-manage.ts';

/** What nudges about requests are about: one version of one subject. */
export const REQUEST_ABOUT = 'request';

/** `checked`: the mark of the text that was checked last; null before that. */
export const reminderMeta = metadata('modal', z.object({ ...approvalShape, checked: z.string().nullable() }));

/** What is posted to those who are missing, under their names. */
export const reminderForm = [
  { id: 'reminder', kind: 'text', long: true, max: BOUNDS.reminder, required: true },
] as const satisfies readonly Question[];

export type NudgeRefusals = { 'approval.reminderOutside': Record<never, never> };
