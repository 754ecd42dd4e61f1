import type { Clocked } from '../io/bot-jobs.ts';
import type { Handling } from '../io/handling.ts';
import { NotNow } from '../io/nudges.ts';
import { dayIn } from '../kit/calendar.ts';
import type { Change } from '../kit/change.ts';
import { hashOf } from '../kit/chain.ts';
import { earliestOf } from '../kit/earliest.ts';
import type { Nudge, NudgeContext } from '../kit/nudge.ts';
import { type Person, personKey, samePerson } from '../kit/person.ts';
import { isRefusal } from '../kit/refusal.ts';
import type { RowDraft } from '../kit/rows.ts';
import { isWorkTime, nextMorning, nextWorkTime } from '../kit/work-days.ts';
import { queuedOf } from '../digest/rules-queue.ts';
import type { Mention } from '../digest/service-bring-up.ts';
import type { Project } from '../project/model.ts';
import { awayIn } from '../project/rules-people.ts';
import type { ProjectDeps } from '../project/service.ts';
import type { Approval } from './model.ts';
import type { RequestsOf } from './nudges.ts';
import { requestAbout } from './rules-about.ts';
import { mayRemindAgain } from './rules-asking.ts';
import { remind } from './rules-manage.ts';
import { tick } from './rules-round.ts';
import { movedChange } from './service-change.ts';
import type { ApprovalOwners } from './service-owner.ts';
import { approvalsIn, requestsIn } from './service-requests.ts';
import { saveTicks } from './service-tick.ts';
import type { FoundRequests } from './views-nudges.ts';

/** The requests of a project, for what is to be brought up about them. */
export const approvalsOf =
  (owners: ApprovalOwners): RequestsOf =>
  (project) =>
    approvalsIn(owners, project).map(({ approval }) => approval);

/** The same as people are shown them. */
export const shownRequests =
  (owners: ApprovalOwners): FoundRequests =>
  (project, locale) =>
    requestsIn(owners, project, locale).map(({ owner, approval, shown }) => {
      const { client } = owner.threads(project, approval);
      return { approval, shown, isInSlack: client !== null };
    });

/** Saves what time brings to requests when it brings it: the end of a round by its day, and the end of a request. */
export const tickRequests =
  (owners: ApprovalOwners): Clocked<Project> =>
  async (deps, handling, project) => {
    const open = approvalsOf(owners)(project).filter(({ state }) => state === 'open');
    if (open.length === 0) return null;
    if (open.some((approval) => tick(approval, handling.now))) await saveTicks(deps, owners, handling, project._id);
    return earliestOf(open.flatMap(timesOf).filter((at) => at > handling.now));
  };

const timesOf = ({ dueAt, expiresAt, gathered }: Approval): Date[] =>
  [gathered ? null : dueAt, expiresAt].flatMap((at) => (at === null ? [] : [new Date(at)]));

/** Another process, or a person, was faster: looked at again after this. */
const SOON_MS = 60_000;

/**
 * Calls those who are missing in the thread of what they are asked, in their working time and at most once a working day. Whoever
 * had as many messages today as a person gets is called on their next working day, if the day of the request has not come by then;
 * after that it is the account manager's turn, and nobody is called.
 */
export const callMissing =
  (owners: ApprovalOwners): Mention =>
  async (deps, handling, project, { due, context }) => {
    const { now } = handling;
    const isOver = ({ dueAt }: Nudge) => dueAt !== null && dueAt <= now;
    const missed = due.filter(isOver);
    const { ready, later } = await whoNow(
      deps,
      handling,
      due.filter((nudge) => !isOver(nudge)),
      context,
    );
    const times = [...later];
    for (const id of new Set(ready.map(({ about }) => about.id))) {
      const called = ready.filter(({ about }) => about.id === id);
      const isSaid = await callThem(deps, owners, handling, { project, called, context });
      if (!isSaid) times.push(new Date(now.getTime() + SOON_MS));
    }
    return { missed, next: earliestOf(times) };
  };

/** Who may be called now, and when to look again for the others. */
async function whoNow(deps: ProjectDeps, handling: Handling, due: readonly Nudge[], context: NudgeContext) {
  const { workspace, now } = handling;
  const working = due.filter(({ to }) => isWorkTime(context.of(to), now));
  const full = await deps.nudges.full(
    workspace,
    working.map(({ to }) => spentOf(to, context)),
  );
  const ready = working.filter(({ to }) => !full.has(personKey(to)));
  const later = due
    .filter((nudge) => !ready.includes(nudge))
    .map(({ to }) => {
      const calendar = context.of(to);
      return isWorkTime(calendar, now) ? nextMorning(calendar, now) : nextWorkTime(calendar, now);
    });
  return { ready, later };
}

const spentOf = (person: Person, { of, now }: NudgeContext) => ({
  person: personKey(person),
  day: dayIn(of(person).zone, now),
});

type Calling = { project: Project; called: readonly Nudge[]; context: NudgeContext };

/** @returns whether nothing is left to do: not where somebody was faster */
async function callThem(
  deps: ProjectDeps,
  owners: ApprovalOwners,
  handling: Handling,
  { project, called, context }: Calling,
): Promise<boolean> {
  const delivery = `nudge:${project._id}:${hashOf({ keys: called.map(({ key }) => key).toSorted() })}`;
  try {
    await deps.store.decide({ ...handling, delivery, actor: null }, project._id, (current) =>
      calledChange(owners, current, called, context),
    );
    return true;
  } catch (error) {
    if (error instanceof NotNow) return false;
    throw error;
  }
}

function calledChange(
  owners: ApprovalOwners,
  project: Project,
  called: readonly Nudge[],
  context: NudgeContext,
): Change<Project> | null {
  const { now, of } = context;
  const [first] = called;
  const found = approvalsIn(owners, project).find(({ approval }) => requestAbout(approval).id === first?.about.id);
  if (!found) return null;
  const nudgeOf = (person: Person | null) => called.find(({ to }) => person !== null && samePerson(to, person));
  const moved = remind(found.approval, {
    now,
    away: awayIn(project, now),
    mayAgain: ({ person }, remindedAt) =>
      person !== null && nudgeOf(person) !== undefined && mayRemindAgain(remindedAt, of(person).zone, now),
  });
  if (isRefusal(moved)) return null;
  const said = moved.reminded.flatMap(({ person }) => nudgeOf(person) ?? []);
  const nudged = {
    said: said.map((nudge) => queuedOf(nudge, project._id)),
    spent: said.map(({ to }) => spentOf(to, context)),
  };
  const change = movedChange({ owner: found.owner, project, was: found.approval, moved, by: null, now });
  // Where Slack is away or the channel is held until then, nobody is called after the day; and nobody waits for it.
  const notAfter = first?.dueAt ?? undefined;
  const call = (row: RowDraft): RowDraft =>
    row.kind === 'say' ? { ...row, urgent: false, ...(notAfter ? { notAfter } : {}) } : row;
  return { ...change, rows: (stored) => change.rows(stored).map(call), nudged };
}
