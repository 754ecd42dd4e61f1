import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../src/io/database.ts';
import type { Installation } from '../../src/io/installation.ts';
import { type Row, rowId } from '../../src/io/outbox.ts';
import { type Sender } from '../../src/io/sender.ts';
import type { Draw } from '../../src/io/sender-parts.ts';
import type { ProjectChannel } from '../../src/kit/aggregate.ts';
import { message, section } from '../../src/kit/blocks.ts';
import {
  card,
  clientOf,
  directTo,
  doing,
  homeCard,
  type RowDraft,
  sayToClient,
  sayToPerson,
  sayToTeam,
  type Subject,
  teamOf,
} from '../../src/kit/rows.ts';
import { type Engine } from '../../sandbox/core/engine.ts';
import { removeMessage } from '../../sandbox/core/messages.ts';
import type { Channel } from '../../sandbox/core/types.ts';
import { addChannel } from '../../sandbox/core/world.ts';
import { inProcess } from '../../sandbox/deliver/inProcess.ts';
import { builtDatabase } from '../support/mongo.ts';
import {
  channelIn,
  type Fetch,
  installedIn,
  personIn,
  planned,
  senderOf,
  type SenderOptions,
  slackWith,
  START_MS,
} from '../support/sending.ts';

const scopes = [
  'chat:write',
  'groups:write',
  'groups:read',
  'groups:history',
  'im:write',
  'im:history',
  'pins:write',
  'users:read',
  'conversations.connect:write',
];
const START = new Date(START_MS).toISOString();

let db: Database;
let end: () => Promise<void>;
let engine: Engine;
let installation: Installation;
let undelivered: Row[];
/** What cards show: the text, or that there is nothing. A test may change it, or do something while a card is drawn. */
let draw: Draw;
let ids = 0;
const newId = () => `id${(ids += 1)}`;

beforeAll(async () => {
  ({ db, end } = await builtDatabase());
});
afterAll(() => end());

beforeEach(async () => {
  for (const name of ['projects', 'outbox', 'people', 'leases'] as const) await db.collection(name).deleteMany({});
  engine = slackWith(scopes);
  installation = installedIn(engine);
  undelivered = [];
  draw = async () => message('team', 'drawn', [section('drawn')]);
});

const now = () => new Date(engine.world.clock.now());
const later = (ms: number) => engine.world.clock.advance(ms);

function sender(options: SenderOptions = {}): Sender {
  const cards: Draw = (subject, reader) => draw(subject, reader);
  const onUndelivered = (row: Row) => void undelivered.push(row);
  const parts = { db, engine, installation, newId, draw: cards, drawFile: async () => null, onUndelivered };
  return senderOf(parts, options);
}

const handle = (name: string) => personIn(engine, name);
const channel = (name: string): Channel => channelIn(engine, name);

const named = (name: string) => [...engine.world.channels.values()].find((one) => one.name === name);
const texts = (from: Channel | undefined) => from?.messages.filter(({ byApp }) => byApp).map(({ text }) => text);

async function project(id: string, team: string | null, client: string | null = null) {
  const side = (channelId: string | null): ProjectChannel => ({ id: channelId, language: 'en', hold: null });
  const channels = { team: side(team), client: client === null ? null : side(client) };
  const raw = { _id: id, workspace: installation.workspace, schemaVersion: 1, revision: 1, channels };
  await db.collection('projects').insertOne(raw);
}

let order = 0;
/** Decides something, as a feature's transaction would. */
async function decide(...rows: RowDraft[]) {
  order += 1000;
  await planned({ db, newId, workspace: installation.workspace, now: now(), order }, { rows });
}

const say = (text: string, id = 'p1', parent: string | null = null) =>
  sayToTeam(id, `say:${text}`, message('team', text, [section(text)]), parent);
const subject = (about: string | null = null): Subject => ({ kind: 'brief', project: 'p1', about });
const rowOf = (key: string) => db.collection('outbox').findOne({ _id: rowId(installation.workspace, key) });
const stateOf = async (key: string) => (await rowOf(key))?.['state'];
const calls = (method: string) => engine.journal.entries.filter(({ name }) => name === method).length;

