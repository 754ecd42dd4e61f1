import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../src/io/database.ts';
import { rowSchema } from '../../src/io/outbox.ts';
import { beginPosts } from '../../src/io/posts.ts';
import { SCHEMA_VERSION } from '../../src/kit/aggregate.ts';
import { PLAIN_RHYTHM, PLAIN_TERMS, unsettled } from '../../src/kit/settings.ts';
import { dailyPosts } from '../../src/progress/rules-posts.ts';
import { ana } from '../support/arbitraries.ts';
import { builtDatabase } from '../support/mongo.ts';
import { anaIsInLondon, newId, postedProject, posting, WORKSPACE } from '../support/posting.ts';
import { planned } from '../support/sending.ts';

let db: Database;
let end: () => Promise<void>;
beforeAll(async () => {
  ({ db, end } = await builtDatabase());
});
afterAll(() => end());
beforeEach(async () => {
  for (const name of ['projects', 'outbox', 'record', 'received', 'workspaces'] as const)
    await db.collection(name).deleteMany({});
  await anaIsInLondon(db);
});

const projects = () => db.collection('projects');
/** Monday the 30th in London, where it is the same as UTC; posts come at half past nine. */
const HOUR = new Date('2026-11-30T09:30:00Z');
const at = (text: string) => new Date(`${text}Z`);
const put = (...ids: string[]) => projects().insertMany(ids.map((id) => postedProject(id, HOUR)));
const nextOf = async (id: string) => (await projects().findOne({ _id: id }))?.['nextPostAt'];
const rows = async () =>
  (await db.collection('outbox').find().sort({ _id: 1 }).toArray()).map((raw) => rowSchema.parse(raw));
const keys = async () => (await rows()).map(({ _id }) => _id);
const key = (id: string, day: string) => `${WORKSPACE}/card:dailyPost:${id}:${day}`;
/** The days that are on the record of a project as missed, entry by entry. */
const missed = async (id: string) => {
  const found = await db.collection('record').find({ 'entry.project': id }).sort({ 'entry.sequence': 1 }).toArray();
  return found.map(({ entry, content }) => [entry.kind, content.days]);
};
const sent = (id: string, day: string) =>
  db.collection('outbox').updateOne({ _id: key(id, day) }, { $set: { state: 'sent', channel: 'C1', ts: '1.1' } });

