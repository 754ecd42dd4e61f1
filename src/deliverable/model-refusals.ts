import type { Named } from '../kit/text.ts';

/** Why something about a deliverable was not done. */
export type DeliverableRefusals = {
  'deliverable.none': Record<never, never>;
  'deliverable.tooMany': { most: number };
  'deliverable.nameEmpty': Record<never, never>;
  'deliverable.nothingGiven': Record<never, never>;
  'deliverable.linkUnread': Record<never, never>;
  'deliverable.isDropped': { name: string };
  /** A newer version was added, or it was sent, since the form was opened. */
  'deliverable.versionMoved': { version: number };
  /** Another one was brought under the same number, which nobody has sent yet. */
  'deliverable.draftReplaced': { version: number };
  'deliverable.ownCheck': { who: readonly Named[] };
  'deliverable.alreadyChecked': { by: readonly Named[]; at: { at: string } };
  'deliverable.notTicked': { count: number };
  'deliverable.reasonMissing': Record<never, never>;
  'deliverable.notReviewer': { who: readonly Named[] };
  'deliverable.alreadyReviewed': Record<never, never>;
  'deliverable.notChecked': Record<never, never>;
  'deliverable.notReviewed': { who: readonly Named[] };
  'deliverable.wasSentBack': Record<never, never>;
  'deliverable.nothingNew': Record<never, never>;
  'deliverable.notSent': Record<never, never>;
  'deliverable.draftMoved': Record<never, never>;
  'deliverable.beyondAuthority': { who: readonly Named[] };
  'deliverable.goodwillMissing': Record<never, never>;
  'deliverable.goodwillReason': Record<never, never>;
  'deliverable.worthUnclear': Record<never, never>;
};
