import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { sendBrief, startProject, writeBrief } from '../support/acts.ts';
import { type Stage, stage } from '../support/stage.ts';

let on: Stage;
beforeEach(async () => {
  on = await stage();
});
afterEach(() => on.end());

const EN = { client: 'Acme', name: 'Spring launch' };
const said = (channel: string) =>
  on.slack
    .channel(channel)
    .messages.filter(({ byApp, subtype }) => byApp && !subtype)
    .map(({ text }) => text);

test('a permission is missing: which one, who adds it, and how it is done by hand', async () => {
  const { slack } = on;
  const mei = slack.as('mei');
  await slack.admin.revokeScope('pins:write');
  await startProject(mei, 'en', EN);
  expect(mei.dms().at(-1)?.text).toBe(
    'Liaison could not pin a card of Spring launch. It lacks the permission pins:write. Whoever manages the app adds it to the app’s settings and installs it again.\nYou can pin it yourself, or take off an older pin.',
  );
});

test('the administrators forbid it: told in the reader’s language, and a channel that people made can be chosen', async () => {
  const { slack } = on;
  const xia = slack.as('xia');
  slack.faults.always('conversations.create', 'fail', { error: 'restricted_action' });
  const form = await xia.in('#general').command('/project 新建');
  await form
    ?.fill({ '是哪位客户的项目？': '云山茶', '项目叫什么名字？': '春茶上市', '客户希望什么时候完成？': '2027-03-14' })
    .then((filled) => filled.submit());
  expect(xia.dms().at(-1)?.text).toContain(
    'Liaison 无法新建春茶上市的团队频道。 工作区不允许应用这样做，工作区管理员可以更改。',
  );
  expect(xia.dms().at(-1)?.buttons).toEqual(['频道']);
});

test('a channel is closed before Slack tells so: what was to be posted is not lost, and comes once', async () => {
  const { slack, wire } = on;
  const [mei, dana] = [slack.as('mei'), slack.as('dana')];
  const team = await startProject(mei, 'en', EN);
  await writeBrief(mei, 'en', team);
  await sendBrief(mei, 'en', team, { channel: '#acme-lantern', approver: '@dana' });
  const before = said(team);
  wire.isCut = true;
  await slack.admin.archive(team);
  wire.isCut = false;
  await dana.click('Confirm', { in: '#acme-lantern' });
  expect(said(team)).toEqual(before);
  expect(
    mei
      .dms()
      .map(({ text }) => text)
      .join('\n'),
  ).toContain('The team channel of Spring launch was archived');
  await slack.admin.unarchive(team);
  expect(said(team).slice(before.length)).toEqual([expect.stringContaining('confirmed (Dana Reed)')]);
  expect(
    mei
      .dms()
      .map(({ text }) => text)
      .join('\n'),
  ).not.toContain('not delivered');
});
