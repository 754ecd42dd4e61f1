import type { Clocked } from '../io/bot-jobs.ts';
import type { Handling } from '../io/handling.ts';
import type { Change } from '../kit/change.ts';
import { earliestOf } from '../kit/earliest.ts';
import { personKey } from '../kit/person.ts';
import type { Rhythm } from '../kit/settings.ts';
import { nextWorkTime, workStart } from '../kit/work-days.ts';
import type { Project } from '../project/model.ts';
import { asRunning } from '../project/rules-life.ts';
import { type Calendars, calendarOfPerson, calendarsOf } from '../project/service-calendars.ts';
import { languagesOf, tellAll } from '../project/service-tell.ts';
import type { ProjectDeps } from '../project/service.ts';
import { draftNext, type Drafting, reminded, reportOf, toldBesides, toldOf } from './rules-report.ts';
import { remindOn, reportDue } from './rules-report-days.ts';
import { reportRows } from './rules-report-rows.ts';
import { rhythmOf } from './rules-rhythm.ts';
import { reminderNote } from './views-report.ts';

/** A draft that takes the place of the one before, which says so where it was not sent. */
export function draftChange(project: Project, drafting: Drafting, now: Date): Change<Project> {
  const before = reportOf(project);
  const next = draftNext(project, drafting, now);
  const replaced = before && before.closed === null ? reportRows(project._id, before) : [];
  return { project: next, happened: [], rows: () => [...replaced, ...reportRows(project._id, drafting)] };
}

/** Where no report is wanted now, the settings may want one, and no project is saved for it. */
const LOOK_AGAIN_MS = 24 * 60 * 60_000;

/** Drafts the report to the client in the project's rhythm, once a day at most, and reminds once of one that was not sent. */
export const draftReport: Clocked<Project> = async (deps, handling, project) => {
  const { now } = handling;
  const again = new Date(now.getTime() + LOOK_AGAIN_MS);
  if (asRunning(project) !== true) return again;
  const rhythm = rhythmOf(project, deps.settings.now().rhythm);
  const open = reportOf(project)?.closed === null;
  const isWanted = rhythm.report !== 'none' && !project.parent;
  if (!isWanted && !open) return again;
  const calendars = await calendarsOf(deps, project);
  const due = isWanted ? dueNow(project, rhythm, calendars, now) : { day: null, next: null };
  if (due.day !== null) await draftOnce(deps, handling, project, due.day);
  const remindAt = open && due.day === null ? await remind(deps, handling, project, { rhythm, calendars }) : null;
  return earliestOf([due.next, remindAt]) ?? again;
};

function dueNow(project: Project, { report: rhythm, postMinute }: Rhythm, { team }: Calendars, now: Date) {
  const facts = {
    rhythm,
    postMinute,
    pausedUntil: project.progress?.paused?.until ?? null,
    startedAt: new Date(project.startedAt),
    last: reportOf(project)?.day ?? null,
  };
  return reportDue(facts, team, now);
}

/** Decided by two processes at once, or again after one was killed, it is drafted once. */
async function draftOnce(deps: ProjectDeps, handling: Handling, { _id: id }: Project, day: string): Promise<void> {
  const report = deps.newId();
  await deps.store.decide({ ...handling, delivery: `report:${id}:${day}` }, id, (project) => {
    const last = reportOf(project)?.day ?? null;
    if ((last !== null && last >= day) || asRunning(project) !== true) return null;
    const change = draftChange(project, { id: report, day, told: toldOf(project, handling.now) }, handling.now);
    // Nobody waits for it: what people wait for goes first.
    return { ...change, rows: (entries) => change.rows(entries).map((row) => ({ ...row, urgent: false })) };
  });
}

type Reminding = { rhythm: Rhythm; calendars: Calendars };

/** @returns when the reminder is due; null where there is none to come */
async function remind(
  deps: ProjectDeps,
  handling: Handling,
  project: Project,
  { rhythm, calendars }: Reminding,
): Promise<Date | null> {
  const report = reportOf(project);
  const [first] = toldOf(project, handling.now);
  if (!report || !first || report.remindedAt !== null) return null;
  const day = remindOn(rhythm.report, calendars.team, new Date(report.draftedAt));
  if (day === null) return null;
  const start = workStart(calendars.team, day);
  const theirs = await calendarOfPerson(deps, project, calendars, first);
  const at = nextWorkTime(theirs, start > handling.now ? start : handling.now);
  if (at > handling.now) return at;
  await remindNow(deps, handling, project, report.id);
  return null;
}

async function remindNow(deps: ProjectDeps, handling: Handling, project: Project, report: string): Promise<void> {
  const { now } = handling;
  const { _id: id } = project;
  const speaks = await languagesOf(deps, project, toldOf(project, now));
  await deps.store.decide({ ...handling, delivery: `report-reminder:${report}` }, id, (current) => {
    const next = reminded(current, report, now);
    const draft = next && reportOf(next);
    if (!next || !draft) return null;
    const people = toldOf(current, now);
    const has = new Set(draft.told.map(personKey));
    const fresh = people.filter((one) => !has.has(personKey(one)));
    const old = people.filter((one) => has.has(personKey(one)));
    return {
      project: toldBesides(next, draft, fresh),
      happened: [],
      rows: () => [
        // Whoever runs it only since then has not seen the draft: that is what they get.
        ...reportRows(id, { id: report, told: fresh }),
        ...tellAll(current, old, speaks, {
          key: `report-reminder:${id}:${report}`,
          note: (locale) => reminderNote(current, locale),
        }),
      ],
    };
  });
}
