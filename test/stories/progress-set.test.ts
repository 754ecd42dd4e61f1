import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { shown, startProject } from '../support/acts.ts';
import { milestone, postsIn, progress, progressForm, until } from '../support/acts-progress.ts';
import { recorded } from '../support/acts-stages.ts';
import { runJob } from '../support/jobs.ts';
import { type Stage, stage } from '../support/stage.ts';

let on: Stage;
beforeEach(async () => {
  on = await stage();
});
afterEach(() => on.end());

const at = (day: string, time: string): Promise<void> => until(on, `${day}T${time}:00+08:00`);
const ACME = { client: 'Acme', name: 'Spring launch' };
const begin = () => startProject(on.slack.as('mei'), 'en', ACME);
const posts = (team: string) => postsIn(on.slack.as('mei'), 'en', team);
const heard = (handle = 'mei') => on.slack.as(handle).private().at(-1)?.text;

/** Chooses in the settings of the project, or of the agency, and saves. */
async function choose(team: string, chosen: Record<string, string>) {
  const form = await progressForm(on.slack.as('mei'), 'en', team, 'settings');
  return shown(await form.fill(chosen).submit());
}

test('on a day without news one line says so, with what comes next; or nothing comes at all, as it is set', async () => {
  const team = await begin();
  await milestone(on.slack.as('mei'), team, 'Media launch 14 Jan');
  await at('2026-11-30', '09:30');
  await at('2026-12-01', '09:30');
  expect(posts(team)[1]).toBe('Progress, Tue 1 Dec\nNothing new since Mon 30 Nov. Next: Media launch, Thu 14 Jan.');
  const said = await choose(team, { 'On a day without news?': 'No post' });
  expect(said.text).toBe('Spring launch: the progress post comes on working days at 09:30 (China Standard Time).');
  await said.close();
  await at('2026-12-02', '09:30');
  // What was saved is no progress of the project.
  expect(posts(team)).toHaveLength(2);
  await at('2026-12-03', '09:30');
  await progress(on.slack.as('mei'), 'en', team, 'health', 'at risk because of snow until 4 Dec');
  await at('2026-12-04', '09:30');
  expect(posts(team)).toHaveLength(2);
  await milestone(on.slack.as('mei'), team, 'Storyboard 4 Dec');
  await at('2026-12-07', '09:30');
  expect(posts(team).slice(2)).toEqual([expect.stringContaining('Overdue and blocked\n• Storyboard: since Fri 4 Dec')]);
  on.slack.expectNoErrors();
});

test('paused posts come again the working day after, or when they are resumed', async () => {
  const mei = on.slack.as('mei');
  const team = await begin();
  await progress(mei, 'en', team, 'pause', 'until wed');
  expect(heard()).toBe(
    'Spring launch: no progress posts up to and including Wednesday, 2 December 2026. /progress resume brings them back before that.',
  );
  for (const day of ['2026-11-30', '2026-12-01', '2026-12-02']) await at(day, '09:30');
  expect(posts(team)).toEqual([]);
  await at('2026-12-03', '09:30');
  expect(posts(team)).toHaveLength(1);

  const form = await progressForm(mei, 'en', team, 'pause', 'until the cows come home');
  expect(form.text).toContain('You typed: the cows come home. Nothing is changed yet');
  const paused = shown(await form.fill({ 'Until which day?': '31 Dec' }).submit());
  expect(paused.text).toContain('up to and including Thursday, 31 December 2026');
  await paused.close();
  await at('2026-12-04', '09:30');
  await progress(mei, 'en', team, 'resume');
  expect(heard()).toBe('Spring launch: progress posts come again on working days.');
  await at('2026-12-04', '09:31');
  expect(posts(team)).toHaveLength(2);
  await progress(mei, 'en', team, 'resume');
  expect(heard()).toBe('Its progress posts are not paused. Nothing was done.');
  expect(await recorded(on.db, 'Spring launch')).toEqual(
    expect.arrayContaining(['progress.paused', 'progress.unpaused']),
  );
  on.slack.expectNoErrors();
});

test('what somebody says of its health holds until its day, is on the card meanwhile, and is then worked out again', async () => {
  const mei = on.slack.as('mei');
  const team = await begin();
  const card = () => mei.pins(team)[0]?.text ?? '';
  expect(card()).not.toContain('Health');
  await progress(mei, 'en', team, 'health', 'off track until tue because the printer broke');
  expect(heard()).toBe(
    'Spring launch: Off track up to and including Tuesday, 1 December 2026, because the printer broke. After that day it is worked out again.',
  );
  expect(card()).toContain('Off track, set until Tue 1 Dec');
  await at('2026-12-01', '09:30');
  expect(posts(team).at(-1)).toContain('Health: Off track, set by Mei Chen until Tue 1 Dec: the printer broke');
  await at('2026-12-02', '09:30');
  expect(posts(team).at(-1)).not.toContain('Off track');
  expect(card()).not.toContain('Health');
  // However often the clock looks, and from however many processes at the same time, it is cleared once.
  await on.db.collection('projects').updateMany({}, { $set: { nextDueAt: new Date(on.slack.clock.now()) } });
  await Promise.all([1, 2, 3].map(() => runJob(on, 'sweep')));
  const cleared = (await recorded(on.db, 'Spring launch')).filter((kind) => kind === 'progress.healthCleared');
  expect(cleared).toHaveLength(1);

  const form = await progressForm(mei, 'en', team, 'health', 'green until fri');
  const unsaid = shown(await form.submit());
  expect(unsaid.errors).toEqual({ 'Why?': 'Please say why: the team reads it in the progress post.' });
  await unsaid.close();
  await progress(mei, 'en', team, 'health', 'auto');
  expect(heard()).toBe('Its health is worked out already: nobody has set it. Nothing was done.');
  on.slack.expectNoErrors();
});

