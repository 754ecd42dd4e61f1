import type { Database } from '../../src/io/database.ts';
import { PLAIN_RHYTHM, PLAIN_TERMS, unsettled } from '../../src/kit/settings.ts';

/** A zone in which it is about noon, so that nothing runs over midnight. */
export function noonZone(now: Date): string {
  const ahead = 12 - now.getUTCHours();
  return ahead === 0 ? 'Etc/GMT' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

/** The agency works every day and all day long, and posts at midnight: whenever this runs, a post is due. */
export async function worksAlways(db: Database, workspace: string): Promise<void> {
  const calendar = { ...PLAIN_TERMS, weekdays: [1, 2, 3, 4, 5, 6, 7], fromMinute: 0, toMinute: 1440 };
  const settings = { ...unsettled(workspace), revision: 1, calendar, rhythm: { ...PLAIN_RHYTHM, postMinute: 0 } };
  await db.collection('workspaces').insertOne(settings);
}
