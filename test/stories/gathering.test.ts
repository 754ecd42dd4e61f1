import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { gatherWords } from '../../src/brief/words-gather.ts';
import { isOverview, shown, TEXTS } from '../support/acts.ts';
import { ADD, addDocument, addToBrief, askClient, choosing } from '../support/acts-gather.ts';
import { openOverview } from '../support/acts-steps.ts';
import { CHINESE, ENGLISH } from '../support/cast.ts';
import { IN_OLD_ENCODINGS } from '../support/documents-encodings.ts';
import { briefIn, cardOf, overviewOf, QUESTIONS, SAID, withBrief } from '../support/gathered.ts';
import { decided } from '../support/outcome.ts';
import { type Stage, stage } from '../support/stage.ts';

let on: Stage;
beforeEach(async () => {
  on = await stage();
});
afterEach(() => on.end());

describe.each([ENGLISH, CHINESE])('a brief is gathered, in $locale', (cast) => {
  const { locale } = cast;
  const words = gatherWords.in(locale);
  const said = SAID[locale];

  test('from a document of Word, checked over two pages, and nine messages of both sides', async () => {
    const walk = await withBrief(on, cast);
    const { as, team } = walk;
    const first = await addDocument(as('manager'), locale, team, briefIn(cast));
    expect(first.labels).toHaveLength(5);
    expect(first.text).toContain(words.checkMore({ left: 3 }));
    // What was guessed stands there: two are left as they are, one is left out, one is left open, one belongs elsewhere.
    const second = shown(
      await choosing(first, locale, ['leaveOut', undefined, null, 'mandatories', undefined]).submit(),
    );
    expect(second.text).toContain(said.notes);
    const after = shown(await choosing(second, locale, [undefined, 'mandatories', 'kpis']).submit());
    expect(isOverview(after, locale)).toBe(true);
    expect(after.text).toContain(words.checkButton({ left: 1 }));
    expect(after.text).toContain('brief.docx');

    // Taken up again.
    const again = shown(await after.press(words.checkButton({ left: 1 })));
    expect(again.text).toContain(said.keyMessage);
    const done = shown(await choosing(again, locale, ['keyMessage']).submit());
    expect(done.text).not.toContain(words.checkButton({ left: 1 }));
    await done.close({ all: true });

    const asking = { contact: `@${cast.people.approver}`, channel: cast.channel, language: locale } as const;
    await askClient(as('manager'), locale, team, asking);
    await as('manager').modal().close({ all: true });
    for (const [at, message] of said.messages.entries()) {
      // A third each from the client's channel, from a colleague, and from whoever adds it.
      const author = (['approver', 'teammate', 'manager'] as const)[at % 3] ?? 'manager';
      const where = author === 'approver' ? cast.channel : team;
      await as(author).in(where).post(message);
      const question = QUESTIONS[at] ?? 'audience';
      const by = where === team ? as('teammate') : as('manager');
      expect(await addToBrief(by, locale, message, { in: where, question })).toBeUndefined();
    }
    const overview = await overviewOf(walk);
    for (const one of [said.objective, said.audience, said.keyMessage, said.dates, said.budget, ...said.deliverables])
      expect(overview).toContain(one);
    for (const one of [...said.messages.slice(0, 5), said.messages[8]]) expect(overview).toContain(one);
    expect(overview).toContain('5000');
    // What was left out is nowhere in it; the wrongly guessed heading is a mandatory now.
    expect(cardOf(walk)).toContain(said.notes);
    expect(overview).toMatch(locale === 'zh' ? /11 ?个来源/u : /11 sources/u);
    on.slack.expectNoErrors();
  });

  test('an expected result that cannot be read is refused at its part, and nothing of the page is taken', async () => {
    const walk = await withBrief(on, cast);
    const { as, team } = walk;
    const pasted = `${said.headings[1]}:\n${said.audience}\n\n${said.headings[7]}:\n${said.unread}`;
    const page = await addDocument(as('manager'), locale, team, pasted);
    const before = await decided(on);
    const refused = shown(await choosing(page, locale, ['audience', 'kpis']).submit());
    expect(Object.keys(refused.errors)).toEqual([page.labels[1]]);
    expect(Object.values(refused.errors)[0]).toContain(said.unread);
    expect(await decided(on)).toBe(before);
    // The same page with another choice is taken as a whole.
    const after = shown(await choosing(refused, locale, ['audience', 'mandatories']).submit());
    expect(after.text).toContain(said.unread);
    expect(after.text).toContain(said.audience);
    on.slack.expectNoErrors();
  });

  test('two people who check the same source at once take each part once, and the second one hears of it', async () => {
    const walk = await withBrief(on, cast);
    const { as, team } = walk;
    const mine = await addDocument(
      as('manager'),
      locale,
      team,
      `${said.headings[1]}:\n${said.audience}\n\n${said.headings[2]}:\n${said.keyMessage}`,
    );
    const overview = await openOverview(as('teammate'), locale === 'zh' ? 'zh' : 'en', team);
    const theirs = shown(await overview.press(words.checkButton({ left: 2 })));
    await choosing(mine, locale, ['audience', 'keyMessage']).submit();
    const told = shown(await choosing(theirs, locale, ['mandatories', 'mandatories']).submit());
    expect(told.text).toBe(words.overtaken({ parts: locale === 'zh' ? '1和2' : '1 and 2', count: 2 }));
    const card = cardOf(walk);
    expect(card.split(said.audience)).toHaveLength(2);
    expect(card.split(said.keyMessage)).toHaveLength(2);
    on.slack.expectNoErrors();
  });

  test('a text in an old Chinese encoding is read as what it says', async () => {
    const walk = await withBrief(on, cast);
    const { bytes, text } = IN_OLD_ENCODINGS.gb18030;
    const page = await addDocument(walk.as('manager'), locale, walk.team, { name: '简报.txt', bytes });
    expect(page.title).toBe(words.checkTitle());
    expect(page.text).toContain(text.split('\n')[1]);
    on.slack.expectNoErrors();
  });

  test('nobody but the team can: a colleague hears who can, the client’s people that it is not theirs', async () => {
    const walk = await withBrief(on, cast);
    const { as, team } = walk;
    await askClient(as('manager'), locale, team, {
      contact: `@${cast.people.approver}`,
      channel: cast.channel,
      language: locale,
    });
    await as('approver').in(cast.channel).post(TEXTS[locale].audience);
    const before = await decided(on);
    for (const role of ['colleague', 'contact'] as const) {
      if (!as(role).channels().includes(cast.channel)) continue;
      expect(await as(role).shortcut(ADD, TEXTS[locale].audience, { in: cast.channel })).toBeUndefined();
      expect(as(role).private().at(-1)?.text).not.toBe('');
    }
    expect(await decided(on)).toBe(before);
    on.slack.expectNoErrors();
  });
});
