import { afterEach, expect, test } from '@jest/globals';
import { homeWords } from '../../src/home/words.ts';
import { confirm, openSending, sentProject, shown, startProject, writeBrief } from '../support/acts.ts';
import { type Stage, stage } from '../support/stage.ts';

let on: Stage;
afterEach(() => on.end());

const en = homeWords.in('en');

test('somebody of the team sees their projects, and the account manager what waits in theirs', async () => {
  on = await stage({ administrators: [] });
  const [mei, ines] = [on.slack.as('mei'), on.slack.as('ines')];
  const none = await ines.home();
  expect(none.text).toContain(en.noneMine());
  const team = await startProject(mei, 'en', { client: 'Acme', name: 'Spring launch' });
  await mei.in(team).invite('ines');
  await mei.click('Yes, on the team');
  const home = await ines.home();
  expect(home.text).toMatch(/Spring launch · Acme\nIntake · wanted 14 Mar 2027/u);
  expect(home.text).not.toContain('1 waits for you');
  expect(JSON.stringify(home.raw)).toContain('/archives/');
  expect((await mei.home()).text).toMatch(/Spring launch · Acme\nIntake · wanted 14 Mar 2027 · 1 waits for you/u);
  expect(home.text).not.toContain(en.portfolio());
  on.slack.expectNoErrors();
});

test('an account manager sees first what they run, and since when the client is waited for', async () => {
  on = await stage({ administrators: [] });
  const [mei, tom] = [on.slack.as('mei'), on.slack.as('tom')];
  const early = { client: 'Acme', name: 'Early work', wantedOn: '2027-01-10' } as const;
  const helping = await startProject(tom, 'en', early);
  await tom.in(helping).invite('mei');
  await tom.click('Yes, on the team');
  const team = await startProject(mei, 'en', { client: 'Acme', name: 'Spring launch' });
  await writeBrief(mei, 'en', team);
  await (await openSending(mei, 'en', team, { channel: '#acme-lantern', approver: '@dana' })).submit();
  const { text } = await mei.home();
  expect(text.indexOf('Spring launch')).toBeLessThan(text.indexOf('Early work'));
  expect(text).toMatch(/1 for others · waiting for the client since/u);
  on.slack.expectNoErrors();
});

test('an administrator narrows the portfolio; it stays narrowed, and is wide again at one press', async () => {
  on = await stage();
  const [mei, tom] = [on.slack.as('mei'), on.slack.as('tom')];
  await startProject(tom, 'en', { client: 'Globex', name: 'Winter fair' });
  await startProject(tom, 'en', { client: 'Acme', name: 'Sign', work: 'job' });
  const wide = await mei.home();
  expect(wide.text).toContain('2 live · 0 on hold · 0 ended');
  expect(wide.text).toMatch(/Winter fair · Globex\nIntake · run by Tom Baker/u);
  await wide.press('Client', 'Globex');
  const ofGlobex = await mei.home();
  expect(ofGlobex.text).toContain('Winter fair');
  expect(ofGlobex.text).not.toContain('Sign · Acme');
  await ofGlobex.press('Stage', 'Job');
  expect((await mei.home()).text).toContain(en.nonePortfolio());
  await (await mei.home()).press('Client', 'All clients');
  expect((await mei.home()).text).toContain('Sign · Acme');
  await (await mei.home()).press('Clear filters');
  await (await mei.home()).press('Account manager', '@mei');
  expect((await mei.home()).text).toContain(en.nonePortfolio());
  await (await mei.home()).press('Clear filters');
  await (await mei.home()).press('Show only', 'Waiting for the client');
  expect((await mei.home()).text).toContain(en.nonePortfolio());
  await (await mei.home()).press('Clear filters');
  await (await mei.home()).press('State', 'Live');
  expect((await mei.home()).text).toContain('Winter fair');
  on.slack.expectNoErrors();
});

