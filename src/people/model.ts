import { z } from 'zod';
import { BOUNDS } from '../kit/bounds.ts';
import type { Day } from '../kit/calendar.ts';
import type { Question } from '../kit/form.ts';
import { personSchema } from '../kit/person.ts';
import type { Named } from '../kit/text.ts';
import { TYPED_DAY_LENGTH } from '../kit/typed.ts';
import { CRAFTS, type PersonSide, ROLES, type Role, SIDE_OF } from '../project/model-people.ts';

/** One person in a choice that can be emptied again, which Slack's choice of exactly one cannot. */
const one = { kind: 'people', most: 1, required: false } as const;

/** A craft, or none: a choice that was made cannot be taken back in Slack. */
const CRAFT_CHOICES = ['none', ...CRAFTS] as const;

const typedDay = { kind: 'text', long: false, max: TYPED_DAY_LENGTH } as const;

export const addForm = [
  { id: 'person', kind: 'person', required: true },
  { id: 'role', kind: 'choice', options: ROLES, required: true },
  { id: 'craft', kind: 'choice', options: CRAFT_CHOICES, required: true },
] as const satisfies readonly Question[];

/** The roles of a side, in the order in which they are listed. */
export const rolesOf = (side: PersonSide): Role[] => ROLES.filter((role) => SIDE_OF[role] === side);

const awayUntil = { id: 'awayUntil', ...typedDay, required: false } as const;
const replaceWith = { id: 'replaceWith', ...one } as const;

/** What can be changed about somebody, by their side: crafts and stand-ins are the agency's own. */
export const changeForms = {
  agency: [
    { id: 'role', kind: 'choice', options: rolesOf('agency'), required: true },
    { id: 'craft', kind: 'choice', options: CRAFT_CHOICES, required: true },
    { id: 'standIn', ...one },
    awayUntil,
    replaceWith,
  ],
  client: [{ id: 'role', kind: 'choice', options: rolesOf('client'), required: true }, awayUntil, replaceWith],
  partner: [awayUntil, replaceWith],
} as const satisfies Record<PersonSide, readonly Question[]>;

/** As it is read: what a side is not asked is not there. */
export const changeForm = [
  { id: 'role', kind: 'choice', options: ROLES, required: false },
  { id: 'craft', kind: 'choice', options: CRAFT_CHOICES, required: false },
  { id: 'standIn', ...one },
  awayUntil,
  replaceWith,
] as const satisfies readonly Question[];

/** What can be changed about somebody who stays. */
export const CHANGEABLE = ['role', 'craft', 'standIn', 'awayUntil'] as const;
export type Changeable = (typeof CHANGEABLE)[number];

export const supplierForm = [
  { id: 'supplier', kind: 'text', long: false, max: BOUNDS.partyName, required: true },
  { id: 'supplies', kind: 'text', long: false, max: 120, required: false },
  { id: 'minder', kind: 'person', required: true },
] as const satisfies readonly Question[];

/** This project, or all projects of its client. */
export const SCOPES = ['this', 'client'] as const;

/** Typed beside each other; what it comes to is shown before it is done. */
export const handoverForm = [
  { id: 'successor', kind: 'person', required: true },
  { id: 'fromDay', ...typedDay, required: false },
  { id: 'scope', kind: 'choice', options: SCOPES, required: true },
  { id: 'note', kind: 'text', long: true, max: 2000, required: false },
  { id: 'clientLine', kind: 'text', long: true, max: 600, required: false },
] as const satisfies readonly Question[];

/** Asked besides where several account managers are there, and whoever hands over is none of them. */
export const predecessorQuestion = { id: 'predecessor', kind: 'person', required: true } as const satisfies Question;

export const awayForm = [
  { id: 'until', ...typedDay, required: true },
  { id: 'standIn', ...one },
] as const satisfies readonly Question[];

/** Somebody who stands in for somebody who is away, in all of their projects. */
export const standInSchema = z.looseObject({
  person: personSchema,
  id: z.string(),
  name: z.string().nullable(),
  kind: z.string(),
});

/** An absence of one person, over all of their projects. */
export type Absent = { until: Day; zone: string; standIn: z.infer<typeof standInSchema> | null };

export type PeopleRefusals = {
  'people.notKnown': { who: readonly Named[] };
  'people.isGone': { who: readonly Named[] };
  'people.isBot': Record<never, never>;
  'people.outsider': { who: readonly Named[] };
  'people.inside': { who: readonly Named[] };
  'people.onRoster': { who: readonly Named[] };
  'people.notOnRoster': Record<never, never>;
  'people.themselves': Record<never, never>;
  'people.lastManager': Record<never, never>;
  'people.isAsked': { who: readonly Named[] };
  'people.cannotStandIn': { who: readonly Named[] };
  'people.cannotMind': { who: readonly Named[] };
  'people.dayUnread': Record<never, never>;
  'people.tooManySuppliers': { most: number };
  'people.noSupplier': Record<never, never>;
  'people.notManager': { who: readonly Named[] };
  'people.noClientChannel': Record<never, never>;
  'people.nothingPlanned': Record<never, never>;
  'people.previewMoved': Record<never, never>;
  'people.lookMissing': Record<never, never>;
};

/** A list that is longer is nobody's list. */
export const MOST_SUPPLIERS = 50;
