import { afterEach, expect, test } from '@jest/globals';
import { shown } from '../support/acts.ts';
import { type Stage, stage } from '../support/stage.ts';

let on: Stage;
afterEach(() => on.end());

test('somebody whom the bot has never seen gets the form after a moment, and in their own language', async () => {
  on = await stage({ greet: false });
  const { slack } = on;
  const form = shown(await slack.as('wei').in('#general').command('/project new'));
  expect(form.title).toBe('新建客户项目');
  const views = slack.journal
    .calls()
    .filter(({ name }) => name.startsWith('views.'))
    .map(({ name }) => name);
  expect(views).toEqual(['views.open', 'views.update']);
  await form
    .fill({ '是哪位客户的项目？': 'Acme', '项目叫什么名字？': 'Spring', '客户希望什么时候完成？': '2027-03-14' })
    .submit();
  expect(slack.as('wei').channels()).toContain('#acme-spring');
  slack.expectNoErrors();
});

test('a guest whom the bot has never seen starts no project', async () => {
  on = await stage({ greet: false });
  const olivia = on.slack.as('olivia');
  const told = shown(await olivia.in('#acme-lantern').command('/project new'));
  expect(told.submitText).toBeUndefined();
  expect(told.text).toBe(
    'Commands are for the agency’s team. Everything that waits for you has a button in its message.',
  );
  on.slack.expectNoErrors();
});

test('where Slack does not tell who somebody is, nothing is done and the next try works', async () => {
  on = await stage({ greet: false });
  const { slack } = on;
  slack.faults.next('users.info', 'fail', { error: 'internal_error' });
  const told = shown(await slack.as('mei').in('#general').command('/project new'));
  expect(told.text).toBe('Slack has not told us who you are yet. Nothing was done; please try again in a moment.');
  await told.close();
  await slack.clock.advance(61_000);
  const form = shown(await slack.as('mei').in('#general').command('/project new'));
  expect(form.title).toBe('New client project');
});
