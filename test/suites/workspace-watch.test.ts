import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Entry } from '../../sandbox/core/journal.ts';
import { makeMetrics } from '../../src/io/metrics.ts';
import { verifyAll, type Verdict } from '../../src/io/verify.ts';
import { startProject } from '../support/acts.ts';
import { aboutOthers, asIfBy, sendChanged } from '../support/forge.ts';
import { type TestDatabase, testDatabase } from '../support/mongo.ts';
import { documentsOf } from '../support/outcome.ts';
import { type Body, type Stage, stage } from '../support/stage.ts';

/** Two workspaces with a bot each, on one database. */
let database: TestDatabase;
let theirs: Stage, ours: Stage;
beforeEach(async () => {
  database = await testDatabase();
  theirs = await stage({ database, randomSeed: 1 });
  ours = await stage({ database, randomSeed: 2 });
});
afterEach(async () => {
  await theirs.end();
  await ours.end();
  await database.drop();
});

const LATER_MS = 60_000;
const laterOf = ({ slack }: Stage) => new Date(slack.clock.now() + LATER_MS);
const mei = ({ slack }: Stage) => slack.as('mei');

/** The numbers of one workspace, by their names. */
async function metricsOf(on: Stage): Promise<Map<string, number>> {
  const { db, bot } = on;
  const text = await makeMetrics({
    db: () => db,
    watched: () => ({ workspace: bot.workspace, jobs: [] }),
    now: () => laterOf(on),
  }).text();
  return new Map([...text.matchAll(/^(liaison_\w+) (\S+)$/gmu)].map(([, name = '', value]) => [name, Number(value)]));
}

/** An event was saved, and the bot died before it was handled. */
async function leaveOpen({ db, bot: { workspace }, slack }: Stage): Promise<void> {
  const { payload } = slack.journal.deliveries('app_home_opened').at(-1) ?? {};
  const body = { ...(payload as Body), event_id: 'Ev0LEFT' };
  const row = { workspace, state: 'open', at: new Date(slack.clock.now()), body };
  await db.collection('received').insertOne({ _id: `${workspace}:${body.event_id}`, ...row });
}

/** Everything is to be sent again, and their bot is not at work. */
async function leavePending({ db, bot: { workspace } }: Stage): Promise<void> {
  await db.collection('outbox').updateMany({ workspace }, { $set: { state: 'pending' } });
}

test('what waits in one workspace is sent by its own bot alone', async () => {
  await startProject(mei(theirs), 'en', { client: 'Acme', name: 'Spring launch' });
  await leavePending(theirs);
  const before = await documentsOf(ours, theirs.bot.workspace);
  await mei(ours).home();
  await ours.slack.clock.advance(LATER_MS);
  expect(await documentsOf(ours, theirs.bot.workspace)).toEqual(before);
  await theirs.slack.idle();
  expect(await theirs.db.collection('outbox').countDocuments({ state: 'pending' })).toBe(0);
});

test(
  // The inbox is read over all workspaces, and each look puts off somebody else's event.
  'an event that waits in one workspace is not touched by another one’s bot',
  async () => {
    await leaveOpen(theirs);
    const before = await documentsOf(ours, theirs.bot.workspace);
    expect(await ours.bot.replay(laterOf(ours))).toBe(0);
    expect(await documentsOf(ours, theirs.bot.workspace)).toEqual(before);
  },
);

test('an event that waits in one workspace is handled by its own bot in the end, whoever looked before', async () => {
  await leaveOpen(theirs);
  await ours.bot.replay(laterOf(ours));
  const inTheEnd = new Date(laterOf(theirs).getTime() + 60 * LATER_MS);
  expect(await theirs.bot.replay(inTheEnd)).toBe(1);
  expect(await theirs.db.collection('received').countDocuments({ state: 'open' })).toBe(0);
});

test('how much is to be sent is counted for each workspace', async () => {
  await startProject(mei(theirs), 'en', { client: 'Acme', name: 'Spring launch' });
  await leavePending(theirs);
  const [own, other] = [await metricsOf(ours), await metricsOf(theirs)];
  for (const name of ['outbox_pending_rows', 'outbox_oldest_seconds', 'outbox_lanes', 'outbox_longest_lane_rows']) {
    expect({ name, value: own.get(`liaison_${name}`) }).toEqual({ name, value: 0 });
    expect(other.get(`liaison_${name}`)).toBeGreaterThan(0);
  }
});

test(
  // The age of the inbox is read over all workspaces.
  'how long events wait is counted for each workspace',
  async () => {
    await leaveOpen(theirs);
    expect((await metricsOf(theirs)).get('liaison_inbox_oldest_seconds')).toBeGreaterThan(0);
    expect((await metricsOf(ours)).get('liaison_inbox_oldest_seconds')).toBe(0);
  },
);

test('a record that was changed in one workspace is no fault of another one’s', async () => {
  for (const on of [theirs, ours]) await startProject(mei(on), 'en', { client: 'Acme', name: 'Spring launch' });
  const record = theirs.db.collection('record');
  const first = { 'entry.workspace': theirs.bot.workspace, 'entry.sequence': 1 };
  await record.updateOne(first, { $set: { 'entry.kind': 'brief.confirmed' } });
  // Somebody's entry under another workspace's project is nobody's.
  const [own] = await ours.db.collection('projects').find({ workspace: ours.bot.workspace }).toArray();
  const found = await record.findOne(first);
  const { _id, entry, ...rest } = found ?? { _id: '', entry: {} };
  const stranger = { ...(entry as object), project: own?._id, sequence: 2 };
  await record.insertOne({ _id: `${_id}:moved`, entry: stranger, ...rest });

  const verdicts: Verdict[] = [];
  for await (const verdict of verifyAll(ours.db)) verdicts.push(verdict);
  const broken = verdicts.filter((verdict) => verdict.break).map(({ project }) => project);
  expect(verdicts).toHaveLength(2);
  expect(broken).toEqual(verdicts.map(({ project }) => project).filter((project) => project !== own?._id));
});

/** The form that starts a project, sent as if it named a project that is another workspace's. */
async function startUnderTheirId(): Promise<Entry> {
  await startProject(mei(theirs), 'en', { client: 'Acme', name: 'Spring launch' });
  const [other] = await theirs.db.collection('projects').find({ workspace: theirs.bot.workspace }).toArray();
  await startProject(mei(ours), 'en', { client: 'Acme', name: 'Spring launch' });
  const [own] = await ours.db.collection('projects').find({ workspace: ours.bot.workspace }).toArray();
  const ids = [[own?._id ?? '', other?._id ?? '']] as const;
  // Another submission, with a trigger of its own.
  return sendChanged(ours, 'project.startForm', (body) => asIfBy(ours, 'mei')(aboutOthers(ids)(body)));
}

test('a form that names another workspace’s project starts nothing, there or here', async () => {
  await startUnderTheirId();
  expect(await ours.db.collection('projects').countDocuments()).toBe(2);
  expect(await ours.db.collection('record').countDocuments()).toBe(2);
});

test(
  // The id is taken, which counts as somebody having been faster: it is tried again until the time is over.
  'a form that names another workspace’s project is refused at once',
  async () => {
    await startUnderTheirId();
    expect(ours.logged()).toContain('"msg":"refused"');
    expect(ours.logged()).not.toContain('an answer was late');
  },
);
