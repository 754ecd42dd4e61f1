import { FORM_TYPE, JSON_TYPE, type Sent, signed } from './stage-http.ts';
import type { Stage } from './stage.ts';

/** Stands in everything that is sent here, and may stand in nothing that is logged. */
export const MARK = 'marked-text-7f3a';

const form = { type: FORM_TYPE };

const command = ({ bot, slack }: Stage) =>
  new URLSearchParams({
    command: '/project',
    text: `help ${MARK}`,
    team_id: bot.workspace,
    user_id: slack.as('mei').id,
    channel_id: slack.channel('#general').id,
    trigger_id: '1.2.3',
  }).toString();

/** With Slack's own signature. */
function own({ door }: Stage, body: string, options: Parameters<typeof signed>[2] = {}): Sent {
  if (!door) throw new Error('nobody listens');
  return signed(door.signingSecret, body, options);
}

/** A command as Slack would send it. */
export const genuine = (on: Stage, options = {}): Sent => own(on, command(on), { ...form, ...options });

/** The same, with other headers; an undefined one is left out. */
function headed(sent: Sent, headers: Record<string, string | undefined>): Sent {
  const all = Object.entries({ ...sent.headers, ...headers });
  const given = all.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  return { ...sent, headers: Object.fromEntries(given) };
}
const SIGNATURE = 'x-slack-signature';
const TIME = 'x-slack-request-timestamp';

const payload = (text: string) => new URLSearchParams({ payload: text }).toString();
const nested = (levels: number) => `${'['.repeat(levels)}"${MARK}"${']'.repeat(levels)}`;
const event = ({ bot }: Stage, inner: string) =>
  `{"type":"event_callback","team_id":"${bot.workspace}","event_id":"Ev0${MARK}","event":{"type":"app_home_opened","tab":"home","user":"U","deep":${inner}}}`;
const press = ({ bot }: Stage, inner = '1') =>
  `{"type":"block_actions","team":{"id":"${bot.workspace}"},"user":{"id":"U"},"trigger_id":"1.2.3","actions":[{"action_id":"brief.edit","value":"","deep":${inner}}]}`;
const submission = ({ bot }: Stage, state: string) =>
  `{"type":"view_submission","team":{"id":"${bot.workspace}"},"user":{"id":"U"},"view":{"id":7,"type":"modal","callback_id":"brief.editForm","state":${state}}}`;

const MB = 1024 * 1024;
const AGED_MS = 6 * 60_000;

/** `path`: where it is sent, if not where Slack sends. */
type Case = { what: string; sent: (on: Stage) => Sent; status: number; path?: string };

export const UNSIGNED: readonly Case[] = [
  {
    what: 'a forged signature',
    sent: (on) => headed(genuine(on), { [SIGNATURE]: `v0=${'0'.repeat(64)}` }),
    status: 401,
  },
  {
    what: 'a signature that is none',
    sent: (on) => headed(genuine(on), { [SIGNATURE]: 'v0=' }),
    status: 401,
  },
  {
    what: 'a signature of another version',
    sent: (on) => headed(genuine(on), { [SIGNATURE]: 'v1=0' }),
    status: 401,
  },
  {
    what: 'the signature of another secret',
    sent: (on) => signed('not the secret', command(on), form),
    status: 401,
  },
  {
    what: 'the signature of another body',
    sent: (on) => ({ ...genuine(on), body: `${command(on)}&more=1` }),
    status: 401,
  },
  { what: 'a signature that is six minutes old', sent: (on) => genuine(on, { agoMs: AGED_MS }), status: 401 },
  {
    what: 'an old signature with the time changed',
    sent: (on) =>
      headed(genuine(on, { agoMs: AGED_MS }), {
        [TIME]: String(Math.floor(Date.now() / 1000)),
      }),
    status: 401,
  },
  {
    what: 'a time that is no number',
    sent: (on) => headed(genuine(on), { [TIME]: 'now' }),
    status: 401,
  },
  { what: 'no signature', sent: (on) => headed(genuine(on), { [SIGNATURE]: undefined }), status: 401 },
  { what: 'no time', sent: (on) => headed(genuine(on), { [TIME]: undefined }), status: 401 },
  { what: 'neither', sent: (on) => ({ headers: { 'content-type': FORM_TYPE }, body: command(on) }), status: 401 },
  {
    what: 'an unsigned challenge',
    sent: () => ({
      headers: { 'content-type': JSON_TYPE },
      body: JSON.stringify({ type: 'url_verification', challenge: MARK }),
    }),
    status: 401,
  },
];

