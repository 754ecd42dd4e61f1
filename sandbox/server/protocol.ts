/**
 * What the page and the server of the sandbox say to each other, and what the driver says to the same core.
 *
 * The page is a pure function of a `Seat`: everything one person can see, and nothing else. The server sends a whole new
 * Seat over `GET /feed?as=<user id>` (server-sent events, event name `seat`) whenever something that person can see
 * changes, and the page sends what the person does as an `Act` by `POST /act?as=<user id>` (JSON), answered by an
 * `ActResult`. A handle does as well as an id; a feed that names nobody is the first seat's. The feed also says which
 * faults are planned (event name `faults`). What administrators do is no act of a person's: `POST /admin` (JSON). Files are chosen by `POST /seat-files?as=<user id>&name=<name>` with the bytes
 * as the body, answered by `{ file: { id } }`, and named by that id in acts. The inspector's entries come over `GET /inspector` (server-sent events, event
 * name `entry`), old ones first.
 */
import type { KnownBlock, View as SlackView } from '@slack/types';
import type { CallFault, DeliveryFault } from '../core/faults.ts';

export type PersonView = {
  id: string;
  /** What people type after "@", and what may stand in the page's address. */
  handle: string;
  teamId: string;
  name: string;
  /** What this person is, in a few words, for the seat switcher: "Account manager, Shanghai". */
  title: string;
  company: string;
  locale: string;
  timeZone: string;
  isBot: boolean;
  /** member: of the agency's workspace; guest: restricted member of it; external: a Slack Connect partner. */
  kind: 'member' | 'guest' | 'external' | 'bot';
  /** The account is switched off: nobody can take this seat. */
  isDeactivated: boolean;
};

export type MessageView = {
  channel: string;
  ts: string;
  user: string;
  text: string;
  blocks: KnownBlock[];
  threadTs?: string;
  replyCount: number;
  /** The ts of the last reply, for "last reply at". */
  latestReply?: string;
  editedAt?: string;
  /** Only the person of this seat sees it, and a reload loses it. */
  ephemeral: boolean;
  /** joins, topics and the like: shown small. */
  subtype?: string;
  files: FileView[];
  reactions: { name: string; users: string[] }[];
};

/** A file in a message. Its bytes are at `/seat-files/<id>/<name>?as=<user id>`. */
export type FileView = {
  id: string;
  name: string;
  title: string;
  mimetype: string;
  sizeBytes: number;
  isDeleted: boolean;
};

export type ChannelView = {
  id: string;
  /** Without "#"; for a direct message the other person's name. */
  name: string;
  kind: 'public' | 'private' | 'im';
  isShared: boolean;
  isArchived: boolean;
  /** Cut off from the company that it was shared with: it can be read, and nothing more. */
  isFrozen: boolean;
  isMember: boolean;
  topic: string;
  members: string[];
  pins: string[];
  /** The app's invitations to share it that nobody has answered. */
  invites: { id: string; to: string }[];
  unread: number;
  /** The first message of the channel itself (not of a thread) that this person has not read. */
  firstUnread?: string;
  /** Somebody mentioned this person in what is unread. */
  mentioned: boolean;
  messages: MessageView[];
};

export type ModalView = {
  id: string;
  view: SlackView;
  /** Errors by block id, as the last submission was answered. */
  errors: Record<string, string>;
  /** True while a submission or an action waits for the app's acknowledgement. */
  busy: boolean;
  /** Said in the modal where Slack says "We had some trouble connecting. Try again?". */
  trouble?: string;
};

export type Seat = {
  /** The sandbox's clock, ISO, UTC. */
  now: string;
  me: PersonView;
  /** Everybody whom this person could meet in a channel or a picker. */
  people: PersonView[];
  /** Every seat that one can take or could, in the order of the seed. */
  seats: PersonView[];
  channels: ChannelView[];
  /** The stack of modals of this person, the open one last. */
  modals: ModalView[];
  /** The app's home view as last published for this person; null where never, or where this person cannot reach it. */
  home: SlackView | null;
  canReachHome: boolean;
  commands: { command: string; description: string; usageHint: string }[];
  /** What the app offers in the menu of every message that is not only for this person. */
  shortcuts: { name: string; callbackId: string; description: string }[];
  /** Short notes that Slack itself would show in grey, newest last: "/brief failed with the error operation_timeout". */
  notices: { id: string; text: string }[];
};

