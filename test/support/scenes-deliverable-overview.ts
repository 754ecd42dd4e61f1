import { overviewWords } from '../../src/approval/words-overview.ts';
import { BOUNDS } from '../../src/kit/bounds.ts';
import { personKey } from '../../src/kit/person.ts';
import { startJob } from './acts-stages.ts';
import type { Walk } from './cast.ts';
import type { Scene } from './scenes.ts';
import { closeAll } from './scenes-project.ts';
import { beginOther, GUESTS } from './scenes-stages-2.ts';

const ONES_OWN = 'everybody sees what waits for them, and nothing else';

const wordsOf = ({ cast }: Walk) => overviewWords.in(cast.locale);
const manager = ({ as }: Walk) => as('manager');

/** In so many projects that there is a second page, a brief is to be sent by whoever plays the manager. */
async function plantWaits(walk: Walk): Promise<void> {
  const { db, bot } = walk.on;
  const person = personKey({ team: bot.workspace, user: manager(walk).id });
  const projects = db.collection('projects');
  const mine = { workspace: bot.workspace, 'summary.list.runs': person, 'summary.waits.kind': { $ne: 'brief.send' } };
  const found = await projects
    .find(mine, { projection: { _id: 1 } })
    .limit(BOUNDS.waitsProjects + 2)
    .toArray();
  const since = '2026-11-01T00:00:00.000Z';
  const wait = { person, kind: 'brief.send', about: '', since };
  const changes: object = { $push: { 'summary.waits': wait }, $set: { 'summary.waitsSince': since } };
  await projects.updateMany({ _id: { $in: found.map(({ _id }) => _id) } }, changes);
}

const opening = (walk: Walk) => manager(walk).in('#general').command('/approval');

const turning = (entry: string, label: 'nextMine' | 'earlierMine'): Scene => ({
  list: 'presses',
  entry: `approval.${entry}`,
  by: 'manager',
  act: (walk) => manager(walk).modal().press(wordsOf(walk)[label]()),
  refused: ONES_OWN,
});

/** What is approved, in a project of its own. */
const typingFinal = (walk: Walk) =>
  manager(walk)
    .in(walk.team)
    .command(`/approval ${walk.cast.locale === 'zh' ? '定稿' : 'final'}`);

/** What waits for somebody, what they wait for, and what is approved. */
export const overviewScenes: readonly Scene[] = [
  { list: 'commands', entry: '/approval', by: 'manager', prepare: plantWaits, act: opening, refused: ONES_OWN },
  turning('overviewNext', 'nextMine'),
  { ...turning('overviewEarlier', 'earlierMine'), after: closeAll },
  {
    list: 'commands',
    entry: '/approval final',
    by: 'manager',
    prepare: async (walk) => Object.assign(walk, { team: await beginOther(walk, `${walk.cast.names[1]} 23`) }),
    act: typingFinal,
    after: closeAll,
    refused: GUESTS,
  },
  {
    list: 'presses',
    entry: 'deliverable.chooseFinal',
    by: 'manager',
    prepare: async (walk) => {
      await startJob(manager(walk), walk.cast.locale, walk.team, `${walk.cast.names[1]} 23a`);
      await typingFinal(walk);
    },
    act: (walk) => manager(walk).modal().press(walk.words.project.choose()),
    after: closeAll,
    refused: GUESTS,
  },
];
