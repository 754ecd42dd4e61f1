import type { Asked } from '../io/answers.ts';
import type { DrawCard } from '../io/bot.ts';
import type { Saved } from '../io/store.ts';
import type { Modal } from '../kit/blocks.ts';
import type { Change } from '../kit/change.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import { card, cardKey, clientOf, type RowDraft, sayToClient, sayToTeam, type Subject } from '../kit/rows.ts';
import type { Project } from '../project/model.ts';
import { namedById } from '../project/rules.ts';
import { release } from '../project/rules-released.ts';
import { actingOf, type ProjectDeps, projectCardRow, projectFor } from '../project/service.ts';
import { type BriefRefusals, correctionSchema, type SentBrief } from './model.ts';
import type { CorrectRefusals } from './model-correct.ts';
import { correct, mayCorrect, mayObject, objectToCorrection } from './rules-correct.ts';
import { draftHash } from './rules-draft.ts';
import { versionOf } from './service-draw.ts';
import { briefRow, clientBriefSubject, clientThread, teamThread } from './rules-subjects.ts';
import {
  correctedForTeam,
  correctionPart,
  correctModal,
  countCorrection,
  objectedForTeam,
  objectedNote,
} from './views-correct.ts';

const refuse = refuser<BriefRefusals & CorrectRefusals>();

/** Corrections are kept for ever beside the versions: so many fit between two versions. */
const CORRECTIONS_A_VERSION = 1000;
const keptAs = (version: number, correction: number): number => version * CORRECTIONS_A_VERSION + correction;

/** `about` is version, correction and part, `2.1.1`. */
const correctionSubject = (project: string, version: number, correction: number, part: number): Subject => ({
  kind: 'briefCorrection',
  project,
  about: [version, correction, part].join('.'),
});

/** What would be corrected, before anything leaves. */
export async function openCorrect(deps: ProjectDeps, asked: Asked, id: string): Promise<Modal | Refusal> {
  const project = await projectFor(deps, asked, id);
  if (isRefusal(project)) return project;
  const allowed = mayCorrect(project, actingOf(asked));
  if (isRefusal(allowed)) return allowed;
  const sent = project.brief?.sent;
  return sent ? correctModal(project, sent, asked.locale) : refuse('brief.nothingToCorrect', {});
}

/** Puts a typing error right in the confirmed text, and shows it to the client. */
export async function correctBrief(
  deps: ProjectDeps,
  asked: Asked,
  id: string,
  previewed: string,
): Promise<Saved<Project> | Refusal> {
  return deps.store.decide(asked.handling, id, (project) => {
    if (previewed !== draftHash(project)) return refuse('brief.draftMoved', {});
    const next = correct(project, actingOf(asked), asked.now);
    if (isRefusal(next)) return next;
    const sent = next.brief?.sent;
    return sent?.corrected ? correctedChange(project, next, sent, asked) : refuse('brief.nothingToCorrect', {});
  });
}

function correctedChange(before: Project, next: Project, sent: SentBrief, asked: Asked): Change<Project> {
  const id = next._id;
  const { corrected, current } = sent;
  if (!corrected) throw new Error('a correction that is not there');
  const numbers = { version: current.number, correction: corrected.number };
  const said = cardKey(correctionSubject(id, current.number, corrected.number, 1));
  const old = before.brief?.sent?.corrected;
  const line = correctedForTeam({ ...numbers, by: asked }, next.channels.team.language);
  return {
    project: next,
    happened: [{ kind: 'brief.corrected', actor: asked.id, content: { ...numbers, hash: corrected.hash }, said }],
    version: {
      _id: corrected.hash,
      workspace: next.workspace,
      project: id,
      subject: 'briefCorrection',
      number: keptAs(current.number, corrected.number),
      hash: corrected.hash,
      content: corrected,
    },
    rows: () => [
      ...(old ? stillOpen(next, sent, old) : []),
      ...partRows(next, sent, corrected),
      card(clientOf(id), clientBriefSubject(id)),
      briefRow(id),
      projectCardRow(id),
      sayToTeam(id, `line:${said}`, line, teamThread(id)),
    ],
  };
}

