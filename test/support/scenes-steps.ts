import { stepsWords } from '../../src/brief/words-steps.ts';
import { clientWords } from '../../src/client/words.ts';
import { shown, TEXTS, writeBrief } from './acts.ts';
import {
  openOverview,
  openProfile,
  profileFilling,
  reasonFilling,
  RESULTS,
  resultsFilling,
  writeResults,
} from './acts-steps.ts';
import { NOT_ON_THE_TEAM, type Walk } from './cast.ts';
import type { Scene } from './scenes.ts';
import { closeAll } from './scenes-project.ts';

const steps = ({ cast }: Walk) => stepsWords.in(cast.locale);

/** The overview, whatever was left open before. */
async function overview(walk: Walk): Promise<void> {
  await closeAll(walk);
  await openOverview(walk.as('manager'), walk.cast.locale, walk.team);
}

/** One step of the profile, whatever was left open before, with something typed into it. */
async function profileStep(walk: Walk, step: 'market' | 'house'): Promise<void> {
  await closeAll(walk);
  const { locale } = walk.cast;
  const market = await openProfile(walk.as('manager'), locale, walk.team);
  const question = step === 'market' ? 'competition' : 'challenges';
  const modal = step === 'market' ? market : shown(await market.submit());
  await modal.fill(profileFilling({ [question]: SAID[locale] }, locale));
}
const submit = ({ as }: Walk) => as('manager').modal().submit();

/** What is typed where the language does not matter. */
const SAID = { en: 'Shops on every campus', zh: '每个校园都有店' } as const;

/** The whole brief from its overview, and the profile of the client. */
export const stepScenes: readonly Scene[] = [
  {
    list: 'presses',
    entry: 'brief.editStep',
    by: 'manager',
    prepare: overview,
    act: (walk) => walk.as('manager').modal().press(steps(walk)['edit.essentials']()),
    after: async (walk) => {
      const { locale } = walk.cast;
      await closeAll(walk);
      await writeBrief(walk.as('manager'), locale, walk.team, { ...TEXTS[locale], notKnown: [] });
    },
    refused: NOT_ON_THE_TEAM,
  },
  {
    list: 'presses',
    entry: 'brief.changeFinders',
    by: 'manager',
    prepare: async (walk) => {
      const { locale } = walk.cast;
      await closeAll(walk);
      await writeResults(walk.as('manager'), locale, walk.team, { notKnown: ['budget'] });
      await overview(walk);
    },
    act: (walk) => walk.as('manager').modal().press(steps(walk).changeFinders()),
    after: closeAll,
    refused: NOT_ON_THE_TEAM,
  },
  {
    list: 'submits',
    entry: 'brief.resultsForm',
    by: 'manager',
    prepare: async (walk) => {
      const { locale } = walk.cast;
      await overview(walk);
      await walk.as('manager').modal().press(steps(walk)['edit.results']());
      await walk
        .as('manager')
        .modal()
        .fill(resultsFilling({ ...RESULTS[locale], notKnown: [] }, locale));
    },
    act: submit,
    refused: NOT_ON_THE_TEAM,
  },
  {
    list: 'submits',
    entry: 'brief.insideForm',
    by: 'manager',
    prepare: async (walk) => {
      const { locale } = walk.cast;
      await overview(walk);
      await walk.as('manager').modal().press(steps(walk)['edit.reason']());
      const filling = reasonFilling({ reason: 'ownWords', ownReason: SAID[locale], whys: SAID[locale] }, locale);
      await walk.as('manager').modal().fill(filling);
    },
    act: submit,
    refused: NOT_ON_THE_TEAM,
  },
  {
    list: 'presses',
    entry: 'client.profile',
    by: 'manager',
    prepare: overview,
    act: ({ as, cast }) => as('manager').modal().press(clientWords.in(cast.locale).profile()),
    refused: NOT_ON_THE_TEAM,
  },
  {
    list: 'submits',
    entry: 'client.marketForm',
    by: 'manager',
    prepare: (walk) => profileStep(walk, 'market'),
    act: submit,
    refused: NOT_ON_THE_TEAM,
  },
  {
    list: 'submits',
    entry: 'client.houseForm',
    by: 'manager',
    prepare: (walk) => profileStep(walk, 'house'),
    act: submit,
    after: closeAll,
    refused: NOT_ON_THE_TEAM,
  },
  {
    list: 'commands',
    entry: '/project profile',
    by: 'manager',
    act: ({ as, team, cast }) => openProfile(as('manager'), cast.locale, team),
    after: closeAll,
    refused: NOT_ON_THE_TEAM,
  },
];
