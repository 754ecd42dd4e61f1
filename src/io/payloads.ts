import { z } from 'zod';
import { stateSchema } from '../kit/form.ts';

/** What we read of Slack's payloads, and nothing more (docs.slack.dev, interaction payloads, slash commands, Events API). */

const teamSchema = z.looseObject({ id: z.string() }).nullish();
const userSchema = z.looseObject({ id: z.string(), team_id: z.string().nullish() });

export const commandSchema = z.looseObject({
  command: z.string(),
  text: z.string().default(''),
  team_id: z.string(),
  user_id: z.string(),
  channel_id: z.string(),
  channel_name: z.string().default(''),
  trigger_id: z.string(),
});

const viewSchema = z.looseObject({
  id: z.string(),
  type: z.string(),
  callback_id: z.string().default(''),
  private_metadata: z.string().default(''),
  /** The modal beneath it. */
  previous_view_id: z.string().nullish(),
  /** The modal at the bottom. */
  root_view_id: z.string().nullish(),
  hash: z.string().nullish(),
  app_installed_team_id: z.string().nullish(),
  state: z.looseObject({ values: stateSchema }).nullish(),
});

const chosenSchema = z.looseObject({
  action_id: z.string(),
  block_id: z.string().default(''),
  /** When it was pressed or chosen, by Slack's clock. */
  action_ts: z.string().nullish(),
  value: z.string().nullish(),
  selected_conversation: z.string().nullish(),
  selected_user: z.string().nullish(),
  selected_option: z.looseObject({ value: z.string() }).nullish(),
});

export const pressSchema = z.looseObject({
  team: teamSchema,
  user: userSchema,
  trigger_id: z.string(),
  channel: z.looseObject({ id: z.string() }).nullish(),
  container: z.looseObject({ message_ts: z.string().nullish(), thread_ts: z.string().nullish() }).nullish(),
  message: z.looseObject({ ts: z.string(), thread_ts: z.string().nullish(), bot_id: z.string().nullish() }).nullish(),
  view: viewSchema.nullish(),
  actions: z.array(chosenSchema).min(1),
});
export type PressPayload = z.infer<typeof pressSchema>;

export const submitSchema = z.looseObject({
  team: teamSchema,
  user: userSchema,
  trigger_id: z.string(),
  view: viewSchema,
});

const fileSchema = z.looseObject({ id: z.string(), name: z.string().nullish() });

/** A shortcut chosen in the menu of a message (docs.slack.dev, message shortcut payload). */
export const shortcutSchema = z.looseObject({
  team: teamSchema,
  user: userSchema,
  callback_id: z.string(),
  trigger_id: z.string(),
  channel: z.looseObject({ id: z.string() }),
  message: z.looseObject({
    ts: z.string(),
    thread_ts: z.string().nullish(),
    user: z.string().nullish(),
    team: z.string().nullish(),
    user_team: z.string().nullish(),
    bot_id: z.string().nullish(),
    text: z.string().default(''),
    files: z.array(fileSchema).default([]),
  }),
});
export type ShortcutPayload = z.infer<typeof shortcutSchema>;

export const envelopeSchema = z.looseObject({
  team_id: z.string(),
  event_id: z.string(),
  authorizations: z.array(z.looseObject({ team_id: z.string().nullish() })).nullish(),
  event: z.looseObject({ type: z.string() }),
});

/** What came, in words for counting it. */
export const DELIVERY_KINDS = ['command', 'press', 'submit', 'shortcut', 'event', 'other'] as const;
export type DeliveryKind = (typeof DELIVERY_KINDS)[number];

const KIND_OF_TYPE: Readonly<Record<string, DeliveryKind>> = {
  block_actions: 'press',
  view_submission: 'submit',
  message_action: 'shortcut',
  event_callback: 'event',
};

export function deliveryKind({ command, type }: Readonly<Record<string, unknown>>): DeliveryKind {
  if (typeof command === 'string') return 'command';
  return (typeof type === 'string' ? KIND_OF_TYPE[type] : undefined) ?? 'other';
}

/** Team ids by which a delivery may name the workspace that installed us, likeliest first. Never the user's own team. */
export function workspaceCandidates(body: {
  team_id?: string | undefined;
  team?: { id: string } | null | undefined;
  view?: { app_installed_team_id?: string | null | undefined } | null | undefined;
  authorizations?: { team_id?: string | null | undefined }[] | null | undefined;
}): string[] {
  const named = [body.authorizations?.[0]?.team_id, body.view?.app_installed_team_id, body.team?.id, body.team_id];
  return named.filter((id): id is string => typeof id === 'string');
}
