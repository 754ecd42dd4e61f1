import { z } from 'zod';
import { BOUNDS } from '../kit/bounds.ts';
import { daySchema } from '../kit/calendar.ts';
import type { Question } from '../kit/form.ts';
import { localeSchema } from '../kit/locale.ts';
import { metadata } from '../kit/metadata.ts';
import type { Named } from '../kit/text.ts';
import { TYPED_DAY_LENGTH } from '../kit/typed.ts';
import { MILESTONE_KINDS } from './model.ts';

const typedDay = { kind: 'text', long: false, max: TYPED_DAY_LENGTH, required: true } as const;
const reason = { id: 'why', kind: 'text', long: true, max: BOUNDS.reason, required: true } as const;
/** Ticked: what the client would be told is shown next, and goes when that is confirmed. */
const tell = { id: 'tell', kind: 'choices', options: ['yes'], boxes: true, required: false } as const;

const kind = { id: 'kind', kind: 'choice', options: MILESTONE_KINDS, required: true } as const;
const name = { id: 'name', kind: 'text', long: false, max: BOUNDS.milestoneName, required: false } as const;
const about = [
  { id: 'owner', kind: 'person', required: true },
  { id: 'review', kind: 'text', long: false, max: 20, required: false },
  { id: 'needs', kind: 'text', long: true, max: BOUNDS.milestoneNeeds, required: false },
] as const;

/** A new milestone. */
export const setForm = [kind, name, { id: 'day', ...typedDay }, ...about, tell] as const satisfies readonly Question[];

/** What can be changed of one; its day is moved, with a reason. */
export const changeForm = [kind, name, ...about] as const satisfies readonly Question[];

/** To which day, and why; whoever may tell the client is asked whether they are told. */
export const moveForm = [{ id: 'day', ...typedDay }, reason, tell] as const satisfies readonly Question[];
export const dropForm = [reason, tell] as const satisfies readonly Question[];
export const blockForm = [reason] as const satisfies readonly Question[];

const project = z.string();
const id = z.string();

export const planValue = metadata('button', z.object({ project }));
/** `since`: since when it is as it was shown: pressed late, nothing is done that was meant for how it was before. */
export const milestoneValue = metadata('button', z.object({ project, id, since: z.string().optional() }));
/** `id` of the milestone that the form makes: submitted twice, it is one. */
export const setMeta = metadata('modal', z.object({ project, id }));
export const milestoneMeta = metadata('modal', z.object({ project, id, since: z.string().optional() }));
/** `from`: the day that it was on as the form was opened. */
export const moveMeta = metadata('modal', z.object({ project, id, from: daySchema, since: z.string().optional() }));

/** Exactly what was previewed: what is confirmed is what was read. */
export const shownSchema = z.object({
  kind: z.enum(MILESTONE_KINDS),
  name: z.string().nullable(),
  dueOn: daySchema,
  reviewDays: z.int().nullable(),
  reviewFrom: daySchema.nullable(),
  zone: z.string().nullable(),
  isDropped: z.boolean(),
});
export type ShownToClient = z.infer<typeof shownSchema>;
/** `headsUp`: the post for the beginning of the client's review was previewed as well. */
export const releaseMeta = metadata(
  'modal',
  z.object({ project, id, shown: shownSchema, headsUp: z.boolean(), language: localeSchema }),
);

export type PlanRefusals = {
  'plan.tooMany': { most: number };
  'plan.dayUnread': Record<never, never>;
  'plan.dayPast': Record<never, never>;
  'plan.sameDay': Record<never, never>;
  'plan.nameMissing': Record<never, never>;
  'plan.reviewUnread': { most: number };
  'plan.ownerNotOnTeam': { who: readonly Named[] };
  'plan.ownersAct': { owner: readonly Named[]; who: readonly Named[] };
  'plan.gone': Record<never, never>;
  'plan.notOpen': Record<never, never>;
  'plan.reachedAlready': { at: { at: string } };
  'plan.droppedAlready': { at: { at: string } };
  'plan.openAlready': Record<never, never>;
  'plan.blockedAlready': { at: { at: string } };
  'plan.notBlocked': Record<never, never>;
  'plan.changedSince': Record<never, never>;
  'plan.movedSince': { day: { day: string } };
  'plan.shownAlready': Record<never, never>;
  'plan.previewOld': Record<never, never>;
  'plan.undoLate': Record<never, never>;
  'plan.reachedShown': Record<never, never>;
};
