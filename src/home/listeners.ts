import { z } from 'zod';
import { type Asked, DONE, type EventEntry, type PressEntry, pressed, type Replied } from '../io/answers.ts';
import { homeCard } from '../kit/rows.ts';
import type { ProjectDeps } from '../project/service.ts';
import { clearValue, FILTERS, HOME_IDS, turnValue } from './model.ts';
import { narrowTo, showAll, turnTo } from './service-choices.ts';

/** `app_home_opened` comes for the messages tab as well (docs.slack.dev); only the home tab shows anything of ours. */
const openedSchema = z.looseObject({ user: z.string(), tab: z.string() });

export const homeEvents: readonly EventEntry<ProjectDeps>[] = [
  {
    event: 'app_home_opened',
    run: async (event, { workspace, handling }, deps) => {
      const opened = openedSchema.parse(event);
      if (opened.tab !== 'home') return;
      const person = { team: workspace, user: opened.user };
      await deps.people.learn(workspace, person);
      await deps.store.show(handling, [homeCard(person)]);
    },
  },
];

const done = async (choosing: Promise<void>): Replied => {
  await choosing;
  return DONE;
};

const turning = (id: string): PressEntry<ProjectDeps> =>
  pressed(id, turnValue, (asked: Asked, deps: ProjectDeps, { section, page }) =>
    done(turnTo(deps, asked, section, page)),
  );

/** Everybody chooses on their own Home, so nobody is refused anything. */
export const homePresses: readonly PressEntry<ProjectDeps>[] = [
  turning(HOME_IDS.earlier),
  turning(HOME_IDS.next),
  ...FILTERS.map((filter): PressEntry<ProjectDeps> => ({
    action: HOME_IDS[filter],
    opens: false,
    run: async (asked, deps, { chosen }) => done(narrowTo(deps, asked, filter, chosen)),
  })),
  pressed(HOME_IDS.clear, clearValue, (asked: Asked, deps: ProjectDeps) => done(showAll(deps, asked))),
];
