import type { Day } from '../kit/calendar.ts';
import { lastWorkDay, nextWorkTime, type WorkCalendar, workDayFrom, workEnd, workStart } from '../kit/work-days.ts';
import type { ShownToClient } from './model-forms.ts';
import type { Milestone, ReleasedAs } from './model.ts';

/**
 * The first day of the client's review: the first of their last so many working days up to the day itself
 * (docs/product.md, Milestones).
 * @returns null where they have nothing to look at
 */
export function reviewFrom(client: WorkCalendar, dueOn: Day, reviewDays: number | null): Day | null {
  if (reviewDays === null) return null;
  const last = lastWorkDay(client, dueOn);
  return reviewDays === 1 ? last : workDayFrom(client, last, 1 - reviewDays);
}

/** What the client would be shown of a milestone now. @param owner when its owner works: the day ends by their clock */
export function shownNow(
  { kind, name, dueOn, reviewDays, state }: Milestone,
  { client, owner }: { client: WorkCalendar; owner: WorkCalendar },
): ShownToClient {
  const zone = owner.zone === client.zone ? null : owner.zone;
  return {
    kind,
    name,
    dueOn,
    reviewDays,
    reviewFrom: reviewFrom(client, dueOn, reviewDays),
    zone,
    isDropped: state === 'dropped',
  };
}

/** Is it another thing than what the client was shown? */
export function isUntold({ kind, name, dueOn, reviewDays, state, released: was }: Milestone): boolean {
  if (!was) return false;
  if (state === 'dropped' || was.isDropped) return (state === 'dropped') !== was.isDropped;
  return kind !== was.kind || name !== was.name || dueOn !== was.dueOn || reviewDays !== was.reviewDays;
}

/**
 * When the client's review begins and ends, by what they were shown and by their calendar. Null where they have nothing to look
 * at, where it was moved without their being told, or where the post for its beginning was made or has been missed.
 */
export function windowToCome(
  milestone: Milestone,
  client: WorkCalendar,
): { opensAt: Date; closesAt: Date; released: ReleasedAs } | null {
  const { released, state, dueOn } = milestone;
  if (!released || released.reviewFrom === null || released.headsUp || released.isDropped) return null;
  if (state !== 'open' || released.dueOn !== dueOn) return null;
  const opensAt = nextWorkTime(client, workStart(client, released.reviewFrom));
  return { opensAt, closesAt: workEnd(client, released.dueOn), released };
}
