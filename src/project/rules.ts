import { emptyHead } from '../kit/chain.ts';
import { SCHEMA_VERSION } from '../kit/aggregate.ts';
import { BOUNDS } from '../kit/bounds.ts';
import { dayIn } from '../kit/calendar.ts';
import type { Answers } from '../kit/form.ts';
import type { Locale } from '../kit/locale.ts';
import { type Person, samePerson } from '../kit/person.ts';
import { called, type Named } from '../kit/text.ts';
import { type Refusal, refuser } from '../kit/refusal.ts';
import type { Project, ProjectRefusals, startForm } from './model.ts';
import { STAGES, type Stage } from './model-life.ts';
import { type Joiner, type Member, type PersonSide, type Role, SIDE_OF } from './model-people.ts';
import { asRunning } from './rules-life.ts';
import { mayDo, type Who } from './rules-may.ts';

const refuse = refuser<ProjectRefusals>();

/** Somebody who acts: as Slack knows them, and by the id that the record names them by. */
export type Actor = { person: Person; id: string; name: string | null };

/** Somebody who acts, with all that their rights hang on. */
export type Acting = Actor & Who;

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
  [...project.people, ...(project.former ?? [])].find((one) => one.id === id) ?? { person: null, name: null };

/** Who did something, by the roster; by the name they had then where they are not on it. */
export const byWhom = (project: Project, { by, name }: { by: string; name?: string | null | undefined }): Named => {
  const known = namedById(project, by);
  return known.person ? known : { person: null, name: name ?? null };
};

/** What a project is called beside others, as plain text: a job inside a project names that one, too. */
export const titleOf = ({ name, parent }: Pick<Project, 'name' | 'parent'>): string =>
  parent ? `${parent.name} › ${name}` : name;

/** What is said to the client; in the team's where they have no channel yet. */
export const clientLanguage = ({ channels }: Pick<Project, 'channels'>): Locale =>
  channels.client?.language ?? channels.team.language;

/** Which side a person is on; null for whoever is not on the roster. */
export function sideOf(project: Project, person: Person): PersonSide | null {
  const member = memberOf(project, person);
  return member ? SIDE_OF[member.role] : null;
}

export type Start = {
  id: string;
  workspace: string;
  by: Actor;
  answers: Answers<typeof startForm>;
  /** Where a campaign stands already; null for its beginning. */
  stage?: Stage | null;
  clientId: string;
  /** The channel that is taken over; null where a new one is made. */
  channel: string | null;
  language: Locale;
  /** IANA name: what day it is for whoever starts. */
  zone: string;
};

/**
 * Starts a project, with the starter as its account manager: a campaign in the intake stage, unless it stands further already;
 * a job has no stage.
 */
export function start(starting: Start, now: Date): Project | Refusal {
  const { id, workspace, by, answers, clientId, channel, language, zone } = starting;
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
    work: workAt(answers.work, starting.stage ?? 'intake'),
    wantedOn: answers.wantedOn,
    startedAt: at,
    people: [{ person: by.person, id: by.id, name: by.name, role: 'accountManager', since: at }],
    joiners: [],
    // It speaks up by the clock of whoever started it.
    zone,
    brief: null,
    undelivered: 0,
    savedAt: at,
    savedBy: by.id,
  };
}

function workAt(kind: Project['work']['kind'], stage: Stage): Project['work'] {
  if (kind === 'job') return { kind };
  return stage === 'intake' ? { kind, stage } : { kind, stage, startedIn: stage };
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
 * account manager has not said that they belong. A full member who is still asked about stops nothing, unless the roster has
 * them on the client's side: that counts, whatever Slack calls them.
 */
export function withHold(project: Project): Project {
  const { team } = project.channels;
  // What is in the room itself comes first: only a look at it tells that it is over.
  if (team.hold && team.hold.reason !== 'outsider') return project;
  const outsiders = project.joiners.filter(
    ({ person, outsider, answer }) => sideOf(project, person) === 'client' || (outsider && answer !== 'onTheTeam'),
  );
  const people = outsiders.map(({ person }) => person);
  const hold = people.length > 0 ? ({ reason: 'outsider', people } as const) : null;
  return { ...project, channels: { ...project.channels, team: { ...team, hold: hold && { ...hold, people } } } };
}

/**
 * A hold as the jobs inside a project have it: what is wrong with the room itself. Who reads along there is asked about in the
 * project alone, and the sender lets nothing of a job past that one's hold.
 */
export const ofRoom = <H extends Project['channels']['team']['hold']>(hold: H): H | null =>
  hold?.reason === 'outsider' ? null : hold;

/** The stage after this one; undefined after the last, and for a job. */
export function nextStage(project: Project): Stage | undefined {
  return project.work.kind === 'campaign' ? STAGES[STAGES.indexOf(project.work.stage) + 1] : undefined;
}

/**
 * Moves the project to its next stage. It never moves by itself, and only through its gate.
 * @param from the stage that the button was shown in: pressed twice, it moves once
 * @param lacks what the gate still lacks, as keys of sentences; empty where it is open
 */
export function startNextStage(project: Project, by: Who, from: Stage, lacks: readonly string[]): Project | Refusal {
  const allowed = mayDo(project, 'startStage', by);
  if (allowed !== true) return allowed;
  const running = asRunning(project);
  if (running !== true) return running;
  if (project.work.kind === 'job') return refuse('project.noStages', {});
  if (project.work.stage !== from) return refuse('project.stageMoved', { stage: project.work.stage });
  const next = nextStage(project);
  if (!next) return refuse('project.lastStage', {});
  if (lacks.length > 0) return refuse('project.gateClosed', { lacks: { named: lacks } });
  return { ...project, work: { ...project.work, stage: next } };
}

/** How names of clients are compared: one company, one document, however it is typed. */
export const nameKey = (name: string): string =>
  name.normalize('NFKC').toLocaleLowerCase('en').replaceAll(/\s+/gu, ' ').trim();
