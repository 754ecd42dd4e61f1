/** Who sees what: one rule for the page, the driver, and the checks of an act. */
import type { Channel, Message, User } from './types.ts';
import type { World } from './world.ts';

/** Whether nobody can write any more: archived, or cut off from the company that it was shared with. */
export function isClosed(channel: Channel): boolean {
  return channel.isArchived || channel.frozenReason !== undefined;
}

/** Whether a person can open this channel: their own ones, and for full members the public ones of their team. */
export function canSeeChannel(world: World, user: User, channel: Channel): boolean {
  if (user.isDeleted) return false;
  if (channel.members.includes(user.id)) return true;
  return channel.kind === 'public' && user.kind === 'member' && user.teamId === world.app.teamId;
}

/** The other companies that a channel is shared with: those that are named, else those of its members, else the first partner. */
export function companiesOf(world: World, channel: Channel): readonly string[] {
  if (channel.connectedTeams) return channel.connectedTeams;
  if (!channel.isExtShared) return [];
  const isOther = (id: string): boolean => id !== world.app.teamId;
  const theirs = channel.members.map((id) => world.users.get(id)?.teamId ?? world.app.teamId).filter(isOther);
  const known = theirs.length > 0 ? theirs : [...world.teams.keys()].filter(isOther).slice(0, 1);
  return [...new Set(known)];
}

/** The channels that a person can open, oldest first. */
export function channelsSeenBy(world: World, user: User): Channel[] {
  return [...world.channels.values()].filter((channel) => canSeeChannel(world, user, channel));
}

/** What a person sees in a channel: its messages, and what is for them alone, in order. */
export function messagesSeenBy(user: User, channel: Channel): Message[] {
  const own = channel.ephemerals.filter((message) => message.onlyFor === user.id);
  // A ts is compared as text: it has a fixed width, and a float would lose its last digits.
  return [...channel.messages, ...own].sort((a, b) => (a.ts < b.ts ? -1 : 1));
}

/** One message as this person sees it; undefined where they cannot. */
export function messageSeenBy(world: World, user: User, channelId: string, ts: string): Message | undefined {
  const channel = world.channels.get(channelId);
  if (!channel || !canSeeChannel(world, user, channel)) return undefined;
  return messagesSeenBy(user, channel).find((message) => message.ts === ts);
}

/** An external person reaches the app by messages alone (docs.slack.dev, Slack Connect): no commands, no App Home. */
export function reachesApp(world: World, user: User): boolean {
  return user.kind !== 'external' && user.teamId === world.app.teamId && !user.isDeleted;
}

/** Whom a person could meet or pick: a member the whole team, a guest and an external those they share a channel with. */
export function peopleMetBy(world: World, user: User): User[] {
  const rooms = [...world.channels.values()].filter((channel) => channel.members.includes(user.id));
  const shared = new Set(rooms.flatMap((channel) => channel.members));
  const isColleague = (one: User): boolean => user.kind === 'member' && one.teamId === world.app.teamId;
  return [...world.users.values()].filter(
    (one) => !one.isDeleted && (one.id === user.id || shared.has(one.id) || isColleague(one)),
  );
}

/** Who administers the app's workspace: the first of those who do. */
export function administratorOf(world: World): User {
  const people = [...world.users.values()].filter(({ teamId, kind }) => teamId === world.app.teamId && kind !== 'bot');
  const found = people.find(({ isAdmin, isDeleted }) => isAdmin && !isDeleted) ?? people[0];
  if (!found) throw new Error('There is nobody in this workspace');
  return found;
}
