import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { deliverableWords } from '../../src/deliverable/words.ts';
import { verifyAll } from '../../src/io/verify.ts';
import { optionsIn, shown } from '../support/acts.ts';
import {
  bring,
  bringFilling,
  bringMessage,
  bringNext,
  checkIt,
  deliverableCardIn,
  everyPoint,
  openCheck,
  SEND_FOR_APPROVAL,
  teamOfTwo,
} from '../support/acts-deliverable.ts';
import { recorded } from '../support/acts-stages.ts';
import { type Stage, stage } from '../support/stage.ts';

const NAME = 'Spring launch';
const LINK = 'https://review.example/key-visual';
const words = deliverableWords.in('en');

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
const ines = () => on.slack.as('ines');

const withTeam = () => teamOfTwo(on, NAME);
const said = (team: string) =>
  mei()
    .sees(team)
    .map(({ text }) => text);
const cardOf = (team: string, name: string) => deliverableCardIn(mei(), team, name);
const cardText = (team: string, name: string): string => cardOf(team, name)?.text ?? '';
const pdf = (name: string) => ({ name, bytes: Buffer.from('%PDF-1.4 key visual') });

describe('a version is checked', () => {
  test('by somebody other than its maker, each point ticked, and can be sent then', async () => {
    const team = await withTeam();
    await bring(ines(), 'en', team, { name: 'Poster A2', content: LINK });
    await ines().click(words.check(), { in: team });
    expect(ines().private().at(-1)?.text).toMatch(/Whoever made it does not check it: please ask @mei/u);
    const form = await openCheck(mei(), 'en', team);
    expect(optionsIn(form, words['points.label']())).toEqual(
      expect.arrayContaining(['Typing and punctuation', 'Logo', 'Legal line']),
    );
    const missing = shown(await form.submit());
    expect(Object.values(missing.errors).join()).toContain('8 points are not ticked');
    expect(await missing.fill(everyPoint(missing, 'en')).submit()).toBeUndefined();
    const card = cardOf(team, 'Poster A2');
    expect(card?.text).toContain('Version 1 is checked and ready.');
    expect(card?.text).toContain('Checked by Mei Chen');
    expect(said(team)).toContain('Poster A2 v1: to be checked → ready to be sent (Mei Chen)');
    expect(card?.buttons).toContain(words.send());
    expect(card?.buttons).not.toContain(words.check());
    expect(await recorded(on.db, NAME)).toContain('deliverable.checked');
  });

  test('and goes back to its maker with the reason; the next one is checked anew', async () => {
    const team = await withTeam();
    await bring(ines(), 'en', team, { name: 'Poster A2', content: LINK });
    expect(await checkIt(mei(), 'en', team, 'No logo <!here>')).toBeUndefined();
    expect(cardText(team, 'Poster A2')).toContain('Version 1 was sent back to Ines');
    const line = mei()
      .sees(team)
      .find(({ text }) => text.includes('sent back to'));
    expect(line?.text).toContain('No logo <!here>');
    const note = { [words['note.label']()]: 'Logo added' };
    const form = shown(await ines().click(words.newVersion(), { in: team }));
    expect(form.labels).not.toContain(words['own.label']());
    expect(await form.fill({ ...bringFilling({ content: `${LINK}-2` }, 'en'), ...note }).submit()).toBeUndefined();
    const card = cardText(team, 'Poster A2');
    expect(card).toContain('Version 1 is to be checked by Mei Chen.');
    expect(card).toContain('Logo added');
    expect(card).toContain('8 points to check');
    expect(card).not.toContain('No logo');
    expect(said(team).filter((text) => text.startsWith('Poster A2 · '))).toHaveLength(1);
  });

  test('the version that was looked at, and not one that came meanwhile', async () => {
    const team = await withTeam();
    await bring(ines(), 'en', team, { name: 'Poster A2', content: LINK });
    const form = await openCheck(mei(), 'en', team);
    await bringNext(ines(), 'en', team, { content: `${LINK}-2` });
    const late = shown(await form.fill(everyPoint(form, 'en')).submit());
    expect(JSON.stringify(late.errors)).toContain('version 1 was replaced by another one meanwhile');
    expect(cardText(team, 'Poster A2')).toContain('Version 1 is to be checked');
  });

  test('by its thread: a message in it offers the next version, chosen already', async () => {
    const team = await withTeam();
    await bring(ines(), 'en', team, { name: 'Poster A2', content: LINK });
    const card = cardOf(team, 'Poster A2');
    await ines()
      .in(team)
      .post('With the logo', { thread: card?.ts ?? '', files: [pdf('Poster_A2_v2.pdf')] });
    const form = shown(await ines().shortcut(SEND_FOR_APPROVAL, /With the logo/u, { in: team }));
    const chosen = words.ofVersion({ name: 'Poster A2', version: 1 });
    expect(optionsIn(form, words['of.label']())).toEqual([words['of.new'](), chosen]);
    expect(JSON.stringify(form.raw)).toContain(`"initial_option":{"text":{"type":"plain_text","text":"${chosen}"`);
    expect(await form.submit()).toBeUndefined();
    expect(cardText(team, 'Poster A2')).toContain('Poster_A2_v2.pdf');
    expect(said(team).filter((text) => text.startsWith('Poster A2 · '))).toHaveLength(1);
    // Sent once more by mistake, nothing is said twice.
    await bringMessage(ines(), 'en', /With the logo/u, { in: team });
    expect(said(team).filter((text) => text.includes('version 1 brought by'))).toHaveLength(1);
  });
});
