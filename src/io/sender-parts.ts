import type { View } from '@slack/types';
import type { Audience, Message } from '../kit/blocks.ts';
import type { NewId } from '../kit/ids.ts';
import type { Locale } from '../kit/locale.ts';
import type { Subject } from '../kit/rows.ts';
import type { Database } from './database.ts';
import type { Installation } from './installation.ts';
import type { Log } from './log.ts';
import type { Row } from './outbox.ts';
import type { People } from './people.ts';
import type { Rates } from './rates.ts';
import type { Clients } from './slack.ts';
import type { Watch } from './watch.ts';

/** Draws a card as it should look now: a message, a Home view for App Home, null where there is nothing to show. */
export type Draw = (subject: Subject, reader: { locale: Locale; workspace: string }) => Promise<Message | View | null>;

/** A file as it is now, and whom it may be shown to. */
export type SentFile = { audiences: readonly Audience[]; title: string; bytes: Uint8Array };
/** There will be no file, however often it is tried: why, in a word for the log and for whoever is told. */
export type UnsentFile = { unsent: string };
/** Draws a file; null where there is nothing to send. */
export type DrawSentFile = (subject: Subject, workspace: string) => Promise<SentFile | UnsentFile | null>;

export type SenderParts = {
  db: Database;
  clients: Clients;
  installation: Installation;
  people: Pick<People, 'known' | 'language'>;
  draw: Draw;
  drawFile: DrawSentFile;
  /** Reaches the address that Slack gives for an upload. */
  fetch: typeof globalThis.fetch;
  /** Spoken to people of whom we know no language. */
  language: () => Locale;
  log: Log;
  watch: Watch;
  newId: NewId;
  /** This process's name, for the lease: whoever looks into the database sees who sends. */
  process: string;
  /** A row was set aside for good. Called at least once, before it is marked; may be called again after a crash. */
  onUndelivered: (row: Row) => Promise<void> | void;
  /** Slack refused to post in a channel, as if it were closed. Looks at it; what is posted there may be held afterwards. */
  onClosed?: (channel: string) => Promise<void>;
  now: () => Date;
  /** Runs something after `ms`, for what was parked. Without it the next `pump` finds it. */
  later?: (ms: number, run: () => void) => void;
};

/** One round of sending. */
export type Run = {
  parts: SenderParts;
  /** When this round is; the same for all of it. */
  at: Date;
  rates: Rates;
  /** How often in a row each lane could not reach Slack. */
  failures: Map<string, number>;
  /** What was found in a channel or thread in this round, by `channel:thread`: one call for all who look there. */
  lookups: Map<string, Promise<ReadonlyMap<string, string>>>;
  /** The earliest call of this round's rows that nobody knows the outcome of. */
  lookFrom: Date;
  /** False once the round has gone on for so long that its lease should be renewed first. */
  inTime: () => boolean;
};

/** Where something was put. All null where nothing was to be put anywhere. */
export type Sent = { channel: string | null; ts: string | null; threadTs: string | null };
export const NOWHERE: Sent = { channel: null, ts: null, threadTs: null };
