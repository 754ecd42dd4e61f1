/** A time of day as people type it: "9", "9:30", "09:30", "6pm", "18点半", "24:00". */
const TIME = /^(?:(上午|下午|晚上) ?)?(\d{1,2})(?:[:.：点时](\d{1,2})?分?(半)?)? ?(am|pm|a\.m\.|p\.m\.)?$/u;

const MOST = 24 * 60;

/**
 * Reads a time of day, in English or Chinese.
 * @returns minutes from midnight, 0 to 1440; null where the text is no time
 */
export function readMinute(typed: string): number | null {
  const found = TIME.exec(typed.normalize('NFKC').trim().toLowerCase());
  if (!found) return null;
  const [, zh, hours = '', minutes, half, en] = found;
  const hour = Number(hours);
  const part = zh ?? en;
  if (part && (hour < 1 || hour > 12)) return null;
  // "12 at night" is the end of the day, and "1 at night" nobody can tell.
  if (part === '晚上' && (hour < 5 || hour === 12)) return hour === 12 && !half && !Number(minutes ?? 0) ? MOST : null;
  const isLate = part === '下午' || part === '晚上' || part?.startsWith('p') === true;
  const from = part ? (hour % 12) + (isLate ? 12 : 0) : hour;
  const past = half ? 30 : Number(minutes ?? 0);
  const minute = from * 60 + past;
  return past > 59 || minute > MOST ? null : minute;
}

/** "09:30"; the day's end is "24:00". @param minute from midnight */
export const minuteInWords = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
