import { z } from 'zod';
import { approvalSchema, partySchema } from '../approval/model.ts';
import { askingSchema, REACHES } from '../approval/model-asking.ts';
import { sendingForm } from '../approval/model-sending.ts';
import { localeSchema } from '../kit/locale.ts';
import { personSchema } from '../kit/person.ts';
import { askSchema } from './model-ask.ts';
import { fromFormerSent } from './model-former.ts';
import { sourceSchema } from './model-gather.ts';
import { BRIEF_QUESTIONS, type BriefQuestion, REASONS } from './model-questions.ts';

export * from './model-questions.ts';

/** The action id of choosing who finds something out: they are looked up at once, because the submit may ask nobody. */
export const CHOOSE_FINDER = 'brief.chooseFinder';

/** The second step: who finds out each question that is not known yet. */
export const findersForm = <Q extends BriefQuestion>(questions: readonly Q[]) =>
  questions.map((id) => ({ id, kind: 'person', required: true, tells: CHOOSE_FINDER }) as const);

/** To whom and where a brief goes. */
export const sendForm = sendingForm('brief');

/**
 * One line of a brief. Its id is random and stays over versions, so that later work can refer to it; its number is only
 * its place. Deliverables are a line each.
 */
export const lineSchema = z.discriminatedUnion('state', [
  z.looseObject({ id: z.string(), question: z.enum(BRIEF_QUESTIONS), state: z.literal('answered'), text: z.string() }),
  z.looseObject({
    id: z.string(),
    question: z.enum(BRIEF_QUESTIONS),
    state: z.literal('notKnown'),
    finder: personSchema,
  }),
]);
export type Line = z.infer<typeof lineSchema>;

/** What a version holds for ever: what the client was shown, in which language. */
export const versionSchema = z.looseObject({
  number: z.int(),
  hash: z.string(),
  language: localeSchema,
  sentAt: z.iso.datetime(),
  /** Liaison's own id of who sent it. */
  sentBy: z.string(),
  lines: z.array(lineSchema),
  /** How it reached the client; versions of the former form went to the client channel. */
  reach: z.enum(REACHES).optional(),
});
export type BriefVersion = z.infer<typeof versionSchema>;

/** A typing error put right in a confirmed version, without a change of meaning: the client is shown it, and may object. */
export const correctionSchema = z.looseObject({
  /** Counted within the version. */
  number: z.int(),
  hash: z.string(),
  lines: z.array(lineSchema),
  at: z.iso.datetime(),
  /** Liaison's own id of who made it. */
  by: z.string(),
  objection: z.looseObject({ by: partySchema, at: z.iso.datetime(), reason: z.string() }).nullable(),
});

const standsSchema = z.looseObject({ version: z.int(), hash: z.string(), at: z.iso.datetime() });

/**
 * What the agency keeps to itself about a brief. A type of its own, and no line: so it cannot be in a version, in what is
 * released, or in anything that the client's views take.
 */
const insideSchema = z.looseObject({
  reason: z.enum(REASONS).nullable().default(null),
  /** In the client's own words. */
  ownReason: z.string().nullable().default(null),
  /** The ladder: each answers the why of the one before. */
  whys: z.array(z.string()).default([]),
});
export type Inside = z.infer<typeof insideSchema>;
export const NOTHING_INSIDE: Inside = { reason: null, ownReason: null, whys: [] };

export const briefSchema = z.looseObject({
  id: z.string(),
  /** The wanted date's line has an id like every other; its text is the project's. */
  dateLine: z.string(),
  /** All lines but an answered wanted date, in the order of the questions. */
  lines: z.array(lineSchema),
  /** Briefs of the former form have none. */
  inside: insideSchema.default(NOTHING_INSIDE),
  changedAt: z.iso.datetime(),
  changedBy: personSchema,
  /** Where answers come from; briefs of the former form have none. */
  sources: z.array(sourceSchema).optional(),
  /** What the client was asked to answer last; nobody has asked where there is none. */
  ask: askSchema.optional(),
  /** Who is asked, and how: the next version begins with it. */
  asking: askingSchema.optional(),
  /** The last version sent, and what it replaced: what differs is shown. Older ones are in the versions collection. */
  sent: z.preprocess(
    fromFormerSent,
    z
      .object({
        current: versionSchema,
        previous: versionSchema.nullable(),
        approval: approvalSchema,
        corrected: correctionSchema.nullable().default(null),
        /** The version that was agreed last: it stands until a newer one is agreed, or it is taken back. */
        stands: standsSchema.nullable().default(null),
      })
      .nullable(),
  ),
});
export type Brief = z.infer<typeof briefSchema>;
export type SentBrief = NonNullable<Brief['sent']>;

export type BriefRefusals = {
  'brief.answeredAndNotKnown': { question: { named: readonly string[] } };
  'brief.tooManyDeliverables': { most: number };
  'brief.tooManyLines': { most: number };
  'brief.tooManyWhys': { most: number };
  'brief.kpiUnread': { line: string };
  'brief.gaps': { questions: { named: readonly string[] } };
  'brief.unchanged': { version: number };
  'brief.draftMoved': Record<never, never>;
  'brief.clash': Record<never, never>;
  'brief.notSent': Record<never, never>;
  'brief.finderOutside': Record<never, never>;
  'brief.dayPast': Record<never, never>;
};

/** What the gate of the intake stage may lack of the brief. */
export const BRIEF_LACKS = ['notWritten', 'notSent', 'open', 'refused', 'takenBack', 'withdrawn', 'expired'] as const;
export type BriefLack = (typeof BRIEF_LACKS)[number];
