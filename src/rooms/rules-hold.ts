import type { HoldReason, Side } from '../kit/aggregate.ts';
import type { Happened } from '../kit/change.ts';
import { type Person, samePerson } from '../kit/person.ts';
import type { Project } from '../project/model.ts';
import { LIAISON_ITSELF } from '../project/model-record.ts';
import { holds, joined, left } from '../project/rules-joiners.ts';
import { type Actor, sideOf, withHold } from '../project/rules.ts';

/** What was seen of a room: Slack does not show a private channel without Liaison, as it does not show one that is deleted. */
export type RoomLook =
  | { seen: false }
  | {
      seen: true;
      isMember: boolean;
      isArchived: boolean;
      /** Nobody can write in it any more, because the connection with the other company was severed. */
      isFrozen: boolean;
      /** Shared with another company, or about to be. */
      isShared: boolean;
      isPrivate: boolean;
      members: readonly (Actor & { kind: string })[];
      /** There are people in it who are not named. */
      more: boolean;
    };

/** Reasons that are in the room itself; an outsider is a matter of who is in it. */
export type RoomReason = Exclude<HoldReason, 'outsider'>;

/**
 * What stands in the way of posting into a room, whoever is in it: of several reasons the first. Nothing of what was before
 * counts, but that a deleted channel never comes back; so the order in which events come in does not matter.
 */
export function obstacleIn(side: Side, look: RoomLook, isDeleted: boolean): RoomReason | null {
  if (!look.seen) return isDeleted ? 'deleted' : 'removed';
  if (!look.isMember) return 'removed';
  if (look.isArchived) return 'archived';
  if (look.isFrozen) return 'severed';
  // A client channel is there to be shared, and whether it is public is for those two companies to say.
  if (side === 'client') return null;
  if (look.isShared) return 'shared';
  return look.isPrivate ? null : 'public';
}

/** Somebody of whom Slack told that they came or went. It may be late: what is seen counts, where everybody is named. */
export type Told = { joined?: Actor & { kind: string }; left?: Person; isDeleted?: boolean };

/**
 * A project after what Slack told of its room and a look at it. Null where nothing is another than before.
 */
export function afterLook(
  project: Project,
  side: Side,
  { look, told, now }: { look: RoomLook; told: Told; now: Date },
): Project | null {
  const channel = project.channels[side];
  if (channel === null) return null;
  const isDeleted = told.isDeleted === true || channel.hold?.reason === 'deleted';
  const obstacle = obstacleIn(side, look, isDeleted);
  const next =
    side === 'team'
      ? withTeamObstacle(withPresent(project, look, told, now), obstacle)
      : withClientHold(project, obstacle ?? (isCutOff(project, look) ? 'severed' : null));
  return isSame(project, next) ? null : next;
}

/** A job lives in the rooms of its project, whose people are asked about there, once. */
function withPresent(project: Project, look: RoomLook, told: Told, now: Date): Project {
  if (project.parent) return project;
  const isEverybodyNamed = look.seen && !look.more;
  const named = look.seen ? look.members.filter(({ kind }) => kind !== 'bot') : [];
  const isHere = (person: Person) => named.some((one) => samePerson(one.person, person));
  const over = project.joiners.filter((joiner) => {
    const isGone = isEverybodyNamed
      ? !isHere(joiner.person)
      : told.left !== undefined && samePerson(told.left, joiner.person) && !isHere(joiner.person);
    // Taken off the roster since they were spoken for: they are asked about again.
    return isGone || (joiner.answer === 'onTheTeam' && !isInside(project, joiner));
  });
  const remaining = over.reduce((next, { person }) => left(next, person) ?? next, project);
  const came = told.joined && told.joined.kind !== 'bot' && !(isEverybodyNamed && !isHere(told.joined.person));
  const present = named.reduce((next, one) => (isAsked(next, one) ? next : withJoiner(next, one, now)), remaining);
  // Whoever was sent away and comes back is asked about again.
  return came && told.joined ? withJoiner(present, told.joined, now) : present;
}

const isAsked = ({ joiners }: Project, { person }: Actor): boolean =>
  joiners.some((joiner) => samePerson(joiner.person, person));

const withJoiner = (project: Project, { person, id, name, kind }: Actor & { kind: string }, now: Date): Project =>
  joined(project, { person, id, name, outsider: kind !== 'member' }, now) ?? project;

const isInside = (project: Project, { person }: Pick<Actor, 'person'>): boolean => {
  const side = sideOf(project, person);
  return side === 'agency' || side === 'partner';
};

/** Sets or takes off what is in the room itself; without it, whoever reads along there decides. */
export function withTeamObstacle(project: Project, reason: RoomReason | null): Project {
  const hold = reason === null ? null : { reason, people: [] };
  const { team } = project.channels;
  if (reason !== null && team.hold?.reason === reason) return project;
  return withHold({ ...project, channels: { ...project.channels, team: { ...team, hold } } });
}

function withClientHold(project: Project, reason: RoomReason | null): Project {
  const { client } = project.channels;
  if (client === null || (client.hold?.reason ?? null) === reason) return project;
  const hold = reason === null ? null : { reason, people: [] };
  return { ...project, channels: { ...project.channels, client: { ...client, hold } } };
}

/**
 * The other company's people were in the client channel and nobody of the client is any more: it was unshared. A channel of
 * guests was never shared, nor was one whose invitations nobody has accepted.
 */
function isCutOff(project: Project, look: RoomLook): boolean {
  if (!look.seen || look.isShared || look.more) return false;
  const invites = project.channels.client?.invites ?? [];
  if (invites.length > 0 && !invites.some(({ state }) => state === 'accepted')) return false;
  const theirs = project.people.filter(({ person, gone }) => sideOf(project, person) === 'client' && !gone);
  const isConnected = theirs.some(({ person }) => person.team !== project.workspace);
  const isSomebodyThere = look.members.some(
    ({ person, kind }) => kind === 'external' || (kind === 'guest' && sideOf(project, person) !== 'agency'),
  );
  return isConnected && !isSomebodyThere;
}

const isSame = (a: Project, b: Project): boolean =>
  JSON.stringify([a.channels, a.joiners, a.people]) === JSON.stringify([b.channels, b.joiners, b.people]);

/** Why nothing is posted to a side of a project for now; null where it is. */
export const holdOf = (project: Project | null, side: Side): HoldReason | null =>
  project?.channels[side]?.hold?.reason ?? null;

/** Holding what is posted to either side, and going on with it, is on the record. */
export function holdsNoted(before: Project, after: Project): Happened[] {
  const [was, is] = [holdOf(before, 'client'), holdOf(after, 'client')];
  const team = holds(before, after);
  if ((was === null) === (is === null)) return team;
  const kind = is ? 'project.channelHeld' : 'project.channelReleased';
  return [...team, { kind, actor: LIAISON_ITSELF, content: { side: 'client', reason: is ?? was } }];
}
