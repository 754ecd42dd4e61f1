import type { SubjectKind } from '../approval/model.ts';
import { awaited } from '../approval/rules-people.ts';
import type { SentBrief } from '../brief/model.ts';
import { awaitedAsk } from '../brief/rules-ask.ts';
import type { Day } from '../kit/calendar.ts';
import type { SentDeliverable } from '../deliverable/model.ts';
import { deliverablesOf } from '../deliverable/rules.ts';
import type { Locale } from '../kit/locale.ts';
import type { Named } from '../kit/text.ts';
import type { Milestone, ReleasedAs } from '../plan/model.ts';
import type { ClientRequest, Project } from './model.ts';
import type { Earlier, Life, Stage } from './model-life.ts';
import { clientLanguage } from './rules.ts';

declare const released: unique symbol;

/**
 * A key date as the client was shown it last. `reviewFrom`: the first day of their review, `zone`: whose clock the day ends by,
 * where it is not theirs. `state`: `dropped` once they were told.
 */
export type ReleasedMilestone = Pick<Milestone, 'id' | 'state' | 'stateSince'> &
  Pick<ReleasedAs, 'kind' | 'name' | 'dueOn' | 'reviewFrom' | 'reviewDays' | 'zone'>;

/**
 * A version that was sent to be decided on. `id`: which one of its kind; `named`: what that is called, as it was sent, where a project
 * has several of the kind.
 */
type Subject = { kind: SubjectKind; id: string; named: string | null; version: number };

/** Something that waits for the client. `due`: by when an answer is asked for, as an instant. */
export type Waiting = { who: readonly Named[]; since: string; due: string | null } & (
  | ({ is: 'request' } & Subject)
  /** Questions about the brief that they were asked to answer; `number` counts the asks. */
  | { is: 'questions'; number: number; count: number }
);

/** What was agreed last and still stands. `by`: who agreed, as far as the project still knows. */
export type Agreed = Subject & { at: string; by: readonly Named[] };

/** Something that the agency makes, as it was sent: what is being made ready is the agency's own. */
export type ReleasedDeliverable = { id: string; sent: SentDeliverable; isDropped: boolean };

/** Agreed before Liaison. What exactly was typed by the agency and never shown to the client, so it is not here. */
export type ReleasedEarlier = Pick<Earlier, 'kind' | 'by' | 'agreedOn'>;

/** What the client asked for, in their own words. */
export type ReleasedRequest = Pick<ClientRequest, 'id' | 'kind' | 'text' | 'wantedOn' | 'since' | 'at' | 'state'> & {
  by: Named;
};

/**
 * What the client may see of a project: made here and nowhere else, and the only thing that client views take. What is
 * not named here is internal.
 */
export type Released = {
  readonly [released]: true;
  readonly project: string;
  readonly name: string;
  readonly client: string;
  readonly language: Locale;
  /** Null for a job, which has none. */
  readonly stage: Stage | null;
  /** Not why, and not how it ended: that is the agency's own. */
  readonly life: Life['state'];
  /** As the client was shown it last; until then as they gave it at the start. */
  readonly wantedOn: Day | null;
  /** Of a job inside a project: the name of that project. */
  readonly parent: string | null;
  readonly brief: SentBrief | null;
  /** In the order in which they were added. */
  readonly deliverables: readonly ReleasedDeliverable[];
  readonly waiting: readonly Waiting[];
  readonly agreed: Agreed | null;
  readonly earlier: readonly ReleasedEarlier[];
  readonly requests: readonly ReleasedRequest[];
  /** Key dates that they were shown, the soonest first. */
  readonly milestones: readonly ReleasedMilestone[];
};

export function release(project: Project): Released {
  const facts: Omit<Released, typeof released> = {
    project: project._id,
    name: project.name,
    client: project.client.name,
    language: clientLanguage(project),
    stage: project.work.kind === 'campaign' ? project.work.stage : null,
    life: project.life?.state ?? 'live',
    wantedOn: shownDay(project),
    parent: project.parent?.name ?? null,
    brief: project.brief?.sent ?? null,
    deliverables: releasedDeliverables(project),
    // Of an ended project nothing waits for anybody.
    waiting: project.life?.state === 'ended' ? [] : [...openRequests(project), ...openQuestions(project)],
    agreed: agreedLast(project),
    earlier: (project.earlier ?? []).map(({ kind, by, agreedOn }) => ({ kind, by, agreedOn })),
    requests: (project.requests ?? []).map(releasedRequest),
    milestones: releasedMilestones(project),
  };
  return facts as Released;
}

