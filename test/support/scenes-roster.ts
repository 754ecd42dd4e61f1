import { peopleWords } from '../../src/people/words.ts';
import { projectCardWords } from '../../src/project/words-card.ts';
import { shown, startProject } from './acts.ts';
import { ALL_BUT_MANAGER, type Role, type Walk } from './cast.ts';
import type { Scene } from './scenes.ts';
import { closeAll } from './scenes-project.ts';
import { awayScenes, handoverScenes } from './scenes-roster-2.ts';

/** To whom a roster is not shown: colleagues may look. */
const GUESTS = ['contact', 'freelancer', 'approver', 'stranger'] as const satisfies readonly Role[];

const wordsOf = ({ cast }: Walk) => peopleWords.in(cast.locale);
const press = (walk: Walk, label: string, option?: string) => walk.as('manager').modal().press(label, option);
const submit = ({ as }: Walk) => as('manager').modal().submit();
const command = ({ as, cast, team }: Walk) =>
  as('manager')
    .in(team)
    .command(cast.locale === 'zh' ? '/project 人员' : '/project people');

/** A project of its own, which nobody but its manager is on. */
async function begin(walk: Walk): Promise<void> {
  const { as, cast } = walk;
  const team = await startProject(as('manager'), cast.locale, { client: cast.client, name: `${cast.names[0]} 4` });
  Object.assign(walk, { team });
}

/** The roster, and what is pressed in it. */
async function inRoster(walk: Walk, label?: string, option?: string): Promise<void> {
  shown(await command(walk));
  if (label !== undefined) shown(await press(walk, label, option));
}

/** How the team member stands in the choice of people. */
function teammate(walk: Walk): string {
  const name = walk.on.slack.engine.world.users.get(walk.as('teammate').id)?.name ?? '';
  return `${name} · ${wordsOf(walk)['role.teamMember']()}`;
}

/** What is shown to everybody of the agency. */
const shownScenes: readonly Scene[] = [
  {
    list: 'commands',
    entry: '/project people',
    by: 'manager',
    prepare: begin,
    act: command,
    after: closeAll,
    refused: GUESTS,
  },
  {
    list: 'presses',
    entry: 'people.open',
    by: 'manager',
    act: async ({ as, cast, team }) =>
      shown(await as('manager').click(projectCardWords.in(cast.locale).people(), { in: team })),
    after: closeAll,
    refused: GUESTS,
  },
  {
    list: 'presses',
    entry: 'people.may',
    by: 'manager',
    prepare: (walk) => inRoster(walk),
    act: (walk) => press(walk, wordsOf(walk).mayButton()),
    after: closeAll,
    refused: GUESTS,
  },
];

/** Somebody who is added, becomes something else, and leaves. */
const memberScenes: readonly Scene[] = [
  {
    list: 'presses',
    entry: 'people.back',
    by: 'manager',
    prepare: (walk) => inRoster(walk, wordsOf(walk).addButton()),
    act: (walk) => press(walk, wordsOf(walk).goBack()),
    after: closeAll,
    refused: GUESTS,
  },
  {
    list: 'presses',
    entry: 'people.add',
    by: 'manager',
    prepare: (walk) => inRoster(walk),
    act: (walk) => press(walk, wordsOf(walk).addButton()),
    refused: ALL_BUT_MANAGER,
  },
  {
    list: 'submits',
    entry: 'people.addForm',
    by: 'manager',
    prepare: (walk) =>
      walk
        .as('manager')
        .modal()
        .fill({ [wordsOf(walk)['person.label']()]: `@${walk.cast.people.teammate}` }),
    act: submit,
    after: closeAll,
    refused: ALL_BUT_MANAGER,
  },
  {
    list: 'presses',
    entry: 'people.change',
    by: 'manager',
    prepare: (walk) => inRoster(walk),
    act: (walk) => press(walk, wordsOf(walk).choosePerson(), teammate(walk)),
    refused: ALL_BUT_MANAGER,
  },
  {
    list: 'submits',
    entry: 'people.changeForm',
    by: 'manager',
    prepare: (walk) =>
      walk
        .as('manager')
        .modal()
        .fill({
          [wordsOf(walk)['craft.label']()]: wordsOf(walk)['craft.producer'](),
          [wordsOf(walk)['standIn.label']()]: [`@${walk.cast.people.manager}`],
          [wordsOf(walk)['awayUntil.label']()]: '2027-03-14',
        }),
    act: submit,
    after: closeAll,
    refused: ALL_BUT_MANAGER,
  },
  {
    list: 'presses',
    entry: 'people.remove',
    by: 'manager',
    prepare: (walk) => inRoster(walk, wordsOf(walk).choosePerson(), teammate(walk)),
    act: (walk) => press(walk, wordsOf(walk).removeButton()),
    after: closeAll,
    refused: ALL_BUT_MANAGER,
  },
];

/** The client's name serves for the supplier's: it is typed, and the same in either language's catalogue. */
const supplierScenes: readonly Scene[] = [
  {
    list: 'presses',
    entry: 'people.addSupplier',
    by: 'manager',
    prepare: (walk) => inRoster(walk),
    act: (walk) => press(walk, wordsOf(walk).addSupplierButton()),
    refused: ALL_BUT_MANAGER,
  },
  {
    list: 'submits',
    entry: 'people.supplierForm',
    by: 'manager',
    prepare: (walk) =>
      walk
        .as('manager')
        .modal()
        .fill({
          [wordsOf(walk)['supplier.label']()]: walk.cast.client,
          [wordsOf(walk)['minder.label']()]: `@${walk.cast.people.manager}`,
        }),
    act: submit,
    after: closeAll,
    refused: ALL_BUT_MANAGER,
  },
  {
    list: 'presses',
    entry: 'people.changeSupplier',
    by: 'manager',
    prepare: (walk) => inRoster(walk),
    act: (walk) => press(walk, wordsOf(walk).chooseSupplier(), walk.cast.client),
    refused: ALL_BUT_MANAGER,
  },
  {
    list: 'presses',
    entry: 'people.removeSupplier',
    by: 'manager',
    act: (walk) => press(walk, wordsOf(walk).removeButton()),
    after: closeAll,
    refused: ALL_BUT_MANAGER,
  },
];

/** Who is on the project, who takes it over, and who is away. */
export const rosterScenes: readonly Scene[] = [
  ...shownScenes,
  ...memberScenes,
  ...supplierScenes,
  ...handoverScenes,
  ...awayScenes,
];
