import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Person } from '../../sandbox/driver/person.ts';
import { askingWords } from '../../src/approval/words-asking.ts';
import { briefWords } from '../../src/brief/words.ts';
import { projectWords } from '../../src/project/words.ts';
import { changeHow, openPerson, openWho, personFilling } from '../support/acts-asking.ts';
import {
  confirm,
  openSending,
  read,
  sendBrief,
  type Sending,
  shown,
  startProject,
  writeBrief,
} from '../support/acts.ts';
import { buttonsBesideCard } from '../support/acts-client.ts';
import { CHINESE, ENGLISH } from '../support/cast.ts';
import { type Stage, stage } from '../support/stage.ts';

let on: Stage;
beforeEach(async () => {
  on = await stage();
  for (const handle of ['zhou', 'xia']) await on.slack.as('mei').in('#acme-lantern').invite(handle);
});
afterEach(() => on.end());

/** Three of the client's people, in the order in which they decide; all of them are in the channel. */
const CASTS = [
  { ...ENGLISH, approvers: ['dana', 'olivia', 'zhou'], offSlack: 'Wang Lei, Marketing Director' },
  { ...CHINESE, channel: '#acme-lantern', approvers: ['zhou', 'olivia', 'dana'], offSlack: '王磊，市场总监' },
] as const;

