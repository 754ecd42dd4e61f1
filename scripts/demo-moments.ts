import { DateTime } from 'luxon';
import type { Moment, Moments } from '../sandbox/server/jump.ts';
import type { Engine } from '../sandbox/core/engine.ts';
import type { Database } from '../src/io/database.ts';
import { projectSchema } from '../src/project/model.ts';

/** When offices open. */
const MORNING_HOUR = 9;

/** Instants of the bot's projects that the clock of the page can be sent to: the sandbox itself knows nothing of them. */
export const momentsOf = (db: Database, engine: () => Engine): Moments => ({
  'Next milestone': () => nextMilestone(db, engine()),
});

/** The next morning, by its owner's clock, of a day on which an open milestone of a live project is due. */
async function nextMilestone(db: Database, { world }: Engine): Promise<Moment | null> {
  const raws = await db.collection('projects').find({ 'plan.milestones.state': 'open' }).toArray();
  const mornings = raws
    .map((raw) => projectSchema.parse(raw))
    .filter(({ life }) => (life?.state ?? 'live') === 'live')
    .flatMap(({ name, plan }) =>
      (plan?.milestones ?? [])
        .filter(({ state }) => state === 'open')
        .map(({ kind, name: own, dueOn, owner }) => {
          const zone = world.users.get(owner.person.user)?.timeZone ?? 'utc';
          const at = DateTime.fromISO(dueOn, { zone }).set({ hour: MORNING_HOUR });
          return { atMs: at.toMillis(), what: `Due today: ${own ?? NAMES[kind]} of “${name}”` };
        }),
    );
  const toCome = mornings.filter(({ atMs }) => atMs > world.clock.now());
  return toCome.toSorted((one, other) => one.atMs - other.atMs)[0] ?? null;
}

/** The page is in English. */
const NAMES = {
  creativeConfirmation: 'creative confirmation',
  productionDone: 'production done',
  mediaLaunch: 'media launch',
  other: 'a milestone',
};
