import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { connect, type Database } from '../../src/io/database.ts';
import { nobodyWatches } from '../../src/io/watch.ts';
import { type Project, projectSchema } from '../../src/project/model.ts';
import { askCheckIn } from '../../src/progress/service-check-in.ts';
import { mentionMissing } from '../../src/progress/service-check-in-missing.ts';
import { draftReport } from '../../src/progress/service-report-draft.ts';
import { newProject } from '../support/arbitraries.ts';
import { type TestDatabase, testDatabase } from '../support/mongo.ts';
import { isKnown, type Process, processOn } from '../support/processes.ts';

/** A Friday in London, where it is winter: the post goes out at half past nine. */
const ASK = new Date('2026-11-27T09:00:00Z');
const MENTION = new Date('2026-11-27T09:25:00Z');
const POST = new Date('2026-11-27T09:30:00Z');

let place: TestDatabase;
let db: Database;
let other: Database;
beforeAll(async () => {
  place = await testDatabase();
  [db, other] = [await connect(place.uri), await connect(place.uri)];
  await db.buildIndexes();
});
afterAll(async () => {
  await Promise.all([db.close(), other.close()]);
  await place.drop();
});

const clock = { now: ASK };
let dies: string | null;
/** A process that is killed at a point of its work is one of which nothing more is heard. */
const watch = {
  ...nobodyWatches,
  pass: (point: string) => {
    if (point === dies) throw new Error('the process dies');
  },
};
let processes: [Process, Process];
beforeEach(async () => {
  dies = null;
  for (const name of ['projects', 'outbox', 'received', 'record'] as const) await db.collection(name).deleteMany({});
  const rhythm = { checkIn: true, report: 'weekly' };
  const project = { ...newProject(), progress: { rhythm }, nextDueAt: new Date(0), nextPostAt: null };
  await db.collection('projects').insertOne(project);
  for (const member of project.people) await isKnown(db, member, 'Europe/London', ASK);
  processes = [processOn(db, clock, watch), processOn(other, clock)];
});

const stored = async (): Promise<Project> => projectSchema.parse(await db.collection('projects').findOne({}));
const rows = async (part: string): Promise<string[]> => {
  const found = await db.collection('outbox').find({}).toArray();
  return found
    .map(({ _id }) => _id)
    .filter((id) => id.includes(part))
    .toSorted();
};
const due = () => db.collection('projects').updateOne({}, { $set: { nextDueAt: new Date(0) } });

/** Both look at once, several times, whatever they have put off. */
async function bothLook(now: Date): Promise<void> {
  clock.now = now;
  for (let round = 0; round < 3; round += 1) {
    await due();
    await Promise.all(processes.map(({ sweep }) => sweep.run(now)));
  }
}

async function expectOnce(): Promise<void> {
  const { progress } = await stored();
  expect(progress?.checkIn?.people.map(({ name }) => name).toSorted()).toEqual(['Ana', 'Ben']);
  expect(await rows('card:checkIn')).toHaveLength(2);
  expect(await rows('check-in-missing')).toHaveLength(2);
  expect(await rows('card:clientReport')).toHaveLength(1);
  expect((await rows('card:clientReport'))[0]).toContain(progress?.report?.id);
}

test('two processes that look at the same moment ask, mention and draft once', async () => {
  for (const now of [ASK, MENTION, POST]) await bothLook(now);
  await expectOnce();
});

test('two processes that both took a project up before either had saved it do it once', async () => {
  for (const [now, look] of [
    [ASK, askCheckIn],
    [MENTION, mentionMissing],
    [POST, draftReport],
  ] as const) {
    clock.now = now;
    const stale = await stored();
    await Promise.all([...processes, ...processes].map(({ deps, handling }) => look(deps, handling(now), stale)));
    // And once more long after that, with what was read then.
    await look(processes[1].deps, processes[1].handling(new Date(now.getTime() + 60_000)), stale);
  }
  await expectOnce();
});

describe.each(['decided', 'committed'])('a process that is killed once it has %s', (point) => {
  test('leaves nothing undone and nothing done twice: another one takes it up', async () => {
    for (const now of [ASK, MENTION, POST]) {
      clock.now = now;
      await due();
      dies = point;
      await processes[0].sweep.run(now);
      dies = null;
      await due();
      await processes[1].sweep.run(now);
      await due();
      await processes[0].sweep.run(now);
    }
    await expectOnce();
  });
});

test('a bot that was down asks late while the post is still to come, and not after it', async () => {
  await bothLook(new Date('2026-11-27T09:20:00Z'));
  expect(await rows('card:checkIn')).toHaveLength(2);
  await db.collection('projects').updateOne({}, { $unset: { 'progress.checkIn': 1 } });
  await db.collection('outbox').deleteMany({});
  await bothLook(new Date('2026-11-27T09:31:00Z'));
  expect([await rows('card:checkIn'), await rows('check-in-missing')]).toEqual([[], []]);
  expect((await stored()).progress?.checkIn ?? null).toBeNull();
});

test('nothing is saved where nothing is due', async () => {
  await bothLook(new Date('2026-11-27T08:00:00Z'));
  const { revision } = await stored();
  await bothLook(new Date('2026-11-27T08:10:00Z'));
  expect((await stored()).revision).toBe(revision);
});

test('what could not be sent before the post is not sent after it', async () => {
  for (const now of [ASK, MENTION]) await bothLook(now);
  const found = await db
    .collection('outbox')
    .find({ _id: /checkIn|check-in-missing/u })
    .toArray();
  expect(found).toHaveLength(4);
  expect(found.map(({ notAfter }) => notAfter)).toEqual(found.map(() => POST));
});

test('whoever has gone home by the time that the bot is back is not asked any more', async () => {
  // Five past six in the evening in Tokyo.
  const [, ben] = newProject().people;
  await db.collection('people').updateOne({ user: ben?.person.user }, { $set: { zone: 'Asia/Tokyo' } });
  await bothLook(new Date('2026-11-27T09:05:00Z'));
  expect((await stored()).progress?.checkIn?.people.map(({ name }) => name)).toEqual(['Ana']);
});
