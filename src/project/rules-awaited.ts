import { currentVersionKey } from '../brief/rules-subjects.ts';
import { deliverablesOf } from '../deliverable/rules.ts';
import { checkersOf } from '../deliverable/rules-check.ts';
import { standingOf } from '../deliverable/rules-standing.ts';
import type { Deliverable } from '../deliverable/model.ts';
import { deliverableSubject, versionKey } from '../deliverable/rules-subjects.ts';
import type { Awaited } from '../kit/listed.ts';
import { personKey } from '../kit/person.ts';
import { cardKey } from '../kit/rows.ts';
import type { Named } from '../kit/text.ts';
import type { Project } from './model.ts';
import { isOnHold } from './rules-life.ts';
import type { Waiting } from './rules-released.ts';

/** People whom a line names. */
const NAMED = 5;

/**
 * What the agency waits for in a project, the oldest first: the client's decisions, and what has to be checked or looked at inside.
 * Whoever runs it waits for all of it, and whoever made a version for what it needs before it leaves the house. While it is on hold
 * what the client was asked stays asked, and nothing else waits.
 */
export function awaitedIn(project: Project, waiting: readonly Waiting[]): Awaited[] {
  if (project.life?.state === 'ended') return [];
  const inside = isOnHold(project) ? [] : deliverablesOf(project).flatMap((one) => insideOf(project, one));
  return [...decisions(project, waiting), ...inside].toSorted((a, b) => a.since.localeCompare(b.since));
}

const decisions = (project: Project, waiting: readonly Waiting[]): Awaited[] =>
  waiting.flatMap((one): Awaited[] => {
    if (one.is !== 'request') return [];
    const { kind, id, named, version, who, since, due } = one;
    const see = kind === 'brief' ? currentVersionKey(project) : versionSeen(project, id, version);
    return [{ is: 'decide', subject: { kind, id }, named, version, ...namedFew(who), since, due, maker: null, see }];
  });

function versionSeen(project: Project, id: string, version: number): string {
  const sent = deliverablesOf(project).find((one) => one.id === id)?.sent;
  const isOutside = sent?.current.reach === 'outside';
  return isOutside ? cardKey(deliverableSubject(project._id, id)) : versionKey(project._id, id, version);
}

function insideOf(project: Project, deliverable: Deliverable): Awaited[] {
  const { id, kind, name, draft } = deliverable;
  const { is } = standingOf(deliverable);
  if (!draft || (is !== 'checking' && is !== 'reviewing')) return [];
  const reviewers = draft.reviews.filter((one) => one.is === 'asked');
  const who: readonly Named[] = is === 'checking' ? checkersOf(project, draft) : reviewers;
  const subject = { kind: kind === 'costEstimate' ? kind : 'deliverable', id };
  const maker = draft.by.person;
  return [
    {
      is: is === 'checking' ? 'check' : 'review',
      subject,
      named: name,
      version: draft.number,
      ...namedFew(who),
      since: (is === 'reviewing' ? draft.check.at : null) ?? draft.at,
      due: null,
      maker: maker && personKey(maker),
      see: cardKey(deliverableSubject(project._id, id)),
    },
  ];
}

const namedFew = (people: readonly Named[]): Pick<Awaited, 'who' | 'count'> => ({
  who: people.slice(0, NAMED).map(({ person, name }) => ({ key: person && personKey(person), name })),
  count: people.length,
});
