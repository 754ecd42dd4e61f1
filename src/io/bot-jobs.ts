import type { z } from 'zod';
import type { Aggregate } from '../kit/aggregate.ts';
import { earliestOf } from '../kit/earliest.ts';
import type { NewId } from '../kit/ids.ts';
import type { DailyPosts } from '../kit/posts.ts';
import { type ClockJob, LOOK_AROUND_SECONDS, ROUND_MS } from './agenda.ts';
import type { Database } from './database.ts';
import { deadline } from './deadline.ts';
import type { Deps } from './deps.ts';
import { type Handling, ownWork } from './handling.ts';
import type { Log } from './log.ts';
import { earliest } from './make-deps.ts';
import { postsJob } from './posts-job.ts';
import type { Inbox } from './received.ts';
import { sweepJob } from './sweep.ts';

/** What of a listing happens by the clock. */
export type Timed<P extends Aggregate> = {
  schema: z.ZodType<P>;
  /** When something about a project is due by itself, as the project alone tells. */
  due: readonly ((project: P) => Date | null)[];
  /** Does what is due of a project, by its state as it was read a moment ago; nothing where nothing is due. */
  sweep: (deps: Deps<P>, handling: Handling, project: P) => Promise<unknown>;
  /** Does this project go on, so that it is looked at by itself after every change? */
  goesOn: (project: P) => boolean;
  /**
   * What happens by calendars: each does what is due of a project by now, and says when it is to be asked again; null for not before
   * the next change. It saves nothing where nothing is due.
   */
  clocked: readonly Clocked<P>[];
  /** What else is done again and again, in each workspace; several processes may do it at the same time. */
  rounds: readonly Round<P>[];
  /** What daily posts go by. */
  posts: DailyPosts<P>;
  /** Does what the settings say and what is not done yet. It is repeated until it is. */
  settle: (deps: Deps<P>, handling: Handling) => Promise<void>;
};

/** Does what is due of a project by calendars. @returns when something will be next; null where nothing is to come */
export type Clocked<P extends Aggregate> = (deps: Deps<P>, handling: Handling, project: P) => Promise<Date | null>;

/** Work that is looked for again and again. It may be killed in it, and doubles nothing. */
export type Round<P extends Aggregate> = {
  name: string;
  run: (deps: Deps<P>, handling: Handling) => Promise<unknown>;
};

export type JobParts = {
  db: Database;
  log: Log;
  newId: NewId;
  workspace: string;
  events: Inbox;
  replay: (now: Date) => Promise<number>;
  /** Has the sender look at what is to be sent. */
  wake: () => void;
};

/** What happens by the clock. Each workspace has its own: a job runs in one process, and that may be another workspace's. */
export function jobsOf<P extends Aggregate>(listing: Timed<P>, deps: Deps<P>, parts: JobParts): ClockJob[] {
  const { workspace, events, replay, wake } = parts;
  const settle = async (now: Date) => {
    await deps.settings.refresh();
    await listing.settle(deps, ownWork(workspace, now, null));
  };
  return [
    { name: `sender ${workspace}`, everySeconds: 5, run: async () => wake() },
    { name: `replay ${workspace}`, everySeconds: 10, run: replay },
    { name: `settings ${workspace}`, everySeconds: 10, run: settle },
    sweepJob({
      ...parts,
      sweep: (handling, project) => sweepAll(listing, deps, handling, project),
    }),
    ...listing.rounds.map(({ name, run }) => ({
      name: `${name} ${workspace}`,
      everySeconds: LOOK_AROUND_SECONDS,
      run: (now: Date) => run(deps, { ...ownWork(workspace, now, null), deadline: deadline(ROUND_MS) }),
    })),
    postsJob({ ...parts, deps, posts: listing.posts }),
    {
      name: 'retention',
      everySeconds: 3600,
      run: async (now) => {
        for (const one of [events, deps.looks, deps.sources, deps.nudges, deps.exports]) await one.forget(now);
      },
    },
  ];
}

/** What is due by a day that the project itself names, and then what is by calendars. @returns when it is to be looked at next */
async function sweepAll<P extends Aggregate>(
  listing: Timed<P>,
  deps: Deps<P>,
  handling: Handling,
  id: string,
): Promise<Date | null> {
  const failures: unknown[] = [];
  const failed = (error: unknown): null => {
    failures.push(error);
    return null;
  };
  const found = await deps.store.project(handling.workspace, id);
  if (!found) return null;
  await listing.sweep(deps, handling, found).catch(failed);
  // What follows goes by what is left once that is done.
  const project = await deps.store.project(handling.workspace, id);
  if (!project) return null;
  const clocked = listing.goesOn(project) ? listing.clocked : [];
  const nexts: (Date | null)[] = [earliest(listing.due)(project)];
  // One after the other, for each decides on the same project; and all of them, even where one fails.
  for (const look of clocked) nexts.push(await look(deps, handling, project).catch(failed));
  // What failed stays due, and is tried again.
  if (failures.length > 0) throw new AggregateError(failures, `of what was due ${failures.length} failed`);
  return earliestOf(nexts);
}
