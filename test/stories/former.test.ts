import { afterEach, describe, expect, test } from '@jest/globals';
import type { Person } from '../../sandbox/driver/person.ts';
import { askingWords } from '../../src/approval/words-asking.ts';
import { projectWords } from '../../src/project/words.ts';
import { openSending, read, shown, TEXTS, writeBrief } from '../support/acts.ts';
import { beginWalk, CHINESE, ENGLISH, type Walk } from '../support/cast.ts';
import { FORMER_NAMES, type FormerName } from '../support/former-files.ts';
import { type FormerStage, formerStage } from '../support/former.ts';
import { checkWhole } from '../support/invariants.ts';

let on: FormerStage;
afterEach(() => on.end());

type Cast = typeof ENGLISH;

/** The agency and its client on the morning after the new program was started. */
async function upgraded(cast: Cast) {
  on = await formerStage(cast.locale);
  const walk = beginWalk(on, cast);
  return { ...walk, nameOf: (name: FormerName) => FORMER_NAMES[cast.locale][name], manager: walk.as('manager') };
}
type Upgraded = Awaited<ReturnType<typeof upgraded>>;

/** The thread of a project in the client channel, as the approver reads it. */
const threadOf = ({ as, cast, nameOf }: Upgraded, name: FormerName) => {
  const all = as('approver').sees(cast.channel);
  const card = all.find(({ thread, text }) => thread === undefined && text.includes(nameOf(name)));
  return all.filter(({ ts, thread }) => card !== undefined && (ts === card.ts || thread === card.ts));
};
const textIn = (walk: Upgraded, name: FormerName): string =>
  JSON.stringify(threadOf(walk, name).map(({ text }) => text));
const buttonsIn = (walk: Upgraded, name: FormerName): string[] =>
  threadOf(walk, name).flatMap(({ buttons }) => buttons);

/** Presses a button in the thread of a project. */
const press = ({ as, cast, nameOf }: Upgraded, label: string, name: FormerName) =>
  as('approver').click(label, { in: cast.channel, thread: nameOf(name) });

const sendingOf = ({ cast }: Pick<Walk, 'cast'>) => ({ approver: `@${cast.people.approver}`, language: cast.locale });

const told = (person: Person): string => person.private().at(-1)?.text ?? '';

describe.each([ENGLISH, CHINESE])('after the upgrade from 0.1.0, in $locale', (cast) => {
  const { locale } = cast;

  test('the buttons and cards that stand in the channels go on, and nothing is said twice', async () => {
    const walk = await upgraded(cast);
    const { as, manager, words } = walk;
    const { answers } = words;

    // Open: the approver presses the Confirm that 0.1.0 had posted.
    expect(textIn(walk, 'open')).not.toContain(answers.someLines());
    await press(walk, answers['verb.confirmed'](), 'open');
    expect(told(as('approver'))).toBe('');
    expect(buttonsIn(walk, 'open')).toEqual([answers.takeBack()]);
    expect(threadOf(walk, 'open')).toHaveLength(3);

    // Confirmed: the note's Withdraw, which was posted before.
    const back = shown(await press(walk, answers.takeBack(), 'confirmed'));
    expect(await back.fill({ [answers['withdrawReason.label']()]: cast.reason }).submit()).toBeUndefined();
    expect(read(manager, on.teamOf('confirmed')).join('\n')).toContain(cast.reason);

    // Two versions: changes are requested by the button of before, in the form of today.
    const form = shown(await press(walk, answers['verb.changesRequested'](), 'second'));
    expect(form.labels).toContain(answers['lines.label']());
    const reason = answers['reason.label']({ verb: 'changesRequested' });
    expect(await form.fill({ [reason]: cast.reason }).submit()).toBeUndefined();
    expect(read(manager, on.teamOf('second')).join('\n')).toContain(cast.reason);

    // Changes requested: the account manager sends the next version, from the card that 0.1.0 had drawn.
    const sending = await openSending(manager, locale, on.teamOf('changes'), sendingOf(walk));
    expect(await sending.submit()).toBeUndefined();
    expect(buttonsIn(walk, 'changes')).toContain(answers.someLines());
    await press(walk, answers['verb.confirmed'](), 'changes');

    // Taken back: edited and sent again; and the first brief is written.
    for (const name of ['takenBack', 'notBegun', 'gaps'] as const) {
      const next = { ...TEXTS[locale], keyMessage: cast.reason, notKnown: [] };
      expect(await writeBrief(manager, locale, on.teamOf(name), next)).toBeUndefined();
    }
    await (await openSending(manager, locale, on.teamOf('takenBack'), sendingOf(walk))).submit();
    expect(buttonsIn(walk, 'takenBack')).toContain(answers['verb.confirmed']());

    await checkWhole(on);
  });

  test('a second press of an old button finds what the first one did', async () => {
    const walk = await upgraded(cast);
    await press(walk, walk.words.answers['verb.confirmed'](), 'open');
    const before = threadOf(walk, 'open').length;
    await on.slack.again(2, 'block_actions brief.confirm');
    expect(threadOf(walk, 'open')).toHaveLength(before);
    on.slack.expectNoErrors();
  });

  test('who is not asked cannot decide by an old button either', async () => {
    const walk = await upgraded(cast);
    await walk.manager.click(walk.words.answers['verb.confirmed'](), { in: cast.channel, thread: walk.nameOf('open') });
    expect(told(walk.manager)).toContain(`@${cast.people.approver}`);
    expect(buttonsIn(walk, 'open')).toContain(walk.words.answers['verb.changesRequested']());
  });

  test('the record tells the answers of before and those of today', async () => {
    const walk = await upgraded(cast);
    const back = shown(await press(walk, walk.words.answers.takeBack(), 'confirmed'));
    await back.fill({ [walk.words.answers['withdrawReason.label']()]: cast.reason }).submit();
    const { text } = shown(await walk.manager.in(on.teamOf('confirmed')).command('/project record'));
    const words = projectWords.in(locale);
    const said = { version: '1' } as Parameters<(typeof words)['record.brief.confirmed']>[0];
    expect(text).toContain(words['record.brief.confirmed'](said));
    expect(text).toContain(cast.locale === 'zh' ? '撤回了同意' : 'withdrew their agreement');
  });

  test('App Home shows what waits, and the buttons there go on', async () => {
    const walk = await upgraded(cast);
    expect((await walk.manager.home()).text).toContain(walk.nameOf('gaps'));
    on.slack.expectNoErrors();
  });
});

