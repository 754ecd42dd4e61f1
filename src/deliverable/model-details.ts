import { z } from 'zod';
import { LIMITS } from '../approval/model-asking.ts';
import { BOUNDS } from '../kit/bounds.ts';
import type { Question } from '../kit/form.ts';
import { metadata } from '../kit/metadata.ts';
import { DELIVERABLE_KINDS, type Deliverable } from './model.ts';

/** The rounds that can be agreed with a client. */
const ROUND_CHOICES = Array.from({ length: BOUNDS.rounds }, (_, index) => String(index + 1));

/** What it is: its lines of the brief are offered where a confirmed one has any, and an amount is asked of a cost estimate only. */
export const detailsForm = (lines: readonly string[], isEstimate: boolean) => [
  ...aboutForm,
  ...(isEstimate ? estimateForm : []),
  ...(lines.length > 0 ? [{ ...linesQuestion, options: lines }] : []),
  ...restForm,
];

export const aboutForm = [
  { id: 'name', kind: 'text', long: false, max: BOUNDS.deliverableName, required: true },
  { id: 'kind', kind: 'choice', options: DELIVERABLE_KINDS, required: true },
] as const satisfies readonly Question[];

/** The id of a line of the confirmed brief, each. */
export const linesQuestion = { id: 'lines', kind: 'choices', options: [], required: false } as const satisfies Question;

export const restForm = [
  { id: 'criteria', kind: 'text', long: true, max: BOUNDS.criteriaAnswer, required: false },
  { id: 'items', kind: 'text', long: true, max: BOUNDS.itemsAnswer, required: false },
  { id: 'routine', kind: 'choices', options: ['yes'], boxes: true, required: false },
  { id: 'reviewers', kind: 'people', most: BOUNDS.reviewers, required: false },
  { id: 'rounds', kind: 'choice', options: ROUND_CHOICES, required: true },
  { id: 'authority', kind: 'choice', options: LIMITS, required: true },
  { id: 'upTo', kind: 'text', long: false, max: 30, required: false },
] as const satisfies readonly Question[];

/** A cost estimate: its amount with the currency, until when it holds, and the client's purchase order. */
export const estimateForm = [
  { id: 'amount', kind: 'text', long: false, max: 30, required: false },
  { id: 'validUntil', kind: 'day', required: false },
  { id: 'po', kind: 'text', long: false, max: BOUNDS.po, required: false },
] as const satisfies readonly Question[];

/** Where what was approved may be used, and until when; no day: without an end. */
export const rightsForm = [
  { id: 'media', kind: 'text', long: false, max: BOUNDS.rights, required: true },
  { id: 'territory', kind: 'text', long: false, max: BOUNDS.rights, required: true },
  { id: 'until', kind: 'day', required: false },
] as const satisfies readonly Question[];

export const dropForm = [
  { id: 'dropWhy', kind: 'text', long: true, max: BOUNDS.reason, required: true },
] as const satisfies readonly Question[];

/** What people change at the same time without being in each other's way. */
export const DETAIL_QUESTIONS = [
  'name',
  'kind',
  'criteria',
  'items',
  'isRoutine',
  'reviewers',
  'rounds',
  'requires',
  'estimate',
] as const satisfies readonly (keyof Deliverable)[];
export type DetailQuestion = (typeof DETAIL_QUESTIONS)[number];

/** `opened`: the marks of what stood there; `lines`: those that were offered; `isEstimate`: an amount was asked for. */
export const detailsMeta = metadata(
  'modal',
  z.object({
    project: z.string(),
    id: z.string(),
    opened: z.partialRecord(z.enum(DETAIL_QUESTIONS), z.string()),
    lines: z.array(z.string()),
    isEstimate: z.boolean(),
  }),
);
export type DetailsMeta = Parameters<typeof detailsMeta.encode>[0];

/** `opened`: the mark of the rights that stood there. */
export const rightsMeta = metadata('modal', z.object({ project: z.string(), id: z.string(), opened: z.string() }));

/** `reopenedAt`: when it had been taken up again as the form was opened: sent late, it does not drop it once more. */
export const dropMeta = metadata(
  'modal',
  z.object({ project: z.string(), id: z.string(), reopenedAt: z.string().nullable() }),
);

export type DetailRefusals = {
  'deliverable.tooManyCriteria': { most: number };
  'deliverable.criterionTooLong': { most: number };
  'deliverable.tooManyParts': { most: number };
  'deliverable.partTooLong': { most: number };
  'deliverable.onePart': Record<never, never>;
  'deliverable.kindAsked': Record<never, never>;
  'deliverable.amountUnclear': Record<never, never>;
  'deliverable.detailsClash': Record<never, never>;
  'deliverable.notApproved': Record<never, never>;
  'deliverable.rightsPast': Record<never, never>;
  'deliverable.withClient': { version: number };
  'deliverable.notDropped': { name: string };
  'deliverable.wasReopened': { name: string };
};
