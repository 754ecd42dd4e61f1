import type { Content, Stored } from './chain.ts';
import type { Nudged } from './nudged.ts';
import type { Person } from './person.ts';
import type { RowDraft } from './rows.ts';

/**
 * What somebody did, for the record. `actor` is Liaison's own id of the person; `said` the outbox key of the message that
 * says it, which is kept beside the entry, outside its hash.
 */
export type Happened = { kind: string; actor: string; content: Content; said?: string };

/** Something agreed or sent, kept for ever as it was, found by its hash. */
export type Version = {
  _id: string;
  workspace: string;
  project: string;
  subject: string;
  number: number;
  hash: string;
  content: Content;
};

/** An approval as it stood when it ended. */
export type Closed = { _id: string; workspace: string; project: string; approval: Content };

/** A client company. `nameKey` is its name as it is compared: one document a name. */
export type NewClient = { _id: string; workspace: string; name: string; nameKey: string };

/**
 * What the agency knows of a client, as it will stand. `was`: the revision from which it was decided, 0 where there was none;
 * where somebody saved it meanwhile, nothing of the decision is saved.
 */
export type ProfileSave = { client: string; was: number; profile: Content };

/** Texts that a brief's answers come from, kept apart from it because they may be long. */
export type SourceSave = { id: string; parts: readonly Content[] };

/** Kept in a client's profile whatever else is written there at the same time. */
export type ChainSave = { client: string; chain: Content; at: string; by: Person };

/**
 * A file that somebody is to get, and that takes long to make. `upTo`: the number of the last entry of the record that is in it; `what`
 * else it is, its feature says.
 */
export type ExportSave = { id: string; person: Person; what: Content; upTo: number };

/**
 * What a decision changes, to be saved in one transaction: the project, what goes on the record, what is said. What is
 * said may name the entries' numbers and hashes, so it is made from the stored entries.
 */
export type Change<P> = {
  project: P;
  happened: readonly Happened[];
  rows: (entries: readonly Stored[]) => readonly RowDraft[];
  version?: Version;
  /** An approval that is over: it leaves the project document. `_id` is of its subject and version. */
  closed?: Closed;
  /** A client that was not known before. */
  client?: NewClient;
  /** What is known of the client: one document for all of its projects. */
  profile?: ProfileSave;
  /** Where answers come from. */
  source?: SourceSave;
  /** How the client decides, as the default of its next project: it is kept beside what else is known of the client. */
  chain?: ChainSave;
  /** What becomes of nudges with it. */
  nudged?: Nudged;
  /** A file that is to be made. */
  exported?: ExportSave;
};
