import { currentVersionKey } from '../brief/rules-subjects.ts';
import { versionKey } from '../deliverable/rules-subjects.ts';
import { type Awaited, LISTED_FORM, type Listed, type ListedRelease } from '../kit/listed.ts';
import { personKey } from '../kit/person.ts';
import type { Project } from './model.ts';
import { type Member, SIDE_OF } from './model-people.ts';
import { managing, nameKey } from './rules.ts';
import { awaitedIn } from './rules-awaited.ts';
import { type Agreed, isKnownToClient, release, type Released } from './rules-released.ts';

/** Account managers whom a line of a list names. */
const NAMED = 3;
/** More than these are looked at in the project itself. */
const AWAITED_MOST = 20;
/** After every day that a project can be wanted on. */
const NO_DAY = '9999-12-31';
const LIVES = ['live', 'onHold', 'ended'] as const;

/** What lists say of a project. Worked out at every save, so that they read nothing else of it. */
export function summarise(project: Project): Listed {
  const { name, client, work, wantedOn, startedAt, life, people, channels } = project;
  const released = release(project);
  const state = life?.state ?? 'live';
  const keysOf = (is: (member: Member) => boolean) =>
    people.filter((member) => !member.gone && is(member)).map(({ person }) => personKey(person));
  const first = `${LIVES.indexOf(state)}|`;
  const since = released.waiting.map((one) => one.since).toSorted();
  const awaited = awaitedIn(project, released.waiting);
  return {
    form: LISTED_FORM,
    name,
    client: { id: client.id, name: client.name },
    language: released.language,
    parent: project.parent?.name ?? null,
    stage: work.kind === 'campaign' ? work.stage : null,
    life: state,
    end: life?.state === 'ended' ? life.as : null,
    wantedOn,
    startedAt,
    managers: managing(project).slice(0, NAMED).map(managerOf),
    runs: keysOf(isRunning),
    helps: keysOf((one) => SIDE_OF[one.role] !== 'client' && !isRunning(one) && one.role !== 'accountDirector'),
    directs: keysOf(({ role }) => role === 'accountDirector'),
    clients: isKnownToClient(project) ? keysOf(({ role }) => SIDE_OF[role] === 'client') : [],
    awaitsSince: since[0] ?? null,
    awaited: awaited.slice(0, AWAITED_MOST),
    awaitedBy: awaited.length > 0 ? [...new Set([...keysOf(isRunning), ...makersOf(awaited)])] : [],
    awaitedSince: awaited[0]?.since ?? null,
    requests: released.requests.filter((one) => one.state === 'open').length,
    vacancies: people.filter((one) => one.gone && SIDE_OF[one.role] === 'agency').length,
    health: healthOf(project),
    isHeld: (channels.team.hold ?? channels.client?.hold ?? null) !== null,
    order: `${first}${wantedOn ?? NO_DAY}`,
    sort: `${first}${nameKey(client.name)}|${wantedOn ?? NO_DAY}`,
    released: releasedOf(project, released),
  };
}

const makersOf = (awaited: readonly Awaited[]): string[] => awaited.flatMap(({ maker }) => maker ?? []);

/** As somebody set it, else as it was when that changed last. */
function healthOf({ life, progress }: Project): Listed['health'] {
  const is = (progress?.health ?? progress?.judged)?.is ?? 'onTrack';
  return is === 'onTrack' || (life && life.state !== 'live') ? null : is;
}

const isRunning = ({ role }: Member): boolean => role === 'accountManager' || role === 'deputy';

const managerOf = ({ person, id, name }: Member) => ({ key: personKey(person), id, name });

/** Nothing here but what `release` gives, the channel where they are, and the key of a post that they have. */
function releasedOf(project: Project, { agreed, brief, ...released }: Released): ListedRelease {
  const { name, client, language, stage, life } = released;
  const see = agreed && seenAt(project, agreed, brief);
  return {
    name,
    client,
    language,
    stage,
    life,
    agreed: agreed && { kind: agreed.kind, named: agreed.named, version: agreed.version, at: agreed.at, see },
    channel: project.channels.client?.id ?? null,
  };
}

/** Where a version that is agreed to can be read; null where it was not sent in Slack. */
function seenAt(project: Project, agreed: Agreed, brief: Released['brief']): string | null {
  const sent = project.deliverables?.find(({ id }) => id === agreed.id)?.sent;
  if (sent) return sent.current.reach === 'outside' ? null : versionKey(project._id, agreed.id, agreed.version);
  return brief?.current.number === agreed.version ? currentVersionKey(project) : null;
}
