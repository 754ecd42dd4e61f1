import type { Day } from '../kit/calendar.ts';
import type { MilestoneKind } from '../plan/model.ts';
import { type Health, HEALTHS, type Progress } from './model.ts';

/** From so many working days on: overdue is off track; a silent client is a risk; a milestone is soon. */
const HEALTH_DAYS = { offTrack: 3, silent: 3, soon: 2 } as const;

/** What a milestone is called: by its kind, or in the agency's words. */
export type MilestoneName = { kind: MilestoneKind; name: string | null };

/** What is known of a project that says how it is doing. Days are working days: the team's, and the client's own. */
export type HealthFacts = {
  /**
   * Those that are open. `overdueDays`: 0 until its day is over; `dueIn`: until its day, 0 from then on. `isOff`: its day is still to
   * come, and no working day lies before it or on it.
   */
  milestones: readonly (MilestoneName & { dueIn: number; overdueDays: number; isBlocked: boolean; isOff?: boolean })[];
  /** What waits for the client: since when, and by how much it is overdue (0 where it is not). */
  waiting: readonly { silentDays: number; overdueDays: number }[];
  /** What the client asked for and nobody has answered. */
  requests: number;
  /** Who said today that their work is not on track. */
  checkIns: readonly { who: string | null; is: 'atRisk' | 'blocked' }[];
};

/** Why a project is not on track. */
export type HealthReason =
  | ({ is: 'overdue'; days: number } & MilestoneName)
  | ({ is: 'blocked' } & MilestoneName)
  | ({ is: 'soon'; days: number; isOff: boolean } & MilestoneName)
  | { is: 'answerOverdue'; days: number }
  | { is: 'silent'; days: number }
  | { is: 'checkIn'; who: string | null; said: 'atRisk' | 'blocked' };

type Found = { health: Exclude<Health, 'onTrack'>; reason: HealthReason };

/** How a project is doing, and why: the worst of all that is found, which comes first. Without a reason it is on track. */
export function healthOf(facts: HealthFacts): { is: Health; reasons: HealthReason[] } {
  const found = [
    ...facts.milestones.flatMap((one) => ofMilestone(one, facts)),
    ...facts.waiting.flatMap(ofWaiting),
    ...facts.checkIns.map(({ who, is: said }): Found => {
      return { health: 'atRisk', reason: { is: 'checkIn', who, said } };
    }),
  ].toSorted((a, b) => rank(b.health) - rank(a.health));
  return { is: found[0]?.health ?? 'onTrack', reasons: found.map(({ reason }) => reason) };
}

const rank = (health: Health): number => HEALTHS.indexOf(health);

function ofMilestone(one: HealthFacts['milestones'][number], { waiting, requests }: HealthFacts): Found[] {
  const { kind, name, dueIn, overdueDays, isBlocked, isOff = false } = one;
  const called = { kind, name };
  const isSoon = dueIn <= HEALTH_DAYS.soon;
  const blocked: Found[] = isBlocked
    ? [{ health: isSoon ? 'offTrack' : 'atRisk', reason: { is: 'blocked', ...called } }]
    : [];
  if (overdueDays > 0) {
    const health = overdueDays >= HEALTH_DAYS.offTrack ? 'offTrack' : 'atRisk';
    return [{ health, reason: { is: 'overdue', days: overdueDays, ...called } }, ...blocked];
  }
  const hasOpen = waiting.length + requests > 0;
  const soon: Found[] =
    isSoon && hasOpen && !isBlocked
      ? [{ health: 'atRisk', reason: { is: 'soon', days: dueIn, isOff, ...called } }]
      : [];
  return [...blocked, ...soon];
}

function ofWaiting({ silentDays, overdueDays }: HealthFacts['waiting'][number]): Found[] {
  if (overdueDays > 0) {
    const health = overdueDays >= HEALTH_DAYS.offTrack ? 'offTrack' : 'atRisk';
    return [{ health, reason: { is: 'answerOverdue', days: overdueDays } }];
  }
  return silentDays >= HEALTH_DAYS.silent ? [{ health: 'atRisk', reason: { is: 'silent', days: silentDays } }] : [];
}

/** Health as it is shown: as somebody set it, with their reason and until which day, or as it was worked out. */
export type ShownHealth =
  | { by: 'hand'; is: Health; reason: string; until: Day; who: string | null }
  | { by: 'rules'; is: Health; reasons: readonly HealthReason[] };

/** What somebody set goes before what is worked out, up to and including its day. */
export function shownHealth(progress: Progress | null | undefined, facts: HealthFacts, day: Day): ShownHealth {
  const set = setHealth(progress, day);
  if (set) return { by: 'hand', is: set.is, reason: set.reason, until: set.until, who: set.by.name };
  return { by: 'rules', ...healthOf(facts) };
}

/** As somebody set it, where that holds on a day; null where nobody did, or its last day is over. */
const setHealth = (progress: Progress | null | undefined, day: Day): NonNullable<Progress['health']> | null =>
  progress?.health && progress.health.until >= day ? progress.health : null;
