import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { startProject } from '../support/acts.ts';
import { type Stage, stage } from '../support/stage.ts';

let on: Stage;
beforeEach(async () => {
  on = await stage();
});
afterEach(() => on.end());

/** A job inside a project, as if it had been started: in the rooms of that one, with a copy of its people. */
async function withJob(team: string): Promise<void> {
  const projects = on.db.collection('projects');
  const project = await projects.findOne({});
  if (!project) throw new Error(`no project in ${team}`);
  const job = { project: 'job1', name: 'Window poster' };
  await projects.updateOne({ _id: project._id }, { $set: { jobs: [job] } });
  await projects.insertOne({
    ...project,
    _id: 'job1',
    name: job.name,
    work: { kind: 'job' },
    joiners: [],
    record: { sequence: 0, hash: '0'.repeat(64) },
    parent: { project: project._id, name: String(project['name']), number: 1 },
  });
}

const idOf = async (project: string) =>
  (await on.db.collection('projects').findOne({ _id: project }))?.['channels'].team.id as string;

test('what happens to a room happens to every job in it, and people are told once', async () => {
  const { slack } = on;
  const mei = slack.as('mei');
  const team = await startProject(mei, 'en', { client: 'Acme', name: 'Spring launch' });
  await withJob(team);
  await slack.admin.archive(team);
  expect(mei.dms()).toHaveLength(1);
  const holds = await on.db.collection('projects').distinct('channels.team.hold.reason', {});
  expect([
    holds,
    await on.db.collection('projects').countDocuments({ 'channels.team.hold.reason': 'archived' }),
  ]).toEqual([['archived'], 2]);
  await slack.admin.unarchive(team);
  expect(mei.dms()).toHaveLength(2);
  expect(await on.db.collection('projects').countDocuments({ 'channels.team.hold': null })).toBe(2);
  slack.expectNoErrors();
});

test('a job says nothing in the channel of its project while an outsider reads along there', async () => {
  const { slack } = on;
  const mei = slack.as('mei');
  const team = await startProject(mei, 'en', { client: 'Acme', name: 'Spring launch' });
  await withJob(team);
  await mei.in(team).invite('kai');
  // Its card is drawn for the first time when something about it changes.
  await slack.admin.share(team, true);
  await slack.admin.share(team, false);
  const shows = () => slack.channel(team).messages.filter(({ text }) => text.includes('Window poster')).length;
  expect(shows()).toBe(0);
  await mei.click('Yes, on the team');
  expect(shows()).toBe(1);
  slack.expectNoErrors();
});

test('a job that a process which died left behind is taken along as soon as somebody looks at the channels', async () => {
  const { slack } = on;
  const mei = slack.as('mei');
  const team = await startProject(mei, 'en', { client: 'Acme', name: 'Spring launch' });
  await withJob(team);
  const projects = on.db.collection('projects');
  await projects.updateOne({ _id: 'job1' }, { $set: { 'channels.team.id': 'CFORMER' } });
  await mei.in(team).command('/project channels');
  expect(await projects.distinct('channels.team.id', {})).toEqual([await idOf('job1')]);
  expect(await idOf('job1')).not.toBe('CFORMER');
  slack.expectNoErrors();
});

test('another team channel is the jobs’ as well', async () => {
  const { slack } = on;
  const mei = slack.as('mei');
  const team = await startProject(mei, 'en', { client: 'Acme', name: 'Spring launch' });
  await withJob(team);
  await slack.admin.remove(team);
  await mei.click('Make a new channel');
  const ids = await on.db.collection('projects').distinct('channels.team.id', {});
  const holds = await on.db.collection('projects').countDocuments({ 'channels.team.hold': null });
  expect([ids.length, ids.every((id) => typeof id === 'string'), holds]).toEqual([1, true, 2]);
  slack.expectNoErrors();
});
