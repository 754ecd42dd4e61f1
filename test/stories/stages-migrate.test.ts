import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { connect, type Database } from '../../src/io/database.ts';
import { testDatabase, type TestDatabase } from '../support/mongo.ts';

let database: TestDatabase;
let db: Database;
beforeEach(async () => {
  database = await testDatabase();
  db = await connect(database.uri);
});
afterEach(async () => {
  await db.close();
  await database.drop();
});

const projects = () => db.collection('projects');
const inChannel = (id: string, parent: object | null) => ({
  _id: id,
  workspace: 'T1',
  channels: { team: { id: 'C1' } },
  ...(parent ? { parent } : {}),
});

test('a team channel has one project, and jobs inside it with a number each', async () => {
  await db.buildIndexes();
  await projects().insertOne(inChannel('p1', null));
  await projects().insertOne(inChannel('j1', { project: 'p1', number: 1 }));
  await projects().insertOne(inChannel('j2', { project: 'p1', number: 2 }));
  await expect(projects().insertOne(inChannel('p2', null))).rejects.toThrow(/duplicate key/u);
  await expect(projects().insertOne(inChannel('j3', { project: 'p1', number: 2 }))).rejects.toThrow(/duplicate key/u);
});

test('the index of earlier versions is told from the present ones, and migrating drops it, as often as it is done', async () => {
  await db.buildIndexes();
  await projects().createIndex(
    { workspace: 1, 'channels.team.id': 1 },
    { unique: true, partialFilterExpression: { 'channels.team.id': { $type: 'string' } } },
  );
  expect(await db.retiredIndexes()).toEqual(['projects.workspace_1_channels.team.id_1']);
  expect(await db.missingIndexes()).toEqual([]);
  await db.buildIndexes();
  expect(await db.retiredIndexes()).toEqual([]);
  await db.buildIndexes();
  await projects().insertOne(inChannel('p1', null));
  await projects().insertOne(inChannel('j1', { project: 'p1', number: 1 }));
});

test('a database with nothing in it has nothing retired', async () => {
  expect(await db.retiredIndexes()).toEqual([]);
  expect(await db.missingIndexes()).not.toEqual([]);
});
