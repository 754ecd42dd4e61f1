import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { answerWords } from '../../src/approval/words-answers.ts';
import { askingWords } from '../../src/approval/words-asking.ts';
import { overviewWords } from '../../src/approval/words-overview.ts';
import { deliverableWords } from '../../src/deliverable/words.ts';
import { detailWords } from '../../src/deliverable/words-details.ts';
import { finalWords } from '../../src/deliverable/words-final.ts';
import { deliverableHomeWords } from '../../src/deliverable/words-home.ts';
import { homeWords } from '../../src/home/words.ts';
import type { Person } from '../../sandbox/driver/person.ts';
import { projectCardWords } from '../../src/project/words-card.ts';
import { shown, startProject } from '../support/acts.ts';
import { bring, bringNext, everyPoint } from '../support/acts-deliverable.ts';
import { approve, sendVersionTo } from '../support/acts-deliverable-client.ts';
import { liveUntil } from '../support/acts-nudges.ts';
import { endAs, enrol, openStages, pressIn } from '../support/acts-stages.ts';
import { CHINESE, ENGLISH } from '../support/cast.ts';
import { POSTER, readyWalk } from '../support/sent-walk.ts';
import { type Stage, stage } from '../support/stage.ts';

let on: Stage;
beforeEach(async () => {
  on = await stage();
});
afterEach(async () => {
  on.slack.expectNoErrors();
  await on.end();
});

const overview = async (person: Person) => shown(await person.in('#general').command('/approval'));

