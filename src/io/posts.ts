import { SCHEMA_VERSION } from '../kit/aggregate.ts';
import type { Database } from './database.ts';

/** Who has daily posts at all is worked out at every save, and what is due by the job (posts-job.ts). */
export type Posts = {
  /**
   * The hour, the zone or a calendar of projects is another: their daily posts are planned anew within a minute. Posts that were
   * planned already stay. Of all projects: what else they do by themselves may begin now, so each is looked at again.
   */
  replan: (workspace: string, projects: readonly string[] | 'all') => Promise<void>;
};

export function makePosts({ db, now }: { db: Database; now: () => Date }): Posts {
  return {
    replan: async (workspace, projects) => {
      const at = now();
      const which = projects === 'all' ? {} : { _id: { $in: [...projects] } };
      // What is due already stays as it is: up to when posts were planned would be forgotten. None: nobody worked on any day to come.
      const later = { $or: [{ nextPostAt: { $gt: at } }, { nextPostAt: null }] };
      await db.collection('projects').updateMany({ workspace, ...which, ...later }, { $set: { nextPostAt: at } });
      if (projects !== 'all') return;
      const looked = { 'life.state': { $ne: 'ended' }, $or: [{ nextDueAt: { $gt: at } }, { nextDueAt: null }] };
      await db.collection('projects').updateMany({ workspace, ...looked }, { $set: { nextDueAt: at } });
    },
  };
}

/**
 * Projects that were saved before there were daily posts, and before every project was looked at by itself: both begin now.
 * @returns how many there were
 */
export async function beginPosts(db: Database, now: Date): Promise<number> {
  const projects = db.collection('projects');
  const unknown = { nextPostAt: { $exists: false }, schemaVersion: { $lte: SCHEMA_VERSION } };
  await projects.updateMany({ ...unknown, nextDueAt: null }, { $set: { nextDueAt: now } });
  const { modifiedCount } = await projects.updateMany(unknown, { $set: { nextPostAt: now } });
  return modifiedCount;
}
