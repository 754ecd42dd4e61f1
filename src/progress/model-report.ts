import { z } from 'zod';
import { BOUNDS } from '../kit/bounds.ts';
import type { Question } from '../kit/form.ts';
import { metadata } from '../kit/metadata.ts';
import type { Named } from '../kit/text.ts';

export const REPORT_BOUNDS = {
  /** What one input takes; the client reads no more. */
  text: BOUNDS.longAnswer,
  /** Key dates, changes and things that wait, of each as many lines: the client card names all of them. */
  listed: 8,
  /** Of a name in a line. */
  name: 80,
} as const;

/** The report as the client will read it. */
export const reportForm = [
  { id: 'report', kind: 'text', long: true, max: REPORT_BOUNDS.text, required: true },
] as const satisfies readonly Question[];

const about = z.object({ project: z.string(), report: z.string() });
export type AboutReport = z.infer<typeof about>;

export const reportValue = metadata('button', about);
/** `seen`: the mark of what is shown beside the button, and the channel that it names; null where there is none. */
export const reportSendValue = metadata('button', about.extend({ seen: z.string(), channel: z.string().nullable() }));
export type SendingReport = AboutReport & { seen: string; channel: string | null };
/** `opened`: the mark of the text when the form was opened. */
export const reportMeta = metadata('modal', about.extend({ opened: z.string() }));

export type ReportRefusals = {
  'progress.reportGone': Record<never, never>;
  'progress.reportSent': { who: readonly Named[]; at: { at: string } };
  'progress.reportSkipped': { who: readonly Named[]; at: { at: string } };
  'progress.reportMoved': Record<never, never>;
  'progress.reportClash': Record<never, never>;
};
