import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { sendBrief, shown, startProject, writeBrief } from '../support/acts.ts';
import { type Stage, stage } from '../support/stage.ts';

let on: Stage;
beforeEach(async () => {
  on = await stage();
});
afterEach(() => on.end());

const texts = (handle: string): string[] =>
  on.slack
    .as(handle)
    .dms()
    .map(({ text }) => text);
const last = (handle: string) => on.slack.as(handle).dms().at(-1);

async function sentTo(approver: string, name = 'Spring launch'): Promise<string> {
  const mei = on.slack.as('mei');
  const team = await startProject(mei, 'en', { client: 'Acme', name });
  await writeBrief(mei, 'en', team);
  await sendBrief(mei, 'en', team, { channel: '#acme-lantern', approver });
  return team;
}

test('an approver’s account is switched off: told in each project, with what waits for them and the ways on; and told when it is back', async () => {
  const { slack } = on;
  const mei = slack.as('mei');
  const team = await sentTo('@olivia');
  await sentTo('@olivia', 'Summer sale');
  await slack.admin.deactivate('olivia');
  expect(mei.dms()).toHaveLength(2);
  for (const name of ['Spring launch', 'Summer sale']) {
    const told = mei.dms().find(({ text }) => text.includes(name));
    expect(told?.text).toContain(`Olivia Grant has no Slack account any more. In ${name} they are approver.`);
    expect(told?.text).toContain('Version 1 of the brief waits for their decision.');
    expect(told?.buttons).toEqual(['Change who decides', 'People']);
  }
  await slack.again(2, 'user_change');
  await slack.admin.change('olivia', { title: 'On leave' });
  expect(mei.dms()).toHaveLength(2);
  const form = shown(await mei.click('Change who decides'));
  expect(form.text).toContain('Olivia Grant');
  await form.close();
  const modal = shown(await mei.in(team).command('/project record'));
  expect(modal.text).toContain('Olivia Grant has no Slack account any more');
  await modal.close();

  const back = [...slack.engine.world.users.values()].find(({ handle }) => handle === 'olivia');
  Object.assign(back ?? {}, { isDeleted: false });
  await slack.admin.change('olivia', { title: 'Back' });
  expect(mei.dms()).toHaveLength(4);
  expect(last('mei')?.text).toContain('Olivia Grant has a Slack account again.');
  slack.expectNoErrors();
});

test('somebody comes back under a new account: nobody is replaced, and the account manager is told that they may be the same', async () => {
  const { slack } = on;
  const mei = slack.as('mei');
  await sentTo('@olivia');
  await slack.admin.deactivate('olivia');
  await slack.admin.reinvite('olivia', 'olivia2');
  expect(last('mei')?.text).toContain(
    'Olivia Grant has a new Slack account. They may be the same person as Olivia Grant, approver in Spring launch',
  );
  expect(last('mei')?.buttons).toEqual(['People']);
  await slack.again(2, 'team_join');
  expect(mei.dms()).toHaveLength(2);
  const project = await on.db.collection('projects').findOne({});
  const people = project?.['people'] as { name: string; gone?: unknown }[];
  expect(people.filter(({ name }) => name === 'Olivia Grant')).toHaveLength(1);
  slack.expectNoErrors();
});

test('the account manager is gone: nothing waits for nobody, for the administrators are told', async () => {
  await on.end();
  on = await stage({ administrators: ['xia'] });
  const { slack } = on;
  const team = await startProject(slack.as('wei'), 'zh', { client: '云山茶', name: '春茶上市' });
  await slack.admin.deactivate('wei');
  expect(last('xia')?.text).toContain('Wei Lin 已没有 Slack 账号。对方在春茶上市中是客户经理。');
  expect(last('xia')?.buttons).toEqual(['人员']);
  // What happens to the room from then on is theirs to hear as well.
  await slack.admin.archive(team);
  expect(last('xia')?.text).toContain('春茶上市的团队频道已归档');
  slack.expectNoErrors();
});

test('an approver leaves the client channel: told what they cannot read any more', async () => {
  const { slack } = on;
  const mei = slack.as('mei');
  await sentTo('@olivia');
  await slack.as('olivia').in('#acme-lantern').leave();
  expect(last('mei')?.text).toContain('Olivia Grant has left the client channel of Spring launch');
  expect(last('mei')?.buttons).toEqual(['Change who decides', 'People']);
  await slack.again(2, 'member_left_channel');
  expect(mei.dms()).toHaveLength(1);
  slack.expectNoErrors();
});

test('posts that a guest held go on when their account is switched off, for nobody reads along any more', async () => {
  const { slack } = on;
  const mei = slack.as('mei');
  const team = await startProject(mei, 'en', { client: 'Acme', name: 'Spring launch' });
  await mei.in(team).invite('kai');
  await writeBrief(mei, 'en', team);
  expect(slack.channel(team).messages.filter(({ byApp, subtype }) => byApp && !subtype)).toHaveLength(1);
  await slack.admin.deactivate('kai');
  expect(slack.channel(team).messages.filter(({ byApp, subtype }) => byApp && !subtype)).toHaveLength(2);
  slack.expectNoErrors();
});

test('somebody changes their language: from then on they are told in it', async () => {
  const { slack } = on;
  const mei = slack.as('mei');
  const team = await startProject(mei, 'en', { client: 'Acme', name: 'Spring launch' });
  await slack.admin.change('mei', { locale: 'zh-CN' });
  await slack.admin.archive(team);
  expect(texts('mei').at(-1)).toContain('Spring launch的团队频道已归档');
  slack.expectNoErrors();
});
