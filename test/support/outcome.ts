import { verifyAll } from '../../src/io/verify.ts';
import type { Stage } from './stage.ts';

/** What came of everything so far, to be compared between two stages on which the same was done. */
export type Outcome = {
  revisions: number[];
  /** The kinds of all entries of all records, in their order. */
  record: string[];
  /** Key and state of every row. */
  outbox: string[];
  /** What stands in each channel, for all to read. */
  posts: string[];
};

/** What differs between two runs for no fault of anybody's: random ids, hashes, and the minute. */
const steady = (text: string): string =>
  text
    .replaceAll(/\bid\d{8}\b/gu, 'ID')
    // Its key counts saves, and a form that was saved twice was saved twice.
    .replaceAll(/(held|again:card:clientCard):ID:\d+/gu, '$1:ID:N')
    .replaceAll(/\b((?:line|topic|create|invite|pin|shown|removed):\S*ID\S*):\d+(?= \w+$)/gu, '$1:N')
    .replaceAll(/\b[0-9a-f]{12}(?:[0-9a-f]{52})?\b/gu, 'HASH')
    .replaceAll(/"block_id":"[0-9a-f]{5}"/gu, '"block_id":"SLACK’S"')
    .replaceAll(/<!date\^\d+\^/gu, '<!date^')
    .replaceAll(/"timestamp":\d+/gu, '"timestamp":0')
    // The client card leads to messages, which may stand there in another order.
    .replaceAll(/\/p\d{16}(\?thread_ts=\d+\.\d+)?/gu, '/TS')
    // What a button carries of a moment.
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/gu, 'INSTANT')
    .replaceAll(/\d\d:\d\d UTC/gu, 'UTC')
    // Ids that Slack gave: of events, of files, and of channels that are gone; and when a message was posted.
    .replaceAll(/\bF[0-9A-Z]{10}\b/gu, 'FILE')
    .replaceAll(/\bEv[0-9A-Z]{8,}\b/gu, 'EVENT')
    .replaceAll(/\bC[0-9A-Z]{10}\b/gu, 'GONE')
    .replaceAll(/\b\d{10}\.\d{6}\b/gu, 'TS');

/** Channels and people by what they are called: those that come in the course of a run have other ids in another one. */
function called({ engine: { world } }: Stage['slack'], text: string): string {
  const names = [
    ...[...world.channels.values()].map(({ id, name }) => [id, `#${name}`] as const),
    ...[...world.users.values()].map(({ id, handle }) => [id, `@${handle}`] as const),
  ];
  return names.reduce((rest, [id, name]) => rest.replaceAll(id, name), text);
}

export async function outcomeOf({ db, slack }: Stage): Promise<Outcome> {
  const rows = await db.collection('outbox').find().toArray();
  const entries = await db.collection('record').find().sort({ 'entry.project': 1, 'entry.sequence': 1 }).toArray();
  const projects = await db.collection('projects').find().sort({ _id: 1 }).toArray();
  const channels = [...slack.engine.world.channels.values()];
  const told = (text: string): string => steady(called(slack, text));
  const jobs = new Set(projects.flatMap(({ _id, parent }) => (parent ? [String(_id)] : [])));
  // A job posts in its project's channel, beside what that posts: which of them comes first is nobody's concern.
  const ofJobs = new Set(
    rows.flatMap(({ project, channel, ts }) => (jobs.has(String(project)) ? [`${channel} ${ts}`] : [])),
  );
  // A moment is a message's own in its channel alone (docs.slack.dev, message timestamps).
  const isJobs = (channel: string, { ts }: { ts: string }) => ofJobs.has(`${channel} ${ts}`);
  return {
    revisions: projects.map((project) => Number(project['revision'])),
    record: entries.map((one) => String((one['entry'] as { kind: string }).kind)),
    outbox: rows.map((row) => told(`${row._id} ${String(row['state'])}`)).toSorted(),
    posts: channels.flatMap(({ id, name, kind, messages }) => {
      const all = [...messages.filter((one) => !isJobs(id, one)), ...messages.filter((one) => isJobs(id, one))];
      const posts = all.map(({ text, blocks }) => told(`#${name}: ${text} ${JSON.stringify(blocks)}`));
      // What one person is told of several projects at one moment comes as often as each of them was saved.
      return kind === 'im' ? posts.toSorted() : posts;
    }),
  };
}

/** All that was decided, byte for byte: nothing of it may change by what is refused. */
export async function decided({ db }: Stage): Promise<string> {
  const names = ['projects', 'record', 'outbox', 'versions', 'approvals', 'clients', 'workspaces', 'exports'] as const;
  const all = await Promise.all(
    names.map((name) =>
      db
        .collection(name)
        .find({ 'place.kind': { $ne: 'home' } })
        .sort({ _id: 1 })
        .toArray(),
    ),
  );
  return JSON.stringify(all);
}

/** Where the documents of a collection name their workspace. The settings are one document of each. */
export function workspaceIn(collection: string): string {
  if (collection === 'workspaces') return '_id';
  return collection === 'record' ? 'entry.workspace' : 'workspace';
}

/** Everything that is stored of a workspace, byte for byte. */
export async function documentsOf({ db }: Stage, workspace: string): Promise<Record<string, string>> {
  const found = (await db.connection.db?.listCollections().toArray()) ?? [];
  const all = found.map(async ({ name }) => {
    const documents = await db.connection
      .collection(name)
      .find({ [workspaceIn(name)]: workspace })
      .sort({ _id: 1 })
      .toArray();
    return [name, JSON.stringify(documents)] as const;
  });
  return Object.fromEntries(await Promise.all(all));
}

/** What is half done: events that nobody handled, records that do not check. Empty where all is well. */
export async function unfinished({ db }: Stage): Promise<string[]> {
  const open = await db.collection('received').find({ state: 'open' }).toArray();
  const broken: string[] = [];
  for await (const { project, break: found } of verifyAll(db)) {
    if (found) broken.push(`record of ${project}: entry ${found.sequence} is ${found.why}`);
  }
  return [...open.map(({ _id }) => `event ${_id}`), ...broken];
}
