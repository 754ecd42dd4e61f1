import { afterEach, expect, test } from '@jest/globals';
import { calendarWords } from '../../src/admin/words-calendar.ts';
import { openSending, read, shown, startProject, writeBrief } from '../support/acts.ts';
import { calendarFilling, openOurs, openTheirs, openWorkingDays } from '../support/acts-calendars.ts';
import { type Stage, stage } from '../support/stage.ts';

let on: Stage;
afterEach(() => on.end());

const words = calendarWords.in('en');

/** What every process does every ten seconds. */
async function refresh(): Promise<void> {
  const job = on.bot.jobs.find(({ name }) => name.startsWith('settings'));
  await job?.run(new Date(on.slack.clock.now()));
  await on.slack.idle();
}

const settingsNow = () => on.db.collection('workspaces').findOne({ _id: on.bot.workspace });

test('an administrator settles China for the agency and England for a client; a day on which the client is off is said at once', async () => {
  on = await stage();
  const mei = on.slack.as('mei');
  const team = await startProject(mei, 'en', { client: 'Acme', name: 'Spring launch', wantedOn: '2027-02-05' });
  await writeBrief(mei, 'en', team);
  const ours = shown(await (await openOurs(mei, 'en')).fill(calendarFilling({ region: 'China' }, 'en')).submit());
  expect(ours.text).toContain('Saved.');
  expect(ours.text).toContain('Public holidays of China (CN)');
  expect(ours.text).toContain('• Friday, 5 February 2027 to Sunday, 7 February 2027: Spring Festival');
  expect(ours.text).toContain('The official days of 2027 are not known yet.');
  const form = await openTheirs(ours, 'Acme', 'en');
  expect(form.text).toContain('Client: Acme');
  const theirs = shown(await form.fill(calendarFilling({ region: 'england' }, 'en')).submit());
  expect(theirs.text).toContain('Public holidays of England, United Kingdom (GB-ENG)');
  expect(theirs.text).toContain('• Friday, 25 December 2026: Christmas Day');
  expect(theirs.text).toContain('• Monday, 28 December 2026: Boxing Day (substitute day)');
  await theirs.close({ all: true });

  const sending = { channel: '#acme-lantern', approver: '@dana' };
  const preview = await openSending(mei, 'en', team, { ...sending, dueOn: '2026-12-25' });
  expect(preview.text).toContain('Friday, 25 December 2026 is Christmas Day at the client');
  expect(preview.text).not.toContain('at the agency');
  // Chosen again, it is gone; what else was entered is still there.
  const other = await preview.fill({ 'Decide by': '2026-12-22' });
  expect(other.text).not.toContain('Christmas Day');
  expect(await other.submit()).toBeUndefined();
  // The wanted date is on the card, for everybody on the team.
  const card = read(mei, team).find((text) => text.includes('Wanted date')) ?? '';
  expect(card).toContain('Friday, 5 February 2027 is Spring Festival at the agency');
  expect(card).toContain('The official days of 2027 are not known yet for the agency; check again later');
  // What is pointed out is the team's own matter.
  expect(read(on.slack.as('dana'), '#acme-lantern').join('\n')).not.toContain('Spring Festival');
  on.slack.expectNoErrors();
});

