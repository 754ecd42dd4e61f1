import type { DecidesOn } from '../approval/model.ts';
import { mayAnswer, mayWithdraw } from '../approval/rules.ts';
import type { Asked } from '../io/answers.ts';
import type { Saved } from '../io/store.ts';
import type { Stored } from '../kit/chain.ts';
import type { Change } from '../kit/change.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import { card, cardKey, clientOf, sayToClient, sayToTeam } from '../kit/rows.ts';
import type { Project } from '../project/model.ts';
import { release } from '../project/rules.ts';
import { type ProjectDeps, projectCardRow, projectFor } from '../project/service.ts';
import type { BriefRefusals, SentBrief } from './model.ts';
import { answerBrief, withdrawBrief } from './rules.ts';
import { briefRow, clientBriefSubject, clientThread, teamThread, versionSubject } from './rules-subjects.ts';
import { changesForTeam, confirmedForTeam } from './views-answers.ts';
import { answerNote, confirmationNote, countParts } from './views-client.ts';

const refuse = refuser<BriefRefusals>();

/** An approver confirms a version. */
export async function confirmBrief(
  deps: ProjectDeps,
  asked: Asked,
  id: string,
  on: DecidesOn,
): Promise<Saved<Project> | Refusal> {
  return decideOn(deps, asked, id, on, (project) => {
    const next = answerBrief(project, { on, person: asked.person, verb: 'confirmed', reason: null }, asked.now);
    return isRefusal(next) ? next : answeredChange(next, asked, { kind: 'brief.confirmed', on, reason: null });
  });
}

/** An approver requests changes on a version, with a reason. */
export async function requestChanges(deps: ProjectDeps, asked: Asked, id: string, on: DecidesOn, reason: string) {
  return decideOn(deps, asked, id, on, (project) => {
    const next = answerBrief(project, { on, person: asked.person, verb: 'changesRequested', reason }, asked.now);
    return isRefusal(next) ? next : answeredChange(next, asked, { kind: 'brief.changesRequested', on, reason });
  });
}

/** An approver takes their own confirmation back, with a reason. */
export async function withdrawConfirmation(deps: ProjectDeps, asked: Asked, id: string, on: DecidesOn, reason: string) {
  return decideOn(deps, asked, id, on, (project) => {
    const next = withdrawBrief(project, { on, person: asked.person, reason }, asked.now);
    return isRefusal(next) ? next : answeredChange(next, asked, { kind: 'brief.withdrawn', on, reason });
  });
}

/** A refusal of a decision links to the version that holds now. */
async function decideOn(
  deps: ProjectDeps,
  asked: Asked,
  id: string,
  on: DecidesOn,
  decide: (project: Project) => Change<Project> | Refusal,
): Promise<Saved<Project> | Refusal> {
  return deps.store.decide(asked.handling, id, (project) => {
    const change = decide(project);
    if (!isRefusal(change)) return change;
    const current = project.brief?.sent?.current.number;
    return current && current !== on.version ? { ...change, see: cardKey(versionSubject(id, current, 1)) } : change;
  });
}

type Answered = {
  kind: 'brief.confirmed' | 'brief.changesRequested' | 'brief.withdrawn';
  on: DecidesOn;
  reason: string | null;
};

/** What follows an approver's answer: the record, a note where the client reads it, a line where the team does, and the cards. */
function answeredChange(project: Project, asked: Asked, { kind, on, reason }: Answered): Change<Project> {
  const id = project._id;
  const sent = project.brief?.sent;
  if (!sent) throw new Error('an answer to a brief that was not sent');
  const said = `note:${id}:${kind}:${on.version}.${on.step}`;
  const content = { version: on.version, step: on.step, hash: sent.current.hash, ...(reason ? { reason } : {}) };
  const released = release(project);
  const parts = countParts({ version: sent.current, previous: sent.previous }, released);
  return {
    project,
    happened: [{ kind, actor: asked.id, content, said }],
    rows: ([entry]) => [
      card(clientOf(id), versionSubject(id, on.version, parts), clientThread(id)),
      card(clientOf(id), clientBriefSubject(id)),
      sayToClient(id, said, noteOf(kind, project, sent, asked, entry), clientThread(id)),
      briefRow(id),
      projectCardRow(id),
      ...teamLines(kind, project, asked, on, reason).map((line, index) =>
        sayToTeam(id, `line:${id}:${kind}:${on.version}.${on.step}:${index}`, line, teamThread(id)),
      ),
    ],
  };
}

function noteOf(kind: Answered['kind'], project: Project, sent: SentBrief, asked: Asked, entry: Stored | undefined) {
  const released = release(project);
  if (!entry) throw new Error('an answer without an entry on the record');
  if (kind === 'brief.confirmed') {
    return confirmationNote(released, sent, { by: asked, entry, isJob: project.work.kind === 'job' });
  }
  return answerNote(kind === 'brief.withdrawn' ? 'withdrawnNote' : 'changesNote', released, sent.current.number, asked);
}

function teamLines(kind: Answered['kind'], project: Project, asked: Asked, on: DecidesOn, reason: string | null) {
  const { language } = project.channels.team;
  if (kind === 'brief.confirmed') return [confirmedForTeam(project, on.version, asked, language)];
  const what = { version: on.version, by: asked, reason: reason ?? '' };
  return changesForTeam(kind === 'brief.withdrawn' ? 'withdrawnLine' : 'changesLine', project, what, language);
}

/** May this person give this answer now? Before the form that asks for their reason opens. */
export async function mayGiveReason(
  deps: ProjectDeps,
  asked: Asked,
  id: string,
  on: DecidesOn,
  kind: 'reason' | 'withdraw',
): Promise<Project | Refusal> {
  const project = await projectFor(deps, asked, id);
  if (isRefusal(project)) return project;
  const approval = project.brief?.sent?.approval;
  if (!approval) return refuse('brief.notSent', {});
  const may = kind === 'reason' ? mayAnswer(approval, on, asked.person) : mayWithdraw(approval, on, asked.person);
  if (!isRefusal(may)) return project;
  const isOld = approval.version !== on.version;
  return isOld ? { ...may, see: cardKey(versionSubject(id, approval.version, 1)) } : may;
}
