import type { Asked } from '../io/answers.ts';
import type { DrawCard } from '../io/bot.ts';
import type { Saved } from '../io/store.ts';
import type { Modal } from '../kit/blocks.ts';
import type { Change } from '../kit/change.ts';
import { hashOf } from '../kit/chain.ts';
import { isRefusal, type Refusal } from '../kit/refusal.ts';
import { cardKey, sayToClient, sayToTeam } from '../kit/rows.ts';
import type { Project } from '../project/model.ts';
import { release } from '../project/rules-released.ts';
import { lookOver, numberedLines } from '../project/service-outgoing.ts';
import { actingOf, actorOf, type ProjectDeps, projectFor, projectSubject, whoOf } from '../project/service.ts';
import type { Report } from './model.ts';
import type { AboutReport, SendingReport } from './model-report.ts';
import { edit, mayReport, openReport, reportOf, send, skip, toldBesides } from './rules-report.ts';
import { reportRows } from './rules-report-rows.ts';
import { onDay } from './service-post.ts';
import { draftChange } from './service-report-draft.ts';
import {
  draftedNow,
  type Readers,
  replacedCard,
  reportCard,
  reportForClient,
  reportLine,
  reportModal,
  reportNow,
} from './views-report.ts';

type Outcome = Promise<Saved<Project> | Refusal>;

/** A draft in somebody's direct messages, as it would leave now. */
export const drawReport: DrawCard<Project> = async ({ project, about, locale, deps }) => {
  const report = reportOf(project);
  if (!report || report.id !== about.split('/')[0]) return replacedCard(project, locale);
  const now = reportNow(project, report);
  const isOpen = report.closed === null;
  const readers = isOpen ? await readersOf(deps, project) : { is: 'none' as const };
  const found = isOpen ? await lookOver(deps, project, numberedLines(now.text)) : [];
  return reportCard(project, report, { readers, found, now }, locale);
};

/** Who is in the client channel now. Where Slack does not tell, it is drawn without: who sends it is told so. */
async function readersOf({ looks }: Pick<ProjectDeps, 'looks'>, { workspace, channels }: Project): Promise<Readers> {
  const channel = channels.client?.id ?? null;
  if (channel === null) return { is: 'none' };
  const look = await looks.look(workspace, channel).catch(() => null);
  if (!look?.seen) return { is: 'notSeen' };
  return { is: 'seen', channel, people: look.members.map(({ person }) => person) };
}

/** A project with one of its reports, for whoever may do something with it now. */
async function opened(deps: ProjectDeps, asked: Asked, about: AboutReport) {
  const project = await projectFor(deps, asked, about.project);
  if (isRefusal(project)) return project;
  const report = openReport(project, about.report, whoOf(asked));
  return isRefusal(report) ? report : { project, report };
}

/** The form for its text. @param clash what was typed, where somebody else was faster */
export async function openReportForm(
  deps: ProjectDeps,
  asked: Asked,
  about: AboutReport,
  clash: string | null = null,
): Promise<Modal | Refusal> {
  const found = await opened(deps, asked, about);
  return isRefusal(found) ? found : reportModal(found.project, found.report, clash, asked.locale);
}

/** Keeps an edited text as the draft; everybody who has it sees it. */
export async function keepReport(
  deps: ProjectDeps,
  asked: Asked,
  { project: id, report }: AboutReport,
  { text, opened: mark }: { text: string; opened: string },
): Outcome {
  return deps.store.decide(asked.handling, id, (project) => {
    const editing = { id: report, text, opened: mark, drafted: draftedNow(project), by: actingOf(asked) };
    return redrawn(edit(project, editing));
  });
}

/** Skips a report. */
export async function skipReport(deps: ProjectDeps, asked: Asked, { project: id, report }: AboutReport): Outcome {
  return deps.store.decide(asked.handling, id, (project) => redrawn(skip(project, report, actingOf(asked), asked.now)));
}

function redrawn(next: Project | Refusal): Change<Project> | Refusal {
  if (isRefusal(next)) return next;
  const report = reportOf(next);
  return { project: next, happened: [], rows: () => (report ? reportRows(next._id, report) : []) };
}

/** Sends a report as it was shown. Where something else was released since, nothing leaves: it is drawn again by then. */
export async function sendReport(
  deps: ProjectDeps,
  asked: Asked,
  { project: id, report, seen, channel }: SendingReport,
): Outcome {
  return deps.store.decide(asked.handling, id, (project) => {
    const draft = openReport(project, report, whoOf(asked));
    if (isRefusal(draft)) return draft;
    const now = reportNow(project, draft);
    const next = send(project, { id: report, seen, channel, now, by: actingOf(asked) }, asked.now);
    return isRefusal(next) ? next : sentChange(next, draft, now.text, asked);
  });
}

/** The key of the client's message: planned twice, it is said once. */
const sentKey = (project: string, report: string): string => `report:${project}:${report}`;

function sentChange(
  next: Project,
  { id: report, number, day, told }: Report,
  text: string,
  asked: Asked,
): Change<Project> {
  const { _id: id, channels } = next;
  const by = actorOf(asked);
  const isOutside = (channels.client?.id ?? null) === null;
  const [key, line] = [sentKey(id, report), `line:${sentKey(id, report)}`];
  const [first, ...rest] = isOutside ? [] : reportForClient(release(next), { text, day });
  const content = {
    version: number,
    day,
    hash: hashOf({ text }),
    text,
    reach: isOutside ? 'outside' : 'clientChannel',
  };
  return {
    project: next,
    happened: [{ kind: 'progress.reportSent', actor: asked.id, content, said: isOutside ? line : key }],
    rows: () => [
      ...(first ? [sayToClient(id, key, first)] : []),
      ...rest.map((page, index) => sayToClient(id, `${key}:${index + 1}`, page, key)),
      ...reportRows(id, { id: report, told }),
      sayToTeam(id, line, reportLine(by, number, isOutside, channels.team.language), cardKey(projectSubject(id))),
    ],
  };
}

/**
 * Drafts a report because somebody asked for one: in their direct messages. One that is there and was not sent is kept, with what was
 * edited in it.
 */
export async function draftNow(deps: ProjectDeps, asked: Asked, project: Project): Outcome {
  const { day } = await onDay(deps, project, asked.now);
  const id = deps.newId();
  return deps.store.decide(asked.handling, project._id, (current) => {
    const allowed = mayReport(current, whoOf(asked));
    if (allowed !== true) return allowed;
    const open = reportOf(current);
    if (open?.closed !== null) return draftChange(current, { id, day, told: [asked.person] }, asked.now);
    return redrawn(toldBesides(current, open, [asked.person]));
  });
}
