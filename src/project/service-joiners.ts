import type { Asked } from '../io/answers.ts';
import type { Saved } from '../io/store.ts';
import type { Handling } from '../io/handling.ts';
import type { Row } from '../io/outbox.ts';
import { isRefusal, type Refusal } from '../kit/refusal.ts';
import type { Message } from '../kit/blocks.ts';
import type { Change, Happened } from '../kit/change.ts';
import type { Locale } from '../kit/locale.ts';
import { type Person, personKey } from '../kit/person.ts';
import { type RowDraft, sayToPerson } from '../kit/rows.ts';
import { LIAISON_ITSELF, type Project } from './model.ts';
import { managers } from './rules.ts';
import { answerJoiner, holds, joined, joinerRows, left, shared } from './rules-joiners.ts';
import { type ProjectDeps, projectCardRow } from './service.ts';
import { heldNote, undeliveredNote } from './views-joiner.ts';

/**
 * The project whose team channel this is; undefined for every other channel. Of a channel without a project, what was seen is
 * forgotten: somebody may be about to take it over on the strength of it.
 */
async function projectOfTeam(deps: ProjectDeps, workspace: string, channel: string): Promise<Project | undefined> {
  const found = await deps.store.inChannel(workspace, channel, 1);
  if (found.length === 0) await deps.looks.drop(workspace, channel);
  return found.find((project) => project.channels.team.id === channel);
}

/**
 * Is somebody in the channel now? Events come late and out of order, so what is decided is decided on what is, not on what an
 * event says. Undefined where Slack does not show the channel.
 */
async function isThere(
  deps: ProjectDeps,
  workspace: string,
  channel: string,
  person: Person,
): Promise<boolean | undefined> {
  const look = await deps.looks.look(workspace, channel);
  if (!look.seen || look.more) return undefined;
  return look.members.some((member) => member.person.user === person.user);
}

/** Somebody joined a channel: in a team channel, whoever is not on the roster is asked about once. */
export async function someoneJoined(
  deps: ProjectDeps,
  handling: Handling,
  channel: string,
  person: Person,
): Promise<void> {
  const { workspace } = handling;
  if (!(await projectOfTeam(deps, workspace, channel))) return;
  const { kind, id, name } = await deps.people.learn(workspace, person);
  // Where Slack does not answer they count as there: what the team says is held back until somebody has said who they are.
  const there = await isThere(deps, workspace, channel, person).catch(() => undefined);
  if (kind === 'bot' || there === false) return;
  const who = { person, id, name, outsider: kind !== 'member' };
  const asking = (project: Project) => joinerRows(project, person);
  await inTeamChannel(deps, handling, channel, (project) => joined(project, who, handling.now), asking);
}

/** Somebody left a team channel: what was held because of them goes on. */
export async function someoneLeft(
  deps: ProjectDeps,
  handling: Handling,
  channel: string,
  person: Person,
): Promise<void> {
  if (!(await projectOfTeam(deps, handling.workspace, channel))) return;
  if ((await isThere(deps, handling.workspace, channel, person)) === true) return;
  await inTeamChannel(deps, handling, channel, (project) => left(project, person));
}

/** A team channel was shared with another company, or is not any more: posts stop, and the account manager is told. */
export async function teamChannelShared(
  deps: ProjectDeps,
  handling: Handling,
  channel: string,
  told: boolean,
): Promise<void> {
  const found = await projectOfTeam(deps, handling.workspace, channel);
  if (!found) return;
  const look = await deps.looks.look(handling.workspace, channel);
  const isShared = look.seen ? look.isShared : told;
  const speaks = await languagesOf(deps, found);
  const notes = (project: Project) => (isShared ? heldNotes(project, speaks) : []);
  await inTeamChannel(deps, handling, channel, (project) => shared(project, isShared), notes);
}

/** Changes the project whose team channel it is; nothing where it is nobody's, or where nothing follows. */
async function inTeamChannel(
  deps: ProjectDeps,
  handling: Handling,
  channel: string,
  change: (project: Project) => Project | null,
  told: (project: Project) => RowDraft[] = () => [],
): Promise<void> {
  const project = await projectOfTeam(deps, handling.workspace, channel);
  if (!project) return;
  await deps.store.decide(handling, project._id, (current) => {
    const next = change(current);
    if (!next) return null;
    const happened = holds(current, next);
    // The card names the record's last entry.
    const cards = happened.length > 0 ? [projectCardRow(next._id)] : [];
    return { project: next, happened, rows: () => [...told(next), ...cards] };
  });
}

/** The language of each account manager, by their key: what is told to them alone is told in their own. */
async function languagesOf(deps: ProjectDeps, project: Project | undefined): Promise<Map<string, Locale>> {
  if (!project) return new Map();
  const { workspace, channels } = project;
  const known = await Promise.all(managers(project).map(async (manager) => deps.people.known(workspace, manager)));
  return new Map(known.map((person) => [personKey(person), deps.people.language(person, channels.team.language)]));
}

/** The same to each account manager, in their own language. `key` is the row's, without the person. */
function tellManagers(
  project: Project,
  speaks: ReadonlyMap<string, Locale>,
  key: string,
  note: (locale: Locale) => Message<'person'>,
): RowDraft[] {
  return managers(project).map((manager) => {
    const locale = speaks.get(personKey(manager)) ?? project.channels.team.language;
    return sayToPerson(manager, project._id, `${key}:${personKey(manager)}`, note(locale));
  });
}

const heldNotes = (project: Project, speaks: ReadonlyMap<string, Locale>): RowDraft[] =>
  tellManagers(project, speaks, `held:${project._id}:${project.revision}`, (locale) => heldNote(project, locale));

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
  const { project: id, place } = row;
  if (id === null) return;
  const error = row.error ?? '';
  // The card that failed cannot show it: drawn again it would fail again, without end.
  const isOwnCard = row.kind === 'card' && row.subject.kind === 'project';
  const cards = isOwnCard ? [] : [projectCardRow(id)];
  const speaks = await languagesOf(deps, (await deps.store.project(handling.workspace, id)) ?? undefined);
  await deps.store.decide(handling, id, (current) => ({
    project: { ...current, undelivered: current.undelivered + 1 },
    happened: [{ kind: 'project.undelivered', actor: LIAISON_ITSELF, content: { row: row.kind, error } }],
    rows: () => {
      // A message to one person that fails is shown on the card alone: a second one to them would fail as well.
      if (place.kind !== 'channel') return cards;
      const note = (locale: Locale) => undeliveredNote(current, error, locale);
      return [...cards, ...tellManagers(current, speaks, `undelivered:${row._id}`, note)];
    },
  }));
}
