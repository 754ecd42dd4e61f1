import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { briefWords } from '../../src/brief/words.ts';
import { requestWords } from '../../src/client/words-requests.ts';
import { cardWords } from '../../src/client/words-card.ts';
import { confirm, shown } from '../support/acts.ts';
import { askByCard, clientCardIn, underCard } from '../support/acts-client.ts';
import { agree, endAs } from '../support/acts-stages.ts';
import { carded } from '../support/carded.ts';
import { CHINESE, ENGLISH } from '../support/cast.ts';
import { type Stage, stage } from '../support/stage.ts';

let on: Stage;
beforeEach(async () => {
  on = await stage();
});
afterEach(() => on.end());

describe.each([ENGLISH, CHINESE])('the client card, in $locale', (cast) => {
  const { locale, channel } = cast;
  const [name] = cast.names;
  const words = cardWords.in(locale);
  const brief = briefWords.in(locale);

  test('comes with the client channel, is pinned, and says what waits with the way to it', async () => {
    const { as } = await carded(on, cast);
    const card = clientCardIn(as('approver'), channel, name, locale);
    const pins = as('approver').pins(channel);
    expect(pins.map(({ ts }) => ts)).toEqual([card.ts]);
    expect(card.text).toContain(words['stage.meaning']({ stage: 'intake' }));
    expect(card.text).toContain(words.waitingTitle());
    expect(card.text).toContain(words.subject({ kind: 'brief', version: 1 }));
    const version = as('approver')
      .sees(channel)
      .find(({ text }) => text.includes(brief.versionTitle({ project: name, version: 1 })));
    expect(JSON.stringify(card.raw.blocks)).toContain(`/p${version?.ts.replace('.', '')}`);
    // What is asked is the newest in the channel, and not the card that names it.
    expect(as('approver').sees(channel).at(-1)?.ts).toBe(version?.ts);
    expect(card.buttons).toEqual([
      ...[words.newRequest(), words.problem(), words.status()],
      ...[words.record(), words.export()],
    ]);
    expect(card.pings).toEqual([]);
    on.slack.expectNoErrors();
  });

  test('is drawn again when something was agreed and when the next stage begins', async () => {
    const { as, team, words: said } = await carded(on, cast);
    await confirm(as('approver'), locale, channel);
    const agreed = clientCardIn(as('approver'), channel, name, locale).text;
    expect(agreed).toContain(words.waitingNothing());
    expect(agreed).toContain(words.agreedLast());
    expect(agreed).toContain(words.subject({ kind: 'brief', version: 1 }));
    const next = said.project.startNext({ stage: said.project['stage.name']({ stage: 'proposal' }) });
    await as('manager').click(next, { in: team });
    const moved = clientCardIn(as('approver'), channel, name, locale).text;
    expect(moved).toContain(words['stage.meaning']({ stage: 'proposal' }));
    expect(as('approver').pins(channel)).toHaveLength(1);
    on.slack.expectNoErrors();
  });

  test('each of its buttons is pressed by a guest and by an approver: each stands in its thread, and in the team’s channel', async () => {
    const { as, team } = await carded(on, cast);
    const asks = requestWords.in(locale);
    const pressing = [
      { button: 'newRequest', text: 'A poster <!channel>', wantedOn: '2027-01-08' },
      { button: 'problem', text: 'The price is *wrong* & old', since: 'Today' },
      { button: 'status' },
    ] as const;
    for (const asking of pressing) {
      const note = await askByCard(as('approver'), { channel, project: name, card: locale, ...asking });
      expect(note.text).toBe(asks.taken({ project: name }));
      await note.close({ all: true });
    }
    const thread = underCard(as('approver'), channel, name, locale);
    expect(thread).toHaveLength(3);
    expect(thread.map(({ pings }) => pings)).toEqual([[], [], []]);
    expect(thread[0]?.text).toContain('A poster <!channel>');
    expect(thread[1]?.text).toContain('The price is *wrong* & old');
    expect(thread[2]?.text).toContain(asks.noText());
    const requests = as('manager')
      .sees(team)
      .filter(({ buttons }) => buttons.includes(asks.answer()));
    expect(requests).toHaveLength(3);
    expect(new Set(requests.map(({ thread: of }) => of))).toEqual(new Set([undefined]));
    const card = clientCardIn(as('approver'), channel, name, locale).text;
    expect(card).toContain(words.requestsTitle());
    on.slack.expectNoErrors();
  });
});

test('the card says that the project is on hold, and at its end keeps the record alone; why is told to nobody of the client’s', async () => {
  const { as, team } = await carded(on, ENGLISH);
  const { channel, names } = ENGLISH;
  const words = cardWords.in('en');
  const card = () => clientCardIn(as('contact'), channel, names[0], 'en');
  await as('manager').in(team).command('/project hold INSIDE they pay late');
  expect(card().text).toContain(words.onHold());
  await as('manager').in(team).command('/project resume');
  expect(card().text).toContain(words['stage.meaning']({ stage: 'intake' }));
  const form = shown(await as('manager').in(team).command('/project agreed'));
  const agreement = {
    kind: 'costEstimate',
    what: 'INSIDE 20 % for us',
    by: 'Olivia Grant',
    agreedOn: '2026-01-02',
  } as const;
  await (await agree(form, 'en', agreement))?.close({ all: true });
  expect(card().text).toContain(words.earlier({ kind: 'costEstimate', who: 'Olivia Grant', day: '2 Jan 2026' }));
  await confirm(as('approver'), 'en', channel);
  const ending = shown(await as('manager').in(team).command('/project end'));
  await endAs(ending, 'en', { as: 'lost', reason: 'INSIDE they chose another' });
  expect(card().text).toContain(words.ended());
  expect(card().buttons).toEqual([words.record(), words.export()]);
  const record = shown(await as('approver').click(words.record(), { in: channel }));
  for (const said of ['putOnHold', 'resumed', 'earlierAttached', 'ended'] as const)
    expect(record.text).toContain(words[`record.${said}`]());
  const seen = JSON.stringify([as('approver').sees(channel), as('contact').sees(channel), record.raw]);
  expect(seen).not.toMatch(/INSIDE|[Ll]ost/u);
  on.slack.expectNoErrors();
});

test('somebody whose language Slack does not tell is answered in the language of the channel, in forms and in notes', async () => {
  const { as } = await carded(on, ENGLISH, { language: 'zh' });
  const asking = { channel: ENGLISH.channel, project: ENGLISH.names[0], button: 'problem', card: 'zh' } as const;
  const note = await askByCard(as('approver'), { ...asking, text: '价格错了' });
  expect(note.text).toBe(requestWords.in('zh').taken({ project: ENGLISH.names[0] }));
  await note.close({ all: true });
  // A guest's own language is known, and goes before that of the channel.
  const guests = await askByCard(as('contact'), { ...asking, locale: 'en', text: 'The price is wrong' });
  expect(guests.text).toBe(requestWords.in('en').taken({ project: ENGLISH.names[0] }));
  expect(underCard(as('contact'), ENGLISH.channel, ENGLISH.names[0], 'zh')).toHaveLength(2);
  on.slack.expectNoErrors();
});
