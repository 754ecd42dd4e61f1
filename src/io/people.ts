import { z } from 'zod';
import type { NewId } from '../kit/ids.ts';
import { type Locale, localeOf, localeSchema } from '../kit/locale.ts';
import type { Person } from '../kit/person.ts';
import { type Database, isDuplicate } from './database.ts';
import { byKey } from './queue.ts';
import type { Clients } from './slack.ts';

/** What somebody is to the workspace. Which side of a project they are on is another matter: its roster says that. */
export const PERSON_KINDS = ['member', 'guest', 'external', 'bot', 'unknown'] as const;
export type PersonKind = (typeof PERSON_KINDS)[number];

const knownPersonSchema = z.looseObject({
  _id: z.string(),
  workspace: z.string(),
  team: z.string(),
  user: z.string(),
  /** Liaison's own id of the person, by which the record names them. */
  id: z.string(),
  locale: localeSchema.nullable(),
  /** IANA name of their time zone. */
  zone: z.string().nullable(),
  kind: z.enum(PERSON_KINDS),
  name: z.string().nullable(),
  learnedAt: z.date().nullable(),
  /** Their account is switched off, or their time as a guest is over. */
  isGone: z.boolean().optional(),
});
export type KnownPerson = z.infer<typeof knownPersonSchema>;

/** People change their language and zone; a day late is soon enough. */
const LEARN_AGAIN_MS = 24 * 60 * 60 * 1000;
/** After a users.info that failed, the same person is not asked about for this long. */
const TRY_AGAIN_MS = 60_000;
/** About 2 MB; the busiest workspaces have fewer people who use the bot in a day. */
const MAX_CACHED = 5000;

/** What Slack tells of a person (docs.slack.dev, users.info). Of other companies' people it tells little, never the language. */
const userSchema = z.looseObject({
  team_id: z.string().optional(),
  is_bot: z.boolean().optional(),
  deleted: z.boolean().optional(),
  is_restricted: z.boolean().optional(),
  is_ultra_restricted: z.boolean().optional(),
  locale: z.string().optional(),
  tz: z.string().nullish(),
  real_name: z.string().optional(),
  profile: z.looseObject({ display_name: z.string().optional(), real_name: z.string().optional() }).optional(),
  enterprise_user: z.looseObject({ teams: z.array(z.string()).optional() }).optional(),
});
type SlackUser = z.infer<typeof userSchema>;

export type People = {
  /** Who somebody is, as far as we know. Whoever is seen gets an id. No read where they were seen before, else one. */
  known: (workspace: string, person: Person) => Promise<KnownPerson>;
  /** Asks Slack who somebody is, where that was not done today. Never throws for Slack's sake: they stay as they were known. */
  learn: (workspace: string, person: Person) => Promise<KnownPerson>;
  /** Something about somebody is another than before: what was learned today is forgotten. Nothing where they were never seen. */
  forget: (workspace: string, person: Person) => Promise<void>;
  /** People by Slack's user id, as modals name them, in one query. Whoever was never seen counts as of this workspace. */
  resolve: (workspace: string, userIds: readonly string[]) => Promise<Map<string, KnownPerson>>;
  /** The language to use with somebody: their own, where we know it. */
  language: (person: KnownPerson, fallback: Locale) => Locale;
};

export type PeopleParts = { db: Database; clients: Clients; newId: NewId; now: () => Date };

export function makePeople(parts: PeopleParts): People {
  const cache = new Map<string, KnownPerson>();
  const triedAt = new Map<string, number>();
  const queue = byKey();
  const keep = (doc: KnownPerson): KnownPerson => {
    remember(cache, doc._id, doc);
    return doc;
  };

  const known: People['known'] = async (workspace, person) =>
    cache.get(keyOf(workspace, person)) ?? keep(await meet(parts, workspace, person, parts.newId()));

  const learnOnce: People['learn'] = async (workspace, person) => {
    const before = await known(workspace, person);
    const nowMs = parts.now().getTime();
    const isFresh = before.learnedAt !== null && nowMs - before.learnedAt.getTime() < LEARN_AGAIN_MS;
    const last = triedAt.get(before._id);
    if (isFresh || (last !== undefined && nowMs - last < TRY_AGAIN_MS)) return before;
    remember(triedAt, before._id, nowMs);
    const user = await askSlack(parts.clients, person.user);
    if (!user) return before;
    const { guessed, actual } = await store(parts, before, user);
    keep(guessed);
    return keep(actual);
  };

  return {
    known,
    learn: (workspace, person) => queue(keyOf(workspace, person), () => learnOnce(workspace, person)),
    forget: async (workspace, person) => {
      const _id = keyOf(workspace, person);
      await parts.db.collection('people').updateOne({ _id }, { $set: { learnedAt: null } });
      cache.delete(_id);
      triedAt.delete(_id);
    },
    resolve: async (workspace, userIds) => {
      const found = await stored(parts.db, workspace, userIds);
      for (const user of userIds) {
        if (!found.has(user)) found.set(user, await known(workspace, { team: workspace, user }));
      }
      return found;
    },
    language: ({ locale }, fallback) => locale ?? fallback,
  };
}

