import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { verifyAll } from '../../src/io/verify.ts';
import { planWords } from '../../src/plan/words.ts';
import { read, sentProject, shown, startProject } from '../support/acts.ts';
import { addMilestone, moveMilestone, openPlan, pressPlan } from '../support/acts-plan.ts';
import { enrol } from '../support/acts-stages.ts';
import { type Stage, stage } from '../support/stage.ts';

const CHANNEL = '#acme-lantern';
const words = planWords.in('en');

let on: Stage;
beforeEach(async () => {
  on = await stage();
});
afterEach(async () => {
  on.slack.expectNoErrors();
  for await (const verdict of verifyAll(on.db)) expect(verdict).toMatchObject({ break: null });
  await on.end();
});

const mei = () => on.slack.as('mei');
const dana = () => on.slack.as('dana');
const card = (handle: string, channel: string) =>
  on.slack
    .as(handle)
    .sees(channel)
    .find(({ pinned }) => pinned)?.text ?? '';
const clientCard = () =>
  dana()
    .pins(CHANNEL)
    .map(({ text }) => text)
    .join('\n');
const sent = () =>
  sentProject(
    mei(),
    'en',
    { client: 'Acme', name: 'Spring launch' },
    { channel: CHANNEL, approver: '@dana', language: 'en' },
  );

