import type { Filling } from '../../sandbox/driver/choose.ts';
import { detailWords } from '../../src/deliverable/words-details.ts';
import { deliverableWords } from '../../src/deliverable/words.ts';
import { startProject } from './acts.ts';
import { bring } from './acts-deliverable.ts';
import { enrol } from './acts-stages.ts';
import { ALL_BUT_MANAGER, type Walk } from './cast.ts';
import { delivered, posterOf } from './delivered.ts';
import type { Scene } from './scenes.ts';
import { closeAll } from './scenes-project.ts';

const wordsOf = ({ cast }: Walk) => detailWords.in(cast.locale);
const cardWordsOf = ({ cast }: Walk) => deliverableWords.in(cast.locale);
const nameOf = ({ cast }: Walk): string => `${cast.names[0]} 22`;
const manager = ({ as }: Walk) => as('manager');

/** A project of its own, with something that is brought for approval. */
async function begin(walk: Walk): Promise<void> {
  const { on, cast, as } = walk;
  const team = await startProject(as('manager'), cast.locale, { client: cast.client, name: nameOf(walk) });
  await enrol(on, team, cast.people.teammate, 'teamMember');
  await as('manager').in(team).invite(cast.people.teammate);
  await bring(as('manager'), cast.locale, team, { name: cast.names[1], content: cast.reason });
  Object.assign(walk, { team });
}

/** As if the client had approved it: that is another scene's. */
async function approved(walk: Walk): Promise<void> {
  const { sent } = posterOf(
    delivered({ sent: [[{ is: 'text', text: walk.cast.reason }]], state: 'agreed', stands: 1 }),
  );
  const change = { $set: { 'deliverables.0.sent': sent, 'deliverables.0.draft': null }, $inc: { revision: 1 } };
  await walk.on.db.collection('projects').updateOne({ name: nameOf(walk) }, change);
}

/** A button of its card. */
const pressing = (entry: string, text: (walk: Walk) => string): Scene => ({
  list: 'presses',
  entry: `deliverable.${entry}`,
  by: 'manager',
  act: (walk) => manager(walk).click(text(walk), { in: walk.team }),
  refused: ALL_BUT_MANAGER,
});

/** The form that it opened, filled in. */
const sending = (entry: string, filling: (walk: Walk) => Readonly<Record<string, Filling>>): Scene => ({
  list: 'submits',
  entry: `deliverable.${entry}Form`,
  by: 'manager',
  prepare: (walk) => manager(walk).modal().fill(filling(walk)),
  act: (walk) => manager(walk).modal().submit(),
  after: closeAll,
  refused: ALL_BUT_MANAGER,
});

/** What it is is changed; it is dropped and taken up again; once it is approved, where it may be used is noted. */
export const deliverableDetailScenes: readonly Scene[] = [
  { ...pressing('details', (walk) => cardWordsOf(walk).details()), prepare: begin },
  sending('details', (walk) => ({ [wordsOf(walk)['criteria.label']()]: walk.cast.reason })),
  pressing('drop', (walk) => cardWordsOf(walk).drop()),
  sending('drop', (walk) => ({ [wordsOf(walk)['dropWhy.label']()]: walk.cast.reason })),
  { ...pressing('reopen', (walk) => cardWordsOf(walk).reopen()), prepare: approved },
  pressing('rights', (walk) => cardWordsOf(walk).rightsButton()),
  sending('rights', (walk) => ({
    [wordsOf(walk)['media.label']()]: walk.cast.names[0],
    [wordsOf(walk)['territory.label']()]: walk.cast.names[1],
    [wordsOf(walk)['until.label']()]: '2027-12-31',
  })),
];
