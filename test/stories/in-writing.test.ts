import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { read, shown } from '../support/acts.ts';
import { CHINESE, ENGLISH } from '../support/cast.ts';
import {
  begun,
  outside,
  objectTo,
  record,
  RECORD,
  recordOf,
  seenByClient,
  seenByTeam,
  stateOf,
  wordsIn,
  wroteIn,
} from '../support/evidence.ts';
import { decided } from '../support/outcome.ts';
import { type Stage, stage } from '../support/stage.ts';

let on: Stage;
beforeEach(async () => {
  on = await stage();
});
afterEach(() => on.end());

describe.each([ENGLISH, CHINESE])('what a client says elsewhere, in $locale', (cast) => {
  const zh = cast.locale === 'zh';

  test('on WeChat, where nobody of theirs is on Slack: the screenshot is their answer', async () => {
    const walk = await outside(on, cast, zh ? '王女士' : 'Ms Wang');
    const { as, team } = walk;
    await as('manager')
      .in(team)
      .post('', { files: [{ name: 'wechat.png', text: 'a picture' }] });
    const file = as('manager').sees(team).at(-1)?.ts ?? '';
    const left = await record(
      await as('manager').shortcut(RECORD, file, { in: team }),
      { verb: 'confirmed', way: 'wechat' },
      cast.locale,
    );
    expect(left).toBeUndefined();
    expect(stateOf(walk)).toContain(zh ? '王女士' : 'confirmed by Ms Wang');
    expect(stateOf(walk)).toContain(wordsIn(walk).byEvidence({ way: 'wechat' }));
    expect(await recordOf(walk)).toContain(wordsIn(walk).byEvidence({ way: 'wechat' }));
    on.slack.expectNoErrors();
  });

  test('in an e-mail that is pasted: with their words, the lines they are about, and shown to them', async () => {
    const walk = await begun(on, cast);
    const { as, team } = walk;
    const mail = zh ? '第2条请改成家庭，不是学生。' : 'Line 2: families, not students.';
    await as('manager').in(team).post(mail);
    const form = await as('manager').shortcut(RECORD, mail, { in: team });
    const given = { approver: as('approver').handle, verb: 'changesRequested', way: 'email', lines: [3] } as const;
    const { approver: _one, ...known } = given;
    expect(await record(form, known, cast.locale)).toBeUndefined();
    expect(seenByTeam(walk)).toContain(mail);
    const note = as('approver')
      .sees(cast.channel)
      .find(({ buttons }) => buttons.includes(wordsIn(walk).object()));
    expect(note?.text).toContain(mail);
    expect(note?.text).toContain(wordsIn(walk).byEvidence({ way: 'email' }));
    expect(note?.thread).toBeDefined();
    expect(stateOf(walk)).toContain(wordsIn(walk).linesChanges({ lines: '2–3' }));
    on.slack.expectNoErrors();
  });

  test('on the telephone: noted and nothing more, until it comes in writing', async () => {
    const walk = await begun(on, cast);
    const { as, team } = walk;
    const words = wordsIn(walk);
    const note = zh ? '李总电话里说可以' : 'She said on the phone that it is fine';
    await as('manager').in(team).post(note);
    const first = shown(await as('manager').shortcut(RECORD, note, { in: team }));
    const second = shown(
      await first
        .fill({ [words['verb.label']()]: words['verb.confirmed'](), [words['way.label']()]: words['way.telephone']() })
        .submit(),
    );
    expect(second.text).toContain(words.whenTelephone());
    expect(await second.submit()).toBeUndefined();
    expect(stateOf(walk)).toContain(zh ? '等待' : 'by telephone, awaited in writing');
    expect(seenByTeam(walk)).toContain(note);
    // It opens nothing, and nobody is told that it was recorded for them.
    expect(read(as('manager'), team).join()).not.toContain(zh ? '进入提案' : '[Start Proposal]');
    expect(seenByClient(walk)).not.toContain(`[${words.object()}]`);

    await wroteIn(walk, 'approver', zh ? '我们确认第一版' : 'We confirm version 1');
    await as('approver').click(words.recordAs({ verb: words['verb.confirmed']() }));
    expect(stateOf(walk)).toContain(words.byEvidence({ way: 'message' }));
    on.slack.expectNoErrors();
  });

  test('an objection sets it aside, calls the account manager, and the request is open again', async () => {
    const walk = await begun(on, cast);
    const { as, team } = walk;
    const words = wordsIn(walk);
    await as('manager').in(team).post('ok ok ok');
    const form = await as('manager').shortcut(RECORD, 'ok ok ok', { in: team });
    await record(form, { verb: 'confirmed', way: 'wecom' }, cast.locale);
    expect(seenByClient(walk)).toContain(words.takeBack());
    const reason = zh ? '我们只是说收到了' : 'We only said that we had received it';
    expect(await objectTo(as('approver'), cast.locale, cast.channel, reason)).toBeUndefined();
    expect(seenByTeam(walk)).toContain(reason);
    const asked = as('manager')
      .sees(team)
      .find(({ pings, text }) => pings.includes(`@${cast.people.manager}`) && /objected|异议/u.test(text));
    expect(asked).toBeDefined();
    expect(stateOf(walk)).not.toMatch(/was confirmed|已由/u);

    // Once is enough: the note that is still there shows what does not count any more.
    const settled = await decided(on);
    await as('approver').click(words.object(), { in: cast.channel });
    expect(as('approver').private().at(-1)?.text).toContain(words['evidence.objectedAlready']());
    expect(await decided(on)).toBe(settled);

    await as('approver').click(words['verb.confirmed'](), { in: cast.channel });
    expect(stateOf(walk)).not.toContain(words.byEvidence({ way: 'wecom' }));
    expect(await recordOf(walk)).toMatch(/objected|异议/u);
    on.slack.expectNoErrors();
  });
});
