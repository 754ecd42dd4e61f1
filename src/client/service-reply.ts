import type { Asked } from '../io/answers.ts';
import type { Saved } from '../io/store.ts';
import type { Modal } from '../kit/blocks.ts';
import type { Change } from '../kit/change.ts';
import { isRefusal, type Refusal } from '../kit/refusal.ts';
import { sayToClient, sayToTeam } from '../kit/rows.ts';
import type { ClientRequest, Project } from '../project/model.ts';
import { release } from '../project/rules-released.ts';
import { actingOf, actorOf, type ProjectDeps, projectCardRow, projectFor, whoOf } from '../project/service.ts';
import { lookOver, numberedLines } from '../project/service-outgoing.ts';
import { clientCardKey, clientCardRow } from './rules-card.ts';
import {
  mayReply,
  reply,
  replyKey,
  replyMark,
  requestKey,
  requestOf,
  requestRow,
  type SeenReply,
} from './rules-requests.ts';
import { statusDraft } from './views-card-status.ts';
import { repliedForTeam, replyForClient, replyModal, type ReplyStage } from './views-reply.ts';

/** Which request of which project. */
export type About = { project: string; request: string };

/** A request that somebody is about to answer. */
export type Opened = { project: Project; request: ClientRequest };

/** A request, for whoever may answer it now. */
export async function openedRequest(deps: ProjectDeps, asked: Asked, about: About): Promise<Opened | Refusal> {
  const project = await projectFor(deps, asked, about.project);
  if (isRefusal(project)) return project;
  const request = mayReply(project, about.request, whoOf(asked));
  return isRefusal(request) ? request : { project, request };
}

/** The form for answering. @param drafted it begins with a status, drafted from what the client may see */
export async function openReply(
  deps: ProjectDeps,
  asked: Asked,
  about: About,
  drafted: boolean,
): Promise<Modal | Refusal> {
  const opened = await openedRequest(deps, asked, about);
  if (isRefusal(opened)) return opened;
  const { project, request } = opened;
  const text = drafted ? statusDraft(release(project)) : '';
  return replyModal(project, request, { text, stage: { is: 'typed' } }, asked.locale);
}

/** What was typed, and what whoever answers was shown of where it goes; null before the preview. */
export type Typed = { text: string; seen: SeenReply | null };

/** The form while the preview is made: nothing of Slack is asked before the acknowledgement. */
export async function beginPreview(
  deps: ProjectDeps,
  asked: Asked,
  about: About,
  text: string,
): Promise<Modal | Refusal> {
  const opened = await openedRequest(deps, asked, about);
  if (isRefusal(opened)) return opened;
  return replyModal(opened.project, opened.request, { text, stage: { is: 'looking' } }, asked.locale);
}

/** The form with who will see the answer and what should perhaps not leave; null where it may not be answered any more. */
export async function previewReply(
  deps: ProjectDeps,
  asked: Asked,
  about: About,
  { text, moved }: { text: string; moved: boolean },
): Promise<Modal | null> {
  const opened = await openedRequest(deps, asked, about);
  if (isRefusal(opened)) return null;
  const { project, request } = opened;
  const stage = await seenStage(deps, project, text).catch((): ReplyStage => ({ is: 'notSeen' }));
  return replyModal(
    project,
    request,
    { text, stage: stage.is === 'previewed' ? { ...stage, moved } : stage },
    asked.locale,
  );
}

async function seenStage(deps: ProjectDeps, project: Project, text: string): Promise<ReplyStage> {
  const channel = project.channels.client?.id ?? null;
  const look = channel === null ? null : await deps.looks.look(project.workspace, channel);
  if (channel === null || !look?.seen) return { is: 'notSeen' };
  const found = await lookOver(deps, project, numberedLines(text));
  return { is: 'previewed', channel, people: look.members.map(({ person }) => person), found };
}

/** Is this what was previewed? */
export const isPreviewed = ({ text, seen }: Typed): boolean => seen?.mark === replyMark(text);

/** Sends the answer into the client's thread, once. */
export async function sendReply(
  deps: ProjectDeps,
  asked: Asked,
  { project: id, request }: About,
  { text, seen }: { text: string; seen: SeenReply },
): Promise<Saved<Project> | Refusal> {
  return deps.store.decide(asked.handling, id, (project) => {
    const next = reply(project, { id: request, text, seen, by: actingOf(asked) }, asked.now);
    return isRefusal(next) ? next : repliedChange(project, next, { request, text }, asked);
  });
}

function repliedChange(
  before: Project,
  next: Project,
  { request: about, text }: { request: string; text: string },
  asked: Asked,
): Change<Project> {
  const { _id: id, channels } = next;
  const request = requestOf(before, about);
  if (!request) throw new Error('a request that is not there');
  const key = replyKey(id, about);
  const by = actorOf(asked);
  const [first, ...rest] = replyForClient(release(next), request, { by, text });
  const lines = repliedForTeam(by, text, channels.team.language);
  const parent = clientCardKey(id);
  return {
    project: next,
    happened: [answeredEntry(request, asked.id, { text }, key)],
    rows: () => [
      clientCardRow(id),
      ...(first ? [sayToClient(id, key, first, parent)] : []),
      ...rest.map((line, index) => sayToClient(id, `${key}:${index + 1}`, line, parent)),
      requestRow(id, about),
      ...lines.map((line, index) => sayToTeam(id, `line:${key}:${index}`, line, requestKey(id, about))),
      projectCardRow(id),
    ],
  };
}

export const answeredEntry = ({ id, kind, by }: ClientRequest, actor: string, content: object, said: string) => ({
  kind: 'project.requestAnswered',
  actor,
  content: { id, request: kind, people: [by.id], ...content },
  said,
});
