import { z } from 'zod';
import { aggregateShape } from '../kit/aggregate.ts';
import { type Break, emptyHead, follow, type Head, isBreak } from '../kit/chain.ts';
import { makeArchive } from './archive.ts';
import type { Database } from './database.ts';

/** What came of checking one project's record. */
export type Verdict = { project: string; name: string; entries: number; break: Break | null };

const headSchema = z.looseObject({
  _id: z.string(),
  workspace: z.string(),
  name: z.string(),
  record: aggregateShape.record,
});

/** How far the check of one record has come. */
export type Progress = { project: string; entries: number; of: number };

/** Progress is told after so many entries. */
const TELL_EVERY = 500;

/**
 * Checks records entry by entry: each against the one before, the last against what the project document says of the
 * chain. Names the first entry that was changed, removed, inserted, reordered or cut off.
 * @param only one project's id; all projects where it is left out
 * @param tell is told how far it has come
 */
export async function* verifyAll(
  db: Database,
  only?: string,
  tell: (progress: Progress) => void = () => undefined,
): AsyncGenerator<Verdict> {
  const projects = db.collection('projects').find(only === undefined ? {} : { _id: only }, { sort: { _id: 1 } });
  for await (const raw of projects) yield verify(db, headSchema.parse(raw), tell);
}

type Seen = z.infer<typeof headSchema>;

/** A decision made while we read moves the chain on: then what seems broken is read again before it is called so. */
async function verify(db: Database, seen: Seen, tell: (progress: Progress) => void): Promise<Verdict> {
  const verdict = await check(db, seen, tell);
  if (!verdict.break) return verdict;
  const raw = await db.collection('projects').findOne({ _id: seen._id });
  const now = raw ? headSchema.parse(raw) : seen;
  return now.record.hash === seen.record.hash ? verdict : verify(db, now, tell);
}

const changed = ({ sequence }: Head): Break => ({ sequence: sequence + 1, why: 'changed' });

async function check(
  db: Database,
  { _id: project, workspace, name, record }: Seen,
  tell: (progress: Progress) => void,
): Promise<Verdict> {
  let head = emptyHead(workspace, project);
  for await (const stored of makeArchive(db, '').entries({ workspace, project })) {
    const next = stored ? follow(head, stored) : changed(head);
    if (isBreak(next)) return { project, name, entries: head.sequence, break: next };
    head = next;
    if (head.sequence % TELL_EVERY === 0) tell({ project, entries: head.sequence, of: record.sequence });
  }
  const whole = head.sequence === record.sequence && head.hash === record.hash;
  const sequence = Math.min(head.sequence, record.sequence) + 1;
  return { project, name, entries: head.sequence, break: whole ? null : { sequence, why: 'cut off' } };
}