const keyOf = (workspace: string, { team, user }: Person): string => `${workspace}:${team}:${user}`;

function remember<T>(map: Map<string, T>, key: string, value: T): void {
  map.delete(key);
  map.set(key, value);
  const oldest = map.keys().next().value;
  if (map.size > MAX_CACHED && oldest !== undefined) map.delete(oldest);
}

/** The person's document, made where there is none. */
async function meet({ db }: PeopleParts, workspace: string, person: Person, id: string): Promise<KnownPerson> {
  const nothing = { locale: null, zone: null, kind: 'unknown', name: null, learnedAt: null };
  const fresh = { workspace, team: person.team, user: person.user, id, ...nothing };
  const _id = keyOf(workspace, person);
  const options = { upsert: true, returnDocument: 'after' } as const;
  const upsert = () => db.collection('people').findOneAndUpdate({ _id }, { $setOnInsert: fresh }, options);
  // Two upserts at once: the second finds what the first made.
  const doc = await upsert().catch((error: unknown) => (isDuplicate(error) ? upsert() : Promise.reject(error)));
  return knownPersonSchema.parse(doc);
}

async function stored(db: Database, workspace: string, userIds: readonly string[]): Promise<Map<string, KnownPerson>> {
  const found = await db
    .collection('people')
    .find({ workspace, user: { $in: [...userIds] } })
    .toArray();
  const docs = found.map((doc) => knownPersonSchema.parse(doc));
  // Somebody first met as a name in a modal may turn out to be another company's: what Slack told us counts.
  const learnedLast = docs.toSorted((a, b) => Number(isTrue(a)) - Number(isTrue(b)));
  return new Map(learnedLast.map((doc) => [doc.user, doc]));
}

/** Learned, and under the team that Slack names. */
const isTrue = ({ learnedAt, kind, team, workspace }: KnownPerson): boolean =>
  learnedAt !== null && (kind !== 'external' || team !== workspace);

async function askSlack({ reads, log }: Clients, user: string): Promise<SlackUser | null> {
  try {
    const answer = await reads.users.info({ user, include_locale: true });
    return userSchema.parse(answer.user);
  } catch (error) {
    log.warn({ err: error, user }, 'Slack did not tell who somebody is');
    return null;
  }
}

/**
 * Stores what Slack told, under the team that it named. Somebody whom a modal named, and who turns out to be another
 * company's, has a second document then: the guess is kept with the same facts and the same id.
 */
async function store(parts: PeopleParts, guess: KnownPerson, user: SlackUser) {
  const { workspace } = guess;
  const facts = factsOf(user, workspace, parts.now());
  const team = facts.kind === 'external' ? (user.team_id ?? guess.team) : guess.team;
  const actual = team === guess.team ? guess : await meet(parts, workspace, { team, user: guess.user }, guess.id);
  const ids = [...new Set([guess._id, actual._id])];
  await parts.db.collection('people').updateMany({ _id: { $in: ids } }, { $set: facts });
  return { guessed: { ...guess, ...facts }, actual: { ...actual, ...facts } };
}

function factsOf(user: SlackUser, workspace: string, learnedAt: Date) {
  const name = user.profile?.display_name || user.real_name || user.profile?.real_name || null;
  return {
    kind: kindOf(user, workspace),
    locale: localeOf(user.locale) ?? null,
    zone: user.tz ?? null,
    name,
    learnedAt,
    isGone: user.deleted === true,
  };
}

function kindOf(user: SlackUser, workspace: string): PersonKind {
  if (user.is_bot) return 'bot';
  const isHere =
    user.team_id === undefined || user.team_id === workspace || user.enterprise_user?.teams?.includes(workspace);
  if (!isHere) return 'external';
  return user.is_restricted || user.is_ultra_restricted ? 'guest' : 'member';
}
