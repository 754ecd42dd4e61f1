import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { nobodyWatches } from '../../src/io/watch.ts';
import { verifyAll } from '../../src/io/verify.ts';
import {
  briefFilling,
  confirm,
  inStep,
  leaveOverview,
  optionsIn,
  read,
  sendFilling,
  sentProject,
  shown,
  startProject,
  TEXTS,
} from '../support/acts.ts';
import { openStages, pressIn, recorded, startJob } from '../support/acts-stages.ts';
import { runJob } from '../support/jobs.ts';
import { type Stage, stage } from '../support/stage.ts';

const SENDING = { channel: '#acme-lantern', approver: '@dana' } as const;
const ACME = { client: 'Acme', name: 'Spring launch' } as const;

/** Passes the point at which a process may die; set while one is to. */
let dies: (() => void) | null = null;
const watch = { ...nobodyWatches, pass: (point: string) => (point === 'decided' ? dies?.() : undefined) };

const ENDED = { state: 'ended', as: 'lost', reason: '-', since: '2026-11-23T12:00:00.000Z', by: 'somebody' } as const;

let on: Stage;
beforeEach(async () => {
  dies = null;
  on = await stage({ watch });
});
afterEach(async () => {
  on.slack.expectNoErrors();
  for await (const verdict of verifyAll(on.db)) expect(verdict).toMatchObject({ break: null });
  await on.end();
});

/** Presses a button of one project's card. */
const onCard = (team: string, name: RegExp | string, button: string) =>
  on.slack.as('mei').click(button, { in: team, message: name });

test('three jobs in one project: /brief asks which, and the client confirms one while the project’s own brief is with them', async () => {
  const { slack } = on;
  const [mei, dana] = [slack.as('mei'), slack.as('dana')];
  const team = await sentProject(mei, 'en', ACME, SENDING);
  const channels = mei.channels();
  const pins = mei.pins(team).length;
  for (const name of ['Banner resize', 'Poster', 'Radio spot'])
    expect(await startJob(mei, 'en', team, name)).toBeUndefined();
  expect(mei.channels()).toEqual(channels);
  expect(mei.pins(team)).toHaveLength(pins);
  expect(slack.channel(team).topic).toBe('Spring launch · Acme · Intake');
  const card = mei.sees(team).find(({ text }) => text.startsWith('Spring launch › Banner resize'));
  expect(card?.text).toContain('Job: a short brief, its approval, done');
  expect(card?.text).toContain('Mei Chen');
  expect(card?.buttons).toEqual(['Write the brief', 'People', 'Stage', 'Milestones']);
  expect(read(mei, team)).toContain('Job started: Radio spot (Mei Chen)');

  const asking = shown(await mei.in(team).command('/brief'));
  expect(asking.title).toBe('Which project?');
  expect(asking.text.split('\n').filter((line) => line.includes('Acme'))).toEqual([
    'Spring launch · Acme',
    'Spring launch › Radio spot · Acme',
    'Spring launch › Poster · Acme',
    'Spring launch › Banner resize · Acme',
  ]);
  await asking.close();

  const form = await inStep(await onCard(team, /^Spring launch › Banner resize/u, 'Write the brief'), 'en');
  const left = await form.fill(briefFilling({ ...TEXTS.en, objective: 'Fit the new screens' }, 'en')).submit();
  expect(await leaveOverview(left, 'en')).toBeUndefined();
  const sending = shown(await onCard(team, /Banner resize/u, 'Send to client'));
  // The channel is the project's: it is not asked again.
  expect(sending.labels).not.toContain('Which channel do you share with the client?');
  expect(await sending.fill(sendFilling({ approver: '@dana' }, sending, 'en')).submit()).toBeUndefined();

  const cards = dana.sees('#acme-lantern').filter(({ text }) => text.includes('waits for Dana Reed'));
  expect(cards.map(({ text }) => text.split('\n')[0])).toEqual([
    expect.stringContaining('Spring launch'),
    expect.stringContaining('Banner resize'),
  ]);
  await confirm(dana, 'en', '#acme-lantern');
  expect(read(mei, team).join('\n')).toContain('Brief v1: with the client → confirmed (Dana Reed)');
  expect(dana.sees('#acme-lantern').filter(({ text }) => text.includes('waits for Dana Reed'))).toHaveLength(1);
  const job = await on.db.collection('projects').findOne({ name: 'Banner resize' });
  const project = await on.db.collection('projects').findOne({ name: 'Spring launch' });
  expect(job).toMatchObject({ brief: { sent: { approval: { state: 'agreed' } } }, parent: { number: 1 } });
  expect(project).toMatchObject({ brief: { sent: { approval: { state: 'open' } } } });
  expect(await recorded(on.db, 'Spring launch')).toEqual(
    expect.arrayContaining(['project.jobStarted', 'project.jobStarted', 'project.jobStarted']),
  );
});

