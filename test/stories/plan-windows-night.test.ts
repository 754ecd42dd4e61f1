import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { confirm, read, sentProject, shown } from '../support/acts.ts';
import { addMilestone } from '../support/acts-plan.ts';
import { sweepAt } from '../support/acts-check-in.ts';
import { type Stage, stage } from '../support/stage.ts';

const CHANNEL = '#acme-lantern';

let on: Stage;
beforeEach(async () => {
  on = await stage();
});
afterEach(async () => {
  on.slack.expectNoErrors();
  await on.end();
});

const announced = () =>
  read(on.slack.as('dana'), CHANNEL).filter((one) => one.includes('your review for Media launch'));

test('the bot comes back at night: the client reads in the morning that their review has begun', async () => {
  const mei = on.slack.as('mei');
  const starting = { client: 'Acme', name: 'Spring launch' };
  const team = await sentProject(mei, 'en', starting, { channel: CHANNEL, approver: '@dana', language: 'en' });
  await confirm(on.slack.as('dana'), 'en', CHANNEL);
  const entering = { kind: 'mediaLaunch', day: '11 Dec', owner: '@mei', review: '3', tell: true } as const;
  const preview = await addMilestone(mei, 'en', team, entering);
  await shown(await preview.submit()).close({ all: true });
  await sweepAt(on, '2026-12-10T02:00:00Z');
  expect(announced()).toEqual([]);
  await sweepAt(on, '2026-12-10T09:00:00Z');
  expect(announced()).toHaveLength(1);
  const row = await on.db.collection('outbox').findOne({ _id: { $regex: ':window:' } });
  expect(row?.['notAfter']).toEqual(new Date('2026-12-11T18:00:00Z'));
});
