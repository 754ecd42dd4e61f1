import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { connect, type Database, type Raw } from '../../src/io/database.ts';
import { makeLog } from '../../src/io/log.ts';
import { sweepJob } from '../../src/io/sweep.ts';
import { SCHEMA_VERSION } from '../../src/kit/aggregate.ts';
import { type Project, projectSchema } from '../../src/project/model.ts';
import { newProject, NOW } from '../support/arbitraries.ts';
import { type TestDatabase, testDatabase } from '../support/mongo.ts';

const MINUTE_MS = 60_000;
let place: TestDatabase;
let db: Database;
beforeAll(async () => {
  place = await testDatabase();
  db = await connect(place.uri);
  await db.buildIndexes();
});
afterAll(async () => {
  await db.close();
  await place.drop();
});

const projects = () => db.collection('projects');
beforeEach(async () => {
  await projects().deleteMany({});
});

const at = (minutes: number): Date => new Date(NOW.getTime() + minutes * MINUTE_MS);
/** A project that is due so many minutes from now. */
async function put(id: string, minutes: number | null, more: object = {}): Promise<void> {
  const { channels, ...project } = newProject();
  const team = { ...channels.team, id: `C${id}` };
  const nextDueAt = minutes === null ? null : at(minutes);
  const dueAt = nextDueAt?.toISOString() ?? null;
  await projects().insertOne({ ...project, _id: id, channels: { ...channels, team }, nextDueAt, dueAt, ...more });
}

/** When it is due for its features, whatever it was put off to. */
const dueOf = (project: Project): Date | null =>
  typeof project['dueAt'] === 'string' ? new Date(project['dueAt']) : null;

type Swept = { project: string; delivery: string | null };
function sweeping(run: (id: string) => Promise<unknown> = async () => undefined) {
  const swept: Swept[] = [];
  const job = sweepJob({
    db,
    log: makeLog('error', { write: () => undefined }),
    workspace: 'TAGENCY',
    parse: (raw: Raw) => projectSchema.parse(raw),
    due: dueOf,
    sweep: async ({ delivery }, project) => {
      swept.push({ project, delivery });
      await run(project);
    },
  });
  return { job, swept, ids: () => swept.map(({ project }) => project) };
}

/** As a decision does: it is due at another time from now on. */
const saved = (id: string, next: Date | null) =>
  projects().updateOne({ _id: id }, { $set: { nextDueAt: next, dueAt: next?.toISOString() ?? null } });

describe('what is due by itself', () => {
  test('is looked at in the order in which it is due, each with a delivery of its own; nothing else is', async () => {
    await put('late', -5);
    await put('later', -50);
    await put('tomorrow', 1440);
    await put('never', null);
    await put('elsewhere', -5, { workspace: 'TOTHER' });
    const { job, swept } = sweeping((id) => saved(id, null));
    await job.run(NOW);
    expect(swept).toEqual([
      { project: 'later', delivery: `sweep:later:${at(-50).toISOString()}` },
      { project: 'late', delivery: `sweep:late:${at(-5).toISOString()}` },
    ]);
    await job.run(at(1));
    expect(swept).toHaveLength(2);
  });

  test('is a hundred projects a round, and the others in the next', async () => {
    for (let index = 0; index < 103; index += 1) await put(`p${index}`, -index - 1);
    const { job, swept } = sweeping((id) => saved(id, null));
    await job.run(NOW);
    expect(swept).toHaveLength(100);
    await job.run(at(1));
    expect(new Set(swept.map(({ project }) => project)).size).toBe(103);
  });

  test('and fails stops no other, and comes again after as long as it has been due, an hour at most', async () => {
    await put('fails', -1);
    await put('fine', 0);
    const { job, ids } = sweeping(async (id) => {
      if (id === 'fails') throw new Error('no');
      await saved(id, null);
    });
    const tries: number[] = [];
    for (let minute = 0; minute < 300; minute += 1) {
      const before = ids().length;
      await job.run(at(minute));
      if (ids().slice(before).includes('fails')) tries.push(minute);
    }
    expect(ids().filter((id) => id === 'fine')).toHaveLength(1);
    expect(tries.slice(0, 6)).toEqual([0, 1, 3, 7, 15, 31]);
    const pauses = tries.slice(1).map((minute, index) => minute - (tries[index] ?? 0));
    expect(Math.max(...pauses)).toBe(60);
  });

  test('and has nothing to do after all is not looked at every minute', async () => {
    await put('idle', -30);
    const { job, swept } = sweeping();
    for (let minute = 0; minute < 30; minute += 1) await job.run(at(minute));
    expect(swept).toHaveLength(1);
  });

  test('and cannot be read is looked at once an hour; what a newer version saved is left alone', async () => {
    await put('broken', -5, { people: 'nobody' });
    await put('newer', -5, { schemaVersion: SCHEMA_VERSION + 1 });
    await put('fine', -5);
    const { job, ids } = sweeping(async (id) => {
      if (id === 'fine') await saved(id, null);
    });
    await job.run(NOW);
    expect(ids().toSorted()).toEqual(['broken', 'fine']);
    expect((await projects().findOne({ _id: 'broken' }))?.['nextDueAt']).toEqual(at(60));
  });

  test('is taken up by one process where several look at the same moment', async () => {
    for (let index = 0; index < 20; index += 1) await put(`p${index}`, -1);
    const [one, other] = [sweeping((id) => saved(id, null)), sweeping((id) => saved(id, null))];
    await Promise.all([one.job.run(NOW), other.job.run(NOW)]);
    expect([...one.ids(), ...other.ids()].toSorted()).toEqual(
      Array.from({ length: 20 }, (_, index) => `p${index}`).toSorted(),
    );
  });
});