test('a guest of the client’s sees their own project, what was agreed, and their record; nothing of the agency’s', async () => {
  on = await stage();
  const [mei, olivia] = [on.slack.as('mei'), on.slack.as('olivia')];
  expect((await olivia.home()).text).toContain('Nothing waits for you.');
  const sending = { channel: '#acme-lantern', approver: '@olivia' } as const;
  const team = await startProject(mei, 'en', { client: 'Acme', name: 'Spring launch' });
  await startProject(mei, 'en', { client: 'Acme', name: 'Secret pitch' });
  await writeBrief(mei, 'en', team);
  await (await openSending(mei, 'en', team, sending)).submit();
  await confirm(olivia, 'en', '#acme-lantern');
  const home = await olivia.home();
  expect(home.text).toMatch(
    /Your projects with us\nSpring launch · Intake · in #acme-lantern\nAgreed last: brief version 1/u,
  );
  expect(home.text).toContain('[Your record]');
  for (const inside of ['Secret pitch', 'New client project', 'Portfolio', 'wanted', 'Settings', 'Mei'])
    expect(home.text).not.toContain(inside);
  expect(shown(await home.press('Your record')).text).toContain('Spring launch');
  on.slack.expectNoErrors();
});

test('where Slack takes no Home, as of people of other companies it may not, nothing else waits for it', async () => {
  on = await stage();
  const [mei, olivia] = [on.slack.as('mei'), on.slack.as('olivia')];
  const team = await startProject(mei, 'en', { client: 'Acme', name: 'Spring launch' });
  await writeBrief(mei, 'en', team);
  on.slack.faults.always('views.publish', 'fail', { error: 'not_enabled' });
  await (await openSending(mei, 'en', team, { channel: '#acme-lantern', approver: '@olivia' })).submit();
  await confirm(olivia, 'en', '#acme-lantern');
  on.slack.faults.clear();
  expect(on.slack.journal.calls('views.publish').some(({ outcome }) => outcome === 'not_enabled')).toBe(true);
  expect(mei.sees(team).some(({ text }) => text.includes('confirmed'))).toBe(true);
  expect(await on.db.collection('outbox').countDocuments({ state: 'pending' })).toBe(0);
  expect(await on.db.collection('projects').findOne({ name: 'Spring launch' })).toMatchObject({ undelivered: 0 });
  expect((await olivia.home()).text).toContain('Spring launch');
});

test('客户方的访客看到自己的项目和已确认的简报', async () => {
  on = await stage();
  const [xia, zhou] = [on.slack.as('xia'), on.slack.as('zhou')];
  const sending = { channel: '#yunshan-lantern', approver: '@zhou' } as const;
  await sentProject(xia, 'zh', { client: '云山茶', name: '春茶上市' }, sending);
  await (await zhou.home()).press('确认');
  const home = await zhou.home();
  expect(home.text).toContain('您与我们的项目');
  expect(home.text).toMatch(/最近确认：简报第 1 版/u);
  on.slack.expectNoErrors();
});

test('somebody who is on a team, and the client in another project, sees each apart', async () => {
  on = await stage({ administrators: [] });
  const [mei, kai] = [on.slack.as('mei'), on.slack.as('kai')];
  const team = await startProject(mei, 'en', { client: 'Acme', name: 'Spring launch' });
  await mei.in(team).invite('kai');
  await mei.click('Yes, on the team');
  const sending = { channel: '#yunshan-lantern', approver: '@kai' } as const;
  await on.slack.as('xia').in('#yunshan-lantern').invite('kai');
  await sentProject(on.slack.as('xia'), 'zh', { client: 'Novak', name: 'His own film' }, sending);
  const { text } = await kai.home();
  expect(text).toMatch(/Your projects\nSpring launch · Acme/u);
  expect(text).toMatch(/Your projects with us\nHis own film · Intake/u);
  on.slack.expectNoErrors();
});

test('an administrator who is on the client’s side of a project sees nothing internal of it', async () => {
  on = await stage();
  const [mei, tom] = [on.slack.as('mei'), on.slack.as('tom')];
  await sentProject(
    tom,
    'en',
    { client: 'Novak', name: 'Own film' },
    { channel: '#acme-lantern', approver: '@olivia' },
  );
  await startProject(tom, 'en', { client: 'Globex', name: 'Winter fair' });
  // As where somebody was a guest of the client's when they were named.
  const turned = { $set: { 'people.$.person.user': mei.id }, $unset: { 'summary.list.form': '' } } as const;
  await on.db.collection('projects').updateOne({ name: 'Own film', 'people.role': 'approver' }, turned);
  const { text } = await mei.home();
  expect(text).toMatch(/Winter fair · Globex\nIntake · run by Tom Baker/u);
  expect(text).not.toMatch(/Own film · Novak\nIntake/u);
  expect(text).toMatch(/Your projects with us\nOwn film · Intake/u);
  on.slack.expectNoErrors();
});
