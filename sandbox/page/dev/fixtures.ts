/** A few believable Seats, and what their inspector would list. */
import type { ChannelView, InspectorEntry, PersonView, Seat } from '../../server/protocol.ts';
import { home } from './home.ts';
import { CARD_TS, type Language, NOW, teamMessages } from './messages.ts';
import { BEN, BOT, DANA, EVERYBODY, LIN, MEI, OLIVER, SEATS } from './people.ts';
import { briefModal, GOAL_ERROR } from './modal.ts';

const channel = (id: string, name: string, more: Partial<ChannelView>): ChannelView => ({
  id,
  name,
  kind: 'private',
  isShared: false,
  isArchived: false,
  isFrozen: false,
  isMember: true,
  topic: '',
  members: [MEI.id, LIN.id, BEN.id, BOT.id],
  pins: [],
  invites: [],
  unread: 0,
  mentioned: false,
  messages: [],
  ...more,
});

const COMMANDS = [
  { command: '/brief', description: 'Write or edit the brief of this project', usageHint: '[edit | status]' },
  {
    command: '/plan',
    description: 'Milestones, tasks and who has them',
    usageHint: 'add Storyboard @ben due fri accept "12 frames"',
  },
  { command: '/project', description: 'Start a project, change who is on it', usageHint: 'new | people | help' },
];

/** `modal`: with the brief form open, and an error in it as the app would answer. */
export function seatOf(me: PersonView, options: { modal: boolean }): Seat {
  const language: Language = me.locale.startsWith('zh') ? 'zh' : 'en';
  const isTeam = me.company === MEI.company;
  const shared = { isShared: true, members: [MEI.id, DANA.id, OLIVER.id, BOT.id] };
  const topic =
    language === 'zh'
      ? '春季上市 · 简报确认中 · 客户频道见 <#CCLIENT>'
      : 'Spring launch · brief being confirmed · client side in <#CCLIENT>';
  const team = [
    channel('CTEAM', 'acme-spring-team', {
      topic,
      pins: [CARD_TS],
      unread: 2,
      mentioned: true,
      messages: teamMessages(language),
    }),
    channel('CGENERAL', 'general', { kind: 'public', isMember: false }),
    channel('COLD', 'globex-autumn', { isArchived: true }),
    channel('DBOT', 'Liaison', { kind: 'im', members: [me.id, BOT.id], unread: 1 }),
  ];
  const view = briefModal(language);
  return {
    now: NOW,
    me,
    people: EVERYBODY,
    seats: SEATS,
    channels: [
      channel('CCLIENT', 'acme-spring', { ...shared, topic: 'Spring launch', unread: 3 }),
      ...(isTeam ? team : []),
    ],
    modals: options.modal ? [{ id: 'V1', view, errors: { goal: GOAL_ERROR[language] }, busy: false }] : [],
    home: home(language),
    canReachHome: isTeam,
    commands: isTeam ? COMMANDS : [],
    shortcuts: isTeam ? [{ name: 'Add to the brief', callbackId: 'brief.add', description: 'Adds this message' }] : [],
    notices: isTeam ? [{ id: 'n1', text: '/plan failed with the error "operation_timeout"' }] : [],
  };
}

const entry = (id: string, what: string, more: Partial<InspectorEntry>): InspectorEntry => ({
  id,
  at: NOW,
  direction: 'from app',
  what,
  outcome: 'ok',
  tookMs: 12,
  payload: { channel: 'CTEAM', text: 'Brief v2' },
  answer: { ok: true },
  again: false,
  ...more,
});

export const ENTRIES: InspectorEntry[] = [
  entry('1', 'slash_commands /brief', { direction: 'to app', tookMs: 214, again: true, answer: '' }),
  entry('2', 'views.open', { tookMs: 31 }),
  entry('3', 'interactive view_submission brief.submit', { direction: 'to app', tookMs: 1830, again: true }),
  entry('4', 'chat.postMessage', { scope: 'chat:write', tookMs: 8 }),
  entry('5', 'pins.add', {
    scope: 'pins:write',
    outcome: 'missing_scope',
    answer: { ok: false, error: 'missing_scope' },
  }),
  entry('6', 'slash_commands /plan', { direction: 'to app', tookMs: 3004, outcome: 'late', again: true }),
  entry('7', 'events_api member_joined_channel', { direction: 'to app', tookMs: 44, again: true }),
  entry('8', 'chat.postMessage', { scope: 'chat:write', outcome: 'response lost', fault: 'response-lost' }),
];
