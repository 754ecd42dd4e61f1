import type { Clock } from './clock.ts';
import type { Random } from './random.ts';
import { showChannel, showNotice } from './shown.ts';
import type {
  AppIdentity,
  Channel,
  Notice,
  ResponseUrl,
  SharedInvite,
  Shown,
  SlackFile,
  Team,
  TokenFault,
  Trigger,
  Upload,
  User,
  ViewRecord,
} from './types.ts';

/** Everything that exists, and a way to hear that something changed. */
export type World = {
  clock: Clock;
  random: Random;
  app: AppIdentity;
  /** Tokens that Slack takes no more, and why. */
  barredTokens: Map<string, TokenFault>;
  /** What the app may do. Administrators can take scopes away, and grant the optional ones, at any time. */
  grantedScopes: Set<string>;
  /** Invitations to share a channel, by id. */
  invites: Map<string, SharedInvite>;
  /** All that was ever shown to anybody; kept only where somebody asks for it. */
  shown: Shown[] | undefined;
  teams: Map<string, Team>;
  users: Map<string, User>;
  channels: Map<string, Channel>;
  views: Map<string, ViewRecord>;
  /** View ids of each person's open modals, the top one last. */
  stacks: Map<string, string[]>;
  homes: Map<string, ViewRecord>;
  triggers: Map<string, Trigger>;
  /** When something was pressed or chosen last, in microseconds. */
  lastActionMicros: number;
  responseUrls: Map<string, ResponseUrl>;
  notices: Map<string, Notice[]>;
  files: Map<string, SlackFile>;
  /** By the token in their address. */
  uploads: Map<string, Upload>;
  version: number;
  changed(): void;
  subscribe(listener: () => void): () => void;
};

type WorldOptions = {
  clock: Clock;
  random: Random;
  team: Omit<Team, 'id'>;
  botName: string;
  /** Those that the app is installed with. */
  scopes: readonly string[];
};

/** An empty workspace with the bot in it. */
export function createWorld(options: WorldOptions): World {
  const { clock, random } = options;
  const team: Team = { id: random.id('T'), ...options.team };
  const listeners = new Set<() => void>();
  const app: AppIdentity = {
    appId: random.id('A'),
    botId: random.id('B'),
    botUserId: random.id('U'),
    teamId: team.id,
    // Shaped like Slack's, and plainly no real ones.
    botToken: `xoxb-sandbox-${random.hex(16)}`,
    appToken: `xapp-sandbox-${random.hex(16)}`,
  };
  const world: World = {
    clock,
    random,
    app,
    barredTokens: new Map(),
    grantedScopes: new Set(options.scopes),
    invites: new Map(),
    shown: undefined,
    teams: new Map([[team.id, team]]),
    users: new Map(),
    channels: new Map(),
    views: new Map(),
    stacks: new Map(),
    homes: new Map(),
    triggers: new Map(),
    lastActionMicros: 0,
    responseUrls: new Map(),
    notices: new Map(),
    files: new Map(),
    uploads: new Map(),
    version: 0,
    changed: () => {
      world.version += 1;
      for (const listener of [...listeners]) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  world.users.set(app.botUserId, botUser(app, options.botName, team.name));
  return world;
}

function botUser(app: AppIdentity, name: string, company: string): User {
  return {
    id: app.botUserId,
    teamId: app.teamId,
    handle: name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
    name,
    title: 'App',
    company,
    locale: 'en-US',
    timeZone: 'America/Los_Angeles',
    kind: 'bot',
    isAdmin: false,
    email: '',
    isDeleted: false,
    isSingleChannel: false,
  };
}

/** Lets every call with this token fail until the returned function is called. Deliveries go on, as with Slack. (assumed) */
export function barToken(world: World, token: string, why: TokenFault): () => void {
  world.barredTokens.set(token, why);
  return () => world.barredTokens.delete(token);
}

/** Adds a team (a partner of Slack Connect). */
export function addTeam(world: World, team: Omit<Team, 'id'>): Team {
  const added = { id: world.random.id('T'), ...team };
  world.teams.set(added.id, added);
  return added;
}

type Defaulted = 'email' | 'isDeleted' | 'isSingleChannel';
export type NewUser = Omit<User, 'id' | Defaulted> & Partial<Pick<User, Defaulted>>;

/** Adds a person. An e-mail address is made of their handle and their team's domain where none is given. */
export function addUser(world: World, user: NewUser): User {
  const email = `${user.handle}@${world.teams.get(user.teamId)?.domain ?? 'nowhere'}.example`;
  const added = { email, isDeleted: false, isSingleChannel: false, ...user, id: world.random.id('U') };
  world.users.set(added.id, added);
  return added;
}

/** Adds a channel with its first members, silently: nobody is told and no event is sent. */
export function addChannel(
  world: World,
  given: Pick<Channel, 'name' | 'kind' | 'creator' | 'members'> & { topic?: string; isExtShared?: boolean },
): Channel {
  const channel: Channel = {
    id: world.random.id(given.kind === 'im' ? 'D' : 'C'),
    topic: '',
    isExtShared: false,
    ...given,
    pins: [],
    isArchived: false,
    createdMs: world.clock.now(),
    messages: [],
    ephemerals: [],
    read: {},
    lastTsMicros: 0,
  };
  world.channels.set(channel.id, channel);
  showChannel(world, channel);
  world.changed();
  return channel;
}

/** The direct message channel of the bot and one person, made on first use. */
export function directMessage(world: World, userId: string): Channel {
  for (const channel of world.channels.values()) {
    if (channel.kind === 'im' && channel.members.includes(userId)) return channel;
  }
  const { botUserId } = world.app;
  return addChannel(world, { name: '', kind: 'im', creator: botUserId, members: [userId, botUserId] });
}

/** The person of an id that is known to exist. */
export function userOf(world: World, id: string): User {
  const user = world.users.get(id);
  if (!user) throw new Error(`No user ${id} in the sandbox`);
  return user;
}

/** The channel of an id that is known to exist. */
export function channelOf(world: World, id: string): Channel {
  const channel = world.channels.get(id);
  if (!channel) throw new Error(`No channel ${id} in the sandbox`);
  return channel;
}

/** What Slack itself says in grey to one person. */
export function notify(world: World, userId: string, text: string): void {
  showNotice(world, userId, text);
  const notices = world.notices.get(userId) ?? [];
  world.notices.set(userId, [...notices, { id: world.random.id('N'), text }].slice(-20));
  world.changed();
}