describe('the daily posts', () => {
  test('are planned for every project at its hour, once, and looked at again the next day', async () => {
    await put('p1', 'p2');
    await projects().insertOne(postedProject('p3', at('2026-11-30T09:31')));
    const { job, woken } = posting(db);
    expect(await job.run(at('2026-11-30T09:29'))).toBe(0);
    expect([await keys(), woken]).toEqual([[], []]);
    expect(await job.run(HOUR)).toBe(2);
    expect(await keys()).toEqual([key('p1', '2026-11-30'), key('p2', '2026-11-30')]);
    expect(woken).toHaveLength(2);
    expect(await nextOf('p1')).toEqual(at('2026-12-01T09:30'));
    expect(await job.run(at('2026-11-30T09:31'))).toBe(1);
    expect(await job.run(at('2026-11-30T09:32'))).toBe(0);
    expect(await keys()).toHaveLength(3);
    expect(await missed('p1')).toEqual([]);
  });

  test('are the same rows that a decision would have stored, and nobody waits for them', async () => {
    await put('p1');
    await posting(db).job.run(HOUR);
    const [bulk] = await rows();
    const draft = dailyPosts.row('p2', '2026-11-30', at('2026-11-30T18:00'));
    await planned({ db, newId, workspace: WORKSPACE, now: HOUR, order: 0 }, { rows: [draft] });
    const [, decided] = await rows();
    const likeP1 = JSON.parse(JSON.stringify(decided).replaceAll('p2', 'p1'));
    expect(JSON.parse(JSON.stringify(bulk))).toEqual({ ...likeP1, token: bulk?.token });
    expect(bulk).toMatchObject({ urgent: false, wants: 1, state: 'pending', notAfter: at('2026-11-30T18:00') });
    expect(Object.keys(bulk!).toSorted()).toEqual(Object.keys(decided!).toSorted());
  });

  test('are planned once by several processes that look at the same moment', async () => {
    await put(...Array.from({ length: 600 }, (_, index) => `p${index}`));
    await Promise.all([posting(db).job.run(HOUR), posting(db).job.run(HOUR), posting(db).job.run(HOUR)]);
    expect(await keys()).toHaveLength(600);
    expect(await projects().countDocuments({ nextPostAt: at('2026-12-01T09:30') })).toBe(600);
  });

  test('are neither lost nor doubled where a process is killed between the rows and what moves the projects on', async () => {
    await put('p1', 'p2');
    const { job } = posting(db);
    await job.run(HOUR);
    await sent('p1', '2026-11-30');
    // As it was left: one row of two, and both projects still due.
    await db.collection('outbox').deleteOne({ _id: key('p2', '2026-11-30') });
    await projects().updateMany({}, { $set: { nextPostAt: HOUR } });
    await job.run(at('2026-11-30T09:32'));
    expect((await rows()).map(({ _id, state }) => [_id, state])).toEqual([
      [key('p1', '2026-11-30'), 'sent'],
      [key('p2', '2026-11-30'), 'pending'],
    ]);
  });

  test('that a save put back by a moment are not planned again, nor called missed', async () => {
    await put('p1');
    const { job } = posting(db);
    await job.run(HOUR);
    await sent('p1', '2026-11-30');
    await projects().updateMany({}, { $set: { nextPostAt: HOUR } });
    await job.run(at('2026-12-01T10:00'));
    expect(await keys()).toEqual([key('p1', '2026-11-30'), key('p1', '2026-12-01')]);
    expect(await missed('p1')).toEqual([]);
  });

  test('come once after three days without a process, and the others are on the record once', async () => {
    await put('p1', 'p2');
    const here = [posting(db), posting(db)];
    await Promise.all(here.map(({ job }) => job.run(at('2026-12-03T10:00'))));
    await here[0]!.job.run(at('2026-12-03T10:01'));
    expect(await keys()).toEqual([key('p1', '2026-12-03'), key('p2', '2026-12-03')]);
    const three = [['progress.postsMissed', ['2026-11-30', '2026-12-01', '2026-12-02']]];
    expect([await missed('p1'), await missed('p2')]).toEqual([three, three]);
    expect(await nextOf('p1')).toEqual(at('2026-12-04T09:30'));
  });

  test('that were planned and never sent in their day are on the record as missed, once; those with nothing to say are not', async () => {
    await put('sent', 'late', 'waits', 'silent');
    const { job } = posting(db);
    await job.run(HOUR);
    await sent('sent', '2026-11-30');
    const is = (id: string, more: object) =>
      db.collection('outbox').updateOne({ _id: key(id, '2026-11-30') }, { $set: more });
    await is('late', { state: 'failed', error: 'too_late' });
    await is('silent', { state: 'sent' });
    for (const minute of ['09:30', '09:31']) {
      // Somebody changes the hour meanwhile.
      await projects().updateMany({}, { $set: { nextPostAt: at('2026-12-01T09:30') } });
      await job.run(at(`2026-12-01T${minute}`));
    }
    const one = [['progress.postsMissed', ['2026-11-30']]];
    expect([await missed('late'), await missed('waits')]).toEqual([one, one]);
    expect([await missed('sent'), await missed('silent')]).toEqual([[], []]);
    expect(await keys()).toHaveLength(8);
  });
});

