import { z } from 'zod';
import { type Database, isDuplicate } from './database.ts';

const leaseSchema = z.looseObject({ holder: z.string(), until: z.date(), left: z.unknown().optional() });

/** `workspace`: every document of every collection names its own. */
export type Lease = { workspace: string; key: string; holder: string };

/**
 * Takes a lease, or renews one that is held already: at most one holder at a time has it.
 * @param lastsMs for how long; longer than anything that is done under it
 * @returns what the last one left who gave it back; null where somebody else holds it
 */
export async function takeLease(
  db: Database,
  { workspace, key, holder }: Lease,
  now: Date,
  lastsMs: number,
): Promise<{ left: unknown } | null> {
  const until = new Date(now.getTime() + lastsMs);
  const free = { _id: key, $or: [{ holder }, { until: { $lte: now } }] };
  try {
    const options = { upsert: true, returnDocument: 'after' } as const;
    const taken = await db.collection('leases').findOneAndUpdate(free, { $set: { workspace, holder, until } }, options);
    const lease = leaseSchema.parse(taken);
    return lease.holder === holder ? { left: lease.left } : null;
  } catch (error) {
    // It is there and not free, so the upsert tried to make a second one.
    if (isDuplicate(error)) return null;
    throw error;
  }
}

/**
 * Gives a lease back before its time; nothing happens where somebody else holds it.
 * @param left for whoever takes it next
 */
export async function dropLease(db: Database, { key, holder }: Lease, left: unknown): Promise<void> {
  await db.collection('leases').updateOne({ _id: key, holder }, { $set: { until: new Date(0), left } });
}