describe('a message is in the channel exactly once', () => {
  let team: Channel;
  beforeEach(async () => {
    team = channel('acme-spring');
    await project('p1', team.id);
  });

  test('when it is sent, with where it stands kept for links', async () => {
    await decide(say('hello'));
    expect(await sender().pump(now())).toEqual({ idle: true, nextAt: null });
    expect(await rowOf('say:hello')).toMatchObject({
      state: 'sent',
      channel: team.id,
      ts: team.messages[0]?.ts,
      sendingAt: null,
    });
    await sender().pump(now());
    expect(texts(team)).toEqual(['hello']);
  });

  test('when the answer was lost', async () => {
    engine.faults.next('chat.postMessage', 'response-lost');
    await decide(say('hello'), say('after'));
    const one = sender();
    const { nextAt } = await one.pump(now());
    expect(nextAt).toEqual(new Date(START_MS + 30_000));
    expect(texts(team)).toEqual(['hello']);
    later(29_000);
    await one.pump(now());
    later(1000);
    await one.pump(now());
    expect(texts(team)).toEqual(['hello', 'after']);
    expect(await rowOf('say:hello')).toMatchObject({ state: 'sent', ts: team.messages[0]?.ts });
  });

  test('when the call never did anything and gave no clear answer', async () => {
    engine.faults.next('chat.postMessage', 'fail', { error: 'internal_error' });
    await decide(say('hello'));
    await sender().pump(now());
    later(30_000);
    await sender().pump(now());
    expect(texts(team)).toEqual(['hello']);
  });

  test('when the process was killed between the call and keeping its answer', async () => {
    await decide(say('hello'));
    await sender().pump(now());
    // As it was at that moment; the lease of the killed process is still there.
    const sending = { state: 'pending', sendingAt: now(), ts: null, channel: null, attempts: 1 };
    await db.collection('outbox').updateOne({ _id: rowId(installation.workspace, 'say:hello') }, { $set: sending });
    const lease = { _id: `sender:${installation.workspace}`, holder: 'killed', until: new Date(START_MS + 30_000) };
    await db.collection('leases').replaceOne({ _id: lease._id }, lease, { upsert: true });
    await sender({ process: 'two' }).pump(now());
    later(31_000);
    await sender({ process: 'two' }).pump(now());
    expect(texts(team)).toEqual(['hello']);
    expect(await rowOf('say:hello')).toMatchObject({ state: 'sent', ts: team.messages[0]?.ts });
  });

  test('when the last try of many got through without an answer', async () => {
    await decide(say('hello'));
    for (let round = 0; round < 9; round += 1) {
      engine.faults.next('chat.postMessage', round < 7 ? 'fail' : 'response-lost', { error: 'internal_error' });
      await sender().pump(now());
      later(30_000);
    }
    expect(texts(team)).toEqual(['hello']);
    expect([await stateOf('say:hello'), undelivered]).toEqual(['sent', []]);
  });

  test('and a message that is never answered is set aside at last', async () => {
    await decide(say('hello'), say('after'));
    for (let round = 0; round < 8; round += 1) {
      engine.faults.next('chat.postMessage', 'fail', { error: 'internal_error' });
      await sender().pump(now());
      later(30_000);
    }
    await sender().pump(now());
    expect(texts(team)).toEqual(['after']);
    expect(undelivered.map(({ error }) => error)).toEqual(['internal_error']);
  });

  test('when it was a reply whose answer was lost', async () => {
    await decide(say('parent'), say('reply', 'p1', 'say:parent'));
    const one = sender();
    engine.faults.next('chat.postMessage', 'fail', { error: 'fatal_error' });
    await one.pump(now());
    later(30_000);
    engine.faults.next('chat.postMessage', 'response-lost');
    await one.pump(now());
    later(30_000);
    engine.faults.next('chat.postMessage', 'response-lost');
    await one.pump(now());
    later(30_000);
    await one.pump(now());
    expect(texts(team)).toEqual(['parent', 'reply']);
    expect(team.messages[1]?.threadTs).toBe(team.messages[0]?.ts);
    expect(await rowOf('say:reply')).toMatchObject({ state: 'sent', threadTs: team.messages[0]?.ts });
  });

  test('when it was a direct message whose answer was lost', async () => {
    engine.faults.next('chat.postMessage', 'response-lost');
    await decide(sayToPerson(handle('mei'), 'p1', 'dm', message('person', 'for you', [section('for you')])));
    await sender().pump(now());
    later(30_000);
    await sender().pump(now());
    const direct = [...engine.world.channels.values()].filter(({ kind }) => kind === 'im');
    expect(direct.map(texts)).toEqual([['for you']]);
  });

  test('when it was a card whose first answer was lost, and it shows the newest', async () => {
    let text = 'first';
    draw = async () => message('team', text, [section(text)]);
    engine.faults.next('chat.postMessage', 'response-lost');
    await decide(card(teamOf('p1'), subject()));
    await sender().pump(now());
    text = 'second';
    await decide(card(teamOf('p1'), subject()));
    later(30_000);
    await sender().pump(now());
    expect(texts(team)).toEqual(['second']);
  });

  test('and two uncertain rows of one channel are looked for with one call', async () => {
    await project('p2', 'C-other', team.id);
    await project('p3', 'C-another', team.id);
    engine.faults.next('chat.postMessage', 'response-lost');
    engine.faults.next('chat.postMessage', 'response-lost');
    const toClient = (id: string) => sayToClient(id, `client:${id}`, message('client', id, [section(id)]));
    await decide(toClient('p2'), toClient('p3'));
    await sender().pump(now());
    later(30_000);
    await sender().pump(now());
    expect(texts(team)?.toSorted()).toEqual(['p2', 'p3']);
    expect(calls('conversations.history')).toBe(1);
  });
});

