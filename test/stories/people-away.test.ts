import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { nobodyWatches } from '../../src/io/watch.ts';
import { peopleWords } from '../../src/people/words.ts';
import { shown, startProject } from '../support/acts.ts';
import { runJob } from '../support/jobs.ts';
import { type Stage, stage } from '../support/stage.ts';

let dies: (() => void) | null = null;
const watch = { ...nobodyWatches, pass: (point: string) => (point === 'decided' ? dies?.() : undefined) };

const words = peopleWords.in('en');
const NAMES = ['Spring launch', 'Summer sale', 'Autumn tea'];
let on: Stage;
let teams: string[];
beforeEach(async () => {
  dies = null;
  on = await stage({ watch });
  teams = [];
  for (const name of NAMES) teams.push(await startProject(mei(), 'en', { client: 'Acme', name }));
});
afterEach(() => on.end());

const mei = () => on.slack.as('mei');
const away = async (typed: string, handle = 'mei') =>
  shown(await on.slack.as(handle).in('#general').command(`/project ${typed}`));
/** What the roster of each project says of Mei. */
const said = async (): Promise<string[]> => {
  const lines: string[] = [];
  for (const team of teams) {
    const roster = shown(await mei().in(team).command('/project people'));
    lines.push(
      /• Mei Chen · Account manager.*/u.exec(roster.text)?.[0].replace('• Mei Chen · Account manager', '') ?? '?',
    );
    await roster.close({ all: true });
  }
  return lines;
};
const everywhere = (line: string) => NAMES.map(() => line);

test('an absence is read back at once and noted in every project, with the stand-in, until they are back', async () => {
  const told = await away('away until fri @tom');
  expect(told.text).toContain('Until Friday, 4 December 2026; Tom Baker stands in.');
  expect(told.text).toContain('Noted in 3 projects');
  await told.close({ all: true });
  expect(await said()).toEqual(everywhere(' · away until 4 Dec 2026, Tom Baker stands in'));
  // Who stands in may do what Mei may.
  await mei()
    .in(teams[0] ?? '')
    .invite('tom');
  const roster = shown(
    await on.slack
      .as('tom')
      .in(teams[0] ?? '')
      .command('/project people'),
  );
  expect(roster.text).toContain('[Hand over]');
  await roster.close({ all: true });

  await (await away('back')).close({ all: true });
  expect(await said()).toEqual(everywhere(' · stand-in: Tom Baker'));
  expect(await on.db.collection('record').countDocuments({ 'entry.kind': 'project.personAway' })).toBe(6);
  on.slack.expectNoErrors();
});

test('typed in Chinese, and a day that has passed means that they are back', async () => {
  await (await away('外出 到下周五 @tom')).close({ all: true });
  expect(await said()).toEqual(everywhere(' · away until 11 Dec 2026, Tom Baker stands in'));
  const back = await away('away until 2026-11-01');
  expect(back.text).toContain(words.isBack());
  await back.close({ all: true });
  expect(await said()).toEqual(everywhere(' · stand-in: Tom Baker'));
  on.slack.expectNoErrors();
});

test('what is no day opens the form, with what was typed; so does the command alone', async () => {
  const form = await away('away until 14/3 @tom');
  expect(form.text).toContain('“14/3” is not read as a day. Nothing is saved yet.');
  const refused = shown(await form.submit());
  expect(refused.errors).toEqual({ [words['until.label']()]: words['people.dayUnread']() });
  const told = shown(await refused.fill({ [words['until.label']()]: '14 Mar' }).submit());
  expect(told.text).toContain('Until Sunday, 14 March 2027; Tom Baker stands in.');
  await told.close({ all: true });
  expect((await away('away')).labels).toEqual([words['until.label'](), words['standIn.label']()]);
  on.slack.expectNoErrors();
});

test('somebody who comes to a project later is away there, too', async () => {
  await (await away('away until fri @mei', 'ines')).close({ all: true });
  const roster = shown(
    await mei()
      .in(teams[0] ?? '')
      .command('/project people'),
  );
  const form = shown(await roster.press(words.addButton()));
  const added = shown(await form.fill({ [words['person.label']()]: '@ines' }).submit());
  expect(added.text).toContain('• Ines Duarte · Team member · away until 4 Dec 2026, Mei Chen stands in');
  on.slack.expectNoErrors();
});

test('what was cut off in the middle is carried on by the clock, and undoes nothing that was said since', async () => {
  let decided = 0;
  dies = () => {
    decided += 1;
    if (decided > 1) throw new Error('the process dies');
  };
  const told = await away('away until fri');
  dies = null;
  expect(told.text).toContain('2 projects could not be reached just now');
  await told.close({ all: true });
  expect((await said()).filter((line) => line !== '')).toHaveLength(1);

  await on.slack.clock.advance(60_000);
  await runJob(on, 'settings');
  expect(await said()).toEqual(everywhere(' · away until 4 Dec 2026'));
  await runJob(on, 'settings');
  expect(await on.db.collection('record').countDocuments({ 'entry.kind': 'project.personAway' })).toBe(3);
  expect(await on.db.collection('people').countDocuments({ carryingSince: { $exists: true } })).toBe(0);
  on.slack.expectNoErrors();
});

test('the client’s guest cannot say so, and nobody can name a client’s as their stand-in', async () => {
  expect(await on.slack.as('olivia').in('#acme-lantern').command('/project away until fri')).toBeUndefined();
  expect(on.slack.as('olivia').private().at(-1)?.text).toContain('Commands are for the agency’s team');
  const told = await away('away until fri @olivia');
  expect(told.text).toContain('Olivia Grant cannot stand in in: ');
  await told.close({ all: true });
  expect(await said()).toEqual(everywhere(' · away until 4 Dec 2026'));
  on.slack.expectNoErrors();
});
