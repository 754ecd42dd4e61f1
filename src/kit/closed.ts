/** Slack's words for a channel in which nothing can be posted (docs.slack.dev, chat.postMessage, chat.update). */
export const CLOSED_CHANNEL = [
  'channel_not_found',
  'not_in_channel',
  'is_archived',
  'channel_archived',
  'is_inactive',
  'posting_to_channel_denied',
] as const;
