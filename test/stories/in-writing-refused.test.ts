import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Modal } from '../../sandbox/driver/modal.ts';
import { answerWords } from '../../src/approval/words-answers.ts';
import { evidenceWords } from '../../src/approval/words-evidence.ts';
import { read, sentProject, shown } from '../support/acts.ts';
import { record, type Recording, RECORD } from '../support/evidence.ts';
import { decided } from '../support/outcome.ts';
import { type Stage, stage } from '../support/stage.ts';

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
const inThread = (handle: string, text: string) =>
  on.slack.as(handle).in(CHANNEL).post(text, { thread: 'Spring launch' });
/** The shortcut on something that Mei wrote to the team. */
const onNote = async (text = 'From the e-mail of today'): Promise<Modal> => {
  await mei().in(team).post(text);
  return shown(await mei().shortcut(RECORD, text, { in: team }));
};
const EMAIL: Recording = { verb: 'confirmed', way: 'email', words: 'We confirm version 1' };

describe('whoever the decision is not', () => {
  test('is not asked about an “ok”: a contact, a colleague, the account manager, another client’s approver', async () => {
    const tea = { channel: '#yunshan-lantern', approver: '@zhou', language: 'zh' } as const;
    await sentProject(on.slack.as('xia'), 'zh', { client: '云山茶', name: '春茶上市' }, tea);
    await mei().in(CHANNEL).invite('zhou');
    const before = await decided(on);
    const post =
      dana()
        .sees(CHANNEL)
        .find(({ text }) => text.startsWith('Spring launch: brief, version 1'))?.ts ?? '';
    for (const handle of ['olivia', 'tom', 'mei', 'zhou']) {
      await inThread(handle, 'ok');
      await inThread(handle, 'We confirm version 1');
      await on.slack.as(handle).react('+1', post, { in: CHANNEL });
      expect([handle, on.slack.as(handle).private()]).toEqual([handle, []]);
    }
    // Nor is the approver, outside of the thread of a request.
    await dana().in(CHANNEL).post('ok');
    await dana().in(CHANNEL).post('We confirm it all');
    await dana().in(CHANNEL).post('ok', { thread: 'Morning all' });
    await dana().react('+1', 'Morning all', { in: CHANNEL });
    expect(dana().private()).toEqual([]);
    expect(await decided(on)).toBe(before);
    on.slack.expectNoErrors();
  });

  test.each(['olivia', 'tom'])('records nothing by the shortcut, and hears who can: %s', async (handle) => {
    const before = await decided(on);
    await dana().in(CHANNEL).post('We confirm version 1');
    await on.slack.as(handle).shortcut(RECORD, 'We confirm version 1', { in: CHANNEL });
    const told = on.slack.as(handle).private().at(-1) ?? on.slack.as(handle).modal();
    expect(told.text).toContain('@mei');
    expect(await decided(on)).toBe(before);
    on.slack.expectNoErrors();
  });

  test('objects to nothing: it is the client’s', async () => {
    expect(await record(await onNote(), EMAIL, 'en')).toBeUndefined();
    const before = await decided(on);
    for (const handle of ['mei', 'tom', 'olivia']) {
      await on.slack.as(handle).click(words.object(), { in: CHANNEL });
      expect(on.slack.as(handle).private().at(-1)?.text).toBe(words['evidence.onlyClient']());
    }
    expect(await decided(on)).toBe(before);
    on.slack.expectNoErrors();
  });
});

