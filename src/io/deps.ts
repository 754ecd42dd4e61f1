import type { Aggregate } from '../kit/aggregate.ts';
import type { Absences } from './absences.ts';
import type { NewId } from '../kit/ids.ts';
import type { Message } from '../kit/blocks.ts';
import type { Locale } from '../kit/locale.ts';
import type { Person } from '../kit/person.ts';
import type { Archive } from './archive.ts';
import type { Background } from './background.ts';
import type { Calendars } from './calendars.ts';
import type { Block, DocumentRefusal } from './documents.ts';
import type { Digests } from './digests.ts';
import type { Exports } from './exports.ts';
import type { Print } from './pdf.ts';
import type { FetchRefusal, Files } from './files.ts';
import type { Handling } from './handling.ts';
import type { Homes } from './homes.ts';
import type { Lists } from './lists.ts';
import type { Looks } from './looks.ts';
import type { Nudges } from './nudges.ts';
import type { People } from './people.ts';
import type { Posts } from './posts.ts';
import type { WorkspaceSettings } from './settings.ts';
import type { Sources } from './sources.ts';
import type { Store } from './store.ts';

/** What a file in Slack says, or why it could not be read. */
export type FileReading =
  { is: 'read'; name: string; blocks: readonly Block[] } | { is: 'refused'; why: FetchRefusal | DocumentRefusal };

/** What use cases work with, handed in as plain arguments. */
export type Deps<P extends Aggregate> = {
  /** What the workspace is called: the agency, as its clients know it. */
  agency: string;
  store: Store<P>;
  archive: Archive;
  lists: Lists;
  homes: Homes;
  people: People;
  absences: Absences;
  looks: Looks;
  sources: Sources;
  settings: WorkspaceSettings;
  calendars: Calendars;
  nudges: Nudges;
  digests: Digests<P>;
  posts: Posts;
  exports: Exports;
  /** Goes on with something once everybody is answered. It may take minutes, and a process that stops does not wait for it. */
  inBackground: Background['begin'];
  /** Prints a document that may be very long, aside from those that somebody waits for. Takes minutes at most. */
  printLong: Print;
  /** Files in Slack by their ids: what they are, their bytes, their hash. */
  files: Files;
  /**
   * Fetches a file from Slack and takes its text out. Takes seconds: never before an acknowledgement.
   * @throws where no thread could be started to read it
   */
  readFile: (file: string) => Promise<FileReading>;
  /** What is said of an error that came when nobody's press was waiting any more; it is logged with the reference that is named. */
  wentWrong: (error: unknown, where: string, locale: Locale) => string;
  newId: NewId;
  /** For what is decided after the acknowledgement: nobody's three seconds run any more. */
  later: (handling: Handling) => Handling;
  /**
   * Says something to one person alone after an event of theirs was handled. Sent once, kept nowhere and never the only copy of
   * anything; it does not fail.
   */
  tell: (to: { channel: string; person: Person; threadTs?: string }, what: Message<'person'>) => Promise<void>;
};
