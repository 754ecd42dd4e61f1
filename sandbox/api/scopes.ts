import type { Channel } from '../core/types.ts';
import { flagArg, listArg, textArg, type Call } from './args.ts';

export type ChannelKind = Channel['kind'];

/** Which scopes let a call through: always the same ones, or by the kind of channel it is about. */
export type ScopeRule =
  | { any: readonly string[] }
  | { byKind: Record<ChannelKind, readonly string[]>; of: 'channel' | 'is_private' | 'types' | 'im' };

export const NO_SCOPE: ScopeRule = { any: [] };

const MANAGE = { public: ['channels:manage'], private: ['groups:write'], im: ['im:write'] } as const;

export const READ: ScopeRule = {
  byKind: { public: ['channels:read'], private: ['groups:read'], im: ['im:read'] },
  of: 'channel',
};
export const READ_TYPES: ScopeRule = { ...READ, of: 'types' };
export const HISTORY: ScopeRule = {
  byKind: { public: ['channels:history'], private: ['groups:history'], im: ['im:history'] },
  of: 'channel',
};
export const CREATE: ScopeRule = { byKind: MANAGE, of: 'is_private' };
export const ARCHIVE: ScopeRule = { byKind: MANAGE, of: 'channel' };
export const OPEN: ScopeRule = { byKind: MANAGE, of: 'im' };
export const INVITE: ScopeRule = withNarrow('invites');
export const TOPIC: ScopeRule = withNarrow('topic');

/** Slack has narrower scopes beside the broad ones: `channels:write.topic` beside `channels:manage`. */
function withNarrow(what: 'invites' | 'topic'): ScopeRule {
  return {
    byKind: {
      public: [...MANAGE.public, `channels:write.${what}`],
      private: [...MANAGE.private, `groups:write.${what}`],
      im: [...MANAGE.im, `im:write.${what}`],
    },
    of: 'channel',
  };
}

/** For each thing the call touches, the scopes of which one is needed. */
export function acceptedScopes(call: Call, rule: ScopeRule): (readonly string[])[] {
  if ('any' in rule) return rule.any.length > 0 ? [rule.any] : [];
  return kindsOf(call, rule.of).map((kind) => rule.byKind[kind]);
}

function kindsOf(call: Call, of: 'channel' | 'is_private' | 'types' | 'im'): ChannelKind[] {
  if (of === 'im') return ['im'];
  if (of === 'is_private') return [flagArg(call, 'is_private') ? 'private' : 'public'];
  if (of === 'types') return typesArg(call);
  // A channel that does not exist needs no scope: the handler says channel_not_found.
  const channel = call.engine.world.channels.get(textArg(call, 'channel') ?? '');
  return channel ? [channel.kind] : [];
}

/** The `types` of users.conversations, public channels where nothing is said. */
export function typesArg(call: Call): ChannelKind[] {
  const given = listArg(call, 'types');
  if (given.length === 0) return ['public'];
  const kinds: Record<string, ChannelKind> = { public_channel: 'public', private_channel: 'private', im: 'im' };
  return given.flatMap((type) => kinds[type] ?? []);
}
