import type { Project } from '../../src/project/model.ts';
import { type Engines, known } from './engine.ts';
import { PEOPLE, planted } from './random-weeks.ts';

/** A Tuesday morning in London, where everybody is. */
export const FROM = '2026-11-24T08:00:00Z';
const HOUR_MS = 3_600_000;

/** As if nothing had ever happened, on that morning. */
export async function beginDay(on: Engines): Promise<void> {
  await on.empty();
  on.clock.now = new Date(FROM);
  for (const { person, id } of PEOPLE) await known(on.db, person, id, 'Europe/London');
}

/** Projects whose briefs are due so many hours from then. */
export const dueIn = (...hours: readonly number[]): Project[] =>
  planted({
    from: FROM,
    zones: [],
    acts: [],
    projects: hours.map((dueInHours) => ({ dueInHours, milestones: [] })),
  });

/** They are there, and are looked at next. */
export const put = ({ db, clock }: Engines, projects: readonly Project[]) =>
  db.collection('projects').insertMany(projects.map((one) => ({ ...one, nextDueAt: clock.now })));

export const bothWork = ({ bots }: Engines) => Promise.all(bots.map((bot) => bot.work()));

export function anHourPasses({ clock }: Engines): void {
  clock.now = new Date(clock.now.getTime() + HOUR_MS);
}
