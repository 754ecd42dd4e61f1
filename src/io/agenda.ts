import { MongoBackend } from '@agendajs/mongo-backend';
import { Agenda } from 'agenda';
import { type Database, isDuplicate } from './database.ts';
import { within } from './deadline.ts';
import type { Log } from './log.ts';

const COLLECTION = 'agendaJobs';
/** How often Agenda looks for what is due. */
const LOOK_EVERY_MS = 1000;
/** Each job is over in far less. Agenda keeps a timer of half of it after every run, so the process must be ended by `exit`. */
const LOCK_LIFETIME_MS = 45_000;
/** A round of a job goes on no longer than this, and ends well before another process may take it over. */
export const ROUND_MS = 25_000;
/**
 * How often what happens by itself is looked for. A killed process's job is another's after the lock's lifetime and one look: within a
 * minute.
 */
export const LOOK_AROUND_SECONDS = 30;
const READY_WITHIN_MS = 5000;
const DRAIN_WITHIN_MS = 10_000;

/** Work that is done again and again. Several processes may do it in turn, and one may be killed in it: it must bear both. */
export type ClockJob = { name: string; everySeconds: number; run: (now: Date) => Promise<unknown> };

export type Clock = {
  /** @throws where MongoDB does not answer. */
  start: () => Promise<void>;
  /** Lets what runs end, for at most ten seconds, and runs nothing any more. The process should then exit. */
  stop: () => Promise<void>;
};

export type ClockParts = {
  db: Database;
  log: Log;
  jobs: readonly ClockJob[];
  now: () => Date;
  /** After this a job whose process was killed is free again. */
  lockLifetimeMs?: number;
};

/**
 * Agenda as a clock: a handful of recurring jobs and nothing else. What is due stands in our own collections, so a job that
 * was missed, killed or run twice loses and doubles nothing.
 */
export function makeClock({ db, log, jobs, now, lockLifetimeMs = LOCK_LIFETIME_MS }: ClockParts): Clock {
  let stopping: (() => Promise<void>) | null = null;
  return {
    start: async () => {
      await buildIndex(db);
      const agenda = begin(db, log);
      const noneRunning = countRunning(agenda);
      stopping = () => end(agenda, noneRunning, log);
      // It never rejects where MongoDB is away (agenda 6.2.6), so somebody has to look at the time.
      await within(agenda.ready, READY_WITHIN_MS);
      for (const job of jobs) {
        define(agenda, job, now, lockLifetimeMs);
        await repeat(db, job);
      }
      await agenda.start();
    },
    stop: async () => {
      const stop = stopping;
      stopping = null;
      await stop?.();
    },
  };
}

/** Agenda's other way to define a job takes a callback; naming the one we use keeps the compiler from choosing that. */
type Defining = { define: (name: string, work: () => Promise<void>, options: object) => void };

function define(agenda: Defining, { name, run }: ClockJob, now: () => Date, lockLifetime: number): void {
  const work = async (): Promise<void> => {
    await run(now());
  };
  // There is one document of each job, so nothing needs limiting. With a limit of one, a job that Agenda had claimed and then
  // dropped as expired, because the machine slept or its clock was set forward, would keep its place for ever: it would never
  // run again in this process (agenda 6.2.6, JobProcessor).
  agenda.define(name, work, { concurrency: 1, lockLimit: Number.POSITIVE_INFINITY, lockLifetime });
}

/**
 * Agenda's `stop` gives back what it had locked and not begun, so that another process does it at once; its `drain` would
 * keep those locks until they are over. What runs is waited for here.
 */
async function end(agenda: Agenda, noneRunning: () => Promise<void>, log: Log): Promise<void> {
  await agenda.stop();
  await within(noneRunning(), DRAIN_WITHIN_MS).catch(() => log.warn('a recurring job was still running at the end'));
}

/** How many jobs run, and a way to hear that none does. Agenda says `complete` once what came of a job is written down. */
function countRunning(agenda: Agenda): () => Promise<void> {
  let running = 0;
  let none: () => void = () => undefined;
  agenda.on('start', () => {
    running += 1;
  });
  agenda.on('complete', () => {
    running -= 1;
    if (running === 0) setImmediate(none);
  });
  return () =>
    new Promise((resolve) => {
      none = resolve;
      if (running === 0) resolve();
    });
}

function begin({ connection }: Database, log: Log): Agenda {
  const mongo = connection.db;
  if (!mongo) throw new Error('the clock needs a connection that is open');
  // With Agenda's own order each claim reads every job there is (github.com/agenda/agenda/issues/1437).
  const sort = { lockedAt: 'asc', nextRunAt: 'asc', priority: 'desc' } as const;
  const agenda = new Agenda({
    backend: new MongoBackend({ mongo, collection: COLLECTION, sort }),
    processEvery: LOOK_EVERY_MS,
    defaultConcurrency: 1,
    defaultLockLimit: 1,
  });
  // Agenda swallows its errors where nobody listens.
  agenda.on('error', (error: Error) => log.error({ err: error }, 'the clock failed'));
  agenda.on('fail', (error: Error | string, job: unknown) => {
    const name = (job as { attrs?: { name?: string } }).attrs?.name;
    log.error({ err: error, job: name }, 'a recurring job failed');
  });
  return agenda;
}

/** Processes that start at once would each make a job of the same name (github.com/agenda/agenda/issues/286). */
const buildIndex = ({ connection }: Database) =>
  connection
    .collection(COLLECTION)
    .createIndex({ name: 1 }, { name: 'uniq_single', unique: true, partialFilterExpression: { type: 'single' } });

/**
 * The job's document, as Agenda writes one itself. Agenda's own `every` frees a job that another process is in the middle of, so that
 * processes that start at once would each run it (@agendajs/mongo-backend 4.0.3, saveJob), and puts off what is due
 * (github.com/agenda/agenda/issues/1446). Where there is a job already, only another interval takes the place of its own.
 */
async function repeat({ connection }: Database, { name, everySeconds }: ClockJob): Promise<void> {
  const jobs = connection.collection(COLLECTION);
  const repeatInterval = `${everySeconds} seconds`;
  const one = { name, type: 'single' };
  // By the machine's own clock, which Agenda goes by.
  const fresh = { priority: 0, data: {}, lockedAt: null, disabled: null, repeatInterval, nextRunAt: new Date() };
  try {
    await jobs.updateOne(one, { $setOnInsert: fresh }, { upsert: true });
  } catch (error) {
    // Another process was faster.
    if (!isDuplicate(error)) throw error;
  }
  const changed = { repeatInterval, nextRunAt: new Date() };
  await jobs.updateOne({ ...one, repeatInterval: { $ne: repeatInterval } }, { $set: changed });
}
