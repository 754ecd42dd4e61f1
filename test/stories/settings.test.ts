import { afterEach, expect, test } from '@jest/globals';
import type { Person } from '../../sandbox/driver/person.ts';
import { settingsWords } from '../../src/admin/words-settings.ts';
import { homeWords } from '../../src/home/words.ts';
import { openSending, shown, TEXTS, startProject, writeBrief } from '../support/acts.ts';
import { type Stage, stage } from '../support/stage.ts';

let on: Stage;
afterEach(() => on.end());

const words = settingsWords.in('en');
const ADMINISTRATORS = words['administrators.label']();
const MONEY = words['money.label']();
const DIRECTORS = words['directors.label']();

const openSettings = async (person: Person) => shown(await (await person.home()).press('Settings'));
const settingsNow = () => on.db.collection('workspaces').findOne({ _id: on.bot.workspace });

/** What every process does every ten seconds. */
async function refresh(): Promise<void> {
  const job = on.bot.jobs.find(({ name }) => name.startsWith('settings'));
  await job?.run(new Date(on.slack.clock.now()));
  await on.slack.idle();
}

test('whom ADMIN_USER_IDS names has the settings on Home, names another, and that one can change them too', async () => {
  on = await stage();
  const [mei, tom] = [on.slack.as('mei'), on.slack.as('tom')];
  expect((await tom.home()).text).not.toContain('[Settings]');
  const form = await openSettings(mei);
  expect(form.text).toContain('Administrators by the deployment');
  expect(await form.fill({ [ADMINISTRATORS]: ['@tom'] }).submit()).toBeUndefined();
  const again = await openSettings(tom);
  expect(again.text).toContain('Changed last by @mei');
  // She is one all the same, whatever the settings say: it is the way back in.
  expect((await mei.home()).text).toContain('[Settings]');
  expect((await settingsNow())?.['changes']).toEqual([
    expect.objectContaining({ what: ['administrators'], by: expect.any(String) }),
  ]);
  on.slack.expectNoErrors();
});

test('whoever is no administrator any more is told who is, and nothing of what they entered is saved', async () => {
  on = await stage();
  const [mei, tom] = [on.slack.as('mei'), on.slack.as('tom')];
  await (await openSettings(mei)).fill({ [ADMINISTRATORS]: ['@tom'] }).submit();
  const open = await openSettings(tom);
  await (await openSettings(mei)).fill({ [ADMINISTRATORS]: [] }).submit();
  const refused = await open.fill({ [MONEY]: 'our secret' }).submit();
  expect(Object.values(shown(refused).errors)[0]).toBe(
    'Only administrators can change the settings. They are: Mei Chen.',
  );
  await refused?.close({ all: true });
  expect((await settingsNow())?.['outgoingWords']).toBeNull();
  on.slack.expectNoErrors();
});

test('guests, people of other companies and bots administer nothing; somebody whom Slack has to be asked about first can later', async () => {
  on = await stage({ greet: false });
  const mei = on.slack.as('mei');
  await mei.home();
  const form = await (await openSettings(mei)).fill({ [ADMINISTRATORS]: ['@tom', '@kai'] });
  const unmet = shown(await form.submit());
  expect(unmet.errors[ADMINISTRATORS]).toContain('is asking Slack who they are');
  await on.slack.idle();
  const wrong = shown(await unmet.submit());
  expect(wrong.errors[ADMINISTRATORS]).toContain('cannot be named here, because only full members');
  expect(wrong.errors[ADMINISTRATORS]).toContain('Kai Novak');
  expect(await wrong.fill({ [ADMINISTRATORS]: ['@tom'] }).submit()).toBeUndefined();
  expect((await on.slack.as('tom').home()).text).toContain('[Settings]');
  on.slack.expectNoErrors();
});

test('where the variable names nobody, the last administrator stays', async () => {
  on = await stage({ administrators: [] });
  const tom = on.slack.as('tom');
  const person = { team: on.bot.workspace, user: tom.id };
  const blank = { language: null, outgoingWords: null, directors: [], changes: [] };
  await on.db
    .collection('workspaces')
    .insertOne({ _id: on.bot.workspace, revision: 1, administrators: [person], ...blank });
  await refresh();
  const refused = shown(await (await openSettings(tom)).fill({ [ADMINISTRATORS]: [] }).submit());
  expect(refused.errors[ADMINISTRATORS]).toBe('Somebody has to administer Liaison. Name at least one person.');
  on.slack.expectNoErrors();
});

test('two administrators at once: what one typed stays, and what the other saved is shown', async () => {
  on = await stage({ administrators: ['mei', 'tom'] });
  const [mei, tom] = [on.slack.as('mei'), on.slack.as('tom')];
  const [hers, his] = [await openSettings(mei), await openSettings(tom)];
  expect(await hers.fill({ [MONEY]: 'moon price' }).submit()).toBeUndefined();
  const clashed = shown(await his.fill({ [MONEY]: 'star price', [ADMINISTRATORS]: ['@wei'] }).submit());
  expect(clashed.text).toContain('Another administrator changed this while you were writing.');
  expect(clashed.text).toContain('moon price');
  expect(clashed.text).toContain('star price');
  expect(await clashed.submit()).toBeUndefined();
  const saved = await settingsNow();
  expect(saved).toMatchObject({ outgoingWords: { money: ['star price'], inside: [] }, revision: 2 });
  // At different questions they do not meet.
  const [again, other] = [await openSettings(mei), await openSettings(tom)];
  await again.fill({ [MONEY]: 'sun price' }).submit();
  expect(await other.fill({ [ADMINISTRATORS]: ['@hao'] }).submit()).toBeUndefined();
  expect(await settingsNow()).toMatchObject({ outgoingWords: { money: ['sun price'] } });
  on.slack.expectNoErrors();
});

