import { type Day, dayIn } from '../kit/calendar.ts';
import { readDay } from '../kit/days.ts';
import { samePerson, type Person } from '../kit/person.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import { SIDE_OF } from '../project/model-people.ts';
import { withAway } from '../project/rules-people.ts';
import type { Absent, PeopleRefusals } from './model.ts';
import { mayStandIn, memberFor } from './rules-sides.ts';
import { withStandIn } from './rules-roster.ts';

const refuse = refuser<PeopleRefusals>();

/** Until which day somebody is away, as it was typed; null where they are back. A day that has passed means that they are. */
export function awayTyped(text: string | null, zone: string, now: Date, at: string): Day | null | Refusal {
  if (text === null) return null;
  const today = dayIn(zone, now);
  const day = readDay(text, today);
  if (day === null) return refuse('people.dayUnread', {}, { at });
  return day < today ? null : day;
}

/** Is an absence that was noted once still one? */
export const stillAway = (absent: Absent | null, now: Date): Absent | null =>
  absent && dayIn(absent.zone, now) <= absent.until ? absent : null;

/**
 * An absence in one project of somebody of the agency's or its partner's. Their stand-in is named where they can be; where
 * somebody comes back, whoever was named stays so for the next time. Null where nothing is different.
 */
export function withAbsence(project: Project, person: Person, absent: Absent | null): Project | null {
  const member = project.people.find((one) => samePerson(one.person, person));
  if (!member || SIDE_OF[member.role] === 'client') return null;
  const away = absent && { until: absent.until, zone: absent.zone };
  const noted = withAway(project, member.id, away);
  const fits = absent?.standIn && mayStandIn(project, member, absent.standIn);
  const named = fits ? withStandIn(noted, member, absent.standIn, 'standIn') : noted;
  const next = isRefusal(named) ? noted : named;
  return JSON.stringify(next.people) === JSON.stringify(project.people) ? null : next;
}

/** Could the stand-in not be named in this project? */
export function lacksStandIn(project: Project, person: Person, absent: Absent | null): boolean {
  const member = memberFor(project, { person });
  return Boolean(member && absent?.standIn && !mayStandIn(project, member, absent.standIn));
}
