import { z } from 'zod';
import { BOUNDS } from '../kit/bounds.ts';
import { type Day, daySchema } from '../kit/calendar.ts';
import type { Question } from '../kit/form.ts';
import { metadata } from '../kit/metadata.ts';
import { REPORT_RHYTHMS } from '../kit/settings.ts';
import { TYPED_DAY_LENGTH } from '../kit/typed.ts';
import { HEALTHS } from './model.ts';

/** The action and callback ids of `/progress`. */
export const PROGRESS_IDS = {
  choose: 'progress.choose',
  nowForm: 'progress.nowForm',
  pauseForm: 'progress.pauseForm',
  healthForm: 'progress.healthForm',
  settingsForm: 'progress.settingsForm',
} as const;

const typedDay = { kind: 'text', long: false, max: TYPED_DAY_LENGTH } as const;

export const pauseForm = [{ id: 'pauseUntil', ...typedDay, required: true }] as const satisfies readonly Question[];

/** `computed`: as it is worked out, and nobody's word. */
export const HEALTH_CHOICES = [...HEALTHS, 'computed'] as const;
export type HealthChoice = (typeof HEALTH_CHOICES)[number];

/** Why and until when are needed for all but `computed`. */
export const healthForm = [
  { id: 'is', kind: 'choice', options: HEALTH_CHOICES, required: true },
  { id: 'reason', kind: 'text', long: true, max: BOUNDS.reason, required: false },
  { id: 'healthUntil', ...typedDay, required: false },
] as const satisfies readonly Question[];

/** Every half hour of a day, in minutes from midnight: a select has 100 options at most (docs.slack.dev, select menu). */
const HALF_HOURS: readonly number[] = Array.from({ length: 48 }, (_, half) => half * 30);

/** The minutes that can be chosen: half hours, and the one that is set already. */
const postTimes = (set: number | null): string[] =>
  [...new Set(set === null ? HALF_HOURS : [...HALF_HOURS, set])].toSorted((a, b) => a - b).map(String);

/** Nothing of a project's own: what the agency has holds, also when it is changed there. */
export const AS_AGENCY = 'asAgency';
const QUIET_DAYS = ['oneLine', 'nothing'] as const;
const YES_NO = ['yes', 'no'] as const;
/** The longest name of a zone has about thirty characters. */
const ZONE_LENGTH = 60;

/** The rhythm of the whole agency. @param minute when the post comes now */
export const agencyRhythmForm = (minute: number | null) =>
  [
    { id: 'postAt', kind: 'choice', options: postTimes(minute), required: true },
    { id: 'quietDays', kind: 'choice', options: QUIET_DAYS, required: true },
    { id: 'checkIn', kind: 'choice', options: YES_NO, required: true },
    { id: 'report', kind: 'choice', options: REPORT_RHYTHMS, required: true },
  ] as const satisfies readonly Question[];

/** The rhythm of a project: each as the agency has it, or its own; and by whose clock it speaks up, empty for the agency's. */
export const rhythmForm = (minute: number | null) =>
  [
    { id: 'postAt', kind: 'choice', options: [AS_AGENCY, ...postTimes(minute)], required: true },
    { id: 'quietDays', kind: 'choice', options: [AS_AGENCY, ...QUIET_DAYS], required: true },
    { id: 'checkIn', kind: 'choice', options: [AS_AGENCY, ...YES_NO], required: true },
    { id: 'report', kind: 'choice', options: [AS_AGENCY, ...REPORT_RHYTHMS], required: true },
    { id: 'zone', kind: 'text', long: false, max: ZONE_LENGTH, required: false },
  ] as const satisfies readonly Question[];

export const progressMeta = metadata('modal', z.object({ project: z.string() }));
const minute = z.int().min(0).max(1439).nullable();
/** `minute`: what is set already, so that it can be chosen again although the form offers others. */
export const rhythmMeta = metadata('modal', z.object({ project: z.string(), minute }));
/** `day`: the day whose post was shown. A form that comes on a later one posts nothing for a day that is over. */
export const nowMeta = metadata('modal', z.object({ project: z.string(), day: daySchema }));

/** What can be typed after `/progress`. */
export const VERBS = ['now', 'pause', 'resume', 'health', 'settings'] as const;
export type Verb = (typeof VERBS)[number];
/** As much of what was typed as any question takes. */
export const TYPED_MOST = BOUNDS.reason + 2 * TYPED_DAY_LENGTH;
/** What was typed, where it is asked first which project it is for. */
export const typedMeta = metadata('modal', z.object({ verb: z.enum(VERBS), typed: z.string() }));

export type ProgressRefusals = {
  'progress.dayUnread': Record<never, never>;
  'progress.dayPast': Record<never, never>;
  'progress.notPaused': Record<never, never>;
  'progress.pausedAlready': { day: { day: Day } };
  'progress.reasonMissing': Record<never, never>;
  'progress.untilMissing': Record<never, never>;
  'progress.healthComputed': Record<never, never>;
  'progress.inParent': { project: string };
  'progress.dayOver': Record<never, never>;
  'progress.zoneUnread': Record<never, never>;
  'progress.zoneNear': { zones: string };
};