describe.each([ENGLISH, CHINESE])('a form that stood open during the upgrade, in $locale', (cast) => {
  const { locale } = cast;
  const reopened = async (callback: string) => {
    const walk = await upgraded(cast);
    const by = on.slack.as(on.reopen(callback));
    return { walk, by, form: by.modal() };
  };

  test('brings the changes that were requested', async () => {
    const { walk, form } = await reopened('brief.reasonForm');
    const [label = ''] = form.labels;
    expect(await form.fill({ [label]: cast.reason }).submit()).toBeUndefined();
    expect(read(walk.manager, on.teamOf('open')).join('\n')).toContain(cast.reason);
    on.slack.expectNoErrors();
  });

  test('brings the withdrawal of a confirmation', async () => {
    const { walk, form } = await reopened('brief.withdrawForm');
    const [label = ''] = form.labels;
    expect(await form.fill({ [label]: cast.reason }).submit()).toBeUndefined();
    expect(read(walk.manager, on.teamOf('confirmed')).join('\n')).toContain(cast.reason);
    on.slack.expectNoErrors();
  });

  test('brings the answers of the brief', async () => {
    const { walk, form, by } = await reopened('brief.editForm');
    const words = walk.words.brief;
    const left = await form.fill({ [words['deliverables.label']()]: cast.reason }).submit();
    expect(left?.errors ?? {}).toEqual({});
    if (by.hasModal()) await by.modal().close({ all: true });
    expect(read(walk.manager, on.teamOf('gaps')).join('\n')).toContain(cast.reason);
    on.slack.expectNoErrors();
  });

  test('brings who finds out', async () => {
    const { walk, form, by } = await reopened('brief.findersForm');
    const answers = Object.fromEntries(form.labels.map((label) => [label, `@${cast.people.manager}`]));
    const left = await form.fill(answers).submit();
    expect(left?.errors ?? {}).toEqual({});
    if (by.hasModal()) await by.modal().close({ all: true });
    expect(read(walk.manager, on.teamOf('gaps')).join('\n')).toContain(`@${cast.people.manager}`);
    on.slack.expectNoErrors();
  });

  test('is drawn anew for sending, with all that was chosen and what to do, and then sends', async () => {
    const { walk, form } = await reopened('brief.sendForm');
    const posts = threadOf(walk, 'changes').length;
    const again = shown(await form.submit());
    expect(again.errors).toEqual({});
    expect(again.text).toContain(askingWords.in(walk.cast.locale)['asking.howMoved']());
    expect(again.labels).toContain(walk.words.brief['approvers.label']());
    expect(again.text).toContain(`@${cast.people.approver}`);
    expect(threadOf(walk, 'changes')).toHaveLength(posts);
    expect(await again.submit()).toBeUndefined();
    expect(textIn(walk, 'changes')).toContain(walk.words.answers.someLines());
    on.slack.expectNoErrors();
  });

  test('is drawn anew for sending where something is chosen in it, and keeps the approver', async () => {
    const { walk, form, by } = await reopened('brief.sendForm');
    const words = walk.words.brief;
    const other = locale === 'zh' ? 'en' : 'zh';
    await form.fill({ [words['language.label']()]: words[`language.${other}`]() });
    const drawn = by.modal();
    expect(drawn.labels).toContain(words['approvers.label']());
    expect(await drawn.submit()).toBeUndefined();
    expect(threadOf(walk, 'changes').flatMap(({ buttons }) => buttons).length).toBeGreaterThan(0);
    on.slack.expectNoErrors();
  });
});
