import { dayIn } from '../kit/calendar.ts';
import type { Member } from './model-people.ts';

/** Is somebody away at an instant, by the calendar of their own zone? The last day counts. */
export const isAway = ({ away }: Pick<Member, 'away'>, now: Date): boolean =>
  away ? dayIn(away.zone ?? 'utc', now) <= away.until : false;
