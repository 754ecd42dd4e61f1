import { z } from 'zod';
import { type Database, isDuplicate } from './database.ts';

const leaseSchema = z.looseObject({ holder: z.string(), until: z.date() });

export type Lease = { key: string; holder: string };

/**
 * Takes a lease, or renews one that is held already: at most one holder at a time has it.
 * @param lastsMs for how long; longer than anything that is done under it
 * @returns false where somebody else holds it
 */
export async function takeLease(db: Database, { key, holder }: Lease, now: Date, lastsMs: number): Promise<boolean> {
  const until = new Date(now.getTime() + lastsMs);
  const free = { _id: key, $or: [{ holder }, { until: { $lte: now } }] };
  try {
    const options = { upsert: true, returnDocument: 'after' } as const;
    const taken = await db.collection('leases').findOneAndUpdate(free, { $set: { holder, until } }, options);
    return leaseSchema.parse(taken).holder === holder;
  } catch (error) {
    // It is there and not free, so the upsert tried to make a second one.
    if (isDuplicate(error)) return false;
    throw error;
  }
}

/** Gives a lease back before its time; nothing happens where somebody else holds it. */
export async function dropLease(db: Database, { key, holder }: Lease): Promise<void> {
  await db.collection('leases').deleteOne({ _id: key, holder });
}
