import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Modal } from '../../sandbox/driver/modal.ts';
import type { Filling } from '../../sandbox/driver/choose.ts';
import type { Locale } from '../../src/kit/locale.ts';
import { peopleWords } from '../../src/people/words.ts';
import { projectWords } from '../../src/project/words.ts';
import { read, sendBrief, shown, startProject, writeBrief } from '../support/acts.ts';
import { type Stage, stage } from '../support/stage.ts';

let on: Stage;
let team: string;
beforeEach(async () => {
  on = await stage();
  team = await startProject(mei(), 'en', { client: 'Acme', name: 'Spring launch' });
});
afterEach(() => on.end());

const mei = () => on.slack.as('mei');
const words = (locale: Locale = 'en') => peopleWords.in(locale);
const roster = async (handle: string, locale: Locale = 'en') =>
  shown(
    await on.slack
      .as(handle)
      .in(team)
      .command(locale === 'en' ? '/project people' : '/project 人员'),
  );

type Added = { role?: string; craft?: string };
/** Adds somebody in the roster. @returns the roster, or the form with its errors */
async function add(modal: Modal, who: string, { role, craft }: Added = {}, locale: Locale = 'en'): Promise<Modal> {
  const said = words(locale);
  const form = shown(await modal.press(said.addButton()));
  const filling: Record<string, Filling> = {
    [said['person.label']()]: who,
    ...(role ? { [said['role.label']()]: role } : {}),
    ...(craft ? { [said['craft.label']()]: craft } : {}),
  };
  return shown(await form.fill(filling).submit());
}
const change = async (modal: Modal, who: string, locale: Locale = 'en') =>
  shown(await modal.press(words(locale).choosePerson(), who));
const lineOf = ({ text }: Modal, name: string) => text.split('\n').find((line) => line.startsWith(`• ${name}`)) ?? '';

