import { z } from 'zod';
import { type Aggregate, SCHEMA_VERSION, waitSchema } from '../kit/aggregate.ts';
import { LISTED_FORM, listedSchema } from '../kit/listed.ts';
import type { Database, Raw } from './database.ts';
import { type Summing, summaryOf } from './store-save.ts';

const lineSchema = z.looseObject({
  _id: z.string(),
  summary: z.looseObject({ waits: z.array(waitSchema), list: listedSchema }),
});

/** One project in a list. Nothing else of it was read. */
export type Line = z.infer<typeof lineSchema>;

/** Which projects. People are keys of people; what is left out, or null, excludes nothing. */
export type ListFilter = {
  /** Something waits for this person. */
  waits?: string;
  runs?: string;
  helps?: string;
  /** The client's people. */
  clients?: string;
  /** Of that, only what is of these kinds. */
  waitKinds?: readonly string[];
  /** Something is awaited that this person waits for. */
  awaitedBy?: string;
  /** Whoever oversees it as account director. */
  directs?: string;
  client?: string | null;
  /** `job` for what has no stages. */
  stage?: string | null;
  life?: 'live' | 'onHold' | 'ended' | null;
  manager?: string | null;
  awaitsClient?: boolean;
  /** Somebody is missing, or posts are held. */
  needsCare?: boolean;
};

/** By which summary field a list is sorted. */
export type ListOrder = 'waitsSince' | 'list.awaitedSince' | 'list.order' | 'list.sort';

export type Lists = {
  /** How many there are, and one page of them. `page` counts from 0; where there are fewer by now, the last one is given. */
  page: (
    workspace: string,
    filter: ListFilter,
    at: { by: ListOrder; page: number; size: number },
  ) => Promise<{ lines: Line[]; count: number; page: number }>;
  count: (workspace: string, filter: ListFilter) => Promise<number>;
  /** The projects at some places of a list, for one that is made of two. */
  slice: (workspace: string, filter: ListFilter, at: { by: ListOrder; skip: number; limit: number }) => Promise<Line[]>;
  /** Works out the summaries that are missing or in another form. @returns how many it wrote */
  refill: (workspace: string | null, limit: number) => Promise<number>;
};

export type ListParts<P> = Summing<P> & { db: Database; schema: z.ZodType<P> };

/** What lists read of projects: their summaries, and of those one page. */
export function makeLists<P extends Aggregate>(parts: ListParts<P>): Lists {
  const projects = parts.db.collection('projects');
  const count: Lists['count'] = (workspace, filter) => projects.countDocuments(queryOf(workspace, filter));

  const slice: Lists['slice'] = async (workspace, filter, { by, skip, limit }) => {
    if (limit <= 0) return [];
    // The ids come from the index alone: of what is passed over nothing is read.
    const ids = await projects
      .find(queryOf(workspace, filter), { projection: { _id: 1 } })
      .sort({ [`summary.${by}`]: 1, _id: 1 })
      .skip(skip)
      .limit(limit)
      .toArray();
    const wanted = ids.map(({ _id }) => _id);
    const found = await projects
      .find({ _id: { $in: wanted }, workspace }, { projection: { 'summary.waits': 1, 'summary.list': 1 } })
      .toArray();
    const lines = new Map(found.map((raw) => [raw._id, lineSchema.safeParse(raw).data]));
    return wanted.flatMap((id) => lines.get(id) ?? []);
  };

  return {
    count,
    slice,
    page: async (workspace, filter, { by, page: wanted, size }) => {
      const all = await count(workspace, filter);
      const page = Math.min(wanted, lastPage(all, size));
      return { lines: await slice(workspace, filter, { by, skip: page * size, limit: size }), count: all, page };
    },
    refill: (workspace, limit) => refill(parts, workspace, limit),
  };
}

/** The number of the last page, from 0. */
export const lastPage = (count: number, size: number): number => Math.max(0, Math.ceil(count / size) - 1);

/** The places of the lives in `order` and `sort`. */
const LIFE_AT = { live: '0', onHold: '1', ended: '2' } as const;

function queryOf(workspace: string, filter: ListFilter): Record<string, unknown> {
  const {
    waits,
    waitKinds,
    awaitedBy,
    runs,
    helps,
    clients,
    directs,
    client,
    stage,
    life,
    manager,
    awaitsClient,
    needsCare,
  } = filter;
  const given = (name: string, value: unknown) => (value === undefined || value === null ? {} : { [name]: value });
  const both = [
    ...(manager ? [{ 'summary.list.runs': manager }] : []),
    ...(needsCare ? [{ $or: [{ 'summary.list.vacancies': { $gt: 0 } }, { 'summary.list.isHeld': true }] }] : []),
  ];
  return {
    workspace,
    ...given('summary.waits.person', waits),
    ...(waitKinds ? { 'summary.waits': { $elemMatch: { person: waits, kind: { $in: waitKinds } } } } : {}),
    ...given('summary.list.awaitedBy', awaitedBy),
    ...given('summary.list.runs', runs),
    ...given('summary.list.helps', helps),
    ...given('summary.list.clients', clients),
    ...given('summary.list.directs', directs),
    ...given('summary.list.client.id', client),
    ...(stage ? { 'summary.list.stage': stage === 'job' ? null : stage } : {}),
    ...(life ? { 'summary.list.sort': { $gte: `${LIFE_AT[life]}|`, $lt: `${LIFE_AT[life]}}` } } : {}),
    ...(awaitsClient ? { 'summary.list.awaitsSince': { $type: 'string' } } : {}),
    ...(both.length > 0 ? { $and: both } : {}),
  };
}

/**
 * Those that were saved before there were lists are read whole, once. The revision stays: nothing of the project changes, and
 * whoever saves it at the same moment writes a newer summary.
 */
async function refill<P extends Aggregate>(
  parts: ListParts<P>,
  workspace: string | null,
  limit: number,
): Promise<number> {
  const projects = parts.db.collection('projects');
  const scope = workspace === null ? {} : { workspace };
  const stale = { ...scope, 'summary.list.form': { $ne: LISTED_FORM }, schemaVersion: { $lte: SCHEMA_VERSION } };
  const found = await projects.find(stale).limit(limit).toArray();
  const written = found.flatMap((raw) => refilled(parts, raw));
  if (written.length === 0) return 0;
  const { matchedCount } = await projects.bulkWrite(written, { ordered: false });
  return matchedCount;
}

function refilled<P extends Aggregate>(parts: ListParts<P>, raw: Raw) {
  // What cannot be read is left as it is: it must not keep everybody's lists from being drawn.
  const { data: project } = parts.schema.safeParse(raw);
  if (!project) return [];
  const summary = summaryOf(parts, project);
  return [{ updateOne: { filter: { _id: raw._id, revision: project.revision }, update: { $set: { summary } } } }];
}
