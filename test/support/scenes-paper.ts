import { paperWords } from '../../src/brief/words-paper.ts';
import { NOT_ON_THE_TEAM, type Walk } from './cast.ts';
import type { Scene } from './scenes.ts';

const paper = ({ cast }: Walk) => paperWords.in(cast.locale);

/** A version as text and as PDF, for clients who are not on Slack. */
export const paperScenes: readonly Scene[] = [
  {
    list: 'presses',
    entry: 'brief.text',
    by: 'manager',
    act: (walk) => walk.as('manager').click(paper(walk).textButton(), { in: walk.team }),
    // Colleagues may look at everything that is internal.
    refused: NOT_ON_THE_TEAM.filter((role) => role !== 'colleague'),
  },
  {
    list: 'submits',
    entry: 'brief.textShown',
    by: 'manager',
    act: ({ as }) => as('manager').modal().submit(),
    refused: 'whoever has it open only closes it',
  },
  {
    list: 'presses',
    entry: 'brief.paper',
    by: 'manager',
    act: (walk) => walk.as('manager').click(paper(walk).paperButton(), { in: walk.team }),
    refused: NOT_ON_THE_TEAM,
  },
];
