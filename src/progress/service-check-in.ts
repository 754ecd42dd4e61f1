import type { Asked } from '../io/answers.ts';
import type { DrawCard } from '../io/bot.ts';
import type { Clocked } from '../io/bot-jobs.ts';
import type { Handling } from '../io/handling.ts';
import type { Saved } from '../io/store.ts';
import type { Modal } from '../kit/blocks.ts';
import type { Change } from '../kit/change.ts';
import { type Person, personKey } from '../kit/person.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import { card, directTo, type RowDraft, type Subject } from '../kit/rows.ts';
import type { Project } from '../project/model.ts';
import type { Member } from '../project/model-people.ts';
import { asRunning } from '../project/rules-life.ts';
import { calendarOfPerson, calendarsOf } from '../project/service-calendars.ts';
import { type ProjectDeps, projectFor } from '../project/service.ts';
import type { CheckInState } from './model.ts';
import type { AboutCheckIn, CheckInRefusals } from './model-check-in.ts';
import {
  ask,
  askAt,
  askedOf,
  checkInOf,
  maySay,
  say,
  type Saying,
  unasked,
  type Window,
  windowAt,
} from './rules-check-in.ts';
import { rhythmOf } from './rules-rhythm.ts';
import { checkInCard, checkInModal } from './views-check-in.ts';

const refuse = refuser<CheckInRefusals>();

/** The message to one person: one a project and day. */
const subjectOf = (project: string, day: string, person: Person): Subject => ({
  kind: 'checkIn',
  project,
  about: `${day}/${personKey(person)}`,
});

const rowFor = (project: string, day: string, person: Person): RowDraft =>
  card(directTo(person, project), subjectOf(project, day, person));

/** Nobody waits for the question: what people wait for goes first. After the post it is not asked any more. */
const questionFor = (project: string, { day, until }: Window, person: Person): RowDraft => ({
  ...rowFor(project, day, person),
  urgent: false,
  notAfter: until,
});

/** Where it is switched off now, the settings may switch it on, and no project is saved for it. */
const LOOK_AGAIN_MS = 24 * 60 * 60_000;

/** Is the team of this project asked at all? A job inside a project has no post of its own, and nothing is asked before it. */
export const hasCheckIn = (project: Project, { settings }: Pick<ProjectDeps, 'settings'>): boolean =>
  asRunning(project) === true && !project.parent && rhythmOf(project, settings.now().rhythm).checkIn;

/**
 * Asks each member of the team how their work stands, an hour before the daily post and in their own working time. What a process
 * that was down has missed is asked late, as long as the post is still to come.
 */
export const askCheckIn: Clocked<Project> = async (deps, handling, project) => {
  const { now } = handling;
  const again = new Date(now.getTime() + LOOK_AGAIN_MS);
  if (!hasCheckIn(project, deps)) return again;
  const calendars = await calendarsOf(deps, project);
  const { postMinute } = rhythmOf(project, deps.settings.now().rhythm);
  const pausedUntil = project.progress?.paused?.until ?? null;
  const window = windowAt({ postMinute, pausedUntil }, calendars.team, now);
  if (!window || window.from > now) return window?.from ?? again;
  const times = await Promise.all(
    unasked(project, window.day, askedOf(project, now)).map(async (member) => ({
      member,
      // Late, too, in their own working time.
      at: askAt({ ...window, from: now }, await calendarOfPerson(deps, project, calendars, member.person)),
    })),
  );
  const due = times.flatMap(({ member, at }) => (at && at <= now ? [member] : []));
  const reached = await reachable(deps, project, due);
  if (reached.length > 0) await putQuestion(deps, handling, project._id, window, reached);
  const next = times.flatMap(({ at }) => (at && at > now ? [at.getTime()] : []));
  // After the post it is the next day's turn.
  return new Date(Math.min(window.until.getTime(), ...next));
};

/** Bots are nobody's colleagues, and people of other companies get their questions from their own. */
async function reachable(deps: ProjectDeps, { workspace }: Project, members: readonly Member[]): Promise<Member[]> {
  const known = await Promise.all(
    members.map(async (member) => {
      const seen = await deps.people.known(workspace, member.person);
      return seen.kind === 'unknown' ? deps.people.learn(workspace, member.person) : seen;
    }),
  );
  return members.filter((_member, index) => {
    const kind = known[index]?.kind;
    return kind === 'member' || kind === 'guest';
  });
}

/** One decision for all who are due; decided by two processes at once, each is asked once. */
async function putQuestion(
  deps: ProjectDeps,
  handling: Handling,
  id: string,
  window: Window,
  people: readonly Member[],
): Promise<void> {
  const first = people.map(({ person }) => personKey(person)).toSorted()[0] ?? '';
  const delivery = `check-in:${id}:${window.day}:${first}`;
  await deps.store.decide({ ...handling, delivery }, id, (project) => {
    const due = unasked(project, window.day, people);
    if (due.length === 0 || asRunning(project) !== true) return null;
    const next = ask(project, window, due, handling.now);
    return { project: next, happened: [], rows: () => due.map(({ person }) => questionFor(id, window, person)) };
  });
}

/** The question to one person, or what they said; nothing is drawn anew of a day that is over. */
export const drawCheckIn: DrawCard<Project> = async ({ project, about, locale }) => {
  const [day = '', key = ''] = about.split('/');
  const checkIn = checkInOf(project);
  const asked = checkIn?.people.find(({ person }) => personKey(person) === key);
  if (!checkIn || checkIn.day !== day || !asked) return null;
  return checkInCard(project, { day, until: checkIn.until, said: asked.said }, locale);
};

/**
 * The form for a line of text, for whoever may say it now.
 * @param chosen how it stands; null for what was said before
 */
export async function openCheckIn(
  deps: ProjectDeps,
  asked: Asked,
  { project: id, day }: AboutCheckIn,
  chosen: CheckInState | null,
): Promise<Modal | Refusal> {
  const project = await projectFor(deps, asked, id);
  if (isRefusal(project)) return project;
  const may = maySay(project, day, asked.person, asked.now);
  if (isRefusal(may)) return may;
  const is = chosen ?? may.said?.is;
  if (!is) return refuse('progress.checkInFirst', {});
  const text = may.said?.is === is ? may.said.text : null;
  return checkInModal(project, { day, is, text }, asked.locale);
}

/** Keeps what somebody says, and draws their message anew. */
export async function saveCheckIn(
  deps: ProjectDeps,
  asked: Asked,
  { project: id, day }: AboutCheckIn,
  said: Omit<Saying, 'day' | 'person'>,
): Promise<Saved<Project> | Refusal> {
  return deps.store.decide(asked.handling, id, (project): Change<Project> | Refusal => {
    const next = say(project, { ...said, day, person: asked.person }, asked.now);
    if (isRefusal(next)) return next;
    return { project: next, happened: [], rows: () => [rowFor(id, day, asked.person)] };
  });
}
