import type { Day } from '../kit/calendar.ts';
import { hashOf } from '../kit/chain.ts';
import { markOf } from '../kit/merge.ts';
import { type Person, samePerson } from '../kit/person.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import { isAway } from '../project/rules-away.ts';
import type { Acting } from '../project/rules.ts';
import { mayWhileLive } from '../project/rules-life.ts';
import type { Who } from '../project/rules-may.ts';
import type { Released, ReleasedMilestone, ReleasedRequest } from '../project/rules-released.ts';
import type { Report } from './model.ts';
import type { ReportRefusals } from './model-report.ts';

const refuse = refuser<ReportRefusals>();

export const reportOf = ({ progress }: Project): Report | null => progress?.report ?? null;

/** What of a project the client has been shown that a report tells of. */
export type Fact =
  | { is: 'stage' | 'life' | 'wanted' | 'agreed' | 'waiting' }
  | { is: 'milestone'; milestone: ReleasedMilestone }
  | { is: 'request'; request: ReleasedRequest };

/** The brief is the only one of its kind, and reports that were sent know it by that alone. */
const subjectOf = ({ kind, id, version }: { kind: string; id: string; version: number }): string =>
  kind === 'brief' ? `${kind}:${version}` : `${kind}:${id}:${version}`;

/** Each fact with its key: it has another one as soon as it says something else. */
function factsOf(released: Released): { key: string; fact: Fact }[] {
  const { stage, life, wantedOn, agreed, waiting, milestones, requests } = released;
  const key = (...parts: readonly (string | number | null)[]) => parts.join(':');
  return [
    ...(stage === null ? [] : [{ key: key('stage', stage), fact: { is: 'stage' } as const }]),
    { key: key('life', life), fact: { is: 'life' } },
    { key: key('wanted', wantedOn), fact: { is: 'wanted' } },
    ...(agreed ? [{ key: key('agreed', subjectOf(agreed)), fact: { is: 'agreed' } as const }] : []),
    ...waiting.map((one) => ({
      key: key('waiting', one.is, one.is === 'request' ? subjectOf(one) : one.number),
      fact: { is: 'waiting' } as const,
    })),
    ...milestones.map((milestone) => ({
      key: key('milestone', milestone.id, milestone.dueOn, milestone.state),
      fact: { is: 'milestone', milestone } as const,
    })),
    ...requests.map((request) => ({
      key: key('request', request.id, request.state),
      fact: { is: 'request', request } as const,
    })),
  ];
}

export const factKeys = (released: Released): string[] => factsOf(released).map(({ key }) => key);

/** The facts that a former report did not tell. */
export const newFacts = (released: Released, told: readonly string[]): Fact[] =>
  factsOf(released).flatMap(({ key, fact }) => (told.includes(key) ? [] : [fact]));

/** A report as it would leave now: its text, and what is released now. */
export type ReportNow = { text: string; facts: readonly string[] };

/** The mark of what is shown beside the button that sends it. */
export const reportMark = ({ text, facts }: ReportNow): string => markOf([text, ...facts]);

/** Was anything else released since somebody edited it? */
export const isOutdated = ({ text, facts }: Report, now: readonly string[]): boolean =>
  text !== null && markOf(facts) !== markOf(now);

/** Who is told of a draft: the account managers, whoever stands in for one who is away, and without any the deputy. */
export function toldOf({ people }: Project, now: Date): Person[] {
  const here = people.filter(({ gone }) => !gone);
  const managers = here.filter(({ role }) => role === 'accountManager');
  const told = managers.length > 0 ? managers : here.filter(({ role }) => role === 'deputy');
  const all = told.map((member) => (isAway(member, now) && member.standIn ? member.standIn.person : member.person));
  return all.filter((one, index) => all.findIndex((other) => samePerson(other, one)) === index);
}

export type Drafting = { id: string; day: Day; told: readonly Person[] };

/** Drafts the next report; one that was not sent is superseded by it. */
export function draftNext(project: Project, { id, day, told }: Drafting, now: Date): Project {
  const number = (project.progress?.reported?.number ?? 0) + 1;
  const open = { text: null, facts: [], remindedAt: null, closed: null };
  return withReport(project, { id, number, day, draftedAt: now.toISOString(), ...open, told: [...told] });
}

const withReport = (project: Project, report: Report): Project => ({
  ...project,
  progress: { ...project.progress, report },
});

/** The draft once these people have it as well. */
export function toldBesides(project: Project, report: Report, people: readonly Person[]): Project {
  const fresh = people.filter((one) => !report.told.some((other) => samePerson(other, one)));
  return withReport(project, { ...report, told: [...report.told, ...fresh] });
}

/** Reports are sent by whoever sends to the client. */
export const mayReport = (project: Project, who: Who): true | Refusal => mayWhileLive(project, 'sendToClient', who);

/** A report for whoever may do something with it now. */
export function openReport(project: Project, id: string, who: Who): Report | Refusal {
  const allowed = mayReport(project, who);
  if (allowed !== true) return allowed;
  const report = reportOf(project);
  if (report?.id !== id) return refuse('progress.reportGone', {});
  if (report.closed === null) return report;
  const { as, by, at } = report.closed;
  return refuse(as === 'sent' ? 'progress.reportSent' : 'progress.reportSkipped', { who: [by], at: { at } });
}

type Editing = { id: string; text: string; opened: string; drafted: ReportNow; by: Acting };

/** Keeps an edited text. @param editing `drafted`: as it would be without anybody's words */
export function edit(project: Project, { id, text, opened, drafted, by }: Editing): Project | Refusal {
  const report = openReport(project, id, by);
  if (isRefusal(report)) return report;
  const standing = report.text ?? drafted.text;
  if (standing !== text && markOf(standing) !== opened) return refuse('progress.reportClash', {}, { at: 'report' });
  const own = text === drafted.text ? { text: null, facts: [] } : { text, facts: [...drafted.facts] };
  return withReport(project, { ...report, ...own });
}

type Sending = { id: string; seen: string; channel: string | null; now: ReportNow; by: Acting };

/** Sends a report, exactly as it was shown beside the button: else it is looked at again. */
export function send(project: Project, { id, seen, channel, now, by }: Sending, at: Date): Project | Refusal {
  const report = openReport(project, id, by);
  if (isRefusal(report)) return report;
  if (reportMark(now) !== seen || (project.channels.client?.id ?? null) !== channel)
    return refuse('progress.reportMoved', {});
  const { number, day } = report;
  const { text, facts } = now;
  const reported = { number, day, at: at.toISOString(), hash: hashOf({ text }), facts: [...facts] };
  // What was sent stands as it was, whatever is released later.
  const closed = close(project, { ...report, text }, 'sent', by, at);
  return { ...closed, progress: { ...closed.progress, reported } };
}

/** Skips a report: the client gets none this time. */
export function skip(project: Project, id: string, by: Acting, now: Date): Project | Refusal {
  const report = openReport(project, id, by);
  return isRefusal(report) ? report : close(project, report, 'skipped', by, now);
}

function close(project: Project, report: Report, as: 'sent' | 'skipped', by: Acting, now: Date): Project {
  const who = { person: by.person, id: by.id, name: by.name };
  return withReport(project, { ...report, closed: { as, by: who, at: now.toISOString() } });
}

/** Notes that somebody was reminded of a draft; null where that is not needed any more. */
export function reminded(project: Project, id: string, now: Date): Project | null {
  const report = reportOf(project);
  if (report?.id !== id || report.closed !== null || report.remindedAt !== null) return null;
  return withReport(project, { ...report, remindedAt: now.toISOString() });
}
