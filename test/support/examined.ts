import { expect } from '@jest/globals';
import type { Home } from '../../sandbox/driver/person.ts';
import type { CollectionName, Database } from '../../src/io/database.ts';

/** One operation, as MongoDB's profiler keeps it (mongodb.com, Database Profiler Output). */
export type Operation = Readonly<Record<string, unknown>>;

/** What MongoDB did in all collections, or in one of them, while something was done. */
export async function operationsOf(
  { connection }: Database,
  act: () => Promise<unknown>,
  collection?: CollectionName,
): Promise<Operation[]> {
  const { db: mongo } = connection;
  if (!mongo) throw new Error('the database is not connected');
  const profile = mongo.collection('system.profile');
  await mongo.command({ profile: 2 });
  await act();
  await mongo.command({ profile: 0 });
  const ns = collection === undefined ? { $not: /system\.profile$/u } : `${mongo.databaseName}.${collection}`;
  const found = await profile.find({ ns }).toArray();
  await profile.drop();
  return found;
}

/** How many documents, or keys of indexes, MongoDB looked at in these operations. */
export const sumOf = (operations: readonly Operation[], field: 'docsExamined' | 'keysExamined'): number =>
  operations.reduce((sum, one) => sum + Number(one[field] ?? 0), 0);

/** What MongoDB looked at of projects while something was done. */
export async function examined(db: Database, act: () => Promise<unknown>): Promise<{ docs: number; scans: string[] }> {
  const operations = await operationsOf(db, act, 'projects');
  expect(operations.length).toBeGreaterThan(3);
  const scans = operations.filter(({ planSummary }) => /COLLSCAN/u.test(String(planSummary)));
  return { docs: sumOf(operations, 'docsExamined'), scans: scans.map(String) };
}

/** The names of the projects that `plantProjects` has made, as they stand there. */
export const namesIn = ({ text }: Pick<Home, 'text'>): string[] =>
  [...text.matchAll(/Project \d{4}/gu)].map(([name]) => name);