describe('the people of a project', () => {
  test('are shown by side, and whoever is added is invited, on the card and on the record', async () => {
    const first = await roster('mei');
    expect(first.text).toContain('Agency\n• Mei Chen · Account manager\nClient\n• Nobody yet');
    const added = await add(first, '@ines', { role: words()['role.deputy'](), craft: words()['craft.producer']() });
    expect(added.text).toContain('Ines Duarte is on the project now: Deputy.');
    expect(lineOf(added, 'Ines')).toBe('• Ines Duarte · Deputy · Producer');
    expect(on.slack.as('ines').channels()).toContain(team);
    const client = await add(added, '@olivia', { role: words()['role.clientContact']() });
    expect(client.text).toContain('Client\n• Olivia Grant · Client contact');
    expect(on.slack.as('olivia').channels()).not.toContain(team);
    await client.close({ all: true });
    const record = shown(await mei().in(team).command('/project record')).text;
    expect(record).toContain('Ines Duarte joined the project');
    expect(record).toContain('Ines Duarte is now deputy');
    expect(record).toContain('Ines Duarte: producer');
    // Whom Mei has added is not asked about by a card of its own.
    expect(mei().dms()).toEqual([]);
    on.slack.expectNoErrors();
  });

  test('in Chinese, with everything that can be done about them', async () => {
    const said = words('zh');
    const own = await startProject(on.slack.as('xia'), 'zh', { client: '云山茶', name: '春茶上市' });
    const first = shown(await on.slack.as('xia').in(own).command('/project 人员'));
    expect(first.title).toBe('人员');
    expect(first.text).toContain('代理商\n• Xia Liu · 客户经理');
    const added = await add(
      first,
      '@hao',
      { role: said['role.teamMember'](), craft: said['craft.mediaPlanner']() },
      'zh',
    );
    expect(lineOf(added, 'Hao')).toBe('• Hao Zhang · 团队成员 · 媒介策划');
    const form = await change(added, 'Hao Zhang · 团队成员', 'zh');
    const after = shown(await form.fill({ [said['awayUntil.label']()]: '两周后' }).submit());
    expect(after.text).toMatch(/已保存：Hao Zhang，外出至 \d{4}年\d+月\d+日星期.。/u);
    expect(lineOf(after, 'Hao')).toContain('外出至');
    const may = shown(await after.press(said.mayButton()));
    expect(may.text).toContain('项目团队*：撰写简报');
    expect(may.text).not.toMatch(/[A-Za-z]/u);
    on.slack.expectNoErrors();
  });

  test('a day that is none is refused at its question, with what was typed; a stand-in and a role are kept', async () => {
    const added = await add(await add(await roster('mei'), '@ines'), '@tom');
    const form = await change(added, 'Ines Duarte · Team member');
    const filling = {
      [words()['role.label']()]: words()['role.accountDirector'](),
      [words()['standIn.label']()]: ['@tom'],
      [words()['awayUntil.label']()]: '14/3',
    };
    const refused = shown(await form.fill(filling).submit());
    expect(refused.errors).toEqual({ [words()['awayUntil.label']()]: words()['people.dayUnread']() });
    const saved = shown(await refused.fill({ [words()['awayUntil.label']()]: '14 Mar' }).submit());
    expect(lineOf(saved, 'Ines')).toBe(
      '• Ines Duarte · Account director · away until 14 Mar 2027, Tom Baker stands in',
    );
    // What stands there can be saved again as it is, and emptied.
    const again = await change(saved, 'Ines Duarte · Account director');
    const same = shown(await again.submit());
    expect(lineOf(same, 'Ines')).toContain('away until 14 Mar 2027');
    const back = await (
      await change(same, 'Ines Duarte · Account director')
    )
      .fill({ [words()['awayUntil.label']()]: '' })
      .submit();
    expect(lineOf(shown(back), 'Ines')).toBe('• Ines Duarte · Account director · stand-in: Tom Baker');
    await shown(back).close({ all: true });
    const record = shown(await mei().in(team).command('/project record')).text;
    expect(record).toContain('Tom Baker stands in for Ines Duarte');
    expect(record).toContain('Ines Duarte is away until 14 Mar 2027');
    on.slack.expectNoErrors();
  });

  test('what somebody else changed while the form was open stays, where it was left as it was found', async () => {
    const added = await add(await roster('mei'), '@ines');
    const form = await change(added, 'Ines Duarte · Team member');
    await shown(await on.slack.as('ines').in('#general').command('/project away until 14 Mar')).close({ all: true });
    const saved = shown(await form.fill({ [words()['craft.label']()]: words()['craft.producer']() }).submit());
    expect(lineOf(saved, 'Ines')).toBe('• Ines Duarte · Team member · Producer · away until 14 Mar 2027');
    on.slack.expectNoErrors();
  });

  test('somebody who is replaced leaves the roster, and the account manager hears that they still read along', async () => {
    const added = await add(await roster('mei'), '@ines');
    const form = await change(added, 'Ines Duarte · Team member');
    const replaced = shown(await form.fill({ [words()['replaceWith.label']()]: ['@hao'] }).submit());
    expect(replaced.text).toContain('Hao Zhang took the place of Ines Duarte.');
    expect(replaced.text).toContain(`Ines Duarte still reads along in ${team}.`);
    expect(lineOf(replaced, 'Ines')).toBe('');
    expect(on.slack.as('hao').channels()).toContain(team);
    expect(on.slack.as('ines').channels()).toContain(team);
    await replaced.close({ all: true });
    const record = shown(await mei().in(team).command('/project record')).text;
    expect(record).toContain('Hao Zhang took the place of Ines Duarte');
    expect(record).not.toContain('left the project');
    on.slack.expectNoErrors();
  });

  test('a freelancer who is removed holds the posts until they have left', async () => {
    const added = await add(await roster('mei'), '@kai');
    expect(on.slack.as('kai').channels()).toContain(team);
    const form = await change(added, 'Kai Novak · Team member');
    const removed = shown(await form.press(words().removeButton()));
    expect(removed.text).toContain('so Liaison posts nothing in it until they have left');
    await removed.close({ all: true });
    const before = read(mei(), team).length;
    await writeBrief(mei(), 'en', team);
    expect(read(mei(), team)).toHaveLength(before);
    await on.slack.as('kai').in(team).leave();
    expect(read(mei(), team).join('\n')).toContain('Trial among students');
    on.slack.expectNoErrors();
  });

  test('a place that is vacant is named, and filled by people alone', async () => {
    const added = await add(await roster('mei'), '@ines', { role: words()['role.deputy']() });
    await added.close({ all: true });
    await on.slack.admin.deactivate('ines');
    const vacant = await roster('mei');
    expect(vacant.text).toContain(
      'One place is vacant. Choose somebody below to fill it: Liaison never does so itself.',
    );
    expect(lineOf(vacant, 'Ines')).toBe('• Ines Duarte · Deputy · no longer in Slack, the place is vacant');
    const form = await change(vacant, 'Ines Duarte · Deputy');
    expect(form.text).toContain('They are no longer in Slack: choose below who takes their place.');
    const replaced = shown(await form.fill({ [words()['replaceWith.label']()]: ['@tom'] }).submit());
    expect(lineOf(replaced, 'Tom')).toBe('• Tom Baker · Deputy');
    expect(replaced.text).not.toContain('vacant');
    on.slack.expectNoErrors();
  });

  test('a supplier is looked after by somebody of the team, named as it was typed', async () => {
    const first = await roster('mei');
    const form = shown(await first.press(words().addSupplierButton()));
    const name = '<!channel> *Riverside*';
    const filling = { [words()['supplier.label']()]: name, [words()['minder.label']()]: '@tom' };
    const refused = shown(await form.fill(filling).submit());
    expect(refused.errors).toEqual({ [words()['minder.label']()]: words()['people.cannotMind']({ who: 'Tom Baker' }) });
    const saved = shown(await refused.fill({ [words()['minder.label']()]: '@mei' }).submit());
    expect(saved.text).toContain(`Suppliers\n• ${name} (not said what), looked after by Mei Chen`);
    const again = shown(await saved.press(words().chooseSupplier(), name));
    const gone = shown(await again.press(words().removeButton()));
    expect(gone.text).not.toContain('Suppliers');
    await gone.close({ all: true });
    const record = shown(await mei().in(team).command('/project record')).text;
    expect(record).toContain('looked after by Mei Chen');
    expect(on.slack.seat('ines').text).not.toContain('<!channel>');
    on.slack.expectNoErrors();
  });

  test('which of them cannot be told from a channel with several projects: it is asked', async () => {
    const other = await startProject(mei(), 'en', { client: 'Acme', name: 'Summer sale' });
    for (const [channel] of [[team], [other]]) {
      await writeBrief(mei(), 'en', channel ?? team);
      await sendBrief(mei(), 'en', channel ?? team, { channel: '#acme-lantern', approver: '@olivia' });
    }
    const choose = shown(await mei().in('#acme-lantern').command('/project people'));
    const chosen = shown(await choose.press(projectWords.in('en').choose()));
    expect(chosen.text).toMatch(/^Summer sale · Acme/u);
    await chosen.close({ all: true });
    on.slack.expectNoErrors();
  });
});

