import type { z } from 'zod';
import { type Aggregate, SCHEMA_VERSION } from '../kit/aggregate.ts';
import type { Change } from '../kit/change.ts';
import type { Person } from '../kit/person.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import type { RowDraft } from '../kit/rows.ts';
import { beforeTryingAgain, repeatedBefore } from './again.ts';
import { type Database, hasChannel, hasFile, type Raw } from './database.ts';
import type { Handling } from './handling.ts';
import { byKey } from './queue.ts';
import type { StoreRefusals } from './refusals.ts';
import { save, type SaveParts, show } from './store-save.ts';

/** `repeated`: this very delivery was handled before; nothing was done again, and the project is as it is now. */
export type Saved<P> = { project: P; repeated: boolean };

const refuse = refuser<StoreRefusals>();

export type StoreParts<P> = SaveParts<P> & { schema: z.ZodType<P> };

export type Store<P extends Aggregate> = {
  project: (workspace: string, id: string) => Promise<P | null>;
  /**
   * The projects that have a channel as their team or client channel, newest first; the jobs inside of one after it, and what has
   * ended last.
   */
  inChannel: (workspace: string, channel: string, limit: number) => Promise<P[]>;
  /** The projects on whose roster a person is, newest first. */
  ofPerson: (workspace: string, person: Person, limit: number) => Promise<P[]>;
  /** Saves what `decide` makes of the project's current state; decides again whenever somebody else was faster. */
  decide: (
    handling: Handling,
    id: string,
    decide: (project: P) => Change<P> | Refusal | null,
  ) => Promise<Saved<P> | Refusal>;
  /** Saves a new project. `build` is asked again where another one took its name or channel meanwhile. */
  create: (handling: Handling, id: string, build: () => Promise<Change<P> | Refusal>) => Promise<Saved<P> | Refusal>;
  /** The projects on whose roster somebody of one of these names is who has no account any more, newest first. */
  missing: (workspace: string, names: readonly string[], limit: number) => Promise<P[]>;
  /** The projects in whose team channel somebody is who was asked about, newest first. */
  askedAbout: (workspace: string, person: Person, limit: number) => Promise<P[]>;
  /** The projects of which a file in Slack, by its id, is a part of a deliverable, newest first. */
  withFile: (workspace: string, file: string, limit: number) => Promise<P[]>;
  /** The projects of a client that have not ended, newest first. */
  ofClient: (workspace: string, client: string, limit: number) => Promise<P[]>;
  /** Stores rows that no project's decision brings: a person's App Home. */
  show: (handling: Handling, rows: readonly RowDraft[]) => Promise<void>;
};

/**
 * The store of projects: the only way in which anything is decided. A decision's project, record entries, outbox rows and
 * the mark of its delivery are saved in one transaction, or none of them is.
 */
export function makeStore<P extends Aggregate>(parts: StoreParts<P>): Store<P> {
  const projects = parts.db.collection('projects');
  const queue = byKey();
  const parse = (raw: unknown): P => parts.schema.parse(raw);
  const find = (workspace: string, id: string) => projects.findOne({ _id: id, workspace });

  const project: Store<P>['project'] = async (workspace, id) => {
    const raw = await find(workspace, id);
    if (raw && isNewer(raw)) throw new Error(`project ${id} was saved by a newer version of this program`);
    return raw ? parse(raw) : null;
  };

  async function decideOnce(handling: Handling, id: string, decide: Parameters<Store<P>['decide']>[2]) {
    for (let tries = 1; ; tries += 1) {
      const raw = await find(handling.workspace, id);
      if (!raw) return refuse('store.gone', {});
      if (isNewer(raw)) return refuse('store.newer', {});
      const current = parse(raw);
      const change = decide(current) ?? nothing(current);
      if (isRefusal(change))
        return (await repeatedBefore(parts.db, handling)) ? { project: current, repeated: true } : change;
      const outcome = await save(parts, handling, change, current);
      if (outcome.is === 'saved') return { project: outcome.project, repeated: false };
      if (outcome.is === 'repeated') return { project: current, repeated: true };
      await beforeTryingAgain(handling, tries, 'others kept changing the same project');
    }
  }

  async function createOnce(handling: Handling, id: string, build: Parameters<Store<P>['create']>[2]) {
    for (let tries = 1; ; tries += 1) {
      const existing = await project(handling.workspace, id);
      if (existing) return { project: existing, repeated: true };
      const change = await build();
      if (isRefusal(change)) return change;
      const outcome = await save(parts, handling, change, null);
      if (outcome.is === 'saved') return { project: outcome.project, repeated: false };
      // Ids are random: where another workspace has it, the form that names it was tampered with.
      if (await isElsewhere(projects, handling.workspace, id)) return refuse('store.gone', {});
      await beforeTryingAgain(handling, tries, 'others kept taking the same name or channel');
    }
  }

  return {
    project,
    ...listsOf(projects, parse),
    show: (handling, rows) => show(parts, handling, rows),
    decide: (handling, id, decide) => queue(id, () => decideOnce(handling, id, decide)),
    create: (handling, id, build) => queue(id, () => createOnce(handling, id, build)),
  };
}

