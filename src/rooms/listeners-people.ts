import { z } from 'zod';
import type { EventEntry } from '../io/answers.ts';
import type { ProjectDeps } from '../project/service.ts';
import { personArrived, personChanged } from './service-gone.ts';

type Deps = ProjectDeps;

const accountSchema = z.looseObject({
  user: z.looseObject({
    id: z.string(),
    team_id: z.string().nullish(),
    deleted: z.boolean().nullish(),
    real_name: z.string().nullish(),
    profile: z.looseObject({ display_name: z.string().nullish(), real_name: z.string().nullish() }).nullish(),
  }),
});
type Account = z.infer<typeof accountSchema>['user'];

const personOf = ({ id, team_id: team }: Account, workspace: string) => ({ team: team ?? workspace, user: id });

/** All that they are called, as people know them first. */
const namesOf = ({ real_name: real, profile }: Account): string[] => [
  ...new Set([profile?.display_name, real, profile?.real_name].filter((name): name is string => Boolean(name))),
];

/** What happens to people's accounts: switched off, over, back, or changed. */
export const accountEvents: readonly EventEntry<Deps>[] = [
  {
    event: 'user_change',
    run: async (event, { workspace, handling }, deps) => {
      const { user } = accountSchema.parse(event);
      await personChanged(deps, handling, { person: personOf(user, workspace), toldGone: user.deleted === true });
    },
  },
  {
    event: 'team_join',
    run: async (event, { workspace, handling }, deps) => {
      const { user } = accountSchema.parse(event);
      await personArrived(deps, handling, { person: personOf(user, workspace), names: namesOf(user) });
    },
  },
];
