import type { SentBrief } from '../brief/model.ts';
import { emptyHead } from '../kit/chain.ts';
import { SCHEMA_VERSION } from '../kit/aggregate.ts';
import { BOUNDS } from '../kit/bounds.ts';
import { dayIn } from '../kit/calendar.ts';
import type { Answers } from '../kit/form.ts';
import type { Locale } from '../kit/locale.ts';
import { type Person, samePerson } from '../kit/person.ts';
import { called, type Named } from '../kit/text.ts';
import { type Refusal, refuser } from '../kit/refusal.ts';
import {
  type Joiner,
  type Member,
  type Project,
  type ProjectRefusals,
  type Role,
  SIDE_OF,
  STAGES,
  type Stage,
  type startForm,
} from './model.ts';

const refuse = refuser<ProjectRefusals>();

/** Somebody who acts: as Slack knows them, and by the id that the record names them by. */
export type Actor = { person: Person; id: string; name: string | null };

/** The account managers, as the roster has them. */
export const managing = (project: Project): Member[] => project.people.filter(({ role }) => role === 'accountManager');

export const managers = (project: Project): Person[] => managing(project).map(({ person }) => person);

const memberOf = (project: Project, person: Person): Member | undefined =>
  project.people.find((member) => samePerson(member.person, person));

/** Somebody by name, where the roster knows them. */
export const calledIn = (project: Project, person: Person): string =>
  called(memberOf(project, person) ?? { person, name: null });

/** Somebody by Liaison's own id, as the record names them; by nothing where they have left the roster. */
export const namedById = (project: Project, id: string): Named =>
  project.people.find((member) => member.id === id) ?? { person: null, name: null };

/** Which side a person is on; null for whoever is not on the roster. */
export function sideOf(project: Project, person: Person): 'agency' | 'client' | null {
  const member = memberOf(project, person);
  return member ? SIDE_OF[member.role] : null;
}

/** Is this one of the account managers? Else the refusal that names them. */
export function asManager(project: Project, person: Person): true | Refusal {
  const isOne = managers(project).some((manager) => samePerson(manager, person));
  return isOne || refuse('project.onlyManager', { who: managing(project) });
}

/** Is this somebody of the agency's team? Else the refusal that names who can. */
export function asTeam(project: Project, person: Person): true | Refusal {
  return sideOf(project, person) === 'agency' || refuse('project.onlyTeam', { who: managing(project) });
}

export type Start = {
  id: string;
  workspace: string;
  by: Actor;
  answers: Answers<typeof startForm>;
  clientId: string;
  /** The channel that is taken over; null where a new one is made. */
  channel: string | null;
  language: Locale;
  /** IANA name: what day it is for whoever starts. */
  zone: string;
};

/** Starts a project in the intake stage (a job has no stage), with the starter as its account manager. */
export function start(
  { id, workspace, by, answers, clientId, channel, language, zone }: Start,
  now: Date,
): Project | Refusal {
  if (answers.wantedOn < dayIn(zone, now)) return refuse('project.dayPast', {}, { at: 'wantedOn' });
  const at = now.toISOString();
  return {
    _id: id,
    workspace,
    schemaVersion: SCHEMA_VERSION,
    revision: 0,
    channels: { team: { id: channel, language, hold: null }, client: null },
    record: emptyHead(workspace, id),
    summary: { waits: [] },
    client: { id: clientId, name: answers.client },
    name: answers.name,
    work: answers.work === 'campaign' ? { kind: 'campaign', stage: 'intake' } : { kind: 'job' },
    wantedOn: answers.wantedOn,
    startedAt: at,
    people: [{ ...by, role: 'accountManager', since: at }],
    joiners: [],
    brief: null,
    undelivered: 0,
    savedAt: at,
    savedBy: by.id,
  };
}

/** Puts somebody on the roster; somebody who is there keeps their role. Who is on the team need not be asked about. */
export function withMember(project: Project, actor: Actor, role: Role, now: Date): Project | Refusal {
  if (memberOf(project, actor.person)) return project;
  if (project.people.length >= BOUNDS.people) return refuse('project.tooManyPeople', { most: BOUNDS.people });
  const { person, id, name } = actor;
  const people = [...project.people, { person, id, name, role, since: now.toISOString() }];
  const answered = (joiner: Joiner): Joiner =>
    samePerson(joiner.person, person) ? { ...joiner, answer: 'onTheTeam' } : joiner;
  const joiners = SIDE_OF[role] === 'agency' ? project.joiners.map(answered) : project.joiners;
  return withHold({ ...project, people, joiners });
}

/**
 * Team posts stop while an outsider reads along who is not on the roster: a guest or another company's person of whom the
 * account manager has not said that they belong. A full member who is still asked about stops nothing.
 */
export function withHold(project: Project): Project {
  const { team } = project.channels;
  if (team.hold?.reason === 'shared') return project;
  const outsiders = project.joiners.filter((joiner) => joiner.outsider && joiner.answer !== 'onTheTeam');
  const people = outsiders.map(({ person }) => person);
  const hold = people.length > 0 ? ({ reason: 'outsider', people } as const) : null;
  return { ...project, channels: { ...project.channels, team: { ...team, hold: hold && { ...hold, people } } } };
}

/** The stage after this one; undefined after the last, and for a job. */
export function nextStage(project: Project): Stage | undefined {
  return project.work.kind === 'campaign' ? STAGES[STAGES.indexOf(project.work.stage) + 1] : undefined;
}

/**
 * Moves the project to its next stage. It never moves by itself, and only through its gate.
 * @param from the stage that the button was shown in: pressed twice, it moves once
 * @param lacks what the gate still lacks, as keys of sentences; empty where it is open
 */
export function startNextStage(project: Project, by: Person, from: Stage, lacks: readonly string[]): Project | Refusal {
  const allowed = asManager(project, by);
  if (allowed !== true) return allowed;
  if (project.work.kind === 'job') return refuse('project.noStages', {});
  if (project.work.stage !== from) return refuse('project.stageMoved', { stage: project.work.stage });
  const next = nextStage(project);
  if (!next) return refuse('project.lastStage', {});
  if (lacks.length > 0) return refuse('project.gateClosed', { lacks: { named: lacks } });
  return { ...project, work: { kind: 'campaign', stage: next } };
}

declare const released: unique symbol;

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
  readonly brief: SentBrief | null;
};

export function release(project: Project): Released {
  return {
    project: project._id,
    name: project.name,
    client: project.client.name,
    language: project.channels.client?.language ?? project.channels.team.language,
    brief: project.brief?.sent ?? null,
  } as Released;
}

/** How names of clients are compared: one company, one document, however it is typed. */
export const nameKey = (name: string): string =>
  name.normalize('NFKC').toLocaleLowerCase('en').replaceAll(/\s+/gu, ' ').trim();