type Correction = NonNullable<SentBrief['corrected']>;

/** The last correction of a version, to be drawn again: once that version is replaced nobody can object any more. */
export function correctionRows(project: Project, sent: SentBrief): RowDraft[] {
  return sent.corrected ? stillOpen(project, sent, sent.corrected) : [];
}

/** The post under which somebody could object; one to which somebody did says so for ever. */
const stillOpen = (project: Project, sent: SentBrief, corrected: Correction): RowDraft[] =>
  corrected.objection === null ? partRows(project, sent, corrected).slice(-1) : [];

const partRows = (project: Project, { current }: SentBrief, corrected: Correction): RowDraft[] =>
  Array.from({ length: countCorrection(current, corrected, release(project)) }, (_, index) => {
    const subject = correctionSubject(project._id, current.number, corrected.number, index + 1);
    return card(clientOf(project._id), subject, clientThread(project._id));
  });

export type Objection = { project: string; version: number; correction: number };

/** May this person object now? Before the form that asks why opens. */
export async function openObjection(deps: ProjectDeps, asked: Asked, on: Objection): Promise<Project | Refusal> {
  const project = await projectFor(deps, asked, on.project);
  if (isRefusal(project)) return project;
  const allowed = mayObject(project, { ...on, by: actingOf(asked) });
  return allowed === true ? project : allowed;
}

/** Somebody of the client's objects to a correction: the text holds as it was confirmed, and the account manager is told. */
export async function objectTo(
  deps: ProjectDeps,
  asked: Asked,
  on: Objection,
  reason: string,
): Promise<Saved<Project> | Refusal> {
  return deps.store.decide(asked.handling, on.project, (project) => {
    const next = objectToCorrection(project, { ...on, by: actingOf(asked), reason }, asked.now);
    if (isRefusal(next)) return next;
    const sent = next.brief?.sent;
    return sent?.corrected
      ? objectedChange(next, sent, sent.corrected, asked, reason)
      : refuse('brief.correctionOver', {});
  });
}

function objectedChange(
  project: Project,
  sent: SentBrief,
  corrected: Correction,
  asked: Asked,
  reason: string,
): Change<Project> {
  const id = project._id;
  const numbers = { version: sent.current.number, correction: corrected.number };
  const said = `note:${id}:brief.objected:${numbers.version}.${numbers.correction}`;
  const lines = objectedForTeam(project, { ...numbers, by: asked, reason }, project.channels.team.language);
  return {
    project,
    happened: [{ kind: 'brief.objected', actor: asked.id, content: { ...numbers, reason }, said }],
    rows: () => [
      ...partRows(project, sent, corrected).slice(-1),
      card(clientOf(id), clientBriefSubject(id)),
      sayToClient(id, said, objectedNote(release(project), numbers.version, asked), clientThread(id)),
      briefRow(id),
      projectCardRow(id),
      ...lines.map((line, index) => sayToTeam(id, `line:${said}:${index}`, line, teamThread(id))),
    ],
  };
}

/** A post of a correction. One that was replaced is read from where it is kept. */
export const drawCorrection: DrawCard<Project> = async ({ project, about, deps }) => {
  const [version = 0, number = 0, part = 0] = about.split('.').map(Number);
  const sent = project.brief?.sent;
  const isCurrent = sent?.current.number === version && sent.corrected?.number === number;
  const of = await versionOf(deps, project, version);
  const corrected = isCurrent ? sent.corrected : await keptCorrection(deps, project, version, number);
  if (!of || !corrected) return null;
  const by = namedById(project, corrected.by);
  return correctionPart(of, corrected, part, release(project), { by, isCurrent });
};

async function keptCorrection(deps: ProjectDeps, project: Project, version: number, number: number) {
  const scope = { workspace: project.workspace, project: project._id };
  const kept = await deps.archive.version(scope, 'briefCorrection', keptAs(version, number));
  return kept ? correctionSchema.parse(kept) : null;
}
