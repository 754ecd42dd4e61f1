import type { Random } from '../../sandbox/core/random.ts';
import type { Person } from '../../sandbox/driver/person.ts';
import type { Stage } from './stage.ts';
import { CLIENT_PEOPLE, COLLEAGUES, type Manager, MANAGERS, OTHERS } from './wall-cast.ts';
import { pick } from './random-forms.ts';
import { rosters } from './wall-roster.ts';
import type { Watch } from './wall-watch.ts';

/** What random people have to play with. */
export type Play = {
  on: Stage;
  watch: Watch;
  random: Random;
  /** How many projects were named, and how many texts typed, so that each has a mark of its own. */
  counts: { projects: number; texts: number };
  /** Who came back with a new account, by their first handle. */
  handles: Map<string, string>;
};

export type Act = {
  name: string;
  /** What is told of it in a failure; throws where it cannot be done now. */
  run: (play: Play) => Promise<string>;
};

export const one = <T>({ random }: Play, from: readonly T[]): T => pick(random, from);
export const chance = ({ random }: Play, outOf: number): boolean => random.int(outOf) === 0;

/** The person who plays a part now: after an account was made anew, the new one. */
export const person = ({ on, handles }: Play, handle: string): Person => on.slack.as(handles.get(handle) ?? handle);

export const manager = (play: Play): Manager => one(play, Object.keys(MANAGERS) as Manager[]);
export const anybody = (play: Play): string =>
  one(play, [...Object.keys(MANAGERS), ...COLLEAGUES, ...OTHERS, ...CLIENT_PEOPLE]);
/** Whoever should not simply read along: the client's people and those whom nobody has spoken for. */
export const outsider = (play: Play): string => one(play, [...OTHERS, ...CLIENT_PEOPLE]);

const nameOf = ({ on }: Play, id: string | null | undefined): string[] => {
  const channel = on.slack.engine.world.channels.get(id ?? '');
  return channel ? [`#${channel.name}`] : [];
};

/** The names of the team channels there are, as they are called now; of one manager's projects where one is named. */
export async function teamChannels(play: Play, of?: Manager): Promise<string[]> {
  const projects = await rosters(play.on);
  const own = of === undefined ? projects : projects.filter(({ clientTag }) => clientTag === MANAGERS[of].client);
  return [...new Set(own.flatMap(({ channels }) => nameOf(play, channels.team.id)))];
}

export async function clientChannels(play: Play): Promise<string[]> {
  const projects = await rosters(play.on);
  return [...new Set(projects.flatMap(({ channels }) => nameOf(play, channels.client?.id)))];
}

/** Some team channel; fails where there is none. */
export const someTeam = async (play: Play, of?: Manager): Promise<string> => one(play, await teamChannels(play, of));

/** A channel of some project, a team's more often than a client's. */
export async function someChannel(play: Play): Promise<string> {
  const [teams, clients] = [await teamChannels(play), await clientChannels(play)];
  return one(play, [...teams, ...teams, ...clients]);
}