test('a message goes into the brief of the job that is chosen, which is named with its project', async () => {
  const { slack } = on;
  const mei = slack.as('mei');
  const team = await startProject(mei, 'en', ACME);
  await startJob(mei, 'en', team, 'Banner resize');
  await mei.in(team).post('It must fit the new screens');
  const form = shown(await mei.shortcut('Add to brief', 'It must fit', { in: team }));
  expect(optionsIn(form, 'Which project is it for?')).toEqual(['Spring launch', 'Spring launch › Banner resize']);
});

test('a job is started from the stage’s modal; a day that has passed is refused, and in a job there is none', async () => {
  const { slack } = on;
  const mei = slack.as('mei');
  const team = await startProject(mei, 'en', ACME);
  const form = await pressIn(await openStages(mei, 'en', team), 'en', 'job');
  const past = shown(
    await form.fill({ 'What is the job called?': 'Banner', 'When does the client want it?': '2026-01-01' }).submit(),
  );
  expect(past.errors['When does the client want it?']).toContain('This day has passed');
  const modal = shown(await past.fill({ 'When does the client want it?': '2027-01-01' }).submit());
  expect(modal.title).toBe('Stage');
  await modal.close();
  const job = shown(await mei.click('Stage', { in: team, message: /^Spring launch › Banner/u }));
  expect(job.text).not.toContain('[Start a job]');
  expect(job.text).toContain('A job has no stages and no gates.');
});

test('two people who start a job at the same moment get one each, with numbers of their own', async () => {
  const { slack } = on;
  const [mei, tom] = [slack.as('mei'), slack.as('tom')];
  const team = await startProject(mei, 'en', ACME);
  await mei.in(team).invite('@tom');
  await mei.click('Yes, on the team');
  const hers = shown(await mei.in(team).command('/project job Banner'));
  const his = shown(await tom.in(team).command('/project job Poster'));
  const day = { 'When does the client want it?': '2027-03-14' };
  await Promise.all([hers.fill(day).submit(), his.fill(day).submit()]);
  const jobs = await on.db.collection('projects').find({ 'parent.name': 'Spring launch' }).toArray();
  const numbers = jobs.map((job) => (job['parent'] as { number: number }).number);
  expect(numbers.toSorted((a, b) => a - b)).toEqual([1, 2]);
});

test('somebody who is not on the team starts no job, and what is held in the project starts none', async () => {
  const { slack } = on;
  const [mei, wei] = [slack.as('mei'), slack.as('wei')];
  const team = await startProject(mei, 'en', ACME);
  await mei.in(team).invite('@wei');
  await wei.in(team).command('/project 任务 海报');
  expect(wei.private().at(-1)?.text).toContain('未执行');
  await mei.in(team).command('/project hold later');
  await mei.in(team).command('/project job Banner');
  expect(mei.private().at(-1)?.text).toBe('The project is on hold. Resume it under Stage first.');
  expect(await on.db.collection('projects').countDocuments()).toBe(1);
});

test('a job of which the process died before it was made is made by the clock, or by the same form; not in a project that has ended', async () => {
  const { slack, db } = on;
  const mei = slack.as('mei');
  const team = await startProject(mei, 'en', ACME);
  /** Starts a job in two steps, of which the second one fails. */
  const takeOnly = async (name: string) => {
    let decided = 0;
    dies = () => {
      decided += 1;
      if (decided > 1) throw new Error('the process dies');
    };
    const left = await startJob(mei, 'en', team, name);
    dies = null;
    return shown(left);
  };
  const there = async () =>
    (
      await db
        .collection('projects')
        .find({ parent: { $ne: null } })
        .toArray()
    ).map(({ name }) => String(name));
  await (await takeOnly('Banner')).close({ all: true });
  expect(await there()).toEqual([]);
  await slack.clock.advance(2 * 60_000);
  await runJob(on, 'sweep');
  expect(await there()).toEqual(['Banner']);
  expect(await recorded(db, 'Banner')).toEqual(['project.started']);

  const again = await takeOnly('Poster');
  expect(await again.submit()).toBeUndefined();
  expect(await there()).toEqual(['Banner', 'Poster']);

  const late = await takeOnly('Flyer');
  await db.collection('projects').updateOne({ name: 'Spring launch' }, { $set: { life: ENDED } });
  expect(Object.values(shown(await late.submit()).errors).join()).toContain('ended');
  await mei.modal().close({ all: true });
  await slack.clock.advance(2 * 60_000);
  await runJob(on, 'sweep');
  expect(await there()).toEqual(['Banner', 'Poster']);
  expect(await db.collection('projects').countDocuments({ name: 'Spring launch', nextDueAt: { $ne: null } })).toBe(0);
});
