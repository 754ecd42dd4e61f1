import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { read, sendBrief, TEXTS, writeBrief } from '../support/acts.ts';
import { CHINESE, ENGLISH } from '../support/cast.ts';
import { begun, recordOf, seenByClient, stateOf, wordsIn, wroteIn } from '../support/evidence.ts';
import { decided } from '../support/outcome.ts';
import { type Stage, stage } from '../support/stage.ts';

let on: Stage;
beforeEach(async () => {
  on = await stage();
});
afterEach(() => on.end());

describe.each([ENGLISH, CHINESE])('what an approver says in the thread, in $locale', (cast) => {
  const zh = cast.locale === 'zh';

  test('a bare agreement is no decision: the approver alone is asked, and confirms by their own button', async () => {
    const walk = await begun(on, cast);
    const { as } = walk;
    const words = wordsIn(walk);
    const before = await decided(on);
    await wroteIn(walk, 'approver', zh ? '同意' : 'OK!');
    const [asked] = as('approver').private();
    expect(as('approver').private()).toHaveLength(1);
    expect(asked?.text).toContain(words['verb.confirmed']());
    expect(asked?.buttons).toEqual([words.recordAs({ verb: words['verb.confirmed']() }), words.no()]);
    expect(as('manager').private()).toEqual([]);
    expect(await decided(on)).toBe(before);

    await as('approver').click(words.recordAs({ verb: words['verb.confirmed']() }));
    expect(stateOf(walk)).toMatch(zh ? /周|Zhou/u : /confirmed by Dana/u);
    // It is theirs by a button: there is nothing that proves anything, and nothing to object to.
    expect(stateOf(walk)).not.toContain(words.byEvidence({ way: 'message' }));
    expect(seenByClient(walk)).not.toContain(`[${words.object()}]`);
    on.slack.expectNoErrors();
  });

  test('a thumb on a version is asked about the same way, once', async () => {
    const walk = await begun(on, cast);
    const { as } = walk;
    const version = zh ? '第 1 版' : 'version 1';
    const post = as('approver')
      .sees(cast.channel)
      .find(({ text, thread }) => thread !== undefined && text.includes(version));
    await as('approver').react('eyes', post?.ts ?? '', { in: cast.channel });
    expect(as('approver').private()).toEqual([]);
    await as('approver').react('+1', post?.ts ?? '', { in: cast.channel });
    expect(as('approver').private()).toHaveLength(1);
    await as('approver').react('white_check_mark', post?.ts ?? '', { in: cast.channel });
    await on.slack.again(2, 'reaction_added');
    expect(as('approver').private()).toHaveLength(1);
    on.slack.expectNoErrors();
  });

  test('a sentence is recorded by its author: with exactly these words, the moment and the message', async () => {
    const walk = await begun(on, cast);
    const { as } = walk;
    const words = wordsIn(walk);
    const text = zh ? '我们确认第一版 <没有修改> & *谢谢*' : 'We confirm version 1 <as it stands> & *thank you*';
    await wroteIn(walk, 'approver', text);
    expect(as('approver').private().at(-1)?.text).toContain(text);
    await as('approver').click(words.recordAs({ verb: words['verb.confirmed']() }));
    const note = as('approver')
      .sees(cast.channel)
      .find(({ buttons }) => buttons.includes(words.object()));
    expect(note?.text).toContain(text);
    expect(as('approver').private().at(-1)?.text).toContain(words['said.confirmed']());
    expect(await recordOf(walk)).toContain(zh ? '消息' : 'in a message');
    // Pressed once more, nothing is recorded twice.
    const settled = await decided(on);
    await as('approver').click(words.recordAs({ verb: words['verb.confirmed']() }));
    await on.slack.again(2, 'approval.recordHeard');
    expect(await decided(on)).toBe(settled);
    on.slack.expectNoErrors();
  });

  test('who says no is not asked again about this version, and is about the next', async () => {
    const walk = await begun(on, cast);
    const { as, team } = walk;
    const words = wordsIn(walk);
    await wroteIn(walk, 'approver', 'ok');
    await as('approver').click(words.no());
    expect(as('approver').private().at(-1)?.buttons).toEqual([]);
    const told = as('approver').private().length;
    await wroteIn(walk, 'approver', zh ? '我们确认第一版' : 'We confirm version 1');
    expect(as('approver').private()).toHaveLength(told);

    await writeBrief(as('manager'), cast.locale, team, { ...TEXTS[cast.locale], keyMessage: zh ? '真茶' : 'Real tea' });
    await sendBrief(as('manager'), cast.locale, team, { language: cast.locale });
    await wroteIn(walk, 'approver', 'ok');
    expect(as('approver').private()).toHaveLength(told + 1);
    on.slack.expectNoErrors();
  });

  test('a message edited or deleted afterwards changes nothing, and is noted each time', async () => {
    const walk = await begun(on, cast);
    const { as } = walk;
    const words = wordsIn(walk);
    const text = zh ? '我们确认第一版' : 'We confirm version 1';
    const ts = await wroteIn(walk, 'approver', text);
    await as('approver').click(words.recordAs({ verb: words['verb.confirmed']() }));
    const state = stateOf(walk);
    const lines = () =>
      read(as('manager'), walk.team).filter((line) => /the message that proves|依据的消息/u.test(line));

    await as('approver')
      .in(cast.channel)
      .edit(ts, zh ? '我们没有确认' : 'We did not confirm anything');
    expect(lines()).toHaveLength(1);
    expect(lines()[0]).toContain(text);
    await on.slack.again(2, 'message');
    expect(lines()).toHaveLength(1);
    await as('approver').in(cast.channel).remove(ts);
    expect(lines()).toHaveLength(2);
    expect(lines()[1]).toContain(text);
    expect(stateOf(walk)).toBe(state);
    expect(await recordOf(walk)).toMatch(/was edited[\s\S]*|被编辑过/u);
    expect(await recordOf(walk)).toMatch(/was deleted|被删除/u);
    // What proves nothing is nobody's matter.
    await wroteIn(walk, 'approver', zh ? '今天天气不错' : 'Lovely weather');
    await as('approver')
      .in(cast.channel)
      .edit(zh ? '今天天气不错' : 'Lovely weather', '.');
    expect(lines()).toHaveLength(2);
    on.slack.expectNoErrors();
  });
});
