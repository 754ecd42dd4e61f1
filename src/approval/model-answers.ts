import { z } from 'zod';
import { BOUNDS } from '../kit/bounds.ts';
import type { Question } from '../kit/form.ts';
import { localeSchema } from '../kit/locale.ts';
import { metadata } from '../kit/metadata.ts';
import { decidesOnSchema, OUTCOME_OF, type Verb, VERBS } from './model.ts';
import { OWNED_KINDS } from './model-shown.ts';

const about = {
  project: z.string(),
  subject: z.object({ kind: z.enum(OWNED_KINDS), id: z.string() }),
  on: decidesOnSchema,
  /** The language of the client's channel, for those of whom we know none. */
  language: localeSchema,
};

/** What the approvers' buttons carry: exactly one version of one subject, and the step of asking. */
export const aboutValue = metadata('button', z.object(about));
export type About = z.infer<z.ZodObject<typeof about>>;
/** `as`: the approver whose decision the form was opened for. */
const form = { ...about, as: z.string() };
/** `lines`: how many are asked about; they are chosen by their numbers. */
export const linesMeta = metadata('modal', z.object({ ...form, lines: z.int().min(0) }));
export const reasonMeta = metadata('modal', z.object({ ...form, lines: z.int().min(0), verb: z.enum(VERBS) }));
export const formMeta = metadata('modal', z.object(form));

const reason = { id: 'reason', kind: 'text', long: true, max: BOUNDS.longAnswer, required: true } as const;

const numbers = (from: number, to: number): string[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => String(from + index));

/** After an approval with changes: is it to be shown again? */
export const SHOW_AGAIN = ['again', 'noNeed'] as const;
export const showAgainQuestion = { id: 'showAgain', kind: 'choice', options: SHOW_AGAIN, required: true } as const;

/**
 * What should change: in the approver's own words, on which lines, and whether the others are confirmed by it. Of an approval with
 * changes, which confirms them all, whether it is to be shown again.
 */
export function reasonForm(lines: number, verb: Verb) {
  const again = verb === 'approvedWithChanges' ? [showAgainQuestion] : [];
  if (lines === 0) return [reason, ...again];
  const which = { id: 'lines', kind: 'choices', options: numbers(1, lines), required: false } as const;
  const rest = { id: 'rest', kind: 'choices', boxes: true, options: ['confirmed'], required: false } as const;
  return [reason, which, ...(OUTCOME_OF[verb] === 'refused' ? [rest] : []), ...again];
}

/** Checkboxes come in groups of ten at most (docs.slack.dev, checkbox group). */
const GROUP = 10;

/** Which lines are confirmed while the others stay open. The first group is called `lines`, so that a refusal has its place. */
export const linesForm = (lines: number) =>
  Array.from({ length: Math.ceil(lines / GROUP) }, (_, group) => {
    const options = numbers(group * GROUP + 1, Math.min(lines, (group + 1) * GROUP));
    const id = group === 0 ? ('lines' as const) : (`lines${group + 1}` as const);
    return { id, kind: 'choices', boxes: true, options, required: false } as const;
  });

/** A confirmation with a comment, and with who else inside the client's house agreed. */
export const noteForm = [
  { id: 'comment', kind: 'text', long: true, max: BOUNDS.longAnswer, required: false },
  { id: 'alsoAgreed', kind: 'text', long: false, max: BOUNDS.alsoAgreed, required: false },
] as const satisfies readonly Question[];

/** Who decides instead. */
export const passOnForm = [{ id: 'decider', kind: 'person', required: true }] as const satisfies readonly Question[];

/** Why an approver takes their own approval back. */
export const takeBackForm = [
  { id: 'withdrawReason', kind: 'text', long: true, max: BOUNDS.longAnswer, required: true },
] as const satisfies readonly Question[];
