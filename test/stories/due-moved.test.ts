import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { dueWords } from '../../src/approval/words-due.ts';
import { briefWords } from '../../src/brief/words.ts';
import { read, requestChanges, sentProject, shown, TEXTS, writeBrief } from '../support/acts.ts';
import { recorded } from '../support/acts-stages.ts';
import { CHINESE, ENGLISH } from '../support/cast.ts';
import { type Stage, stage } from '../support/stage.ts';

let on: Stage;
beforeEach(async () => {
  on = await stage();
  await on.slack.as('mei').in('#acme-lantern').invite('xia');
});
afterEach(async () => {
  on.slack.expectNoErrors();
  await on.end();
});

const CASTS = [ENGLISH, { ...CHINESE, channel: '#acme-lantern' }] as const;

describe.each(CASTS)('$locale: another day to decide by', ({ locale, channel, people, client, names, reason }) => {
  const words = dueWords.in(locale);
  const brief = briefWords.in(locale);
  const sending = { channel, approver: ['@dana', '@olivia'], language: locale, dueOn: '2026-12-02' };
  const manager = () => on.slack.as(people.manager);
  const open = async (team: string) => shown(await manager().click(words.button(), { in: team }));
  const filled = (movedTo: string) => ({
    [words['movedTo.label']()]: movedTo,
    [words['movedWhy.label']()]: reason,
  });

  test('is given with a reason, which the client reads in the thread; it stands on the cards and on the record', async () => {
    const team = await sentProject(manager(), locale, { client, name: names[0] }, sending);
    const form = await open(team);
    expect(JSON.stringify(form.raw)).toContain('"initial_date":"2026-12-02"');
    const same = shown(await form.fill(filled('2026-12-02')).submit());
    expect(Object.keys(same.errors)).toEqual([words['movedTo.label']()]);
    const past = shown(await same.fill(filled('2020-01-01')).submit());
    expect(Object.keys(past.errors)).toEqual([words['movedTo.label']()]);
    expect(await past.fill(filled('2026-12-09')).submit()).toBeUndefined();

    const told = read(on.slack.as('dana'), channel).filter((text) => text.includes(reason));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('@dana');
    expect(told[0]).toContain('@olivia');
    expect(read(manager(), team)).toContainEqual(expect.stringContaining(reason));
    expect(read(on.slack.as('dana'), channel)).toContainEqual(
      expect.stringMatching(locale === 'en' ? /Version 1[^]*9 Dec/u : /第 1 版[^]*12月9日/u),
    );
    expect(await recorded(on.db, names[0])).toContain('approval.dueMoved');
  });

  test('has the round go on until it, where the day before had ended it', async () => {
    const team = await sentProject(manager(), locale, { client, name: names[0] }, sending);
    await requestChanges(on.slack.as('dana'), locale, channel, reason);
    const keyMessage = locale === 'zh' ? '真茶，现泡' : 'Real tea, brewed fresh';
    await writeBrief(manager(), locale, team, { ...TEXTS[locale], keyMessage });
    await on.slack.clock.to(Date.parse('2026-12-03T08:00:00Z'));
    await on.slack.idle();
    await (await open(team)).fill(filled('2026-12-09')).submit();
    await manager().click(brief.sendButton(), { in: team });
    const told = manager().hasModal() ? manager().modal().text : (manager().private().at(-1)?.text ?? '');
    expect(told).toContain('@olivia');
    if (manager().hasModal()) await manager().modal().close({ all: true });
  });
});
