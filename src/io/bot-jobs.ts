import type { z } from 'zod';
import type { Aggregate } from '../kit/aggregate.ts';
import type { ClockJob } from './agenda.ts';
import type { Database } from './database.ts';
import { deadline } from './deadline.ts';
import type { Deps } from './deps.ts';
import type { Handling } from './handling.ts';
import type { Log } from './log.ts';
import { earliest } from './make-deps.ts';
import type { Inbox } from './received.ts';
import { sweepJob } from './sweep.ts';

/** What Liaison does of itself, without a person who waits; `key` is handled once, like a delivery; null where it may be repeated. */
export const ownWork = (workspace: string, now: Date, key: string | null): Handling => ({
  workspace,
  delivery: key,
  now,
  deadline: deadline(10_000),
  actor: null,
});

/** What of a listing happens by the clock. */
type Clocked<P extends Aggregate> = {
  schema: z.ZodType<P>;
  due: readonly ((project: P) => Date | null)[];
  sweep: (deps: Deps<P>, handling: Handling, project: string) => Promise<unknown>;
  settle: (deps: Deps<P>, handling: Handling) => Promise<void>;
};

export type JobParts = {
  db: Database;
  log: Log;
  workspace: string;
  events: Inbox;
  replay: (now: Date) => Promise<number>;
  /** Has the sender look at what is to be sent. */
  wake: () => void;
};

/** What happens by the clock. Each workspace has its own: a job runs in one process, and that may be another workspace's. */
export function jobsOf<P extends Aggregate>(listing: Clocked<P>, deps: Deps<P>, parts: JobParts): ClockJob[] {
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
      parse: (raw) => listing.schema.parse(raw),
      due: earliest(listing.due),
      sweep: (handling, project) => listing.sweep(deps, handling, project),
    }),
    {
      name: 'retention',
      everySeconds: 3600,
      run: async (now) => [await events.forget(now), await deps.looks.forget(now), await deps.sources.forget(now)],
    },
  ];
}
