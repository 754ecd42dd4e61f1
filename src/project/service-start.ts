import type { Asked } from '../io/answers.ts';
import type { SeenLook } from '../io/looks.ts';
import type { Saved } from '../io/store.ts';
import type { Change } from '../kit/change.ts';
import type { Answers } from '../kit/form.ts';
import type { Person } from '../kit/person.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import { cardKey, doing, type RowDraft, teamOf } from '../kit/rows.ts';
import { channelName } from '../kit/slug.ts';
import type { Project, ProjectRefusals, startForm, TEAM_ROOMS } from './model.ts';
import type { Stage } from './model-life.ts';
import { withDirectors } from './rules-directors.ts';
import { holds, joinerRows, takenOver } from './rules-joiners.ts';
import { nameKey, start } from './rules.ts';
import { actorOf, mayStart, type ProjectDeps, projectCardRow, projectSubject, topicRows } from './service.ts';

const refuse = refuser<ProjectRefusals>();

export type Starting = {
  id: string;
  answers: Answers<typeof startForm>;
  /** Where a campaign stands already; null for its beginning. */
  stage: Stage | null;
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
  const { id, answers, stage } = starting;
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
      { id, workspace, by: actorOf(asked), answers: named, stage, clientId: client.id, channel, language, zone },
      asked.now,
    );
    const project = isRefusal(begun) || here === undefined ? begun : takenOver(begun, presentIn(here), asked.now);
    if (isRefusal(project)) return project;
    const fresh = { _id: client.id, workspace, name: client.name, nameKey: key };
    const { people: directors = [] } = deps.settings.now().directors.find((one) => one.client.id === client.id) ?? {};
    const overseen = withDirectors(project, directors, asked.now);
    return { ...started(overseen, asked), ...(known ? {} : { client: fresh }) };
  });
}

/** Whoever was seen in a channel, and whether they may read along without being asked about. */
export const presentIn = (look: SeenLook) =>
  look.members.map(({ person, id, name, kind }) => ({ person, id, name, outsider: kind !== 'member' }));

function started(project: Project, asked: Asked): Change<Project> {
  const { _id: id } = project;
  const people = project.people.map((member) => member.id);
  const { work } = project;
  const at = work.kind === 'campaign' && work.startedIn ? { stage: work.startedIn } : {};
  const content = { client: project.client.id, work: work.kind, people, ...at };
  const said = cardKey(projectSubject(id));
  return {
    project,
    happened: [{ kind: 'project.started', actor: asked.id, content, said }, ...holds(null, project)],
    rows: () => [
      ...(project.channels.team.id === null ? makingChannel(project, asked.person) : []),
      ...topicRows(project),
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
