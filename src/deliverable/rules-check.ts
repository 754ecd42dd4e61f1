import { partyOf } from '../approval/rules-turn.ts';
import { samePerson } from '../kit/person.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import { type Acting, managing } from '../project/rules.ts';
import { mayWhileLive } from '../project/rules-life.ts';
import { type Who, whoCan } from '../project/rules-may.ts';
import type { Draft } from './model.ts';
import type { DeliverableRefusals } from './model-refusals.ts';
import { changedBy, draftFor, withDeliverable } from './rules.ts';

const refuse = refuser<DeliverableRefusals>();

/** May this person check a version? Everybody of the team but its maker. */
export function mayCheck(project: Project, { by }: Pick<Draft, 'by'>, who: Who): true | Refusal {
  const allowed = mayWhileLive(project, 'checkDeliverable', who);
  if (allowed !== true) return allowed;
  if (by.person === null || !samePerson(by.person, who.person)) return true;
  return refuse('deliverable.ownCheck', { who: othersThan(project, by).slice(0, 5) });
}

const othersThan = (project: Project, by: Draft['by']) =>
  whoCan(project, 'checkDeliverable').filter(({ id }) => id !== by.id);

/** Whoever is asked to check: those who run the project, or all others of the team where its maker is the only one of them. */
export function checkersOf(project: Project, { by }: Pick<Draft, 'by'>) {
  const others = othersThan(project, by);
  const running = others.filter((one) => managing(project).some(({ id }) => id === one.id));
  return running.length > 0 ? running : others;
}

export type Checking = { id: string; version: number; ticked: readonly string[]; sendBack: string | null };

/** What somebody found: all points are fulfilled, or it goes back with the reason. */
export function checkVersion(project: Project, by: Acting, checking: Checking, now: Date): Project | Refusal {
  const found = draftFor(project, checking);
  if (isRefusal(found)) return found;
  const { deliverable, draft } = found;
  const may = mayCheck(project, draft, by);
  if (may !== true) return may;
  if (draft.check.state !== 'open') {
    const { by: who, at } = draft.check;
    return refuse('deliverable.alreadyChecked', { by: who ? [who] : [], at: { at: at ?? draft.at } });
  }
  const reason = checking.sendBack?.trim() ? checking.sendBack : null;
  const points = draft.check.points.map((point) => ({ ...point, isTicked: checking.ticked.includes(point.id) }));
  const left = points.filter(({ isTicked }) => !isTicked).length;
  if (left > 0 && reason === null) return refuse('deliverable.notTicked', { count: left }, { at: 'reason' });
  const check = {
    ...draft.check,
    state: reason === null ? ('passed' as const) : ('sentBack' as const),
    points,
    by: partyOf(by),
    at: now.toISOString(),
    reason,
  };
  return withDeliverable(project, changedBy({ ...deliverable, draft: { ...draft, check } }, by, now));
}

export type Reviewing = { id: string; version: number; sendBack: string | null };

/** What an internal reviewer says of it: it may leave the house, or it goes back with the reason. */
export function reviewVersion(project: Project, by: Acting, reviewing: Reviewing, now: Date): Project | Refusal {
  const found = draftFor(project, reviewing);
  if (isRefusal(found)) return found;
  const { deliverable, draft } = found;
  const live = mayWhileLive(project, 'see', by);
  if (live !== true) return live;
  const mine = draft.reviews.find(({ person }) => person !== null && samePerson(person, by.person));
  if (!mine) return refuse('deliverable.notReviewer', { who: draft.reviews.slice(0, 5) });
  if (mine.is !== 'asked') return refuse('deliverable.alreadyReviewed', {});
  const reason = reviewing.sendBack?.trim() ? reviewing.sendBack : null;
  const said = {
    ...mine,
    is: reason === null ? ('passed' as const) : ('sentBack' as const),
    reason,
    at: now.toISOString(),
  };
  const reviews = draft.reviews.map((one) => (one.id === mine.id ? said : one));
  return withDeliverable(project, changedBy({ ...deliverable, draft: { ...draft, reviews } }, by, now));
}
