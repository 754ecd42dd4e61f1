import { z } from 'zod';
import { metadata } from '../kit/metadata.ts';
import { BRIEF_QUESTIONS, INTERNAL_QUESTIONS, STEP_IDS } from './model.ts';

const project = z.string();

// What the brief's buttons and modals carry. The client's buttons carry their channel's language, for those we do not know.

/** `opened`: what stood at each question when the form was opened; forms of older versions carry none. */
export const editMeta = metadata(
  'modal',
  z.object({
    project,
    opened: z.partialRecord(z.enum([...BRIEF_QUESTIONS, ...INTERNAL_QUESTIONS]), z.string()).optional(),
  }),
);
export const findersMeta = metadata('modal', z.object({ project, questions: z.array(z.enum(BRIEF_QUESTIONS)) }));
/**
 * `seen`: the channel whose people the preview names. `draft`: the hash of the lines that it shows, `how` that of how is asked.
 * `zone`: whose clock it names, an IANA name. Forms of older versions carry neither of these two, and are drawn again.
 */
export const sendMeta = metadata(
  'modal',
  z.object({
    project,
    seen: z.string().nullable(),
    draft: z.string(),
    how: z.string().default(''),
    zone: z.string().default('utc'),
  }),
);
/** Which step of the brief is opened from its overview. */
export const stepValue = metadata('button', z.object({ project, step: z.enum(STEP_IDS) }));
/** One version that was sent. */
export const versionValue = metadata('button', z.object({ project, version: z.int() }));
export const openValue = metadata('button', z.object({ project }));
