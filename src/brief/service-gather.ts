import type { Asked, MessageChosen, Replied } from '../io/answers.ts';
import type { Modal } from '../kit/blocks.ts';
import { BOUNDS } from '../kit/bounds.ts';
import type { Change } from '../kit/change.ts';
import { read } from '../kit/form.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import { takeFrom } from '../kit/text.ts';
import type { Project } from '../project/model.ts';
import { mayDo } from '../project/rules-may.ts';
import { actingOf, type ProjectDeps, projectCardRow, projectFor, projectsOf, whoOf } from '../project/service.ts';
import type { BriefRefusals } from './model.ts';
import {
  addForm,
  addMeta,
  type GatheredQuestion,
  type GatherRefusals,
  type Source,
  type SourcePart,
} from './model-gather.ts';
import { addTexts, type Gathering, sourcesOf, withSource } from './rules-gather.ts';
import { briefRow } from './rules-subjects.ts';
import { addModal } from './views-gather-add.ts';

const refuse = refuser<BriefRefusals & GatherRefusals>();

export const gatheringOf = (deps: ProjectDeps, asked: Asked): Gathering => ({
  by: actingOf(asked),
  zone: asked.zone,
  newId: deps.newId,
});

/** A draft is nobody's promise: it is not on the record. */
export const drafted = (project: Project, parts?: { id: string; parts: readonly SourcePart[] }): Change<Project> => ({
  project,
  happened: [],
  rows: () => [briefRow(project._id), projectCardRow(project._id)],
  ...(parts ? { source: parts } : {}),
});

/** The form by which a message goes into the brief of its channel's project. What it says is held until the form comes back. */
export async function openAdd(deps: ProjectDeps, asked: Asked, message: MessageChosen): Replied {
  const found = await projectsOf(deps, asked);
  if (isRefusal(found)) return found;
  const projects = found.filter((project) => mayDo(project, 'writeBrief', whoOf(asked)) === true);
  const [first] = found;
  if (projects.length === 0 && first) return asRefused(mayDo(first, 'writeBrief', whoOf(asked)));
  const { author, channel, ts, threadTs, files } = message;
  if (message.text.trim() === '' && files.length === 0) return refuse('brief.messageEmpty', {});
  const known = author ? await deps.people.known(asked.workspace, author) : null;
  const source = deps.newId();
  const text = takeFrom(message.text, BOUNDS.longAnswer);
  const isCut = text.length < message.text.length;
  const adding = { source, projects, message: { channel, ts, threadTs }, text, files, isCut };
  const view = (name: string | null): Modal => addModal({ ...adding, name }, asked.locale);
  const whole: SourcePart = { heading: null, text: message.text, question: null };
  const afterwards = async () => {
    await deps.sources.hold(asked.workspace, source, [whole]);
    if (!author || known?.name) return null;
    // Whoever never spoke to Liaison is no name yet, and the source is to say whose words it holds.
    const { name } = await deps.people.learn(asked.workspace, author);
    return name ? view(name) : null;
  };
  return { answer: 'open', view: view(known?.name ?? null), afterwards };
}

/** Nobody on the team of any of the projects: the first one's refusal says who can. */
const asRefused = (allowed: true | Refusal): Refusal => (allowed === true ? refuse('brief.notSent', {}) : allowed);

export type FromMessage = {
  source: string;
  name: string | null;
  message: { channel: string; ts: string; threadTs: string | null };
};

/** Adds what a message says to the brief, and keeps the message as its source. */
export async function saveAdd(
  deps: ProjectDeps,
  asked: Asked,
  id: string,
  { source, name, message }: FromMessage,
  { question, text }: { question: GatheredQuestion; text: string },
) {
  const { now, handling } = asked;
  return deps.store.decide(handling, id, (project) => {
    const allowed = mayDo(project, 'writeBrief', whoOf(asked));
    if (isRefusal(allowed)) return allowed;
    if (sourcesOf(project).some((one) => one.id === source)) return null;
    const link = deps.archive.messageLink(message);
    const kept: Source = { ...begun(source, 'message', name, asked), link, fed: [question] };
    const sourced = withSource(project, kept, gatheringOf(deps, asked), now);
    if (isRefusal(sourced)) return sourced;
    const next = addTexts(sourced, [{ question, text, at: 'text' }], gatheringOf(deps, asked), now);
    return isRefusal(next) ? next : drafted(next, { id: source, parts: [{ heading: null, text, question }] });
  });
}

/** A source of which nothing is known yet but where it comes from. */
export const begun = (id: string, kind: Source['kind'], name: string | null, { now, id: by }: Asked): Source => ({
  id,
  kind,
  name,
  link: null,
  at: now.toISOString(),
  by,
  fed: [],
  toCheck: [],
});

/** What a press in the form for a message is about: the message, and the project that is chosen there. */
export function addingIn({ view }: Asked): { project: string; from: FromMessage } | Refusal {
  const meta = addMeta.decode(view?.metadata);
  if (!meta) return refuse('brief.sourceGone', {});
  const { projects, ...from } = meta;
  const chosen = projects.length > 1 ? read(addForm(projects)[0], view?.state ?? {}) : projects[0];
  const project = projects.find((one) => one === chosen);
  return project === undefined ? refuse('brief.whichProject', {}) : { project, from };
}

/** A project for somebody of its team; else why not. */
export async function forTeam(deps: ProjectDeps, asked: Asked, id: string): Promise<Project | Refusal> {
  const project = await projectFor(deps, asked, id);
  const allowed = isRefusal(project) ? project : mayDo(project, 'writeBrief', whoOf(asked));
  return isRefusal(allowed) ? allowed : project;
}
