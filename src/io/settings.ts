import type { ClientSession } from 'mongoose';
import type { NewId } from '../kit/ids.ts';
import { type Person, samePerson } from '../kit/person.ts';
import { isRefusal, type Refusal } from '../kit/refusal.ts';
import { cardKey, homeSubject } from '../kit/rows.ts';
import { type Settings, settingsSchema, unsettled } from '../kit/settings.ts';
import { beforeTryingAgain, repeatedBefore } from './again.ts';
import { type Database, isConflict, isDuplicate } from './database.ts';
import type { Handling } from './handling.ts';
import { plan } from './outbox.ts';
import { markHandled } from './received.ts';
import type { World } from './world.ts';

/** `repeated`: this very delivery was handled before; nothing was saved again, and the settings are as they are now. */
export type SettingsSaved = { settings: Settings; repeated: boolean };

/**
 * The settings of a workspace. They are kept in memory, so that nothing is read before an acknowledgement: loaded when the bot
 * is made, after each save here, and by a job for what other processes saved.
 */
export type WorkspaceSettings = {
  now: () => Settings;
  /** Everybody who is an administrator: those of the settings, and those of the variable ADMIN_USER_IDS, the way back in. */
  administrators: () => readonly Person[];
  /** Saves what `decide` makes of the settings as they are; decides again whenever somebody else was faster. */
  save: (
    handling: Handling,
    decide: (current: Settings) => Settings | Refusal | null,
  ) => Promise<SettingsSaved | Refusal>;
  refresh: () => Promise<void>;
};

export type SettingsParts = {
  db: Database;
  workspace: string;
  /** Slack's user ids of ADMIN_USER_IDS. */
  administrators: readonly string[];
  newId: NewId;
  /** Rows were saved: whoever sends has something to do. */
  planned: () => void;
};

/** What another process saved counts in this one after so long at most. */
const FRESH_FOR_MS = 10_000;

/** Reads the settings again and again. A recurring job would not do: it runs in one process, and each keeps them in its own memory. */
export function keepFresh(
  { refresh }: Pick<WorkspaceSettings, 'refresh'>,
  { later, log }: Pick<World, 'later' | 'log'>,
): { stop: () => void } {
  let isStopped = false;
  const goOn = () => later?.(FRESH_FOR_MS, tick);
  const tick = (): void => {
    if (isStopped) return;
    const failed = (error: unknown) => log.warn({ err: error }, 'the settings could not be read again');
    void refresh().catch(failed).finally(goOn);
  };
  goOn();
  return {
    stop: () => {
      isStopped = true;
    },
  };
}

/** Settings that are not read yet: `refresh` reads them. */
export function makeSettings(parts: SettingsParts): WorkspaceSettings {
  const { db, workspace } = parts;
  let known = unsettled(workspace);
  const keep = (settings: Settings): Settings => {
    // A read that was under way while something was saved is older than what is known already.
    if (settings.revision >= known.revision) known = settings;
    return known;
  };
  const read = async (): Promise<Settings> => {
    const raw = await db.collection('workspaces').findOne({ _id: workspace });
    return keep(raw ? settingsSchema.parse(raw) : unsettled(workspace));
  };
  const named = (): Person[] => parts.administrators.map((user) => ({ team: workspace, user }));
  const save: WorkspaceSettings['save'] = async (handling, decide) => {
    for (let tries = 1; ; tries += 1) {
      const current = await read();
      const next = decide(current) ?? current;
      if (isRefusal(next)) return (await repeatedBefore(db, handling)) ? { settings: current, repeated: true } : next;
      const outcome = await saveOnce(parts, handling, current, { ...next, revision: current.revision + 1 });
      if (outcome === 'repeated') return { settings: current, repeated: true };
      if (outcome !== 'stale') return { settings: keep(outcome), repeated: false };
      await beforeTryingAgain(handling, tries, 'others kept changing the settings');
    }
  };
  return {
    now: () => known,
    administrators: () => [
      ...known.administrators,
      ...named().filter((one) => !known.administrators.some((other) => samePerson(one, other))),
    ],
    save,
    refresh: async () => void (await read()),
  };
}

/** One transaction: the delivery's mark, the settings where nobody was faster, and the Homes of those whom they name. */
async function saveOnce(
  parts: SettingsParts,
  handling: Handling,
  before: Settings,
  next: Settings,
): Promise<Settings | 'stale' | 'repeated'> {
  const session = await parts.db.session();
  try {
    const written = await session.withTransaction(async () => write(parts, session, handling, { before, next }));
    if (written) parts.planned();
    return written ? next : 'stale';
  } catch (error) {
    if (isConflict(error)) return 'stale';
    if (!isDuplicate(error)) throw error;
    return (await repeatedBefore(parts.db, handling)) ? 'repeated' : 'stale';
  } finally {
    await session.endSession();
  }
}

/** @returns false where the settings were changed meanwhile; nothing is written then. */
async function write(
  { db, newId }: SettingsParts,
  session: ClientSession,
  { workspace, delivery, now }: Handling,
  { before, next }: { before: Settings; next: Settings },
): Promise<boolean> {
  const workspaces = db.collection('workspaces');
  if (before.revision === 0) await workspaces.insertOne({ ...next }, { session });
  else {
    const guard = { _id: workspace, revision: before.revision };
    const { matchedCount } = await workspaces.replaceOne(guard, { ...next }, { session });
    if (matchedCount === 0) return false;
  }
  if (delivery !== null) await markHandled(db, session, workspace, delivery, now);
  const homes = [...before.administrators, ...next.administrators].map((person) => cardKey(homeSubject(person)));
  await plan(db, session, { workspace, now, order: 0 }, { rows: [], homes: [...new Set(homes)] }, newId);
  return true;
}
