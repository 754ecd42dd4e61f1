import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../src/io/database.ts';
import { makeLog } from '../../src/io/log.ts';
import { sweepJob, type SweepParts } from '../../src/io/sweep.ts';
import { SCHEMA_VERSION } from '../../src/kit/aggregate.ts';
import { newProject, NOW } from '../support/arbitraries.ts';
import { builtDatabase } from '../support/mongo.ts';

const MINUTE_MS = 60_000;
let db: Database;
let end: () => Promise<void>;
beforeAll(async () => {
  ({ db, end } = await builtDatabase());
});
afterAll(() => end());

const projects = () => db.collection('projects');
beforeEach(async () => {
  await projects().deleteMany({});
});

const at = (minutes: number): Date => new Date(NOW.getTime() + minutes * MINUTE_MS);
/** A project that is due so many minutes from now. */
async function put(id: string, minutes: number | null, more: object = {}): Promise<void> {
  await projects().insertOne(dueProject(id, minutes, more));
}
function dueProject(id: string, minutes: number | null, more: object = {}) {
  const { channels, ...project } = newProject();
  const team = { ...channels.team, id: `C${id}` };
  return {
    ...project,
    _id: id,
    channels: { ...channels, team },
    nextDueAt: minutes === null ? null : at(minutes),
    ...more,
  };
}

type Swept = { project: string; delivery: string | null };
/** The sweep of one process. `look` does what is due of a project, and says when something will be next. */
function sweeping(look: (id: string, now: Date) => Promise<Date | null> = async () => null) {
  const swept: Swept[] = [];
  const log = makeLog('silent');
  const sweep: SweepParts['sweep'] = async ({ delivery, now }, project) => {
    swept.push({ project, delivery });
    return look(project, now);
  };
  const job = sweepJob({ db, log, workspace: 'TAGENCY', sweep });
  return { job, swept, ids: () => swept.map(({ project }) => project) };
}

/** As a decision does: it is due at another time from now on. */
const saved = (id: string, next: Date | null) =>
  projects().updateOne({ _id: id }, { $set: { nextDueAt: next, stuckSince: null } });
const dueOf = async (id: string) => (await projects().findOne({ _id: id }))?.['nextDueAt'];
/** The minutes at which a project was looked at, of so many. */
async function minutesOf({ job, ids }: ReturnType<typeof sweeping>, id: string, minutes: number): Promise<number[]> {
  const looked: number[] = [];
  for (let minute = 0; minute < minutes; minute += 1) {
    const before = ids().length;
    await job.run(at(minute));
    if (ids().slice(before).includes(id)) looked.push(minute);
  }
  return looked;
}

describe('what is due by itself', () => {
  test('is looked at in the order in which it is due, each with a delivery of its own; nothing else is', async () => {
    await put('late', -5);
    await put('later', -50);
    await put('tomorrow', 1440);
    await put('never', null);
    await put('elsewhere', -5, { workspace: 'TOTHER' });
    const { job, swept } = sweeping();
    await job.run(NOW);
    expect(swept).toEqual([
      { project: 'later', delivery: `sweep:later:${at(-50).toISOString()}` },
      { project: 'late', delivery: `sweep:late:${at(-5).toISOString()}` },
    ]);
    await job.run(at(1));
    expect(swept).toHaveLength(2);
  });

  test('is looked at in one round, however many there are, each of them once', async () => {
    await projects().insertMany(Array.from({ length: 350 }, (_, index) => dueProject(`p${index}`, -index - 1)));
    // What is done saves the project, so that it is due at once again.
    const { job, ids } = sweeping(async (id, now) => {
      await saved(id, now);
      return null;
    });
    expect(await job.run(NOW)).toBe(350);
    expect(new Set(ids()).size).toBe(350);
    expect(ids()).toHaveLength(350);
    await job.run(at(1));
    expect(ids()).toHaveLength(700);
  });

  test('is put off to when something will be next, a day at most; and for good where nothing will', async () => {
    for (const id of ['soon', 'far', 'nothing']) await put(id, -1);
    const next: Record<string, Date | null> = { soon: at(90), far: at(7 * 1440), nothing: null };
    const { job } = sweeping(async (id) => next[id] ?? null);
    await job.run(NOW);
    expect(await Promise.all(['soon', 'far', 'nothing'].map(dueOf))).toEqual([at(90), at(1440), null]);
  });

  test('and was saved meanwhile is due when that save says, whatever came of the look', async () => {
    for (const id of ['earlier', 'ended']) await put(id, -1);
    const { job } = sweeping(async (id) => {
      await saved(id, id === 'ended' ? null : at(0.5));
      return at(600);
    });
    await job.run(NOW);
    expect([await dueOf('earlier'), await dueOf('ended')]).toEqual([at(0.5), null]);
  });

  test('and fails stops no other, and comes again after pauses that grow, an hour at most, until it is done', async () => {
    await put('fails', -3000);
    await put('fine', 0);
    let isMended = false;
    const sweep = sweeping(async (id) => {
      if (id === 'fails' && !isMended) throw new Error('no');
      return null;
    });
    const tries = await minutesOf(sweep, 'fails', 300);
    expect(sweep.ids().filter((id) => id === 'fine')).toHaveLength(1);
    expect(tries.slice(0, 7)).toEqual([0, 1, 2, 4, 8, 16, 32]);
    const pauses = tries.slice(1).map((minute, index) => minute - (tries[index] ?? 0));
    expect(Math.max(...pauses)).toBe(60);
    isMended = true;
    await sweep.job.run(at(400));
    expect(await projects().findOne({ _id: 'fails' })).toMatchObject({ nextDueAt: null, stuckSince: null });
    isMended = false;
    await saved('fails', at(500));
    await sweep.job.run(at(500));
    expect(await dueOf('fails')).toEqual(at(500.5));
  });

  test('and is still due when all was done is not looked at every minute', async () => {
    await put('idle', -30);
    expect(
      await minutesOf(
        sweeping(async () => at(-30)),
        'idle',
        33,
      ),
    ).toEqual([0, 1, 2, 4, 8, 16, 32]);
  });

  test('and was saved by a newer version is left alone', async () => {
    await put('newer', -5, { schemaVersion: SCHEMA_VERSION + 1 });
    const { job, ids } = sweeping();
    expect(await job.run(NOW)).toBe(0);
    expect(ids()).toEqual([]);
  });

  test('is taken up by one process where several look at the same moment', async () => {
    for (let index = 0; index < 20; index += 1) await put(`p${index}`, -1);
    const [one, other] = [sweeping(), sweeping()];
    await Promise.all([one.job.run(NOW), other.job.run(NOW)]);
    expect([...one.ids(), ...other.ids()].toSorted()).toEqual(
      Array.from({ length: 20 }, (_, index) => `p${index}`).toSorted(),
    );
  });

  test('and was taken up by a process that was killed is looked at by another one a minute later', async () => {
    await put('p1', -5000);
    const killed = sweeping(() => new Promise(() => undefined));
    void killed.job.run(NOW);
    while (killed.ids().length === 0) await new Promise((resolve) => setImmediate(resolve));
    const other = sweeping();
    await other.job.run(NOW);
    expect(other.ids()).toEqual([]);
    await other.job.run(at(1));
    expect(other.ids()).toEqual(['p1']);
  });
});
