import { afterEach, expect, test } from '@jest/globals';
import { inStep, leaveOverview, read, sendBrief, shown, startProject, TEXTS, writeBrief } from '../support/acts.ts';
import { type Stage, stage } from '../support/stage.ts';

let on: Stage;
afterEach(() => on.end());

test('what is not known yet waits for whoever finds it out, in their App Home, until it is answered', async () => {
  on = await stage();
  const { slack } = on;
  const [mei, ines, dana] = [slack.as('mei'), slack.as('ines'), slack.as('dana')];
  const team = await startProject(mei, 'en', { client: 'Acme', name: 'Spring launch' });
  await mei.in(team).invite('ines');
  await mei.click('Yes, on the team');

  const second = shown(await writeBrief(mei, 'en', team, { ...TEXTS.en, audience: null, notKnown: ['audience'] }));
  expect(second.title).toBe('Who finds it out?');
  expect(second.labels).toEqual(['Target audience: who finds it out?']);
  const named = await second.fill({ 'Target audience: who finds it out?': '@ines' }).submit();
  expect(await leaveOverview(named, 'en')).toBeUndefined();
  expect(read(mei, team).join('\n')).toContain('2. Target audience\nNot known yet; @ines finds out');

  const waiting = await ines.home();
  expect(waiting.text).toContain('You are to find out: Target audience.');
  expect((await mei.home()).text).not.toContain('You are to find out');

  await sendBrief(mei, 'en', team, { channel: '#acme-lantern', approver: '@dana' });
  expect(dana.sees('#acme-lantern').at(-1)?.text).toContain('2. Target audience\nNot known yet; we are finding out');
  expect(JSON.stringify(dana.sees('#acme-lantern').at(-1)?.raw.blocks)).toContain(
    'You confirm 6 lines exactly as written here; 1 of them is still open.',
  );

  const form = await inStep(await waiting.press('Edit brief'), 'en');
  await leaveOverview(await form.fill({ 'Who is it for?': 'Students, 18 to 24', 'Not known yet': [] }).submit(), 'en');
  expect((await ines.home()).text).toContain('Nothing waits for you.');
  expect((await mei.home()).text).toContain('The brief is complete and can go to the client.');
  slack.expectNoErrors();
});

test('whoever entered the gap has it waiting for them where the second step was closed', async () => {
  on = await stage();
  const mei = on.slack.as('mei');
  const team = await startProject(mei, 'en', { client: 'Acme', name: 'Spring launch' });
  const second = shown(await writeBrief(mei, 'en', team, { ...TEXTS.en, keyMessage: null, notKnown: ['keyMessage'] }));
  await second.close();
  expect((await mei.home()).text).toContain('You are to find out: Key message.');
  on.slack.expectNoErrors();
});
