import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Person } from '../../sandbox/driver/person.ts';
import { nudgeWords } from '../../src/approval/words-nudges.ts';
import { briefWords } from '../../src/brief/words.ts';
import { digestWords } from '../../src/digest/words.ts';
import { joinTeam } from '../support/acts-check-in.ts';
import { liveUntil, lookNow } from '../support/acts-nudges.ts';
import { openSending, requestChanges, sentProject, shown, startProject, writeBrief } from '../support/acts.ts';
import { CHINESE, ENGLISH } from '../support/cast.ts';
import { several } from '../support/several.ts';
import { type Stage, stage } from '../support/stage.ts';

let on: Stage;
beforeEach(async () => {
  on = await stage({ seed: several });
});
afterEach(() => on.end());

const CASTS = [
  { ...ENGLISH, approvers: ['ana', 'ben', 'cara'] },
  { ...CHINESE, approvers: ['an', 'bo', 'chun'] },
] as const;

const direct = (person: Person) => person.dms().filter(({ ephemeral }) => !ephemeral);
const at = async (iso: string): Promise<void> => {
  await on.slack.clock.to(Date.parse(iso));
  await lookNow(on);
};

describe.each(CASTS)('$locale: somebody’s morning', (cast) => {
  const { locale, people, client, names, channel } = cast;
  const digest = digestWords.in(locale);
  const words = nudgeWords.in(locale);
  const manager = () => on.slack.as(people.manager);
  const starting = (name: string) => ({ client, name });
  const due = (dueOn: string) => ({ channel, approver: `@${cast.approvers[0]}`, language: locale, dueOn });

  test('is one message over all of their projects, with the buttons that finish what waits; nothing where nothing does', async () => {
    const team = await startProject(manager(), locale, starting(names[0]));
    await startProject(manager(), locale, starting(names[1]));
    await joinTeam(on, locale, people.manager, team, people.teammate);
    const [before, theirs] = [direct(manager()).length, direct(on.slack.as(people.teammate)).length];
    // On the day itself they know; before their working time there is no morning.
    await at('2026-11-30T06:00:00Z');
    await at('2026-12-01T00:30:00Z');
    expect(direct(manager())).toHaveLength(before);
    await at('2026-12-01T01:00:00Z');
    await at('2026-12-01T05:00:00Z');
    const [morning, ...others] = direct(manager()).slice(before);
    expect(others).toEqual([]);
    expect(morning?.text).toContain(digest['part.waits']());
    for (const name of names) expect(morning?.text).toContain(name);
    expect(morning?.buttons.filter((one) => one === briefWords.in(locale).edit())).toHaveLength(2);
    expect(direct(on.slack.as(people.teammate))).toHaveLength(theirs);
    // No working day, no digest.
    await liveUntil(on, '2026-12-04T12:00:00Z', 6);
    const friday = direct(manager()).length;
    await liveUntil(on, '2026-12-06T20:00:00Z', 6);
    expect(direct(manager())).toHaveLength(friday);
    on.slack.expectNoErrors();
  });

  test('is their stand-in’s while they are away, with the means to act', async () => {
    await sentProject(manager(), locale, starting(names[0]), due('2026-12-02'));
    const standIn = on.slack.as(people.colleague);
    const told = shown(await manager().in('#general').command(`/project away until 2026-12-11 @${people.colleague}`));
    await told.close({ all: true });
    const [before, theirs] = [direct(manager()).length, direct(standIn).length];
    await liveUntil(on, '2026-12-04T09:00:00Z', 4);
    expect(direct(manager())).toHaveLength(before);
    const brought = direct(standIn).slice(theirs);
    expect(brought.some(({ buttons }) => buttons.includes(words.sendReminder()))).toBe(true);
    const approver = on.slack.as(cast.approvers[0]);
    const seen = approver.sees(channel).length;
    await standIn.click(words.sendReminder());
    expect(
      approver
        .sees(channel)
        .slice(seen)
        .flatMap(({ pings }) => pings),
    ).toEqual([`@${cast.approvers[0]}`]);
    on.slack.expectNoErrors();
  });

  test('has a text to copy where the client is not asked on Slack, and no button that could send it', async () => {
    const team = await startProject(manager(), locale, starting(names[0]));
    await writeBrief(manager(), locale, team);
    const form = await openSending(manager(), locale, team, {
      reach: 'outside',
      offSlack: 'Wang Lei',
      dueOn: '2026-12-01',
      language: locale,
    });
    expect(await form.submit()).toBeUndefined();
    const before = direct(manager()).length;
    await liveUntil(on, '2026-12-03T09:00:00Z', 4);
    const brought = direct(manager())
      .slice(before)
      .filter(({ text }) => text.includes(words.draftToCopy()));
    expect(brought.length).toBeGreaterThan(0);
    for (const { text, buttons } of brought) {
      expect(text).toContain('Wang Lei');
      expect(buttons).toContain(digest.tomorrow());
      expect(buttons).not.toContain(words.sendReminder());
    }
    on.slack.expectNoErrors();
  });

  test('a round ends at its day by the clock, although nobody presses anything', async () => {
    const sending = { ...due('2026-12-02'), approver: cast.approvers.map((name) => `@${name}`) };
    await sentProject(manager(), locale, starting(names[0]), sending);
    const first = on.slack.as(cast.approvers[0]);
    await requestChanges(first, locale, channel, { reason: cast.reason });
    const ended = () =>
      first.sees(channel).filter(({ text }) => text.includes(cast.reason.split(/[:：]/u)[1]?.trim() ?? '?')).length;
    const before = ended();
    await at('2026-12-02T06:00:00Z');
    expect(ended()).toBe(before);
    await liveUntil(on, '2026-12-02T19:00:00Z', 2);
    expect(ended()).toBeGreaterThan(before);
    on.slack.expectNoErrors();
  });
});
