import { expect, test } from '@jest/globals';
import { checkManifest } from '../../../sandbox/manifest/check.ts';
import { bad, fault, good } from '../blockkit/build.ts';
import type { Case } from '../blockkit/build.ts';
import { app, command, shortcut, commands, shortcuts, events, S, H, EVENTS, URL } from './build.ts';
import { limits } from './limits.ts';

const rules: Case[] = [
  good('a manifest for Socket Mode', app()),
  good('a manifest of a name alone', { display_information: { name: 'Liaison' } }),
  good(
    'a scope that may be declined',
    app({ oauth: { scopes: { bot: ['channels:history', 'groups:read'], bot_optional: ['commands'] } } }),
  ),
  good('a colour of three digits', app({ display: { background_color: '#0aF' } })),
  bad('no manifest', null, 'must provide an object', ''),
  bad('no name', { display_information: {} }, 'missing required field: name', '/display_information'),
  bad('no display information', {}, 'missing required field: display_information', ''),
  bad('an unknown part', app({ more: { setting: {} } }), 'invalid additional property: setting', ''),
  bad('an unknown key of a part', app({ features: { bots: {} } }), 'invalid additional property: bots', '/features'),
  bad('a misspelt key of a command', commands(command({ hint: 'x' })), 'invalid additional property: hint', `${S}/0`),
  bad(
    'a colour that is none',
    app({ display: { background_color: '#12345' } }),
    'must be a colour as #rgb or #rrggbb',
    '/display_information/background_color',
  ),
  bad('a command without a slash', commands(command({ command: 'brief' })), 'must begin with /', `${S}/0/command`),
  bad(
    'a command in capitals',
    commands(command({ command: '/Brief' })),
    'must be lower case, without spaces or a second slash',
    `${S}/0/command`,
  ),
  bad(
    'a command with a space',
    commands(command({ command: '/a b' })),
    'must be lower case, without spaces or a second slash',
    `${S}/0/command`,
  ),
  bad('a command twice', commands(command(), command()), '`command` "/brief" already exists', `${S}/1/command`),
  bad(
    'a url of another kind',
    commands(command({ url: 'ftp://a' })),
    'must be a URL that begins with http:// or https://',
    `${S}/0/url`,
  ),
  bad(
    'a shortcut of another kind',
    shortcuts(shortcut({ type: 'channel' })),
    'must be a valid enum value',
    `${H}/0/type`,
  ),
  bad(
    'shortcuts without interactivity',
    app({ settings: { interactivity: { is_enabled: false } } }),
    'must enable `interactivity` to use shortcuts',
    H,
  ),
  bad(
    'interactivity that says nothing',
    app({ settings: { interactivity: {} } }),
    'missing required field: is_enabled',
    '/settings/interactivity',
  ),
  bad('an event twice', events('message.channels', 'message.channels'), 'must not contain the same item twice', EVENTS),
  bad(
    'an event without its scope',
    events('app_home_opened', 'message.groups'),
    'missing scope: groups:history',
    `${EVENTS}/1`,
  ),
  bad(
    'an event that Slack does not know',
    events('message.channel'),
    'unsupported event: message.channel',
    `${EVENTS}/0`,
  ),
  bad('an event named like a method of objects', events('toString'), 'unsupported event: toString', `${EVENTS}/0`),
  bad(
    'bot events without a bot',
    app({ features: { bot_user: undefined } }),
    'must define `bot_user` to subscribe to bot events',
    EVENTS,
  ),
  bad(
    'an address range that is none',
    app({ settings: { allowed_ip_address_ranges: ['10.0.0.256'] } }),
    'must be an IPv4 address or a range of them',
    '/settings/allowed_ip_address_ranges/0',
  ),
  {
    name: 'commands and events without any scope',
    payload: app({ oauth: { scopes: {} } }),
    faults: [
      fault('missing scope: commands', S),
      fault('missing scope: commands', H),
      fault('missing scope: channels:history', `${EVENTS}/0`),
      fault('missing scope: channels:read or groups:read', `${EVENTS}/2`),
    ],
  },
  {
    name: 'HTTP without addresses',
    payload: app({ settings: { socket_mode_enabled: false } }),
    faults: [
      fault('missing required field: url', `${S}/0`),
      fault('missing required field: request_url', '/settings/event_subscriptions'),
      fault('missing required field: request_url', '/settings/interactivity'),
    ],
  },
  good(
    'HTTP with its addresses',
    app({
      features: { slash_commands: [command({ url: URL })] },
      settings: {
        socket_mode_enabled: false,
        event_subscriptions: { request_url: URL, bot_events: ['message.channels'] },
        interactivity: { is_enabled: true, request_url: URL },
      },
    }),
  ),
];

test.each([...limits, ...rules].map((one, i): [string, Case] => [`${i + 1}. ${one.name}`, one]))(
  'a manifest is judged as Slack judges it: %s',
  (_, { payload, faults }) => {
    expect(checkManifest(payload)).toEqual(faults);
  },
);
