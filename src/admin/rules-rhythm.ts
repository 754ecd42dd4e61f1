import { markOf } from '../kit/merge.ts';
import { type Refusal, refuser } from '../kit/refusal.ts';
import { agencyRhythmIn, type Rhythm, type Settings } from '../kit/settings.ts';
import type { SettingsRefusals } from './model-settings.ts';
import { remembered } from './rules-settings.ts';

const refuse = refuser<SettingsRefusals>();

/** What stands there, to be compared. */
export const rhythmMark = (settings: Settings): string => markOf(parts(agencyRhythmIn(settings)));

const parts = ({ postMinute, quietDays, checkIn, report }: Rhythm) => [postMinute, quietDays, checkIn, report];

/** @param opened the mark of what stood there when the form was opened. @returns the settings as they were where nothing is another */
export function changeRhythm(
  current: Settings,
  { rhythm, opened, by }: { rhythm: Rhythm; opened: string; by: string },
  now: Date,
): Settings | Refusal {
  const stands = rhythmMark(current);
  if (markOf(parts(rhythm)) === stands) return current;
  if (stands !== opened) return refuse('settings.clash', {}, { at: 'postAt' });
  return remembered({ ...current, rhythm }, { at: now.toISOString(), by, what: ['rhythm'] });
}
