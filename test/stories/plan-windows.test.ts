import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { planWords } from '../../src/plan/words.ts';
import { confirm, read, sentProject, shown, startProject } from '../support/acts.ts';
import { addMilestone, moveMilestone, openPlan, pressPlan } from '../support/acts-plan.ts';
import { recorded } from '../support/acts-stages.ts';
import { runJob } from '../support/jobs.ts';
import { type Stage, stage } from '../support/stage.ts';

const CHANNEL = '#acme-lantern';
const words = planWords.in('en');
const HOUR_MS = 60 * 60 * 1000;
/** Before the first hour of the client's review, in any zone of theirs; within it; after its last one. */
const BEFORE = '2026-12-08T20:00:00Z';
const WITHIN = '2026-12-10T15:00:00Z';
const AFTER = '2026-12-14T12:00:00Z';

let on: Stage;
beforeEach(async () => {
  on = await stage();
});
afterEach(async () => {
  on.slack.expectNoErrors();
  await on.end();
});

const mei = () => on.slack.as('mei');
const announced = () =>
  read(on.slack.as('dana'), CHANNEL).filter((one) => one.includes('your review for Media launch'));

/** Looks after the projects, as the clock does, at a time. */
async function at(instant: string): Promise<void> {
  await on.slack.clock.to(Math.max(on.slack.clock.now(), Date.parse(instant)));
  await runJob(on, 'sweep');
}

/** A milestone on Friday, 11 December 2026, for which the client has three working days. @returns the team channel */
async function released(): Promise<string> {
  const starting = { client: 'Acme', name: 'Spring launch' };
  const team = await sentProject(mei(), 'en', starting, { channel: CHANNEL, approver: '@dana', language: 'en' });
  await confirm(on.slack.as('dana'), 'en', CHANNEL);
  const entering = { kind: 'mediaLaunch', day: '11 Dec', owner: '@mei', review: '3', tell: true } as const;
  const preview = await addMilestone(mei(), 'en', team, entering);
  await shown(await preview.submit()).close({ all: true });
  return team;
}

test('the client reads once that their review begins, when it does', async () => {
  await released();
  await at(BEFORE);
  expect(announced()).toEqual([]);
  const project = await on.db.collection('projects').findOne({ name: 'Spring launch' });
  const opens = project?.['nextDueAt'] as Date;
  expect(opens.getTime() - on.slack.clock.now()).toBeLessThanOrEqual(24 * HOUR_MS);
  await at(WITHIN);
  expect(announced()).toEqual([expect.stringContaining('from Wednesday, 9 December 2026 to Friday, 11 December 2026')]);
  // Looked at again, by whoever: it has been said.
  await on.db.collection('projects').updateOne({ name: 'Spring launch' }, { $set: { nextDueAt: new Date(0) } });
  await runJob(on, 'sweep');
  await at(AFTER);
  expect(announced()).toHaveLength(1);
  expect((await recorded(on.db, 'Spring launch')).filter((kind) => kind === 'plan.reviewOpened')).toHaveLength(1);
});

test('nobody was there until it was over: nothing is said any more, and the record and the team know it', async () => {
  const team = await released();
  await at(AFTER);
  expect(announced()).toEqual([]);
  expect(await recorded(on.db, 'Spring launch')).toContain('plan.reviewMissed');
  expect(read(mei(), team)).toContainEqual(expect.stringContaining('was not announced to them'));
});

test('moved without their being told, nothing is said for the old day; told, for the new one', async () => {
  const team = await released();
  await (await moveMilestone(mei(), 'en', team, { day: '18 Dec', why: 'Rain', tell: false })).close({ all: true });
  await at(WITHIN);
  expect(announced()).toEqual([]);
  const preview = await pressPlan(await openPlan(mei(), team), 'en', 'tellClient');
  expect(preview.text).toContain('When their review begins, on Wednesday, 16 December 2026');
  await shown(await preview.submit()).close({ all: true });
  await at('2026-12-17T12:00:00Z');
  expect(announced()).toEqual([
    expect.stringContaining('from Wednesday, 16 December 2026 to Friday, 18 December 2026'),
  ]);
});

test('reached before, dropped before, or never shown: nothing is said', async () => {
  const team = await released();
  await (await pressPlan(await openPlan(mei(), team), 'en', 'done')).close({ all: true });
  const other = await startProject(mei(), 'en', { client: 'Acme', name: 'Banners' });
  const inside = await addMilestone(mei(), 'en', other, {
    kind: 'mediaLaunch',
    day: '11 Dec',
    owner: '@mei',
    review: '3',
  });
  expect(inside.text).toContain(words.notShown());
  await at(WITHIN);
  await at(AFTER);
  expect(announced()).toEqual([]);
  expect(await recorded(on.db, 'Spring launch')).not.toContain('plan.reviewMissed');
});

test('shown when their review has begun already: the preview says so, and nothing follows', async () => {
  const starting = { client: 'Acme', name: 'Spring launch' };
  const team = await sentProject(mei(), 'en', starting, { channel: CHANNEL, approver: '@dana', language: 'en' });
  const preview = await addMilestone(mei(), 'en', team, {
    kind: 'mediaLaunch',
    day: '3 Dec',
    owner: '@mei',
    review: '10',
    tell: true,
  });
  expect(preview.text).toContain('A review of 10 working days would begin on 20 Nov 2026');
  await shown(await preview.submit()).close({ all: true });
  const told = read(on.slack.as('dana'), CHANNEL).find((one) => one.includes('Media launch is on')) ?? '';
  expect(told).toContain(words.clientReviewBegun({ day: '3 Dec 2026' }));
  expect(told).not.toContain('20 Nov');
  await at('2026-12-02T12:00:00Z');
  expect(announced()).toEqual([]);
});

test('moved and not told after all: no list is left open that shows the old day', async () => {
  const team = await released();
  const preview = await moveMilestone(mei(), 'en', team, { day: '18 Dec', why: 'Rain', tell: true });
  expect(preview.text).toContain(words.readNow());
  await preview.close();
  expect(mei().hasModal()).toBe(false);
  expect((await openPlan(mei(), team)).text).toContain('Media launch: 18 Dec 2026');
});
