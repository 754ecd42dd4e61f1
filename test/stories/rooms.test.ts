import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { sendBrief, shown, startProject, writeBrief } from '../support/acts.ts';
import { type Stage, stage } from '../support/stage.ts';

let on: Stage;
beforeEach(async () => {
  on = await stage();
});
afterEach(() => on.end());

test('a private channel where the team works already becomes the team channel, if the account manager says so', async () => {
  const { slack } = on;
  const mei = slack.as('mei');
  const form = shown(await mei.in('#pitch-room').command('/project new'));
  expect(form.labels).toContain('Where does the team work?');
  await form
    .fill({
      'Which client is it for?': 'City Museum',
      'What is the project called?': 'Night opening',
      'When does the client want it?': '2027-03-14',
      'Where does the team work?': 'This channel, #pitch-room',
    })
    .submit();
  expect(mei.channels()).toEqual(['#general', '#acme-lantern', '#pitch-room']);
  expect(slack.channel('#pitch-room').topic).toBe('Night opening · City Museum · Intake');
  expect(
    slack
      .as('wei')
      .sees('#pitch-room')
      .find(({ pinned }) => pinned)?.text,
  ).toContain('Night opening · City Museum');

  // A channel has one team: the second project there gets a channel of its own, and is not even asked.
  expect(shown(await mei.in('#pitch-room').command('/project new')).labels).not.toContain('Where does the team work?');
  slack.expectNoErrors();
});

test('two people who take over the same channel at once: one does, the other keeps what was typed and is told why', async () => {
  const { slack } = on;
  const [mei, wei] = [slack.as('mei'), slack.as('wei')];
  const mine = shown(await mei.in('#pitch-room').command('/project new'));
  const theirs = shown(await wei.in('#pitch-room').command('/project new'));
  await theirs
    .fill({
      '是哪位客户的项目？': '城市博物馆',
      '项目叫什么名字？': '夜场',
      '客户希望什么时候完成？': '2027-03-14',
      '团队在哪里工作？': '当前频道 #pitch-room',
    })
    .submit();
  expect(wei.hasModal()).toBe(false);
  const filled = await mine.fill({
    'Which client is it for?': 'City Museum',
    'What is the project called?': 'Night opening',
    'When does the client want it?': '2027-03-14',
    'Where does the team work?': 'This channel, #pitch-room',
  });
  const left = shown(await filled.submit());
  expect(left.errors['Where does the team work?']).toContain('This channel cannot be the team channel');
  await left.fill({ 'Where does the team work?': 'A new private channel' }).submit();
  expect(mei.channels()).toContain('#city-museum-night-opening');
  slack.expectNoErrors();
});

test('a channel that others can read is not offered as a team channel', async () => {
  const mei = on.slack.as('mei');
  for (const name of ['#general', '#acme-lantern']) {
    const form = shown(await mei.in(name).command('/project new'));
    expect(form.labels).not.toContain('Where does the team work?');
    await form.close();
  }
  on.slack.expectNoErrors();
});

test('a job has no stages: its brief is confirmed, and the work starts', async () => {
  const { slack } = on;
  const [mei, dana] = [slack.as('mei'), slack.as('dana')];
  const team = await startProject(mei, 'en', { client: 'Acme', name: 'Window poster', work: 'job' });
  expect(slack.channel(team).topic).toBe('Window poster · Acme');
  const card = mei.sees(team).find(({ pinned }) => pinned);
  expect(card?.text).toContain('Job: a short brief, its approval, done');
  expect(card?.text).not.toContain('Stage 1');

  await writeBrief(mei, 'en', team);
  await sendBrief(mei, 'en', team, { channel: '#acme-lantern', approver: '@dana' });
  await dana.click('Confirm', { in: '#acme-lantern' });
  expect(dana.sees('#acme-lantern').at(-1)?.text).toContain('*What comes next*\nWe start the work');
  const told = mei.sees(team).at(-1);
  expect(told?.text).toBe(
    'Brief v1: with the client → confirmed (Dana Reed)\n@mei, the client has confirmed: the work can start.',
  );
  expect(told?.pings).toContain('@mei');
  expect(
    mei
      .sees(team)
      .flatMap(({ buttons }) => buttons)
      .filter((label) => label.startsWith('Start')),
  ).toEqual([]);
  slack.expectNoErrors();
});

test('a client who is known already is recognised, however the name is typed', async () => {
  const mei = on.slack.as('mei');
  await startProject(mei, 'en', { client: 'Acme', name: 'Spring launch' });
  const team = await startProject(mei, 'en', { client: '  ＡＣＭＥ ', name: 'Summer sale' });
  expect(on.slack.channel(team).topic).toBe('Summer sale · Acme · Intake');
  expect(await on.db.collection('clients').countDocuments()).toBe(1);
  on.slack.expectNoErrors();
});
