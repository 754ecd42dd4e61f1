import { BOUNDS } from '../kit/bounds.ts';
import type { Day } from '../kit/calendar.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import type { Acting, Actor } from '../project/rules.ts';
import type { PlanRefusals, ShownToClient } from './model-forms.ts';
import type { Milestone } from './model.ts';
import { maySeeTo, milestoneOf, planned, withMilestone } from './rules.ts';
import { isUntold } from './rules-review.ts';

const refuse = refuser<PlanRefusals>();

const partyOf = ({ person, id, name }: Actor) => ({ person, id, name });

/**
 * Which milestone, and since when it was as it was shown to whoever acts: what comes late, after it was done and opened again, is not
 * done a second time.
 */
export type About = { id: string; since?: string | undefined };

/** A milestone that whoever acts may see to; the refusal where they may not, or where there is none. */
function theirs(project: Project, by: Acting, { id }: About): Milestone | Refusal {
  const milestone = milestoneOf(project, id);
  if (!milestone) return refuse('plan.gone', {});
  const allowed = maySeeTo(project, milestone, by);
  return allowed === true ? milestone : allowed;
}

/** It became another thing since it was shown. */
const movedOn = (now: string | undefined, { since }: About): Refusal | null =>
  since === undefined || since === now ? null : refuse('plan.changedSince', {});

/** Why nothing is done with a milestone; null where it is open, and is so since it was shown. */
export function overBy({ state, stateSince }: Milestone, about: About): Refusal | null {
  if (state === 'reached') return refuse('plan.reachedAlready', { at: { at: stateSince } });
  return state === 'dropped' ? refuse('plan.droppedAlready', { at: { at: stateSince } }) : movedOn(stateSince, about);
}

/** A milestone that something can be done with. */
const goingOn = (found: Milestone | Refusal, about: About): Milestone | Refusal =>
  isRefusal(found) ? found : (overBy(found, about) ?? found);

/**
 * Moves a milestone to another day. What the client was shown stays as it is until it is released again.
 * @param moving `from`: the day that it was on as it was shown to whoever moves it; `to`: null where what was typed is no day
 * @param today the day that it is for whoever moves it
 */
export function moveMilestone(
  project: Project,
  by: Acting,
  { from, to, why, ...about }: About & { from: Day; to: Day | null; why: string },
  today: Day,
  now: Date,
): Project | Refusal {
  const milestone = goingOn(theirs(project, by, about), about);
  if (isRefusal(milestone)) return milestone;
  if (milestone.dueOn !== from) return refuse('plan.movedSince', { day: { day: milestone.dueOn } });
  if (to === null) return refuse('plan.dayUnread', {}, { at: 'day' });
  if (to === from) return refuse('plan.sameDay', {}, { at: 'day' });
  if (to < today) return refuse('plan.dayPast', {}, { at: 'day' });
  const move = { from, to, why, by: partyOf(by), at: now.toISOString() };
  const moves = [...milestone.moves, move].slice(-BOUNDS.milestoneMoves);
  // A new day is a way to go on.
  return withMilestone(project, { ...milestone, dueOn: to, moves, blocked: null });
}

/** It is done. */
export function reachMilestone(project: Project, by: Acting, about: About, now: Date): Project | Refusal {
  const milestone = goingOn(theirs(project, by, about), about);
  if (isRefusal(milestone)) return milestone;
  const stateSince = now.toISOString();
  return withMilestone(project, { ...milestone, state: 'reached', stateSince, blocked: null });
}

/** Nobody can go on for now, and why. */
export function blockMilestone(project: Project, by: Acting, about: About, why: string, now: Date): Project | Refusal {
  const milestone = goingOn(theirs(project, by, about), about);
  if (isRefusal(milestone)) return milestone;
  if (milestone.blocked) return refuse('plan.blockedAlready', { at: { at: milestone.blocked.at } });
  return withMilestone(project, { ...milestone, blocked: { why, by: partyOf(by), at: now.toISOString() } });
}

/** It goes on again. `since`: since when it was blocked as it was shown */
export function unblockMilestone(project: Project, by: Acting, about: About): Project | Refusal {
  const milestone = theirs(project, by, about);
  if (isRefusal(milestone)) return milestone;
  if (!milestone.blocked) return refuse('plan.notBlocked', {});
  return movedOn(milestone.blocked.at, about) ?? withMilestone(project, { ...milestone, blocked: null });
}

/** There is no such date any more. The client goes on being shown it until they are told. */
export function dropMilestone(project: Project, by: Acting, about: About, why: string, now: Date): Project | Refusal {
  const milestone = goingOn(planned(project, by, about.id), about);
  if (isRefusal(milestone)) return milestone;
  const stateSince = now.toISOString();
  return withMilestone(project, { ...milestone, state: 'dropped', stateSince, why, blocked: null });
}

/** It is open after all. Where the client was told that it is dropped, they see it again once it is released again. */
export function reopenMilestone(project: Project, by: Acting, about: About, now: Date): Project | Refusal {
  const isDropped = milestoneOf(project, about.id)?.state === 'dropped';
  const milestone = isDropped ? planned(project, by, about.id) : theirs(project, by, about);
  if (isRefusal(milestone)) return milestone;
  if (milestone.state === 'open') return refuse('plan.openAlready', {});
  const late = movedOn(milestone.stateSince, about);
  if (late) return late;
  const released = milestone.released?.isDropped ? null : milestone.released;
  return withMilestone(project, { ...milestone, state: 'open', stateSince: now.toISOString(), why: null, released });
}

/** May the client be told of it now: by this person, and is there anything to tell? */
export function mayRelease(project: Project, by: Acting, id: string): Milestone | Refusal {
  const milestone = planned(project, by, id);
  if (isRefusal(milestone)) return milestone;
  if (milestone.state === 'reached') return refuse('plan.reachedShown', {});
  const isNews = milestone.released ? isUntold(milestone) : milestone.state === 'open';
  return isNews ? milestone : refuse('plan.shownAlready', {});
}

/**
 * Shows a milestone to the client, exactly as it was previewed.
 * @param releasing `shown`: what was previewed; `is`: what would be shown now: where it is another thing, nothing is released.
 *   `headsUp`: the post for the beginning of their review was previewed, too; else it has begun, and there is none to come
 */
export function releaseMilestone(
  project: Project,
  by: Acting,
  { id, shown, is, headsUp }: { id: string; shown: ShownToClient; is: ShownToClient; headsUp: boolean },
  now: Date,
): Project | Refusal {
  const milestone = mayRelease(project, by, id);
  if (isRefusal(milestone)) return milestone;
  if (JSON.stringify(shown) !== JSON.stringify(is)) return refuse('plan.previewOld', {});
  const at = now.toISOString();
  const released = { ...shown, at, by: partyOf(by), headsUp: headsUp ? null : { is: 'said' as const, at } };
  return withMilestone(project, { ...milestone, released });
}

/** Notes that the beginning of the client's review was posted, or that it was too late for it. Null where that is noted, or past. */
export function withHeadsUp(
  project: Project,
  { id, dueOn }: { id: string; dueOn: Day },
  is: 'said' | 'missed',
  now: Date,
): Project | null {
  const milestone = milestoneOf(project, id);
  const released = milestone?.released;
  if (!milestone || !released || released.headsUp || released.dueOn !== dueOn || milestone.state !== 'open')
    return null;
  return withMilestone(project, { ...milestone, released: { ...released, headsUp: { is, at: now.toISOString() } } });
}