const isElsewhere = async (projects: Projects, workspace: string, id: string): Promise<boolean> =>
  (await projects.findOne({ _id: id, workspace: { $ne: workspace } }, { projection: { _id: 1 } })) !== null;

type Projects = ReturnType<Database['collection']>;

/** Where a project stands in the list of its channel: its jobs come after it, and what has ended comes last, in the same order. */
const PLACE = {
  $add: [
    { $cond: [{ $eq: ['$life.state', 'ended'] }, 2, 0] },
    { $cond: [{ $eq: [{ $type: '$parent.project' }, 'string'] }, 1, 0] },
  ],
};

/** Those of the same moment by their ids: two who ask see the same order. */
const NEWEST_FIRST = { startedAt: -1, _id: -1 } as const;

/** What finds several projects at once. */
function listsOf<P extends Aggregate>(
  projects: Projects,
  parse: (raw: unknown) => P,
): Pick<Store<P>, 'inChannel' | 'ofPerson' | 'missing' | 'askedAbout' | 'ofClient' | 'withFile'> {
  const list = lister(projects, parse);
  return {
    inChannel: async (workspace, channel, limit) => {
      const found = await projects
        .aggregate<Raw>([
          { $match: hasChannel(workspace, channel) },
          { $addFields: { place: PLACE } },
          { $sort: { place: 1, startedAt: -1 } },
          { $limit: limit },
          { $unset: 'place' },
        ])
        .toArray();
      return found.filter((raw) => !isNewer(raw)).map(parse);
    },
    ofPerson: (workspace, { team, user }, limit) => {
      const people = { $elemMatch: { 'person.team': team, 'person.user': user } };
      return list({ workspace, people }, NEWEST_FIRST, limit);
    },
    askedAbout: (workspace, { team, user }, limit) => {
      const joiners = { $elemMatch: { 'person.team': team, 'person.user': user } };
      return list({ workspace, joiners }, NEWEST_FIRST, limit);
    },
    missing: (workspace, names, limit) => {
      const people = { $elemMatch: { name: { $in: [...names] }, 'gone.since': { $type: 'string' } } };
      return list({ workspace, people }, NEWEST_FIRST, limit);
    },
    withFile: (workspace, file, limit) => list(hasFile(workspace, file), NEWEST_FIRST, limit),
    ofClient: (workspace, client, limit) =>
      list({ workspace, 'client.id': client, 'life.state': { $ne: 'ended' } }, NEWEST_FIRST, limit),
  };
}

/** Reads several projects; what a newer version saved is left out, because it cannot be read. */
const lister =
  <P>(projects: Projects, parse: (raw: unknown) => P) =>
  async (filter: object, sort: Record<string, 1 | -1>, limit: number): Promise<P[]> => {
    const found = await projects.find(filter).sort(sort).limit(limit).toArray();
    return found.filter((raw) => !isNewer(raw)).map(parse);
  };

/** A newer version may have stages or kinds that this one cannot read: it is asked before the document is parsed. */
const isNewer = (raw: Raw): boolean => Number(raw['schemaVersion']) > SCHEMA_VERSION;

const nothing = <P>(project: P): Change<P> => ({ project, happened: [], rows: () => [] });
