import { awaited } from '../approval/rules-people.ts';
import type { Wait } from '../kit/aggregate.ts';
import { type Person, personKey } from '../kit/person.ts';
import { cardKey } from '../kit/rows.ts';
import type { Project } from '../project/model.ts';
import { managers } from '../project/rules.ts';
import { awayIn } from '../project/rules-people.ts';
import type { Deliverable, Draft, SentDeliverable } from './model.ts';
import type { DecideFacts, InsideFacts } from './model-waits.ts';
import { subjectKind } from './rules-approval.ts';
import { deliverablesOf } from './rules.ts';
import { checkersOf } from './rules-check.ts';
import { draftState, standingOf } from './rules-standing.ts';
import { deliverableSubject, versionKey } from './rules-subjects.ts';

/** What waits for whom because of the deliverables of a project. */
export const deliverableWaits = (project: Project): Wait[] =>
  deliverablesOf(project)
    .filter(({ dropped }) => dropped === null)
    .flatMap((one) => [
      ...(one.sent ? decisionWaits(project, one, one.sent) : []),
      ...(one.draft ? draftWaits(project, one, one.draft) : revisionWaits(project, one)),
    ]);

/** Whoever is asked and on Slack; a stand-in for those who were away when the project was saved last. */
function decisionWaits(project: Project, { id, kind }: Deliverable, { approval, current }: SentDeliverable): Wait[] {
  const asked = awaited(approval, awayIn(project, new Date(project.savedAt))).flatMap(({ asked: who }) =>
    who?.person ? [who.person] : [],
  );
  const facts: DecideFacts = {
    ...{ id, name: current.name, version: approval.version, kind: subjectKind({ kind }), step: approval.step },
    parts: approval.lines.length,
    ...(current.reach === 'outside' ? {} : { see: versionKey(project._id, id, approval.version) }),
  };
  return waitsFor(asked, { kind: 'deliverable.decide', since: approval.openedAt, facts });
}

/** What a version needs before it is with the client: a check, an internal review, another one, or that it is sent. */
function draftWaits(project: Project, deliverable: Deliverable, draft: Draft): Wait[] {
  const { check, reviews, by, at } = draft;
  const facts = factsOf(project, deliverable, draft.number);
  const told = [check.at, ...reviews.map((one) => one.at)].flatMap((one) => one ?? []).toSorted();
  const since = told.at(-1) ?? at;
  switch (draftState(draft)) {
    case 'checking': {
      const checkers = checkersOf(project, draft).map(({ person }) => person);
      return waitsFor(checkers, { kind: 'deliverable.check', since: at, facts });
    }
    case 'reviewing': {
      const asked = reviews.flatMap((one) => (one.is === 'asked' && one.person ? [one.person] : []));
      return waitsFor(asked, { kind: 'deliverable.review', since: check.at ?? at, facts });
    }
    case 'sentBack': {
      const maker = by.person ? [by.person] : managers(project);
      return waitsFor(maker, { kind: 'deliverable.revise', since, facts: { ...facts, from: 'team' } });
    }
    case 'ready':
      return waitsFor(managers(project), { kind: 'deliverable.send', since, facts });
  }
}

/** The client wants another one, or was not asked to the end: whoever runs it sees to that. */
function revisionWaits(project: Project, deliverable: Deliverable): Wait[] {
  const standing = standingOf(deliverable);
  if (!deliverable.sent || (standing.is !== 'revise' && standing.is !== 'ended')) return [];
  const { stateSince } = deliverable.sent.approval;
  const from = standing.is === 'revise' ? ('client' as const) : ('nobody' as const);
  const facts: InsideFacts = { ...factsOf(project, deliverable, standing.version), from };
  return waitsFor(managers(project), { kind: 'deliverable.revise', since: stateSince, facts });
}

const factsOf = (project: Project, { id, name }: Deliverable, version: number): InsideFacts => ({
  ...{ id, name, version },
  see: cardKey(deliverableSubject(project._id, id)),
});

/** The same for each of them, once. */
const waitsFor = (
  people: readonly Person[],
  { facts, ...wait }: Pick<Wait, 'kind' | 'since'> & { facts: InsideFacts | DecideFacts },
): Wait[] =>
  [...new Set(people.map(personKey))].map((person) => ({
    person,
    about: `${facts.id}.${facts.version}`,
    ...wait,
    facts,
  }));
