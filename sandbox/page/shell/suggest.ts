/** What the composer offers while somebody types: commands after a slash, people and channels after @ and #. */
import type { Act, Seat } from '../../server/protocol.ts';

export type Suggestion = { insert: string; name: string; note: string; usage: string };
export type Suggestions = { title: 'Commands' | 'People' | 'Channels'; from: number; found: Suggestion[] };

const MOST = 8;

/** `caret`: where the person is typing; null when there is nothing to offer. */
export function suggest(seat: Seat, text: string, caret: number, inThread: boolean): Suggestions | null {
  const typed = text.slice(0, caret);
  if (/^\/\S*$/.test(typed) && !inThread) return commands(seat, typed);
  const named = /(?:^|\s)([@#])([^@#\n]{0,30})$/.exec(typed);
  if (!named) return null;
  const query = named[2] ?? '';
  const from = caret - query.length - 1;
  const offered = named[1] === '@' ? people(seat) : channels(seat);
  const found = offered.filter((one) => one.name.toLowerCase().includes(query.toLowerCase()) && one.name !== query);
  if (found.length === 0) return null;
  return { title: named[1] === '@' ? 'People' : 'Channels', from, found: found.slice(0, MOST) };
}

function commands(seat: Seat, typed: string): Suggestions {
  const found = seat.commands.filter(({ command }) => command.startsWith(typed.toLowerCase()));
  const rows = found.map(({ command, description, usageHint }) => ({
    insert: `${command} `,
    name: command,
    note: description,
    usage: usageHint,
  }));
  return { title: 'Commands', from: 0, found: rows };
}

/** Typed text names a person by handle; the server turns `@handle` into a mention. */
const people = (seat: Seat): Suggestion[] =>
  seat.people.map((person) => ({
    insert: `@${person.handle} `,
    name: person.name,
    note: [person.title, person.company].filter(Boolean).join(' · '),
    usage: '',
  }));

const channels = (seat: Seat): Suggestion[] =>
  seat.channels
    .filter((channel) => channel.kind !== 'im')
    .map(({ name, topic }) => ({ insert: `#${name} `, name, note: topic, usage: '' }));

/** Slack's own `/invite @somebody`, which never reaches an app; null for every other command. */
export function ownCommand(seat: Seat, channel: string, text: string): Act | null {
  const handle = /^\/invite\s+@?(\S+)$/.exec(text)?.[1];
  const invited = seat.people.find((person) => person.handle === handle);
  return invited ? { act: 'invite', channel, user: invited.id } : null;
}

/** The hint for a command whose name is complete, while its words are typed. */
export function usageOf(seat: Seat, text: string): string | null {
  const command = /^(\/\S+)\s/.exec(text)?.[1];
  const known = seat.commands.find((one) => one.command === command);
  if (!known) return null;
  return `${known.command} ${known.usageHint}`.trim();
}