describe.each([ENGLISH, CHINESE])('$locale: the overview of approvals', (cast) => {
  const { locale, channel, people, names, client } = cast;
  const words = overviewWords.in(locale);
  const rows = deliverableHomeWords.in(locale);
  const { name, link } = POSTER[locale];
  const sending = { channel, approver: `@${people.approver}`, language: locale } as const;
  const card = (walk: { manager: Person; team: string }) =>
    walk.manager
      .pins(walk.team)
      .map(({ text }) => text)
      .join('\n');
  const counted = (is: string) => projectCardWords.in(locale).deliverablesAre({ is, count: 1 });

  /** A guest sees what waits for them on their Home, too, and finishes it in the overview. */
  async function approveInOverview(guest: Person): Promise<void> {
    const waiting = rows.waitDecide({ name, version: 1 });
    expect((await guest.home()).text).toContain(waiting);
    const mine = shown(await guest.in(channel).command('/approval'));
    expect(mine.text).not.toContain(words.theirs());
    const after = shown(await mine.press(answerWords.in(locale)['verb.approved']()));
    expect(after.text).toContain(words.done());
    expect(after.text).toContain(words.mineNothing());
    await after.close();
    expect((await guest.home()).text).not.toContain(waiting);
  }

  test('shows a check to whoever checks, with its button, and to whoever waits for it; then that it can be sent', async () => {
    const [manager, checker] = [on.slack.as(people.manager), on.slack.as(people.teammate)];
    const team = await startProject(manager, locale, { client, name: names[0] });
    await enrol(on, team, people.teammate, 'teamMember');
    await manager.in(team).invite(people.teammate);
    expect((await overview(manager)).text).toContain(words.theirsNothing());
    await manager.modal().close();
    await bring(manager, locale, team, { name, content: link });
    expect(card({ manager, team })).toContain(counted('checking'));

    const waiting = await overview(manager);
    expect(waiting.text).toContain(words.mineNothing());
    expect(waiting.text).toContain(words.subjectNamed({ named: name, version: 1 }));
    await waiting.close();
    const mine = await overview(checker);
    expect(mine.text).toContain(rows.waitCheck({ name, version: 1 }));
    expect(mine.text).toContain(names[0]);
    const form = shown(await mine.press(deliverableWords.in(locale).check()));
    await form.fill(everyPoint(form, locale)).submit();

    const next = await overview(manager);
    expect(next.text).toContain(rows.waitSend({ name, version: 1 }));
    expect(next.text).toContain(words.theirsNothing());
    expect((await manager.home()).text).toContain(rows.waitSend({ name, version: 1 }));
    await next.close();
    expect(card({ manager, team })).toContain(counted('ready'));
  });

  test('shows the client’s decision to those who wait for it, who remind there; and it is drawn again by what is done in it', async () => {
    const walk = await readyWalk(on, cast);
    expect(await sendVersionTo(walk.manager, locale, walk.team, sending)).toBeUndefined();
    const what = words.subjectNamed({ named: name, version: 1 });
    expect((await walk.manager.home()).text).toContain(homeWords.in(locale).awaited());
    expect((await walk.manager.home()).text).toContain(what);
    await on.slack.clock.advance(26 * 3_600_000);
    const before = walk.approver.sees(channel).length;
    const reminded = shown(await (await overview(walk.manager)).press(askingWords.in(locale).remind()));
    expect(walk.approver.sees(channel).length).toBe(before + 1);
    expect(reminded.text).toContain(words.done());
    expect(reminded.text).toContain(what);
    await reminded.close();

    // Another company's people have neither Home nor commands of ours: they answer where they were asked.
    await (locale === 'en' ? approve(walk.approver, locale, channel) : approveInOverview(walk.approver));
    expect((await overview(walk.manager)).text).toContain(words.theirsNothing());
    await walk.manager.modal().close();
    expect(card(walk)).toContain(counted('approved'));
  });

  test('lists what is approved and nothing else, with what exactly it is and where it may be used', async () => {
    const final = finalWords.in(locale);
    const verb = locale === 'zh' ? '定稿' : 'final';
    const walk = await readyWalk(on, cast);
    const list = async () => shown(await walk.manager.in(walk.team).command(`/approval ${verb}`));
    await sendVersionTo(walk.manager, locale, walk.team, sending);
    const none = await list();
    expect(none.text).toContain(final.nothing());
    await none.close();
    await approve(walk.approver, locale, channel);
    const one = await list();
    expect(one.text).toContain(final.version({ version: 1 }));
    expect(one.text).toContain(final.noRights());
    expect(JSON.stringify(one.raw)).toContain(link);
    expect(one.text).toMatch(/[0-9a-f]{64}/u);
    await one.close();
    await bringNext(walk.manager, locale, walk.team, { content: `${link}-2` });
    const newer = await list();
    expect(newer.text).toContain(final.newer({ version: 2 }));
    expect(JSON.stringify(newer.raw)).not.toContain(`${link}-2`);
    await newer.close();
  });

  test('has whoever ran a project that has ended told once that usage rights end, thirty days ahead, and of nothing else', async () => {
    const details = detailWords.in(locale);
    const walk = await readyWalk(on, cast);
    const { manager } = walk;
    await sendVersionTo(manager, locale, walk.team, sending);
    await approve(walk.approver, locale, channel);
    const form = shown(await manager.click(deliverableWords.in(locale).rightsButton(), { in: walk.team }));
    const noted = {
      [details['media.label']()]: 'Web',
      [details['territory.label']()]: 'Asia',
      [details['until.label']()]: '2027-02-28',
    };
    expect(await form.fill(noted).submit()).toBeUndefined();
    const stages = await pressIn(await openStages(manager, locale, walk.team), locale, 'end');
    await endAs(stages, locale, { as: 'completed', reason: cast.reason });
    if (manager.hasModal()) await manager.modal().close({ all: true });

    const about = (text: string) => text.includes('Asia');
    const [team, room] = [manager.sees(walk.team).length, walk.approver.sees(channel).length];
    const told = () => manager.dms().filter(({ ephemeral, text }) => !ephemeral && about(text));
    await liveUntil(on, '2027-01-28T12:00:00Z', 24);
    expect(told()).toEqual([]);
    const before = manager.dms().length;
    await liveUntil(on, '2027-02-02T12:00:00Z', 6);
    expect(told()).toHaveLength(1);
    expect(told()[0]?.buttons).toEqual(expect.arrayContaining([expect.stringMatching(/rights|使用/u)]));
    await liveUntil(on, '2027-03-05T12:00:00Z', 24);
    expect(manager.dms()).toHaveLength(before + 1);
    expect([manager.sees(walk.team).length, walk.approver.sees(channel).length]).toEqual([team, room]);
    expect(shown(await manager.click(told()[0]?.buttons[0] ?? '', { message: /Asia/u })).labels).toContain(
      details['until.label'](),
    );
  }, 120_000);
});
