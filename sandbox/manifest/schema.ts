/**
 * The shape of an app manifest. Source: the JSON schema (major version 1) in github.com/slackapi/manifest-schema;
 * fields are explained at docs.slack.dev/reference/app-manifest. Unknown keys are refused everywhere.
 *
 * The parts for apps that Slack hosts (functions, workflows, datastores, types, workflow steps) are left out on purpose:
 * the bot has none, so the sandbox refuses them as unknown keys.
 */
import { z } from 'zod';

/** JSON Schema counts code points, and so does zod. */
const filled = (max: number) => z.string().min(1).max(max);
const flag = z.boolean().optional();
const URL_WORDS = 'must be a URL that begins with http:// or https://';
const url = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^https?:\/\//, URL_WORDS);
const requestUrl = url(3500).optional();
const EVENT_OR_SCOPE = z.string().max(50);

function unique(list: readonly unknown[]): boolean {
  return new Set(list.map((item) => JSON.stringify(item))).size === list.length;
}
const UNIQUE_WORDS = 'must not contain the same item twice';

const metadata = z.strictObject({
  major_version: z.int().optional(),
  minor_version: z.int().optional(),
  schema_version: z.int().optional(),
  min_version: z.int().optional(),
});

const displayInformation = z.strictObject({
  name: filled(35),
  description: filled(140).optional(),
  // The schema says 175 at least, the docs 174: only what is too short for both is refused.
  long_description: z.string().min(174).max(4000).optional(),
  background_color: z
    .string()
    .regex(/^#[0-9a-fA-F]{3}([0-9a-fA-F]{3})?$/, 'must be a colour as #rgb or #rrggbb')
    .optional(),
});

const slashCommand = z.strictObject({
  command: z.string().min(2).max(32).regex(/^\//, 'must begin with /'),
  description: filled(2000),
  url: url(3000).optional(),
  usage_hint: filled(1000).optional(),
  should_escape: flag,
});

const shortcut = z.strictObject({
  name: filled(24),
  type: z.enum(['message', 'global']),
  callback_id: filled(255),
  description: filled(150),
});

const prompt = z.strictObject({ title: z.string(), message: z.string() });

const features = z.strictObject({
  app_home: z
    .strictObject({ home_tab_enabled: flag, messages_tab_enabled: flag, messages_tab_read_only_enabled: flag })
    .optional(),
  bot_user: z.strictObject({ display_name: filled(80), always_online: flag }).optional(),
  slash_commands: z.array(slashCommand).min(1).max(50).optional(),
  shortcuts: z.array(shortcut).min(1).max(10).optional(),
  unfurl_domains: z.array(z.string().max(255)).min(1).max(5).refine(unique, UNIQUE_WORDS).optional(),
  assistant_view: z
    .strictObject({ assistant_description: z.string(), suggested_prompts: z.array(prompt).optional() })
    .optional(),
  agent_view: z
    .strictObject({ agent_description: z.string().max(300), suggested_prompts: z.array(prompt).max(4).optional() })
    .optional(),
});

const scopes = z.array(EVENT_OR_SCOPE).max(255).optional();

const oauthConfig = z.strictObject({
  redirect_urls: z.array(z.string().max(2500)).max(1000).refine(unique, UNIQUE_WORDS).optional(),
  scopes: z.strictObject({ bot: scopes, user: scopes, bot_optional: scopes, user_optional: scopes }).optional(),
  token_management_enabled: flag,
  pkce_enabled: flag,
});

const events = z.array(EVENT_OR_SCOPE).max(100).refine(unique, UNIQUE_WORDS).optional();

const settings = z.strictObject({
  event_subscriptions: z
    .strictObject({
      request_url: requestUrl,
      bot_events: events,
      user_events: events,
      metadata_subscriptions: z
        .array(z.strictObject({ app_id: z.string(), event_type: EVENT_OR_SCOPE }))
        .min(1)
        .max(20)
        .refine(unique, UNIQUE_WORDS)
        .optional(),
    })
    .optional(),
  interactivity: z
    .strictObject({ is_enabled: z.boolean(), request_url: requestUrl, message_menu_options_url: requestUrl })
    .optional(),
  incoming_webhooks: z.strictObject({ incoming_webhooks_enabled: flag }).optional(),
  allowed_ip_address_ranges: z
    .array(z.union([z.cidrv4(), z.ipv4()], 'must be an IPv4 address or a range of them'))
    .min(1)
    .max(50)
    .refine(unique, UNIQUE_WORDS)
    .optional(),
  org_deploy_enabled: flag,
  socket_mode_enabled: flag,
  token_rotation_enabled: flag,
  is_hosted: flag,
  is_mcp_enabled: flag,
  function_runtime: z.string().optional(),
  hermes_app_type: z.string().optional(),
  siws_links: z.strictObject({ initiate_uri: requestUrl }).optional(),
});

const appDirectory = z.strictObject({
  installation_landing_page: url(255),
  privacy_policy_url: url(500),
  support_url: url(350),
  support_email: z
    .string()
    .max(100)
    .regex(/^\S+@\S+$/, 'must be an e-mail address'),
  supported_languages: z.array(z.string().max(50)).min(1).max(50),
  pricing: filled(30),
  app_directory_categories: z.array(filled(255)).max(3).optional(),
  use_direct_install: flag,
  direct_install_url: url(255).optional(),
});

export const manifestSchema = z.strictObject({
  $schema: z.string().optional(),
  _metadata: metadata.optional(),
  display_information: displayInformation,
  features: features.optional(),
  oauth_config: oauthConfig.optional(),
  settings: settings.optional(),
  app_directory: appDirectory.optional(),
});

export type Manifest = z.infer<typeof manifestSchema>;
