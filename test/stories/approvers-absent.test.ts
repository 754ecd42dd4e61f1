import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { answerWords } from '../../src/approval/words-answers.ts';
import { askingWords } from '../../src/approval/words-asking.ts';
import { evidenceWords } from '../../src/approval/words-evidence.ts';
import { dayIn, timeIn } from '../../src/kit/calendar.ts';
import { type Details, openPerson, openWho, changeHow, personFilling } from '../support/acts-asking.ts';
import { confirm, openSending, read, requestChanges, sentProject, shown, TEXTS, writeBrief } from '../support/acts.ts';
import { record, type Recording, RECORD } from '../support/evidence.ts';
import { decided } from '../support/outcome.ts';
import { several } from '../support/several.ts';
import { type Stage, stage } from '../support/stage.ts';

const CHANNEL = '#acme-lantern';
const words = { ...answerWords.in('en'), ...evidenceWords.in('en') };
const asking = askingWords.in('en');
const STARTING = { client: 'Acme', name: 'Spring launch' };
const UNTIL = '2026-12-20';
const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

let on: Stage;
beforeEach(async () => {
  on = await stage({ seed: several });
});
afterEach(() => on.end());

const mei = () => on.slack.as('mei');
const ana = () => on.slack.as('ana');
const ben = () => on.slack.as('ben');
const sentTo = (...names: string[]) =>
  sentProject(mei(), 'en', STARTING, { channel: CHANNEL, approver: names.map((name) => `@${name}`), language: 'en' });

/** Changes what is arranged about the first approver of the open request. */
async function change(team: string, details: Details): Promise<void> {
  const deciders = shown(await mei().click(asking.change(), { in: team }));
  const left = shown(await (await openPerson(deciders, 'en', 1)).fill(personFilling(details, 'en')).submit());
  expect(left.errors).toEqual({});
  await left.close({ all: true });
}

const card = (team: string) => read(mei(), team).find((text) => text.includes('Version')) ?? '';
const entriesOf = async (kind: string) =>
  (await on.db.collection('record').find({ 'entry.kind': kind }).sort({ 'entry.sequence': 1 }).toArray()).map(
    ({ entry, content }) => ({ ...(entry as { actor: string }), content: content as Record<string, unknown> }),
  );
const idOf = async (handle: string) =>
  String((await on.db.collection('people').findOne({ user: on.slack.as(handle).id }))?.['id']);
const pingsOf = (handle: string) =>
  on.slack
    .as(handle)
    .sees(CHANNEL)
    .flatMap(({ pings }) => pings);

describe('an approver who is away', () => {
  test('is not called on by a version, but whoever stands in for them is', async () => {
    const team = await sentTo('ana');
    await requestChanges(ana(), 'en', CHANNEL, 'Families, not students');
    await writeBrief(mei(), 'en', team, { ...TEXTS.en, keyMessage: 'Real tea, brewed slowly' });
    const sending = await openSending(mei(), 'en', team, { approver: '@ana' });
    const person = await openPerson(await openWho(sending, 'en'), 'en', 1);
    const who = shown(await person.fill(personFilling({ standIn: '@ben', awayUntil: UNTIL }, 'en')).submit());
    expect(await shown(await who.submit()).submit()).toBeUndefined();
    const version = ana()
      .sees(CHANNEL)
      .findLast(({ buttons }) => buttons.includes(words['verb.confirmed']()));
    expect(version?.pings).toEqual(['@ben']);
    on.slack.expectNoErrors();
  });

  test('has their stand-in called on once they are away, not before', async () => {
    const team = await sentTo('ana');
    await change(team, { standIn: '@ben' });
    expect(pingsOf('ben')).not.toContain('@ben');
    await change(team, { awayUntil: UNTIL });
    expect(ben().sees(CHANNEL).at(-1)?.pings).toEqual(['@ben']);
    expect(ben().sees(CHANNEL).at(-1)?.buttons).toEqual([]);
    on.slack.expectNoErrors();
  });

  test('leaves neither their absence nor their stand-in to whoever is asked instead', async () => {
    const team = await sentTo('ana');
    await change(team, { standIn: '@ben', awayUntil: UNTIL });
    // Whoever stood in decides for themselves from now on; the rest of the form is left as it stands.
    await change(team, { replaceWith: '@ben' });
    expect(card(team)).not.toMatch(/stands in|stand-in|Away/u);
    await mei().click(asking.remind(), { in: team });
    expect(pingsOf('ben').at(-1)).toBe('@ben');
    await confirm(ben(), 'en', CHANNEL);
    expect((await entriesOf('approval.closed')).map(({ content }) => content['outcome'])).toEqual(['agreed']);
    on.slack.expectNoErrors();
  });

  test('and all that is arranged about them at once is on the record as the account manager’s', async () => {
    const team = await sentTo('ana');
    await change(team, { replaceWith: '@ben', standIn: '@cara' });
    const acts = [...(await entriesOf('approval.replaced')), ...(await entriesOf('approval.standInNamed'))];
    expect(acts.map(({ actor }) => actor)).toEqual([await idOf('mei'), await idOf('mei')]);
    on.slack.expectNoErrors();
  });
});

