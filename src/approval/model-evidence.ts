import { z } from 'zod';
import { BOUNDS } from '../kit/bounds.ts';
import { daySchema } from '../kit/calendar.ts';
import type { Question } from '../kit/form.ts';
import { localeSchema } from '../kit/locale.ts';
import { metadata } from '../kit/metadata.ts';
import { personSchema } from '../kit/person.ts';
import type { Named } from '../kit/text.ts';
import { CHANNELS_OF_EVIDENCE, decidesOnSchema, type EvidenceChannel, type Verb, VERBS } from './model.ts';
import { SHOW_AGAIN, showAgainQuestion } from './model-answers.ts';
import { OWNED_KINDS } from './model-shown.ts';

/** A message in Slack that somebody has a hand on. */
const messageSchema = z.object({
  channel: z.string(),
  ts: z.string(),
  /** Null where a program wrote it, or where its author is of no interest. */
  author: personSchema.nullable(),
  /** Tells whether the words in the form are still the message's own: the beginning of their hash. */
  mark: z.string(),
});
export type MarkedMessage = z.infer<typeof messageSchema>;

const request = {
  project: z.string(),
  subject: z.object({ kind: z.enum(OWNED_KINDS), id: z.string() }),
  on: decidesOnSchema,
};
export type RequestRef = z.infer<z.ZodObject<typeof request>>;

/** From where it is recorded: a message and a file on it, or nothing at all. */
const from = { message: messageSchema.nullable(), file: z.string().nullable() };
export type RecordedFrom = z.infer<z.ZodObject<typeof from>>;

// What the buttons and modals of recording carry.
export const recordValue = metadata('button', z.object(request));
export const chooseRequestValue = metadata('button', z.object({ ...request, ...from }));
/** What the message says, on the way through the choice among several requests; left out where it is too long to carry. */
export const wordsMeta = metadata('modal', z.object({ words: z.string().nullable() }));
export const saidMeta = metadata('modal', z.object({ ...request, ...from, approvers: z.array(z.string()) }));
export const whenMeta = metadata(
  'modal',
  z.object({
    ...request,
    ...from,
    approver: z.string(),
    verb: z.enum(VERBS),
    way: z.enum(CHANNELS_OF_EVIDENCE),
    /** How many lines can be chosen. */
    lines: z.int().min(0),
  }),
);
export type WhenMeta = Parameters<typeof whenMeta.encode>[0];

const theirs = { ...request, language: localeSchema };
/** `at`: when it was recorded, so that an objection is to this very answer. */
export const objectValue = metadata('button', z.object({ ...theirs, approver: z.string(), at: z.iso.datetime() }));
export const objectMeta = metadata('modal', z.object({ ...theirs, approver: z.string(), at: z.iso.datetime() }));
export type ObjectRef = Parameters<typeof objectMeta.encode>[0];
/** A button's value is 2,000 characters at most (docs.slack.dev, button element); this leaves room for the rest of it. */
export const LONGEST_HEARD = 1500;
/** `text`: the message as it was heard. Whoever presses is its author: nobody else was asked. */
export const heardValue = metadata(
  'button',
  z.object({ ...theirs, verb: z.enum(VERBS), ts: z.string(), text: z.string() }),
);
export type Heard = Parameters<typeof heardValue.encode>[0];
export const leaveValue = metadata('button', z.object(theirs));

/** What of an approver's request only this feature reads and writes. */
const quietSchema = z.looseObject({ quiet: z.array(z.string()).optional().catch(undefined) });

/** Who said of this version that what they wrote is not to be recorded, by Liaison's ids: they are asked no more. */
export const quietIn = (approval: object): readonly string[] => quietSchema.parse(approval).quiet ?? [];

/** Screenshots and scans (docs.slack.dev, file input element). */
const PICTURES = ['png', 'jpg', 'jpeg', 'pdf'] as const;

/** Who decided what, how it came, and the proof. `ways`: without the message where there is none. */
export const saidForm = (approvers: readonly string[], verbs: readonly Verb[], ways: readonly EvidenceChannel[]) =>
  [
    { id: 'approver', kind: 'choice', options: approvers, required: true },
    { id: 'verb', kind: 'choice', options: verbs, required: true },
    { id: 'way', kind: 'choice', options: ways, required: true },
    { id: 'words', kind: 'text', long: true, max: BOUNDS.longAnswer, required: false },
    { id: 'screenshot', kind: 'file', types: PICTURES, required: false },
  ] as const satisfies readonly Question[];

/** `14:30` or as people type it. */
const MOST_OF_A_TIME = 12;

const when = [
  { id: 'saidOn', kind: 'day', required: true },
  { id: 'saidAt', kind: 'text', long: false, max: MOST_OF_A_TIME, required: true },
] as const satisfies readonly Question[];

/** The words once more, to be checked, when they were said, and which lines they are about. A message tells by itself when. */
export const whenForm = ({ way, lines, verb }: Pick<WhenMeta, 'way' | 'lines' | 'verb'>) => {
  const isAgain = verb === 'approvedWithChanges' && way !== 'telephone';
  const options = Array.from({ length: lines }, (_, index) => String(index + 1));
  return [
    { id: 'words', kind: 'text', long: true, max: BOUNDS.longAnswer, required: false } as const,
    ...(way === 'message' ? [] : when),
    ...(lines > 0 ? [{ id: 'lines', kind: 'choices', options, required: false } as const] : []),
    ...(isAgain ? [showAgainQuestion] : []),
  ];
};

/** What the second step gives; what was not asked is not there. */
export const whenAnswers = z.object({
  words: z.string().nullable(),
  saidOn: daySchema.optional(),
  saidAt: z.string().optional(),
  lines: z.array(z.string()).default([]),
  showAgain: z.enum(SHOW_AGAIN).optional(),
});
export type WhenAnswers = z.infer<typeof whenAnswers>;

/** Why the client objects: the team reads exactly this. */
export const objectForm = [
  { id: 'reason', kind: 'text', long: true, max: BOUNDS.longAnswer, required: true },
] as const satisfies readonly Question[];

export type EvidenceRefusals = {
  'evidence.notHere': Record<never, never>;
  'evidence.nothingOpen': Record<never, never>;
  'evidence.nothingShown': Record<never, never>;
  'evidence.wordsNeeded': Record<never, never>;
  'evidence.notTheirMessage': { who: readonly Named[] };
  'evidence.notTheirWords': Record<never, never>;
  'evidence.timeUnclear': Record<never, never>;
  'evidence.notYet': Record<never, never>;
  'evidence.beforeSent': { at: { at: string } };
  'evidence.answeredSince': { at: { at: string } };
  'evidence.onlyClient': Record<never, never>;
  'evidence.objectedAlready': Record<never, never>;
};
