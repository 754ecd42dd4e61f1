import type { Asked } from '../io/answers.ts';
import type { Modal } from '../kit/blocks.ts';
import { type Day, dayIn } from '../kit/calendar.ts';
import { hashOf } from '../kit/chain.ts';
import { readDay } from '../kit/days.ts';
import type { Answers } from '../kit/form.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import type { Typed } from '../kit/typed.ts';
import type { Project } from '../project/model.ts';
import type { Member } from '../project/model-people.ts';
import { managing } from '../project/rules.ts';
import { mayWhileLive } from '../project/rules-life.ts';
import { mayDo } from '../project/rules-may.ts';
import { lookOver, numberedLines } from '../project/service-outgoing.ts';
import { type ProjectDeps, projectFor, whoOf } from '../project/service.ts';
import type { handoverForm, PeopleRefusals } from './model.ts';
import { isNow, mayHandOver, predecessor } from './rules-handover.ts';
import { type Found, memberById } from './rules-sides.ts';
import { chosen } from './service-roster.ts';
import { type Going, handoverModal, type HandoverEntered } from './views-handover.ts';

const refuse = refuser<PeopleRefusals>();

/** The other projects of a client that a handover goes through; a client has a handful at a time. */
const MOST_OTHERS = 200;

export type HandoverAnswers = Answers<typeof handoverForm> & { predecessor: string | null };

/** What was entered, read: who from whom, from which day, and in which projects. */
export type Intended = {
  project: Project;
  from: Member;
  to: Found;
  on: Day;
  /** The client's other projects that go along. */
  others: Project[];
  /** The hash of all of it, and of where the line to the client goes. */
  hash: string;
};

async function projectToHandOver(deps: ProjectDeps, asked: Asked, id: string): Promise<Project | Refusal> {
  const project = await projectFor(deps, asked, id);
  if (isRefusal(project)) return project;
  const allowed = mayWhileLive(project, 'handOver', whoOf(asked));
  return allowed === true ? project : allowed;
}

/** The form, with what was typed behind the command. */
export async function openHandover(
  deps: ProjectDeps,
  asked: Asked,
  id: string,
  { person, day }: Typed,
): Promise<Modal | Refusal> {
  const project = await projectToHandOver(deps, asked, id);
  if (isRefusal(project)) return project;
  const nothing = { predecessor: null, note: null, clientLine: null };
  const entered: HandoverEntered = { ...nothing, successor: person, fromDay: day, scope: 'this' };
  const asksFrom = predecessor(project, whoOf(asked)) === null;
  return handoverModal(project, { id: deps.newId(), entered, asksFrom, preview: null }, asked.locale);
}

/** Reads what was entered, and refuses what cannot be, at its question. */
export async function intended(
  deps: ProjectDeps,
  asked: Asked,
  id: string,
  answers: HandoverAnswers,
): Promise<Intended | Refusal> {
  const project = await projectToHandOver(deps, asked, id);
  if (isRefusal(project)) return project;
  const on = dayOf(answers.fromDay, asked);
  if (isRefusal(on)) return on;
  const to = await chosen(deps, asked, answers.successor);
  const from = predecessorIn(project, asked, answers.predecessor);
  if (isRefusal(from)) return from;
  const allowed = mayHandOver(project, from, to, whoOf(asked));
  if (allowed !== true) return allowed;
  const others = await othersOf(deps, asked, { project, from, to }, answers.scope);
  const channels = channelsOf([project, ...others]);
  if (answers.clientLine !== null && channels.length === 0) {
    return refuse('people.noClientChannel', {}, { at: 'clientLine' });
  }
  const hash = hashOf({
    from: from.id,
    to: to.id,
    on,
    // What was to happen on a later day is shown again where it would happen at once by now.
    isNow: isNow({ on, zone: asked.zone }, asked.now),
    scope: answers.scope,
    note: answers.note,
    clientLine: answers.clientLine,
    others: others.map(({ _id }) => _id).toSorted(),
    channels: answers.clientLine === null ? [] : channels,
  });
  return { project, from, to, on, others, hash };
}

/** Nothing typed is today, and a day that has passed is as good as today: it happens at once. */
function dayOf(typed: string | null, { zone, now }: Asked): Day | Refusal {
  const today = dayIn(zone, now);
  const day = typed === null ? today : readDay(typed, today);
  return day ?? refuse('people.dayUnread', {}, { at: 'fromDay' });
}

function predecessorIn(project: Project, asked: Asked, user: string | null): Member | Refusal {
  const named = user === null ? null : managing(project).find(({ person }) => person.user === user);
  const found = named ?? (user === null ? predecessor(project, whoOf(asked)) : null);
  return found ?? refuse('people.notManager', { who: managing(project) }, { at: 'predecessor' });
}

/**
 * The client's other projects that the same account manager runs, and in which whoever asks may hand over; of this project alone
 * the jobs inside it.
 */
async function othersOf(
  deps: ProjectDeps,
  asked: Asked,
  { project, from, to }: Pick<Intended, 'project' | 'from' | 'to'>,
  scope: HandoverAnswers['scope'],
): Promise<Project[]> {
  if (scope === 'this' && !project.jobs?.length) return [];
  const found = await deps.store.ofClient(asked.workspace, project.client.id, MOST_OTHERS);
  return found.filter((one) => {
    if (scope === 'this' && one.parent?.project !== project._id) return false;
    if (one._id === project._id || mayDo(one, 'handOver', whoOf(asked)) !== true) return false;
    return memberById(one, from.id) !== undefined && mayHandOver(one, from, to, whoOf(asked)) === true;
  });
}

/** The client channels of some projects, each once: in a channel a line is said once. */
const channelsOf = (projects: readonly Project[]): string[] => [
  ...new Set(projects.flatMap(({ channels }) => channels.client?.id ?? [])),
];

/** Draws the form with what will happen: where the line goes, who will see it, and what should perhaps not leave the house. */
export async function previewHandover(
  deps: ProjectDeps,
  asked: Asked,
  {
    id,
    asksFrom,
    answers,
    isMoved = false,
  }: { id: string; asksFrom: boolean; answers: HandoverAnswers; isMoved?: boolean },
  { project, from, to, on, others, hash }: Intended,
): Promise<Modal> {
  const line = answers.clientLine;
  const channels = line === null ? [] : channelsOf([project, ...others]);
  const going = await Promise.all(channels.map((channel) => lookInto(deps, asked, channel)));
  const found = line === null ? [] : await lookOver(deps, project, numberedLines(line));
  const by = { person: asked.person, name: asked.name };
  const isAtOnce = isNow({ on, zone: asked.zone }, asked.now);
  const preview = { seen: hash, from, to, on, isNow: isAtOnce, others, going, found, by };
  return handoverModal(project, { id, entered: answers, asksFrom, preview, isMoved }, asked.locale);
}

/** A look that failed leaves out who will see it; where it goes is known. */
async function lookInto(deps: ProjectDeps, { workspace }: Asked, channel: string): Promise<Going> {
  const look = await deps.looks.look(workspace, channel).catch(() => null);
  return { channel, people: look?.seen ? look.members.map(({ person }) => person) : null };
}
