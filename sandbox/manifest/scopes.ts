/** Which scope lets a bot receive an event: any one of those listed; none where the list is empty. */

const channelOrGroup = ['channels:read', 'groups:read'];
/** docs.slack.dev, Slack Connect API reference: invite events come by the first. */
const connect = ['conversations.connect:read', 'conversations.connect:manage'];

/**
 * Source: "Required scopes" of each page at docs.slack.dev/reference/events (assumed: not compared again page by page).
 * The sandbox delivers these and no others, so any other event is refused until it is listed here.
 */
export const EVENT_SCOPES: Readonly<Record<string, readonly string[]>> = {
  app_home_opened: [],
  app_uninstalled: [],
  tokens_revoked: [],
  app_mention: ['app_mentions:read'],
  'message.channels': ['channels:history'],
  'message.groups': ['groups:history'],
  'message.im': ['im:history'],
  'message.mpim': ['mpim:history'],
  channel_created: ['channels:read'],
  channel_archive: ['channels:read'],
  channel_unarchive: ['channels:read'],
  channel_deleted: ['channels:read'],
  channel_rename: ['channels:read'],
  channel_left: ['channels:read'],
  channel_id_changed: channelOrGroup,
  channel_shared: channelOrGroup,
  channel_unshared: channelOrGroup,
  group_archive: ['groups:read'],
  group_unarchive: ['groups:read'],
  group_deleted: ['groups:read'],
  group_rename: ['groups:read'],
  group_left: ['groups:read'],
  member_joined_channel: channelOrGroup,
  member_left_channel: channelOrGroup,
  reaction_added: ['reactions:read'],
  reaction_removed: ['reactions:read'],
  pin_added: ['pins:read'],
  pin_removed: ['pins:read'],
  file_shared: ['files:read'],
  file_deleted: ['files:read'],
  link_shared: ['links:read'],
  team_join: ['users:read'],
  user_change: ['users:read'],
  shared_channel_invite_received: connect,
  shared_channel_invite_accepted: connect,
  shared_channel_invite_approved: connect,
  shared_channel_invite_declined: connect,
};
