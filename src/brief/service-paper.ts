import type { Asked } from '../io/answers.ts';
import type { Scope } from '../io/archive.ts';
import type { DrawFile } from '../io/drawing.ts';
import type { Saved } from '../io/store.ts';
import type { Modal } from '../kit/blocks.ts';
import { shortHash } from '../kit/chain.ts';
import { type Refusal, refuser } from '../kit/refusal.ts';
import { fileRow, type RowDraft, type Subject, teamOf } from '../kit/rows.ts';
import type { Project } from '../project/model.ts';
import { mayDo } from '../project/rules-may.ts';
import { release } from '../project/rules-released.ts';
import { type ProjectDeps, whoOf } from '../project/service.ts';
import { type BriefRefusals, type BriefVersion, versionSchema } from './model.ts';
import { teamThread } from './rules-subjects.ts';
import { asText, briefPaper, paperFileName, paperTitle } from './views-paper.ts';
import { textModal } from './views-text.ts';

/** What is read of: the projects, and what was sent. */
type Kept = Pick<ProjectDeps, 'store' | 'archive'>;

const refuse = refuser<BriefRefusals>();

/** Draws a version of the brief as PDF, in the language in which it was sent. It holds nothing that the client may not see. */
export const drawBriefPdf: DrawFile<Project> = async ({ project, about, deps, agency, print }) => {
  const kept = await keptVersion(deps, { workspace: project.workspace, project: project._id }, Number(about));
  if (!kept) return null;
  const version = asItHolds(project, kept);
  const released = release(project);
  const bytes = await print(briefPaper({ version, released, agency, language: version.language }));
  return { audiences: ['team', 'client'], title: paperTitle(version, released), bytes };
};

/**
 * Sends a version of the brief as PDF into the team's thread about the brief: the account manager forwards it to a client
 * without Slack. Whoever is on the team may ask for it; asked for again it is there once, unless something could not be
 * delivered meanwhile.
 */
export async function sendPaper(
  deps: Kept,
  asked: Asked,
  id: string,
  version: number,
): Promise<Saved<Project> | Refusal> {
  const kept = await keptVersion(deps, { workspace: asked.workspace, project: id }, version);
  return deps.store.decide(asked.handling, id, (project) => {
    const allowed = mayDo(project, 'writeBrief', whoOf(asked));
    if (allowed !== true) return allowed;
    if (!kept) return refuse('brief.notSent', {});
    return { project, happened: [], rows: () => [paperRow(project, asItHolds(project, kept))] };
  });
}

/** A version as plain text to be copied, in a modal: for e-mail, WeChat and the like. Whoever may see the project may read it. */
export async function openText(
  deps: Kept & Pick<ProjectDeps, 'agency'>,
  asked: Asked,
  id: string,
  number: number,
): Promise<Modal | Refusal> {
  const project = await deps.store.project(asked.workspace, id);
  if (!project) return refuse('brief.notSent', {});
  const allowed = mayDo(project, 'see', whoOf(asked));
  if (allowed !== true) return allowed;
  const kept = await keptVersion(deps, { workspace: asked.workspace, project: id }, number);
  if (!kept) return refuse('brief.notSent', {});
  const version = asItHolds(project, kept);
  const { agency } = deps;
  const texts = asText({ version, released: release(project), agency, language: version.language });
  return textModal({ project: project.name, version: number }, texts, asked.locale);
}

/** The current version with what was put right in it since, unless somebody objected. */
function asItHolds({ brief }: Project, version: BriefVersion): BriefVersion {
  const corrected = brief?.sent?.current.number === version.number ? brief.sent.corrected : null;
  if (!corrected || corrected.objection !== null) return version;
  return { ...version, lines: corrected.lines, hash: corrected.hash };
}

/** Every version that was sent is kept; drafts have none. */
async function keptVersion({ archive }: Kept, scope: Scope, number: number): Promise<BriefVersion | null> {
  const kept = await archive.version(scope, 'brief', number);
  return kept && versionSchema.parse(kept);
}

const paperSubject = (project: string, version: number): Subject => ({
  kind: 'briefPdf',
  project,
  about: String(version),
});

/** A file that could not be delivered leaves its row behind: what is asked for after that has another key, and another name. */
function paperRow(project: Project, version: BriefVersion): RowDraft {
  const { _id: id, undelivered } = project;
  const file = {
    subject: paperSubject(id, version.number),
    name: paperFileName(version, release(project), undelivered),
  };
  return fileRow(
    teamOf(id),
    `file:${id}:brief:${version.number}:${shortHash(version.hash)}:${undelivered}`,
    file,
    teamThread(id),
  );
}