/** What the state of one input looks like in `view.state.values[blockId][actionId]`. */
export type InputState = Record<string, unknown> & { type: string };

export type Act =
  | { act: 'command'; channel: string; text: string }
  /** `files`: ids of files of this person's. */
  | { act: 'post'; channel: string; text: string; threadTs?: string; files?: string[] }
  | { act: 'edit'; channel: string; ts: string; text: string }
  | { act: 'delete'; channel: string; ts: string }
  | { act: 'delete-file'; file: string }
  /** `name`: of the emoji, without colons. */
  | { act: 'react'; channel: string; ts: string; name: string; remove: boolean }
  | { act: 'shortcut'; callbackId: string; message: { channel: string; ts: string } }
  | {
      act: 'press';
      on: { message: { channel: string; ts: string } } | { modal: string } | { home: true };
      blockId: string;
      actionId: string;
      /** For everything but buttons: what was chosen, as Slack sends it in the action. */
      chosen?: InputState;
      /** What stands in the inputs and choices now. Of files the ids alone count. */
      state?: Record<string, Record<string, InputState>>;
    }
  | { act: 'submit'; modal: string; state: Record<string, Record<string, InputState>> }
  /** `all`: the X, which closes the whole stack; else Cancel, which closes the top view. */
  | { act: 'close'; modal: string; all: boolean }
  | { act: 'open-home' }
  | { act: 'read'; channel: string }
  | { act: 'join'; channel: string }
  | { act: 'invite'; channel: string; user: string }
  | { act: 'kick'; channel: string; user: string }
  | { act: 'leave'; channel: string }
  | { act: 'dismiss-notice'; id: string };

/** `error`: why Slack itself would not do it ("invalid required field", "not_in_channel"). Field errors arrive with the Seat. */
export type ActResult = { ok: true } | { ok: false; error: string; fields?: Record<string, string> };

/** One line of the inspector: a delivery to the app, or a call by the app. */
export type InspectorEntry = {
  id: string;
  at: string;
  direction: 'to app' | 'from app';
  /** `slash_commands /brief`, `events_api member_joined_channel`, `chat.postMessage`. */
  what: string;
  /** ok; the error code; `late` (acked after 3 s); `no ack`. */
  outcome: string;
  /** Milliseconds until the ack (deliveries) or the answer (calls), on the real clock. */
  tookMs: number;
  /** The scope that the call needed. */
  scope?: string;
  /** What the sandbox made go wrong because it was asked to: no doing of the app's. */
  fault?: CallFault | DeliveryFault | 'socket-dropped';
  payload: unknown;
  answer: unknown;
  /** A delivery can be delivered again: `POST /again/<id>`. */
  again: boolean;
};

/** One planned fault. `times`: how often it still happens; null until it is cleared. Sent over the feed as `faults`, too. */
export type PlannedFault = { about: string; kind: CallFault | DeliveryFault; times: number | null };

/** `GET /clock`. `moments`: the names of instants that it can be sent to; each is what its button says. */
export type ClockView = { now: string; moments: readonly string[] };

/** What moving the clock is answered by. `what`: the moment that it was sent to, in words. `isThere`: nobody stopped it. */
export type Moved = { now: string; what: string; isThere: boolean };

/** `GET /faults`: what is planned, and what can be. */
export type FaultsView = {
  planned: readonly PlannedFault[];
  /** The methods that the sandbox serves. */
  methods: string[];
  /** What can be delivered to this app: its commands and events by name, and the kinds of interactions. */
  deliveries: string[];
};
