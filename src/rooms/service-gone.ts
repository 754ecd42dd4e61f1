import type { Handling } from '../io/handling.ts';
import type { Message } from '../kit/blocks.ts';
import type { Locale } from '../kit/locale.ts';
import { type Person, personKey, samePerson } from '../kit/person.ts';
import type { RowDraft } from '../kit/rows.ts';
import type { Project } from '../project/model.ts';
import { type Member, SIDE_OF } from '../project/model-people.ts';
import { LIAISON_ITSELF } from '../project/model-record.ts';
import { isEnded } from '../project/rules-life.ts';
import { type ProjectDeps, projectCardRow } from '../project/service.ts';
import { languagesOf, leadersOf, overseersOf, tellAll } from '../project/service-tell.ts';
import { dutiesOf, withGone, withoutGone } from './rules-gone.ts';
import { projectsInRoom, roomChanged } from './service-rooms.ts';
import { backNote, goneNote, leftNote, maybeNote } from './views-gone.ts';

/** Nobody is on more rosters than this; what is beyond waits for the next change. */
const MOST_PROJECTS = 500;

/**
 * Something about somebody's account is another than before. What Slack says of them now counts, not what was told: their place
 * is vacant in each of their projects, or theirs again. What else was learned of them is learned anew.
 */
export async function personChanged(
  deps: ProjectDeps,
  handling: Handling,
  { person, toldGone }: { person: Person; toldGone: boolean },
): Promise<void> {
  const { workspace } = handling;
  await deps.people.forget(workspace, person);
  if (toldGone) await leaveRooms(deps, handling, person);
  const projects = await deps.store.ofPerson(workspace, person, MOST_PROJECTS);
  if (projects.length === 0) return;
  const { isGone, learnedAt } = await deps.people.learn(workspace, person);
  if (learnedAt === null) throw new Error('Slack did not tell whether somebody is gone');
  for (const project of projects) await decideGone(deps, handling, project, { person, isGone: isGone === true });
}

/** Of an account that is switched off Slack tells no leaving, so the rooms where they were asked about are looked at. */
async function leaveRooms(deps: ProjectDeps, handling: Handling, person: Person): Promise<void> {
  for (const { channels } of await deps.store.askedAbout(handling.workspace, person, MOST_PROJECTS)) {
    if (channels.team.id !== null) await roomChanged(deps, handling, { channel: channels.team.id });
  }
}

type Fate = { person: Person; isGone: boolean };

async function decideGone(deps: ProjectDeps, handling: Handling, { _id: id, ...found }: Project, fate: Fate) {
  const { person, isGone } = fate;
  const administrators = deps.settings.administrators();
  const speaks = await languagesOf(deps, { _id: id, ...found }, administrators);
  // One decision a project: an event that is taken up again finds them done.
  await deps.store.decide({ ...handling, delivery: null }, id, (current) => {
    const next = isGone ? withGone(current, person, handling.now) : withoutGone(current, person);
    const member = next?.people.find((one) => samePerson(one.person, person));
    if (!next || !member) return null;
    const by = isGone ? {} : { by: 'back' };
    const note = (locale: Locale): Message<'person'> =>
      isGone
        ? goneNote({ project: next, member, duties: dutiesOf(next, member) }, locale)
        : backNote({ project: next, member }, locale);
    const told = isEnded(next) ? [] : toldOf(next, member, administrators);
    const key = `gone:${id}:${member.id}:${isGone}:${handling.delivery}`;
    return {
      project: next,
      happened: [{ kind: 'project.personGone', actor: LIAISON_ITSELF, content: { people: [member.id], ...by } }],
      rows: () => [...tellAll(next, told, speaks, { key, note }), projectCardRow(id)],
    };
  });
}

/** Whoever runs the project; where its account manager is gone, its directors and the administrators besides. */
function toldOf(project: Project, member: Member, administrators: readonly Person[]): Person[] {
  const leaders = leadersOf(project, administrators);
  const isManager = member.role === 'accountManager';
  const all = isManager ? [...leaders, ...directorsOf(project), ...overseersOf(project, administrators)] : leaders;
  const unique = new Map(all.map((person) => [personKey(person), person]));
  unique.delete(personKey(member.person));
  return [...unique.values()];
}

const directorsOf = (project: Project): Person[] =>
  project.people.filter(({ role, gone }) => role === 'accountDirector' && !gone).map(({ person }) => person);

/** Somebody has a new account. Whoever runs a project in which somebody of that name is gone is told; nobody is replaced. */
export async function personArrived(
  deps: ProjectDeps,
  handling: Handling,
  { person, names }: { person: Person; names: readonly string[] },
): Promise<void> {
  if (names.length === 0) return;
  for (const project of await deps.store.missing(handling.workspace, names, MOST_PROJECTS)) {
    const administrators = deps.settings.administrators();
    const speaks = await languagesOf(deps, project, administrators);
    await deps.store.decide({ ...handling, delivery: null }, project._id, (current) => {
      const known = current.people.some((one) => samePerson(one.person, person));
      const missing = current.people.filter(({ name, gone }) => gone && name !== null && names.includes(name));
      const rows = (): RowDraft[] =>
        missing.flatMap((member) => {
          const note = (locale: Locale) => maybeNote({ project: current, member }, { name: names[0] ?? '?' }, locale);
          const key = `maybe:${current._id}:${member.id}:${personKey(person)}`;
          return tellAll(current, leadersOf(current, administrators), speaks, { key, note });
        });
      return known || isEnded(current) ? null : { project: current, happened: [], rows };
    });
  }
}

/** Somebody of the client's left a client channel: what is asked of them there they cannot read any more. */
export async function clientLeft(
  deps: ProjectDeps,
  handling: Handling,
  { channel, person }: { channel: string; person: Person },
): Promise<void> {
  const look = await deps.looks.last(handling.workspace, channel);
  const isThere = look?.seen === true && (look.more || look.members.some((one) => samePerson(one.person, person)));
  if (isThere) return;
  for (const project of await projectsInRoom(deps, handling.workspace, channel)) {
    const administrators = deps.settings.administrators();
    const speaks = await languagesOf(deps, project, administrators);
    await deps.store.decide({ ...handling, delivery: null }, project._id, (current) => {
      const member = leaverIn(current, channel, person);
      if (!member) return null;
      const duties = dutiesOf(current, member);
      const note = (locale: Locale) => leftNote({ project: current, member, duties }, locale);
      const key = `left:${current._id}:${member.id}:${handling.delivery}`;
      const rows = () => tellAll(current, leadersOf(current, administrators), speaks, { key, note });
      return { project: current, happened: [], rows };
    });
  }
}

/** Where the whole channel is held, everybody is told of that; and whoever is gone has been told of. */
function leaverIn(project: Project, channel: string, person: Person): Member | undefined {
  const { client } = project.channels;
  if (client?.id !== channel || client.hold !== null || isEnded(project)) return undefined;
  const member = project.people.find((one) => samePerson(one.person, person));
  const isAsked = member?.role === 'approver' || member?.role === 'clientContact';
  return member && isAsked && !member.gone && SIDE_OF[member.role] === 'client' ? member : undefined;
}
