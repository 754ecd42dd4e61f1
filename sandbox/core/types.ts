/** What there is in the sandbox's Slack. Plain data: the functions beside it change it and say so by `world.changed()`. */
import type { KnownBlock, MessageMetadata, View as SlackView } from '@slack/types';
import type { InputState } from '../server/protocol.ts';

export type Team = { id: string; name: string; domain: string };

export type PersonKind = 'member' | 'guest' | 'external' | 'bot';

export type User = {
  id: string;
  teamId: string;
  /** What people type after "@"; Slack's `name`. */
  handle: string;
  name: string;
  title: string;
  company: string;
  /** Absent for an external: Slack does not tell the language of another team's people. */
  locale: string | undefined;
  timeZone: string;
  kind: PersonKind;
  isAdmin: boolean;
  email: string;
  /** Deactivated by an administrator, or a guest whose time is over: the account stays, and nobody can use it. */
  isDeleted: boolean;
  /** A guest of one channel, whom nobody can invite to a second one. */
  isSingleChannel: boolean;
};

export type Message = {
  ts: string;
  user: string;
  text: string;
  blocks: KnownBlock[];
  threadTs: string | undefined;
  editedTs: string | undefined;
  subtype: string | undefined;
  metadata: MessageMetadata | undefined;
  /** Set where the app wrote it. */
  byApp: boolean;
  /** The one person who sees it; such a message is in no history. */
  onlyFor: string | undefined;
  inviter: string | undefined;
  /** What Slack adds to its own small messages: the old and the new name of a channel. */
  extra?: Readonly<Record<string, string>>;
  clientMsgId: string | undefined;
  /** Ids of the files that it carries. */
  files: string[];
  reactions: Reaction[];
};

/** Who put one emoji to a message; the name stands without colons. */
export type Reaction = { name: string; users: string[] };

/** A file of one person or of the app. Where it is shared is told by the messages that carry it. */
export type SlackFile = {
  id: string;
  name: string;
  title: string;
  mimetype: string;
  /** Slack's own word for the kind: "pdf", "text". */
  filetype: string;
  sizeBytes: number;
  user: string;
  createdMs: number;
  /** The first bytes; up to `sizeBytes` zeros follow, which are made only as they are read. */
  head: Uint8Array;
  /** It was handed in by a modal, so that the app may read it wherever it is shared. */
  isForApp: boolean;
  isDeleted: boolean;
};

/** An address that takes the bytes of one file, once. The file is nobody's to see before the upload is completed. */
export type Upload = { token: string; file: SlackFile; isUsed: boolean };

export type Channel = {
  id: string;
  name: string;
  kind: 'public' | 'private' | 'im';
  topic: string;
  members: string[];
  pins: string[];
  isExtShared: boolean;
  /** Ids of the other companies' teams that it is shared with; where nothing is said, those of its members. */
  connectedTeams?: readonly string[];
  isArchived: boolean;
  /** Why nobody can write any more though it is not archived; absent where that is not so. */
  frozenReason?: 'connection_severed' | undefined;
  createdMs: number;
  creator: string;
  messages: Message[];
  ephemerals: Message[];
  /** The last ts that each person has read. */
  read: Record<string, string>;
  lastTsMicros: number;
};

/**
 * An invitation to another company to share a channel. sent: nobody has answered. accepted: it waits for an administrator.
 * done: the person is in.
 */
export type SharedInvite = {
  id: string;
  channel: string;
  email: string | undefined;
  userId: string | undefined;
  isLimited: boolean;
  inviter: string;
  createdMs: number;
  state: 'sent' | 'accepted' | 'done' | 'declined';
  /** Who accepted or declined it. */
  answeredBy: string | undefined;
};

/** What somebody read, or could have. `words`: in Slack's own notation, beside what stands in the blocks. */
export type Shown = {
  /** Ids of those who could see it at that time. */
  viewers: readonly string[];
  /** Of a channel; absent for what stands in none. */
  channel: string | undefined;
  what:
    'name' | 'topic' | 'message' | 'ephemeral' | 'pin' | 'file' | 'metadata' | 'home' | 'modal' | 'errors' | 'notice';
  words: readonly string[];
  blocks: readonly KnownBlock[];
  /** As it went over the wire, in JSON. */
  raw: string;
};

export type StateValues = Record<string, Record<string, InputState>>;

export type ViewRecord = {
  id: string;
  user: string;
  view: SlackView;
  hash: string;
  rootId: string;
  previousId: string | null;
  externalId: string;
  /** What stood in the inputs when the person last did something. */
  state: StateValues;
  errors: Record<string, string>;
  busy: boolean;
  trouble: string | undefined;
};

export type Trigger = { id: string; user: string; sentMs: number; used: boolean; viewId: string | undefined };

export type ResponseUrl = {
  id: string;
  user: string;
  channel: string;
  sentMs: number;
  uses: number;
  /** The message whose button was pressed, which `replace_original` and `delete_original` mean. */
  original: { ts: string; ephemeral: boolean } | undefined;
  threadTs: string | undefined;
};

export type Notice = { id: string; text: string };

/** Why Slack takes a token no more (docs.slack.dev, errors of every method): taken back, or its workspace or bot is off. */
export type TokenFault = 'token_revoked' | 'account_inactive';

/** Who the app under test is in this workspace. */
export type AppIdentity = {
  appId: string;
  botId: string;
  botUserId: string;
  teamId: string;
  botToken: string;
  appToken: string;
};