describe('a milestone', () => {
  test('is set in one line in any order, read back in words, and can be taken back', async () => {
    const team = await startProject(mei(), 'en', { client: 'Acme', name: 'Spring launch' });
    await enrol(on, team, 'tom', 'teamMember');
    const list = shown(await mei().in(team).command('/plan milestone review 3d Media launch @tom 14 Mar'));
    expect(list.text).toContain('Set: Media launch on Sunday, 14 March 2027. Tom Baker sees to it.');
    expect(list.text).toContain('3 working days');
    expect(list.text).toContain('14 March 2027 is a weekend for both sides');
    expect(card('mei', team)).toContain('Media launch: 14 Mar 2027 · Tom Baker');
    expect(read(mei(), team)).toContainEqual(
      expect.stringContaining('Milestone set: Media launch, 14 Mar 2027; Tom Baker'),
    );
    const undone = await pressPlan(list, 'en', 'undo');
    expect(undone.text).toContain(words.empty());
    expect(card('mei', team)).not.toContain('Media launch');
  });

  test('that could not be read as it was typed opens the form with everything typed kept', async () => {
    const team = await startProject(mei(), 'en', { client: 'Acme', name: 'Spring launch' });
    const form = shown(await mei().in(team).command('/plan milestone Press day 31 Feb review 4d'));
    expect(form.text).toContain('You typed: Press day 31 Feb review 4d');
    expect(form.text).toContain(words.problemDay());
    expect(JSON.stringify(form.raw)).toContain('"initial_value":"Press day 31 Feb"');
    const wrong = shown(await form.fill({ [words['day.label']()]: 'someday' }).submit());
    expect(wrong.errors).toEqual({ [words['day.label']()]: words['plan.dayUnread']() });
    const list = shown(await wrong.fill({ [words['day.label']()]: '+3d' }).submit());
    expect(list.text).toContain('Press day 31 Feb');
  });

  test('for which nobody could tell how long the client looks at it, or who of two sees to it, is asked for and not set', async () => {
    const team = await startProject(mei(), 'en', { client: 'Acme', name: 'Spring launch' });
    await enrol(on, team, 'tom', 'teamMember');
    const form = shown(await mei().in(team).command('/plan milestone Press day +3d @tom @mei review 99d'));
    expect(form.text).toContain('You typed: Press day +3d @tom @mei review 99d');
    expect(form.text).toContain(words.problemSeveral());
    expect(form.text).toContain(words.problemReview({ most: 20 }));
    expect(JSON.stringify(form.raw)).toContain('"initial_value":"Press day"');
    expect(JSON.stringify(form.raw)).toContain('"initial_value":"99"');
    const refused = shown(await form.submit());
    expect(refused.errors).toEqual({ [words['review.label']()]: words['plan.reviewUnread']({ most: 20 }) });
    const list = shown(await refused.fill({ [words['review.label']()]: '4' }).submit());
    expect(list.text).toContain('The client has 4 working days to look at it.');
  });

  test('is moved with a reason, blocked, reached and opened again, each a line under the card and no post of its own', async () => {
    const team = await startProject(mei(), 'en', { client: 'Acme', name: 'Spring launch' });
    await addMilestone(mei(), 'en', team, { kind: 'mediaLaunch', day: '12 Mar 2027', owner: '@mei', needs: 'The cut' });
    await mei().modal().close({ all: true });
    const posts = () =>
      mei()
        .sees(team)
        .filter(({ thread }) => !thread).length;
    const before = posts();
    const moved = await moveMilestone(mei(), 'en', team, { day: '19 Mar 2027', why: 'Rain <!channel> *all* week' });
    expect(moved.text).toContain('Moved: Media launch is on Friday, 19 March 2027 now.');
    expect(moved.text).toContain('Moved 12 Mar 2027 → 19 Mar 2027: Rain <!channel> *all* week (Mei Chen)');
    expect(read(mei(), team)).toContainEqual(
      expect.stringContaining('Media launch: 12 Mar 2027 → 19 Mar 2027 (Mei Chen)'),
    );
    const blocking = await pressPlan(moved, 'en', 'block');
    const blocked = shown(await blocking.fill({ [words['why.label']()]: 'No cut yet' }).submit());
    expect(blocked.text).toContain('Blocked: No cut yet (Mei Chen)');
    expect(card('mei', team)).toContain('Media launch: 19 Mar 2027 · Mei Chen · blocked');
    const going = await pressPlan(blocked, 'en', 'unblock');
    const reached = await pressPlan(going, 'en', 'done');
    expect(reached.text).toContain(words.overTitle());
    expect(card('mei', team)).not.toContain('Media launch');
    const again = await pressPlan(reached, 'en', 'reopen');
    const dropping = await pressPlan(again, 'en', 'drop');
    const dropped = shown(await dropping.fill({ [words['why.label']()]: 'No budget' }).submit());
    expect(dropped.text).toMatch(/Media launch: dropped .*Why: No budget/u);
    expect(posts()).toBe(before);
    const record = shown(await mei().in(team).command('/project record'));
    for (const said of [
      'Milestone set',
      'Milestone moved',
      'Milestone blocked',
      'goes on again',
      'Milestone reached',
    ]) {
      expect(record.text).toContain(said);
    }
    expect(record.text).toContain('Milestone moved: Media launch, 12 Mar 2027 → 19 Mar 2027. Why: Rain');
  });

  test('is its owner’s: they may say that it is done, others of the team are told whose it is and who can', async () => {
    const team = await startProject(mei(), 'en', { client: 'Acme', name: 'Spring launch' });
    for (const one of ['tom', 'wei']) {
      await enrol(on, team, one, 'teamMember');
      await mei().in(team).invite(one);
    }
    await addMilestone(mei(), 'en', team, { kind: 'other', name: 'Press day', day: '+30d', owner: '@tom' });
    const wei = on.slack.as('wei');
    expect((await pressPlan(await openPlan(wei, team), 'zh', 'done')).text).toContain(
      planWords.in('zh')['plan.ownersAct']({ owner: '@tom', who: '@mei' }),
    );
    await wei.modal().close({ all: true });
    const tom = on.slack.as('tom');
    expect((await pressPlan(await openPlan(tom, team), 'en', 'done')).text).toContain('Press day: reached');
    expect(read(mei(), team)).toContainEqual(expect.stringContaining('Press day: open → reached (Tom Baker)'));
    expect(shown(await (await openPlan(tom, team)).press(words.add())).text).toContain('@mei');
  });
});

