import { type Day, hourOf } from '../kit/calendar.ts';
import { type Refusal, refuser } from '../kit/refusal.ts';
import type { EvidenceRefusals } from './model-evidence.ts';

const refuse = refuser<EvidenceRefusals>();

const MINUTE_MS = 60_000;
const NOON = 12;

/** A time of day as people type it: `14:30`, `2.30 pm`, `9`, `下午2点半`. Null where it is none. */
export function timeOfDay(text: string): { hour: number; minute: number } | null {
  const typed = text.normalize('NFKC').toLocaleLowerCase('en').replaceAll(/\s+/gu, '');
  const parts =
    /^(?<before>上午|早上|中午|下午|晚上|am|pm)?(?<hour>\d{1,2})(?:[:.点时h](?<minute>\d{2}|半)?分?)?(?<after>am|pm)?$/u.exec(
      typed,
    )?.groups;
  if (!parts) return null;
  const half = parts['before'] ?? parts['after'] ?? '';
  const minute = parts['minute'] === '半' ? 30 : Number(parts['minute'] ?? 0);
  const hour = hourIn(Number(parts['hour']), half);
  return hour === null || minute > 59 ? null : { hour, minute };
}

/** 12 am is midnight, 12 pm noon; who writes 14 pm means 14. */
function hourIn(hour: number, half: string): number | null {
  if (hour > 23) return null;
  const isLate = /pm|下午|晚上|中午/u.test(half);
  if (isLate) return hour < NOON && !(half === '中午' && hour > 9) ? hour + NOON : hour;
  return half !== '' && hour === NOON ? 0 : hour;
}

/**
 * When something was said, as whoever records it entered it.
 * @param zone IANA name of the recorder's own zone
 * @param openedAt ISO: what was said before the version went out is not about it
 */
export function saidInstant(
  { day, time, zone }: { day: Day; time: string; zone: string },
  openedAt: string,
  now: Date,
): Date | Refusal {
  const at = timeOfDay(time);
  if (!at) return refuse('evidence.timeUnclear', {}, { at: 'saidAt' });
  const instant = new Date(hourOf(day, at.hour, zone).getTime() + at.minute * MINUTE_MS);
  return inTime(instant, openedAt, now);
}

/** Minutes are what people enter, so the minute in which it was sent is late enough. */
export function inTime(instant: Date, openedAt: string, now: Date): Date | Refusal {
  if (instant > now) return refuse('evidence.notYet', {}, { at: 'saidOn' });
  const opened = Math.floor(Date.parse(openedAt) / MINUTE_MS) * MINUTE_MS;
  if (instant.getTime() < opened) return refuse('evidence.beforeSent', { at: { at: openedAt } }, { at: 'saidOn' });
  return instant;
}

/** `1795435200.000200` is seconds since 1970 and a counter (docs.slack.dev, message ts). */
export const instantOfTs = (ts: string): Date => new Date(Math.floor(Number(ts) * 1000));