export const MISSHAPEN: readonly Case[] = [
  { what: 'a body that is no JSON', sent: (on) => own(on, `{"text":"${MARK}`), status: 400 },
  // What is short is quoted whole in the error of Node's own parser.
  { what: 'a short text instead of JSON', sent: (on) => own(on, MARK), status: 400 },
  { what: 'a payload that is a short text', sent: (on) => own(on, payload(MARK), form), status: 400 },
  {
    what: 'an event without its envelope',
    sent: (on) => own(on, `{"type":"event_callback","event":{"type":"${MARK}"}}`),
    status: 400,
  },
  { what: 'a payload that is no JSON', sent: (on) => own(on, payload(`{"text":"${MARK}`), form), status: 400 },
  { what: 'nothing', sent: (on) => own(on, ''), status: 400 },
  { what: 'a form that calls itself text', sent: (on) => own(on, command(on), { type: 'text/plain' }), status: 400 },
  { what: 'a form that calls itself JSON', sent: (on) => own(on, command(on)), status: 400 },
  { what: 'an event that is nested too deeply', sent: (on) => own(on, event(on, nested(60))), status: 400 },
  {
    what: 'an event that is nested a hundred thousand times',
    sent: (on) => own(on, event(on, nested(100_000))),
    status: 400,
  },
  {
    what: 'a press that is nested too deeply',
    sent: (on) => own(on, payload(press(on, nested(60))), form),
    status: 400,
  },
  {
    what: 'a press that is nested a hundred thousand times',
    sent: (on) => own(on, payload(press(on, nested(100_000))), form),
    status: 400,
  },
  { what: 'JSON that never ends', sent: (on) => own(on, '['.repeat(MB)), status: 400 },
  {
    what: 'more than two megabytes',
    sent: (on) => own(on, JSON.stringify({ text: MARK.repeat((3 * MB) / MARK.length) })),
    status: 413,
  },
  {
    what: 'more than two megabytes, unsigned',
    sent: () => ({ body: MARK.repeat((3 * MB) / MARK.length) }),
    status: 413,
  },
];

export const ELSEWHERE: readonly Case[] = [
  { what: 'GET', sent: () => ({ method: 'GET' }), status: 404 },
  { what: 'PUT', sent: (on) => ({ ...genuine(on), method: 'PUT' }), status: 404 },
  { what: 'an unknown path', sent: (on) => genuine(on), status: 404, path: '/slack/actions' },
  { what: 'a path beside it', sent: (on) => genuine(on), status: 404, path: '/slack/events/' },
];

/** Complete as JSON, and nothing that Slack would send: nobody answers, and Bolt ends it after three seconds. */
export const STRANGE: readonly Omit<Case, 'status'>[] = [
  { what: 'no field', sent: (on) => own(on, '{}') },
  { what: 'a list', sent: (on) => own(on, '[]') },
  { what: 'a number', sent: (on) => own(on, '42') },
  { what: 'a text', sent: (on) => own(on, `"${MARK}"`) },
  { what: 'an unknown type', sent: (on) => own(on, payload(`{"type":"${MARK}"}`), form) },
  { what: 'a press without a button', sent: (on) => own(on, payload(press(on).replace(/\[\{.*\}\]/u, '[]')), form) },
  { what: 'a press by nobody', sent: (on) => own(on, payload(press(on).replace('"id":"U"', '"id":7')), form) },
  { what: 'a press without a trigger', sent: (on) => own(on, payload(press(on).replace('"1.2.3"', 'null')), form) },
  { what: 'a command by nobody', sent: (on) => own(on, command(on).replace(/user_id=\w+/u, ''), form) },
  {
    what: 'a command from nowhere',
    sent: (on) => own(on, command(on).replace(/team_id=\w+/u, 'team_id=T0ELSEWHERE'), form),
  },
  { what: 'a submission without answers', sent: (on) => own(on, payload(submission(on, '{}')), form) },
  { what: 'a submission whose answers are none', sent: (on) => own(on, payload(submission(on, '{"values":7}')), form) },
];
