import type { Filling } from '../../sandbox/driver/choose.ts';
import { planWords } from '../../src/plan/words.ts';
import { projectCardWords } from '../../src/project/words-card.ts';
import { startJob } from './acts-stages.ts';
import { type Entering, milestoneFilling } from './acts-plan.ts';
import { ALL_BUT_MANAGER, type Role, type Walk } from './cast.ts';
import type { Scene } from './scenes.ts';
import { closeAll } from './scenes-project.ts';
import { beginOther, GUESTS } from './scenes-stages-2.ts';

const wordsOf = ({ cast }: Walk) => planWords.in(cast.locale);
const DUE = '2027-03-12';

/** A project of its own. */
const begin = async (walk: Walk): Promise<void> => {
  Object.assign(walk, { team: await beginOther(walk, `${walk.cast.names[1]} 13`) });
};

const manager = ({ as }: Walk) => as('manager');
const verb = ({ cast }: Walk): string => (cast.locale === 'zh' ? '节点' : 'milestone');

/** `/plan milestone Media launch 2027-03-12`, in their language. */
const typing = (walk: Walk) =>
  manager(walk)
    .in(walk.team)
    .command(`/plan ${verb(walk)} ${wordsOf(walk)['kind.mediaLaunch']()} ${DUE}`);

type Button = 'done' | 'move' | 'block' | 'unblock' | 'change' | 'drop' | 'release' | 'reopen' | 'undo' | 'add';

/** A button of the list, which is open. */
const pressing = (entry: string, button: Button): Scene => ({
  list: 'presses',
  entry: `plan.${entry}`,
  by: 'manager',
  act: (walk) => manager(walk).modal().press(wordsOf(walk)[button]()),
  refused: ALL_BUT_MANAGER,
});

/** The list, opened anew: a form that was opened twice lies under it no more. */
const anew = async (walk: Walk): Promise<void> => {
  await closeAll(walk);
  await manager(walk).in(walk.team).command('/plan');
};

/** A button of the list, which is opened anew for it. */
const listed = (entry: string, button: Button): Scene => ({ ...pressing(entry, button), prepare: anew });

/** The form that it opened, filled in; the list is there again afterwards. */
const sending = (entry: string, filling: (walk: Walk) => Readonly<Record<string, Filling>>): Scene => ({
  list: 'submits',
  entry: `plan.${entry}Form`,
  by: 'manager',
  prepare: (walk) => manager(walk).modal().fill(filling(walk)),
  act: (walk) => manager(walk).modal().submit(),
  refused: ALL_BUT_MANAGER,
});

const entered = (walk: Walk, entering: Entering) => milestoneFilling(entering, walk.cast.locale);
const because = (walk: Walk) => ({ [wordsOf(walk)['why.label']()]: walk.cast.reason });

const typedScenes: readonly Scene[] = [
  {
    list: 'commands',
    entry: '/plan milestone',
    by: 'manager',
    prepare: begin,
    act: typing,
    refused: ALL_BUT_MANAGER,
  },
  {
    list: 'commands',
    entry: '/plan help',
    by: 'manager',
    act: (walk) =>
      manager(walk)
        .in('#general')
        .command(`/plan ${walk.cast.locale === 'zh' ? '帮助' : 'help'}`),
    refused: 'everybody gets the help that fits them',
  },
  // In the list that is open since the milestone was typed, which is not the very act before: typed again after it is taken back, it is set.
  { ...pressing('undo', 'undo'), after: closeAll },
  {
    list: 'commands',
    entry: '/plan',
    by: 'manager',
    act: (walk) => manager(walk).in(walk.team).command('/plan'),
    after: closeAll,
    refused: GUESTS,
  },
  {
    list: 'presses',
    entry: 'plan.open',
    by: 'manager',
    act: (walk) => manager(walk).click(projectCardWords.in(walk.cast.locale).plan(), { in: walk.team }),
    refused: GUESTS,
  },
];

/** One is set, changed, moved, blocked, goes on, is shown to the client, reached, opened again, and dropped. */
const livingScenes: readonly Scene[] = [
  listed('add', 'add'),
  sending('set', (walk) =>
    entered(walk, { kind: 'mediaLaunch', day: DUE, owner: `@${walk.cast.people.manager}`, review: '3' }),
  ),
  listed('change', 'change'),
  sending('change', (walk) => entered(walk, { needs: walk.cast.reason })),
  listed('move', 'move'),
  sending('move', (walk) => ({ ...entered(walk, { day: '2027-03-19' }), ...because(walk) })),
  listed('block', 'block'),
  sending('block', because),
  listed('release', 'release'),
  { ...sending('release', () => ({})), prepare: async () => undefined },
  // Not the act after it was blocked: said again after it goes on, it is blocked again.
  listed('unblock', 'unblock'),
  listed('reach', 'done'),
  listed('reopen', 'reopen'),
  listed('drop', 'drop'),
  { ...sending('drop', because), after: closeAll },
];

/** Which project is meant: the project, or the job inside it. */
const choosing = (entry: string, refused: readonly Role[], asking: (walk: Walk) => Promise<unknown>): Scene => ({
  list: 'presses',
  entry: `plan.${entry}`,
  by: 'manager',
  prepare: asking,
  act: (walk) => manager(walk).modal().press(walk.words.project.choose()),
  after: closeAll,
  refused,
});

const choosingScenes: readonly Scene[] = [
  choosing('choose', GUESTS, async (walk) => {
    await startJob(manager(walk), walk.cast.locale, walk.team, `${walk.cast.names[1]} 14`);
    await manager(walk).in(walk.team).command('/plan');
  }),
  choosing('chooseSet', ALL_BUT_MANAGER, typing),
];

/** Milestones: what is typed, what is pressed, and what the client is shown. */
export const planScenes: readonly Scene[] = [...typedScenes, ...livingScenes, ...choosingScenes];
