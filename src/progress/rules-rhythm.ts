import { agencyRhythmIn, REPORT_RHYTHMS, type Rhythm } from '../kit/settings.ts';
import { type Refusal, refuser } from '../kit/refusal.ts';
import { readZone } from '../kit/zone-typed.ts';
import { AS_AGENCY, type ProgressRefusals } from './model-forms.ts';

const refuse = refuser<ProgressRefusals>();

/** What of a project differs from the agency's rhythm. */
export type OwnParts = { [K in keyof Rhythm]?: Rhythm[K] | undefined };
type WithRhythm = { progress?: { rhythm?: OwnParts | undefined } | null | undefined };

/** What a project does by itself: as it is set there, else as the agency has it. @param agency null where it says nothing */
export function rhythmOf({ progress }: WithRhythm, agency: Rhythm | null | undefined): Rhythm {
  const base = agencyRhythmIn({ rhythm: agency });
  const own = progress?.rhythm ?? {};
  return {
    postMinute: own.postMinute ?? base.postMinute,
    quietDays: own.quietDays ?? base.quietDays,
    checkIn: own.checkIn ?? base.checkIn,
    report: own.report ?? base.report,
  };
}

/** The answers of a form of a rhythm. */
export type RhythmAnswers = { postAt: string; quietDays: string; checkIn: string; report: string };

/** What was chosen; what was left as the agency has it is not there. */
export function chosenRhythm({ postAt, quietDays, checkIn, report }: RhythmAnswers): Partial<Rhythm> {
  const known = REPORT_RHYTHMS.find((one) => one === report);
  return {
    ...(postAt === AS_AGENCY ? {} : { postMinute: Number(postAt) }),
    ...(quietDays === 'oneLine' || quietDays === 'nothing' ? { quietDays } : {}),
    ...(checkIn === AS_AGENCY ? {} : { checkIn: checkIn === 'yes' }),
    ...(known ? { report: known } : {}),
  };
}

/** By whose clock a project speaks up, as it was typed; null where it is the agency's. @returns an IANA name */
export function zoneTyped(text: string | null): string | null | Refusal {
  if (text === null) return null;
  const read = readZone(text);
  if (read.is === 'read') return read.zone;
  if (read.nearest.length === 0) return refuse('progress.zoneUnread', {}, { at: 'zone' });
  return refuse('progress.zoneNear', { zones: read.nearest.join(', ') }, { at: 'zone' });
}
