import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Person } from '../../sandbox/driver/person.ts';
import { nudgeWords } from '../../src/approval/words-nudges.ts';
import { digestWords } from '../../src/digest/words.ts';
import { outgoingWords } from '../../src/project/words-outgoing.ts';
import { changeHow } from '../support/acts-asking.ts';
import { recorded } from '../support/acts-stages.ts';
import { confirm, openSending, shown, startProject, writeBrief } from '../support/acts.ts';
import { liveUntil, lookNow } from '../support/acts-nudges.ts';
import { CHINESE, ENGLISH } from '../support/cast.ts';
import { several } from '../support/several.ts';
import { type Stage, stage } from '../support/stage.ts';

let on: Stage;
beforeEach(async () => {
  on = await stage({ seed: several });
});
afterEach(() => on.end());

const CASTS = [
  {
    ...ENGLISH,
    approvers: ['ana', 'ben', 'cara'],
    missing: 'Ben Hall, Cara Moss',
    own: 'Do you need anything else from us for this? Our margin of time is small.',
  },
  {
    ...CHINESE,
    approvers: ['an', 'bo', 'chun'],
    missing: '柏林、春生',
    own: '还需要我们提供什么吗？我们的利润不多了。',
  },
] as const;
type Cast = (typeof CASTS)[number];

/** A brief that three people are to decide on by Friday; the first of them has. */
async function begin({ people, locale, client, names, channel, approvers }: Cast) {
  const manager = on.slack.as(people.manager);
  const team = await startProject(manager, locale, { client, name: names[0] });
  await writeBrief(manager, locale, team);
  const sending = { channel, approver: approvers.map((name) => `@${name}`), language: locale, dueOn: '2026-12-04' };
  const form = await openSending(manager, locale, team, sending);
  const asked = await changeHow(form, locale, { order: 'sideBySide', needs: 'all' });
  expect(await asked.submit()).toBeUndefined();
  const [first, second, third] = approvers.map((name) => on.slack.as(name));
  if (!first || !second || !third) throw new Error('three are asked');
  await confirm(first, locale, channel);
  return { manager, first, second, third };
}

/** What somebody was told by direct message since there were so many. */
const direct = (person: Person) => person.dms().filter(({ ephemeral }) => !ephemeral);
const toldSince = (person: Person, count: number) => direct(person).slice(count);
const pings = (person: Person, channel: string, from: number) =>
  person
    .sees(channel)
    .slice(from)
    .flatMap((message) => message.pings);

