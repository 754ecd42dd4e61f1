import { expect, test } from '@jest/globals';
import { person } from '../../sandbox/driver/person.ts';
import { startStack, type Stack } from '../../scripts/demo-stack.ts';
import { connect } from '../../src/io/database.ts';
import { testDatabase, type TestDatabase } from '../support/mongo.ts';

const DAY_MS = 86_400_000;
const DAYS = 3;
const STARTS_WITHIN_MS = 90_000;

test.each([
  { over: 'Socket Mode', http: false },
  { over: 'signed HTTP', http: true },
])(
  'over $over the bot lives on the clock of the page: its days pass, and its recurring work is done on each of them',
  async ({ http }) => {
    const database = await testDatabase();
    const stack = await startStack({ mongoUri: database.uri, http });
    try {
      await liveThroughDays(stack, database);
      // Nothing came too late, and the socket was not taken for dead.
      const { journal } = stack.server.engine;
      expect(journal.entries.filter(({ name }) => name === 'apps.connections.open')).toHaveLength(http ? 0 : 1);
      expect(journal.complaints).toEqual([]);
    } finally {
      await stack.stop();
      await database.drop();
    }
  },
  STARTS_WITHIN_MS,
);

async function liveThroughDays(stack: Stack, database: TestDatabase): Promise<void> {
  const { url, engine } = stack.server;
  const { clock } = engine.world;
  const before = clock.now();
  const days: string[] = [];
  clock.onJump(() => days.push(dayOf(clock.now())));
  const moved = await fetch(`${url}/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ advanceMs: DAYS * DAY_MS }),
  });
  expect(moved.status).toBe(200);
  expect(days).toEqual([1, 2, 3].map((day) => dayOf(before + day * DAY_MS)));
  const since = new Date(before + DAYS * DAY_MS);
  expect(await lastRuns(database, since)).toEqual([
    { name: 'digests', since: true },
    { name: 'exports', since: true },
    { name: 'nudges', since: true },
    { name: 'posts', since: true },
    { name: 'replay', since: true },
    { name: 'retention', since: true },
    { name: 'sender', since: true },
    { name: 'settings', since: true },
    { name: 'sweep', since: true },
  ]);

  // A day that the machine has yet to see is over for the bot, and the day it stands in today is not.
  const mei = person({ engine, drafts: new Map(), idle: () => engine.dispatch.idle(), paceMs: 0 }, 'mei');
  const form = await mei.in('#general').command('/project new');
  const answers = { 'Which client is it for?': 'Acme', 'What is the project called?': 'Spring launch' };
  const refused = await form?.fill({ ...answers, 'When does the client want it?': dayOf(before + DAY_MS) }).submit();
  expect(refused?.errors).toEqual({ 'When does the client want it?': expect.stringContaining('has passed') });
  await refused?.fill({ 'When does the client want it?': dayOf(before + (DAYS + 2) * DAY_MS) }).submit();
  const seesCard = () =>
    mei.channels().some((name) => mei.sees(name).some(({ text }) => text.includes('Stage 1 of 4')));
  await stack.until('the card is there', seesCard);
}

/** Whether each recurring job ended since then, read from where Agenda keeps them. */
async function lastRuns(database: TestDatabase, since: Date) {
  const db = await connect(database.uri);
  const jobs = await db.connection.collection('agendaJobs').find().sort({ name: 1 }).toArray();
  await db.close();
  // Some are a workspace's own, and named after it.
  return jobs.map(({ name, lastFinishedAt }) => ({ name: String(name).split(' ')[0], since: lastFinishedAt >= since }));
}

const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);
