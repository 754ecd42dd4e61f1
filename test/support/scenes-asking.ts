import { confirmLines, sendBrief, shown } from './acts.ts';
import { howFilling, openPerson, personFilling } from './acts-asking.ts';
import { askingWords } from '../../src/approval/words-asking.ts';
import { ALL_BUT_MANAGER, type Walk } from './cast.ts';
import type { Scene } from './scenes.ts';
import { dueScenes } from './scenes-due.ts';
import { closeAll } from './scenes-project.ts';

const CHOOSING = 'only whoever opened the form can choose in it, and nothing is decided by it';

const wordsOf = ({ cast }: Walk) => askingWords.in(cast.locale);

/** In the form that sends: how it reaches the client, who decides, and what is arranged behind its button. */
export const askingScenes: readonly Scene[] = [
  {
    list: 'presses',
    entry: 'brief.chooseReach',
    by: 'manager',
    act: ({ as, words }) => chooseReach(as('manager'), words, 'outside'),
    after: ({ as, words }) => chooseReach(as('manager'), words, 'clientChannel'),
    refused: CHOOSING,
  },
  {
    list: 'presses',
    entry: 'brief.chooseApprovers',
    by: 'manager',
    act: ({ as, cast, words }) =>
      as('manager')
        .modal()
        .fill({ [words.brief['approvers.label']()]: `@${cast.people.approver}` }),
    refused: CHOOSING,
  },
  {
    list: 'presses',
    entry: 'approval.change',
    by: 'manager',
    act: (walk) => walk.as('manager').modal().press(wordsOf(walk).changeHow()),
    refused: ALL_BUT_MANAGER,
  },
  {
    list: 'presses',
    entry: 'approval.person',
    by: 'manager',
    act: ({ as, cast }) => openPerson(as('manager').modal(), cast.locale, 1),
    refused: ALL_BUT_MANAGER,
  },
  {
    list: 'submits',
    entry: 'approval.personForm',
    by: 'manager',
    prepare: ({ as, cast }) =>
      as('manager')
        .modal()
        .fill(personFilling({ limit: 'spend', upTo: '50000 CNY' }, cast.locale)),
    act: ({ as }) => as('manager').modal().submit(),
    refused: ALL_BUT_MANAGER,
  },
  {
    list: 'submits',
    entry: 'approval.whoForm',
    by: 'manager',
    prepare: ({ as, cast }) =>
      as('manager')
        .modal()
        .fill(howFilling({ expiresOn: '2027-06-30' }, cast.locale)),
    act: ({ as }) => as('manager').modal().submit(),
    refused: ALL_BUT_MANAGER,
  },
];

async function chooseReach(
  person: ReturnType<Walk['as']>,
  { brief }: Walk['words'],
  reach: 'outside' | 'clientChannel',
): Promise<unknown> {
  return person.modal().fill({ [brief['reach.label']()]: brief[`reach.${reach}`]() });
}

/** On the team's card, while a request is open; at the end the brief is with the client again. */
export const manageScenes: readonly Scene[] = [
  {
    list: 'presses',
    entry: 'approval.remind',
    by: 'manager',
    act: (walk) => walk.as('manager').click(wordsOf(walk).remind(), { in: walk.team }),
    refused: ALL_BUT_MANAGER,
  },
  ...dueScenes,
  {
    list: 'submits',
    entry: 'approval.rolesForm',
    by: 'manager',
    prepare: async (walk) => shown(await walk.as('manager').click(wordsOf(walk).change(), { in: walk.team })),
    act: ({ as }) => as('manager').modal().submit(),
    refused: ALL_BUT_MANAGER,
  },
  {
    list: 'submits',
    entry: 'approval.replaceForm',
    by: 'manager',
    prepare: async (walk) => {
      const deciders = shown(await walk.as('manager').click(wordsOf(walk).change(), { in: walk.team }));
      const one = await openPerson(deciders, walk.cast.locale, 1);
      await one.fill(personFilling({ awayUntil: '2026-11-01' }, walk.cast.locale));
    },
    act: ({ as }) => as('manager').modal().submit(),
    after: closeAll,
    refused: ALL_BUT_MANAGER,
  },
  {
    list: 'presses',
    entry: 'approval.closeRound',
    by: 'manager',
    prepare: ({ as, cast }) => confirmLines(as('approver'), cast.locale, cast.channel, [1]),
    act: (walk) => walk.as('manager').click(wordsOf(walk).closeRound(), { in: walk.team }),
    refused: ALL_BUT_MANAGER,
  },
  {
    list: 'presses',
    entry: 'approval.withdrawRequest',
    by: 'manager',
    act: (walk) => walk.as('manager').click(wordsOf(walk).withdrawRequest(), { in: walk.team }),
    refused: ALL_BUT_MANAGER,
  },
  {
    list: 'submits',
    entry: 'approval.withdrawRequestForm',
    by: 'manager',
    prepare: (walk) =>
      walk
        .as('manager')
        .modal()
        .fill({ [wordsOf(walk)['requestReason.label']()]: walk.cast.reason }),
    act: ({ as }) => as('manager').modal().submit(),
    after: ({ as, cast, team }) => sendBrief(as('manager'), cast.locale, team, { language: cast.locale }),
    refused: ALL_BUT_MANAGER,
  },
];
