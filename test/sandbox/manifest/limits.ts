/** Every limit of a manifest, each at the limit and one beyond it. */
import { atLeast, atMost, chars, times } from '../blockkit/build.ts';
import type { Case, Json } from '../blockkit/build.ts';
import { app, command, shortcut, commands, shortcuts, long, S, H, URL, SCOPES } from './build.ts';

const META = '/settings/event_subscriptions/metadata_subscriptions';

export const limits: Case[] = [
  ...atMost(35, 'characters', (n) => app({ display: { name: chars(n) } }), '/display_information/name'),
  ...atLeast(1, 'characters', (n) => app({ display: { name: chars(n) } }), '/display_information/name'),
  ...atMost(140, 'characters', (n) => app({ display: { description: chars(n) } }), '/display_information/description'),
  ...atLeast(
    174,
    'characters',
    (n) => app({ display: { long_description: chars(n) } }),
    '/display_information/long_description',
  ),
  ...atMost(
    4000,
    'characters',
    (n) => app({ display: { long_description: chars(n) } }),
    '/display_information/long_description',
  ),
  ...atMost(
    80,
    'characters',
    (n) => app({ features: { bot_user: { display_name: chars(n) } } }),
    '/features/bot_user/display_name',
  ),
  ...atMost(50, 'items', (n) => commands(...times(n, (i) => command({ command: `/c${i}` }))), S),
  ...atLeast(1, 'items', (n) => commands(...times(n, () => command())), S),
  ...atMost(32, 'characters', (n) => commands(command({ command: long('/', n) })), `${S}/0/command`),
  ...atLeast(2, 'characters', (n) => commands(command({ command: long('/', n) })), `${S}/0/command`),
  ...atMost(2000, 'characters', (n) => commands(command({ description: chars(n) })), `${S}/0/description`),
  ...atMost(1000, 'characters', (n) => commands(command({ usage_hint: chars(n) })), `${S}/0/usage_hint`),
  ...atLeast(1, 'characters', (n) => commands(command({ usage_hint: chars(n) })), `${S}/0/usage_hint`),
  ...atMost(3000, 'characters', (n) => commands(command({ url: long('https://', n) })), `${S}/0/url`),
  ...atMost(10, 'items', (n) => shortcuts(...times(n, (i) => shortcut({ callback_id: `s${i}` }))), H),
  ...atLeast(1, 'items', (n) => shortcuts(...times(n, () => shortcut())), H),
  ...atMost(24, 'characters', (n) => shortcuts(shortcut({ name: chars(n) })), `${H}/0/name`),
  ...atMost(255, 'characters', (n) => shortcuts(shortcut({ callback_id: chars(n) })), `${H}/0/callback_id`),
  ...atMost(150, 'characters', (n) => shortcuts(shortcut({ description: chars(n) })), `${H}/0/description`),
  ...atMost(
    5,
    'items',
    (n) => app({ features: { unfurl_domains: times(n, (i) => `d${i}.com`) } }),
    '/features/unfurl_domains',
  ),
  ...atMost(
    1000,
    'items',
    (n) => app({ oauth: { redirect_urls: times(n, (i) => `${URL}${i}`), scopes: SCOPES } }),
    '/oauth_config/redirect_urls',
  ),
  ...atMost(
    2500,
    'characters',
    (n) => app({ oauth: { redirect_urls: [chars(n)], scopes: SCOPES } }),
    '/oauth_config/redirect_urls/0',
  ),
  ...atMost(
    255,
    'items',
    (n) => app({ oauth: { scopes: { ...SCOPES, user: times(n, (i) => `s${i}`) } } }),
    '/oauth_config/scopes/user',
  ),
  ...atMost(
    50,
    'characters',
    (n) => app({ oauth: { scopes: { ...SCOPES, user: [chars(n)] } } }),
    '/oauth_config/scopes/user/0',
  ),
  ...atMost(
    100,
    'items',
    (n) => app({ settings: { event_subscriptions: { user_events: times(n, (i) => `e${i}`) } } }),
    '/settings/event_subscriptions/user_events',
  ),
  ...atMost(
    50,
    'characters',
    (n) => app({ settings: { event_subscriptions: { user_events: [chars(n)] } } }),
    '/settings/event_subscriptions/user_events/0',
  ),
  ...atMost(
    3500,
    'characters',
    (n) => app({ settings: { event_subscriptions: { request_url: long('https://', n) } } }),
    '/settings/event_subscriptions/request_url',
  ),
  ...atMost(
    3500,
    'characters',
    (n) => app({ settings: { interactivity: { is_enabled: true, request_url: long('http://', n) } } }),
    '/settings/interactivity/request_url',
  ),
  ...atMost(
    50,
    'items',
    (n) => app({ settings: { allowed_ip_address_ranges: times(n, (i) => `10.0.0.${i}/32`) } }),
    '/settings/allowed_ip_address_ranges',
  ),
  ...atMost(
    4,
    'items',
    (n) => agent({ suggested_prompts: times(n, () => ({ title: 'a', message: 'b' })) }),
    '/features/agent_view/suggested_prompts',
  ),
  ...atMost(300, 'characters', (n) => agent({ agent_description: chars(n) }), '/features/agent_view/agent_description'),
  ...atMost(255, 'characters', (n) => app({ features: { unfurl_domains: [chars(n)] } }), '/features/unfurl_domains/0'),
  ...atLeast(
    1,
    'items',
    (n) => app({ features: { unfurl_domains: times(n, () => 'd.com') } }),
    '/features/unfurl_domains',
  ),
  ...atMost(20, 'items', (n) => heard(...times(n, (i) => `e${i}`)), META),
  ...atLeast(1, 'items', (n) => heard(...times(n, (i) => `e${i}`)), META),
  ...atMost(50, 'characters', (n) => heard(chars(n)), `${META}/0/event_type`),
  ...atLeast(
    1,
    'items',
    (n) => app({ settings: { allowed_ip_address_ranges: times(n, () => '10.0.0.1') } }),
    '/settings/allowed_ip_address_ranges',
  ),
  ...atMost(
    255,
    'characters',
    (n) => listed({ installation_landing_page: long('https://', n) }),
    '/app_directory/installation_landing_page',
  ),
  ...atMost(
    500,
    'characters',
    (n) => listed({ privacy_policy_url: long('https://', n) }),
    '/app_directory/privacy_policy_url',
  ),
  ...atMost(350, 'characters', (n) => listed({ support_url: long('https://', n) }), '/app_directory/support_url'),
  ...atMost(
    255,
    'characters',
    (n) => listed({ direct_install_url: long('https://', n) }),
    '/app_directory/direct_install_url',
  ),
  ...atMost(100, 'characters', (n) => listed({ support_email: long('a@', n) }), '/app_directory/support_email'),
  ...atMost(
    50,
    'items',
    (n) => listed({ supported_languages: times(n, () => 'en') }),
    '/app_directory/supported_languages',
  ),
  ...atLeast(
    1,
    'items',
    (n) => listed({ supported_languages: times(n, () => 'en') }),
    '/app_directory/supported_languages',
  ),
  ...atMost(
    50,
    'characters',
    (n) => listed({ supported_languages: [chars(n)] }),
    '/app_directory/supported_languages/0',
  ),
  ...atMost(30, 'characters', (n) => listed({ pricing: chars(n) }), '/app_directory/pricing'),
  ...atMost(
    3,
    'items',
    (n) => listed({ app_directory_categories: times(n, () => 'a') }),
    '/app_directory/app_directory_categories',
  ),
];

function agent(more: Json): Json {
  return app({ features: { agent_view: { agent_description: 'Keeps the brief', ...more } } });
}

function heard(...types: string[]): Json {
  const metadata = types.map((type) => ({ app_id: 'A1', event_type: type }));
  return app({ settings: { event_subscriptions: { metadata_subscriptions: metadata } } });
}

function listed(more: Json): Json {
  const entry = {
    installation_landing_page: URL,
    privacy_policy_url: URL,
    support_url: URL,
    support_email: 'help@example.com',
    supported_languages: ['en'],
    pricing: 'free',
  };
  return app({ more: { app_directory: { ...entry, ...more } } });
}
