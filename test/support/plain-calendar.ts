import { PLAIN_TERMS } from '../../src/kit/settings.ts';
import type { WorkCalendar } from '../../src/kit/work-days.ts';

/** Monday to Friday from nine to six, without a holiday. */
export const plainCalendar = (zone: string): WorkCalendar => ({
  zone,
  weekdays: PLAIN_TERMS.weekdays,
  fromMinute: PLAIN_TERMS.fromMinute,
  toMinute: PLAIN_TERMS.toMinute,
  off: new Map(),
  working: new Map(),
  knownUntil: null,
});
