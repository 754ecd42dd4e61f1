import type { Asked } from '../io/answers.ts';
import type { Saved } from '../io/store.ts';
import type { Handling } from '../io/handling.ts';
import type { Row } from '../io/outbox.ts';
import { isRefusal, type Refusal } from '../kit/refusal.ts';
import type { Change, Happened } from '../kit/change.ts';
import { type Person, personKey } from '../kit/person.ts';
import { type RowDraft, sayToPerson } from '../kit/rows.ts';
import { LIAISON_ITSELF, type Project } from './model.ts';
import { managers } from './rules.ts';
import { answerJoiner, holds, joined, joinerRows, left, shared } from './rules-joiners.ts';
import { type ProjectDeps, projectCardRow } from './service.ts';
import { heldNote, undeliveredNote } from './views-joiner.ts';

/** The project whose team channel this is; undefined for every other channel. */
async function projectOfTeam(deps: ProjectDeps, workspace: string, channel: string): Promise<Project | undefined> {
  const found = await deps.store.inChannel(workspace, channel, 1);
  return found.find((project) => project.channels.team.id === channel);
}

/** Somebody joined a channel: in a team channel, whoever is not on the roster is asked about once. */
export async function someoneJoined(
  deps: ProjectDeps,
  handling: Handling,
  channel: string,
  person: Person,
): Promise<void> {
  const project = await projectOfTeam(deps, handling.workspace, channel);
  if (!project) return;
  const known = await deps.people.learn(handling.workspace, person);
  if (known.kind === 'bot') return;
  const who = { person, id: known.id, outsider: known.kind !== 'member' };
  await deps.store.decide(handling, project._id, (current) => {
    const next = joined(current, who, handling.now);
    return next && { project: next, happened: holds(current, next), rows: () => joinerRows(next, person) };
  });
}

/** Somebody left a team channel: what was held because of them goes on. */
export async function someoneLeft(
  deps: ProjectDeps,
  handling: Handling,
  channel: string,
  person: Person,
): Promise<void> {
  const project = await projectOfTeam(deps, handling.workspace, channel);
  if (!project) return;
  await deps.store.decide(handling, project._id, (current) => {
    const next = left(current, person);
    return next && { project: next, happened: holds(current, next), rows: () => [] };
  });
}

/** A team channel was shared with another company, or is not any more: posts stop, and the account manager is told. */
export async function teamChannelShared(
  deps: ProjectDeps,
  handling: Handling,
  channel: string,
  isShared: boolean,
): Promise<void> {
  const project = await projectOfTeam(deps, handling.workspace, channel);
  if (!project) return;
  await deps.store.decide(handling, project._id, (current) => {
    const next = shared(current, isShared);
    if (!next) return null;
    const note = heldNote(next, next.channels.team.language);
    const told = managers(next).map((manager) =>
      sayToPerson(manager, next._id, `held:${next._id}:${next.revision}:${personKey(manager)}`, note),
    );
    return { project: next, happened: holds(current, next), rows: () => (isShared ? told : []) };
  });
}

/** The account manager says whether somebody is on the team. */
export async function decideJoiner(
  deps: ProjectDeps,
  asked: Asked,
  { project: id, about, onTheTeam }: { project: string; about: string; onTheTeam: boolean },
): Promise<Saved<Project> | Refusal> {
  return deps.store.decide(asked.handling, id, (current): Change<Project> | Refusal => {
    const next = answerJoiner(current, asked.person, about, onTheTeam, asked.now);
    if (isRefusal(next)) return next;
    const joiner = next.joiners.find((one) => personKey(one.person) === about);
    const kind = onTheTeam ? 'project.personAdded' : 'project.personNotOnTeam';
    const happened: Happened = { kind, actor: asked.id, content: { people: joiner ? [joiner.id] : [] } };
    return {
      project: next,
      happened: [happened, ...holds(current, next)],
      rows: () => [...(joiner ? joinerRows(next, joiner.person) : []), projectCardRow(id)],
    };
  });
}

/** Slack refused a message for good: it is set aside, recorded, and shown to the account managers. */
export async function notDelivered(deps: ProjectDeps, handling: Handling, row: Row): Promise<void> {
  const { project: id, error } = row;
  if (id === null) return;
  await deps.store.decide(handling, id, (current) => ({
    project: { ...current, undelivered: current.undelivered + 1 },
    happened: [{ kind: 'project.undelivered', actor: LIAISON_ITSELF, content: { row: row._id, error: error ?? '' } }],
    rows: () => (row.place.kind === 'channel' ? [projectCardRow(id), ...undelivered(current, row)] : []),
  }));
}

function undelivered(project: Project, row: Row): RowDraft[] {
  const note = undeliveredNote(project, row.error ?? '', project.channels.team.language);
  return managers(project).map((manager) =>
    sayToPerson(manager, project._id, `undelivered:${row._id}:${personKey(manager)}`, note),
  );
}
