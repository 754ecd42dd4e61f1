import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { askWords } from '../../src/brief/words-ask.ts';
import { briefWords } from '../../src/brief/words.ts';
import { LOCALES } from '../../src/kit/locale.ts';
import { shown } from '../support/acts.ts';
import { openAsking } from '../support/acts-gather.ts';
import { openOverview } from '../support/acts-steps.ts';
import { ASKED, asked, asking, begun, cardIn, seenBy } from '../support/asked.ts';
import { CHINESE, ENGLISH } from '../support/cast.ts';
import { decided } from '../support/outcome.ts';
import { type Stage, stage } from '../support/stage.ts';

let on: Stage;
beforeEach(async () => {
  on = await stage();
});
afterEach(() => on.end());

describe.each([ENGLISH, CHINESE])('what is asked of the client, in $locale', (cast) => {
  const { locale } = cast;
  const words = askWords.in(locale);
  const said = ASKED[locale];
  const label = (question: 'audience' | 'budget' | 'deliverables') => words[`${question}.label`]();

  test('nobody but the client’s side answers, and nothing of the team is ever shown to it', async () => {
    const walk = await asked(on, cast);
    const { as, team } = walk;
    const before = await decided(on);
    for (const role of ['manager', 'colleague', 'contact', 'stranger'] as const) {
      if (!as(role).channels().includes(cast.channel)) continue;
      expect(await as(role).click(words.answer(), { in: cast.channel })).toBeUndefined();
      expect(as(role).private().at(-1)?.text).not.toBe('');
    }
    expect(as('manager').private().at(-1)?.text).toBe(words['brief.answerInside']());
    expect(await decided(on)).toBe(before);

    const form = shown(await as('approver').click(words.answer(), { in: cast.channel }));
    const seen = [
      form.text,
      seenBy(walk),
      ...as('approver')
        .private()
        .map(({ text }) => text),
    ].join('\n');
    for (const inside of [said.draft, said.secret]) expect(seen).not.toContain(inside);
    for (const one of LOCALES) {
      expect(seen).not.toContain(askWords.in(one)['questions.hint']());
      expect(seen).not.toContain(briefWords.in(one)['objective.hint']());
    }
    expect(as('approver').channels()).not.toContain(team);
    on.slack.expectNoErrors();
  });

  test('only by whoever runs the project, and only somebody of the client’s who is in the channel', async () => {
    const walk = await begun(on, cast);
    const { as, team } = walk;
    const overview = await openOverview(as('teammate'), locale, team);
    const told = shown(await overview.press(words.askButton()));
    expect(told.text).toContain(`@${cast.people.manager}`);
    await told.close({ all: true });

    const before = await decided(on);
    const wrong = [
      [`@${cast.people.manager}`, words['brief.contactInside']({ who: '' })],
      [`@${cast.people.freelancer}`, words['brief.contactNotThere']({ who: '' })],
    ] as const;
    for (const [contact, sentence] of wrong) {
      const form = await openAsking(as('manager'), locale, team, asking(cast, { contact }));
      const left = shown(await form.submit());
      expect(left.errors[words['contact.label']()]).toContain(sentence.trim());
      await left.close({ all: true });
    }
    expect(await decided(on)).toBe(before);
    expect(seenBy(walk)).not.toContain(cast.names[0]);
    on.slack.expectNoErrors();
  });

  test('by two at once: a colleague’s answer is not overwritten unseen', async () => {
    const walk = await asked(on, cast);
    const { as } = walk;
    const mine = shown(await as('approver').click(words.answer(), { in: cast.channel }));
    await mine.close();
    const other = shown(await as('approver').click(words.answer(), { in: cast.channel }));
    const metadata = other.raw.private_metadata;
    await other.fill({ [label('audience')]: 'A' }).submit();
    await as('approver').modal().close({ all: true });
    // The form as it was before, submitted afterwards.
    const late = shown(await as('approver').click(words.answer(), { in: cast.channel }));
    on.wire.alter = (body) => ({ ...body, view: { ...(body['view'] as object), private_metadata: metadata } });
    const clashed = shown(await late.fill({ [label('audience')]: 'B' }).submit());
    on.wire.alter = null;
    expect(clashed.text).toContain(words.clash());
    // The answer that stands now, and the own one still in its input.
    expect(clashed.text).toMatch(/[“]A[”]/u);
    expect(clashed.text).toContain('B');
    const after = shown(await clashed.submit());
    expect(after.text).toContain(words.answerStep({ step: 2, steps: 2 }));
    on.slack.expectNoErrors();
  });

  test('with nothing answered: it says so, and what waits keeps waiting', async () => {
    const walk = await asked(on, cast);
    const first = shown(await walk.as('approver').click(words.answer(), { in: cast.channel }));
    const last = shown(await first.submit());
    const left = shown(await last.submit());
    expect(Object.values(left.errors)).toEqual([words['brief.nothingAnswered']()]);
    expect(cardIn(walk)?.buttons).toEqual([words.answer()]);
    on.slack.expectNoErrors();
  });
});
