import { homeWords } from '../../src/home/words.ts';
import { unsettled } from '../../src/kit/settings.ts';
import { startProject } from './acts.ts';
import type { Walk } from './cast.ts';
import type { Scene } from './scenes.ts';
import { calendarScenes } from './scenes-calendars.ts';
import { checksScenes } from './scenes-checks.ts';
import { rhythmScenes } from './scenes-progress.ts';
import { settingsScenes } from './scenes-settings.ts';

const ONES_OWN = 'everybody chooses on a Home of their own';

/**
 * Whoever plays the manager administers as well, as somebody settled it in the days before: a portfolio and the settings are
 * shown to administrators.
 */
async function administers({ on, as }: Walk): Promise<void> {
  const { workspace, jobs } = on.bot;
  const person = { team: workspace, user: as('manager').id };
  const { _id, ...settings } = { ...unsettled(workspace), revision: 1, administrators: [person] };
  await on.db.collection('workspaces').replaceOne({ _id }, settings, { upsert: true });
  await jobs.find(({ name }) => name.startsWith('settings'))?.run(new Date(on.slack.clock.now()));
  await on.slack.idle();
}

/** One more project, of a client of their own, whose brief is to be written: with `waitsOnHome` and one, there is a second page. */
const oneMore = (at: number) => async (walk: Walk) => {
  const { as, cast } = walk;
  if (at === 0) await administers(walk);
  const named = { client: `${cast.client} 2`, name: `${cast.names[1]} ${at + 10}` };
  Object.assign(walk, { team: await startProject(as('manager'), cast.locale, named) });
};

type Words = ReturnType<typeof homeWords.in>;

type On = (words: Words, walk: Walk) => readonly [label: string, option?: string];

/** Something that is pressed on Home, or chosen in the select of that placeholder. */
async function pressOnHome(walk: Walk, on: On): Promise<void> {
  await (await walk.as('manager').home()).press(...on(homeWords.in(walk.cast.locale), walk));
}

/** `first` brings back what the button is shown for, where it was pressed already. */
const pressing = (entry: string, on: On, first?: On): Scene => ({
  list: 'presses',
  entry: `home.${entry}`,
  by: 'manager',
  act: async (walk) => {
    const [label] = on(homeWords.in(walk.cast.locale), walk);
    const { text } = await walk.as('manager').home();
    if (first && !text.includes(`[${label}]`)) await pressOnHome(walk, first);
    await pressOnHome(walk, on);
  },
  refused: ONES_OWN,
});

const next: On = (words) => [words['next.waits']()];
const earlier: On = (words) => [words['earlier.waits']()];
const stage: On = (words) => [words['filter.stage'](), words.job()];

/** What a portfolio is narrowed by; before each of them one project more is begun, so that none waits for all of that. */
const filters: readonly Scene[] = [
  pressing('client', (words, { cast }) => [words['filter.client'](), `${cast.client} 2`]),
  pressing('stage', stage),
  pressing('life', (words) => [words['filter.life'](), words['life.onHold']()]),
  pressing('manager', (words, { cast }) => [words['filter.manager'](), `@${cast.people.manager}`]),
  pressing('only', (words) => [words['filter.only'](), words['only.awaitsClient']()]),
  pressing('clear', (words) => [words.clear()], stage),
];

/** Lists on App Home, and the settings. */
export const homeScenes: readonly Scene[] = [
  ...filters.map((scene, at): Scene => ({ ...scene, prepare: oneMore(at) })),
  pressing('next', next, earlier),
  pressing('earlier', earlier, next),
  ...settingsScenes,
  ...calendarScenes,
  ...rhythmScenes,
  ...checksScenes,
];
