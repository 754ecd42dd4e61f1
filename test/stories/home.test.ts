import { afterEach, expect, test } from '@jest/globals';
import { openSending, sentProject, shown, startProject, writeBrief } from '../support/acts.ts';
import { type Stage, stage } from '../support/stage.ts';

let on: Stage;
afterEach(() => on.end());

test('App Home shows an account manager what waits for them, each with the button that finishes it', async () => {
  on = await stage();
  const { slack } = on;
  const mei = slack.as('mei');
  const empty = await mei.home();
  expect(empty.text).toContain('Nothing waits for you.');
  const form = shown(await empty.press('New client project'));
  await form
    .fill({
      'Which client is it for?': 'Acme',
      'What is the project called?': 'Spring launch',
      'When does the client want it?': '2027-03-14',
    })
    .submit();

  const toWrite = await mei.home();
  expect(toWrite.text).toMatch(/Spring launch · Acme · since .+\nThe brief is to be completed\./u);
  const brief = shown(await toWrite.press('Edit brief'));
  expect(brief.title).toBe('Brief');
  await brief.close();
  await writeBrief(mei, 'en', '#acme-spring-launch');

  const toSend = await mei.home();
  const sending = shown(await toSend.press('Send to client'));
  const filled = await sending.fill({
    'Which channel do you share with the client?': '#acme-lantern',
    'Who confirms it for the client?': '@dana',
  });
  await filled.submit();
  expect((await mei.home()).text).toContain('Nothing waits for you.');
  const asked = slack
    .as('dana')
    .sees('#acme-lantern')
    .findLast(({ buttons }) => buttons.includes('Confirm'));
  expect(asked?.buttons).toEqual(expect.arrayContaining(['Confirm', 'Request changes']));
  slack.expectNoErrors();
});

test('a Home that was opened before follows by itself', async () => {
  on = await stage();
  const mei = on.slack.as('mei');
  await startProject(mei, 'en', { client: 'Acme', name: 'Spring launch' });
  const { world } = on.slack.engine;
  expect(JSON.stringify(world.homes.get(mei.id)?.view)).toContain('The brief is to be completed.');
  on.slack.expectNoErrors();
});

test('周是客户方的访客：在应用首页里看到等待决定的简报，并且可以在那里确认', async () => {
  on = await stage();
  const { slack } = on;
  const [xia, zhou] = [slack.as('xia'), slack.as('zhou')];
  const sending = { channel: '#yunshan-lantern', approver: '@zhou' } as const;
  await sentProject(xia, 'zh', { client: '云山茶', name: '春茶上市' }, sending);
  const home = await zhou.home();
  expect(home.text).toContain('简报第 1 版等待您的决定。');
  expect(home.text).not.toContain('新建客户项目');
  await home.press('确认');
  expect(zhou.sees('#yunshan-lantern').some(({ text }) => text.includes('书面确认单'))).toBe(true);
  expect((await zhou.home()).text).toContain('目前没有等待您处理的事项');

  // Pressed again on a Home that had not been drawn anew: answered in a modal, because nothing private can be said there.
  await slack.again(1, 'approval.confirmed');
  expect(await on.db.collection('record').countDocuments({ 'entry.kind': 'approval.answered' })).toBe(1);
  slack.expectNoErrors();
});

test('a guest approver can request changes from Home', async () => {
  on = await stage();
  const { slack } = on;
  const [mei, olivia] = [slack.as('mei'), slack.as('olivia')];
  const team = await startProject(mei, 'en', { client: 'Acme', name: 'Spring launch' });
  await writeBrief(mei, 'en', team);
  await (await openSending(mei, 'en', team, { channel: '#acme-lantern', approver: '@olivia' })).submit();
  const form = shown(await (await olivia.home()).press('Request changes'));
  await form.fill({ 'What should change, or why?': 'Shorter films' }).submit();
  expect(mei.sees(team).at(-1)?.text).toContain('Shorter films');
  expect((await olivia.home()).text).toContain('Nothing waits for you.');
  expect((await mei.home()).text).toContain('The client answered version 1 of the brief: it needs a new version.');
  slack.expectNoErrors();
});
