import { z } from 'zod';
import { BOUNDS } from '../kit/bounds.ts';
import type { Question } from '../kit/form.ts';
import { personSchema } from '../kit/person.ts';

const long = { kind: 'text', long: true, max: BOUNDS.longAnswer, required: false } as const;

/** The first step of a client's profile: where the client stands. */
export const marketForm = [
  { id: 'industry', ...long },
  { id: 'competition', ...long },
  { id: 'positioning', ...long },
  { id: 'pastMarketing', ...long },
] as const satisfies readonly Question[];

/** The second step: how it is to work with them. */
export const houseForm = [
  { id: 'challenges', ...long },
  { id: 'culture', ...long },
  { id: 'reading', ...long },
] as const satisfies readonly Question[];

/** The questions of a client's profile, in their order. All of it is internal. */
export const PROFILE_QUESTIONS = [
  'industry',
  'competition',
  'positioning',
  'pastMarketing',
  'challenges',
  'culture',
  'reading',
] as const satisfies readonly (typeof marketForm | typeof houseForm)[number]['id'][];
export type ProfileQuestion = (typeof PROFILE_QUESTIONS)[number];

/** `view` is the callback id of the step's modal. */
export const PROFILE_STEPS = [
  { id: 'market', view: 'client.marketForm', form: marketForm },
  { id: 'house', view: 'client.houseForm', form: houseForm },
] as const;
export type ProfileStep = (typeof PROFILE_STEPS)[number];

const text = z.string().nullable().default(null);

/**
 * What the agency knows of a client: one a company, used by all of its projects, never shown to its people. Loose: other
 * parts, as the default decision chain, are kept beside the answers.
 */
export const profileSchema = z.looseObject({
  /** Counts every save; a save that started from an older one decides again. */
  revision: z.int(),
  changedAt: z.iso.datetime(),
  changedBy: personSchema,
  industry: text,
  competition: text,
  positioning: text,
  pastMarketing: text,
  challenges: text,
  culture: text,
  reading: text,
});
export type Profile = z.infer<typeof profileSchema>;

export type ClientRefusals = {
  'client.clash': Record<never, never>;
};
