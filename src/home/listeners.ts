import { z } from 'zod';
import type { EventEntry } from '../io/answers.ts';
import { homeCard } from '../kit/rows.ts';
import type { ProjectDeps } from '../project/service.ts';

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