describe('what cannot go now', () => {
  let team: Channel;
  let other: Channel;
  beforeEach(async () => {
    [team, other] = [channel('acme-spring'), channel('acme-autumn')];
    await project('p1', team.id);
    await project('p2', other.id);
  });

  test('a channel that is told to wait leaves another one going, and keeps its order', async () => {
    const { fetch } = inProcess(engine);
    let isLimited = true;
    const limiting: Fetch = (input, init) =>
      isLimited && typeof init?.body === 'string' && init.body.includes(team.id)
        ? Promise.resolve(
            new Response('{"ok":false,"error":"ratelimited"}', { status: 429, headers: { 'retry-after': '7' } }),
          )
        : fetch(input, init);
    await decide(say('one'), say('two'), say('elsewhere', 'p2'));
    const one = sender({ fetch: limiting });
    expect(await one.pump(now())).toEqual({ idle: true, nextAt: new Date(START_MS + 7000) });
    expect([texts(team), texts(other)]).toEqual([[], ['elsewhere']]);
    isLimited = false;
    await one.pump(now());
    expect(texts(team)).toEqual([]);
    later(7000);
    await one.pump(now());
    expect(texts(team)).toEqual(['one', 'two']);
    expect(await rowOf('say:one')).toMatchObject({ attempts: 0 });
  });

  test('Slack that cannot be reached is tried again after growing waits, however long it takes', async () => {
    const refused = Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNREFUSED' } });
    const { fetch } = inProcess(engine);
    let isAway = true;
    const one = sender({ fetch: (input, init) => (isAway ? Promise.reject(refused) : fetch(input, init)) });
    await decide(say('hello'));
    const waits: number[] = [];
    for (let round = 0; round < 12; round += 1) {
      const { nextAt } = await one.pump(now());
      waits.push(((nextAt?.getTime() ?? 0) - now().getTime()) / 1000);
      later((waits.at(-1) ?? 0) * 1000);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60, 60, 60, 60]);
    isAway = false;
    await one.pump(now());
    expect(texts(team)).toEqual(['hello']);
  });

  test('a revoked token loses no message', async () => {
    engine.faults.next('chat.postMessage', 'fail', { error: 'token_revoked' });
    await decide(say('hello'));
    await sender().pump(now());
    later(1000);
    await sender().pump(now());
    expect(texts(team)).toEqual(['hello']);
    expect(undelivered).toEqual([]);
  });

  test('what is said to a held team channel waits silently and goes when the hold does', async () => {
    const hold = { reason: 'outsider', people: [handle('kai')] };
    await db.collection('projects').updateOne({ _id: 'p1' }, { $set: { 'channels.team.hold': hold } });
    await decide(say('secret'), say('elsewhere', 'p2'));
    expect(await sender().pump(now())).toEqual({ idle: true, nextAt: null });
    expect([texts(team), texts(other)]).toEqual([[], ['elsewhere']]);
    await db.collection('projects').updateOne({ _id: 'p1' }, { $set: { 'channels.team.hold': null } });
    await sender().pump(now());
    expect(texts(team)).toEqual(['secret']);
  });

  test('a row that Slack refuses for good is set aside and shown, and its lane goes on', async () => {
    engine.faults.next('chat.postMessage', 'fail', { error: 'restricted_action' });
    await decide(say('refused'), say('reply', 'p1', 'say:refused'), say('next'));
    await sender().pump(now());
    expect(texts(team)).toEqual(['reply', 'next']);
    expect(team.messages[0]?.threadTs).toBeUndefined();
    expect(undelivered.map(({ _id, error }) => [_id, error])).toEqual([
      [rowId(installation.workspace, 'say:refused'), 'restricted_action'],
    ]);
    expect(await stateOf('say:refused')).toBe('failed');
  });

  test('more than a channel takes at once goes second by second, in order', async () => {
    const all = ['1', '2', '3', '4', '5', '6'];
    await decide(...all.map((text) => say(text)));
    const one = sender();
    expect(await one.pump(now())).toEqual({ idle: true, nextAt: new Date(START_MS + 1000) });
    expect(texts(team)).toEqual(all.slice(0, 4));
    later(2000);
    await one.pump(now());
    expect(texts(team)).toEqual(all);
  });
});

