import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../src/io/database.ts';
import type { Installation } from '../../src/io/installation.ts';
import { type Planned, type Row, rowId } from '../../src/io/outbox.ts';
import { type Limit, URGENT_RESERVE, WORKSPACE_LIMIT } from '../../src/io/rates.ts';
import type { Sender } from '../../src/io/sender.ts';
import { message, section } from '../../src/kit/blocks.ts';
import { card, cardKey, type RowDraft, sayToTeam, type Subject, teamOf } from '../../src/kit/rows.ts';
import type { Engine } from '../../sandbox/core/engine.ts';
import type { Channel } from '../../sandbox/core/types.ts';
import { builtDatabase } from '../support/mongo.ts';
import { channelIn, installedIn, planned, senderOf, slackWith, START_MS } from '../support/sending.ts';

/** What nobody waits for: sent after what people wait for, not at all where it comes too late, and edited where it stands. */
const scopes = ['chat:write', 'groups:write', 'groups:read', 'groups:history'];
const HOUR_MS = 60 * 60_000;

let db: Database;
let end: () => Promise<void>;
let engine: Engine;
let installation: Installation;
let undelivered: Row[];
let drawn: string[];
let ids = 0;
const newId = () => `id${(ids += 1)}`;
beforeAll(async () => {
  ({ db, end } = await builtDatabase());
});
afterAll(() => end());
beforeEach(async () => {
  for (const name of ['projects', 'outbox', 'leases'] as const) await db.collection(name).deleteMany({});
  engine = slackWith(scopes);
  installation = installedIn(engine);
  [undelivered, drawn] = [[], []];
});

const now = () => new Date(engine.world.clock.now());
const later = (ms: number) => engine.world.clock.advance(ms);
const after = (ms: number) => new Date(START_MS + ms);
function sender(process = 'one'): Sender {
  const draw = async ({ project }: Subject) => {
    drawn.push(project ?? '');
    return message('team', `post of ${project}`, [section('post')]);
  };
  const onUndelivered = (row: Row) => void undelivered.push(row);
  return senderOf({ db, engine, installation, newId, draw, drawFile: async () => null, onUndelivered }, { process });
}

const decide = (what: Partial<Planned>, order = 0) =>
  planned({ db, newId, workspace: installation.workspace, now: now(), order }, what);

/** So many projects, each with a channel of its own. */
async function projects(count: number): Promise<Channel[]> {
  const made = Array.from({ length: count }, (_, index) => channelIn(engine, `acme-${index}`));
  const raws = made.map(({ id }, index) => ({
    ...{ _id: `p${index}`, workspace: installation.workspace, schemaVersion: 1, revision: 1 },
    channels: { team: { id, language: 'en', hold: null }, client: null },
  }));
  await db.collection('projects').insertMany(raws);
  return made;
}

const subject = (id: string): Subject => ({ kind: 'dailyPost', project: id, about: '2026-11-30' });
const post = (index: number): RowDraft => ({ ...card(teamOf(`p${index}`), subject(`p${index}`)), urgent: false });
const until = (index: number, ms: number): RowDraft => ({ ...post(index), notAfter: after(ms) });
const posts = (count: number) => Array.from({ length: count }, (_, index) => post(index));
const answer = (index: number, text = 'answer') =>
  sayToTeam(`p${index}`, `say:${index}:${text}`, message('team', text, [section(text)]));
const rowOf = (key: string) => db.collection('outbox').findOne({ _id: rowId(installation.workspace, key) });
const texts = (from: Channel | undefined) => from?.messages.filter(({ byApp }) => byApp).map(({ text }) => text);
const countSent = () => db.collection('outbox').countDocuments({ state: 'sent' });
const atOnce = ({ burst }: Limit, keep: number) => burst - keep;

describe('what nobody waits for', () => {
  test('leaves room for what people wait for, however long its queue is, and goes on as the limit allows', async () => {
    const channels = await projects(300);
    await decide({ rows: posts(300) });
    const one = sender();
    await one.pump(now());
    expect(await countSent()).toBe(atOnce(WORKSPACE_LIMIT, URGENT_RESERVE));
    // At the end of the queue, where nothing has been posted yet.
    await decide({ rows: [answer(299), answer(298)] }, 1000);
    await one.pump(now());
    expect([299, 298].map((index) => texts(channels[index])?.at(-1))).toEqual(['answer', 'answer']);
    let seconds = 0;
    for (; (await countSent()) < 302 && seconds < 120; seconds += 1) {
      later(1000);
      await one.pump(now());
    }
    expect([await countSent(), seconds]).toEqual([
      302,
      Math.ceil((302 - WORKSPACE_LIMIT.burst + URGENT_RESERVE) / WORKSPACE_LIMIT.perSecond),
    ]);
    expect(drawn).toHaveLength(300);
  });

  test('goes with what people wait for where it stands before it in the same channel', async () => {
    const channels = await projects(40);
    await decide({ rows: posts(40) });
    const one = sender();
    await one.pump(now());
    expect(texts(channels[39])).toEqual([]);
    await decide({ rows: [answer(39)] }, 1000);
    await one.pump(now());
    expect(texts(channels[39])).toEqual(['post of p39', 'answer']);
  });
});

