import { randomBytes } from 'node:crypto';
import { makeCalendars } from '../../src/io/calendars.ts';
import type { Database } from '../../src/io/database.ts';
import { makeLog } from '../../src/io/log.ts';
import { makePeople } from '../../src/io/people.ts';
import { makePosts } from '../../src/io/posts.ts';
import { postsJob } from '../../src/io/posts-job.ts';
import { makeSettings } from '../../src/io/settings.ts';
import { makeClients } from '../../src/io/slack.ts';
import { makeStore } from '../../src/io/store.ts';
import { nobodyWatches, type Watch } from '../../src/io/watch.ts';
import { type Project, projectSchema } from '../../src/project/model.ts';
import { summarise } from '../../src/project/rules-summary.ts';
import { dailyPosts } from '../../src/progress/rules-posts.ts';
import { ana, newProject } from './arbitraries.ts';

export const WORKSPACE = newProject().workspace;
export const newId = () => randomBytes(9).toString('base64url');

/** The planner of daily posts of one process. Nobody is asked anything of Slack. */
export function posting(db: Database, now: () => Date = () => new Date(), watch: Watch = nobodyWatches) {
  const log = makeLog('silent');
  const woken: Date[] = [];
  const planned = () => undefined;
  const settings = makeSettings({ db, workspace: WORKSPACE, administrators: [], newId, planned });
  const clients = makeClients({ token: 'xoxb-none', log });
  const people = makePeople({ db, clients, newId, now });
  const posts = dailyPosts;
  const store = makeStore({
    db,
    schema: projectSchema,
    waits: () => [],
    summarise,
    posts: posts.has,
    newId,
    newSalt: () => randomBytes(16).toString('hex'),
    watch,
    planned,
  });
  const deps = { calendars: makeCalendars({ settings, now }), people, settings, store };
  const wake = () => void woken.push(now());
  const job = postsJob<Project>({ db, log, newId, workspace: WORKSPACE, posts, deps, wake });
  return { job, store, settings, woken, replan: makePosts({ db, now }).replan };
}

/** A project whose daily post is to be planned from an instant on; it has gone on for a week. */
export function postedProject(id: string, nextPostAt: Date | null, more: object = {}) {
  const { channels, ...project } = newProject();
  const startedAt = new Date((nextPostAt?.getTime() ?? Date.now()) - 7 * 24 * 60 * 60_000).toISOString();
  const own = { _id: id, channels: { ...channels, team: { ...channels.team, id: `C${id}` } }, startedAt, nextPostAt };
  return { ...project, ...own, ...more };
}

/** Ana, who manages all of them, is in London. */
export async function anaIsInLondon(db: Database): Promise<void> {
  const { person, id, name } = ana;
  const known = { workspace: WORKSPACE, ...person, id, name, locale: 'en', zone: 'Europe/London', kind: 'member' };
  const _id = `${WORKSPACE}:${person.team}:${person.user}`;
  await db.collection('people').updateOne({ _id }, { $set: { ...known, learnedAt: new Date() } }, { upsert: true });
}