describe('a project', () => {
  test('has its own hour and zone, else those of the agency, else the zone of whoever manages it', async () => {
    const { job } = posting(db);
    const rhythm = (postMinute: number) => ({ progress: { rhythm: { postMinute } } });
    await projects().insertMany([
      postedProject('hours', HOUR, { zone: null, ...rhythm(600) }),
      postedProject('zones', HOUR, { zone: 'America/New_York' }),
      postedProject('plain', HOUR, { zone: null }),
    ]);
    await job.run(at('2026-11-30T09:31'));
    expect(await keys()).toEqual([key('plain', '2026-11-30')]);
    expect([await nextOf('hours'), await nextOf('zones')]).toEqual([at('2026-11-30T10:00'), at('2026-11-30T14:30')]);
    // Saved by another process: this one has not read it yet.
    const calendar = { ...PLAIN_TERMS, zone: 'Asia/Kolkata' };
    const agency = { ...unsettled(WORKSPACE), revision: 1, calendar, rhythm: { ...PLAIN_RHYTHM, postMinute: 1020 } };
    await db.collection('workspaces').insertOne(agency);
    await posting(db, () => at('2026-12-01T09:00')).replan(WORKSPACE, 'all');
    await job.run(at('2026-12-01T09:00'));
    const all = await Promise.all(['plain', 'hours', 'zones'].map(nextOf));
    expect(all).toEqual([at('2026-12-01T11:30'), at('2026-12-02T04:30'), at('2026-12-01T22:00')]);
  });

  test('that is put forward keeps up to when it was planned, where that is behind', async () => {
    await put('due');
    await projects().insertMany([postedProject('later', at('2026-12-07T09:30')), postedProject('none', null)]);
    await projects().insertOne(postedProject('other', at('2026-12-07T09:30'), { workspace: 'TOTHER' }));
    const now = at('2026-12-01T09:00');
    await posting(db, () => now).replan(WORKSPACE, 'all');
    expect(await Promise.all(['due', 'later', 'none', 'other'].map(nextOf))).toEqual([
      HOUR,
      now,
      now,
      at('2026-12-07T09:30'),
    ]);
    await posting(db, () => HOUR).replan(WORKSPACE, ['later']);
    expect(await Promise.all(['later', 'none'].map(nextOf))).toEqual([HOUR, now]);
  });

  test('that has ended, is on hold, is paused, or is a job inside another has no post', async () => {
    const since = '2026-11-20T00:00:00.000Z';
    const off = { reason: 'No', since, by: 'id' };
    await projects().insertMany([
      postedProject('ended', HOUR, { life: { state: 'ended', as: 'lost', ...off } }),
      postedProject('held', HOUR, { life: { state: 'onHold', ...off } }),
      postedProject('job', HOUR, { parent: { project: 'p1', name: 'One', number: 1 } }),
      postedProject('paused', HOUR, { progress: { paused: { until: '2026-12-02', by: ana, at: since } } }),
    ]);
    await posting(db).job.run(HOUR);
    expect(await keys()).toEqual([]);
    const next = await Promise.all(['ended', 'held', 'job', 'paused'].map(nextOf));
    expect(next).toEqual([null, null, null, at('2026-12-03T09:30')]);
  });

  test('that begins has its first post at the next hour; what ends has none from then on', async () => {
    const { job, store } = posting(db);
    const handling = (now: Date) => ({
      workspace: WORKSPACE,
      delivery: null,
      now,
      deadline: { left: () => 1000, race: <T>(work: Promise<T>) => work },
      actor: null,
    });
    const begun = at('2026-11-30T11:00');
    const project = { ...postedProject('p1', null), startedAt: begun.toISOString(), revision: 0 };
    const change = { project: { ...project, nextPostAt: undefined }, happened: [], rows: () => [] };
    await store.create(handling(begun), 'p1', async () => change);
    expect(await nextOf('p1')).toEqual(begun);
    await job.run(at('2026-11-30T11:01'));
    expect([await keys(), await nextOf('p1')]).toEqual([[], at('2026-12-01T09:30')]);
    await store.decide(handling(at('2026-11-30T12:00')), 'p1', (now) => ({
      ...change,
      project: { ...now, name: 'Autumn' },
    }));
    expect(await nextOf('p1')).toEqual(at('2026-12-01T09:30'));
    const over = { state: 'ended', as: 'lost', reason: '', since: begun.toISOString(), by: 'id' } as const;
    await store.decide(handling(at('2026-11-30T12:00')), 'p1', (now) => ({
      ...change,
      project: { ...now, life: over },
    }));
    expect(await nextOf('p1')).toBeNull();
  });

  test('that cannot be read, or that a newer version saved, keeps no other from its post', async () => {
    await projects().insertMany([
      postedProject('broken', at('2026-11-30T09:00'), { people: 'nobody' }),
      postedProject('newer', at('2026-11-30T09:00'), { schemaVersion: SCHEMA_VERSION + 1 }),
    ]);
    await put('fine');
    const { job } = posting(db);
    expect(await job.run(HOUR)).toBe(1);
    expect(await keys()).toEqual([key('fine', '2026-11-30')]);
    expect([await nextOf('broken'), await nextOf('newer')]).toEqual([at('2026-11-30T10:30'), at('2026-11-30T09:00')]);
  });

  test('that was saved before there were daily posts has them once the database is migrated', async () => {
    const { nextPostAt: _none, ...old } = postedProject('old', HOUR);
    await projects().insertMany([old, postedProject('ended', null)]);
    const now = at('2026-11-30T08:00');
    expect([await beginPosts(db, now), await beginPosts(db, now)]).toEqual([1, 0]);
    expect(await projects().findOne({ _id: 'old' })).toMatchObject({ nextPostAt: now, nextDueAt: now });
    expect(await nextOf('ended')).toBeNull();
  });
});
