import { z } from 'zod';
import { daySchema } from '../kit/calendar.ts';
import { personSchema } from '../kit/person.ts';
import { rhythmSchema } from '../kit/settings.ts';

/** How a project is doing, the best first. */
export const HEALTHS = ['onTrack', 'atRisk', 'offTrack'] as const;
export type Health = (typeof HEALTHS)[number];

const partySchema = z.looseObject({ person: personSchema, id: z.string(), name: z.string().nullable() });

/** What somebody says of their work when they are asked. */
export const CHECK_IN_STATES = ['onTrack', 'atRisk', 'blocked', 'done', 'nothing'] as const;
export type CheckInState = (typeof CHECK_IN_STATES)[number];

/** The check-in of one day: whom it asked, and what they said. */
const checkInSchema = z.looseObject({
  day: daySchema,
  /** When it asked the first of them. */
  askedAt: z.iso.datetime(),
  /** When the answers are to be there: the day's progress post. */
  until: z.iso.datetime(),
  people: z.array(
    z.looseObject({
      ...partySchema.shape,
      /** Each is asked in their own working time. */
      askedAt: z.iso.datetime(),
      said: z
        .looseObject({ is: z.enum(CHECK_IN_STATES), text: z.string().nullable(), at: z.iso.datetime() })
        .nullable(),
    }),
  ),
  /** The missing were mentioned, once. */
  mentionedAt: z.iso.datetime().nullable(),
});
export type CheckIn = z.infer<typeof checkInSchema>;

/** A report to the client: drafted by Liaison, edited and sent by whoever runs the project. */
const reportSchema = z.looseObject({
  id: z.string(),
  /** Which report it will be: 1 for the first that is sent. */
  number: z.int().min(1),
  /** The day that it is for. */
  day: daySchema,
  draftedAt: z.iso.datetime(),
  /** As it was edited; null: as it was drafted, from what is released then. */
  text: z.string().nullable(),
  /** What was released when it was edited, by keys: what is another since is pointed out. */
  facts: z.array(z.string()),
  /** Who has it in their direct messages. */
  told: z.array(personSchema),
  /** Somebody was reminded of it, once. */
  remindedAt: z.iso.datetime().nullable(),
  /** Who sent it, or skipped it. */
  closed: z.looseObject({ as: z.enum(['sent', 'skipped']), by: partySchema, at: z.iso.datetime() }).nullable(),
});
export type Report = z.infer<typeof reportSchema>;

/** The report that was sent last: what it told is nothing new to the client. */
const reportedSchema = z.looseObject({
  number: z.int().min(1),
  day: daySchema,
  at: z.iso.datetime(),
  hash: z.string(),
  facts: z.array(z.string()),
});

/** What a project says by itself, and how it is doing. */
export const progressSchema = z.looseObject({
  /** What differs from the agency's defaults. */
  rhythm: rhythmSchema.partial().optional(),
  /** No post up to and including a day. */
  paused: z.looseObject({ until: daySchema, by: partySchema, at: z.iso.datetime() }).nullish(),
  /** As the account manager judges it, up to and including a day; null: as it is worked out. */
  health: z
    .looseObject({ is: z.enum(HEALTHS), reason: z.string(), until: daySchema, by: partySchema, at: z.iso.datetime() })
    .nullish(),
  /** The day on which somebody asked for the post by hand: it comes although there is nothing new, or none was to come. */
  askedOn: daySchema.nullish(),
  /** How it was doing when that changed last, by a day and its calendars: for cards and lists, which know neither. */
  judged: z.looseObject({ is: z.enum(HEALTHS), day: daySchema }).nullish(),
  /** The last day that is on the record as one whose post was missed. */
  missedTo: daySchema.nullish(),
  checkIn: checkInSchema.nullish(),
  report: reportSchema.nullish(),
  reported: reportedSchema.nullish(),
});
export type Progress = z.infer<typeof progressSchema>;
