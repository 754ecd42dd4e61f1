import { dueWords } from '../../src/approval/words-due.ts';
import { ALL_BUT_MANAGER, type Walk } from './cast.ts';
import type { Scene } from './scenes.ts';

const wordsOf = ({ cast }: Walk) => dueWords.in(cast.locale);

/** Another day to decide by, on the team's card while a request is open. */
export const dueScenes: readonly Scene[] = [
  {
    list: 'presses',
    entry: 'approval.moveDue',
    by: 'manager',
    act: (walk) => walk.as('manager').click(wordsOf(walk).button(), { in: walk.team }),
    refused: ALL_BUT_MANAGER,
  },
  {
    list: 'submits',
    entry: 'approval.moveDueForm',
    by: 'manager',
    prepare: (walk) =>
      walk
        .as('manager')
        .modal()
        .fill({
          [wordsOf(walk)['movedTo.label']()]: '2026-12-18',
          [wordsOf(walk)['movedWhy.label']()]: walk.cast.reason,
        }),
    act: ({ as }) => as('manager').modal().submit(),
    refused: ALL_BUT_MANAGER,
  },
];
