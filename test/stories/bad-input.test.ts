import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  leaveOverview,
  openSending,
  sendBrief,
  sentProject,
  shown,
  startProject,
  TEXTS,
  writeBrief,
} from '../support/acts.ts';
import { type Stage, stage } from '../support/stage.ts';

const CHANNEL = 'Which channel do you share with the client?';
const APPROVER = 'Who confirms it for the client?';
let on: Stage;
beforeAll(async () => {
  on = await stage();
});
afterAll(() => on.end());

const written = async (name: string) => {
  const mei = on.slack.as('mei');
  const team = await startProject(mei, 'en', { client: 'Acme', name });
  await writeBrief(mei, 'en', team);
  return { mei, team };
};

test('a day that has passed is told under its question, and what was typed is still there', async () => {
  const { slack } = on;
  const mei = slack.as('mei');
  const form = shown(await mei.in('#general').command('/project new'));
  const left = shown(
    await form
      .fill({
        'Which client is it for?': 'Acme',
        'What is the project called?': 'Spring launch',
        'When does the client want it?': '2026-11-29',
      })
      .submit(),
  );
  expect(left.errors).toEqual({ 'When does the client want it?': 'This day has passed. Please choose a later one.' });
  // Only the day is chosen anew: the client and the name need not be typed twice.
  expect(await left.fill({ 'When does the client want it?': '2026-11-30' }).submit()).toBeUndefined();
  expect(mei.channels()).toContain('#acme-spring-launch');
  slack.expectNoErrors();
});

test('a question that is answered and not known at once is named, and nothing is lost', async () => {
  const mei = on.slack.as('mei');
  const team = await startProject(mei, 'en', { client: 'Acme', name: 'Night opening' });
  const left = shown(await writeBrief(mei, 'en', team, { ...TEXTS.en, notKnown: ['audience'] }));
  expect(left.errors).toEqual({
    'Not known yet': 'Target audience has an answer. Clear it, or take it off this list.',
  });
  expect(await leaveOverview(await left.fill({ 'Not known yet': [] }).submit(), 'en')).toBeUndefined();
  expect(mei.sees(team).at(-1)?.text).toContain('2. Target audience\nStudents, 18 to 24');
  on.slack.expectNoErrors();
});

test('a brief with gaps can be saved but not sent: the gaps are named', async () => {
  const { slack } = on;
  const mei = slack.as('mei');
  const team = await startProject(mei, 'en', { client: 'Acme', name: 'River walk' });
  await writeBrief(mei, 'en', team, { objective: 'Trial' });
  const card = mei.sees(team).at(-1);
  expect(card?.text).toContain('Draft. Still missing: Target audience, Key message and Deliverables');
  expect(card?.buttons).toEqual(['Edit brief']);

  // The button was there when the brief was complete, and was pressed after somebody cleared an answer.
  await writeBrief(mei, 'en', team);
  const sending = shown(await mei.click('Send to client', { in: team }));
  await sending.close();
  await writeBrief(mei, 'en', team, { keyMessage: null });
  await slack.again(1, 'brief.send');
  expect(mei.private().at(-1)?.text).toBe(
    'Nothing was sent. Still missing in the brief: Key message. Answer them, or mark them “Not known yet”.',
  );
});

test('an approver who is not in the channel, or who is the agency’s own, is told under that question', async () => {
  const { mei, team } = await written('Approvers');
  const before = mei.sees('#acme-lantern').length;
  const left = shown(await sendBrief(mei, 'en', team, { channel: '#acme-lantern', approver: '@zhou' }));
  expect(left.errors[APPROVER]).toContain('Zhou Lan is not in this channel and could not see it.');
  const inside = shown(await left.fill({ [APPROVER]: '@mei' }).submit());
  expect(inside.errors[APPROVER]).toBe('Mei Chen is on the agency’s side. The client’s approvers decide.');
  // A colleague who has nothing to do with the project is the agency's as well, though they read the channel.
  const colleague = shown(await inside.fill({ [APPROVER]: '@tom' }).submit());
  expect(colleague.errors[APPROVER]).toBe('Tom Baker is on the agency’s side. The client’s approvers decide.');
  expect(mei.sees('#acme-lantern')).toHaveLength(before);
  expect(await colleague.fill({ [APPROVER]: '@dana' }).submit()).toBeUndefined();
  on.slack.expectNoErrors();
});

test.each([
  ['where Liaison is not', '#general', 'Liaison is not in this channel. Invite it there with /invite'],
  ['that is the team’s', null, 'This is a team channel, which is internal.'],
])('a channel %s is refused under its question, already in the preview', async (which, other, why) => {
  const { mei, team } = await written(`A channel ${which}`);
  const channel = other ?? team;
  const form = await openSending(mei, 'en', team, { channel, approver: '@dana' });
  expect(form.text).toContain(why);
  expect(form.text).not.toContain('Trial among students');
  const left = shown(await form.submit());
  expect(left.errors[CHANNEL]).toContain(why);
  const better = await left.fill({ [CHANNEL]: '#acme-lantern' });
  expect(better.text).toContain('Trial among students');
  expect(await better.submit()).toBeUndefined();
  on.slack.expectNoErrors();
});

test('another client’s channel is refused, and the other client is named to the account manager alone', async () => {
  const { slack } = on;
  const [mei, xia] = [slack.as('mei'), slack.as('xia')];
  const sending = { channel: '#yunshan-lantern', approver: '@zhou' } as const;
  await sentProject(xia, 'zh', { client: '云山茶', name: '春茶上市' }, sending);
  await xia.in('#yunshan-lantern').invite('mei');
  const { team } = await written('Another client');
  const left = shown(await sendBrief(mei, 'en', team, sending));
  expect(left.errors[CHANNEL]).toBe('This channel belongs to another client, 云山茶. Choose another one.');
  slack.expectNoErrors();
});

test('a later version goes to the channel where the first one is, which is not asked again', async () => {
  const { slack } = on;
  const mei = slack.as('mei');
  const team = await sentProject(
    mei,
    'en',
    { client: 'Acme', name: 'Open day' },
    { channel: '#acme-lantern', approver: '@dana' },
  );
  await writeBrief(mei, 'en', team, { ...TEXTS.en, objective: 'Trial among families' });
  const before = mei.sees('#acme-lantern').length;
  const form = await openSending(mei, 'en', team, {});
  expect(form.labels).not.toContain(CHANNEL);
  expect(form.text).toContain('This goes to #acme-lantern');
  expect(await form.submit()).toBeUndefined();
  expect(mei.sees('#acme-lantern').length).toBeGreaterThan(before);
  slack.expectNoErrors();
});
