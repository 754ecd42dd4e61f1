import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { askWords } from '../../src/brief/words-ask.ts';
import { briefWords } from '../../src/brief/words.ts';
import { gatherWords } from '../../src/brief/words-gather.ts';
import { isOverview, read, shown, TEXTS } from '../support/acts.ts';
import { askClient, choosing, openAsking } from '../support/acts-gather.ts';
import { openOverview } from '../support/acts-steps.ts';
import { ASKED, asked, asking, begun, cardIn, homeOf, seenBy } from '../support/asked.ts';
import { CHINESE, ENGLISH } from '../support/cast.ts';
import { type Stage, stage } from '../support/stage.ts';

let on: Stage;
beforeEach(async () => {
  on = await stage();
});
afterEach(() => on.end());

describe.each([ENGLISH, CHINESE])('the client is asked, in $locale', (cast) => {
  const { locale } = cast;
  const words = askWords.in(locale);
  const gather = gatherWords.in(locale);
  const said = ASKED[locale];
  const label = (question: 'audience' | 'budget' | 'deliverables') => words[`${question}.label`]();

  test('after a preview: who will see it, and what they will read, in their language', async () => {
    const walk = await begun(on, cast);
    const form = await openAsking(walk.as('manager'), locale, walk.team, asking(cast));
    const preview = walk.as('manager').modal().text;
    expect(preview).toContain(cast.channel);
    expect(preview).toContain(`@${cast.people.approver}`);
    expect(preview).toContain(words.cardTitle({ project: cast.names[0] }));
    // What is answered is not asked, where nobody ticks it.
    expect(preview).toContain(`1. ${label('audience')}`);
    expect(preview).not.toContain(words['objective.label']());
    expect(seenBy(walk)).not.toContain(cast.names[0]);

    expect(isOverview(await form.submit(), locale)).toBe(true);
    const card = cardIn(walk);
    expect(card?.text).toContain(`1. ${label('audience')}`);
    expect(card?.buttons).toEqual([words.answer()]);
    expect(card?.pings).toEqual([`@${cast.people.approver}`]);
    expect(card?.text).not.toContain(briefWords.in(locale)['audience.hint']());
    // It is the project's client channel now, and they are its contact.
    await walk.as('manager').modal().close({ all: true });
    const record = shown(
      await walk
        .as('manager')
        .in(walk.team)
        .command(locale === 'zh' ? '/project 记录' : '/project record'),
    );
    expect(record.text).toContain(cast.channel);
    expect(record.text).toMatch(/Asked to answer questions of the brief|已请 .* 回答简报问题/u);
    expect(record.text).toMatch(/lead contact|客户对接人/u);
    on.slack.expectNoErrors();
  });

  test('answers step by step: what was typed stands there again, and nothing enters the brief unchecked', async () => {
    const walk = await asked(on, cast);
    const { as, team } = walk;
    const first = shown(await as('approver').click(words.answer(), { in: cast.channel }));
    const second = shown(await first.fill({ [label('audience')]: said.audience }).submit());
    await second.close({ all: true });
    expect(read(as('manager'), team).join()).not.toContain('Families');
    expect((await openOverview(as('manager'), locale, team)).text).not.toContain(said.audience);
    await as('manager').modal().close({ all: true });

    const again = shown(await as('approver').click(words.answer(), { in: cast.channel }));
    expect(again.text).toContain(said.audience);
    const last = shown(await again.submit());
    expect(await last.fill({ [label('budget')]: said.budget }).submit()).toBeUndefined();
    expect(cardIn(walk)?.text).toMatch(/Answered by .* Thank you|作答，谢谢/u);
    expect(cardIn(walk)?.buttons).toEqual([words.answerAgain()]);

    // The team's thread asks the account manager to check; until then the brief has nothing of it.
    const line = as('manager').sees(team).at(-1);
    expect(line?.pings).toEqual([`@${cast.people.manager}`]);
    expect(line?.thread).toBeDefined();
    expect(read(as('manager'), team).join()).not.toContain(said.budget);
    expect(await homeOf(walk, 'manager')).toContain(words.waitCheck({ count: 2 }));

    const check = shown(await as('manager').click(gather.checkButton({ left: 2 }), { in: team }));
    expect(check.text).toContain(said.audience);
    expect(check.text).toContain(said.budget);
    const after = shown(await choosing(check, locale, [undefined, 'leaveOut']).submit());
    expect(after.text).toContain(said.audience);
    expect(after.text).not.toContain(said.budget);
    await after.close({ all: true });
    expect(await homeOf(walk, 'manager')).not.toContain(words.waitCheck({ count: 2 }));
    // Pressed once more, it says that all is done.
    await as('manager').click(gather.checkButton({ left: 2 }), { in: team });
    expect(as('manager').private().at(-1)?.text).toBe(gather['brief.allChecked']());
    on.slack.expectNoErrors();
  });

  test('again: only what changed comes to the team, and asking again takes the place of the old card', async () => {
    const walk = await asked(on, cast);
    const { as, team } = walk;
    const answer = async (button: string, audience: string, budget: string) => {
      const first = shown(await as('approver').click(button, { in: cast.channel }));
      const last = shown(await first.fill({ [label('audience')]: audience }).submit());
      return last.fill({ [label('budget')]: budget }).submit();
    };
    await answer(words.answer(), said.audience, said.budget);
    const settled = read(as('manager'), team);
    expect(await answer(words.answerAgain(), said.audience, said.budget)).toBeUndefined();
    expect(read(as('manager'), team)).toEqual(settled);
    await answer(words.answerAgain(), said.audience, `${said.budget} !`);
    const check = shown(await as('manager').click(gather.checkButton({ left: 1 }), { in: team }));
    expect(check.text).toContain(`${said.budget} !`);
    expect(check.text).not.toContain(said.audience);
    await check.close({ all: true });

    await askClient(as('manager'), locale, team, asking(cast, { questions: [words['questions.deliverables']()] }));
    await as('manager').modal().close({ all: true });
    expect(seenBy(walk)).toContain(words.replaced());
    expect(cardIn(walk)?.buttons).toEqual([words.answer()]);
    expect(cardIn(walk)?.text).toContain(`1. ${label('deliverables')}`);
    expect(
      as('approver')
        .sees(cast.channel)
        .filter(({ buttons }) => buttons.includes(words.answerAgain())),
    ).toEqual([]);
    on.slack.expectNoErrors();
  });
});

test('a contact who reaches App Home finds the questions there, answers, and has nothing left', async () => {
  const walk = await asked(on, CHINESE);
  const words = askWords.in('zh');
  const zhou = walk.as('approver');
  expect((await zhou.home()).text).toContain(words.waitAnswer({ count: 7 }));
  const form = shown(await (await zhou.home()).press(words.answer()));
  const last = shown(await form.fill({ [words['audience.label']()]: TEXTS.zh.audience }).submit());
  await last.submit();
  expect((await zhou.home()).text).not.toContain(words.waitAnswer({ count: 7 }));
  on.slack.expectNoErrors();
});
