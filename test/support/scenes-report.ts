import { reportWords } from '../../src/progress/words-report.ts';
import { sentProject, shown } from './acts.ts';
import { ALL_BUT_MANAGER, type Walk } from './cast.ts';
import type { Scene } from './scenes.ts';
import { closeAll } from './scenes-project.ts';
import { pressedAbout } from './scenes-shared.ts';

const words = ({ cast }: Walk) => reportWords.in(cast.locale);
const nameOf = ({ cast }: Walk): string => `${cast.names[1]} 12`;
const press = pressedAbout(nameOf);
/** `/progress report`, in the language of the cast. */
const command = ({ as, cast }: Walk, channel: string) =>
  as('manager')
    .in(channel)
    .command(cast.locale === 'zh' ? '/progress 报告' : '/progress report');

/** A project of its own, whose client has something that waits for them. */
async function begin(walk: Walk, name: string): Promise<string> {
  const { as, cast } = walk;
  const { locale: language, channel, people, client } = cast;
  const sending = { channel, approver: `@${people.approver}`, language };
  return sentProject(as('manager'), language, { client, name }, sending);
}

/** A report to the client: drafted, edited, sent; and another one that is skipped. */
export const reportScenes: readonly Scene[] = [
  {
    list: 'commands',
    entry: '/progress report',
    by: 'manager',
    prepare: async (walk) => Object.assign(walk, { team: await begin(walk, nameOf(walk)) }),
    act: (walk) => command(walk, walk.team),
    refused: ALL_BUT_MANAGER,
  },
  press('progress.reportEdit', (walk) => words(walk).reportEdit()),
  {
    list: 'submits',
    entry: 'progress.reportForm',
    by: 'manager',
    prepare: (walk) =>
      walk
        .as('manager')
        .modal()
        .fill({ [words(walk)['report.label']()]: walk.cast.reason }),
    act: ({ as }) => as('manager').modal().submit(),
    after: closeAll,
    refused: ALL_BUT_MANAGER,
  },
  press('progress.reportSend', (walk) => words(walk).reportSend()),
  { ...press('progress.reportSkip', (walk) => words(walk).reportSkip()), prepare: (walk) => command(walk, walk.team) },
  {
    list: 'presses',
    entry: 'progress.reportChoose',
    by: 'manager',
    prepare: async (walk) => {
      // The client's channel has several projects now.
      await begin(walk, `${nameOf(walk)}.`);
      return shown(await command(walk, walk.cast.channel));
    },
    act: ({ as, words: said }) => as('manager').modal().press(said.project.choose()),
    after: closeAll,
    refused: ALL_BUT_MANAGER,
  },
];