describe('a card', () => {
  let team: Channel;
  let text: string;
  beforeEach(async () => {
    team = channel('acme-spring');
    await project('p1', team.id);
    text = 'first';
    draw = async () => message('team', text, [section(text)]);
  });
  const changed = () => decide(card(teamOf('p1'), subject()));

  test('is posted once and edited when what it shows has changed; the newest wins', async () => {
    await changed();
    await sender().pump(now());
    text = 'second';
    await changed();
    text = 'third';
    await changed();
    await sender().pump(now());
    expect(texts(team)).toEqual(['third']);
    expect([calls('chat.postMessage'), calls('chat.update')]).toEqual([1, 1]);
  });

  test('shows a change that came while it was being sent', async () => {
    let isFirst = true;
    draw = async () => {
      const shown = text;
      if (isFirst) {
        isFirst = false;
        text = 'changed meanwhile';
        await changed();
      }
      return message('team', shown, [section(shown)]);
    };
    await changed();
    await sender().pump(now());
    expect(texts(team)).toEqual(['changed meanwhile']);
    expect(await stateOf('card:brief:p1')).toBe('sent');
  });

  test('is edited again where the answer to an edit was lost', async () => {
    await changed();
    await sender().pump(now());
    text = 'second';
    engine.faults.next('chat.update', 'response-lost');
    await changed();
    await sender().pump(now());
    later(60_000);
    await sender().pump(now());
    expect(texts(team)).toEqual(['second']);
    expect(await stateOf('card:brief:p1')).toBe('sent');
  });

  test('that somebody deleted in Slack is posted anew, once', async () => {
    const deleted = async () => {
      removeMessage(engine.world, team, team.messages.at(-1)?.ts ?? '');
      await changed();
      await sender().pump(now());
      return texts(team);
    };
    await changed();
    await sender().pump(now());
    expect(await deleted()).toEqual(['first']);
    expect(await deleted()).toEqual([]);
    expect(await stateOf('card:brief:p1')).toBe('failed');
  });

  test('that has nothing to show makes no call', async () => {
    draw = async () => null;
    await changed();
    await sender().pump(now());
    expect(calls('chat.postMessage')).toBe(0);
    expect(await stateOf('card:brief:p1')).toBe('sent');
  });

  test('that cannot be drawn does not hold up another channel, and is set aside at last', async () => {
    const other = channel('acme-autumn');
    await project('p2', other.id);
    draw = () => Promise.reject(new Error('a bug'));
    await changed();
    await decide(say('elsewhere', 'p2'));
    for (let round = 0; round < 9; round += 1) {
      await sender().pump(now());
      later(60_000);
    }
    expect(texts(other)).toEqual(['elsewhere']);
    expect(undelivered.map(({ error }) => error)).toEqual(['not_drawn']);
  });

  test('of App Home is published in the language of the person', async () => {
    const wei = handle('wei');
    await db.collection('people').insertOne({
      _id: `${installation.workspace}:${wei.team}:${wei.user}`,
      workspace: installation.workspace,
      ...wei,
      ...{ id: 'p', locale: 'zh', zone: null, kind: 'member', name: 'Wei', learnedAt: now() },
    });
    draw = async (_subject, { locale }) => ({ type: 'home', blocks: [section(locale)] });
    await decide(homeCard(wei));
    await sender().pump(now());
    expect(JSON.stringify(engine.world.homes.get(wei.user)?.view.blocks)).toContain('zh');
  });

  test('of App Home that Slack refuses is nobody’s concern', async () => {
    draw = async () => ({ type: 'home', blocks: [] });
    engine.faults.next('views.publish', 'fail', { error: 'not_enabled' });
    await decide(homeCard(handle('wei')));
    await sender().pump(now());
    expect(undelivered).toEqual([]);
  });
});

