import { z } from 'zod';
import { append, emptyHead, type Draft } from '../src/kit/chain.ts';
import type { Doc, Walked } from './walk.ts';

/** What belongs to one project, and only to it. */
export type Clone = { project: Doc; versions: Doc[]; record: Doc[]; outbox: Doc[] };

const projectSchema = z.looseObject({
  channels: z.looseObject({ team: z.looseObject({ id: z.string() }), client: z.looseObject({ id: z.string() }) }),
});
const storedSchema = z.looseObject({
  entry: z.looseObject({ kind: z.string(), actor: z.string(), at: z.string() }),
  content: z.record(z.string(), z.unknown()),
});

/** Ids as long as those in the walk, so that every clone is of as many bytes. */
export const cloneId = (index: number): string => `p${String(index).padStart(9, '0')}`;

/**
 * The walked project once more, with an id, channels and a version of its own. Its record is a whole chain: `npm run verify`
 * would find nothing wrong with it.
 * @param entries how long its record is; what the walk wrote, again and again
 */
export function cloneOf({ project, identity, documents }: Walked, id: string, entries: number): Clone {
  const [walked] = documents.projects;
  if (!walked) throw new Error('the walk left no project');
  const { team, client } = projectSchema.parse(walked).channels;
  const versions = documents.versions.map(({ _id }): [string, string] => [_id, id + _id.slice(id.length)]);
  const named = (prefix: string, like: string): string => (prefix + id).padEnd(like.length, '0');
  const names: [string, string][] = [
    [project, id],
    [team.id, named('C', team.id)],
    [client.id, named('D', client.id)],
    ...versions,
  ];
  const own = <T>(value: T): T => replaced(value, names);
  const { record, head } = chained(documents.record.map(own), { workspace: identity.workspace, project: id }, entries);
  return {
    project: { ...own(walked), record: head },
    versions: documents.versions.map(own),
    record,
    outbox: documents.outbox.filter((row) => row['project'] !== null).map(own),
  };
}

function chained(walked: readonly Doc[], scope: { workspace: string; project: string }, entries: number) {
  const drafts: Draft[] = [];
  while (drafts.length < entries) {
    const { entry, content } = storedSchema.parse(walked[drafts.length % walked.length]);
    drafts.push({ kind: entry.kind, actor: entry.actor, at: entry.at, content });
  }
  let salt = 0;
  const salts = () => (salt += 1).toString(16).padStart(32, '0');
  const { stored, head } = append(scope, emptyHead(scope.workspace, scope.project), drafts, salts);
  const record = stored.map((one): Doc => ({ _id: `${scope.project}:${one.entry.sequence}`, ...one, said: null }));
  return { record, head };
}

/** A deep copy in which some texts stand for others. Dates and the like stay what they are. */
export function replaced<T>(value: T, names: readonly (readonly [string, string])[]): T;
export function replaced(value: unknown, names: readonly (readonly [string, string])[]): unknown {
  if (typeof value === 'string') return names.reduce((text, [from, to]) => text.replaceAll(from, to), value);
  if (Array.isArray(value)) return value.map((one: unknown) => replaced(one, names));
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, replaced<unknown>(one, names)]));
}
