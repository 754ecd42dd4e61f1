import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Person } from '../../sandbox/driver/person.ts';
import { answerWords } from '../../src/approval/words-answers.ts';
import { askingWords } from '../../src/approval/words-asking.ts';
import { changeHow, openPerson, openWho, personFilling } from '../support/acts-asking.ts';
import {
  confirm,
  openSending,
  passOn,
  read,
  requestChanges,
  sendBrief,
  sentProject,
  shown,
  TEXTS,
  withdraw,
  writeBrief,
} from '../support/acts.ts';
import { CHINESE, ENGLISH } from '../support/cast.ts';
import { decided } from '../support/outcome.ts';
import { several } from '../support/several.ts';
import { buttonsBesideCard } from '../support/acts-client.ts';
import { type Stage, stage } from '../support/stage.ts';

let on: Stage;
beforeEach(async () => {
  on = await stage({ seed: several });
});
afterEach(() => on.end());

const CASTS = [
  {
    ...ENGLISH,
    approvers: ['ana', 'ben'],
    called: ['Ana Lim', 'Ben Hall'],
    managerCalled: 'Mei Chen',
    stranger: 'cara',
    otherClients: 'an',
    next: 'Real tea, brewed slowly',
    stands: 'Version 1 stands until version 2 is decided on.',
    until: '2026-12-20',
  },
  {
    ...CHINESE,
    approvers: ['an', 'bo'],
    called: ['安宁', '柏林'],
    managerCalled: 'Xia Liu',
    stranger: 'chun',
    otherClients: 'ana',
    next: '真茶，慢慢泡',
    stands: '在第 2 版得到决定之前，第 1 版仍然有效。',
    until: '2026-12-20',
  },
] as const;
type Cast = (typeof CASTS)[number];

const last = (who: Person, channel: string) => {
  const found = who.sees(channel).at(-1);
  if (!found) throw new Error('nothing is there');
  return found;
};
const sendingTo = ({ channel, locale }: Cast, names: readonly string[]) => ({
  channel,
  approver: names.map((name) => `@${name}`),
  language: locale,
});

/** A brief that is with one person, or with two. */
async function begin(cast: Cast, names: readonly string[] = cast.approvers) {
  const manager = on.slack.as(cast.people.manager);
  const starting = { client: cast.client, name: cast.names[0] };
  const team = await sentProject(manager, cast.locale, starting, sendingTo(cast, names));
  const [first, second] = cast.approvers.map((name) => on.slack.as(name));
  if (!first || !second) throw new Error('two are there');
  return { manager, team, first, second };
}

async function nextVersion(
  { locale, next }: Cast,
  manager: Person,
  team: string,
  sending: ReturnType<typeof sendingTo>,
) {
  await writeBrief(manager, locale, team, { ...TEXTS[locale], keyMessage: next });
  expect(await sendBrief(manager, locale, team, sending)).toBeUndefined();
}