describe('the wall', () => {
  let team: Channel;
  let client: Channel;
  beforeEach(async () => {
    [team, client] = [channel('team-side'), channel('client-side')];
    await project('p1', team.id, client.id);
  });

  test('what was made for one side is never sent to the other, frozen or drawn', async () => {
    const misplaced = { ...say('for the team'), place: clientOf('p1') };
    const personal = { ...say('for mei'), place: directTo(handle('mei'), 'p1') };
    await decide(misplaced, personal, card(clientOf('p1'), subject()));
    await sender().pump(now());
    expect([texts(team), texts(client), calls('chat.postMessage')]).toEqual([[], [], 0]);
    expect(undelivered.map(({ error }) => error)).toEqual(['wall_team', 'wall_team', 'wall_team']);
  });

  test('a project whose sides have become one channel says nothing', async () => {
    await db.collection('projects').updateOne({ _id: 'p1' }, { $set: { 'channels.client.id': team.id } });
    await decide(say('secret'));
    await sender().pump(now());
    expect(texts(team)).toEqual([]);
    expect(undelivered.map(({ error }) => error)).toEqual(['wall_same_channel']);
  });
});

describe('a channel that is to be made', () => {
  const make = (name: string) => doing(teamOf('p1'), 'make', { do: 'createChannel', name });
  const teamId = async () =>
    (await db.collection('projects').findOne({ _id: 'p1' }))?.['channels'].team.id as string | null;
  beforeEach(() => project('p1', null));

  test('is made before what goes into it, with its people, topic and pin', async () => {
    const people = ['mei', 'wei'].map(handle);
    await decide(
      make('acme-spring'),
      doing(teamOf('p1'), 'invite', {
        do: 'invite',
        people: [...people, { ...people[0]!, user: installation.botUser }],
      }),
      doing(teamOf('p1'), 'topic', { do: 'topic', topic: 'Spring for Acme' }),
      say('hello'),
      doing(teamOf('p1'), 'pin', { do: 'pin', message: 'say:hello' }),
    );
    await sender().pump(now());
    const made = named('acme-spring');
    expect(made).toMatchObject({ kind: 'private', topic: 'Spring for Acme', pins: [made?.messages.at(-1)?.ts] });
    expect(made?.members).toEqual(expect.arrayContaining(people.map(({ user }) => user)));
    expect(await db.collection('projects').findOne({ _id: 'p1' })).toMatchObject({
      revision: 2,
      channels: { team: { id: made?.id } },
    });
    expect(undelivered).toEqual([]);
  });

  test('asking a second time for what is so already is no failure', async () => {
    const people = [handle('mei')];
    const ask = (key: string) => [
      doing(teamOf('p1'), `invite${key}`, { do: 'invite', people }),
      doing(teamOf('p1'), `pin${key}`, { do: 'pin', message: 'say:hello' }),
    ];
    await decide(make('acme-spring'), say('hello'), ...ask('1'), ...ask('2'));
    await sender().pump(now());
    expect(undelivered).toEqual([]);
    expect(await stateOf('pin2')).toBe('sent');
  });

  test('takes the next free name where its own is taken', async () => {
    channel('acme-spring');
    channel('acme-spring-2');
    await decide(make('acme-spring'), say('hello'));
    await sender().pump(now());
    expect(texts(named('acme-spring-3'))).toEqual(['hello']);
  });

  test('is made once where the answer was lost', async () => {
    engine.faults.next('conversations.create', 'response-lost');
    await decide(make('acme-spring'), say('hello'));
    await sender().pump(now());
    later(30_000);
    await sender().pump(now());
    expect(await teamId()).toBe(named('acme-spring')?.id);
    expect(texts(named('acme-spring'))).toEqual(['hello']);
    expect(named('acme-spring-2')).toBeUndefined();
  });

  test('is the jobs’ as well that wait for it, and no matter to one that knows of no such channel yet', async () => {
    const side: ProjectChannel = { id: null, language: 'en', hold: null };
    const team: ProjectChannel = { ...side, id: channel('acme-team').id };
    const projects = db.collection('projects');
    await projects.updateOne({ _id: 'p1' }, { $set: { channels: { team, client: side } } });
    const raw = { workspace: installation.workspace, schemaVersion: 1, revision: 1 };
    const inside = (number: number) => ({ parent: { project: 'p1', name: 'Spring', number } });
    await projects.insertMany([
      { ...raw, ...inside(1), _id: 'j1', channels: { team, client: side } },
      { ...raw, ...inside(2), _id: 'j2', channels: { team, client: null } },
    ]);
    await decide(doing(clientOf('p1'), 'make', { do: 'createChannel', name: 'acme-agency' }));
    await sender().pump(now());
    const { id } = named('acme-agency') ?? {};
    const clients = await projects.find({}).sort({ _id: 1 }).toArray();
    expect(clients.map(({ _id, channels }) => [_id, channels.client && channels.client.id])).toEqual([
      ['j1', id],
      ['j2', null],
      ['p1', id],
    ]);
    expect(await stateOf('make')).toBe('sent');
  });

  test('is not made for a side that the project went on without meanwhile', async () => {
    await db.collection('projects').updateOne({ _id: 'p1' }, { $set: { 'channels.team.id': channel('acme-team').id } });
    await decide(doing(clientOf('p1'), 'make', { do: 'createChannel', name: 'acme-agency' }));
    await sender().pump(now());
    expect([named('acme-agency'), await stateOf('make'), undelivered]).toEqual([undefined, 'sent', []]);
  });

  test('nobody of another company is written to twice, or where the project goes on without them', async () => {
    const invite = (id: string) => ({ id, to: `${id}@acme.example`, person: null, state: 'pending', at: START });
    const invites = [invite('i1'), { ...invite('i2'), slackId: 'I2' }];
    const client = { id: channel('acme-agency').id, language: 'en', hold: null, invites };
    await db.collection('projects').updateOne({ _id: 'p1' }, { $set: { 'channels.client': client } });
    const ask = (id: string) =>
      doing(clientOf('p1'), id, { do: 'inviteShared', invite: id, email: `${id}@acme.example`, person: null });
    await decide(ask('i1'), ask('i2'), ask('i3'));
    await sender().pump(now());
    expect([await stateOf('i1'), await stateOf('i2'), await stateOf('i3')]).toEqual(['sent', 'sent', 'sent']);
    expect([calls('conversations.inviteShared'), undelivered]).toEqual([1, []]);
  });

  test('is never somebody else’s, nor another project’s, of the same name', async () => {
    const theirs = addChannel(engine.world, {
      name: 'acme-spring',
      kind: 'private',
      creator: handle('mei').user,
      members: [installation.botUser],
    });
    const used = channel('acme-spring-2');
    await project('p2', used.id);
    engine.faults.next('conversations.create', 'fail', { error: 'internal_error' });
    await decide(make('acme-spring'));
    await sender().pump(now());
    later(30_000);
    await sender().pump(now());
    expect([theirs.id, used.id]).not.toContain(await teamId());
    expect(await teamId()).toBe(named('acme-spring-3')?.id);
  });
});