describe.each(CASTS)('$locale: clients who have not decided', (cast) => {
  const { locale, channel, missing, own, approvers } = cast;
  const words = nudgeWords.in(locale);
  const digest = digestWords.in(locale);

  test('are called once in the thread before the day, and nobody who has answered is; then it is the account manager’s turn', async () => {
    const { manager, first } = await begin(cast);
    const before = first.sees(channel).length;
    const dms = direct(manager).length;
    await liveUntil(on, '2026-12-03T12:00:00Z', 12);
    await liveUntil(on, '2026-12-04T19:00:00Z', 6);
    expect(pings(first, channel, before)).toEqual([`@${approvers[1]}`, `@${approvers[2]}`]);
    const [morning, ...others] = toldSince(manager, dms);
    expect(others).toEqual([]);
    expect(morning?.text).toContain(digest['part.today']());
    expect(morning?.text).toContain(missing);
    // The day has passed: nobody of the client's is called, whatever the clock says.
    await liveUntil(on, '2026-12-09T12:00:00Z', 6);
    expect(pings(first, channel, before)).toHaveLength(2);
    // From two working days on it is the team's, in the daily post.
    const [monday, tuesday, ...more] = toldSince(manager, dms + 1);
    expect(more).toEqual([]);
    for (const brought of [monday, tuesday]) {
      expect(brought?.text).toContain(digest['part.left']());
      expect(brought?.buttons).toContain(words.sendReminder());
      expect(brought?.buttons).toEqual(expect.arrayContaining([digest.inAnHour(), digest.tomorrow()]));
    }
    expect(await recorded(on.db, cast.names[0])).not.toContain('nudge.missed');
    on.slack.expectNoErrors();
  });

  test('are sent the reminder that is drafted, as the account manager has changed and checked it', async () => {
    const { manager, second } = await begin(cast);
    await liveUntil(on, '2026-12-07T12:00:00Z', 6);
    const before = second.sees(channel).length;
    const form = shown(await manager.click(words.editReminder()));
    expect(form.text).toContain(missing);
    const checked = shown(await form.fill({ [words['reminder.label']()]: own }).submit());
    expect(checked.text).toContain(outgoingWords.in(locale).intro());
    expect(second.sees(channel)).toHaveLength(before);
    expect(await shown(checked).submit()).toBeUndefined();
    const [said, ...others] = second.sees(channel).slice(before);
    expect(others).toEqual([]);
    expect(said?.text).toContain(own);
    expect(said?.fallback).toContain(own);
    expect(said?.pings).toEqual([`@${approvers[1]}`, `@${approvers[2]}`]);
    // It is one of the day: the other button says so.
    await manager.click(words.sendReminder());
    expect(second.sees(channel)).toHaveLength(before + 1);
    expect(manager.private().at(-1)?.text).toBeDefined();
    on.slack.expectNoErrors();
  });

  test('are sent the drafted reminder as it stands, by one press', async () => {
    const { manager, second } = await begin(cast);
    await liveUntil(on, '2026-12-07T12:00:00Z', 6);
    const brought = direct(manager).at(-1);
    const before = second.sees(channel).length;
    await manager.click(words.sendReminder());
    const [said] = second.sees(channel).slice(before);
    const [, sentence] = said?.text.split(/[,，]/u) ?? [];
    expect(sentence).toBeDefined();
    expect(brought?.text).toContain(sentence);
    on.slack.expectNoErrors();
  });

  test('are left alone for as long as the account manager says, and it stops when they decide', async () => {
    const { manager, second, third } = await begin(cast);
    await liveUntil(on, '2026-12-07T06:30:00Z', 6);
    const dms = direct(manager).length;
    await manager.click(digest.inAnHour());
    expect(manager.private().at(-1)?.text ?? '').not.toBe('');
    await liveUntil(on, '2026-12-07T07:45:00Z');
    const [again, ...others] = toldSince(manager, dms);
    expect(others).toEqual([]);
    expect(again?.buttons).toContain(words.sendReminder());
    expect(await recorded(on.db, cast.names[0])).toContain('nudge.snoozed');
    for (const one of [second, third]) await confirm(one, locale, channel);
    await liveUntil(on, '2026-12-09T12:00:00Z', 6);
    expect(
      toldSince(manager, dms + 1)
        .flatMap(({ buttons }) => buttons)
        .filter((one) => one === words.sendReminder()),
    ).toEqual([]);
    on.slack.expectNoErrors();
  });

  test('while the bot was away for days: said late what still helps, once, and the rest is on the record', async () => {
    const { manager, first } = await begin(cast);
    const before = first.sees(channel).length;
    await liveUntil(on, '2026-12-03T20:00:00Z', 6);
    const dms = direct(manager).length;
    await on.slack.clock.to(Date.parse('2026-12-08T02:00:00Z'));
    await lookNow(on);
    await lookNow(on);
    // The call before the day, and the first of the two that the account manager gets.
    expect(pings(first, channel, before)).toEqual([]);
    const told = toldSince(manager, dms);
    expect(told.filter(({ buttons }) => buttons.includes(words.sendReminder()))).toHaveLength(1);
    const missed = await on.db.collection('record').find({ 'entry.kind': 'nudge.missed' }).toArray();
    expect(missed.map((one) => Object(one['content']).nudges.count)).toEqual([3]);
    on.slack.expectNoErrors();
  });
});
