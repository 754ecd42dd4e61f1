import { requestNudges } from '../../src/approval/nudges.ts';
import { approvalsOf, callMissing } from '../../src/approval/service-nudges.ts';
import { owners } from '../../src/liaison-owners.ts';
import { bringUp } from '../../src/digest/service-bring-up.ts';
import { digestRound } from '../../src/digest/service-digest.ts';
import { nudgeRound } from '../../src/digest/service-nudges.ts';
import { jobsOf } from '../../src/io/bot-jobs.ts';
import type { Database } from '../../src/io/database.ts';
import { type Handling, ownWork } from '../../src/io/handling.ts';
import { makeLog } from '../../src/io/log.ts';
import { makeDeps } from '../../src/io/make-deps.ts';
import { inbox } from '../../src/io/received.ts';
import { makeClients } from '../../src/io/slack.ts';
import { nobodyWatches } from '../../src/io/watch.ts';
import { button, run } from '../../src/kit/blocks.ts';
import type { NudgeWording } from '../../src/kit/nudge.ts';
import { type Person, personKey } from '../../src/kit/person.ts';
import { liaison } from '../../src/liaison.ts';
import { milestoneNudges } from '../../src/plan/nudges.ts';
import type { Project } from '../../src/project/model.ts';
import type { ProjectDeps } from '../../src/project/service.ts';
import { builtDatabase } from './mongo.ts';

/** The workspace of every project here. */
export const WORKSPACE = 'TAGENCY';

/** The recurring jobs of one process, without a Slack: what is said stays in the outbox. */
export type Engine = {
  deps: ProjectDeps;
  /** Does at the present time what the clock would have it do. */
  work: () => Promise<void>;
  /** Has the process die at a point of its work (io/watch.ts); null: it lives. */
  dies: { at: 'decided' | 'committed' | null };
};

export type Engines = {
  db: Database;
  /** Fresh ones after `empty`: processes remember. */
  bots: readonly [Engine, Engine];
  clock: { now: Date };
  handling: () => Handling;
  /** As if nothing had ever happened. */
  empty: () => Promise<void>;
  end: () => Promise<void>;
};

export const MAKERS = [requestNudges(approvalsOf(owners)), milestoneNudges];

/** Says the key of what is brought up, so that what was said can be counted; its button alone stands where it can be acted on. */
const wording: NudgeWording<Project> = ({ _id }, { key: own }) => {
  const key = `${_id}:${own}`;
  return {
    line: [run(key)],
    plain: key,
    buttons: [button({ id: 'said', text: 'Said', value: key })],
  };
};

const engine = { nudges: MAKERS, wordings: [wording], mention: callMissing(owners), waits: [] };
const listing = { ...liaison, clocked: [bringUp(engine)], rounds: [nudgeRound(engine), digestRound(engine)] };

/** Two processes on one database, at one time that is moved by hand. */
export async function engines(): Promise<Engines> {
  const { db, end } = await builtDatabase();
  const clock = { now: new Date(0) };
  const handling = (): Handling => ownWork(WORKSPACE, clock.now, null);
  const started = (): [Engine, Engine] => [bot(db, clock, 1), bot(db, clock, 2)];
  const on: Engines = {
    db,
    bots: started(),
    clock,
    handling,
    empty: async () => {
      for (const name of ['projects', 'people', 'nudges', 'spoken', 'digests', 'outbox', 'record', 'received'] as const)
        await db.collection(name).deleteMany({});
      on.bots = started();
    },
    end,
  };
  return on;
}

function bot(db: Database, clock: { now: Date }, number: number): Engine {
  const dies: Engine['dies'] = { at: null };
  const watch = {
    ...nobodyWatches,
    pass: (point: string) => {
      if (point === dies.at) throw new Error('the process dies here');
    },
  };
  const log = makeLog('error', { write: () => undefined });
  let count = 0;
  const newId = () => `id-${number}-${(count += 1)}`;
  const noSlack = () => Promise.reject(new Error('there is no Slack here'));
  const clients = makeClients({ token: 'none', log, fetch: noSlack });
  const now = () => clock.now;
  const world = {
    ...{ db, token: 'none', log, now, newId, newSalt: newId, watch },
    ...{ planned: () => undefined, administrators: [], process: `p${number}`, wait: async () => undefined },
  };
  const installed = { url: 'https://agency.slack.com/', name: 'Agency', workspace: WORKSPACE, botUser: 'UBOT' };
  const receiver = { init: () => undefined, start: async () => undefined, stop: async () => undefined };
  const deps = makeDeps(listing, { ...world, receiver, language: 'en' }, clients, installed);
  const around = { db, log, newId, workspace: WORKSPACE, events: inbox(db), wake: () => undefined };
  const jobs = jobsOf(listing, deps, { ...around, replay: async () => 0 }).filter(({ name }) =>
    /^(?:sweep|nudges|digests) /u.test(name),
  );
  const work = async () => {
    for (const job of jobs) await job.run(clock.now).catch(() => undefined);
  };
  return { deps, work, dies };
}

/** Somebody whom Slack has told of already. */
export async function known(db: Database, person: Person, id: string, zone: string): Promise<void> {
  const { team, user } = person;
  const kind = team === WORKSPACE ? 'member' : 'external';
  const facts = { id, zone, kind, locale: 'en', name: user, learnedAt: new Date(0) };
  await db
    .collection('people')
    .insertOne({ _id: `${WORKSPACE}:${personKey(person)}`, workspace: WORKSPACE, team, user, ...facts });
}