test('several processes that send in turn keep to the one limit of the workspace', async () => {
  await projects(120);
  await decide({ rows: posts(120) });
  const processes = [sender('one'), sender('two'), sender('three')];
  const seconds = 10;
  for (let tenth = 0; tenth < seconds * 10; tenth += 1) {
    await processes[tenth % 3]!.pump(now());
    later(100);
  }
  const { burst, perSecond } = WORKSPACE_LIMIT;
  expect(await countSent()).toBeLessThanOrEqual(burst - URGENT_RESERVE + seconds * perSecond);
  expect(await countSent()).toBeGreaterThan(seconds * perSecond);
});

describe('what comes too late', () => {
  test('is not posted, takes nobody’s turn, and nobody is told that Slack refused it', async () => {
    const channels = await projects(30);
    await decide({ rows: Array.from({ length: 30 }, (_, index) => until(index, index < 28 ? HOUR_MS : 3 * HOUR_MS)) });
    later(2 * HOUR_MS);
    await sender().pump(now());
    expect(channels.flatMap((channel) => texts(channel) ?? [])).toEqual(['post of p28', 'post of p29']);
    expect(await rowOf(cardKey(subject('p3')))).toMatchObject({ state: 'failed', error: 'too_late', ts: null });
    expect(undelivered).toEqual([]);
  });

  test('is let go of in a channel that is held, and what was posted in time is still edited', async () => {
    const [, edited] = await projects(2);
    await db
      .collection('projects')
      .updateOne({ _id: 'p0' }, { $set: { 'channels.team.hold': { reason: 'public', people: [] } } });
    await decide({ rows: [until(0, HOUR_MS), until(1, HOUR_MS)] });
    await sender().pump(now());
    later(HOUR_MS);
    await decide({ again: [0, 1].map((index) => ({ key: cardKey(subject(`p${index}`)), since: after(-1) })) });
    await sender().pump(now());
    const states = await Promise.all(
      [0, 1].map(async (index) => (await rowOf(cardKey(subject(`p${index}`))))?.['state']),
    );
    expect(states).toEqual(['failed', 'sent']);
    expect([texts(edited), drawn]).toEqual([['post of p1'], ['p1', 'p1']]);
  });

  test('is posted after all where somebody asks for it', async () => {
    const [channel] = await projects(1);
    await decide({ rows: [until(0, HOUR_MS)] });
    later(2 * HOUR_MS);
    await sender().pump(now());
    expect(texts(channel)).toEqual([]);
    await decide({ rows: [card(teamOf('p0'), subject('p0'))] });
    await sender().pump(now());
    expect(texts(channel)).toEqual(['post of p0']);
  });
});

describe('a card that a change is to be seen in', () => {
  const again = (since: Date) => decide({ again: [{ key: cardKey(subject('p0')), since }] });

  test('is edited where it was posted after that, and else left as it is', async () => {
    await projects(1);
    await decide({ rows: [post(0)] });
    await sender().pump(now());
    later(30 * 60_000);
    await again(after(-1));
    expect(await rowOf(cardKey(subject('p0')))).toMatchObject({ state: 'pending', wants: 2, at: after(0) });
    await sender().pump(now());
    await again(after(0));
    expect(await rowOf(cardKey(subject('p0')))).toMatchObject({ state: 'sent', wants: 2 });
    expect(drawn).toHaveLength(2);
  });

  test('is not stored for its sake, and what waits still is drawn once', async () => {
    await projects(1);
    await again(after(-1));
    expect(await db.collection('outbox').countDocuments()).toBe(0);
    await decide({ rows: [post(0)] });
    await again(after(-1));
    expect(await rowOf(cardKey(subject('p0')))).toMatchObject({ wants: 1 });
    await db.collection('outbox').updateOne({}, { $set: { sendingAt: now() } });
    await again(after(-1));
    expect(await rowOf(cardKey(subject('p0')))).toMatchObject({ wants: 2 });
  });
});
