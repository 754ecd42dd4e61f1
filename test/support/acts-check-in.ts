import type { Rhythm } from '../../src/kit/settings.ts';
import type { Locale } from '../../src/kit/locale.ts';
import { projectWords } from '../../src/project/words.ts';
import { runJob } from './jobs.ts';
import type { Stage } from './stage.ts';

/** Sets what a project does by itself, as its settings would; it is looked at in the next round. */
export async function setRhythm({ db }: Stage, name: string, rhythm: Partial<Rhythm>): Promise<void> {
  const sets = Object.entries(rhythm).map(([key, value]) => [`progress.rhythm.${key}`, value]);
  const $set = { ...Object.fromEntries(sets), nextDueAt: new Date(0) };
  const { matchedCount } = await db.collection('projects').updateOne({ name }, { $set });
  if (matchedCount !== 1) throw new Error(`there is no project ${name}`);
}

/** What stands in the database of one project, by its name. */
export async function storedProject({ db }: Stage, name: string) {
  const found = await db.collection('projects').findOne({ name });
  if (!found) throw new Error(`there is no project ${name}`);
  return found;
}

/** Somebody comes into the team channel, and the account manager says that they are on the team. */
export async function joinTeam({ slack }: Stage, locale: Locale, manager: string, team: string, handle: string) {
  await slack.as(manager).in(team).invite(handle);
  await slack.as(manager).click(projectWords.in(locale).joinerYes());
}

/** Moves the clock to an instant and lets the sweep look at what is due, as it does every minute. */
export async function sweepAt(on: Stage, at: string): Promise<void> {
  await on.slack.clock.to(Date.parse(at));
  await runJob(on, 'sweep');
}
