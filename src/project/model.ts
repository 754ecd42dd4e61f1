import { z } from 'zod';
import { briefSchema } from '../brief/model.ts';
import { aggregateShape } from '../kit/aggregate.ts';
import { BOUNDS } from '../kit/bounds.ts';
import { daySchema } from '../kit/calendar.ts';
import type { Question } from '../kit/form.ts';
import { personSchema } from '../kit/person.ts';
import type { Named } from '../kit/text.ts';
import { deliverableSchema } from '../deliverable/model.ts';
import { planSchema } from '../plan/model.ts';
import { progressSchema } from '../progress/model.ts';
import { earlierSchema, lifeSchema, overrideSchema, STAGES } from './model-life.ts';
import { handoverSchema, joinerSchema, memberSchema, offSlackSchema, supplierSchema } from './model-people.ts';

/** Kinds of work: a campaign has stages and gates, a job has neither. */
const WORK = ['campaign', 'job'] as const;

const workSchema = z.discriminatedUnion('kind', [
  z.looseObject({
    kind: z.literal('campaign'),
    stage: z.enum(STAGES),
    /** In which stage it began here, where that was not the first: what the gates before it asked for is taken as given. */
    startedIn: z.enum(STAGES).optional(),
  }),
  z.looseObject({ kind: z.literal('job') }),
]);

/** Another project, as it was called when it came to be named here. */
const namedProjectSchema = z.looseObject({ project: z.string(), name: z.string() });

/** A job that was taken into a project; `unmade` until it is known that it was made as well. */
const jobSchema = namedProjectSchema.extend({
  unmade: z
    .looseObject({
      wantedOn: daySchema,
      by: z.looseObject({ person: personSchema, id: z.string(), name: z.string().nullable() }),
      at: z.iso.datetime(),
    })
    .nullish(),
});

/** What the client's people ask for by the buttons of their card. */
export const REQUEST_KINDS = ['newRequest', 'problem', 'status'] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

const requestSchema = z.looseObject({
  id: z.string(),
  kind: z.enum(REQUEST_KINDS),
  by: z.looseObject({ person: personSchema, id: z.string(), name: z.string().nullable() }),
  text: z.string(),
  wantedOn: daySchema.nullable(),
  /** Of a problem: since when or where, in their words. */
  since: z.string().nullish(),
  at: z.iso.datetime(),
  state: z.enum(['open', 'answered', 'becameJob']),
  /** Who of the agency closed it, and when. */
  closed: z
    .looseObject({ by: z.looseObject({ id: z.string(), name: z.string().nullable() }), at: z.iso.datetime() })
    .nullish(),
});
export type ClientRequest = z.infer<typeof requestSchema>;

/** A client project: everything the features share, in one document. */
export const projectSchema = z.looseObject({
  ...aggregateShape,
  client: z.looseObject({ id: z.string(), name: z.string() }),
  name: z.string(),
  work: workSchema,
  /** Stored once, here; the brief's question and the card show this one. Null: not known yet. */
  wantedOn: daySchema.nullable(),
  startedAt: z.iso.datetime(),
  people: z.array(memberSchema),
  /** Projects of the former form have none. */
  offSlack: z.array(offSlackSchema).optional(),
  suppliers: z.array(supplierSchema).optional(),
  life: lifeSchema.optional(),
  earlier: z.array(earlierSchema).optional(),
  overridden: z.array(overrideSchema).optional(),
  /** The jobs that were started inside it, in their order: the first is number 1. */
  jobs: z.array(jobSchema).optional(),
  /** The projects that were merged into it. */
  merged: z.array(namedProjectSchema).optional(),
  /** A job inside a project: it lives in the rooms of that one. `number` counts them there. */
  parent: z.looseObject({ project: z.string(), name: z.string(), number: z.int() }).nullish(),
  requests: z.array(requestSchema).optional(),
  handover: handoverSchema.nullish(),
  /**
   * A handover of all projects of the client that began in this one and is not in all the others (`projects`) yet; or one that was
   * planned, and is not taken back in all of them.
   */
  carrying: handoverSchema.extend({ projects: z.array(z.string()), isTakenBack: z.boolean().optional() }).nullish(),
  /** Whoever left the roster, or was to take over, so that the record goes on naming them. */
  former: z.array(z.looseObject({ person: personSchema, id: z.string(), name: z.string().nullable() })).optional(),
  joiners: z.array(joinerSchema),
  /** The zone by whose clock it speaks up (IANA name); null: as the settings have it. */
  zone: z.string().nullish(),
  plan: planSchema.nullish(),
  /** In the order in which they were added. */
  deliverables: z.array(deliverableSchema).optional(),
  progress: progressSchema.nullish(),
  /** The last files of its record that were asked for, by their ids. */
  exports: z.array(z.string()).optional(),
  /** Who wants to be left alone about something, and until when. It moves no day. */
  snoozes: z
    .array(
      z.looseObject({
        person: personSchema,
        about: z.looseObject({ kind: z.string(), id: z.string() }),
        until: z.iso.datetime(),
        at: z.iso.datetime(),
      }),
    )
    .optional(),
  brief: briefSchema.nullable(),
  /** Messages that Slack refused for good: shown on the card, named in the record. */
  undelivered: z.int(),
});
export type Project = z.infer<typeof projectSchema>;

/** The four answers that starting takes. */
export const startForm = [
  { id: 'client', kind: 'text', long: false, max: BOUNDS.clientName, required: true },
  { id: 'name', kind: 'text', long: false, max: BOUNDS.projectName, required: true },
  { id: 'work', kind: 'choice', options: WORK, required: true },
  { id: 'wantedOn', kind: 'day', required: true },
] as const satisfies readonly Question[];

/** Asked as well, with the first stage chosen already, so that four answers are enough. A job has no stages. */
export const standForm = [
  { id: 'stage', kind: 'choice', options: STAGES, required: false },
] as const satisfies readonly Question[];

/** Asked only where the present channel could be the team channel. */
export const TEAM_ROOMS = ['newChannel', 'thisChannel'] as const;
export const roomForm = [
  { id: 'room', kind: 'choice', options: TEAM_ROOMS, required: true },
] as const satisfies readonly Question[];

export type ProjectRefusals = {
  'project.commandsAreInside': Record<never, never>;
  'project.whoAreYou': Record<never, never>;
  'project.noneHere': Record<never, never>;
  'project.dayPast': Record<never, never>;
  'project.nameEmpty': Record<never, never>;
  'project.channelNotFree': Record<never, never>;
  'project.lookMissing': Record<never, never>;
  'project.onlyTeam': { act: { named: readonly string[] }; who: readonly Named[] };
  'project.gateClosed': { lacks: { named: readonly string[] } };
  'project.noStages': Record<never, never>;
  'project.lastStage': Record<never, never>;
  'project.stageMoved': { stage: string };
  'project.joinerAnswered': Record<never, never>;
  'project.joinerIsClients': Record<never, never>;
  'project.tooManyPeople': { most: number };
  'project.roleOtherSide': { who: readonly Named[] };
  'project.mayNot': { act: { named: readonly string[] }; roles: { named: readonly string[] }; who: readonly Named[] };
  'project.isEnded': Record<never, never>;
  'project.isOnHold': Record<never, never>;
};
