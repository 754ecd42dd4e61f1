import { z } from 'zod';
import { metadata } from '../kit/metadata.ts';
import { STAGES } from '../project/model-life.ts';

/** The lists of App Home that have pages. */
export const SECTIONS = ['waits', 'awaited', 'mine', 'portfolio', 'theirs'] as const;
export type Section = (typeof SECTIONS)[number];

export const LIVES = ['live', 'onHold', 'ended'] as const;
/** A job has no stages, and is filtered like one. */
export const STAGE_FILTERS = [...STAGES, 'job'] as const;
/** What a portfolio can be narrowed to besides. */
export const ONLY = ['awaitsClient', 'needsCare'] as const;

/** Stands in a filter for not filtering. */
export const ALL = 'all';

const page = z.int().min(0).catch(0);
const none = null;

/** What somebody chose on their Home, as it is kept; whatever is not understood any more counts as not chosen. */
export const choicesSchema = z.object({
  waits: page,
  awaited: page,
  mine: page,
  portfolio: page,
  theirs: page,
  client: z.string().max(100).nullable().catch(none),
  stage: z.enum(STAGE_FILTERS).nullable().catch(none),
  life: z.enum(LIVES).nullable().catch(none),
  /** Slack's user id of an account manager. */
  manager: z.string().max(100).nullable().catch(none),
  only: z.enum(ONLY).nullable().catch(none),
});
export type Choices = z.infer<typeof choicesSchema>;

/** The filters of a portfolio. */
export const FILTERS = ['client', 'stage', 'life', 'manager', 'only'] as const;
export type Filter = (typeof FILTERS)[number];

export const NO_FILTERS = { client: null, stage: null, life: null, manager: null, only: null } as const;

/** The action ids of what can be pressed and chosen on App Home. */
export const HOME_IDS = {
  earlier: 'home.earlier',
  next: 'home.next',
  clear: 'home.clear',
  client: 'home.client',
  stage: 'home.stage',
  life: 'home.life',
  manager: 'home.manager',
  only: 'home.only',
} as const;

/** Which page of which list: pressed twice, it is the same page. */
export const turnValue = metadata('button', z.object({ section: z.enum(SECTIONS), page: z.int().min(0).max(100_000) }));
export const clearValue = metadata('button', z.object({}));
