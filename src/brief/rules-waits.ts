import type { Approval } from '../approval/model.ts';
import { awaited } from '../approval/rules-people.ts';
import type { Wait } from '../kit/aggregate.ts';
import { personKey } from '../kit/person.ts';
import type { Project } from '../project/model.ts';
import { managers } from '../project/rules.ts';
import { awayIn } from '../project/rules-people.ts';
import type { Brief, BriefLack } from './model.ts';
import type { DecideFacts } from './model-waits.ts';
import { changedSinceSent } from './rules.ts';
import { gaps } from './rules-draft.ts';
import { currentVersionKey } from './rules-subjects.ts';

/**
 * What the gate of the intake stage lacks; empty where the current version is confirmed, or where the brief was confirmed
 * before Liaison. What was sent since counts instead of that.
 */
export function briefLacks(project: Project): BriefLack[] {
  if (!project.brief?.sent && isConfirmedEarlier(project)) return [];
  if (!project.brief) return ['notWritten'];
  if (!project.brief.sent) return ['notSent'];
  const { state } = project.brief.sent.approval;
  if (state === 'agreed' || state === 'agreedWith') return [];
  // The current version's approval is never superseded, since a newer one replaces it; were it, the gate stays closed.
  return [state === 'superseded' ? 'open' : state];
}

const isConfirmedEarlier = ({ earlier }: Project): boolean => (earlier ?? []).some(({ kind }) => kind === 'brief');

/** Is a brief still to be begun? Not where one was confirmed before Liaison, nor once the stage that asks for it is past. */
const isToWrite = (project: Project): boolean =>
  !isConfirmedEarlier(project) && (project.work.kind === 'job' || project.work.stage === 'intake');

/** What waits for whom because of the brief. */
export function briefWaits(project: Project): Wait[] {
  const { brief } = project;
  const forManagers = (kind: string, about: string, since: string): Wait[] =>
    managers(project).map((manager) => ({ person: personKey(manager), kind, about, since }));
  if (!brief) return isToWrite(project) ? forManagers('brief.write', '', project.startedAt) : [];
  const unknown = brief.lines.flatMap((line): Wait[] =>
    line.state === 'notKnown'
      ? [{ person: personKey(line.finder), kind: 'brief.findOut', about: line.question, since: brief.changedAt }]
      : [],
  );
  const asked = brief.sent ? decisionWaits(project, brief.sent.approval) : [];
  return [...asked, ...unknown, ...nextForManagers(project, brief, forManagers)];
}

/** Whoever is asked and on Slack; a stand-in for those who were away when the project was saved last. */
function decisionWaits(project: Project, approval: Approval): Wait[] {
  const people = awaited(approval, awayIn(project, new Date(project.savedAt))).flatMap(({ asked }) =>
    asked?.person ? [personKey(asked.person)] : [],
  );
  const about = String(approval.version);
  const facts = decideFacts(project, approval);
  const wait = { kind: 'brief.decide', about, since: approval.openedAt, facts };
  return [...new Set(people)].map((person) => ({ person, ...wait }));
}

/** What the buttons on App Home decide on, and how much it is; and where it can be read. */
function decideFacts(project: Project, { subject: { id }, version, step }: Approval): DecideFacts {
  const lines = project.brief?.sent?.current.lines ?? [];
  const open = lines.filter(({ state }) => state === 'notKnown').length;
  const see = currentVersionKey(project);
  return { subject: { kind: 'brief', id }, version, step, lines: lines.length, open, ...(see ? { see } : {}) };
}

function nextForManagers(
  project: Project,
  brief: Brief,
  forManagers: (kind: string, about: string, since: string) => Wait[],
) {
  const approval = brief.sent?.approval;
  const isOver = approval && ['refused', 'takenBack', 'withdrawn', 'expired'].includes(approval.state);
  if (isOver && !changedSinceSent(project))
    return forManagers('brief.revise', String(approval.version), approval.stateSince);
  if (gaps(project).length > 0) return forManagers('brief.write', '', brief.changedAt);
  return changedSinceSent(project) ? forManagers('brief.send', '', brief.changedAt) : [];
}