test('a project that goes wrong by itself says so on its card and on Home, without anybody doing anything', async () => {
  const mei = on.slack.as('mei');
  const team = await begin();
  await milestone(mei, team, 'Media launch 1 Dec');
  await at('2026-12-02', '05:00');
  expect(mei.pins(team)[0]?.text).toContain('*Health*\nAt risk');
  expect((await mei.home()).text).toContain('At risk');
  await at('2026-12-04', '05:00');
  expect(mei.pins(team)[0]?.text).toContain('*Health*\nOff track');
  on.slack.expectNoErrors();
});

test('it is posted at once where somebody asks, although it is paused, and there is still one a day', async () => {
  const mei = on.slack.as('mei');
  const team = await begin();
  await progress(mei, 'en', team, 'pause', '31 Dec');
  const form = await progressForm(mei, 'en', team, null);
  expect(form.text).toContain('Its posts are paused until Thursday, 31 December 2026.');
  await (await form.submit())?.close();
  expect(posts(team)).toHaveLength(1);
  await progress(mei, 'en', team, 'resume');
  await at('2026-11-30', '09:30');
  await at('2026-11-30', '12:00');
  expect(posts(team)).toHaveLength(1);
  const again = await progressForm(mei, 'en', team, 'now');
  expect(again.text).toContain('Today’s post is in the channel.');
  await (await again.submit())?.close();
  expect(posts(team)).toHaveLength(1);

  const late = await progressForm(mei, 'en', team, 'now');
  await at('2026-12-01', '00:30');
  expect(shown(await late.submit()).text).toContain('That day is over, so nothing was posted.');
  on.slack.expectNoErrors();
});

test('a colleague may look, and is told who can do the rest; a client’s guest is told that commands are the agency’s', async () => {
  const { slack } = on;
  const [mei, tom, kai] = ['mei', 'tom', 'kai'].map((handle) => slack.as(handle));
  if (!mei || !tom || !kai) throw new Error('three are there');
  const team = await begin();
  await mei.in(team).invite('tom');
  const form = await progressForm(tom, 'en', team, null);
  expect(form.text).toContain('as its progress post would be now');
  expect(JSON.stringify(form.raw)).not.toContain('Post it now');
  await form.close();
  for (const [verb, typed] of [
    ['pause', 'until fri'],
    ['resume', ''],
    ['health', 'at risk because of snow until fri'],
    ['settings', ''],
  ] as const) {
    await progress(tom, 'en', team, verb, typed);
    expect(heard('tom')).toContain('set the progress posts and how the project is doing');
    expect(heard('tom')).toContain('In this project: @mei.');
  }
  await mei.in(team).invite('kai');
  await progress(kai, 'en', team, null);
  expect(heard('kai')).toContain('Commands are for the agency’s team.');
  const kinds = await recorded(on.db, 'Spring launch');
  expect(kinds.filter((kind) => kind.startsWith('progress.'))).toEqual([]);
  on.slack.expectNoErrors();
});

test('the hour is the project’s own, else the agency’s, by the clock of the project', async () => {
  const mei = on.slack.as('mei');
  const team = await begin();
  const other = await startProject(mei, 'en', { client: 'Acme', name: 'Summer sale' });
  const settings = shown(await (await mei.home()).press('Settings'));
  const rhythm = shown(await settings.press('Daily rhythm'));
  const saved = shown(await rhythm.fill({ 'When does the progress post come?': '11:00' }).submit());
  expect(saved.text).toContain('working days at 11:00');
  await saved.close({ all: true });
  const own = await choose(team, { 'By whose clock?': 'London' });
  expect(own.text).toContain('at 11:00 (United Kingdom Time)');
  await own.close();
  await at('2026-11-30', '10:59');
  expect([posts(team), posts(other)]).toEqual([[], []]);
  await at('2026-11-30', '11:00');
  expect([posts(team), posts(other)]).toEqual([[], [expect.stringContaining('Progress, Mon 30 Nov')]]);
  await at('2026-11-30', '19:00');
  expect(posts(team)).toHaveLength(1);
  const form = await progressForm(mei, 'en', team, 'settings');
  const unread = shown(await form.fill({ 'By whose clock?': 'Lodnon' }).submit());
  expect(unread.errors).toEqual({ 'By whose clock?': expect.stringContaining('Europe/London') });
  on.slack.expectNoErrors();
});
