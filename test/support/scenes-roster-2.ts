import { peopleWords } from '../../src/people/words.ts';
import { sendBrief, sentProject, shown, writeBrief } from './acts.ts';
import { ALL_BUT_MANAGER, type Role, type Walk } from './cast.ts';
import type { Scene } from './scenes.ts';
import { closeAll } from './scenes-project.ts';

/** Neither the client's people nor whoever is on no project says that they are away. */
const GUESTS = ['contact', 'freelancer', 'approver', 'stranger'] as const satisfies readonly Role[];

const DAY = '2027-03-14';
const wordsOf = ({ cast }: Walk) => peopleWords.in(cast.locale);
const press = (walk: Walk, label: string) => walk.as('manager').modal().press(label);
const submit = ({ as }: Walk) => as('manager').modal().submit();

const VERBS = {
  people: '人员',
  handover: '移交',
  away: '外出',
  back: '回来',
} as const;

/** Typed in the project's team channel, or in another one. */
const command = ({ as, cast, team }: Walk, verb: keyof typeof VERBS, channel = team) =>
  as('manager')
    .in(channel)
    .command(`/project ${cast.locale === 'zh' ? VERBS[verb] : verb}`);

/** Fills in who takes over later on, and has the form show what will happen. */
async function preview(walk: Walk): Promise<void> {
  const words = wordsOf(walk);
  const filled = walk
    .as('manager')
    .modal()
    .fill({
      [words['successor.label']()]: `@${walk.cast.people.colleague}`,
      [words['fromDay.label']()]: DAY,
      [words['note.label']()]: walk.cast.reason,
    });
  shown(await filled.submit());
}

/** The project and another one are sent to the client: in their channel a command has to ask which of both is meant. */
async function sendTwo({ as, cast, team }: Walk): Promise<void> {
  const { locale, channel, client, names, people } = cast;
  const sending = { channel, approver: `@${people.approver}`, language: locale };
  await writeBrief(as('manager'), locale, team);
  await sendBrief(as('manager'), locale, team, sending);
  await sentProject(as('manager'), locale, { client, name: `${names[1]} 4` }, sending);
}

/** A handover that is planned and taken back; then of one of several projects in a channel. */
export const handoverScenes: readonly Scene[] = [
  {
    list: 'commands',
    entry: '/project handover',
    by: 'manager',
    act: (walk) => command(walk, 'handover'),
    refused: ALL_BUT_MANAGER,
  },
  {
    list: 'submits',
    entry: 'people.handoverForm',
    by: 'manager',
    prepare: preview,
    act: submit,
    after: closeAll,
    refused: ALL_BUT_MANAGER,
  },
  {
    list: 'presses',
    entry: 'people.handover',
    by: 'manager',
    prepare: (walk) => command(walk, 'people'),
    act: (walk) => press(walk, wordsOf(walk).handoverButton()),
    after: closeAll,
    refused: ALL_BUT_MANAGER,
  },
  {
    list: 'presses',
    entry: 'people.cancelHandover',
    by: 'manager',
    prepare: (walk) => command(walk, 'people'),
    act: (walk) => press(walk, wordsOf(walk).cancelPlanned()),
    after: closeAll,
    refused: ALL_BUT_MANAGER,
  },
  {
    list: 'presses',
    entry: 'people.chooseHandover',
    by: 'manager',
    prepare: async (walk) => {
      await sendTwo(walk);
      shown(await command(walk, 'handover', walk.cast.channel));
    },
    act: (walk) => press(walk, walk.words.project.choose()),
    after: closeAll,
    refused: ALL_BUT_MANAGER,
  },
  {
    list: 'presses',
    entry: 'people.choose',
    by: 'manager',
    prepare: (walk) => command(walk, 'people', walk.cast.channel),
    act: (walk) => press(walk, walk.words.project.choose()),
    after: closeAll,
    refused: GUESTS,
  },
];

/** The manager is away, in all of their projects, and is back when the scenes go on. */
export const awayScenes: readonly Scene[] = [
  {
    list: 'submits',
    entry: 'people.awayForm',
    by: 'manager',
    prepare: async (walk) => {
      const form = shown(await command(walk, 'away'));
      const standIn = [`@${walk.cast.people.teammate}`];
      await form.fill({ [wordsOf(walk)['until.label']()]: DAY, [wordsOf(walk)['standIn.label']()]: standIn });
    },
    act: submit,
    after: closeAll,
    refused: GUESTS,
  },
  {
    list: 'commands',
    entry: '/project away',
    by: 'manager',
    act: (walk) => command(walk, 'away'),
    after: closeAll,
    refused: GUESTS,
  },
  {
    list: 'commands',
    entry: '/project back',
    by: 'manager',
    act: (walk) => command(walk, 'back'),
    after: closeAll,
    refused: GUESTS,
  },
];
