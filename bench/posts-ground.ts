import { cloneId, cloneOf } from './clones.ts';
import type { Dataset } from './dataset.ts';
import type { Ground } from './ground.ts';
import type { Doc, Walked } from './walk.ts';

const BATCH = 1000;
const A_DAY_MS = 24 * 60 * 60 * 1000;

/** A Monday at half past nine in Shanghai. */
export const HOUR = new Date('2026-11-30T01:30:00Z');
const LONG_AGO = '2026-11-02T01:30:00.000Z';

/** Workspaces, each with as many of the projects as the others. */
export const workspacesOf = (walked: Walked, count: number): string[] =>
  Array.from({ length: count }, (_, index) => (index === 0 ? walked.identity.workspace : `TBENCH${index}`));

export type Due = { projects: number; workspaces: number; at: Date; zone: string };

/** A database of projects whose posts are due, each in a channel of its own; nothing else belongs to them. */
export async function projectsDue(ground: Ground, due: Due, paused = true): Promise<Dataset> {
  const { walked } = ground;
  const dataset = await ground.dataset({ projects: 0 }, { paused });
  const names = workspacesOf(walked, due.workspaces);
  const indexes = Array.from({ length: due.projects }, (_, index) => index);
  for (let from = 0; from < due.projects; from += BATCH) {
    const docs = indexes.slice(from, from + BATCH).map((index): Doc => {
      const { project } = cloneOf(walked, cloneId(index), 0);
      const workspace = names[index % names.length];
      return { ...project, workspace, zone: due.zone, startedAt: LONG_AGO, nextDueAt: null, nextPostAt: due.at };
    });
    await dataset.db.collection('projects').insertMany(docs, { ordered: false });
  }
  return dataset;
}

/** All of them are due again, and nothing of their posts is there. */
export async function dueAgain({ db }: Pick<Dataset, 'db'>, at: Date): Promise<void> {
  await db.collection('outbox').deleteMany({ 'subject.kind': 'dailyPost' });
  await db.collection('projects').updateMany({}, { $set: { nextPostAt: at } });
}

export const tomorrow = (): Date => new Date(Date.now() + A_DAY_MS);
