import type { Asked } from '../io/answers.ts';
import type { DrawCard } from '../io/bot.ts';
import type { Modal } from '../kit/blocks.ts';
import type { Change } from '../kit/change.ts';
import type { Day } from '../kit/calendar.ts';
import { isRefusal, type Refusal } from '../kit/refusal.ts';
import { sayToClient, sayToTeam } from '../kit/rows.ts';
import type { Project, RequestKind } from '../project/model.ts';
import { clientLanguage } from '../project/rules.ts';
import { release } from '../project/rules-released.ts';
import { actingOf, type ProjectDeps, projectCardRow, projectFor, whoOf } from '../project/service.ts';
import { clientCardKey, clientCardRow } from './rules-card.ts';
import { mayAsk, receive, requestKey, requestOf, requestRow } from './rules-requests.ts';
import { receivedForClient, requestCard, requestModal, requestRest } from './views-requests.ts';

/** The form of one kind, for whoever may ask. */
export async function openRequest(
  deps: ProjectDeps,
  asked: Asked,
  { project: id, kind }: { project: string; kind: RequestKind },
): Promise<Modal | Refusal> {
  const project = await projectFor(deps, asked, id);
  if (isRefusal(project)) return project;
  const allowed = mayAsk(project, { ...whoOf(asked), from: asked.channel });
  if (allowed !== true) return allowed;
  return requestModal(release(project), { kind, id: deps.newId(), channel: asked.channel }, asked.locale);
}

/** What was entered; `channel` is where the form was opened. */
export type Entered = {
  project: string;
  id: string;
  kind: RequestKind;
  channel: string | null;
  text: string;
  wantedOn: Day | null;
  since: string | null;
};

/** Saves a request of the client's: they see it in the thread of their card, and the team is called. */
export async function saveRequest(deps: ProjectDeps, asked: Asked, entered: Entered): Promise<Project | Refusal> {
  const { project: id, channel: from, ...request } = entered;
  const saved = await deps.store.decide(asked.handling, id, (project) => {
    const next = receive(project, { ...request, by: actingOf(asked), from, zone: asked.zone }, asked.now);
    if (isRefusal(next)) return next;
    return next === project ? null : receivedChange(next, request.id);
  });
  return isRefusal(saved) ? saved : saved.project;
}

function receivedChange(project: Project, id: string): Change<Project> {
  const request = requestOf(project, id);
  if (!request) throw new Error('a request that is not there');
  const { kind, text, wantedOn, since, by } = request;
  const { _id: of, channels } = project;
  const said = requestKey(of, id);
  const shown = release(project).requests.find((one) => one.id === id);
  const lines = shown ? receivedForClient(shown, clientLanguage(project)) : [];
  const rest = requestRest(request, channels.team.language);
  return {
    project,
    happened: [
      {
        kind: 'project.requestReceived',
        actor: by.id,
        content: { id, request: kind, text, wantedOn, since: since ?? null, people: [by.id] },
        said,
      },
    ],
    rows: () => [
      clientCardRow(of),
      ...lines.map((line, index) => sayToClient(of, `received:${of}:${id}:${index}`, line, clientCardKey(of))),
      requestRow(of, id),
      ...rest.map((line, index) => sayToTeam(of, `${said}:rest:${index}`, line, said)),
      projectCardRow(of),
    ],
  };
}

/** The team's message of a request, as it is now; nothing is drawn anew of one that was settled long ago. */
export const drawRequest: DrawCard<Project> = async ({ project, about, locale }) => {
  const request = requestOf(project, about);
  return request && requestCard(project, request, locale);
};