test('saved twice by the same delivery, it is saved once', async () => {
  on = await stage();
  await (await openSettings(on.slack.as('mei'))).fill({ [MONEY]: 'moon price' }).submit();
  await on.slack.again(2, 'settings.form');
  expect(await settingsNow()).toMatchObject({ revision: 1 });
  on.slack.expectNoErrors();
});

test('the words that are to be looked out for are found in a preview; emptied, the shipped ones count again', async () => {
  on = await stage();
  const mei = on.slack.as('mei');
  const team = await startProject(mei, 'en', { client: 'Acme', name: 'Spring launch' });
  await writeBrief(mei, 'en', team, { ...TEXTS.en, objective: 'Trial at moon price, with our margin' });
  const look = async () => {
    const preview = await openSending(mei, 'en', team, { channel: '#acme-lantern', approver: '@dana' });
    await preview.close({ all: true });
    return preview.text;
  };
  expect(await look()).toContain('margin');
  await (await openSettings(mei)).fill({ [MONEY]: 'moon price\n moon price \n' }).submit();
  expect(await look()).toContain('“moon price”');
  await (await openSettings(mei)).fill({ [MONEY]: '' }).submit();
  expect((await settingsNow())?.['outgoingWords']).toBeNull();
  expect(await look()).not.toContain('“moon price”');
  on.slack.expectNoErrors();
});

test('account directors are put on the rosters of all live projects of their client, and of new ones', async () => {
  on = await stage();
  const [mei, tom] = [on.slack.as('mei'), on.slack.as('tom')];
  await startProject(mei, 'en', { client: 'Acme', name: 'Spring launch' });
  await startProject(mei, 'en', { client: 'Acme', name: 'Summer sale' });
  await startProject(mei, 'en', { client: 'Globex', name: 'Other house' });
  const overview = shown(await (await openSettings(mei)).press('Account directors'));
  const form = shown(await overview.press('Choose a client', 'Acme'));
  const saved = shown(await form.fill({ [DIRECTORS]: ['@tom'] }).submit());
  expect(saved.text).toContain('Acme: Tom Baker');
  expect(saved.text).not.toContain('within a minute');
  await saved.close({ all: true });

  await startProject(mei, 'en', { client: 'Acme', name: 'Autumn fair' });
  const home = await tom.home();
  expect(home.text).toContain(homeWords.in('en').portfolio());
  for (const name of ['Spring launch', 'Summer sale', 'Autumn fair']) expect(home.text).toContain(name);
  expect(home.text).not.toContain('Other house');
  const kinds = { 'entry.kind': { $in: ['project.personAdded', 'project.roleGiven'] } };
  expect(await on.db.collection('record').countDocuments(kinds)).toBe(4);
  await refresh();
  expect(await on.db.collection('record').countDocuments(kinds)).toBe(4);

  // Named no more, he is on none of them.
  const again = shown(await (await openSettings(mei)).press('Account directors'));
  await (await shown(await again.press('Choose a client', 'Acme')).fill({ [DIRECTORS]: [] })).submit();
  await mei.modal().close({ all: true });
  expect((await tom.home()).text).not.toContain('Spring launch');
  on.slack.expectNoErrors();
});

test('what was named and not carried out because the process ended is carried out by the next one', async () => {
  on = await stage();
  const [mei, tom] = [on.slack.as('mei'), on.slack.as('tom')];
  await startProject(mei, 'en', { client: 'Acme', name: 'Spring launch' });
  const client = await on.db.collection('clients').findOne({ name: 'Acme' });
  const director = { person: { team: on.bot.workspace, user: tom.id }, id: 'id-tom', name: 'Tom Baker' };
  const named = {
    client: { id: client?._id, name: 'Acme' },
    people: [director],
    leaving: [],
    pending: true,
    by: 'id-mei',
  };
  const blank = { administrators: [], language: null, outgoingWords: null, changes: [] };
  await on.db.collection('workspaces').insertOne({ _id: on.bot.workspace, revision: 1, ...blank, directors: [named] });
  await refresh();
  expect((await tom.home()).text).toContain('Spring launch');
  expect((await settingsNow())?.['directors']).toEqual([expect.objectContaining({ pending: false })]);
  on.slack.expectNoErrors();
});

test('管理员可以用中文修改设置，并为不知道语言的人选择中文', async () => {
  on = await stage({ administrators: ['xia'], greet: false });
  const xia = on.slack.as('xia');
  await xia.home();
  const zh = settingsWords.in('zh');
  const form = shown(await (await xia.home()).press('设置'));
  expect(form.title).toBe('设置');
  expect(await form.fill({ [zh['language.label']()]: '简体中文' }).submit()).toBeUndefined();
  // Of somebody whom Slack tells nothing of.
  const again = on.slack.faults.always('users.info', 'fail', { error: 'user_not_visible' });
  expect((await on.slack.as('tom').home()).text).toContain('等待您处理');
  again();
  on.slack.expectNoErrors();
});
