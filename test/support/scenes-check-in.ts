import { checkInWords } from '../../src/progress/words-check-in.ts';
import { startProject } from './acts.ts';
import { setRhythm } from './acts-check-in.ts';
import { ALL_BUT_MANAGER, type Walk } from './cast.ts';
import { runJob } from './jobs.ts';
import type { Scene } from './scenes.ts';

const words = ({ cast }: Walk) => checkInWords.in(cast.locale);
const nameOf = ({ cast }: Walk): string => `${cast.names[1]} 11`;
/** Nobody presses what another project has asked. */
const click = (walk: Walk, label: string) =>
  walk.as('manager').click(label, { message: new RegExp(nameOf(walk), 'u') });

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

const press = (entry: string, label: (walk: Walk) => string): Scene => ({
  list: 'presses',
  entry: `progress.${entry}`,
  by: 'manager',
  act: (walk) => click(walk, label(walk)),
  refused: ALL_BUT_MANAGER,
});

const close = async ({ as }: Walk): Promise<void> => {
  if (as('manager').hasModal()) await as('manager').modal().close({ all: true });
};

/** What somebody says when they are asked how their work stands: each may be changed until the post. */
export const checkInScenes: readonly Scene[] = [
  { ...press('nothing', (walk) => words(walk)['is.nothing']()), prepare: begin },
  press('onTrack', (walk) => words(walk)['is.onTrack']()),
  { ...press('checkInLine', (walk) => words(walk).checkInLine()), after: close },
  press('done', (walk) => words(walk)['is.done']()),
  { ...press('atRisk', (walk) => words(walk)['is.atRisk']()), after: close },
  press('blocked', (walk) => words(walk)['is.blocked']()),
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
    after: close,
    refused: ALL_BUT_MANAGER,
  },
];
