import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { askingWords } from '../../src/approval/words-asking.ts';
import { briefWords } from '../../src/brief/words.ts';
import {
  confirm,
  openSending,
  read,
  requestChanges,
  sendBrief,
  sentProject,
  TEXTS,
  writeBrief,
} from '../support/acts.ts';
import { changeHow } from '../support/acts-asking.ts';
import { CHINESE, ENGLISH } from '../support/cast.ts';
import { type Stage, stage } from '../support/stage.ts';

let on: Stage;
beforeEach(async () => {
  on = await stage();
  await on.slack.as('mei').in('#acme-lantern').invite('xia');
});
afterEach(() => on.end());

const CASTS = [ENGLISH, { ...CHINESE, channel: '#acme-lantern' }] as const;

describe.each(CASTS)('$locale: a round is heard to its end', ({ locale, channel, people, client, names, reason }) => {
  const [words, brief] = [askingWords.in(locale), briefWords.in(locale)];
  const sending = { channel, approver: ['@dana', '@olivia'], language: locale };
  const manager = () => on.slack.as(people.manager);
  const edited = { ...TEXTS[locale], keyMessage: locale === 'zh' ? '真茶，现泡' : 'Real tea, brewed fresh' };
  const cardOf = (team: string) =>
    manager()
      .sees(team)
      .findLast(({ text }) => text.startsWith(brief.cardTitle({ project: names[0] })));

  test('no new version goes out while somebody wants changes and others have not answered, until the round is closed', async () => {
    const team = await sentProject(manager(), locale, { client, name: names[0] }, sending);
    expect(cardOf(team)?.buttons).not.toContain(words.closeRound());
    await requestChanges(on.slack.as('dana'), locale, channel, reason);
    await writeBrief(manager(), locale, team, edited);

    await manager().click(brief.sendButton(), { in: team });
    const told = manager().hasModal() ? manager().modal().text : (manager().private().at(-1)?.text ?? '');
    expect(told).toContain('@olivia');
    if (manager().hasModal()) await manager().modal().close({ all: true });

    await manager().click(words.closeRound(), { in: team });
    expect(cardOf(team)?.buttons).not.toContain(words.closeRound());
    expect(await sendBrief(manager(), locale, team, {})).toBeUndefined();
    await confirm(on.slack.as('dana'), locale, channel);
    await confirm(on.slack.as('olivia'), locale, channel);
    expect(cardOf(team)?.buttons).not.toContain(words.withdrawRequest());
    on.slack.expectNoErrors();
  });

  test('the day to decide by ends the gathering by itself, and the last day ends the request', async () => {
    const team = await sentProject(manager(), locale, { client, name: names[0] }, { ...sending, dueOn: '2026-12-02' });
    await requestChanges(on.slack.as('dana'), locale, channel, reason);
    await writeBrief(manager(), locale, team, edited);
    await on.slack.clock.advance(3 * 24 * 60 * 60 * 1000);
    const form = await openSending(manager(), locale, team, {});
    const again = await changeHow(form, locale, { expiresOn: '2026-12-05' });
    expect(await again.submit()).toBeUndefined();
    expect(cardOf(team)?.text).toContain('2026');
    await on.slack.clock.advance(7 * 24 * 60 * 60 * 1000);
    const before = read(on.slack.as('dana'), channel).length;
    await manager().click(words.remind(), { in: team });
    expect(cardOf(team)?.buttons).not.toContain(words.remind());
    expect(cardOf(team)?.buttons).toContain(brief.sendButton());
    const said = read(on.slack.as('dana'), channel).slice(before).join('\n');
    expect(said).not.toContain('@olivia');
    on.slack.expectNoErrors();
  });
});