test('管理员用中文设定双方的工作日，选到客户放假的日子时当场提示', async () => {
  on = await stage({ administrators: ['xia'] });
  const xia = on.slack.as('xia');
  const team = await startProject(xia, 'zh', { client: '远山', name: '春茶', wantedOn: '2026-12-26' });
  await writeBrief(xia, 'zh', team);
  const ours = shown(
    await (
      await openOurs(xia, 'zh')
    )
      .fill(calendarFilling({ region: '中国', zone: 'shanghai', to: '18点半' }, 'zh'))
      .submit(),
  );
  expect(ours.text).toContain('按中国（CN）的公共假期');
  expect(ours.text).toContain('周一至周五，09:00 至 18:30，中国标准时间 (Asia/Shanghai)');
  const theirs = await openTheirs(ours, '远山', 'zh');
  const entered = { region: '香港', days: '12月24日放假平安夜\n2026-12-26 上班' };
  const saved = shown(await theirs.fill(calendarFilling(entered, 'zh')).submit());
  expect(saved.text).toContain('按中国香港特别行政区（HK）的公共假期');
  expect(saved.text).toContain('• 2026年12月24日星期四：平安夜');
  expect(saved.text).toContain('• 2026年12月26日星期六：上班');
  await saved.close({ all: true });
  const preview = await openSending(xia, 'zh', team, {
    channel: '#yunshan-lantern',
    approver: '@zhou',
    dueOn: '2026-12-24',
  });
  expect(preview.text).toContain('2026年12月24日星期四客户方放假（平安夜）');
  await preview.close({ all: true });
  await writeBrief(xia, 'zh', team);
  const card = read(xia, team).join('\n');
  expect(card).toContain('2026年12月26日星期六是我方的休息日');
  expect(card).toContain('2026年12月26日星期六客户方上班（平时休息）');
  on.slack.expectNoErrors();
});

test('what cannot be read is refused at its question with what it could have been, and everything typed is kept', async () => {
  on = await stage();
  const mei = on.slack.as('mei');
  const days = '2026-12-24 off Christmas Eve\nsometime in May';
  const wrong = {
    region: 'Enland',
    zone: 'Europe/Londen',
    from: '9',
    to: '8am',
    days,
    weekdays: ['sun', 'mon'],
  } as const;
  let form = shown(await (await openOurs(mei, 'en')).fill(calendarFilling(wrong, 'en')).submit());
  expect(form.errors[words['region.label']()]).toContain('England, United Kingdom (GB-ENG)');
  form = shown(await form.fill(calendarFilling({ region: 'gb-eng' }, 'en')).submit());
  expect(form.errors[words['zone.label']()]).toContain('Europe/London');
  form = shown(await form.fill(calendarFilling({ zone: 'Europe/London' }, 'en')).submit());
  expect(form.errors[words['to.label']()]).toBe('Work ends after it begins. Enter a later time here.');
  form = shown(await form.fill(calendarFilling({ to: '17:30' }, 'en')).submit());
  expect(form.errors[words['days.label']()]).toContain('Line 2 is not clear: “sometime in May”');
  expect(await settingsNow()).toBeNull();
  form = shown(await form.fill(calendarFilling({ days: '2026-12-24 off Christmas Eve' }, 'en')).submit());
  expect(form.text).toContain('Monday and Sunday, 09:00 to 17:30, United Kingdom Time (Europe/London)');
  expect((await settingsNow())?.['calendar']).toEqual({
    region: 'GB-ENG',
    zone: 'Europe/London',
    weekdays: [1, 7],
    fromMinute: 540,
    toMinute: 1050,
    days: [{ on: '2026-12-24', is: 'off', name: 'Christmas Eve' }],
  });
  // Opened again, all of it stands there as it can be typed.
  await form.close({ all: true });
  const again = await openOurs(mei, 'en');
  expect(again.text).toContain('England, United Kingdom');
  expect(again.text).toContain('2026-12-24 off Christmas Eve');
  expect(await again.submit()).toBeDefined();
  expect((await settingsNow())?.['changes']).toHaveLength(1);
  on.slack.expectNoErrors();
});

