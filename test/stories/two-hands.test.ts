import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Filled, Modal } from '../../sandbox/driver/modal.ts';
import { briefWords } from '../../src/brief/words.ts';
import { leaveOverview, openStep, read, shown, startProject, writeBrief } from '../support/acts.ts';
import { type Stage, stage } from '../support/stage.ts';

const words = briefWords.in('en');
const [OBJECTIVE, AUDIENCE] = [words['objective.label'](), words['audience.label']()];

let on: Stage;
let team: string;
beforeAll(async () => {
  on = await stage();
  const mei = on.slack.as('mei');
  team = await startProject(mei, 'en', { client: 'Acme', name: 'Spring launch' });
  await writeBrief(mei, 'en', team);
  await mei.in(team).invite('ines');
  await mei.click('Yes, on the team');
});
afterAll(() => on.end());

const open = async (handle: string) => openStep(on.slack.as(handle), 'en', team);
/** Saves it. @returns the form again, where it was not taken; else the overview is left. */
const save = async (filled: Modal | Filled) => leaveOverview(await filled.submit(), 'en');
const card = () => read(on.slack.as('mei'), team).find((text) => text.includes('Edit brief')) ?? '';

test('Mei and Ines edit the brief at the same time, at different questions, and both find their words on the card', async () => {
  const [meis, ines] = [await open('mei'), await open('ines')];
  expect(await save(meis.fill({ [OBJECTIVE]: 'Trial among pupils' }))).toBeUndefined();
  expect(await save(ines.fill({ [AUDIENCE]: 'Pupils, 12 to 17' }))).toBeUndefined();
  expect(card()).toContain('Trial among pupils');
  expect(card()).toContain('Pupils, 12 to 17');
});

test('at the same question the second one sees what the first one wrote, keeps what she typed, and may replace it', async () => {
  const [meis, ines] = [await open('mei'), await open('ines')];
  await save(meis.fill({ [OBJECTIVE]: 'Mei’s objective' }));
  const told = shown(await ines.fill({ [OBJECTIVE]: 'Ines’s objective' }).submit());
  expect(told.text).toContain('Somebody else changed the same questions after you opened this brief');
  expect(told.text).toContain('“Mei’s objective”');
  expect(told.text).toContain('Ines’s objective');
  expect(card()).toContain('Mei’s objective');

  expect(await save(told)).toBeUndefined();
  expect(card()).toContain('Ines’s objective');
});

test('what she replaces is that question alone: what was written elsewhere meanwhile stays', async () => {
  const [meis, ines] = [await open('mei'), await open('ines')];
  await save(meis.fill({ [OBJECTIVE]: 'Mei’s again', [AUDIENCE]: 'Mei’s audience' }));
  const told = shown(await ines.fill({ [OBJECTIVE]: 'Ines’s again' }).submit());
  await save(told);
  expect(card()).toContain('Ines’s again');
  expect(card()).toContain('Mei’s audience');
  on.slack.expectNoErrors();
});
