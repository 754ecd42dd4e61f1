import type { Filling } from '../../sandbox/driver/choose.ts';
import { openStages, pressIn, pressStage } from './acts-stages.ts';
import { ALL_BUT_MANAGER, NOT_ON_THE_TEAM, type Role, type Walk } from './cast.ts';
import type { Scene } from './scenes.ts';
import { closeAll } from './scenes-project.ts';
import { beginOther, chosenScenes, command, GUESTS, nameOf, otherOf, type Verb, wordsOf } from './scenes-stages-2.ts';

type Button = Parameters<typeof pressIn>[2];

/** A project of its own. */
async function begin(walk: Walk): Promise<void> {
  Object.assign(walk, { team: await beginOther(walk, nameOf(walk)) });
}

const opened = ({ as, cast, team }: Walk) => openStages(as('manager'), cast.locale, team);

/** A command in the channel of one project. What it opens is looked at and closed. */
const typing = (verb: Verb, refused: readonly Role[], text: (walk: Walk) => string = () => ''): Scene => ({
  list: 'commands',
  entry: `/project ${verb}`,
  by: 'manager',
  act: (walk) => command(walk, verb, text(walk)),
  after: closeAll,
  refused,
});

/** A button of the stage's modal. */
const pressing = (entry: string, button: Button, refused: readonly Role[] = ALL_BUT_MANAGER): Scene => ({
  list: 'presses',
  entry: `stages.${entry}`,
  by: 'manager',
  prepare: opened,
  act: ({ as, cast }) => pressIn(as('manager').modal(), cast.locale, button),
  refused,
});

/** The form behind it, filled in. */
const sending = (
  entry: string,
  filling: (walk: Walk) => Readonly<Record<string, Filling>>,
  refused: readonly Role[] = ALL_BUT_MANAGER,
): Scene => ({
  list: 'submits',
  entry: `stages.${entry}Form`,
  by: 'manager',
  prepare: (walk) => walk.as('manager').modal().fill(filling(walk)),
  act: ({ as }) => as('manager').modal().submit(),
  after: closeAll,
  refused,
});

const reason = (walk: Walk) => ({ [wordsOf(walk)['reason.label']()]: walk.cast.reason });
const stage = ({ words: { project } }: Walk, name: 'intake' | 'proposal') => project['stage.name']({ stage: name });

/** What was agreed before: it opens the first gate. */
function agreement(walk: Walk) {
  const words = wordsOf(walk);
  return {
    [words['kind.label']()]: words['kind.brief'](),
    [words['what.label']()]: walk.cast.names[1],
    [words['by.label']()]: walk.cast.client,
    [words['agreedOn.label']()]: '2026-01-02',
  };
}

function ending(walk: Walk) {
  const words = wordsOf(walk);
  return {
    [words['as.label']()]: words['as.merged'](),
    [words['into.label']()]: otherOf(walk),
    ...reason(walk),
    [words['sure.label']()]: [words['sure.yes']()],
  };
}

/** A job that is called as nothing else is. */
const job = (walk: Walk) => ({
  [wordsOf(walk)['name.label']()]: `${walk.cast.names[1]} 5`,
  [wordsOf(walk)['wantedOn.label']()]: '2027-03-14',
});

const typedScenes: readonly Scene[] = [
  { ...typing('stage', GUESTS), prepare: begin },
  typing('agreed', ALL_BUT_MANAGER),
  typing('job', NOT_ON_THE_TEAM, ({ cast }) => cast.names[1]),
  // With its reason it is held at once. Nothing in what is typed tells a late delivery of it from a second wish, so it is not
  // resumed at once.
  typing('hold', ALL_BUT_MANAGER, ({ cast }) => cast.reason),
  typing('end', ALL_BUT_MANAGER),
  typing('resume', ALL_BUT_MANAGER),
];

/** To the next stage through its gate and past it, and back. */
const movingScenes: readonly Scene[] = [
  {
    list: 'presses',
    entry: 'stages.open',
    by: 'manager',
    act: ({ as, cast, team }) => pressStage(as('manager'), cast.locale, team),
    refused: GUESTS,
  },
  // In the modal that is open.
  { ...pressing('override', 'startAnyway'), prepare: async () => undefined },
  sending('override', reason),
  pressing('back', 'back'),
  sending('back', (walk) => ({ [wordsOf(walk)['to.label']()]: stage(walk, 'intake'), ...reason(walk) })),
  pressing('attach', 'attach'),
  sending('attach', agreement),
  {
    ...pressing('next', 'hold'),
    act: (walk) =>
      walk
        .as('manager')
        .modal()
        .press(wordsOf(walk).startNext({ stage: stage(walk, 'proposal') })),
    after: closeAll,
  },
];

/** It rests, ends in another one of the client, and goes on; then there is a job in it. */
const livingScenes: readonly Scene[] = [
  pressing('hold', 'hold'),
  sending('hold', reason),
  { ...pressing('resume', 'resume'), after: closeAll },
  {
    ...pressing('end', 'end'),
    prepare: async (walk) => {
      await beginOther(walk, otherOf(walk));
      await opened(walk);
    },
  },
  sending('end', ending),
  pressing('reopen', 'reopen'),
  sending('reopen', reason),
  pressing('job', 'job', NOT_ON_THE_TEAM),
  sending('job', job, NOT_ON_THE_TEAM),
];

/** How a project moves, rests and ends, and jobs inside it. */
export const stageScenes: readonly Scene[] = [...typedScenes, ...movingScenes, ...livingScenes, ...chosenScenes];
