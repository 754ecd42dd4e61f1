import { rhythmWords } from '../../src/admin/words-rhythm.ts';
import { progressWords } from '../../src/progress/words.ts';
import type { Filling } from '../../sandbox/driver/choose.ts';
import { shown } from './acts.ts';
import { progress, progressForm, type ProgressVerb } from './acts-progress.ts';
import { startJob } from './acts-stages.ts';
import { ALL_BUT_MANAGER, type Role, type Walk } from './cast.ts';
import type { Scene } from './scenes.ts';
import { closeAll } from './scenes-project.ts';
import { administering, openSettings } from './scenes-shared.ts';
import { beginOther, GUESTS } from './scenes-stages-2.ts';

const wordsOf = ({ cast }: Walk) => progressWords.in(cast.locale);

/** A project of its own. */
async function begin(walk: Walk): Promise<void> {
  Object.assign(walk, { team: await beginOther(walk, `${walk.cast.names[0]} 8`) });
}

const type = ({ as, cast, team }: Walk, verb: ProgressVerb | null, text = '') =>
  progress(as('manager'), cast.locale, team, verb, text);

/** A command in the project's team channel. What it opens is looked at and closed. */
const typing = (
  verb: ProgressVerb | null,
  refused: readonly Role[],
  text: (walk: Walk) => string = () => '',
): Scene => ({
  list: 'commands',
  entry: verb === null ? '/progress' : `/progress ${verb}`,
  by: 'manager',
  act: (walk) => type(walk, verb, text(walk)),
  after: closeAll,
  refused,
});

/** A form, opened by its command and filled in. */
const sending = (
  entry: string,
  verb: ProgressVerb,
  filling: (words: ReturnType<typeof wordsOf>, walk: Walk) => Readonly<Record<string, Filling>>,
): Scene => ({
  list: 'submits',
  entry: `progress.${entry}`,
  by: 'manager',
  prepare: async (walk) => {
    const { as, cast, team } = walk;
    const form = await progressForm(as('manager'), cast.locale, team, verb);
    await form.fill(filling(wordsOf(walk), walk));
  },
  act: ({ as }) => as('manager').modal().submit(),
  after: closeAll,
  refused: ALL_BUT_MANAGER,
});

/** "at risk because … until +3d", in the language of whoever types it. */
function riskTyped(walk: Walk): string {
  const { locale, reason } = walk.cast;
  const is = wordsOf(walk)['is.atRisk']();
  return locale === 'zh' ? `${is} 因为${reason} 到 +3d` : `${is} because ${reason} until +3d`;
}

/**
 * The progress post looked at and posted, paused, judged and set. What is typed twice is two wishes, so between those of the same
 * thing something else is done.
 */
export const progressScenes: readonly Scene[] = [
  {
    list: 'commands',
    entry: '/progress help',
    by: 'manager',
    act: helped,
    refused: 'everybody gets the help that fits them',
  },
  { ...typing(null, GUESTS), prepare: begin },
  typing('now', GUESTS),
  sending('nowForm', 'now', () => ({})),
  typing('pause', ALL_BUT_MANAGER, () => '+3d'),
  typing('health', ALL_BUT_MANAGER, riskTyped),
  typing('resume', ALL_BUT_MANAGER),
  typing('settings', ALL_BUT_MANAGER),
  sending('settingsForm', 'settings', (words) => ({ [words['quietDays.label']()]: words['quietDays.nothing']() })),
  sending('pauseForm', 'pause', (words) => ({ [words['pauseUntil.label']()]: '+5d' })),
  sending('healthForm', 'health', (words, { cast }) => ({
    [words['is.label']()]: words['is.offTrack'](),
    [words['reason.label']()]: cast.reason,
    [words['healthUntil.label']()]: '+5d',
  })),
  {
    list: 'presses',
    entry: 'progress.choose',
    by: 'manager',
    // A project and its job are in one channel: which one is asked.
    prepare: async (walk) => {
      const { as, cast, team } = walk;
      await startJob(as('manager'), cast.locale, team, `${cast.names[1]} 15`);
      await closeAll(walk);
      shown(await type(walk, 'now'));
    },
    act: ({ as, words }) => as('manager').modal().press(words.project.choose()),
    after: closeAll,
    refused: GUESTS,
  },
];

async function helped({ as, cast }: Walk): Promise<void> {
  await as('manager')
    .in('#general')
    .command(`/progress ${cast.locale === 'zh' ? '帮助' : 'help'}`);
}

const pressRhythm = async ({ as, cast }: Walk) =>
  shown(await as('manager').modal().press(rhythmWords.in(cast.locale).button()));

const chosenHour = (walk: Walk) => ({ [wordsOf(walk)['postAt.label']()]: '10:30' });

/** The agency's daily rhythm, by whoever was settled to administer (scenes-home). */
export const rhythmScenes: readonly Scene[] = [
  {
    ...administering,
    list: 'presses',
    entry: 'settings.rhythm',
    prepare: openSettings,
    act: pressRhythm,
  },
  {
    ...administering,
    list: 'submits',
    entry: 'settings.rhythmForm',
    prepare: (walk) => walk.as('manager').modal().fill(chosenHour(walk)),
    act: async (walk) => {
      const manager = walk.as('manager');
      // Where it was saved already, it is opened again.
      if (manager.modal().submitText === undefined) {
        await closeAll(walk);
        await openSettings(walk);
        await pressRhythm(walk);
        await manager.modal().fill(chosenHour(walk));
      }
      await manager.modal().submit();
    },
    after: closeAll,
  },
];
