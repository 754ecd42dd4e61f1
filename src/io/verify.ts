import { z } from 'zod';
import { aggregateShape } from '../kit/aggregate.ts';
import { type Break, emptyHead, follow, isBreak } from '../kit/chain.ts';
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

/**
 * Checks records entry by entry: each against the one before, the last against what the project document says of the
 * chain. Names the first entry that was changed, removed, inserted, reordered or cut off.
 * @param only one project's id; all projects where it is left out
 */
export async function* verifyAll(db: Database, only?: string): AsyncGenerator<Verdict> {
  const projects = db.collection('projects').find(only === undefined ? {} : { _id: only }, { sort: { _id: 1 } });
  for await (const raw of projects) yield verify(db, headSchema.parse(raw));
}

/** A decision made while we read moves the chain on: what seems broken is read again before it is called so. */
const READINGS = 3;

async function verify(db: Database, seen: z.infer<typeof headSchema>): Promise<Verdict> {
  let verdict = await check(db, seen);
  for (let reading = 1; verdict.break && reading < READINGS; reading += 1) {
    const now = await db.collection('projects').findOne({ _id: seen._id });
    if (now) verdict = await check(db, headSchema.parse(now));
  }
  return verdict;
}

async function check(db: Database, seen: z.infer<typeof headSchema>): Promise<Verdict> {
  const { _id: project, workspace, name, record } = seen;
  let head = emptyHead(workspace, project);
  for await (const stored of makeArchive(db, '').entries({ workspace, project })) {
    const next = follow(head, stored);
    if (isBreak(next)) return { project, name, entries: head.sequence, break: next };
    head = next;
  }
  const whole = head.sequence === record.sequence && head.hash === record.hash;
  const sequence = Math.min(head.sequence, record.sequence) + 1;
  return { project, name, entries: head.sequence, break: whole ? null : { sequence, why: 'cut off' } };
}
