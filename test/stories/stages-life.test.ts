import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { verifyAll } from '../../src/io/verify.ts';
import { openStep, read, sentProject, shown, startProject, TEXTS, writeBrief } from '../support/acts.ts';
import { because, endAs, openStages, pressIn, recorded, startJob } from '../support/acts-stages.ts';
import { runJob } from '../support/jobs.ts';
import { type Stage, stage } from '../support/stage.ts';

const SENDING = { channel: '#acme-lantern', approver: '@dana' } as const;
const ACME = { client: 'Acme', name: 'Spring launch' } as const;

let on: Stage;
beforeEach(async () => {
  on = await stage({ administrators: [] });
});
afterEach(async () => {
  on.slack.expectNoErrors();
  for await (const verdict of verifyAll(on.db)) expect(verdict).toMatchObject({ break: null });
  await on.end();
});

const cardIn = (handle: string, team: string) =>
  on.slack
    .as(handle)
    .sees(team)
    .find(({ pinned }) => pinned);

test('on hold nothing waits for the team, and what the client was asked stays asked; then it goes on', async () => {
  const { slack } = on;
  const [mei, olivia] = [slack.as('mei'), slack.as('olivia')];
  const team = await sentProject(mei, 'en', ACME, { ...SENDING, approver: '@olivia' });
  await writeBrief(mei, 'en', team, { ...TEXTS.en, objective: 'Another objective' });
  expect((await mei.home()).text).toContain('Spring launch');
  await mei.in(team).command('/project hold The client waits for <!channel> budget');
  expect(mei.private().at(-1)?.text).toBe('Spring launch is on hold. `/project resume` goes on with it.');
  expect((await mei.home()).text).not.toContain('Spring launch · Acme · since');
  expect((await olivia.home()).text).toContain('Spring launch');
  expect(cardIn('mei', team)?.text).toMatch(/On hold since .+ \(Mei Chen\): The client waits for <!channel> budget/u);
  expect(cardIn('mei', team)?.pings).toEqual([]);
  expect(slack.channel(team).topic).toBe('Spring launch · Acme · On hold');
  const line = mei.sees(team).find(({ text }) => text.includes('Project: live → on hold (Mei Chen)'));
  expect(line?.text).toContain('The client waits for <!channel> budget');

  await mei.in(team).command('/project hold again');
  expect(mei.private().at(-1)?.text).toContain('It is on hold already, since');
  const modal = await openStages(mei, 'en', team);
  expect(modal.text).not.toContain('[Start anyway]');
  const resumed = await pressIn(modal, 'en', 'resume');
  expect(resumed.text).toContain('[Put on hold]');
  await resumed.close();
  expect((await mei.home()).text).toContain('Spring launch');
  expect(slack.channel(team).topic).toBe('Spring launch · Acme · Intake');
  await mei.in(team).command('/project resume');
  expect(mei.private().at(-1)?.text).toBe('It is not on hold. Nothing was done.');
  expect((await recorded(on.db, 'Spring launch')).slice(-2)).toEqual(['project.putOnHold', 'project.resumed']);
});

test('while the client is asked, a project cannot be ended; once the request is withdrawn it can, and takes nothing new', async () => {
  const { slack } = on;
  const mei = slack.as('mei');
  const team = await sentProject(mei, 'en', ACME, SENDING);
  await mei.in(team).command('/project end');
  expect(mei.private().at(-1)?.text).toContain(
    'Nothing was ended: the client is being asked to confirm the brief of Spring launch. Press “Withdraw request” on',
  );
  const withdrawing = shown(await mei.click('Withdraw request', { in: team }));
  await withdrawing.fill({ 'Why do you withdraw it?': 'The presentation was lost' }).submit();

  const form = await pressIn(await openStages(mei, 'en', team), 'en', 'end');
  const unsure = shown(await form.fill({ 'How did it end?': 'Presentation lost', 'Why?': 'Too dear' }).submit());
  expect(unsure.errors).toHaveProperty('Really?');
  const ended = shown(await endAs(mei.modal(), 'en', { as: 'lost', reason: 'Too dear' }));
  expect(ended.text).toMatch(/Ended on .+ \(Mei Chen\), presentation lost: Too dear/u);
  expect(ended.text).toContain('[Reopen the project]');
  expect(ended.text).not.toContain('[Start anyway]');
  await ended.close();
  expect(slack.channel(team).topic).toBe('Spring launch · Acme · Ended');
  expect((await mei.home()).text).not.toContain('Spring launch · Acme · since');

  const writing = await openStep(mei, 'en', team);
  const refused = shown(await writing.fill({ 'What must this achieve?': 'More' }).submit());
  expect(Object.values(refused.errors)).toEqual(['The project has ended. Reopen it under Stage first.']);
  await refused.close({ all: true });
  await mei.in(team).command('/project job Banner');
  expect(mei.private().at(-1)?.text).toBe('The project has ended. Reopen it under Stage first.');
  await mei.in(team).command('/project hold it');
  expect(mei.private().at(-1)?.text).toBe('The project has ended. Reopen it under Stage first.');
  expect(shown(await mei.in(team).command('/project record')).text).toContain('Ended, presentation lost: Too dear');
  await mei.modal().close();

  const again = await because(await pressIn(await openStages(mei, 'en', team), 'en', 'reopen'), 'en', 'They called');
  expect(again?.text).toContain('[End the project]');
  await again?.close();
  expect(read(mei, team).join('\n')).toContain('Project: ended, presentation lost → live (Mei Chen)');
});

