import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { requestWords } from '../../src/client/words-requests.ts';
import { cardWords } from '../../src/client/words-card.ts';
import { stagesWords } from '../../src/stages/words.ts';
import { openSending, sendFilling, shown, startProject, writeBrief } from '../support/acts.ts';
import { askByCard, clientCardIn, previewReply, underCard } from '../support/acts-client.ts';
import { changeHow } from '../support/acts-asking.ts';
import { carded } from '../support/carded.ts';
import { beginWalk, CHINESE, ENGLISH } from '../support/cast.ts';
import { type Stage, stage } from '../support/stage.ts';

let on: Stage;
beforeEach(async () => {
  on = await stage();
});
afterEach(() => on.end());

describe.each([ENGLISH, CHINESE])('what the client asks for by its card, in $locale', (cast) => {
  const { locale, channel, people } = cast;
  const [name] = cast.names;
  const words = requestWords.in(locale);
  const byCard = { channel, project: name, card: locale } as const;

  test('a status is drafted from what is released; a preview warns of another client’s name, and only then it is sent', async () => {
    const walk = await carded(on, cast);
    const { as, team } = walk;
    // Another client of the agency's, whom this one must not hear of.
    const xia = on.slack.as(cast === ENGLISH ? 'xia' : 'mei');
    await startProject(xia, cast === ENGLISH ? 'zh' : 'en', { client: 'Zebra Foods', name: 'Secret' });
    await (await askByCard(as('approver'), { ...byCard, button: 'status' })).close({ all: true });
    const form = shown(await as('manager').click(words.draftStatus(), { in: team }));
    expect(form.text).toContain(cardWords.in(locale)['stage.meaning']({ stage: 'intake' }));
    const first = await previewReply(as('manager'), locale, form, 'As for Zebra Foods');
    expect(first.text).toContain('Zebra Foods');
    expect(first.text).toContain(channel);
    expect(first.text).toContain(`@${people.approver}`);
    expect(first.text).toMatch(/:warning:/u);
    expect(underCard(as('approver'), channel, name, locale)).toHaveLength(1);
    // What is changed after the preview is previewed again, and nothing has left.
    const again = await previewReply(as('manager'), locale, first, 'All is well');
    expect(again.text).toContain(words.replyChanged());
    expect(again.text).not.toContain('Zebra Foods');
    expect(underCard(as('approver'), channel, name, locale)).toHaveLength(1);
    expect(await again.submit()).toBeUndefined();
    const thread = underCard(as('approver'), channel, name, locale);
    expect(thread).toHaveLength(2);
    expect(thread[1]?.text).toContain('All is well');
    expect(thread[1]?.pings).toEqual([`@${people.approver}`]);
    // Whoever comes later is told that it is settled.
    const answered = as('manager').sees(team).at(-1);
    expect(answered?.text).toContain('All is well');
    on.slack.expectNoErrors();
  });

  test('an answer that is sent twice stands there once', async () => {
    const { as, team } = await carded(on, cast);
    await (await askByCard(as('approver'), { ...byCard, button: 'problem', text: 'x' })).close({ all: true });
    const form = shown(await as('manager').click(words.answer(), { in: team }));
    const preview = await previewReply(as('manager'), locale, form, 'Seen');
    await preview.submit();
    await on.slack.again(2);
    const said = underCard(as('approver'), channel, name, locale).filter(({ text }) => text.includes('Seen'));
    expect(said).toHaveLength(1);
    on.slack.expectNoErrors();
  });

  test('a new request becomes a job of the project: the form is filled from it, and the client is told without a word of ours', async () => {
    const { as, team } = await carded(on, cast);
    const asked = {
      ...byCard,
      button: 'newRequest',
      text: 'A poster\nfor the bus stop',
      wantedOn: '2027-01-08',
    } as const;
    await (await askByCard(as('approver'), asked)).close({ all: true });
    const stages = stagesWords.in(locale);
    const form = shown(await as('manager').click(words.startJob(), { in: team }));
    expect(form.text).toContain('A poster');
    expect(await form.fill({ [stages['name.label']()]: 'INSIDE name' }).submit()).toBeUndefined();
    await on.slack.again();
    const thread = underCard(as('approver'), channel, name, locale);
    expect(thread).toHaveLength(2);
    expect(JSON.stringify(as('approver').sees(channel))).not.toContain('INSIDE name');
    const card = clientCardIn(as('approver'), channel, name, locale).text;
    const state = cardWords.in(locale).request({ kind: 'newRequest', who: '…', at: '…', state: 'becameJob' });
    expect(card).toContain(state.split(/[,，]/u).at(-1)?.trim());
    const cards = as('manager').sees(team);
    expect(cards.filter(({ buttons }) => buttons.includes(words.startJob()))).toEqual([]);
    expect(cards.some(({ text }) => text.includes('INSIDE name'))).toBe(true);
    on.slack.expectNoErrors();
  });

  test('it waits on the account manager’s Home until it is answered', async () => {
    const { as } = await carded(on, cast);
    const before = (await as('manager').home()).text;
    await (await askByCard(as('approver'), { ...byCard, button: 'problem', text: 'Wrong price' })).close({ all: true });
    const home = await as('manager').home();
    expect(before).not.toContain('Wrong price');
    expect(home.text).toContain('Wrong price');
    const form = shown(await home.press(words.answer()));
    await (await previewReply(as('manager'), locale, form, 'Seen')).submit();
    expect((await as('manager').home()).text).not.toContain('Wrong price');
    on.slack.expectNoErrors();
  });
});

test('a problem calls the account manager and the deputy; a new request the account manager alone', async () => {
  const walk = beginWalk(on, ENGLISH);
  const { as } = walk;
  const { channel, people } = ENGLISH;
  const [name] = ENGLISH.names;
  const team = await startProject(as('manager'), 'en', { client: 'Acme', name });
  await writeBrief(as('manager'), 'en', team);
  const sending = { channel, approver: `@${people.approver}`, language: 'en' } as const;
  const form = await openSending(as('manager'), 'en', team, sending);
  const how = await changeHow(form, 'en', { deputy: `@${people.colleague}` });
  await how.fill(sendFilling(sending, how, 'en')).submit();
  const byCard = { channel, project: name, card: 'en' } as const;
  await (await askByCard(as('contact'), { ...byCard, button: 'problem', text: 'x' })).close({ all: true });
  await (await askByCard(as('contact'), { ...byCard, button: 'newRequest', text: 'y' })).close({ all: true });
  const answer = requestWords.in('en').answer();
  const pings = as('manager')
    .sees(team)
    .filter(({ buttons }) => buttons.includes(answer))
    .map((one) => one.pings.toSorted());
  expect(pings).toEqual([[`@${people.manager}`, `@${people.colleague}`], [`@${people.manager}`]]);
});
