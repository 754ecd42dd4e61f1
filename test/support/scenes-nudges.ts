import { nudgeWords } from '../../src/approval/words-nudges.ts';
import { digestWords } from '../../src/digest/words.ts';
import { dayIn } from '../../src/kit/calendar.ts';
import { sentProject } from './acts.ts';
import { lookNow } from './acts-nudges.ts';
import { ALL_BUT_MANAGER, type Walk } from './cast.ts';
import type { Scene } from './scenes.ts';
import { closeAll } from './scenes-project.ts';
import { pressedAbout } from './scenes-shared.ts';

const DAY_MS = 86_400_000;
const HOURS_MS = 4 * 3_600_000;
/** A request is due the day after it is sent, and a weekend may lie between that and the next working morning. */
const MOST_LOOKS = 36;

const words = ({ cast }: Walk) => nudgeWords.in(cast.locale);
const digest = ({ cast }: Walk) => digestWords.in(cast.locale);
const nameOf = ({ cast }: Walk): string => `${cast.names[0]} 16`;
const press = pressedAbout(nameOf);

/** A project of its own, whose client has not decided by the day: its account manager was told. */
async function begin(walk: Walk): Promise<void> {
  const { as, cast, on } = walk;
  const { locale: language, channel, people, client } = cast;
  const { clock } = on.slack;
  const dueOn = dayIn('utc', new Date(clock.now() + DAY_MS));
  const sending = { channel, approver: `@${people.approver}`, language, dueOn };
  const team = await sentProject(as('manager'), language, { client, name: nameOf(walk) }, sending);
  Object.assign(walk, { team });
  const isTold = () =>
    as('manager')
      .dms()
      .some(({ text, buttons }) => text.includes(nameOf(walk)) && buttons.includes(words(walk).editReminder()));
  for (let looks = 0; !isTold() && looks < MOST_LOOKS; looks += 1) {
    await clock.to(clock.now() + HOURS_MS);
    await lookNow(on);
  }
}

/** What is done about a client who has not decided. */
export const nudgeScenes: readonly Scene[] = [
  { ...press('digest.hour', (walk) => digest(walk).inAnHour()), prepare: begin },
  press('digest.tomorrow', (walk) => digest(walk).tomorrow()),
  press('approval.editReminder', (walk) => words(walk).editReminder()),
  {
    list: 'submits',
    entry: 'approval.reminderForm',
    by: 'manager',
    // Checked before; the scene is what sends it.
    prepare: ({ as }) => as('manager').modal().submit(),
    act: ({ as }) => as('manager').modal().submit(),
    after: closeAll,
    refused: ALL_BUT_MANAGER,
  },
];
