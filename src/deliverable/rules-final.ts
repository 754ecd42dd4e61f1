import { partyOf } from '../approval/rules-turn.ts';
import { type Approval, OUTCOME_OF, type Party } from '../approval/model.ts';
import type { Project } from '../project/model.ts';
import type { Deliverable, DeliverableVersion, SentDeliverable } from './model.ts';
import { deliverablesOf } from './rules.ts';
import { showsAgain } from './rules-standing.ts';

/** A version that is approved and stands. */
export type Final = {
  deliverable: Deliverable;
  number: number;
  hash: string;
  /** When it was approved, as an instant. */
  at: string;
  /** Who approved it, as far as the project still knows. */
  by: readonly Party[];
  /** The version itself; null where the project keeps it no more, for newer ones were sent since. */
  version: DeliverableVersion | null;
};

/** The approved versions of a project, the last one approved first. One that is to be shown again, or is dropped, is none. */
export const finalsOf = (project: Project): Final[] =>
  deliverablesOf(project)
    .flatMap((deliverable) => finalOf(deliverable) ?? [])
    .toSorted((a, b) => b.at.localeCompare(a.at));

/** The version of a deliverable that is approved and stands, also while a newer one is being made; null where there is none. */
export function finalOf(deliverable: Deliverable): Final | null {
  const { sent, dropped } = deliverable;
  const stands = sent?.stands ?? null;
  if (!sent || !stands || dropped) return null;
  const { current, previous, approval } = sent;
  const isCurrent = stands.version === current.number;
  if (isCurrent && showsAgain(approval)) return null;
  const { hash, at, version: number } = stands;
  const version = [current, previous].find((one) => one?.number === number && one.hash === hash) ?? null;
  return { deliverable, number, hash, at, by: isCurrent ? agreeing(approval) : [], version };
}

const agreeing = ({ approvers }: Approval): Party[] =>
  approvers.flatMap(({ answer }) => (answer && OUTCOME_OF[answer.verb] !== 'refused' ? [partyOf(answer.by)] : []));

/** Was the client sent this in its channel, so that it can be read there? */
export const isInChannel = ({ current }: Pick<SentDeliverable, 'current'>): boolean => current.reach !== 'outside';
