import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Modal } from '../../sandbox/driver/modal.ts';
import { answerWords } from '../../src/approval/words-answers.ts';
import { evidenceWords } from '../../src/approval/words-evidence.ts';
import { read, sendBrief, sentProject, shown, TEXTS, writeBrief } from '../support/acts.ts';
import { objectTo, record, type Recording, RECORD, saidFilling } from '../support/evidence.ts';
import { arrives } from '../support/forge.ts';
import { decided, unfinished } from '../support/outcome.ts';
import { lostOnTheWay, type Stage, stage } from '../support/stage.ts';

const CHANNEL = '#acme-lantern';
const words = { ...answerWords.in('en'), ...evidenceWords.in('en') };
const SENDING = { channel: CHANNEL, approver: '@dana', language: 'en' } as const;

let on: Stage;
let team: string;
beforeEach(async () => {
  on = await stage();
  team = await sentProject(mei(), 'en', { client: 'Acme', name: 'Spring launch' }, SENDING);
});
afterEach(() => on.end());

const mei = () => on.slack.as('mei');
const dana = () => on.slack.as('dana');
const nextVersion = async () => {
  await writeBrief(mei(), 'en', team, { ...TEXTS.en, keyMessage: 'Real tea, brewed slowly' });
  await sendBrief(mei(), 'en', team, { language: 'en' });
};
const inThread = (handle: string, text: string) =>
  on.slack.as(handle).in(CHANNEL).post(text, { thread: 'Spring launch' });
/** The shortcut on something that Mei wrote to the team. */
const onNote = async (text = 'From the e-mail of today'): Promise<Modal> => {
  await mei().in(team).post(text);
  return shown(await mei().shortcut(RECORD, text, { in: team }));
};
const EMAIL: Recording = { verb: 'confirmed', way: 'email', words: 'We confirm version 1' };

describe('what comes late, or twice', () => {
  test('an “ok” that arrives after the next version was sent asks nobody about that one', async () => {
    await lostOnTheWay(on, () => inThread('dana', 'ok'));
    const late = on.slack.journal.deliveries('message').at(-1)?.id ?? '';
    await nextVersion();
    await arrives(on, late);
    await arrives(on, late);
    expect(dana().private()).toEqual([]);
    expect(await unfinished(on)).toEqual([]);
    on.slack.expectNoErrors();
  });

  test('a decision is recorded once, however often it is delivered, and noted once that its message is gone', async () => {
    const ts = await inThread('dana', 'We confirm version 1');
    await on.slack.again(2, 'message');
    expect(dana().private()).toHaveLength(1);
    const form = await mei().shortcut(RECORD, 'We confirm version 1', { in: CHANNEL });
    expect(await record(form, { verb: 'confirmed' }, 'en')).toBeUndefined();
    const settled = await decided(on);
    await on.slack.again(3, 'view_submission approval.whenForm');
    await dana().click(words.recordAs({ verb: words['verb.confirmed']() }));
    expect(dana().private().at(-1)?.text).toMatch(/already recorded|confirmed/u);
    expect(await decided(on)).toBe(settled);

    await lostOnTheWay(on, () => dana().in(CHANNEL).remove(ts));
    const gone = on.slack.journal.deliveries('message').at(-1)?.id ?? '';
    await nextVersion();
    await arrives(on, gone);
    await arrives(on, gone);
    const lines = read(mei(), team).filter((line) => line.includes('was deleted'));
    expect(lines).toHaveLength(1);
    // It proves an answer to the version before.
    expect(lines[0]).toMatch(/^Version 1:/u);
    on.slack.expectNoErrors();
  });

  test('an objection to a version that was replaced is too late, and is told which one holds', async () => {
    expect(await record(await onNote(), EMAIL, 'en')).toBeUndefined();
    const open = shown(await dana().click(words.object(), { in: CHANNEL }));
    await nextVersion();
    const left = await open.fill({ [words['reason.label']()]: 'We never wrote that' }).submit();
    expect(Object.values(shown(left).errors)).toEqual([expect.stringMatching(/version 2/u)]);
    await dana().modal().close({ all: true });
    await dana().click(words.object(), { in: CHANNEL });
    expect(dana().private().at(-1)?.text).toMatch(/version 1 has been replaced by version 2/u);
    on.slack.expectNoErrors();
  });

  test('recording on a form of the version before records nothing', async () => {
    const form = await (await onNote()).fill(saidFilling({ ...EMAIL, screenshot: 'mail.pdf' }, 'en'));
    await lostOnTheWay(on, () => form.submit());
    const late = on.slack.journal.deliveries('approval.saidForm').at(-1)?.id ?? '';
    await nextVersion();
    const before = await decided(on);
    const { answer } = await arrives(on, late);
    expect(JSON.stringify(answer)).toMatch(/version 1 has been replaced by version 2/u);
    expect(await decided(on)).toBe(before);
    on.slack.expectNoErrors();
  });

  test('an objection that is delivered again sets aside nothing more', async () => {
    expect(await record(await onNote(), EMAIL, 'en')).toBeUndefined();
    await objectTo(dana(), 'en', CHANNEL, 'We never wrote that');
    const settled = await decided(on);
    await on.slack.again(2, 'view_submission approval.objectForm');
    expect(await decided(on)).toBe(settled);
    on.slack.expectNoErrors();
  });
});
