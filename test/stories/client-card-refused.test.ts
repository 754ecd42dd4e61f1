import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { cardWords } from '../../src/client/words-card.ts';
import { requestWords } from '../../src/client/words-requests.ts';
import { read, shown } from '../support/acts.ts';
import { askByCard, clientCardIn, openByCard, underCard } from '../support/acts-client.ts';
import { carded } from '../support/carded.ts';
import { CHINESE, ENGLISH } from '../support/cast.ts';
import { asIfBy, sendChanged } from '../support/forge.ts';
import { lostOnTheWay, type Stage, stage } from '../support/stage.ts';

let on: Stage;
beforeEach(async () => {
  on = await stage();
});
afterEach(() => on.end());

describe.each([ENGLISH, CHINESE])('the client card, in $locale', (cast) => {
  const { locale, channel } = cast;
  const [name, other] = cast.names;
  const words = requestWords.in(locale);
  const byCard = { channel, project: name, card: locale } as const;

  test('is the client’s: whoever of the agency presses is told what is theirs instead, and nothing is asked', async () => {
    const { as, team } = await carded(on, cast);
    for (const button of ['newRequest', 'problem', 'status'] as const) {
      await as('manager').click(cardWords.in(locale)[button](), { in: channel });
      expect(as('manager').private().at(-1)?.text).toContain(words['client.isClients']());
    }
    await as('manager').click(cardWords.in(locale).record(), { in: channel });
    expect(as('manager').private().at(-1)?.text).toContain(words['client.recordInside']());
    expect(as('manager').hasModal()).toBe(false);
    expect(read(as('manager'), team).join()).not.toContain(words.answer());
    on.slack.expectNoErrors();
  });

  test('is this client’s: somebody of another one who is not in the channel asks nothing and reads nothing', async () => {
    const { as, team } = await carded(on, cast);
    const stranger = cast.people.stranger;
    await (await openByCard(as('approver'), { ...byCard, button: 'problem' })).close({ all: true });
    const asked = await sendChanged(on, 'block_actions client.problem', (body) => {
      const forged = asIfBy(on, stranger)(body);
      return { ...forged, channel: { id: 'C0ELSEWHERE', name: 'elsewhere' } };
    });
    expect(asked.name).toContain('client.problem');
    expect(on.slack.as(stranger).hasModal()).toBe(false);
    await shown(await as('approver').click(cardWords.in(locale).record(), { in: channel })).close({ all: true });
    await sendChanged(on, 'block_actions client.record', asIfBy(on, stranger));
    expect(on.slack.as(stranger).hasModal()).toBe(false);
    expect(read(as('manager'), team).join()).not.toContain(words.answer());
  });

  test('serves two projects of one channel: each has a card of its own, and each request goes to its own team', async () => {
    const first = await carded(on, cast);
    const second = await carded(on, cast, { name: other });
    const { as } = first;
    expect(as('approver').pins(channel)).toHaveLength(2);
    const asked = { ...byCard, button: 'problem', text: 'About the second' } as const;
    await (await askByCard(as('approver'), { ...asked, project: other })).close({ all: true });
    expect(read(as('manager'), second.team).join()).toContain('About the second');
    expect(read(as('manager'), first.team).join()).not.toContain('About the second');
    expect(underCard(as('approver'), channel, other, locale)).toHaveLength(1);
    expect(underCard(as('approver'), channel, name, locale)).toEqual([]);
    on.slack.expectNoErrors();
  });

  test('takes a request once, however often Slack delivers it', async () => {
    const { as, team } = await carded(on, cast);
    const form = await openByCard(as('approver'), { ...byCard, button: 'problem' });
    const filled = await form.fill({ [words['happened.label']()]: 'Wrong price' });
    await lostOnTheWay(on, () => filled.submit());
    await on.slack.again(3);
    expect(underCard(as('approver'), channel, name, locale)).toHaveLength(1);
    const cards = as('manager')
      .sees(team)
      .filter(({ buttons }) => buttons.includes(words.answer()));
    expect(cards).toHaveLength(1);
  });

  test('takes 3,000 characters with emoji and what looks like a mention, exactly as they were typed', async () => {
    const { as, team } = await carded(on, cast);
    const text = `<!channel> <@U1> &amp; *粗* \`x\` ${'春茶上市🍵'.repeat(600)}`.slice(0, 2990);
    const whole = text.isWellFormed() ? text : text.slice(0, -1);
    const note = await askByCard(as('approver'), { ...byCard, button: 'newRequest', text: whole });
    await note.close({ all: true });
    for (const seen of [underCard(as('approver'), channel, name, locale), as('manager').sees(team)]) {
      expect(seen.map((one) => one.text).join('\n')).toContain(whole);
      expect(seen.flatMap(({ pings }) => pings).filter((ping) => !ping.startsWith('@'))).toEqual([]);
    }
    on.slack.expectNoErrors();
  });

  test('keeps what was typed where a day has passed, and says so at the question', async () => {
    const { as } = await carded(on, cast);
    const asked = { ...byCard, button: 'newRequest', text: 'A poster', wantedOn: '2020-01-01' } as const;
    const left = await askByCard(as('approver'), asked);
    expect(Object.keys(left.errors)).toEqual([words['neededBy.label']()]);
    expect(underCard(as('approver'), channel, name, locale)).toEqual([]);
    expect(clientCardIn(as('approver'), channel, name, locale).text).not.toContain(
      cardWords.in(locale).requestsTitle(),
    );
  });
});
