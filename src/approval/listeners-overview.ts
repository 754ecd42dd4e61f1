import type { CommandEntry, PressEntry, Replied, SubmitEntry } from '../io/answers.ts';
import { pressed } from '../io/answers.ts';
import { isRefusal } from '../kit/refusal.ts';
import type { WaitWording } from '../kit/waits.ts';
import type { ProjectDeps } from '../project/service.ts';
import { FIRST_PAGES, overviewMeta, type OverviewPages, turnOverviewValue } from './model-overview.ts';
import { overview } from './service-overview.ts';
import { OVERVIEW_IDS } from './views-overview.ts';

type Deps = ProjectDeps;

/** `/approval` alone. Everybody sees what waits for them and what they wait for, so nobody is refused anything. */
export const overviewCommands = (wordings: readonly WaitWording[]): readonly CommandEntry<Deps>[] => [
  {
    command: '/approval',
    verbs: [],
    run: async (asked, deps) => ({ answer: 'open', view: await overview(deps, wordings, asked, FIRST_PAGES) }),
  },
];

export function overviewPresses(wordings: readonly WaitWording[]): readonly PressEntry<Deps>[] {
  const turning = (id: string): PressEntry<Deps> =>
    pressed(id, turnOverviewValue, async (asked, deps: Deps, { pages }) => ({
      answer: 'replace',
      view: await overview(deps, wordings, asked, pages),
    }));
  return [turning(OVERVIEW_IDS.earlier), turning(OVERVIEW_IDS.next)];
}

/** What is done by a button of the overview itself draws it again: what is done with is gone from it. */
export const drawnAgainIn =
  (wordings: readonly WaitWording[]) =>
  (entry: PressEntry<Deps>): PressEntry<Deps> => ({
    ...entry,
    run: async (asked, deps, value): Replied => {
      const reply = await entry.run(asked, deps, value);
      const shown = overviewMeta.decode(asked.view?.metadata);
      if (shown === null || isRefusal(reply) || reply.answer !== 'done') return reply;
      return { answer: 'replace', view: await overview(deps, wordings, asked, shown.pages, true) };
    },
  });

/**
 * The same once a form that was opened from there is submitted: over no other modal are these opened, and everywhere else they stand
 * alone.
 */
export const drawnBeneath =
  (wordings: readonly WaitWording[], pages: OverviewPages = FIRST_PAGES) =>
  (entry: SubmitEntry<Deps>): SubmitEntry<Deps> => ({
    ...entry,
    run: async (asked, deps): Replied => {
      const reply = await entry.run(asked, deps);
      if (!asked.view?.beneath || isRefusal(reply) || reply.answer !== 'done') return reply;
      return { answer: 'back', afterwards: () => overview(deps, wordings, asked, pages, true) };
    },
  });
