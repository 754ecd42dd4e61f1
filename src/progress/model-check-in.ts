import { z } from 'zod';
import { daySchema } from '../kit/calendar.ts';
import type { Question } from '../kit/form.ts';
import { metadata } from '../kit/metadata.ts';
import { CHECK_IN_STATES, type CheckInState } from './model.ts';

export const CHECK_IN_BOUNDS = {
  /** One line: a hundred people may have said one each, and all of them stand in the project's document. */
  line: 200,
} as const;

/** What makes the team ask back: said with a line of text. */
export const NEEDS_LINE: Readonly<Record<CheckInState, boolean>> = {
  onTrack: false,
  atRisk: true,
  blocked: true,
  done: false,
  nothing: false,
};

/** One line about it. */
export const checkInForm = [
  { id: 'line', kind: 'text', long: false, max: CHECK_IN_BOUNDS.line, required: true },
] as const satisfies readonly Question[];

/** The day whose check-in it is: a message of yesterday is told from one of today. */
const about = z.object({ project: z.string(), day: daySchema });
export type AboutCheckIn = z.infer<typeof about>;

/** `shown`: when that was said which the message shows; null where nothing was. A press on an older look of it is told so. */
export const checkInValue = metadata('button', about.extend({ shown: z.iso.datetime().nullable() }));
export const checkInMeta = metadata('modal', about.extend({ is: z.enum(CHECK_IN_STATES) }));

export type CheckInRefusals = {
  'progress.checkInOver': Record<never, never>;
  'progress.checkInNotYours': Record<never, never>;
  'progress.checkInClosed': { at: { at: string } };
  'progress.checkInSame': { at: { at: string } };
  'progress.checkInMoved': { at: { at: string } };
  'progress.checkInFirst': Record<never, never>;
};
