import type { InspectorEntry } from '../server/protocol.ts';
import type { Clock } from './clock.ts';

/** One line of the traffic. `atMs` is on the sandbox's clock; the server words it for the page. */
export type Entry = Omit<InspectorEntry, 'at'> & {
  atMs: number;
  kind: 'events_api' | 'slash_commands' | 'interactive' | 'call' | 'response_url';
  /** The method of a call; the type of an event, a command, or an interaction. */
  name: string;
};

/** Something that a strict Slack would not have let pass, or that a person would have noticed. */
export type Complaint = { text: string; entryId: string | undefined; provoked: boolean };

/** Every delivery and call in order, with what was wrong. */
export type Journal = {
  entries: Entry[];
  complaints: Complaint[];
  scopesUsed: Set<string>;
  /** Triggers that a fault made the app see twice, use twice or see too late: trouble with one is no fault of the app's. */
  excusedTriggers: Set<unknown>;
  add(entry: Omit<Entry, 'id' | 'atMs'>): Entry;
  /** Changes a line that is already there (an ack arrives after its delivery). */
  settle(entry: Entry, change: Partial<Entry>): void;
  complain(text: string, about?: { entry?: Entry; provoked?: boolean }): void;
  subscribe(listener: (entry: Entry) => void): () => void;
};

/** How many lines are kept: a demonstration may run for days. */
const KEPT = 5000;

/** An empty journal. */
export function createJournal(clock: Clock): Journal {
  const listeners = new Set<(entry: Entry) => void>();
  let count = 0;
  const tell = (entry: Entry): void => {
    for (const listener of [...listeners]) listener(entry);
  };
  const journal: Journal = {
    entries: [],
    complaints: [],
    scopesUsed: new Set(),
    excusedTriggers: new Set(),
    add: (given) => {
      count += 1;
      const entry: Entry = { ...given, id: `e${count}`, atMs: clock.now() };
      journal.entries.push(entry);
      if (journal.entries.length > KEPT) journal.entries.shift();
      if (entry.scope) journal.scopesUsed.add(entry.scope);
      tell(entry);
      return entry;
    },
    settle: (entry, change) => {
      Object.assign(entry, change);
      tell(entry);
    },
    complain: (text, about = {}) => {
      journal.complaints.push({ text, entryId: about.entry?.id, provoked: about.provoked ?? false });
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return journal;
}
