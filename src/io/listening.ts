import type { CommandEntry, EventEntry, PressEntry, ShortcutEntry, SubmitEntry } from './answers.ts';
import type { Asking, AskParts } from './asking.ts';
import type { Inbox } from './received.ts';
import type { WorkspaceOf } from './receiver.ts';
import type { Voice } from './speak.ts';

/** After the acknowledgement nobody's three seconds run any more, but nothing may hang for ever. */
export const AFTER_ACK_MS = 20_000;

/** Every payload that is listened to, in the order of the table of contents. */
export type Entries<Deps> = {
  commands: readonly CommandEntry<Deps>[];
  presses: readonly PressEntry<Deps>[];
  submits: readonly SubmitEntry<Deps>[];
  shortcuts: readonly ShortcutEntry<Deps>[];
  events: readonly EventEntry<Deps>[];
};

export type Listening<Deps> = AskParts & {
  deps: Deps;
  voice: Voice;
  inbox: Inbox;
  workspaceOf: WorkspaceOf;
};

/** Whether any entry is interested in an event. */
export const wantedBy =
  <Deps>(entries: readonly EventEntry<Deps>[]) =>
  (event: { type: string }): boolean =>
    entries.some((entry) => entry.event === event.type && (entry.wants?.(event) ?? true));

/** Learns who somebody is when nobody waits for it any more (once a day). */
export async function afterAck<Deps>(asked: Asking, { people }: Listening<Deps>): Promise<void> {
  if (asked.failed === null) await people.learn(asked.workspace, asked.person);
}