describe('what does not hold is refused where it stands', () => {
  const CASES: readonly { what: string; given: Recording; at: string; says: RegExp }[] = [
    {
      what: 'no words and no screenshot',
      given: { verb: 'confirmed', way: 'wechat', words: null },
      at: words['words.label'](),
      says: /no words here and no screenshot/u,
    },
    {
      what: 'changes without a word of what is to be changed',
      given: { verb: 'changesRequested', way: 'wechat', words: null, screenshot: 'wechat.png' },
      at: words['words.label'](),
      says: /what they want changed/u,
    },
    {
      what: 'a message that somebody else wrote',
      given: { verb: 'confirmed', way: 'message' },
      at: words['way.label'](),
      says: /not written by Dana Reed/u,
    },
    {
      what: 'a time that is none',
      given: { ...EMAIL, time: 'after lunch' },
      at: words['saidAt.label'](),
      says: /like 14:30/u,
    },
    {
      what: 'a time to come',
      given: { ...EMAIL, day: '2026-12-24' },
      at: words['saidOn.label'](),
      says: /still to come/u,
    },
    {
      what: 'a time before it was sent',
      given: { ...EMAIL, day: '2026-11-29' },
      at: words['saidOn.label'](),
      says: /before this version was sent/u,
    },
  ];
  test.each(CASES)('$what', async ({ given, at, says }) => {
    const form = await onNote();
    const before = await decided(on);
    const left = shown(await record(form, given, 'en'));
    expect(left.errors).toEqual({ [at]: expect.stringMatching(says) });
    expect(await decided(on)).toBe(before);
    on.slack.expectNoErrors();
  });

  test('the words of a message that were changed in the form are not the message’s any more', async () => {
    await inThread('dana', 'We confirm version 1');
    const form = await mei().shortcut(RECORD, 'We confirm version 1', { in: CHANNEL });
    const left = shown(await record(form, { verb: 'confirmed', words: 'We confirm everything' }, 'en'));
    expect(left.errors).toEqual({ [words['words.label']()]: words['evidence.notTheirWords']() });
    // As another way it came they may be typed.
    expect(await record(left, { verb: 'confirmed', way: 'letter' }, 'en')).toBeUndefined();
    on.slack.expectNoErrors();
  });

  test('a channel without a project, and a project in which nothing is asked', async () => {
    await mei().in('#pitch-room').post('We confirm');
    await mei().shortcut(RECORD, 'We confirm', { in: '#pitch-room' });
    expect(mei().private().at(-1)?.text).toBe(words['evidence.notHere']());
    expect(await record(await onNote(), EMAIL, 'en')).toBeUndefined();
    await mei().shortcut(RECORD, 'From the e-mail', { in: team });
    expect(mei().private().at(-1)?.text).toBe(words['evidence.nothingOpen']());
    on.slack.expectNoErrors();
  });
});

test('of several requests in a channel the account manager says which one, and what the message says goes along', async () => {
  await sentProject(mei(), 'en', { client: 'Acme', name: 'Summer sale' }, SENDING);
  await dana().in(CHANNEL).post('Agreed, the sale can start');
  const choice = shown(await mei().shortcut(RECORD, 'the sale can start', { in: CHANNEL }));
  expect(choice.text).toContain('Spring launch · Acme, brief version 1');
  expect(choice.text).toContain('Summer sale · Acme, brief version 1');
  const form = shown(await choice.press(words.choose()));
  expect(form.text).toContain('Agreed, the sale can start');
  expect(await record(form, { verb: 'confirmed' }, 'en')).toBeUndefined();
  const notes = dana()
    .sees(CHANNEL)
    .filter(({ buttons }) => buttons.includes(words.object()));
  expect(notes).toHaveLength(1);
  on.slack.expectNoErrors();
});

test('the card of a request has a button for it, which needs no message', async () => {
  const form = shown(await mei().click(words.record(), { in: team }));
  expect(form.labels).not.toContain(words['way.message']());
  expect(await record(form, EMAIL, 'en')).toBeUndefined();
  expect(dana().sees(CHANNEL).at(-2)?.text).toContain('We confirm version 1');
  on.slack.expectNoErrors();
});

test('what the client wants changed is listed line by line, wherever it was said', async () => {
  await inThread('dana', 'I do not agree to line 2, please change it to families');
  await dana().click(words.recordAs({ verb: words['verb.changesRequested']() }));
  expect(read(mei(), team).join('\n')).toContain('please change it to families');
  expect(
    dana()
      .sees(CHANNEL)
      .filter(({ buttons }) => buttons.includes(words.object())),
  ).toHaveLength(1);
  on.slack.expectNoErrors();
});
