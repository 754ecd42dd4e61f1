import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { answerWords } from '../../src/approval/words-answers.ts';
import { askingWords } from '../../src/approval/words-asking.ts';
import { briefWords } from '../../src/brief/words.ts';
import { openPerson, personFilling } from '../support/acts-asking.ts';
import { confirm, read, requestChanges, sendBrief, shown, startProject, TEXTS, writeBrief } from '../support/acts.ts';
import { CHINESE, ENGLISH } from '../support/cast.ts';
import { several } from '../support/several.ts';
import { type Stage, stage } from '../support/stage.ts';

let on: Stage;
beforeEach(async () => {
  on = await stage({ seed: several });
});
afterEach(() => on.end());

const CASTS = [
  { ...ENGLISH, approvers: ['ana', 'ben', 'cara'], away: 'Cara Moss', wants: '2: families, not students' },
  { ...CHINESE, approvers: ['an', 'bo', 'chun'], away: '春生', wants: '第2条：家庭，不是学生' },
] as const;

describe.each(CASTS)('$locale: one of three approvers is on a plane, without a stand-in', (cast) => {
  const { locale, channel, people, client, names, approvers, away, wants } = cast;
  const [asking, answers, brief] = [askingWords.in(locale), answerWords.in(locale), briefWords.in(locale)];

  test('the card says so, nobody calls them, and the account manager can go on without them', async () => {
    const manager = on.slack.as(people.manager);
    const [first, second, third] = approvers.map((name) => on.slack.as(name));
    if (!first || !second || !third) throw new Error('three are asked');
    const team = await startProject(manager, locale, { client, name: names[0] });
    await writeBrief(manager, locale, team);
    const sending = { channel, approver: approvers.map((name) => `@${name}`), language: locale };
    expect(await sendBrief(manager, locale, team, sending)).toBeUndefined();
    const press = async (label: string) => manager.click(label, { in: team });

    const one = await openPerson(shown(await press(asking.change())), locale, 3);
    const left = shown(await one.fill(personFilling({ awayUntil: '2026-12-24' }, locale)).submit());
    await left.close({ all: true });
    const card = () => read(manager, team).find((text) => text.startsWith(brief.cardTitle({ project: names[0] })));
    expect(card()).toContain(asking.awayAlone({ who: away }));

    // The other two contradict each other.
    await requestChanges(first, locale, channel, wants);
    await confirm(second, locale, channel);
    const before = read(third, channel).length;
    expect(card()).not.toContain(asking.remind());
    expect(read(third, channel)).toHaveLength(before);

    // A new version waits for the end of the round, which the account manager closes.
    await writeBrief(manager, locale, team, { ...TEXTS[locale], keyMessage: `${TEXTS[locale].keyMessage}!` });
    await manager.click(brief.sendButton(), { in: team }).catch(() => undefined);
    expect(manager.private().at(-1)?.text).toContain(`@${approvers[2]}`);
    await press(asking.closeRound());
    const told = read(first, channel).join('\n');
    expect(told).toContain(wants.slice(-4));
    expect(told).toContain(answers.tellContradictions({ who: `@${approvers[0]}` }));
    const again = shown(await manager.click(brief.sendButton(), { in: team }));
    expect(await again.submit()).toBeUndefined();
    expect(card()).toContain(answers.round({ round: 2 }));

    // Back from the plane, they decide with the others; what was closed does not count any more.
    for (const who of [first, second, third]) await confirm(who, locale, channel);
    expect(read(first, channel).at(-1)).toContain(answers.noteWhen());
    on.slack.expectNoErrors();
  });
});
