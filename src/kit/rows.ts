import { z } from 'zod';
import { AUDIENCES, type Message } from './blocks.ts';
import { SIDES } from './aggregate.ts';
import { type Person, personKey, personSchema } from './person.ts';

/**
 * Where something goes: never a Slack channel, always a side of a project, or one person. The sender finds the channel,
 * so a decision can speak to a channel that is not made yet, and the wall is checked in one place.
 */
export const placeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('channel'), project: z.string(), side: z.enum(SIDES) }),
  z.object({ kind: z.literal('person'), person: personSchema, project: z.string().nullable() }),
  z.object({ kind: z.literal('home'), person: personSchema }),
]);
export type Place = z.infer<typeof placeSchema>;

export const teamOf = (project: string): Place => ({ kind: 'channel', project, side: 'team' });
export const clientOf = (project: string): Place => ({ kind: 'channel', project, side: 'client' });
export const directTo = (person: Person, project: string | null): Place => ({ kind: 'person', person, project });

/** Rows of one lane are sent one after the other, in the order in which they were decided. */
export function laneOf(place: Place): string {
  switch (place.kind) {
    case 'channel':
      return `${place.project}:${place.side}`;
    case 'person':
      return `person:${personKey(place.person)}`;
    case 'home':
      return `home:${personKey(place.person)}`;
  }
}

/** What a card shows: a kind that some feature draws, of a project (none for App Home), and which one where there are several. */
export const subjectSchema = z.object({
  kind: z.string(),
  project: z.string().nullable(),
  about: z.string().nullable(),
});
export type Subject = z.infer<typeof subjectSchema>;

/** What can be asked of Slack besides speaking. `already_...` answers count as done. */
export const doingSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('createChannel'), name: z.string() }),
  z.object({ do: z.literal('invite'), people: z.array(personSchema) }),
  /**
   * Into a channel that is shared with another company: by e-mail, or by account where somebody of theirs is known already
   * (docs.slack.dev, conversations.inviteShared). `invite` is Liaison's own id of the invitation.
   */
  z.object({
    do: z.literal('inviteShared'),
    invite: z.string(),
    email: z.string().nullable(),
    person: personSchema.nullable(),
  }),
  z.object({ do: z.literal('topic'), topic: z.string() }),
  z.object({ do: z.literal('pin'), message: z.string() }),
  /** A card is drawn again, by its key, once all that was decided before it stands in Slack: it may link to that. */
  z.object({ do: z.literal('drawAgain'), card: z.string() }),
  /** A file that some feature draws when it is sent. `name` is this row's alone: by it the file is found again in Slack. */
  z.object({ do: z.literal('file'), subject: subjectSchema, name: z.string() }),
]);
export type Doing = z.infer<typeof doingSchema>;

export const frozenSchema = z.object({
  audience: z.enum(AUDIENCES),
  text: z.string(),
  blocks: z.array(z.looseObject({ type: z.string() })),
});

/** What a decision wants said, shown or done, before it is stored. `key` is meaningful: planned twice, it is there once. */
export type RowDraft = {
  key: string;
  place: Place;
  /** The key of the message in whose thread it goes. */
  parent: string | null;
  /** A person waits for it: it goes before what nobody waits for. */
  urgent: boolean;
  /** From then on it is too late: what was not posted by then is not posted at all. */
  notAfter?: Date;
} & ({ kind: 'say'; message: Message } | { kind: 'card'; subject: Subject } | { kind: 'do'; doing: Doing });

const frozen = (place: Place, key: string, message: Message, parent: string | null): RowDraft => ({
  kind: 'say',
  key,
  place,
  parent,
  urgent: true,
  message,
});

/** Frozen text, said once, in the team channel. A message made for clients or for one person does not compile here. */
export const sayToTeam = (project: string, key: string, message: Message<'team'>, parent: string | null = null) =>
  frozen(teamOf(project), key, message, parent);

export const sayToClient = (project: string, key: string, message: Message<'client'>, parent: string | null = null) =>
  frozen(clientOf(project), key, message, parent);

export const sayToPerson = (person: Person, project: string | null, key: string, message: Message<'person'>) =>
  frozen(directTo(person, project), key, message, null);

/**
 * The key of a message that somebody else wrote, for what goes into its thread: it is no row of the outbox, and stands in Slack
 * already.
 */
export const messageKey = ({ channel, ts }: { channel: string; ts: string }): string => `message:${channel}:${ts}`;

/** Where such a message stands; null for the key of a row. */
export function messageAt(key: string): { channel: string; ts: string } | null {
  const [, channel, ts] = /^message:(\w+):([\d.]+)$/u.exec(key) ?? [];
  return channel === undefined || ts === undefined ? null : { channel, ts };
}

/** A living card: drawn from the state at the moment it is sent, posted once, edited afterwards. */
export function card(place: Place, subject: Subject, parent: string | null = null): RowDraft {
  return { kind: 'card', key: cardKey(subject), place, parent, urgent: true, subject };
}

export const cardKey = ({ kind, project, about }: Subject): string =>
  ['card', kind, project, about].filter((part) => part !== null).join(':');

/** Something asked of Slack, in the lane of the place that it is for. */
export function doing(place: Place, key: string, what: Doing): RowDraft {
  return { kind: 'do', key, place, parent: null, urgent: true, doing: what };
}

/**
 * What is to be drawn again because of a change, whoever made it: before what the change itself says, so that this is the newest
 * in its channel, and after it.
 */
export type Following = { first: readonly RowDraft[]; last: readonly RowDraft[]; again?: readonly Again[] };

/** A card that is drawn again only where it stands in Slack already and was planned after `since`; nothing is posted for its sake. */
export type Again = { key: string; since: Date };

/** A file in the thread of a message (`parent`, by its key), drawn from the state at the moment it is sent. */
export function fileRow(
  place: Place,
  key: string,
  file: { subject: Subject; name: string },
  parent: string | null = null,
): RowDraft {
  return { ...doing(place, key, { do: 'file', ...file }), parent };
}

export const homeSubject = (person: Person): Subject => ({ kind: 'home', project: null, about: personKey(person) });
export const homeCard = (person: Person): RowDraft => card({ kind: 'home', person }, homeSubject(person));
