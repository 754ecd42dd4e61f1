import type { Asked } from '../io/answers.ts';
import type { Deps } from '../io/deps.ts';
import type { SeenLook } from '../io/looks.ts';
import type { Saved } from '../io/store.ts';
import { BOUNDS } from '../kit/bounds.ts';
import type { Change, Happened } from '../kit/change.ts';
import type { Answers } from '../kit/form.ts';
import type { Person } from '../kit/person.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import { card, cardKey, doing, type RowDraft, sayToTeam, type Subject, teamOf } from '../kit/rows.ts';
import { channelName } from '../kit/slug.ts';
import { called } from '../kit/text.ts';
import { type Project, type ProjectRefusals, type Stage, type startForm, type TEAM_ROOMS } from './model.ts';
import { gateLacks } from './rules-gate.ts';
import { holds, joinerRows, takenOver } from './rules-joiners.ts';
import { nameKey, nextStage, sideOf, start, startNextStage } from './rules.ts';
import { stageLine, topicOf } from './views.ts';

export type ProjectDeps = Deps<Project>;

const refuse = refuser<ProjectRefusals>();

/** Who acts, as rules and record know them. */
export const actorOf = ({ person, id, name }: Asked) => ({ person, id, name });

export const projectSubject = (project: string): Subject => ({ kind: 'project', project, about: null });
/** The project's card, to be drawn again. */
export const projectCardRow = (project: string): RowDraft => card(teamOf(project), projectSubject(project));

/**
 * The projects of the channel where somebody typed a command. Commands are for the agency's side: members of the
 * workspace who are on no client's roster, and guests whom the roster puts on the agency's side.
 */
export async function projectsOf(deps: ProjectDeps, asked: Asked): Promise<Project[] | Refusal> {
  const { workspace, channel, kind } = asked;
  if (kind === 'external' || kind === 'bot') return refuse('project.commandsAreInside', {});
  if (kind === 'unknown') return refuse('project.whoAreYou', {});
  const found = channel ? await deps.store.inChannel(workspace, channel, BOUNDS.projectsNamed) : [];
  const inside = found.filter((project) => mayLookInside(asked, project));
  const isClients = kind === 'guest' || found.length > inside.length;
  if (inside.length === 0) return isClients ? refuse('project.commandsAreInside', {}) : refuse('project.noneHere', {});
  return inside;
}

/** The projects on whose team somebody is; none for the client's people, whom commands do not answer. */
export async function projectsOfPerson(deps: ProjectDeps, asked: Asked): Promise<Project[]> {
  const found = await deps.store.ofPerson(asked.workspace, asked.person, BOUNDS.projectsNamed);
  return found.filter((project) => mayLookInside(asked, project));
}

/** May this person see what is internal? Members of the workspace who are no client's, and guests of the agency's side. */
function mayLookInside({ kind, person }: Asked, project: Project): boolean {
  const side = sideOf(project, person);
  return kind === 'member' ? side !== 'client' : side === 'agency';
}

/** May this person start projects? Members of the agency's workspace may, guests and other companies' people may not. */
export function mayStart({ kind }: Asked): true | Refusal {
  if (kind === 'unknown') return refuse('project.whoAreYou', {});
  return kind === 'member' || refuse('project.commandsAreInside', {});
}

export type Starting = {
  id: string;
  answers: Answers<typeof startForm>;
  room: (typeof TEAM_ROOMS)[number];
  /** The channel where `/project new` was typed, if it could be the team channel. */
  here: string | null;
};

/** Starts a project: its channel, its topic and its pinned card follow from the same transaction. */
export async function startProject(
  deps: ProjectDeps,
  asked: Asked,
  starting: Starting,
): Promise<Saved<Project> | Refusal> {
  const allowed = mayStart(asked);
  if (allowed !== true) return allowed;
  const { id, answers } = starting;
  const key = nameKey(answers.client);
  if (key === '') return refuse('project.nameEmpty', {}, { at: 'client' });
  const channel = starting.room === 'thisChannel' ? starting.here : null;
  return deps.store.create(asked.handling, id, async () => {
    const here = channel === null ? undefined : await freeLook(deps, asked.workspace, channel);
    if (here === 'notSeen') return refuse('project.lookMissing', {}, { at: 'room' });
    if (here === null) return refuse('project.channelNotFree', {}, { at: 'room' });
    const known = await deps.archive.client(asked.workspace, key);
    const client = { id: known?.id ?? deps.newId(), name: known?.name ?? answers.client };
    const { workspace, locale: language, zone } = asked;
    const named = { ...answers, client: client.name };
    const begun = start(
      { id, workspace, by: actorOf(asked), answers: named, clientId: client.id, channel, language, zone },
      asked.now,
    );
    const project = isRefusal(begun) || here === undefined ? begun : takenOver(begun, presentIn(here), asked.now);
    if (isRefusal(project)) return project;
    const fresh = { _id: client.id, workspace, name: client.name, nameKey: key };
    return { ...started(project, asked), ...(known ? {} : { client: fresh }) };
  });
}

