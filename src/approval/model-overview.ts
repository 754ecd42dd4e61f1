import { z } from 'zod';
import { metadata } from '../kit/metadata.ts';

/** The lists of the overview, each with pages: what waits for somebody, and what they wait for. */
export const OVERVIEW_LISTS = ['mine', 'theirs'] as const;
export type OverviewList = (typeof OVERVIEW_LISTS)[number];

/** Which page of each, from 0. */
export const overviewPages = z.object({
  mine: z.int().min(0).max(100_000),
  theirs: z.int().min(0).max(100_000),
});
export type OverviewPages = z.infer<typeof overviewPages>;

export const FIRST_PAGES: OverviewPages = { mine: 0, theirs: 0 };

/** Pressed twice, it is the same page. */
export const turnOverviewValue = metadata('button', z.object({ pages: overviewPages }));
/** `is`: tells it from every other modal, so that what is done in it draws it again. */
export const overviewMeta = metadata('modal', z.object({ is: z.literal('approvals'), pages: overviewPages }));

/** The waits that are about approving something. The others stand on App Home. */
export const APPROVAL_WAITS = [
  'brief.decide',
  'brief.send',
  'brief.revise',
  'deliverable.decide',
  'deliverable.check',
  'deliverable.review',
  'deliverable.send',
  'deliverable.revise',
] as const;
