import { dayIn } from '../kit/calendar.ts';
import { earliestOf } from '../kit/earliest.ts';
import type { Nudge, NudgeContext, NudgeStep, NudgeWay } from '../kit/nudge.ts';
import { type Person, personKey } from '../kit/person.ts';
import {
  isWorkDay,
  nextMorning,
  nextWorkTime,
  partOfWindow,
  type WorkCalendar,
  workDayFrom,
  workStart,
  workTimeBetween,
} from '../kit/work-days.ts';
import type { Project } from '../project/model.ts';
import { heard, onePerKey, runningIt } from '../project/rules-acting.ts';
import { asRunning } from '../project/rules-life.ts';
import { awayIn } from '../project/rules-people.ts';
import type { Approval, Approver, Party } from './model.ts';
import { requestAbout } from './rules-about.ts';
import { mayRemindAgain } from './rules-asking.ts';
import { awaited, eachOnce } from './rules-turn.ts';

/** When of a window so much is gone, whoever is missing is called once (docs/product.md, When it nudges). */
const MISSING_AT = 0.8;
/** In less working time than this nobody is called: they were asked just now. */
const SHORTEST_WINDOW_MS = 2 * 60 * 60_000;

/** The requests of a project that were sent and not replaced since, open or not. */
export type RequestsOf = (project: Project) => readonly Approval[];

/**
 * All that is to be brought up of the requests that are open, past and to come: whoever has not decided is called in the thread, once,
 * before the day; from the day on it is the account manager's turn. Nothing of a request without a day.
 */
export const requestNudges =
  (requestsOf: RequestsOf) =>
  (project: Project, context: NudgeContext): Nudge[] => {
    if (asRunning(project) !== true) return [];
    return requestsOf(project).flatMap((approval) => {
      const { dueAt } = approval;
      if (approval.state !== 'open' || dueAt === null) return [];
      return nudgesOf({ project, approval, dueAt: new Date(dueAt), context });
    });
  };

type Asking = { project: Project; approval: Approval; dueAt: Date; context: NudgeContext };

function nudgesOf(asking: Asking): Nudge[] {
  const { project, approval, context } = asking;
  const waiting = awaited(approval, awayIn(project, context.now));
  if (waiting.length === 0) return [];
  const parties = eachOnce(waiting.flatMap(({ asked }) => asked ?? []));
  const missing =
    approval.gathered?.by === 'manager' ? [] : parties.flatMap((party) => missingOf(asking, waiting, party));
  const managers = runningIt(project).flatMap((person) => managersNudges(asking, person));
  return onePerKey([...missing, ...managers]);
}

type Waiting = { approver: Approver; asked: Party | null };

/** Whoever may decide and has not, at four fifths of their window, unless they were reminded by then. */
function missingOf(asking: Asking, waiting: readonly Waiting[], party: Party): Nudge[] {
  const { approval, dueAt, context } = asking;
  const { person } = party;
  if (person === null) return [];
  const calendar = context.of(person);
  const asked = waiting.filter((one) => one.asked?.id === party.id);
  const since = earliestOf(asked.map(({ approver }) => askedSince(approval, approver)));
  if (!since || workTimeBetween(calendar, since, dueAt) < SHORTEST_WINDOW_MS) return [];
  const planned = partOfWindow(calendar, since, dueAt, MISSING_AT);
  const remindedAt = approval.reminders.find(({ id }) => id === party.id)?.at ?? null;
  if (remindedAt !== null && new Date(remindedAt) >= planned) return [];
  const at = afterReminder(calendar, planned, remindedAt);
  return at < dueAt ? [nudge(asking, { step: 'missing', way: 'thread', to: person, at, since })] : [];
}

/** Since when somebody is asked: in a later step since the one before agreed, and in another's place since it was passed on. */
function askedSince({ approvers, openedAt }: Approval, { step, before }: Approver): Date {
  const answered = approvers.flatMap((one) => (one.step < step && one.answer ? [one.answer.at] : []));
  const times = [openedAt, ...answered, ...before.map(({ at }) => at)].map((at) => Date.parse(at));
  return new Date(Math.max(...times));
}

/** Once a working day is enough: whoever was reminded on that day is called on the next one. */
function afterReminder(calendar: WorkCalendar, planned: Date, remindedAt: string | null): Date {
  const at = nextWorkTime(calendar, planned);
  return mayRemindAgain(remindedAt, calendar.zone, at) ? at : nextMorning(calendar, at);
}

/** What whoever runs the project hears: on the morning of the day, when it has passed, and on the next working day. */
function managersNudges(asking: Asking, person: Person): Nudge[] {
  const { project, approval, dueAt, context } = asking;
  const about = requestAbout(approval);
  const since = new Date(approval.openedAt);
  const planned = (step: NudgeStep, way: NudgeWay, when: (calendar: WorkCalendar) => Date): Nudge => {
    const { to, at } = heard(project, person, when, { about, context });
    return nudge(asking, { step, way, to, at, since });
  };
  const day = planned('dueDay', 'digest', (calendar) => workStart(calendar, lastDay(calendar, dueAt)));
  const silent = (calendar: WorkCalendar) => nextWorkTime(calendar, dueAt);
  return [
    // Whoever sent it on the day itself knows.
    ...(day.at > since ? [day] : []),
    planned('silent', 'message', silent),
    planned('manager', 'message', (calendar) => nextMorning(calendar, silent(calendar))),
  ];
}

/** Somebody's last working day that begins before it is due: an evening elsewhere may be their night, and then it is the day before. */
function lastDay(calendar: WorkCalendar, dueAt: Date): string {
  const day = dayIn(calendar.zone, dueAt);
  const isInTime = isWorkDay(calendar, day) && workStart(calendar, day) < dueAt;
  return isInTime ? day : workDayFrom(calendar, day, -1);
}

function nudge(
  { approval, dueAt }: Asking,
  { to, ...plan }: { step: NudgeStep; way: NudgeWay; to: Person; at: Date; since: Date },
): Nudge {
  const about = requestAbout(approval);
  // Each step asks other people; whoever runs the project hears of the whole.
  const asked = plan.step === 'missing' ? `missing${approval.step}` : plan.step;
  const key = `${about.kind}:${about.id}:${asked}:${dueAt.toISOString()}:${personKey(to)}`;
  return { key, ...plan, to, about, dueAt };
}
