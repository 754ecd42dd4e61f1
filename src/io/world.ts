import type { Receiver } from '@slack/bolt';
import type { NewId } from '../kit/ids.ts';
import type { Locale } from '../kit/locale.ts';
import type { Database } from './database.ts';
import type { Log } from './log.ts';
import type { Watch } from './watch.ts';

/** Everything from outside that a running bot needs. */
export type World = {
  db: Database;
  receiver: Receiver;
  token: string;
  /** Where Slack is, and how it is reached; both only where it is not Slack itself. */
  apiUrl?: string;
  fetch?: typeof globalThis.fetch;
  log: Log;
  now: () => Date;
  newId: NewId;
  newSalt: NewId;
  /** The setting LIAISON_FONT; left out, the typeface is looked for. */
  font?: string;
  /** Spoken to people of whom no language is known. */
  language: Locale;
  /** Slack's user ids of the first administrators, members of this workspace: the variable ADMIN_USER_IDS. */
  administrators: readonly string[];
  process: string;
  wait: (ms: number) => Promise<void>;
  /** Counts what happens; nobody does where it is left out. */
  watch?: Watch;
  /** Runs something later, for what could not be sent yet. Tests call the sender themselves. */
  later?: (ms: number, run: () => void) => void;
};
