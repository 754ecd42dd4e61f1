import { briefFilling, sendBrief, sentProject, shown, TEXTS, writeBrief } from './acts.ts';
import { NOT_ON_THE_TEAM, ALL_BUT_MANAGER, type Walk } from './cast.ts';
import type { Scene } from './scenes.ts';
import { askingScenes, manageScenes } from './scenes-asking.ts';
import { closeAll } from './scenes-project.ts';
import { stepScenes } from './scenes-steps.ts';

/** Changes the key message and sends the next version. */
export async function sendAgain({ as, cast, team }: Walk, keyMessage: string): Promise<void> {
  await writeBrief(as('manager'), cast.locale, team, { ...TEXTS[cast.locale], keyMessage });
  await sendBrief(as('manager'), cast.locale, team, sendingOf(cast));
}

const sendingOf = ({ channel, people, locale }: Walk['cast']) =>
  ({ channel, approver: `@${people.approver}`, language: locale }) as const;

export const briefScenes: readonly Scene[] = [
  {
    list: 'presses',
    entry: 'project.writeBrief',
    by: 'manager',
    act: ({ as, team, words }) => as('manager').click(words.project.writeBrief(), { in: team }),
    after: closeAll,
    refused: NOT_ON_THE_TEAM,
  },
  {
    list: 'commands',
    entry: '/brief',
    by: 'manager',
    act: ({ as, team }) => as('manager').in(team).command('/brief'),
    refused: NOT_ON_THE_TEAM,
  },
  {
    list: 'submits',
    entry: 'brief.editForm',
    by: 'manager',
    prepare: ({ as, cast }) =>
      as('manager')
        .modal()
        .fill(briefFilling({ ...TEXTS[cast.locale], audience: null, notKnown: ['audience'] }, cast.locale)),
    act: ({ as }) => as('manager').modal().submit(),
    refused: NOT_ON_THE_TEAM,
  },
  {
    list: 'presses',
    entry: 'brief.chooseFinder',
    by: 'manager',
    act: async ({ as, cast }) => {
      const form = as('manager').modal();
      const [question = ''] = form.labels;
      await form.fill({ [question]: `@${cast.people.teammate}` });
    },
    refused: 'only whoever opened the form can choose in it, and nothing is decided by it',
  },
  {
    list: 'submits',
    entry: 'brief.findersForm',
    by: 'manager',
    act: ({ as }) => as('manager').modal().submit(),
    after: closeAll,
    refused: NOT_ON_THE_TEAM,
  },
  {
    list: 'presses',
    entry: 'brief.edit',
    by: 'manager',
    act: ({ as, team, words }) => as('manager').click(words.brief.edit(), { in: team }),
    refused: NOT_ON_THE_TEAM,
  },
  ...stepScenes,
  {
    list: 'presses',
    entry: 'brief.send',
    by: 'manager',
    act: ({ as, team, words }) => as('manager').click(words.brief.sendButton(), { in: team }),
    refused: ALL_BUT_MANAGER,
  },
  {
    list: 'presses',
    entry: 'brief.chooseChannel',
    by: 'manager',
    act: ({ as, cast, words }) =>
      as('manager')
        .modal()
        .fill({ [words.brief['channel.label']()]: cast.channel }),
    refused: 'only whoever opened the form can choose in it, and nothing is decided by it',
  },
  {
    list: 'presses',
    entry: 'brief.chooseLanguage',
    by: 'manager',
    act: ({ as, cast, words }) =>
      as('manager')
        .modal()
        .fill({ [words.brief['language.label']()]: words.brief[`language.${cast.locale}`]() }),
    refused: 'only whoever opened the form can choose in it, and nothing is decided by it',
  },
  {
    list: 'presses',
    entry: 'brief.chooseDue',
    by: 'manager',
    // A working day far away: nothing that is played later comes near it.
    act: ({ as, words }) =>
      as('manager')
        .modal()
        .fill({ [words.brief['dueOn.label']()]: '2027-06-09' }),
    refused: 'only whoever opened the form can choose in it, and nothing is decided by it',
  },
  ...askingScenes,
  {
    list: 'submits',
    entry: 'brief.sendForm',
    by: 'manager',
    act: ({ as }) => as('manager').modal().submit(),
    refused: ALL_BUT_MANAGER,
  },
  ...manageScenes,
];

export const severalScenes: readonly Scene[] = [
  {
    list: 'presses',
    entry: 'brief.choose',
    by: 'manager',
    prepare: async ({ as, cast }) => {
      const starting = { client: cast.client, name: cast.names[1] };
      await sentProject(as('manager'), cast.locale, starting, sendingOf(cast));
      shown(await as('manager').in(cast.channel).command('/brief'));
    },
    act: ({ as, words }) => as('manager').modal().press(words.project.choose()),
    after: closeAll,
    refused: NOT_ON_THE_TEAM,
  },
  {
    list: 'presses',
    entry: 'project.recordChoose',
    by: 'manager',
    prepare: async ({ as, cast }) => shown(await as('manager').in(cast.channel).command('/project record')),
    act: ({ as, words }) => as('manager').modal().press(words.project.choose()),
    after: closeAll,
    refused: 'only whoever was asked which project can answer',
  },
];
