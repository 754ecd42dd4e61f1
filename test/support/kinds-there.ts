import type { User } from '../../sandbox/core/types.ts';
import { agency } from '../../sandbox/seed/agency.ts';
import { personByHandle, type Seed, type SeedPerson } from '../../sandbox/seed/plant.ts';
import { EXTERNALS, GUESTS, type Kind, KINDS, ROLE_OF } from './kinds.ts';
import type { Stage } from './stage.ts';

/** Handle and name of whoever plays a kind; none of them is in the walk, which goes on with its own people meanwhile. */
export const playing = (kind: Kind): string => `the${kind.toLowerCase()}`;

function seedPerson(kind: Kind): SeedPerson {
  const handle = playing(kind);
  const common = { handle, name: handle, title: kind, company: kind, timeZone: 'Europe/London' };
  if (EXTERNALS.includes(kind)) return { ...common, kind: 'external', partner: 'acme' };
  return { ...common, kind: GUESTS.includes(kind) ? 'guest' : 'member', locale: 'en-GB' };
}

/** The agency, with one person of every kind there is. */
export const everyKind: Seed = { ...agency, people: [...agency.people, ...KINDS.map(seedPerson)] };

export const userOf = ({ slack }: Stage, kind: Kind): User => personByHandle(slack.engine, playing(kind));

/** Has Slack tell the bot who they are, of whom it would tell: not of those who are unknown, nor of other companies' people. */
export async function introduceKinds({ slack }: Stage): Promise<void> {
  for (const kind of KINDS) {
    const isKnown = kind !== 'unknownGuest' && !EXTERNALS.includes(kind);
    if (isKnown) await slack.as(playing(kind)).home();
  }
}

const SINCE = new Date(0).toISOString();

function actor(on: Stage, kind: Kind) {
  const { id, teamId } = userOf(on, kind);
  return { person: { team: teamId, user: id }, id: `id-${kind}`, name: playing(kind) };
}

const membersOf = (on: Stage) =>
  KINDS.flatMap((kind) => {
    const role = ROLE_OF[kind];
    const gone = kind === 'deactivated' ? { gone: { since: SINCE } } : {};
    return role ? [{ ...actor(on, kind), role, since: SINCE, ...gone }] : [];
  });

const joinersOf = (on: Stage) =>
  (['colleagueWhoJoined', 'guestWhoJoined'] as const).map((kind) => ({
    ...actor(on, kind),
    outsider: kind === 'guestWhoJoined',
    askedAt: SINCE,
    answer: null,
  }));

/**
 * Puts everybody into every room that the walk has come to, and on the roster of every project as what they are, behind the
 * bot's back: nobody is told, nothing is decided by it.
 * @returns how they leave again, so that the walk goes on as if they had never been there
 */
export async function letIn(on: Stage): Promise<() => Promise<void>> {
  const projects = on.db.collection('projects');
  const before = await projects.find().toArray();
  for (const { _id, people, joiners } of before) {
    const all = { people: [...people, ...membersOf(on)], joiners: [...joiners, ...joinersOf(on)] };
    await projects.updateOne({ _id }, { $set: all });
  }
  const rooms = [...on.slack.engine.world.channels.values()].filter(({ kind }) => kind !== 'im');
  const members = rooms.map((room) => [...room.members]);
  for (const room of rooms) room.members.push(...KINDS.map((kind) => userOf(on, kind).id));
  return async () => {
    for (const { _id, people, joiners } of before) await projects.updateOne({ _id }, { $set: { people, joiners } });
    rooms.forEach((room, at) => room.members.splice(0, room.members.length, ...(members[at] ?? [])));
  };
}
