import { checkInWords } from '../../src/progress/words-check-in.ts';
import { startProject } from './acts.ts';
import { setRhythm } from './acts-check-in.ts';
import { ALL_BUT_MANAGER, type Walk } from './cast.ts';
import { runJob } from './jobs.ts';
import type { Scene } from './scenes.ts';
import { closeAll } from './scenes-project.ts';
import { pressedAbout } from './scenes-shared.ts';

const words = ({ cast }: Walk) => checkInWords.in(cast.locale);
const nameOf = ({ cast }: Walk): string => `${cast.names[1]} 11`;
const press = pressedAbout(nameOf);

/** Minutes by which Shanghai is before UTC. */
const SHANGHAI = 8 * 60;
/** So far ahead is the post that people are asked before. */
const AHEAD = 55;

/** A project of its own, whose account manager was asked a moment ago. */
async function begin(walk: Walk): Promise<void> {
  const { as, cast, on } = walk;
  const team = await startProject(as('manager'), cast.locale, { client: cast.client, name: nameOf(walk) });
  const minute = Math.floor(on.slack.clock.now() / 60_000) + SHANGHAI + AHEAD;
  await setRhythm(on, nameOf(walk), { checkIn: true, postMinute: minute % (24 * 60) });
  await runJob(on, 'sweep');
  Object.assign(walk, { team });
}

/** What somebody says when they are asked how their work stands: each may be changed until the post. */
export const checkInScenes: readonly Scene[] = [
  { ...press('progress.nothing', (walk) => words(walk)['is.nothing']()), prepare: begin },
  press('progress.onTrack', (walk) => words(walk)['is.onTrack']()),
  { ...press('progress.checkInLine', (walk) => words(walk).checkInLine()), after: closeAll },
  press('progress.done', (walk) => words(walk)['is.done']()),
  { ...press('progress.atRisk', (walk) => words(walk)['is.atRisk']()), after: closeAll },
  press('progress.blocked', (walk) => words(walk)['is.blocked']()),
  {
    list: 'submits',
    entry: 'progress.checkInForm',
    by: 'manager',
    prepare: (walk) =>
      walk
        .as('manager')
        .modal()
        .fill({ [words(walk)['line.label']()]: walk.cast.reason }),
    act: ({ as }) => as('manager').modal().submit(),
    after: closeAll,
    refused: ALL_BUT_MANAGER,
  },
];
