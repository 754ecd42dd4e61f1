import { z } from 'zod';
import type { Channel, User } from '../../sandbox/core/types.ts';
import { personSchema } from '../../src/kit/person.ts';
import { ROLES, SIDE_OF } from '../../src/project/model-people.ts';
import type { Stage } from './stage.ts';
import { type Mark, marksIn } from './wall-cast.ts';

/** Who may read what, judged by the rosters and by who sits where in Slack, and by nothing that the bot thinks of it. */

const sideSchema = z.looseObject({ id: z.string().nullable() });
const projectSchema = z.looseObject({
  _id: z.string(),
  name: z.string(),
  client: z.looseObject({ name: z.string() }),
  parent: z.looseObject({ project: z.string() }).nullish(),
  channels: z.looseObject({ team: sideSchema, client: sideSchema.nullable() }),
  people: z.array(z.looseObject({ person: personSchema, role: z.enum(ROLES), gone: z.unknown().optional() })),
  brief: z.looseObject({ sent: z.looseObject({ current: z.looseObject({ number: z.int() }) }).nullish() }).nullish(),
});
type Stored = z.infer<typeof projectSchema>;
export type Rostered = Stored & {
  /** The numbers in the marks that name project and client. */
  tag: number;
  clientTag: number;
  /** Of the version that was sent last; 0 before any was. */
  version: number;
};

const tagOf = (kind: Mark['kind'], text: string): number => marksIn(text).find((one) => one.kind === kind)?.of ?? 0;

export async function rosters({ db }: Stage): Promise<Rostered[]> {
  const stored = await db.collection('projects').find({}).toArray();
  const parsed = stored.map((raw) => projectSchema.parse(raw));
  const above = ({ parent }: Stored) => parsed.find(({ _id }) => _id === parent?.project)?.people ?? [];
  return parsed.map((project) => {
    const version = project.brief?.sent?.current.number ?? 0;
    return {
      ...project,
      // A job lives in the rooms of its project: whoever is on the team there is asked about no more.
      people: [...project.people, ...above(project)],
      tag: tagOf('project', project.name),
      clientTag: tagOf('client', project.client.name),
      version,
    };
  });
}

/**
 * What somebody is to a project: its roster decides alone; of whoever is not on it only the agency's full members are colleagues.
 * `agency` are agency and partner agency.
 */
function standing(project: Rostered, user: User, ownTeam: string): 'agency' | 'client' | 'colleague' | 'stranger' {
  const member = project.people.find(({ person, gone }) => person.user === user.id && !gone);
  if (member) return SIDE_OF[member.role] === 'client' ? 'client' : 'agency';
  return user.kind === 'member' && user.teamId === ownTeam ? 'colleague' : 'stranger';
}

export type Judge = {
  projects: readonly Rostered[];
  /** Drafts that were sent to the client since. */
  released: ReadonlySet<string>;
  ownTeam: string;
  channels: ReadonlyMap<string, Channel>;
};

/** May this person read this on something that the bot made? `channel`: where it stands, if in one. */
export function mayRead(judge: Judge, { kind, of, word }: Mark, user: User, channel: string | undefined): boolean {
  const about = judge.projects.filter(({ tag, clientTag }) =>
    kind === 'client' || kind === 'profile' ? clientTag === of : tag === of,
  );
  const stands = about.map((project) => standing(project, user, judge.ownTeam));
  const isColleague = user.kind === 'member' && user.teamId === judge.ownTeam;
  const isInside = stands.includes('agency') || (isColleague && !stands.includes('client'));
  const isTheirs = stands.includes('client') || about.some((one) => isInClientChannel(judge, one, user, channel));
  switch (kind) {
    case 'inside':
      return isInside;
    // One profile a client: who decides for the client in one project reads it in none.
    case 'profile':
      return isInside && !stands.includes('client');
    case 'draft':
      return isInside || (isTheirs && judge.released.has(word));
    case 'project':
    case 'client':
      return isInside || isTheirs;
  }
}

/** Whoever sits in the client channel was let in there by people, and reads what is posted for the client. */
function isInClientChannel({ channels }: Judge, project: Rostered, user: User, channel: string | undefined): boolean {
  const id = project.channels.client?.id;
  if (!id) return false;
  return id === channel || (channels.get(id)?.members.includes(user.id) ?? false);
}

export type Reasons = {
  /** Why the bot must post nothing in a project's team channel now; nothing where it may. */
  must: string[];
  /** Why it may wait besides: whoever was a guest when they came is asked about, whatever they are since. */
  may: string[];
};

export function reasonsToHold(judge: Judge, project: Rostered, users: ReadonlyMap<string, User>): Reasons {
  const channel = judge.channels.get(project.channels.team.id ?? '');
  if (!channel) return { must: [], may: [] };
  const present = channel.members
    .flatMap((id) => users.get(id) ?? [])
    .filter((user) => user.kind !== 'bot' && !user.isDeleted);
  const is = (user: User) => standing(project, user, judge.ownTeam);
  const outsiders = present
    .filter((user) => is(user) === 'client' || is(user) === 'stranger')
    .map((user) => `${user.handle} (${is(user)}) reads along`);
  const promoted = present.filter((user) => is(user) === 'colleague' && user.company !== AGENCY);
  const must = [
    ...outsiders,
    ...(channel.isExtShared ? ['it is shared with another company'] : []),
    ...(channel.kind === 'public' ? ['it is public'] : []),
  ];
  return { must, may: promoted.map(({ handle }) => `${handle} was a guest`) };
}

const AGENCY = 'Lantern';
