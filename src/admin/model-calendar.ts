import { z } from 'zod';
import { BOUNDS } from '../kit/bounds.ts';
import type { Question } from '../kit/form.ts';
import { metadata } from '../kit/metadata.ts';

/** The action and callback ids of the working days. */
export const CALENDAR_IDS = {
  open: 'settings.calendar',
  ours: 'settings.calendarOurs',
  client: 'settings.calendarClient',
  form: 'settings.calendarForm',
} as const;

/** Clients that the overview names; the others are counted. */
export const CLIENTS_NAMED = 20;

/** In their order: the first is Monday, which counts 1. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Of what is typed for a place, a zone and a time of day. */
const LENGTHS = { region: 100, zone: 60, time: 20 } as const;

export const calendarForm = [
  { id: 'region', kind: 'text', long: false, max: LENGTHS.region, required: false },
  { id: 'zone', kind: 'text', long: false, max: LENGTHS.zone, required: false },
  { id: 'weekdays', kind: 'choices', options: WEEKDAYS, boxes: true, required: true },
  { id: 'from', kind: 'text', long: false, max: LENGTHS.time, required: true },
  { id: 'to', kind: 'text', long: false, max: LENGTHS.time, required: true },
  { id: 'days', kind: 'text', long: true, max: BOUNDS.longAnswer, required: false },
] as const satisfies readonly Question[];

export const CALENDAR_QUESTIONS = ['region', 'zone', 'weekdays', 'from', 'to', 'days'] as const;
export type CalendarQuestion = (typeof CALENDAR_QUESTIONS)[number];

/** `client`: whose working days; null for the agency's. `opened`: what stood at each question when the form was opened. */
export const calendarMeta = metadata(
  'modal',
  z.object({
    client: z.string().nullable(),
    opened: z.partialRecord(z.enum(CALENDAR_QUESTIONS), z.string()),
  }),
);

export type CalendarRefusals = {
  'calendar.regionUnknown': Record<never, never>;
  'calendar.regionUnclear': { nearest: string };
  'calendar.zoneUnknown': Record<never, never>;
  'calendar.zoneUnclear': { nearest: string };
  'calendar.notATime': Record<never, never>;
  'calendar.hoursTurned': Record<never, never>;
  'calendar.lineNotRead': { number: number; line: string };
  'calendar.dayTwice': { day: { day: string } };
  'calendar.nameTooLong': { number: number; most: number };
  'calendar.tooManyDays': { most: number };
  'calendar.tooManyClients': { most: number };
};