describe('who may not', () => {
  test('a team member and a colleague look, and can change nothing; a freelancer on the team looks as well', async () => {
    await (await add(await add(await roster('mei'), '@ines'), '@kai')).close({ all: true });
    for (const handle of ['ines', 'kai']) {
      const modal = await roster(handle);
      expect(modal.text).toContain('Mei Chen · Account manager');
      expect(modal.text).toContain('[Who may do what]');
      expect(modal.text).not.toMatch(/Add somebody|Change somebody|Hand over/u);
      await modal.close({ all: true });
    }
    on.slack.expectNoErrors();
  });

  test('the client’s guest is not told', async () => {
    await (await add(await roster('mei'), '@olivia', { role: words()['role.approver']() })).close({ all: true });
    expect(await on.slack.as('olivia').in('#acme-lantern').command('/project people')).toBeUndefined();
    expect(on.slack.as('olivia').private().at(-1)?.text).toContain('Commands are for the agency’s team');
    on.slack.expectNoErrors();
  });

  test('whoever loses the right with the form open is refused, and nothing is changed', async () => {
    const two = await add(await roster('mei'), '@tom', { role: words()['role.deputy']() });
    const form = shown(await (await roster('tom')).press(words().addButton()));
    const tom = await change(two, 'Tom Baker · Deputy');
    await shown(await tom.fill({ [words()['role.label']()]: words()['role.teamMember']() }).submit()).close({
      all: true,
    });
    const refused = shown(await form.fill({ [words()['person.label']()]: '@hao' }).submit());
    expect(Object.values(refused.errors).join()).toContain('Nothing was done: only the account manager');
    expect(on.slack.as('hao').channels()).not.toContain(team);
    on.slack.expectNoErrors();
  });

  test('the last account manager stays', async () => {
    const form = await change(await roster('mei'), 'Mei Chen · Account manager');
    const refused = await form.fill({ [words()['role.label']()]: words()['role.deputy']() }).submit();
    expect(shown(refused).errors).toEqual({ [words()['role.label']()]: words()['people.lastManager']() });
    on.slack.expectNoErrors();
  });

  test('a colleague is put on no client’s side, and nobody is on two', async () => {
    const first = await add(await roster('mei'), '@ines', { role: words()['role.approver']() });
    expect(Object.values(first.errors).join()).toContain('Ines Duarte is a member of the agency’s workspace');
    const dana = await first
      .fill({ [words()['person.label']()]: '@dana', [words()['role.label']()]: words()['role.teamMember']() })
      .submit();
    expect(Object.keys(shown(dana).errors)).toEqual([words()['person.label']()]);
    on.slack.expectNoErrors();
  });
});