const presentIn = (look: SeenLook) =>
  look.members.map(({ person, id, name, kind }) => ({ person, id, name, outsider: kind !== 'member' }));

function started(project: Project, asked: Asked): Change<Project> {
  const { _id: id } = project;
  const people = project.people.map((member) => member.id);
  const content = { client: project.client.id, work: project.work.kind, people };
  const said = cardKey(projectSubject(id));
  return {
    project,
    happened: [{ kind: 'project.started', actor: asked.id, content, said }, ...holds(null, project)],
    rows: () => [
      ...(project.channels.team.id === null ? makingChannel(project, asked.person) : []),
      topicRow(project),
      projectCardRow(id),
      doing(teamOf(id), `pin:${id}`, { do: 'pin', message: said }),
      ...project.joiners.flatMap(({ person }) => joinerRows(project, person)),
    ],
  };
}

function makingChannel({ _id: id, client, name }: Project, manager: Person): RowDraft[] {
  return [
    doing(teamOf(id), `create:${id}`, { do: 'createChannel', name: channelName([client.name, name], id) }),
    doing(teamOf(id), `invite:${id}`, { do: 'invite', people: [manager] }),
  ];
}

/** The topic names the stage, so each stage sets it once. */
function topicRow(project: Project): RowDraft {
  const stage = project.work.kind === 'campaign' ? project.work.stage : 'job';
  const topic = topicOf(project, project.channels.team.language);
  return doing(teamOf(project._id), `topic:${project._id}:${stage}`, { do: 'topic', topic });
}

/**
 * What was seen of a channel, if it could become a team channel: private, unshared, the bot in it, no other project's. Null
 * where it could not; `notSeen` where it was not looked at lately: then it is, for the next press.
 */
async function freeLook(deps: ProjectDeps, workspace: string, channel: string): Promise<SeenLook | null | 'notSeen'> {
  const look = await deps.looks.last(workspace, channel);
  if (!look) {
    deps.looks.refresh(workspace, channel);
    return 'notSeen';
  }
  if (!look.seen || !fitsTeam(look)) return null;
  return (await deps.store.inChannel(workspace, channel, 1)).length === 0 ? look : null;
}

/** Looks at the present channel now; gives its name, or null where it could not become a team channel. */
export async function freeChannelHere(
  deps: ProjectDeps,
  asked: Asked,
): Promise<{ channel: string; name: string } | null> {
  const { channel, workspace } = asked;
  if (channel === null) return null;
  await deps.looks.look(workspace, channel);
  const free = await freeLook(deps, workspace, channel);
  return free === null || free === 'notSeen' ? null : { channel, name: free.name };
}

const fitsTeam = (look: SeenLook): boolean => look.isPrivate && !look.isShared && !look.isArchived && look.isMember;

/** Moves a project to its next stage through its gate. */
export async function startStage(
  deps: ProjectDeps,
  asked: Asked,
  { project: id, from }: { project: string; from: Stage },
): Promise<Saved<Project> | Refusal> {
  return deps.store.decide(asked.handling, id, (project) => {
    const next = startNextStage(project, asked.person, from, gateLacks(project));
    if (isRefusal(next)) return next;
    const to = nextStage(project) ?? from;
    const said = `line:${id}:stage:${to}`;
    const happened: Happened = { kind: 'project.stageStarted', actor: asked.id, content: { from, stage: to }, said };
    const line = stageLine(from, to, called(asked), next.channels.team.language);
    return {
      project: next,
      happened: [happened],
      rows: () => [topicRow(next), projectCardRow(id), sayToTeam(id, said, line, cardKey(projectSubject(id)))],
    };
  });
}

/** Reads one project for showing what is internal of it. */
export async function projectInside(deps: ProjectDeps, asked: Asked, id: string): Promise<Project | Refusal> {
  const project = await projectFor(deps, asked, id);
  if (isRefusal(project) || mayLookInside(asked, project)) return project;
  return refuse('project.commandsAreInside', {});
}

/** Reads one project for showing it to somebody who typed or pressed something about it. */
export async function projectFor(
  deps: Pick<ProjectDeps, 'store'>,
  asked: Asked,
  id: string,
): Promise<Project | Refusal> {
  const project = await deps.store.project(asked.workspace, id);
  return project ?? refuse('project.noneHere', {});
}
