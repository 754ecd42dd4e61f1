import { dayIn, hourOf } from '../kit/calendar.ts';
import { samePerson } from '../kit/person.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import { type Handover, type Member, SIDE_OF } from '../project/model-people.ts';
import { type Acting, type Actor, managing } from '../project/rules.ts';
import { mayWhileLive } from '../project/rules-life.ts';
import { mayDo, type Who } from '../project/rules-may.ts';
import { remembered } from '../project/rules-people.ts';
import type { PeopleRefusals } from './model.ts';
import { withDuties } from './rules-moved.ts';
import { inPlaceOf } from './rules-roster.ts';
import { fits, type Found, memberById, memberFor } from './rules-sides.ts';

const refuse = refuser<PeopleRefusals>();

/** The hour at which a planned handover happens, in the zone of whoever planned it. */
const HOUR = 9;
/** What did not come to its end within this time after the acknowledgement is taken up. */
const CARRIED_WITHIN_MS = 60_000;

/** Whose project it is to hand over: whoever asks, where they manage it; else the one who does. Null where several could be meant. */
export function predecessor(project: Project, who: Who): Member | null {
  const managers = managing(project);
  const own = managers.find(({ person }) => samePerson(person, who.person));
  return own ?? (managers.length === 1 ? (managers[0] ?? null) : null);
}

/** May this handover be? Somebody of the agency's side takes over from one of the account managers. */
export function mayHandOver(project: Project, from: Found | Member, to: Found, by: Who): true | Refusal {
  const allowed = mayWhileLive(project, 'handOver', by);
  if (allowed !== true) return allowed;
  const out = memberById(project, from.id);
  if (out?.role !== 'accountManager') {
    return refuse('people.notManager', { who: managing(project) }, { at: 'predecessor' });
  }
  if (samePerson(out.person, to.person)) return refuse('people.themselves', {}, { at: 'successor' });
  return fits(project, to, 'accountManager', by, 'successor');
}

/** Is it to happen at once? A day that is today or past is. */
export const isNow = ({ on, zone }: Pick<Handover, 'on' | 'zone'>, now: Date): boolean => on <= dayIn(zone, now);

/** Plans it for a later day; what was planned before is no more. */
export const planned = (project: Project, handover: Handover): Project =>
  remembered({ ...project, handover }, handover.to);

/**
 * Hands a project over: the role, and all that the former account manager had to do; they are of the team from then on. What
 * waits for the account manager is the new one's by that. Null where there is nothing to hand over any more, so that done
 * twice it is done once, and where whoever was to take over cannot.
 */
export function handOver(project: Project, { id, from, to }: Handover, now: Date): Project | Refusal | null {
  const out = memberById(project, from);
  if (out?.role !== 'accountManager' || samePerson(out.person, to.person) || !canTakeOver(project, to)) return null;
  const placed = inPlaceOf(project, out, to, now);
  if (isRefusal(placed)) return placed;
  const people = placed.people.map((one) => (one.id === from ? ({ ...one, role: 'teamMember' } as const) : one));
  const next = withDuties({ ...placed, people }, out, to);
  return next.handover?.id === id || next.handover?.from === from ? { ...next, handover: null } : next;
}

/** Between plan and day somebody may have left Slack, or have come to be on another side. */
function canTakeOver(project: Project, to: Actor): boolean {
  const known = memberFor(project, to);
  return !known || (SIDE_OF[known.role] === 'agency' && !known.gone);
}

/** Takes back what was planned here, and notes that it is to be taken back wherever else it was planned with it. */
export function takeBack(project: Project, id: string, by: Acting, now: Date): Project | Refusal {
  const allowed = mayDo(project, 'handOver', by);
  if (allowed !== true) return allowed;
  const { handover } = project;
  if (handover?.id !== id) return refuse('people.nothingPlanned', {});
  const told = { by: by.id, byName: by.name, at: now.toISOString() };
  return { ...project, handover: null, carrying: { ...handover, ...told, projects: [], isTakenBack: true } };
}

/** The same in another project: it is neither planned there any more nor carried on from there. Null where nothing follows. */
export function withoutPlan(project: Project, id: string): Project | null {
  const { handover, carrying } = project;
  const isPlanned = handover?.id === id;
  const isCarried = carrying?.id === id && !carrying.isTakenBack;
  if (!isPlanned && !isCarried) return null;
  return { ...project, handover: isPlanned ? null : handover, carrying: isCarried ? null : carrying };
}

/** When something about a handover is due by itself: on its day, and where it is still being carried to other projects. */
export function handoverDue({ life, handover, carrying }: Project): Date | null {
  if (carrying) return new Date(Date.parse(carrying.at) + CARRIED_WITHIN_MS);
  return handover && life?.state !== 'ended' ? hourOf(handover.on, HOUR, handover.zone) : null;
}
