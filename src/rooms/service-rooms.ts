import type { Handling } from '../io/handling.ts';
import { SIDES, type Side } from '../kit/aggregate.ts';
import type { Change } from '../kit/change.ts';
import type { Locale } from '../kit/locale.ts';
import type { Person } from '../kit/person.ts';
import { card, clientOf, type RowDraft } from '../kit/rows.ts';
import { briefRow, clientBriefSubject } from '../brief/rules-subjects.ts';
import { askedCards, deliverableCards } from '../deliverable/rules-cards.ts';
import type { Project } from '../project/model.ts';
import { isAnybodyAsked, joinerRows } from '../project/rules-joiners.ts';
import { isEnded } from '../project/rules-life.ts';
import { type ProjectDeps, projectCardRow } from '../project/service.ts';
import { languagesOf, leadersOf, tellAll } from '../project/service-tell.ts';
import {
  afterLook,
  holdOf,
  holdsNoted,
  type RoomLook,
  type RoomReason,
  type Told,
  withTeamObstacle,
} from './rules-hold.ts';
import { heldNote, type InRoom, releasedNote } from './views-held.ts';

/** A channel serves a handful of projects; more of them than this are served as they change. */
const MOST_IN_ROOM = 100;

/** Something happened to a channel. */
export type Happening = {
  channel: string;
  /** What Slack told, for as far as a look may not show it. */
  told?: Told;
  /** Who came or went, where that is what happened. */
  who?: { joined?: Person; left?: Person };
  /** What is feared until Slack can be asked. */
  feared?: Extract<RoomReason, 'shared' | 'public'>;
};

/** The projects of a channel, those whose rooms it is before the jobs inside them. */
export async function projectsInRoom(deps: ProjectDeps, workspace: string, channel: string): Promise<Project[]> {
  const found = await deps.store.inChannel(workspace, channel, MOST_IN_ROOM);
  return found.toSorted((a, b) => Number(Boolean(a.parent)) - Number(Boolean(b.parent)));
}

/**
 * Something happened to a channel: it is looked at, and what follows is decided on what is seen. Events come late and out of
 * order. Of a channel without a project, what was seen is forgotten: somebody may be about to take it over on the strength of it.
 * @throws where Slack gave no answer: the event is taken up again
 */
export async function roomChanged(deps: ProjectDeps, handling: Handling, happening: Happening): Promise<void> {
  const { workspace } = handling;
  const { channel } = happening;
  const found = await projectsInRoom(deps, workspace, channel);
  const [first, ...others] = found;
  if (!first) {
    await deps.looks.drop(workspace, channel);
    return;
  }
  const told = await learned(deps, workspace, happening);
  const room: InRoom = [first, ...others];
  try {
    let look = await deps.looks.look(workspace, channel);
    for (;;) {
      await decideRoom(deps, handling, { channel, room, look, told });
      const last = await deps.looks.last(workspace, channel);
      // Somebody looked later, and may have decided before this was: what was seen last counts.
      if (last === null || last.at.getTime() <= look.at.getTime()) return;
      look = last;
    }
  } catch (error) {
    await decideFear(deps, handling, { ...happening, room, told });
    throw error;
  }
}

async function learned(deps: ProjectDeps, workspace: string, { told = {}, who }: Happening): Promise<Told> {
  if (!who?.joined) return who?.left ? { ...told, left: who.left } : told;
  const { id, name, kind } = await deps.people.learn(workspace, who.joined);
  return { ...told, joined: { person: who.joined, id, name, kind } };
}

type Seen = { channel: string; room: InRoom; look: RoomLook; told: Told };

/** Which side of a project a channel is. */
const sideIn = ({ channels }: Project, channel: string): Side | undefined =>
  SIDES.find((side) => channels[side]?.id === channel);

/** All projects of the room, one after the other. Done again, nothing follows: what is decided is what is seen. */
async function decideRoom(deps: ProjectDeps, handling: Handling, { channel, room, look, told }: Seen): Promise<void> {
  const after = (project: Project, side: Side) => afterLook(project, side, { look, told, now: handling.now });
  await decideAll(deps, handling, { channel, room, after });
}