const named = ({ person, name }: Named): Named => ({ person, name });

const releasedRequest = ({ id, kind, by, text, wantedOn, since, at, state }: ClientRequest): ReleasedRequest => ({
  id,
  kind,
  by: named(by),
  text,
  wantedOn,
  since: since ?? null,
  at,
  state,
});

const releasedDeliverables = (project: Project): ReleasedDeliverable[] =>
  deliverablesOf(project).flatMap(({ id, sent, dropped }) => (sent ? [{ id, sent, isDropped: dropped !== null }] : []));

const releasedMilestones = ({ plan }: Project): ReleasedMilestone[] =>
  (plan?.milestones ?? [])
    .flatMap((one) => (one.released ? [releasedMilestone(one, one.released)] : []))
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : Number(a.dueOn > b.dueOn)));

/** That one is reached shows by itself; that there is none any more, once they were told. */
function releasedMilestone({ id, state, stateSince }: Milestone, was: ReleasedAs): ReleasedMilestone {
  const { kind, name, dueOn, reviewDays, reviewFrom, zone } = was;
  const seen = state === 'reached' ? 'reached' : was.isDropped ? 'dropped' : 'open';
  return {
    id,
    state: seen,
    stateSince: seen === 'reached' ? stateSince : was.at,
    kind,
    name,
    dueOn,
    reviewDays,
    reviewFrom,
    zone,
  };
}

/** A day that the team has changed in its draft is nobody's but theirs until it is sent. */
function shownDay({ brief, wantedOn }: Project): Day | null {
  if (!brief?.sent) return wantedOn;
  const line = brief.sent.current.lines.find(({ question }) => question === 'wantedOn');
  return line?.state === 'answered' ? line.text : null;
}

const NOBODY_AWAY = () => false;

/** All that was sent to be decided on, with what it is called where that is its own. */
type Sent = {
  named: string | null;
  sent: Pick<SentDeliverable, 'approval' | 'stands'> & { current: { number: number } };
};

function sentIn(project: Project): Sent[] {
  const { brief } = project;
  const others = releasedDeliverables(project).map(({ sent }) => ({ named: sent.current.name, sent }));
  return [...(brief?.sent ? [{ named: null, sent: brief.sent }] : []), ...others];
}

const openRequests = (project: Project): Waiting[] =>
  sentIn(project).flatMap(({ named: called, sent: { approval } }): Waiting[] => {
    if (approval.state !== 'open') return [];
    const { subject, version, openedAt: since, dueAt: due } = approval;
    const who = awaited(approval, NOBODY_AWAY).map(({ approver }) => named(approver));
    return [{ is: 'request', ...subject, named: called, version, who, since, due }];
  });

function openQuestions(project: Project): Waiting[] {
  const ask = awaitedAsk(project);
  if (!ask) return [];
  const { number, questions, contact, askedAt: since } = ask;
  return [{ is: 'questions', number, count: questions.length, who: [named(contact)], since, due: null }];
}

function agreedLast(project: Project): Agreed | null {
  const all = sentIn(project).flatMap(({ named: called, sent: { stands, current, approval } }): Agreed[] => {
    if (!stands) return [];
    const isCurrent = stands.version === current.number;
    const by = isCurrent ? approval.approvers.flatMap(({ answer }) => (answer ? [named(answer.by)] : [])) : [];
    return [{ ...approval.subject, named: called, version: stands.version, at: stands.at, by }];
  });
  return all.toSorted((a, b) => b.at.localeCompare(a.at))[0] ?? null;
}

/**
 * Has the client anything of this project: something that was sent, asked or released, or a channel of its own? A job inside a project has the
 * channel of that one from its first day, and whoever is on the roster may be there for a later one: nobody has decided yet that
 * the client hears of it.
 */
export const isKnownToClient = ({ channels, parent, brief, plan, deliverables }: Project): boolean =>
  Boolean(brief?.sent ?? brief?.ask) ||
  deliverablesOf({ deliverables }).some(({ sent }) => sent !== null) ||
  (channels.client !== null && !parent) ||
  (plan?.milestones ?? []).some((one) => one.released !== null);
