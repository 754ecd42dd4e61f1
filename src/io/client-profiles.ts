import type { ClientSession } from 'mongoose';
import { z } from 'zod';
import type { ChainSave, ProfileSave } from '../kit/change.ts';
import type { Content } from '../kit/chain.ts';
import type { Database, Raw } from './database.ts';

/** Somebody saved the same client's profile meanwhile, perhaps through another of its projects: read it again, and decide anew. */
export class ProfileMovedError extends Error {
  constructor(client: string) {
    super(`the profile of client ${client} was saved by somebody else meanwhile`);
  }
}

/** No agency has more clients at work; each name is looked for in every line that leaves the house. */
const MOST_NAMES = 1000;

const nameOf = (raw: Raw): string => z.string().parse(raw['name']);

/** What can be read of clients. */
export function clientsOf(db: Database) {
  const clients = db.collection('clients');
  return {
    client: async (workspace: string, nameKey: string) => {
      const found = await clients.findOne({ workspace, nameKey });
      return found ? { id: found._id, name: nameOf(found) } : null;
    },
    clientNames: async (workspace: string) => {
      const names = clients.find({ workspace }, { projection: { name: 1 } });
      return (await names.limit(MOST_NAMES).toArray()).map(nameOf);
    },
    clientName: async (workspace: string, client: string) => {
      const found = await clients.findOne({ _id: client, workspace }, { projection: { name: 1 } });
      return found ? nameOf(found) : null;
    },
    clientList: async (workspace: string, limit: number) => {
      const all = clients.find({ workspace }, { projection: { name: 1 } }).sort({ nameKey: 1 });
      return (await all.limit(limit).toArray()).map((raw) => ({ id: raw._id, name: nameOf(raw) }));
    },
    profile: (workspace: string, client: string) => readProfile(db, workspace, client),
  };
}

/** The profile of a client as it is stored; null where nothing was written yet. */
async function readProfile(db: Database, workspace: string, client: string): Promise<Content | null> {
  const found = await db.collection('clients').findOne({ _id: client, workspace }, { projection: { profile: 1 } });
  return z.record(z.string(), z.unknown()).nullish().parse(found?.['profile']) ?? null;
}

/**
 * Writes a profile in the transaction of the decision that made it.
 * @throws ProfileMovedError where it is no longer the one that the decision started from
 */
export async function writeProfile(
  db: Database,
  session: ClientSession,
  workspace: string,
  { client, was, profile }: ProfileSave,
): Promise<void> {
  const as = was === 0 ? { profile: { $exists: false } } : { 'profile.revision': was };
  const guard = { _id: client, workspace, ...as };
  const { matchedCount } = await db.collection('clients').updateOne(guard, { $set: { profile } }, { session });
  if (matchedCount !== 1) throw new ProfileMovedError(client);
}

/**
 * Writes how a client decides into its profile, and makes one where there is none. Nothing else in it is touched, but it counts
 * as a save: whoever writes the profile at the same moment decides anew.
 */
export async function writeChain(
  db: Database,
  session: ClientSession,
  workspace: string,
  { client, chain, at, by }: ChainSave,
): Promise<void> {
  const before = { $ifNull: ['$profile', { changedAt: at, changedBy: by }] };
  const revision = { $add: [{ $ifNull: ['$profile.revision', 0] }, 1] };
  // What people typed stands in it: `$literal` keeps a name that begins with a dollar from being read as a field.
  const profile = { $mergeObjects: [before, { chain: { $literal: chain }, revision }] };
  await db.collection('clients').updateOne({ _id: client, workspace }, [{ $set: { profile } }], { session });
}
