import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Clock, type ClockJob, makeClock } from '../../src/io/agenda.ts';
import { connect, type Database } from '../../src/io/database.ts';
import { makeLog } from '../../src/io/log.ts';
import { type TestDatabase, testDatabase } from '../support/mongo.ts';

const NOW = new Date(Date.UTC(2026, 10, 30, 1));
const log = makeLog('silent');

let place: TestDatabase;
let databases: Database[];

beforeAll(async () => {
  place = await testDatabase();
  databases = [await connect(place.uri), await connect(place.uri)];
});
afterAll(async () => {
  await Promise.all(databases.map((db) => db.close()));
  await place.drop();
});
beforeEach(async () => {
  await jobs().deleteMany({});
});

const jobs = () => databases[0]!.connection.collection('agendaJobs');
/** Agenda keeps a timer of half a lock's lifetime after each run: with a short one nothing keeps this process alive. */
const clockOf = (process: 0 | 1, ...list: ClockJob[]): Clock =>
  makeClock({ db: databases[process]!, log, jobs: list, now: () => NOW, lockLifetimeMs: 1500 });

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await sleep(20);
}

/** A job that says when it has run. */
function noted(name: string, everySeconds = 3600) {
  const runs: Date[] = [];
  let heard: () => void = () => undefined;
  const first = new Promise<void>((resolve) => {
    heard = resolve;
  });
  const run = async (now: Date) => {
    runs.push(now);
    heard();
  };
  return { job: { name, everySeconds, run }, runs, first };
}

test('two processes that start at once share one job, and it runs on the clock that was handed in', async () => {
  const [one, two] = [noted('sender'), noted('sender')];
  const clocks = [clockOf(0, one.job), clockOf(1, two.job)];
  await Promise.all(clocks.map((clock) => clock.start()));
  await Promise.race([one.first, two.first]);
  await Promise.all(clocks.map((clock) => clock.stop()));
  expect(await jobs().countDocuments({ name: 'sender' })).toBe(1);
  expect([...one.runs, ...two.runs]).toEqual([NOW]);
});

test('six processes that start at once leave one document for each job, and each job runs once whenever its time comes', async () => {
  const names = ['sweep', 'posts', 'sender', 'replay'];
  for (let round = 0; round < 3; round += 1) {
    await jobs().deleteMany({});
    const runs = new Map(names.map((name) => [name, 0]));
    const job = (name: string): ClockJob => ({
      name,
      everySeconds: 3600,
      run: async () => runs.set(name, (runs.get(name) ?? 0) + 1),
    });
    const clocks = Array.from({ length: 6 }, (_, index) => clockOf((index % 2) as 0 | 1, ...names.map(job)));
    await Promise.all(clocks.map((clock) => clock.start()));
    // A time of its own for each: the one before must be over, or it would be the same.
    for (let times = 1; times <= 3; times += 1) {
      await until(async () => [...runs.values()].every((count) => count >= times));
      await until(async () => (await jobs().countDocuments({ lockedAt: { $ne: null } })) === 0);
      expect([...runs.values()]).toEqual(names.map(() => times));
      if (times < 3) await jobs().updateMany({}, { $set: { nextRunAt: new Date(0) } });
    }
    await Promise.all(clocks.map((clock) => clock.stop()));
    const found = await jobs()
      .find({}, { projection: { name: 1 } })
      .toArray();
    expect(found.map((one) => String(one['name'])).toSorted((a, b) => a.localeCompare(b))).toEqual(
      names.toSorted((a, b) => a.localeCompare(b)),
    );
    expect([...runs.values()]).toEqual(names.map(() => 3));
  }
}, 60_000);

test('a job whose process was killed in it is run by another one once its lock is over, and from then on again', async () => {
  // A process that was killed has left its lock, and never says that it is done.
  const [killed, other] = [noted('sweep', 1), noted('sweep', 1)];
  const before = clockOf(0, killed.job);
  await before.start();
  await killed.first;
  await before.stop();
  const left = { lockedAt: new Date(), nextRunAt: new Date() };
  await jobs().updateOne({ name: 'sweep' }, { $set: left });
  const clock = clockOf(1, other.job);
  await clock.start();
  await until(async () => other.runs.length >= 2);
  await clock.stop();
  expect(await jobs().countDocuments({ name: 'sweep' })).toBe(1);
}, 30_000);

test('starting again does not put off what is due', async () => {
  const first = noted('replay');
  const before = clockOf(0, first.job);
  await before.start();
  await first.first;
  await before.stop();
  await jobs().updateOne({ name: 'replay' }, { $set: { nextRunAt: new Date(0) } });
  const second = noted('replay');
  const after = clockOf(1, second.job);
  await after.start();
  await second.first;
  await after.stop();
  expect(await jobs().countDocuments({ name: 'replay' })).toBe(1);
});

test('another interval takes the place of the one before', async () => {
  for (const everySeconds of [3600, 60]) {
    const clock = clockOf(0, noted('retention', everySeconds).job);
    await clock.start();
    await clock.stop();
  }
  const found = await jobs().find({ name: 'retention' }).toArray();
  expect(found.map((job) => job['repeatInterval'])).toEqual(['60 seconds']);
});

test('stopping waits for what runs, and leaves nothing locked', async () => {
  let finish: () => void = () => undefined;
  let begun: () => void = () => undefined;
  const started = new Promise<void>((resolve) => {
    begun = resolve;
  });
  let isDone = false;
  const run = async () => {
    begun();
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
    isDone = true;
  };
  const clock = clockOf(0, { name: 'slow', everySeconds: 3600, run });
  await clock.start();
  await started;
  const stopping = clock.stop();
  finish();
  await stopping;
  expect(isDone).toBe(true);
  expect(await jobs().countDocuments({ lockedAt: { $ne: null } })).toBe(0);
});

test('a job that fails is tried again at its next time, and stops nothing', async () => {
  const good = noted('good');
  const bad: ClockJob = { name: 'bad', everySeconds: 3600, run: () => Promise.reject(new Error('not today')) };
  const clock = clockOf(0, bad, good.job);
  await clock.start();
  await good.first;
  await clock.stop();
  expect(await jobs().countDocuments({ name: 'bad', nextRunAt: { $gt: new Date(0) } })).toBe(1);
});