test('whoever is no administrator any more is told who is, and nothing of what they entered is saved', async () => {
  on = await stage();
  const [mei, tom] = [on.slack.as('mei'), on.slack.as('tom')];
  expect((await tom.home()).text).not.toContain('[Settings]');
  const person = { team: on.bot.workspace, user: tom.id };
  const blank = { language: null, outgoingWords: null, directors: [], changes: [] };
  const workspaces = on.db.collection('workspaces');
  await workspaces.insertOne({ _id: on.bot.workspace, revision: 1, administrators: [person], ...blank });
  await refresh();
  const open = await openOurs(tom, 'en');
  await workspaces.updateOne({ _id: on.bot.workspace }, { $set: { administrators: [], revision: 2 } });
  await refresh();
  const refused = shown(await open.fill(calendarFilling({ region: 'CN' }, 'en')).submit());
  expect(Object.values(refused.errors)[0]).toBe('Only administrators can change the settings. They are: Mei Chen.');
  await refused.close({ all: true });
  expect((await settingsNow())?.['calendar']).toBeUndefined();
  expect((await openWorkingDays(mei, 'en')).text).toContain('No public holidays');
  on.slack.expectNoErrors();
});

test('two administrators at once: what one typed stays, and what the other saved is shown', async () => {
  on = await stage({ administrators: ['mei', 'tom'] });
  const [mei, tom] = [on.slack.as('mei'), on.slack.as('tom')];
  const [hers, his] = [await openOurs(mei, 'en'), await openOurs(tom, 'en')];
  await hers.fill(calendarFilling({ region: 'China', to: '19:00' }, 'en')).submit();
  const clashed = shown(
    await his.fill(calendarFilling({ region: 'Hong Kong', weekdays: ['mon', 'tue'] }, 'en')).submit(),
  );
  expect(clashed.text).toContain('Another administrator changed this while you were writing.');
  expect(clashed.text).toContain('Public holidays is now: China');
  expect(clashed.text).toContain('Hong Kong');
  const saved = shown(await clashed.submit());
  expect(saved.text).toContain('Monday and Tuesday, 09:00 to 19:00');
  expect(saved.text).toContain('Public holidays of Hong Kong SAR China (HK)');
  on.slack.expectNoErrors();
});

test('saved twice by the same delivery, it is saved once; the names that were typed stay text', async () => {
  on = await stage();
  const mei = on.slack.as('mei');
  const team = await startProject(mei, 'en', { client: 'Acme', name: 'Spring launch', wantedOn: '2026-12-24' });
  const overview = await openWorkingDays(mei, 'en');
  const form = await openTheirs(overview, 'Acme', 'en');
  const days = '2026-12-24 off <!channel> *free* &amp; <@U1>';
  const saved = shown(await form.fill(calendarFilling({ days }, 'en')).submit());
  expect(saved.text).toContain('<!channel> *free* &amp; <@U1>');
  await saved.close({ all: true });
  await on.slack.again(2, 'settings.calendarForm');
  expect(await settingsNow()).toMatchObject({ revision: 1 });
  await writeBrief(mei, 'en', team);
  const card = read(mei, team).find((text) => text.includes('Wanted date')) ?? '';
  expect(card).toContain('Thursday, 24 December 2026 is <!channel> *free* &amp; <@U1> at the client');
  on.slack.expectNoErrors();
});

test('when the agency works otherwise, the daily posts of its projects are planned anew', async () => {
  on = await stage();
  const mei = on.slack.as('mei');
  await startProject(mei, 'en', { client: 'Acme', name: 'Spring launch' });
  const later = new Date(on.slack.clock.now() + 24 * 60 * 60 * 1000);
  await on.db.collection('projects').updateMany({}, { $set: { nextPostAt: later } });
  const planned = async () => (await on.db.collection('projects').findOne({}))?.['nextPostAt'];
  const theirs = await openTheirs(await openWorkingDays(mei, 'en'), 'Acme', 'en');
  await (await theirs.fill(calendarFilling({ region: 'CN' }, 'en')).submit())?.close({ all: true });
  expect(await planned()).toEqual(later);
  await (await openOurs(mei, 'en')).fill(calendarFilling({ region: 'CN' }, 'en')).submit();
  expect(await planned()).toEqual(new Date(on.slack.clock.now()));
  on.slack.expectNoErrors();
});
