import { z } from 'zod';
import { daySchema } from '../kit/calendar.ts';
import { personSchema } from '../kit/person.ts';
import type { DailyPosts } from '../kit/posts.ts';
import { rhythmSchema } from '../kit/settings.ts';
import type { Project } from '../project/model.ts';
import { LIAISON_ITSELF } from '../project/model-record.ts';
import { clockOf } from '../project/rules-clock.ts';
import { postKey, postRow } from './rules-follows.ts';
import { hasPosts } from './rules-post.ts';
import { rhythmOf } from './rules-rhythm.ts';
import { type PostFacts, postSlot } from './rules-slot.ts';

/** As much of a project as its daily post goes by. */
const askedSchema = z.looseObject({
  zone: z.string().nullish(),
  startedAt: z.iso.datetime(),
  nextPostAt: z.date(),
  life: z.looseObject({ state: z.string(), since: z.string().optional() }).nullish(),
  parent: z.looseObject({}).nullish(),
  people: z.array(z.looseObject({ role: z.string(), person: personSchema, gone: z.looseObject({}).nullish() })),
  progress: z
    .looseObject({
      rhythm: rhythmSchema.partial().optional(),
      paused: z.looseObject({ until: daySchema }).nullish(),
      missedTo: daySchema.nullish(),
    })
    .nullish(),
});
type Asked = z.infer<typeof askedSchema>;

/** What has begun longer ago than any day lasts, before posts were planned last, was there on every day that is looked at. */
const LONG_BEFORE_MS = 3 * 24 * 60 * 60_000;

/** The daily posts of projects (docs/product.md, Daily progress post). A job inside a project has none of its own. */
export const dailyPosts: DailyPosts<Project> = {
  has: hasPosts,
  fields: [
    'zone',
    'startedAt',
    'nextPostAt',
    'life.state',
    'life.since',
    'parent.project',
    'people.role',
    'people.person',
    'people.gone.since',
    'progress.rhythm',
    'progress.paused.until',
    'progress.missedTo',
  ],
  ask: (raw, settings) => {
    const asked = askedSchema.parse(raw);
    const facts = factsOf(
      asked,
      rhythmOf({ progress: { rhythm: asked.progress?.rhythm } }, settings.rhythm).postMinute,
    );
    return {
      ...clockOf(asked, settings),
      alike: JSON.stringify(facts),
      slot: (calendar, now) => postSlot(facts, calendar, now),
    };
  },
  key: postKey,
  row: (project, day, until) => ({ ...postRow(project, day), urgent: false, notAfter: until }),
  missed: (project, days) => ({
    project: { ...project, progress: { ...project.progress, missedTo: days.at(-1) } },
    happened: [{ kind: 'progress.postsMissed', actor: LIAISON_ITSELF, content: { days } }],
    rows: () => [],
  }),
};

function factsOf(asked: Asked, postMinute: number): PostFacts {
  const { life, startedAt, nextPostAt: since } = asked;
  const begunAt = new Date(life?.since ?? startedAt);
  const isLongAgo = begunAt.getTime() < since.getTime() - LONG_BEFORE_MS;
  return {
    postMinute,
    pausedUntil: asked.progress?.paused?.until ?? null,
    isGoing: (life?.state ?? 'live') === 'live' && !asked.parent,
    begunAt: isLongAgo ? null : begunAt,
    since,
    namedTo: asked.progress?.missedTo ?? null,
  };
}