describe('the client', () => {
  test('sees nothing of a milestone before what they will read was previewed, and then exactly that', async () => {
    const team = await sent();
    const before = dana().sees(CHANNEL).length;
    const preview = await addMilestone(mei(), 'en', team, {
      kind: 'mediaLaunch',
      day: '12 Mar 2027',
      owner: '@mei',
      review: '3',
      needs: 'Our margin',
      tell: true,
    });
    expect(preview.title).toBe(words.releaseTitle());
    expect(preview.text).toContain('#acme-lantern');
    const now =
      'Spring launch: Media launch is on Friday, 12 March 2027. Your time to look at it: from 10 Mar 2027 to 12 Mar 2027, 3 working days.';
    expect(preview.text.replaceAll('*', '')).toContain(now);
    const then =
      'Spring launch: your review for Media launch begins. You have from Wednesday, 10 March 2027 to Friday, 12 March 2027, 3 working days.';
    expect(preview.text.replaceAll('*', '')).toContain(then);
    expect(dana().sees(CHANNEL)).toHaveLength(before);
    expect(clientCard()).not.toContain('Media launch');
    const list = shown(await preview.submit());
    expect(list.text).toContain(words.shownFrom({ day: '10 Mar 2027' }));
    await list.close({ all: true });
    expect(dana().sees(CHANNEL).at(-1)?.text.replaceAll('*', '')).toContain(now);
    expect(clientCard()).toContain('Media launch: 12 Mar 2027');
    expect(clientCard()).toContain('your review from 10 Mar 2027');
    expect(read(dana(), CHANNEL).join('\n')).not.toMatch(/margin|Mei Chen sees/u);
  });

  test('goes on being shown the day that they were told, until they are told of the other one', async () => {
    const team = await sent();
    const preview = await addMilestone(mei(), 'en', team, {
      kind: 'mediaLaunch',
      day: '12 Mar 2027',
      owner: '@mei',
      tell: true,
    });
    await shown(await preview.submit()).close({ all: true });
    const asked = await moveMilestone(mei(), 'en', team, { day: '19 Mar 2027', why: 'Our fault', tell: true });
    expect(asked.title).toBe(words.tellTitle());
    expect(asked.text).toContain('12 Mar 2027 → Friday, 19 March 2027');
    await asked.close({ all: true });
    expect(clientCard()).toContain('Media launch: 12 Mar 2027');
    expect(card('mei', team)).toContain('Media launch: 19 Mar 2027 · Mei Chen · client was told 12 Mar 2027');
    const told = await pressPlan(await openPlan(mei(), team), 'en', 'tellClient');
    await shown(await told.submit()).close({ all: true });
    expect(dana().sees(CHANNEL).at(-1)?.text).toContain('has a new date: 12 Mar 2027 → Friday, 19 March 2027');
    expect(clientCard()).toContain('Media launch: 19 Mar 2027');
    expect(card('mei', team)).not.toContain('client was told');
    expect(read(dana(), CHANNEL).join('\n')).not.toContain('Our fault');
  });

  test('is not sent a preview that has become old', async () => {
    const team = await sent();
    const preview = await addMilestone(mei(), 'en', team, {
      kind: 'mediaLaunch',
      day: '12 Mar 2027',
      owner: '@mei',
      tell: true,
    });
    await enrol(on, team, 'tom', 'deputy');
    await mei().in(team).invite('tom');
    await moveMilestone(on.slack.as('tom'), 'en', team, { day: '19 Mar 2027', why: 'Rain' });
    expect(shown(await preview.submit()).text).toContain(words['plan.previewOld']());
    expect(clientCard()).not.toContain('Media launch');
  });
});

test('in Chinese: set by the command, moved, and shown to the client in their language', async () => {
  const zh = planWords.in('zh');
  const xia = on.slack.as('xia');
  const team = await startProject(xia, 'zh', { client: '晨曦', name: '春茶上市' });
  const list = shown(await xia.in(team).command('/plan 节点 媒介上线3月12日 审阅 3天'));
  expect(list.text).toContain('已设定：媒介上线，2027年3月12日星期五');
  expect(list.text).toContain(zh.review({ count: 3 }));
  const preview = await pressPlan(list, 'zh', 'release');
  expect(preview.text).toContain('媒介上线定在 2027年3月12日星期五');
  expect(preview.text).toContain('没有客户频道');
  await shown(await preview.submit()).close({ all: true });
  expect(card('xia', team)).toContain('媒介上线：2027年3月12日');
  expect(read(xia, team)).toContainEqual(expect.stringContaining('内部 → 已向客户公布'));
});