describe.each(CASTS)('$locale: who decides, and how', (cast) => {
  const { locale, channel, approvers, people } = cast;
  const [words, brief, project_] = [askingWords.in(locale), briefWords.in(locale), projectWords.in(locale)];
  const [first, second, third] = approvers;
  const manager = (): Person => on.slack.as(people.manager);
  const handles = approvers.map((name) => `@${name}`);

  async function project(name: 0 | 1 = 0): Promise<string> {
    const team = await startProject(manager(), locale, { client: cast.client, name: cast.names[name] });
    await writeBrief(manager(), locale, team);
    return team;
  }

  const toAll: Sending = { channel, approver: handles, language: locale };
  const onCard = (label: string, team: string, who = manager()) => who.click(label, { in: team });
  const briefCard = (team: string): string =>
    read(manager(), team).find((text) => text.startsWith(brief.cardTitle({ project: cast.names[0] }))) ?? '';
  const mayConfirm = (name: string): Promise<unknown> => confirm(on.slack.as(name), locale, channel);
  const start = project_.startNext({ stage: project_['stage.name']({ stage: 'proposal' }) });
  /** The gate to the next stage opens once the client has agreed. */
  const isConfirmed = (team: string): boolean =>
    manager()
      .sees(team)
      .some(({ buttons }) => buttons.includes(start));
  /** What they were told in private, the last thing. */
  const toldTo = (name: string): string => on.slack.as(name).private().at(-1)?.text ?? '';

  test('three are asked one after the other, in the order in which they were chosen', async () => {
    const team = await project();
    const form = await openSending(manager(), locale, team, toAll);
    expect(form.labels.length).toBeLessThanOrEqual(6);
    const back = await changeHow(form, locale, { order: 'inOrder', needs: 'all' });
    expect(back.text).toContain(words.howAsked({ order: 'inOrder', needs: 'all', count: 0 }));
    expect(await back.submit()).toBeUndefined();
    await mayConfirm(second);
    expect(toldTo(second)).toContain(handles[0]);
    expect(isConfirmed(team)).toBe(false);
    for (const name of approvers) {
      expect(isConfirmed(team)).toBe(false);
      await mayConfirm(name);
    }
    expect(isConfirmed(team)).toBe(true);
    on.slack.expectNoErrors();
  });

  test.each([1, 2])('%d of three is enough, where that was chosen', async (count) => {
    const team = await project();
    const form = await openSending(manager(), locale, team, toAll);
    expect(await (await changeHow(form, locale, { needs: count })).submit()).toBeUndefined();
    for (const name of approvers.slice(0, count)) {
      expect(isConfirmed(team)).toBe(false);
      await mayConfirm(name);
    }
    expect(isConfirmed(team)).toBe(true);
    on.slack.expectNoErrors();
  });

  test('whoever is not on Slack is reached outside it: nothing is posted to the client, and the card says what to do', async () => {
    const team = await project();
    const before = read(on.slack.as(first), channel);
    const form = await openSending(manager(), locale, team, {
      reach: 'outside',
      offSlack: cast.offSlack,
      language: locale,
    });
    expect(form.labels).not.toContain(brief['channel.label']());
    expect(form.text).toContain(brief.goesOutside());
    expect(await form.submit()).toBeUndefined();
    expect(read(on.slack.as(first), channel)).toEqual(before);
    expect(briefCard(team)).toContain(brief.outsideState({ version: 1 }));
    expect(briefCard(team)).not.toContain(words.remind());
    expect(briefCard(team)).toContain(cast.offSlack.slice(0, 2));
    on.slack.expectNoErrors();
  });

  test('somebody on Slack and somebody who is not decide together', async () => {
    const team = await project();
    const sent = await sendBrief(manager(), locale, team, {
      ...toAll,
      approver: handles[0] ?? '',
      offSlack: cast.offSlack,
    });
    expect(sent).toBeUndefined();
    await mayConfirm(first);
    expect(isConfirmed(team)).toBe(false);
    expect(briefCard(team)).toContain(cast.offSlack.slice(0, 2));
    // Only somebody who is not on Slack is awaited: nobody can be reminded there.
    expect(briefCard(team)).not.toContain(words.remind());
    on.slack.expectNoErrors();
  });

  test('the client’s next project begins with the same people, asked in the same way', async () => {
    const team = await project();
    const form = await openSending(manager(), locale, team, { ...toAll, offSlack: cast.offSlack });
    expect(await (await changeHow(form, locale, { needs: 2, contact: handles[1] ?? '' })).submit()).toBeUndefined();
    const next = await project(1);
    const again = shown(await onCard(brief.sendButton(), next));
    expect(again.text).toContain(words.howAsked({ order: 'sideBySide', needs: 'some', count: 2 }));
    expect(JSON.stringify(again.raw.blocks)).toContain(cast.offSlack);
    const who = await openWho(again, locale);
    for (const [index, name] of approvers.entries()) {
      const called = on.slack.engine.world.users.get(on.slack.as(name).id);
      expect(who.text).toContain(`${index + 1}. ${called?.name ?? '?'}`);
    }
    on.slack.expectNoErrors();
  });

  test('somebody else decides instead of an approver, who is told so when they press', async () => {
    const team = await project();
    expect(await sendBrief(manager(), locale, team, { ...toAll, approver: handles[0] ?? '' })).toBeUndefined();
    const deciders = shown(await onCard(words.change(), team));
    const one = await openPerson(deciders, locale, 1);
    const left = shown(await one.fill(personFilling({ replaceWith: handles[1] ?? '' }, locale)).submit());
    expect(left.errors).toEqual({});
    await left.close({ all: true });
    await mayConfirm(first);
    expect(toldTo(first)).toContain(handles[1]);
    expect(isConfirmed(team)).toBe(false);
    await mayConfirm(second);
    expect(isConfirmed(team)).toBe(true);
    on.slack.expectNoErrors();
  });

  test('a stand-in answers for somebody who is away, and nobody is waited for in vain', async () => {
    const team = await project();
    expect(await sendBrief(manager(), locale, team, { ...toAll, approver: handles[0] ?? '' })).toBeUndefined();
    const away = await openPerson(shown(await onCard(words.change(), team)), locale, 1);
    const day = personFilling({ awayUntil: '2026-12-24' }, locale);
    await shown(await away.fill(day).submit()).close({ all: true });
    expect(briefCard(team)).not.toContain(words.remind());
    const named = await openPerson(shown(await onCard(words.change(), team)), locale, 1);
    await shown(await named.fill(personFilling({ standIn: handles[2] ?? '' }, locale)).submit()).close({ all: true });
    expect(briefCard(team)).toContain(words.remind());
    await mayConfirm(third);
    expect(isConfirmed(team)).toBe(true);
    on.slack.expectNoErrors();
  });

  test('whoever is awaited is reminded once a working day', async () => {
    const team = await project();
    expect(await sendBrief(manager(), locale, team, { ...toAll, approver: handles.slice(0, 2) })).toBeUndefined();
    await mayConfirm(first);
    const pings = () =>
      on.slack
        .as(first)
        .sees(channel)
        .flatMap((message) => message.pings);
    const before = pings().length;
    await onCard(words.remind(), team);
    expect(pings().slice(before)).toEqual([handles[1]]);
    await onCard(words.remind(), team);
    expect(toldTo(people.manager)).toContain('UTC');
    expect(pings().length).toBe(before + 1);
    await on.slack.clock.advance(24 * 60 * 60 * 1000);
    await onCard(words.remind(), team);
    expect(pings().length).toBe(before + 2);
    on.slack.expectNoErrors();
  });

  test('a request that is withdrawn tells the client why, and its buttons go', async () => {
    const team = await project();
    expect(await sendBrief(manager(), locale, team, { ...toAll, approver: handles[0] ?? '' })).toBeUndefined();
    const form = shown(await onCard(words.withdrawRequest(), team));
    await form.fill({ [words['requestReason.label']()]: cast.reason }).submit();
    const seen = on.slack.as(first).sees(channel);
    expect(seen.at(-1)?.text).toContain(cast.reason);
    expect(buttonsBesideCard(on.slack.as(first), channel, locale)).toEqual([]);
    expect(briefCard(team)).not.toContain(words.withdrawRequest());
    on.slack.expectNoErrors();
  });

  test('the team sees what waits, and only who runs the project may do something about it', async () => {
    const team = await project();
    await manager().in(team).invite(people.teammate);
    expect(await sendBrief(manager(), locale, team, { ...toAll, approver: handles[0] ?? '' })).toBeUndefined();
    const teammate = on.slack.as(people.teammate);
    for (const label of [words.remind(), words.change(), words.withdrawRequest()]) {
      await onCard(label, team, teammate);
      // Told in private, or in a modal without anything to fill or to submit.
      const told = teammate.hasModal() ? teammate.modal().text : toldTo(people.teammate);
      expect(told).toContain(`@${people.manager}`);
      if (teammate.hasModal()) expect(await teammate.modal().close({ all: true })).toBeUndefined();
    }
    expect(briefCard(team)).toContain(words.remind());
    expect(isConfirmed(team)).toBe(false);
    on.slack.expectNoErrors();
  });
});
