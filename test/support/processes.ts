import { randomBytes } from 'node:crypto';
import { jobsOf } from '../../src/io/bot-jobs.ts';
import type { ClockJob } from '../../src/io/agenda.ts';
import type { Database } from '../../src/io/database.ts';
import type { Deps } from '../../src/io/deps.ts';
import { type Handling, ownWork } from '../../src/io/handling.ts';
import { makeLog } from '../../src/io/log.ts';
import { makeDeps } from '../../src/io/make-deps.ts';
import { inbox } from '../../src/io/received.ts';
import { makeClients } from '../../src/io/slack.ts';
import { nobodyWatches, type Watch } from '../../src/io/watch.ts';
import { liaison } from '../../src/liaison.ts';
import type { Project } from '../../src/project/model.ts';
import { newProject } from './arbitraries.ts';

const WORKSPACE = newProject().workspace;

/** What one process does by itself, on a database that it may share with others. It asks Slack nothing: everybody is known. */
export type Process = { deps: Deps<Project>; sweep: ClockJob; handling: (now: Date) => Handling };

const newId = () => randomBytes(9).toString('base64url');

export function processOn(db: Database, clock: { now: Date }, watch: Watch = nobodyWatches): Process {
  const log = makeLog('silent');
  const now = () => clock.now;
  const planned = () => undefined;
  const newSalt = () => randomBytes(16).toString('hex');
  const receiver = { init: () => undefined, start: async () => undefined, stop: async () => undefined };
  const wait = async () => undefined;
  const outside = { receiver, token: 'xoxb-none', language: 'en', administrators: [], process: 'test', wait } as const;
  const world = { ...outside, db, log, now, newId, newSalt, watch, planned };
  const clients = makeClients({ token: outside.token, log });
  const deps = makeDeps(liaison, world, clients, {
    url: 'https://a.slack.com/',
    name: 'Agency',
    workspace: WORKSPACE,
    botUser: 'UBOT',
  });
  const parts = { db, log, workspace: WORKSPACE, events: inbox(db), replay: async () => 0, wake: planned, newId, now };
  const sweep = jobsOf(liaison, deps, parts).find(({ name }) => name.startsWith('sweep'));
  if (!sweep) throw new Error('there is no sweep');
  return { deps, sweep, handling: (at) => ownWork(WORKSPACE, at, null) };
}

/** Somebody whom Slack told us of today. */
export async function isKnown(db: Database, { person, id, name }: Project['people'][number], zone: string, now: Date) {
  const known = { workspace: WORKSPACE, ...person, id, name, locale: 'en', zone, kind: 'member', learnedAt: now };
  const _id = `${WORKSPACE}:${person.team}:${person.user}`;
  await db.collection('people').updateOne({ _id }, { $set: known }, { upsert: true });
}