describe.each(CASTS)('$locale: whoever decides may have somebody else decide', (cast) => {
  const { locale, channel, approvers, called } = cast;
  const words = answerWords.in(locale);

  test('who is on the client’s side is asked at once, and then the decision is theirs alone', async () => {
    const { manager, team, first, second } = await begin(cast);
    for (const one of [first, second]) await confirm(one, locale, channel);
    await nextVersion(cast, manager, team, sendingTo(cast, [approvers[0]]));

    expect(await passOn(first, locale, channel, `@${approvers[1]}`)).toBeUndefined();
    const told = last(second, channel);
    expect(told.pings).toEqual([`@${approvers[1]}`]);
    expect(told.text).toContain(called[0]);
    expect(read(manager, team).at(-1)).toContain(`${called[0]} → `);

    const before = await decided(on);
    await confirm(first, locale, channel);
    expect(first.private().at(-1)?.text).toContain(`@${approvers[1]}`);
    expect(await decided(on)).toBe(before);
    await confirm(second, locale, channel);
    expect(last(second, channel).text).toContain(`${words.noteWho({ said: 'confirmed' })}*\n${called[1]}\n`);
    on.slack.expectNoErrors();
  });

  test('about somebody new the account manager is asked, and until they are there the decision stays', async () => {
    const { manager, team, first } = await begin(cast, [approvers[0]]);
    const left = shown(await passOn(first, locale, channel, `@${cast.stranger}`));
    expect(Object.values(left.errors).join()).toContain(cast.managerCalled);
    await left.close({ all: true });
    const asked = last(manager, team);
    expect(asked.pings).toEqual([`@${cast.people.manager}`]);
    expect(asked.buttons).toEqual([askingWords.in(locale).change()]);
    // Asked twice, it stands there once.
    const again = shown(await passOn(first, locale, channel, `@${cast.stranger}`));
    await again.close({ all: true });
    expect(last(manager, team).ts).toBe(asked.ts);

    const inside = shown(await passOn(first, locale, channel, `@${cast.people.manager}`));
    expect(Object.keys(inside.errors)).toHaveLength(1);
    await inside.close({ all: true });
    expect(last(manager, team).ts).toBe(asked.ts);
    await confirm(first, locale, channel);
    expect(last(first, channel).text).toContain(words.noteWho({ said: 'confirmed' }));
    on.slack.expectNoErrors();
  });

  test('a stand-in decides while the approver is away, and the note says for whom', async () => {
    const manager = on.slack.as(cast.people.manager);
    const { team, first, second } = await begin(cast, [approvers[0]]);
    await writeBrief(manager, locale, team, { ...TEXTS[locale], keyMessage: cast.next });
    const sending = await openSending(manager, locale, team, sendingTo(cast, [approvers[0]]));
    const person = await openPerson(await openWho(sending, locale), locale, 1);
    const details = { standIn: `@${approvers[1]}`, awayUntil: cast.until };
    const who = shown(await person.fill(personFilling(details, locale)).submit());
    const back = shown(await who.submit());
    expect(await back.submit()).toBeUndefined();
    expect((await second.home()).text).toContain(cast.names[0]);
    await confirm(second, locale, channel);
    expect(last(first, channel).text).toContain(words.inPlaceOf({ who: called[1], whom: called[0] }));
    on.slack.expectNoErrors();
  });

  test('what was agreed stands until a new version is decided on, and both channels say so', async () => {
    const { manager, team, first, second } = await begin(cast);
    for (const one of [first, second]) await confirm(one, locale, channel);
    await nextVersion(cast, manager, team, sendingTo(cast, approvers));
    const says = (who: Person, where: string) => read(who, where).join('\n');
    expect(says(first, channel)).toContain(cast.stands);
    expect(says(manager, team)).toContain(cast.stands);
    for (const one of [first, second]) await confirm(one, locale, channel);
    expect(says(first, channel)).not.toContain(cast.stands);
    on.slack.expectNoErrors();
  });

  test('a note says what was added and who else agreed inside, as it was typed, and can be taken back with a reason', async () => {
    const { manager, team, first } = await begin(cast, [approvers[0]]);
    const form = shown(await first.click(words.withNote(), { in: channel }));
    await form
      .fill({ [words['comment.label']()]: `*${cast.reason}*`, [words['alsoAgreed.label']()]: '<!channel>' })
      .submit();
    const note = last(first, channel);
    expect(note.pings).toEqual([]);
    expect(note.text).toContain(words.noteComment({ who: called[0] }));
    expect(note.text).toContain(`*${cast.reason}*`);
    expect(note.text).toContain('<!channel>');
    expect(await withdraw(first, locale, channel, cast.reason)).toBeUndefined();
    expect(last(manager, team).text).toContain(cast.reason);
    on.slack.expectNoErrors();
  });

  test('a colleague, an outsider and another client’s approver are told whose decision it is, whatever they press', async () => {
    const { manager, first } = await begin(cast, [approvers[0]]);
    const other = on.slack.as(cast.otherClients);
    const before = await decided(on);
    const buttons = buttonsBesideCard(first, channel, cast.locale);
    expect(buttons).toHaveLength(5);
    for (const person of [manager, on.slack.as(cast.stranger), other]) {
      for (const button of buttons) {
        const told = person.private().length;
        await person.click(button, { in: channel });
        expect(person.hasModal()).toBe(false);
        expect(person.private().length).toBe(told + 1);
        expect(person.private().at(-1)?.text).toContain(`@${approvers[0]}`);
      }
    }
    expect(await decided(on)).toBe(before);
    on.slack.expectNoErrors();
  });

  test('who is not on Slack is asked by name, and never mentioned', async () => {
    const manager = on.slack.as(cast.people.manager);
    const { team, first, second } = await begin(cast, [approvers[0]]);
    await requestChanges(first, locale, channel, cast.reason);
    await writeBrief(manager, locale, team, { ...TEXTS[locale], keyMessage: cast.next });
    const sending = { ...sendingTo(cast, [approvers[0]]), offSlack: 'Frida Berg' };
    const form = await openSending(manager, locale, team, sending);
    expect(await (await changeHow(form, locale, { order: 'sideBySide', needs: 'all' })).submit()).toBeUndefined();
    const version = first.sees(channel).findLast(({ buttons }) => buttons.length > 0);
    expect(version?.text).toContain('Frida Berg');
    expect(version?.pings).toEqual([`@${approvers[0]}`]);
    await confirm(first, locale, channel);
    expect(read(second, channel).join('\n')).toContain(words.rowWaits({ who: 'Frida Berg' }));
    on.slack.expectNoErrors();
  });
});
