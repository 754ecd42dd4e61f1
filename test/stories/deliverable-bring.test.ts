import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { deliverableWords } from '../../src/deliverable/words.ts';
import { verifyAll } from '../../src/io/verify.ts';
import { projectWords } from '../../src/project/words.ts';
import { shown } from '../support/acts.ts';
import {
  bring,
  bringFilling,
  deliverableCardIn,
  openBringing,
  SEND_FOR_APPROVAL,
  teamOfTwo,
} from '../support/acts-deliverable.ts';
import { recorded, startJob } from '../support/acts-stages.ts';
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

describe('something is sent for approval', () => {
  test('by one line, and has one living card that says who is to check it', async () => {
    const team = await withTeam();
    const form = await openBringing(ines(), 'en', team, `${LINK} Key visual`);
    expect(JSON.stringify(form.raw)).toContain(`"initial_value":"${LINK}"`);
    expect(form.labels).toEqual([
      words['name.label'](),
      words['content.label'](),
      words['file.label'](),
      words['dueOn.label'](),
    ]);
    expect(await form.fill({ [words['dueOn.label']()]: '2027-03-01' }).submit()).toBeUndefined();
    const card = cardText(team, 'Key visual');
    expect(card).toContain('Something else · Spring launch');
    expect(card).toContain('Version 1 is to be checked by Mei Chen.');
    expect(card).toContain(LINK);
    expect(card).toContain(words.notWatched());
    expect(card).toContain('To be decided by 1 Mar 2027');
    expect(said(team)).toContainEqual(
      expect.stringMatching(/^Key visual: brought for approval by Ines.*please check/u),
    );
    expect(await recorded(on.db, NAME)).toEqual(
      expect.arrayContaining(['deliverable.added', 'deliverable.versionAdded']),
    );
  });

  test('in the thread of the message that brings its file, which names and dates nothing twice', async () => {
    const team = await withTeam();
    await ines()
      .in(team)
      .post('Here it is', { files: [pdf('Poster_v1.pdf')] });
    const form = shown(await ines().shortcut(SEND_FOR_APPROVAL, /Here it is/u, { in: team }));
    expect(form.text).toContain('From the message: Poster_v1.pdf');
    expect(form.labels).toEqual([words['name.label'](), words['dueOn.label']()]);
    expect(await form.submit()).toBeUndefined();
    const card = cardOf(team, 'Poster');
    expect(card?.text).toContain('Poster · Print');
    expect(card?.text).toContain('Poster_v1.pdf');
    const message = mei()
      .sees(team)
      .find(({ text }) => text.includes('Here it is'));
    expect(card?.thread).toBe(message?.ts);
    const lines = mei()
      .sees(team)
      .filter(({ thread, text }) => thread === message?.ts && text.includes('brought for approval'));
    expect(lines).toHaveLength(1);
  });

  test('as a file of a form, which is passed on to those who are to check it', async () => {
    const team = await withTeam();
    expect(await bring(ines(), 'en', team, { name: 'Poster', file: pdf('Poster_v1.pdf') })).toBeUndefined();
    const card = cardOf(team, 'Poster');
    expect(card?.text).toContain('Poster_v1.pdf');
    const passed = mei()
      .sees(team)
      .filter(({ files }) => files.length > 0);
    expect(passed.map(({ thread, files: [file] }) => [thread, file])).toEqual([
      [card?.ts, expect.stringMatching(/^Poster_v1-v1-F\w+\.pdf$/u)],
    ]);
    expect(card?.text).not.toContain('newer file');
  });

  test('as a text, exactly as it was written, and looked at whole', async () => {
    const team = await withTeam();
    const copy = 'Real tea.\n\nNo powder <!channel> *at all*.';
    expect(await bring(mei(), 'en', team, { name: 'Claim', content: copy })).toBeUndefined();
    const look = shown(await ines().click(words.look(), { in: team }));
    expect(look.text).toContain('Real tea.\n\nNo powder <!channel> *at all*.');
    expect(look.text).toContain('☐ Checked against the brief');
  });

  test('and is not added where nothing was brought, or no name given: what was typed stays', async () => {
    const team = await withTeam();
    const form = await openBringing(mei(), 'en', team);
    const empty = shown(await form.fill(bringFilling({ name: 'Film' }, 'en')).submit());
    expect(empty.errors).toEqual({ [words['content.label']()]: expect.stringContaining('Please bring a file') });
    const unread = shown(await empty.fill(bringFilling({ content: 'figma.com/file/1' }, 'en')).submit());
    expect(unread.errors).toEqual({ [words['content.label']()]: expect.stringContaining('https://') });
    const past = shown(await unread.fill(bringFilling({ content: LINK, dueOn: '2020-01-01' }, 'en')).submit());
    expect(Object.keys(past.errors)).toEqual([words['dueOn.label']()]);
    expect(await past.fill(bringFilling({ dueOn: '2027-03-01' }, 'en')).submit()).toBeUndefined();
    expect(cardText(team, 'Film')).toContain('Film · Film');
  });

  test('for the project that is chosen where a channel serves several, with all that the message brought', async () => {
    const team = await withTeam();
    await startJob(mei(), 'en', team, 'Banner resize');
    await mei().in(team).post(`Banner set ${LINK}`);
    const choosing = shown(await mei().shortcut(SEND_FOR_APPROVAL, /Banner set/u, { in: team }));
    const form = shown(await choosing.press(projectWords.in('en').choose()));
    expect(JSON.stringify(form.raw)).toContain(`"initial_value":"${LINK}"`);
    expect(await form.submit()).toBeUndefined();
    expect(cardText(team, 'Banner set')).toContain('Banner set · Web');
  });

  test('by nobody but the team', async () => {
    const team = await withTeam();
    await on.slack.as('tom').in('#general').command('/approval new');
    expect(on.slack.as('tom').private().at(-1)?.text).toContain('No project has this channel');
    expect(said(team).join()).not.toContain('brought for approval');
  });
});
