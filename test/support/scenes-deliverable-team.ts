import { deliverableWords } from '../../src/deliverable/words.ts';
import { shown, startProject } from './acts.ts';
import { bringFilling, everyPoint, openBringing, openCheck, SEND_FOR_APPROVAL } from './acts-deliverable.ts';
import { enrol, startJob } from './acts-stages.ts';
import { NOT_ON_THE_TEAM, type Walk } from './cast.ts';
import type { Scene } from './scenes.ts';
import { closeAll } from './scenes-project.ts';

const wordsOf = ({ cast }: Walk) => deliverableWords.in(cast.locale);
const nameOf = ({ cast }: Walk): string => `${cast.names[1]} 20`;
const manager = ({ as }: Walk) => as('manager');
const checker = ({ as }: Walk) => as('teammate');

const LINK = 'https://review.example/key-visual';
/** What the maker may not do with what they made, and whoever is not on the team. */
const NOT_CHECKING = ['manager', ...NOT_ON_THE_TEAM] as const;

/** A project of its own, with somebody of the team besides the account manager. */
async function begin(walk: Walk): Promise<void> {
  const { on, cast, as } = walk;
  const team = await startProject(as('manager'), cast.locale, { client: cast.client, name: nameOf(walk) });
  await enrol(on, team, cast.people.teammate, 'teamMember');
  await as('manager').in(team).invite(cast.people.teammate);
  Object.assign(walk, { team });
}

/** The one who checks is asked to review it, too, and copy is looked over: both are chosen elsewhere. */
async function arrange(walk: Walk): Promise<void> {
  const projects = walk.on.db.collection('projects');
  const project = await projects.findOne({ name: nameOf(walk) });
  const people = (project?.['people'] ?? []) as { person: { user: string }; id: string; name: string | null }[];
  const one = people.find(({ person }) => person.user === checker(walk).id);
  if (!one) throw new Error('nobody checks');
  const { person, id, name } = one;
  const review = { person, id, name, is: 'asked', reason: null, at: null };
  const terms = { id: 'absoluteTerms', key: 'absoluteTerms', text: null, isTicked: false };
  const draft = 'deliverables.0.draft';
  const change: object = {
    $push: { [`${draft}.reviews`]: review, [`${draft}.check.points`]: terms },
    $inc: { revision: 1 },
  };
  await projects.updateOne({ name: nameOf(walk) }, change);
}

const bringing: readonly Scene[] = [
  {
    list: 'commands',
    entry: '/approval help',
    by: 'manager',
    act: (walk) =>
      manager(walk)
        .in('#general')
        .command(`/approval ${walk.cast.locale === 'zh' ? '帮助' : 'help'}`),
    refused: 'everybody gets the help that fits them',
  },
  {
    list: 'commands',
    entry: '/approval new',
    by: 'manager',
    prepare: begin,
    act: (walk) => openBringing(manager(walk), walk.cast.locale, walk.team, `${LINK} ${nameOf(walk)}`),
    refused: NOT_ON_THE_TEAM,
  },
  {
    list: 'submits',
    entry: 'deliverable.addForm',
    by: 'manager',
    prepare: (walk) =>
      manager(walk)
        .modal()
        .fill(bringFilling({ name: wordsOf(walk)['name.placeholder']() }, walk.cast.locale)),
    act: (walk) => manager(walk).modal().submit(),
    refused: NOT_ON_THE_TEAM,
  },
  {
    list: 'presses',
    entry: 'deliverable.look',
    by: 'manager',
    act: (walk) => manager(walk).click(wordsOf(walk).look(), { in: walk.team }),
    after: closeAll,
    refused: NOT_ON_THE_TEAM.filter((role) => role !== 'colleague'),
  },
];

const close = async ({ as }: Walk): Promise<void> => {
  if (as('teammate').hasModal()) await as('teammate').modal().close({ all: true });
};

const checking: readonly Scene[] = [
  {
    list: 'presses',
    entry: 'deliverable.check',
    by: 'teammate',
    prepare: arrange,
    act: (walk) => openCheck(checker(walk), walk.cast.locale, walk.team),
    refused: NOT_CHECKING,
  },
  {
    list: 'presses',
    entry: 'deliverable.terms',
    by: 'teammate',
    prepare: (walk) =>
      checker(walk)
        .modal()
        .fill({ [wordsOf(walk)['copy.label']()]: '口碑最佳' }),
    act: (walk) => checker(walk).modal().press(wordsOf(walk).terms()),
    refused: NOT_CHECKING,
  },
  {
    list: 'submits',
    entry: 'deliverable.checkForm',
    by: 'teammate',
    prepare: async (walk) => {
      const form = checker(walk).modal();
      await form.fill(everyPoint(form, walk.cast.locale));
    },
    act: (walk) => checker(walk).modal().submit(),
    after: close,
    refused: NOT_CHECKING,
  },
  {
    list: 'presses',
    entry: 'deliverable.review',
    by: 'teammate',
    act: (walk) => checker(walk).click(wordsOf(walk).review(), { in: walk.team }),
    refused: NOT_CHECKING,
  },
  {
    list: 'submits',
    entry: 'deliverable.reviewForm',
    by: 'teammate',
    prepare: (walk) =>
      checker(walk)
        .modal()
        .fill({ [wordsOf(walk)['verdict.label']()]: wordsOf(walk)['verdict.pass']() }),
    act: (walk) => checker(walk).modal().submit(),
    after: close,
    refused: NOT_CHECKING,
  },
];

const renewing: readonly Scene[] = [
  {
    list: 'presses',
    entry: 'deliverable.newVersion',
    by: 'manager',
    act: (walk) => manager(walk).click(wordsOf(walk).newVersion(), { in: walk.team }),
    refused: NOT_ON_THE_TEAM,
  },
  {
    list: 'submits',
    entry: 'deliverable.versionForm',
    by: 'manager',
    prepare: (walk) =>
      manager(walk)
        .modal()
        .fill(bringFilling({ content: `${LINK}-2` }, walk.cast.locale)),
    act: (walk) => manager(walk).modal().submit(),
    refused: NOT_ON_THE_TEAM,
  },
  {
    list: 'shortcuts',
    entry: 'deliverable.send',
    by: 'manager',
    prepare: (walk) => manager(walk).in(walk.team).post(`${walk.cast.reason} ${LINK}-3`),
    act: (walk) => manager(walk).shortcut(SEND_FOR_APPROVAL, /key-visual-3/u, { in: walk.team }),
    after: closeAll,
    refused: NOT_ON_THE_TEAM,
  },
  {
    list: 'presses',
    entry: 'deliverable.choose',
    by: 'manager',
    prepare: async (walk) => {
      await startJob(manager(walk), walk.cast.locale, walk.team, `${walk.cast.names[1]} 20a`);
      shown(await manager(walk).shortcut(SEND_FOR_APPROVAL, /key-visual-3/u, { in: walk.team }));
    },
    act: (walk) => manager(walk).modal().press(walk.words.project.choose()),
    after: closeAll,
    refused: NOT_ON_THE_TEAM,
  },
];

/** Something is brought for approval, checked, looked at inside, and brought anew. */
export const deliverableTeamScenes: readonly Scene[] = [...bringing, ...checking, ...renewing];