test('a project is merged into another one of its client, which notes it', async () => {
  const { slack } = on;
  const mei = slack.as('mei');
  const first = await startProject(mei, 'en', ACME);
  const second = await startProject(mei, 'en', { client: 'Acme', name: 'Summer sale' });
  await startProject(mei, 'en', { client: 'City Museum', name: 'Night opening' });
  const form = shown(await mei.in(second).command('/project end'));
  expect(JSON.stringify(form.raw.blocks)).not.toContain('Night opening');
  const alone = shown(await endAs(form, 'en', { as: 'merged', reason: 'One launch' }));
  expect(alone.errors).toEqual({
    'Merged into which project?':
      'Please choose the project that it was merged into. It must be live and of the same client.',
  });
  const wrong = shown(await endAs(alone, 'en', { as: 'lost', into: 'Spring launch', reason: 'One launch' }));
  expect(wrong.errors).toHaveProperty('Merged into which project?');
  const done = shown(await endAs(wrong, 'en', { as: 'merged', into: 'Spring launch', reason: 'One launch' }));
  expect(done.text).toContain('merged into another project: One launch\nIt goes on in Spring launch.');
  await done.close();
  expect(cardIn('mei', first)?.text).toContain('Merged into this project: Summer sale');
  expect(read(mei, first)).toContain('Merged into this project: Summer sale (Mei Chen)');
  expect((await recorded(on.db, 'Spring launch')).at(-1)).toBe('project.mergedIn');

  // What has ended is looked at no more.
  const ended = { 'life.state': 'ended', nextDueAt: { $ne: null } };
  expect(await on.db.collection('projects').countDocuments(ended)).toBe(0);
  expect((await recorded(on.db, 'Spring launch')).filter((kind) => kind === 'project.mergedIn')).toHaveLength(1);
});

test('jobs inside a project end with it, and what a killed process left of that is done by the clock', async () => {
  const { slack, db } = on;
  const mei = slack.as('mei');
  const team = await startProject(mei, 'en', ACME);
  await startJob(mei, 'en', team, 'Banner');
  await startJob(mei, 'en', team, 'Poster');
  const asking = shown(await mei.in(team).command('/project end'));
  const form = shown(await asking.press('Choose'));
  expect(form.text).toContain('2 jobs inside it end with it.');
  const ended = shown(await endAs(form, 'en', { as: 'cancelled', reason: 'No budget' }));
  expect(ended.text).toContain('cancelled: No budget');
  await ended.close();
  for (const name of ['Spring launch', 'Banner', 'Poster']) {
    expect((await recorded(db, name)).at(-1)).toBe('project.ended');
  }

  // Nothing is left to do, so nothing is looked for.
  await slack.clock.advance(2 * 60_000);
  await runJob(on, 'sweep');
  expect(await db.collection('projects').countDocuments({ nextDueAt: { $ne: null } })).toBe(0);

  // A process that died after the end was saved leaves a job behind.
  const leaves = { 'life.isUnfinished': true, nextDueAt: new Date(slack.clock.now() + 60_000) };
  await db.collection('projects').updateOne({ name: 'Spring launch' }, { $set: leaves });
  await db.collection('projects').updateOne({ name: 'Poster' }, { $set: { life: { state: 'live' } } });
  await slack.clock.advance(2 * 60_000);
  await runJob(on, 'sweep');
  expect(await db.collection('projects').findOne({ name: 'Poster' })).toMatchObject({ life: { state: 'ended' } });
  expect(await db.collection('projects').countDocuments({ nextDueAt: { $ne: null } })).toBe(0);

  // A job of an ended project is opened after that.
  const job = shown(await mei.click('Stage', { in: team, message: /Spring launch › Poster/u }));
  const reopen = await pressIn(job, 'en', 'reopen');
  expect(reopen.text).toContain('Spring launch has ended, and its jobs with it. Reopen the project first.');
});
