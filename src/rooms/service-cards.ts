import type { Handling } from '../io/handling.ts';
import { card, doing } from '../kit/rows.ts';
import type { ProjectDeps } from '../project/service.ts';

/**
 * Somebody deleted a message of ours in Slack. A card is drawn again, which posts it anew where it is gone, and pinned again
 * where it was: once. What else we said is the record's, and is not said twice.
 */
export async function messageGone(
  deps: ProjectDeps,
  handling: Handling,
  at: { channel: string; ts: string },
): Promise<void> {
  const gone = await deps.archive.cardAt(handling.workspace, at);
  if (!gone) return;
  const { place, subject, parent, key, isPinned } = gone;
  await deps.store.decide(handling, gone.project, (project) => ({
    project,
    happened: [],
    rows: () => [
      card(place, subject, parent),
      ...(isPinned ? [doing(place, `pin:${key}:${at.ts}`, { do: 'pin', message: key })] : []),
    ],
  }));
}
