import { z } from 'zod';
import { unescape } from '../kit/text.ts';
import { isAgreeingReaction, whatIsSaid } from './rules-said.ts';

/** A reply of a person's in a thread; programs and the many other kinds of messages are left out. */
const replySchema = z
  .looseObject({
    subtype: z.literal('thread_broadcast').nullish(),
    channel: z.string(),
    user: z.string(),
    bot_id: z.string().nullish(),
    team: z.string().nullish(),
    // Slack Connect names whose person wrote it (docs.slack.dev, Slack Connect).
    user_team: z.string().nullish(),
    text: z.string(),
    ts: z.string(),
    thread_ts: z.string(),
  })
  .refine(({ bot_id: bot, ts, thread_ts: thread }) => !bot && ts !== thread);

const writtenSchema = z.looseObject({
  ts: z.string(),
  text: z.string().default(''),
  subtype: z.string().nullish(),
  bot_id: z.string().nullish(),
});
const changedSchema = z.looseObject({
  subtype: z.literal('message_changed'),
  channel: z.string(),
  message: writtenSchema,
  previous_message: writtenSchema.nullish(),
});
const deletedSchema = z.looseObject({
  subtype: z.literal('message_deleted'),
  channel: z.string(),
  deleted_ts: z.string(),
  previous_message: writtenSchema.nullish(),
});

/** What a person edited or deleted, not what Slack itself adds to a message; null for everything else. */
export function changeIn(event: unknown) {
  const changed = changedSchema.safeParse(event);
  const deleted = deletedSchema.safeParse(event);
  const before = changed.data?.previous_message ?? deleted.data?.previous_message;
  if (before?.bot_id || changed.data?.message.bot_id) return null;
  if (deleted.success) return { how: 'deleted', channel: deleted.data.channel, ts: deleted.data.deleted_ts } as const;
  if (!changed.success) return null;
  const { channel, message } = changed.data;
  // A message with replies leaves a tombstone (github.com/slack-edge/slack-edge, pull request 10).
  if (message.subtype === 'tombstone') return { how: 'deleted', channel, ts: message.ts } as const;
  if (before && before.text === message.text) return null;
  return { how: 'edited', channel, ts: message.ts, text: unescape(message.text) } as const;
}

/** What a reply says that its author may be asked about; null for everything else. `team` is theirs, where Slack names one. */
export function replyIn(event: unknown) {
  const reply = replySchema.safeParse(event);
  if (!reply.success) return null;
  const { channel, ts, thread_ts: threadTs, user, user_team: theirs, team } = reply.data;
  const text = unescape(reply.data.text);
  const said = whatIsSaid(text);
  return said.is === 'nothing' ? null : { channel, ts, threadTs, user, team: theirs ?? team ?? null, text, said };
}

const reactionSchema = z.looseObject({
  user: z.string(),
  reaction: z.string().refine(isAgreeingReaction),
  item: z.looseObject({ type: z.literal('message'), channel: z.string(), ts: z.string() }),
  event_ts: z.string(),
});

/** A reaction by which people agree in passing; null for every other one. */
export function reactionIn(event: unknown) {
  const reaction = reactionSchema.safeParse(event);
  if (!reaction.success) return null;
  const { user, item, event_ts: at } = reaction.data;
  return { channel: item.channel, ts: item.ts, user, at };
}
