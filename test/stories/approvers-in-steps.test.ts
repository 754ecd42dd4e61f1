import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { answerWords } from '../../src/approval/words-answers.ts';
import { askingWords } from '../../src/approval/words-asking.ts';
import { evidenceWords } from '../../src/approval/words-evidence.ts';
import { projectSchema } from '../../src/project/model.ts';
import { changeHow, openPerson, personFilling } from '../support/acts-asking.ts';
import {
  confirm,
  openSending,
  passOn,
  sendBrief,
  sendFilling,
  sentProject,
  shown,
  startProject,
  TEXTS,
  withdraw,
  writeBrief,
} from '../support/acts.ts';
import { record } from '../support/evidence.ts';
import { several } from '../support/several.ts';
import { type Stage, stage } from '../support/stage.ts';

const CHANNEL = '#acme-lantern';
const words = { ...answerWords.in('en'), ...evidenceWords.in('en') };
const asking = askingWords.in('en');
const STARTING = { client: 'Acme', name: 'Spring launch' };

let on: Stage;
beforeEach(async () => {
  on = await stage({ seed: several });
});
afterEach(() => on.end());

const mei = () => on.slack.as('mei');
const ana = () => on.slack.as('ana');
const ben = () => on.slack.as('ben');

/** A brief that Ana decides on first, and Ben after her. */
async function sentInOrder(): Promise<string> {
  const team = await startProject(mei(), 'en', STARTING);
  await writeBrief(mei(), 'en', team);
  const form = await openSending(mei(), 'en', team, { channel: CHANNEL, approver: ['@ana', '@ben'], language: 'en' });
  expect(await (await changeHow(form, 'en', { order: 'inOrder' })).submit()).toBeUndefined();
  return team;
}

const approvalOf = async () => {
  const project = await on.db.collection('projects').findOne({ name: STARTING.name });
  return projectSchema.parse(project).brief?.sent?.approval;
};

describe('of several who are asked one after the other', () => {
  test('whoever agreed first can withdraw it as well as the last one', async () => {
    await sentInOrder();
    await confirm(ana(), 'en', CHANNEL);
    await confirm(ben(), 'en', CHANNEL);
    expect((await approvalOf())?.state).toBe('agreed');
    expect(await withdraw(ana(), 'en', CHANNEL, 'Legal has not agreed')).toBeUndefined();
    expect((await approvalOf())?.state).toBe('takenBack');
    on.slack.expectNoErrors();
  });

  test('one to whom a second decision was passed has each recorded with its own words, and objects to each alone', async () => {
    const team = await sentInOrder();
    const said = (text: string) => ({ approver: 'Ana Lim', verb: 'confirmed', way: 'email', words: text }) as const;
    const records = async (text: string) => record(await mei().click(words.record(), { in: team }), said(text), 'en');
    expect(await records('We confirm as the first')).toBeUndefined();
    expect(await passOn(ben(), 'en', CHANNEL, '@ana')).toBeUndefined();
    expect(await records('We confirm as the second')).toBeUndefined();
    const notes = ana()
      .sees(CHANNEL)
      .filter(({ buttons }) => buttons.includes(words.object()));
    expect(notes.map(({ text }) => /as the \w+/u.exec(text)?.[0])).toEqual(['as the first', 'as the second']);

    const form = shown(await ana().click(words.object(), { in: CHANNEL, message: 'as the first' }));
    await form.fill({ [words['reason.label']()]: 'We only said that we received it' }).submit();
    expect(await approvalOf()).toMatchObject({ state: 'open', step: 0 });
    on.slack.expectNoErrors();
  });
});

test('nobody on Slack is put in the place of somebody whose version went outside it: they would see nothing', async () => {
  const team = await sentProject(mei(), 'en', STARTING, { channel: CHANNEL, approver: '@ana', language: 'en' });
  await confirm(ana(), 'en', CHANNEL);
  await writeBrief(mei(), 'en', team, { ...TEXTS.en, keyMessage: 'Real tea, brewed slowly' });
  const form = await openSending(mei(), 'en', team, { approver: [], offSlack: 'Frida Berg' });
  const outside = await form.fill(sendFilling({ reach: 'outside' }, form, 'en'));
  expect(await outside.submit()).toBeUndefined();
  const one = await openPerson(shown(await mei().click(asking.change(), { in: team })), 'en', 1);
  for (const details of [{ replaceWith: '@ana' }, { standIn: '@ana', replaceWith: [] }]) {
    const left = shown(await one.fill(personFilling(details, 'en')).submit());
    expect(Object.values(left.errors)).toEqual([asking['asking.outsideWithSlack']({ who: 'Ana Lim' })]);
  }
  on.slack.expectNoErrors();
});

test('a thumb under the next version is asked about anew, and twice under the same it is not', async () => {
  const team = await sentProject(mei(), 'en', STARTING, { channel: CHANNEL, approver: '@ana', language: 'en' });
  const card = ana()
    .sees(CHANNEL)
    .find(({ thread, text }) => thread === undefined && text.startsWith(`Brief · ${STARTING.name}`));
  const thumb = () => ana().react('+1', card?.ts ?? '', { in: CHANNEL });
  await thumb();
  await ana().react('+1', card?.ts ?? '', { in: CHANNEL, remove: true });
  await thumb();
  expect(ana().private()).toHaveLength(1);
  await writeBrief(mei(), 'en', team, { ...TEXTS.en, keyMessage: 'Real tea, brewed slowly' });
  expect(await sendBrief(mei(), 'en', team, {})).toBeUndefined();
  await ana().react('+1', card?.ts ?? '', { in: CHANNEL, remove: true });
  await thumb();
  expect(ana().private()).toHaveLength(2);
  expect(ana().private().at(-1)?.text).toContain('version 2');
  on.slack.expectNoErrors();
});