describe('processes', () => {
  test('only one sends at a time', async () => {
    const team = channel('acme-spring');
    await project('p1', team.id);
    await decide(say('hello'));
    const { fetch } = inProcess(engine);
    let goOn: () => void = () => undefined;
    let asked: () => void = () => undefined;
    const isAsking = new Promise<void>((resolve) => {
      asked = resolve;
    });
    const gate = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const held: Fetch = async (input, init) => {
      asked();
      await gate;
      return fetch(input, init);
    };
    const first = sender({ process: 'one', fetch: held }).pump(now());
    await isAsking;
    await decide(say('second'));
    expect(await sender({ process: 'two' }).pump(now())).toEqual({ idle: true, nextAt: new Date(START_MS + 1000) });
    expect(texts(team)).toEqual([]);
    goOn();
    await first;
    await sender({ process: 'two' }).pump(now());
    expect(texts(team)).toEqual(['hello', 'second']);
  });

  test('waking many times at once sends everything once', async () => {
    const team = channel('acme-spring');
    await project('p1', team.id);
    const one = sender();
    await decide(say('hello'));
    for (let count = 0; count < 5; count += 1) one.wake();
    await one.settled();
    await decide(say('again'));
    one.wake();
    await one.stop();
    one.wake();
    expect(texts(team)).toEqual(['hello', 'again']);
  });

  test('with nothing to do, a look costs one read', async () => {
    const asked: string[] = [];
    const counted: Database = {
      ...db,
      collection: (name) => {
        asked.push(name);
        return db.collection(name);
      },
    };
    await sender({ db: counted }).pump(now());
    expect(asked).toEqual(['outbox']);
  });
});