/** Slack cannot be asked now. What could let somebody read along who may not counts until it can. */
async function decideFear(
  deps: ProjectDeps,
  handling: Handling,
  { channel, room, told, feared }: Happening & { room: InRoom; told: Told },
): Promise<void> {
  const look: RoomLook = {
    seen: true,
    isMember: true,
    isArchived: false,
    isFrozen: false,
    isShared: false,
    isPrivate: true,
    members: [],
    more: true,
  };
  const after = (project: Project, side: Side): Project | null => {
    if (side === 'client') return null;
    if (feared) return withTeamObstacle(project, feared);
    const { hold } = project.channels.team;
    const isWorse = told.joined && (hold === null || hold.reason === 'outsider');
    return isWorse ? afterLook(project, side, { look, told, now: handling.now }) : null;
  };
  await decideAll(deps, handling, { channel, room, after });
}

type Deciding = { channel: string; room: InRoom; after: (project: Project, side: Side) => Project | null };

async function decideAll(deps: ProjectDeps, handling: Handling, { channel, room, after }: Deciding): Promise<void> {
  const administrators = deps.settings.administrators();
  for (const { _id: id } of room) {
    const project = room.find((one) => one._id === id);
    const speaks = await languagesOf(deps, project, administrators);
    // The event is handled once all projects have decided on it; until then it may be taken up again.
    await deps.store.decide({ ...handling, delivery: null }, id, (current) => {
      const side = sideIn(current, channel);
      const next = side && after(current, side);
      if (!side || !next) return null;
      const others = room.filter(
        (one) => one._id !== id && sideIn(one, channel) === side && !isEnded(one) && !one.parent,
      );
      const told = {
        side,
        administrators,
        speaks,
        key: `room:${channel}:${side}:${handling.delivery ?? handling.now.toISOString()}`,
        room: [next, ...others] as const,
      };
      return changed(current, next, told);
    });
  }
}

type Telling = {
  side: Side;
  administrators: readonly Person[];
  speaks: ReadonlyMap<string, Locale>;
  key: string;
  room: InRoom;
};

function changed(before: Project, next: Project, telling: Telling): Change<Project> {
  const fresh = next.joiners.filter(
    (joiner) => joiner.answer === null && !before.joiners.some((one) => one === joiner),
  );
  return {
    project: next,
    happened: holdsNoted(before, next),
    rows: () => [
      ...fresh.flatMap(({ person }) => joinerRows(next, person)),
      ...notes(before, next, telling),
      ...cards(before, next, telling.side),
    ],
  };
}

/** Everybody is told once of a room, however many projects it serves: the same key is the same message. */
function notes(before: Project, next: Project, { side, administrators, speaks, key, room }: Telling): RowDraft[] {
  const [was, is] = [holdOf(before, side), holdOf(next, side)];
  // An ended project may be put away.
  if (was === is || isEnded(next)) return [];
  // Whoever joined is asked about in a message of its own, as long as there is an account manager to be asked.
  const isAboutOutsiders = (was ?? 'outsider') === 'outsider' && (is ?? 'outsider') === 'outsider';
  if (isAboutOutsiders && isAnybodyAsked(next)) return [];
  const note = (locale: Locale) => (is ? heldNote(room, side, is, locale) : releasedNote(room, side, locale));
  return tellAll(next, leadersOf(next, administrators), speaks, { key: `${key}:${is ?? 'released'}`, note });
}

/** The card says what is held. Where posts go on, what stands there is drawn again: what is gone is posted anew. */
function cards(before: Project, next: Project, side: Side): RowDraft[] {
  const id = next._id;
  if (holdOf(before, side) === holdOf(next, side)) return [];
  const isReleased = holdOf(next, side) === null;
  const client = next.brief?.sent && next.brief.sent.current.reach !== 'outside';
  return [
    projectCardRow(id),
    ...(isReleased && side === 'team' && next.brief ? [briefRow(id)] : []),
    ...(isReleased && side === 'client' && client ? [card(clientOf(id), clientBriefSubject(id))] : []),
    ...(isReleased ? (side === 'team' ? deliverableCards(next) : askedCards(next)) : []),
  ];
}
