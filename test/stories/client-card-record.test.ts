import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { cardWords } from '../../src/client/words-card.ts';
import { requestWords } from '../../src/client/words-requests.ts';
import { confirm, shown } from '../support/acts.ts';
import { askByCard, previewReply } from '../support/acts-client.ts';
import { carded } from '../support/carded.ts';
import { CHINESE, ENGLISH } from '../support/cast.ts';
import { type Stage, stage } from '../support/stage.ts';

let on: Stage;
beforeEach(async () => {
  on = await stage();
});
afterEach(() => on.end());

describe.each([ENGLISH, CHINESE])('the client’s record, in $locale', (cast) => {
  const { locale, channel, people } = cast;
  const [name] = cast.names;
  const words = cardWords.in(locale);
  const asks = requestWords.in(locale);

  test('names what was sent, said and agreed, with numbers and hashes, and nothing of the team’s', async () => {
    const { as, team, words: said } = await carded(on, cast);
    await as('manager').in(team).invite(people.teammate);
    await as('manager').click(said.project.joinerYes());
    await confirm(as('approver'), locale, channel);
    const asked = { channel, project: name, card: locale, button: 'problem', text: 'Wrong price' } as const;
    await (await askByCard(as('approver'), asked)).close({ all: true });
    const form = shown(await as('manager').click(asks.answer(), { in: team }));
    await (await previewReply(as('manager'), locale, form, 'ANSWERED')).submit();

    const record = shown(await as('approver').click(words.record(), { in: channel }));
    expect(record.title).toBe(words.recordTitle());
    const { text } = record;
    const teams = shown(
      await as('manager')
        .in(team)
        .command(locale === 'zh' ? '/project 记录' : '/project record'),
    );
    // Every line of theirs stands in the whole record as well, under the same number and with the same hash.
    const linesOf = (of: string) => of.split('\n').filter((line) => /[0-9a-f]{12}/u.test(line));
    const hashes = (of: string) => linesOf(of).flatMap((line) => line.match(/[0-9a-f]{12}/gu) ?? []);
    expect(hashes(text).length).toBeGreaterThanOrEqual(6);
    expect(hashes(teams.text)).toEqual(expect.arrayContaining(hashes(text)));
    expect(hashes(text).length).toBeLessThan(hashes(teams.text).length);
    expect(text).not.toContain(teams.text.match(/[^\n]*(joined the project|加入了项目)[^\n]*/u)?.[0] ?? 'joined');
    // Ways lead to the client's channel alone.
    const links = JSON.stringify(record.raw).match(/archives\/[A-Z0-9]+/gu) ?? [];
    expect(new Set(links).size).toBe(1);
    on.slack.expectNoErrors();
  });

  test('comes in pages, each to be turned, and back to the newest', async () => {
    const { as, team } = await carded(on, cast);
    for (const text of ['1', '2', '3', '4', '5', '6']) {
      const asked = { channel, project: name, card: locale, button: 'problem', text } as const;
      await (await askByCard(as('approver'), asked)).close({ all: true });
      const form = shown(await as('manager').click(asks.answer(), { in: team }));
      await (await previewReply(as('manager'), locale, form, `Seen ${text}`)).submit();
    }
    const newest = shown(await as('approver').click(words.record(), { in: channel }));
    const older = shown(await newest.press(words.recordOlder()));
    expect(older.text).not.toBe(newest.text);
    const back = shown(await older.press(words.recordNewest()));
    expect(back.text).toBe(newest.text);
    on.slack.expectNoErrors();
  });
});
