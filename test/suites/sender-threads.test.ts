import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { connect, type Database } from '../../src/io/database.ts';
import { plan, type Row, rowId } from '../../src/io/outbox.ts';
import { message, section } from '../../src/kit/blocks.ts';
import { card, messageKey, type RowDraft, sayToTeam, type Subject, teamOf } from '../../src/kit/rows.ts';
import type { Engine } from '../../sandbox/core/engine.ts';
import { addMessage, removeMessage } from '../../sandbox/core/messages.ts';
import type { Channel, Message } from '../../sandbox/core/types.ts';
import { type TestDatabase, testDatabase } from '../support/mongo.ts';
import { channelIn, installedIn, personIn, senderOf, slackWith } from '../support/sending.ts';

let place: TestDatabase;
let db: Database;
let engine: Engine;
let team: Channel;
/** What somebody wrote in the team channel. */
let written: Message;
let undelivered: Row[];
let ids = 0;
const newId = () => `id${(ids += 1)}`;

beforeAll(async () => {
  place = await testDatabase();
  db = await connect(place.uri);
  await db.buildIndexes();
});
afterAll(async () => {
  await db.close();
  await place.drop();
});

beforeEach(async () => {
  for (const name of ['projects', 'outbox', 'people', 'leases'] as const) await db.collection(name).deleteMany({});
  engine = slackWith(['chat:write', 'groups:read', 'groups:history', 'users:read']);
  undelivered = [];
  team = channelIn(engine, 'team');
  written = addMessage(engine.world, team, { user: personIn(engine, 'mei').user, text: 'The poster' });
  const channels = { team: { id: team.id, language: 'en', hold: null }, client: null };
  const { workspace } = installedIn(engine);
  await db.collection('projects').insertOne({ _id: 'p1', workspace, schemaVersion: 1, revision: 1, channels });
});

const now = () => new Date(engine.world.clock.now());
const drawn = async () => message('team', 'drawn', [section('drawn')]);

async function send(...rows: RowDraft[]): Promise<void> {
  const { workspace } = installedIn(engine);
  const session = await db.session();
  await session.withTransaction(() =>
    plan(db, session, { workspace, now: now(), order: 0 }, { rows, homes: [] }, newId),
  );
  await session.endSession();
  const onUndelivered = (row: Row) => void undelivered.push(row);
  const parts = { db, engine, installation: installedIn(engine), newId, draw: drawn, drawFile: async () => null };
  const sender = senderOf({ ...parts, onUndelivered }, {});
  for (let rounds = 0; rounds < 5; rounds += 1) {
    const { nextAt } = await sender.pump(now());
    if (nextAt) engine.world.clock.advance(Math.max(0, nextAt.getTime() - engine.world.clock.now()));
  }
}

const key = ({ channel = team.id, ts = written.ts } = {}): string => messageKey({ channel, ts });
const say = (text: string, parent: string) =>
  sayToTeam('p1', `say:${text}`, message('team', text, [section(text)]), parent);
const ours = () => team.messages.filter(({ byApp }) => byApp).map(({ text, threadTs }) => ({ text, threadTs }));
const stateOf = async (text: string) => {
  const { workspace } = installedIn(engine);
  return (await db.collection('outbox').findOne({ _id: rowId(workspace, `say:${text}`) }))?.['state'];
};

test('what is said under somebody else’s message stands in its thread', async () => {
  await send(say('checked', key()));
  expect(ours()).toEqual([{ text: 'checked', threadTs: written.ts }]);
});

test('a card under it is posted there, and edited there', async () => {
  const subject: Subject = { kind: 'deliverable', project: 'p1', about: 'd1' };
  await send(card(teamOf('p1'), subject, key()));
  await send(card(teamOf('p1'), subject, key()));
  expect(ours()).toEqual([{ text: 'drawn', threadTs: written.ts }]);
  expect(engine.journal.entries.filter(({ name }) => name === 'chat.update')).toHaveLength(1);
});

test('where that message was deleted, it stands in the channel, and nothing is set aside', async () => {
  removeMessage(engine.world, team, written.ts);
  await send(say('checked', key()));
  expect(ours()).toEqual([{ text: 'checked', threadTs: undefined }]);
  expect([await stateOf('checked'), undelivered]).toEqual(['sent', []]);
});

test('where the message stands in another channel, it stands in the project’s own', async () => {
  const other = channelIn(engine, 'other');
  const there = addMessage(engine.world, other, { user: personIn(engine, 'mei').user, text: 'Elsewhere' });
  await send(say('checked', key({ channel: other.id, ts: there.ts })));
  expect(ours()).toEqual([{ text: 'checked', threadTs: undefined }]);
  expect(other.messages.filter(({ byApp }) => byApp)).toEqual([]);
});

test('where no answer came, it is looked for in that thread and not said twice', async () => {
  engine.faults.next('chat.postMessage', 'response-lost');
  await send(say('checked', key()));
  expect(ours()).toEqual([{ text: 'checked', threadTs: written.ts }]);
  expect(await stateOf('checked')).toBe('sent');
});