describe('what a stand-in writes', () => {
  const wrote = (handle: string) =>
    on.slack.as(handle).in(CHANNEL).post('We confirm version 1', { thread: STARTING.name });
  const onMessage = async (recording: Recording = { verb: 'confirmed', approver: 'Ana Lim', way: 'message' }) =>
    record(await mei().shortcut(RECORD, 'We confirm version 1', { in: CHANNEL }), recording, 'en');

  test('counts for nobody while the approver is there', async () => {
    const team = await sentTo('ana');
    await change(team, { standIn: '@ben' });
    await wrote('ben');
    expect(ben().private()).toEqual([]);
    const before = await decided(on);
    expect(shown(await onMessage()).errors).toEqual({
      [words['way.label']()]: words['evidence.notTheirMessage']({ who: 'Ana Lim' }),
    });
    expect(await decided(on)).toBe(before);
    on.slack.expectNoErrors();
  });

  test.each(['themselves', 'the account manager'])(
    'is their own answer while the approver is away, recorded by %s',
    async (by) => {
      const team = await sentTo('ana');
      await change(team, { standIn: '@ben', awayUntil: UNTIL });
      await wrote('ben');
      if (by === 'themselves') await ben().click(words.recordAs({ verb: words['verb.confirmed']() }));
      else expect(await onMessage()).toBeUndefined();
      const note = ana().sees(CHANNEL).at(-1);
      expect(note?.text).toContain(words.inPlaceOf({ who: 'Ben Hall', whom: 'Ana Lim' }));
      on.slack.expectNoErrors();
    },
  );
});

describe('what is recorded late', () => {
  const onCard = async (team: string, recording: Recording) =>
    record(await mei().click(words.record(), { in: team }), recording, 'en');

  test('does not undo what the approver pressed since it was said', async () => {
    const team = await sentTo('ana', 'ben');
    await on.slack.clock.advance(HOUR_MS);
    const wrote = new Date(on.slack.clock.now());
    await on.slack.clock.advance(HOUR_MS);
    await requestChanges(ana(), 'en', CHANNEL, 'Families, not students');
    await on.slack.clock.advance(HOUR_MS);
    const before = await decided(on);
    const said = { approver: 'Ana Lim', verb: 'confirmed', way: 'email', words: 'We confirm' } as const;
    const zone = on.slack.engine.world.users.get(mei().id)?.timeZone ?? '';
    const left = shown(await onCard(team, { ...said, day: dayIn(zone, wrote), time: timeIn(zone, wrote) }));
    expect(left.errors).toEqual({ [words['saidOn.label']()]: expect.stringContaining('answered themselves since') });
    expect(await decided(on)).toBe(before);
    await left.close({ all: true });
    // As of now it is a change of mind.
    expect(await onCard(team, said)).toBeUndefined();
    on.slack.expectNoErrors();
  });

  test('does not count once the request has ended, though nobody has looked at it since', async () => {
    const team = await sentTo('ana');
    await requestChanges(ana(), 'en', CHANNEL, 'Families, not students');
    await writeBrief(mei(), 'en', team, { ...TEXTS.en, keyMessage: 'Real tea, brewed slowly' });
    const sending = await openSending(mei(), 'en', team, { approver: '@ana' });
    expect(await (await changeHow(sending, 'en', { expiresOn: '2026-12-05' })).submit()).toBeUndefined();
    await on.slack.clock.advance(10 * DAY_MS);
    await ana().in(CHANNEL).post('We confirm version 2', { thread: STARTING.name });
    expect(ana().private()).toEqual([]);
    const left = shown(await onCard(team, { verb: 'confirmed', way: 'email', words: 'We confirm version 2' }));
    expect(Object.values(left.errors).join()).toContain('the time to answer is over');
    expect(await entriesOf('approval.expired')).toHaveLength(1);
    expect(await entriesOf('approval.closed')).toHaveLength(1);
    on.slack.expectNoErrors();
  });
});
