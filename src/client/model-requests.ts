import { z } from 'zod';
import { BOUNDS } from '../kit/bounds.ts';
import type { Question } from '../kit/form.ts';
import { localeSchema } from '../kit/locale.ts';
import { metadata } from '../kit/metadata.ts';
import type { Named } from '../kit/text.ts';
import { REQUEST_KINDS, type RequestKind } from '../project/model.ts';

export const REQUEST_BOUNDS = {
  /** Open at the same time: more than that nobody answers, and the project's document would grow without end. */
  open: 50,
  /** Closed ones that the project still holds; older ones stand on the record. */
  closed: 20,
  /** Since when or where: one line. */
  since: 200,
} as const;

/** What the client is asked when they ask for something; one form a kind. */
export const REQUEST_FORMS = {
  newRequest: [
    { id: 'need', kind: 'text', long: true, max: BOUNDS.longAnswer, required: true },
    { id: 'neededBy', kind: 'day', required: false },
  ],
  problem: [
    { id: 'happened', kind: 'text', long: true, max: BOUNDS.longAnswer, required: true },
    { id: 'noticed', kind: 'text', long: false, max: REQUEST_BOUNDS.since, required: false },
  ],
  status: [{ id: 'question', kind: 'text', long: true, max: BOUNDS.longAnswer, required: false }],
} as const satisfies Record<RequestKind, readonly Question[]>;

/** The agency's answer, as the client will read it. */
export const replyForm = [
  { id: 'reply', kind: 'text', long: true, max: BOUNDS.longAnswer, required: true },
] as const satisfies readonly Question[];

const project = z.string();

/** `language` is spoken to those of whom no other is known: people of other companies tell Slack's bots none. */
export const clientValue = metadata('button', z.object({ project, language: localeSchema }));
/** `id` becomes the request's: sent twice, it is one. `channel`: where it was opened. */
export const requestMeta = metadata(
  'modal',
  z.object({
    project,
    language: localeSchema,
    id: z.string(),
    kind: z.enum(REQUEST_KINDS),
    channel: z.string().nullable(),
  }),
);

export const requestValue = metadata('button', z.object({ project, request: z.string() }));
/** `seen`: the channel whose people the preview names, and the mark of the text that it shows; null before the preview. */
export const replyMeta = metadata(
  'modal',
  z.object({ project, request: z.string(), seen: z.object({ channel: z.string(), mark: z.string() }).nullable() }),
);

/** One page of the client's part of the record; `from`: the number of the newest entry that it may show. */
export const clientPageValue = metadata('button', z.object({ project, language: localeSchema, from: z.int() }));

/** `job`: the id that the job will have; sent twice, it is one. */
export const jobMeta = metadata('modal', z.object({ project, request: z.string(), job: z.string() }));

/** What App Home says of a request that waits: it reads nothing of the project. */
export const requestFactsSchema = z.object({
  request: z.enum(REQUEST_KINDS),
  by: z.string().nullable(),
  text: z.string(),
  /** It was asked of a job inside a project. */
  isJob: z.boolean(),
});
export type RequestFacts = z.infer<typeof requestFactsSchema>;

export type RequestRefusals = {
  'client.isClients': Record<never, never>;
  'client.notHere': Record<never, never>;
  'client.askEnded': Record<never, never>;
  'client.tooManyRequests': { most: number };
  'client.requestOver': { who: readonly Named[]; at: { at: string } };
  'client.requestGone': Record<never, never>;
  'client.noChannel': Record<never, never>;
  'client.replyMoved': Record<never, never>;
  'client.recordInside': Record<never, never>;
  'client.recordNotYours': Record<never, never>;
};
