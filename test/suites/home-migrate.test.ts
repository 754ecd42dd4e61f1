import { afterEach, expect, test } from '@jest/globals';
import { connect } from '../../src/io/database.ts';
import { newProject } from '../support/arbitraries.ts';
import { testDatabase } from '../support/mongo.ts';
import { run } from '../support/run.ts';

let leave: () => Promise<void> = async () => undefined;
afterEach(() => leave());

test('migrate works out the summaries of projects that were saved before there were any, once, and changes nothing else of them', async () => {
  const database = await testDatabase();
  const db = await connect(database.uri);
  leave = async () => {
    await db.close();
    await database.drop();
  };
  const { summary: _none, ...old } = newProject();
  const projects = db.collection('projects');
  const former = (at: number) => ({
    ...{ ...old, _id: `p${at}`, schemaVersion: 2, revision: 7, summary: { waits: [] } },
    channels: { ...old.channels, team: { ...old.channels.team, id: `C${at}` } },
  });
  await projects.insertMany(Array.from({ length: 120 }, (_, at) => former(at)));
  // A newer version's is left alone: this one may not be able to read it.
  await projects.insertOne({ ...former(500), schemaVersion: 99 });

  const migrate = () => run('src/admin/migrate.ts', { MONGODB_URI: database.uri });
  const first = await migrate();
  expect(first).toMatchObject({ code: 0, stdout: expect.stringContaining('120 projects were summarised') });
  const stored = await projects.findOne({ _id: 'p7' });
  expect(stored).toMatchObject({
    ...former(7),
    summary: { waits: [{ kind: 'brief.write' }], list: { name: 'Spring launch', helps: ['TAGENCY:UBEN'] } },
  });
  expect(await projects.findOne({ _id: 'p500' })).toMatchObject({ summary: { waits: [] } });
  expect((await migrate()).stdout).toContain('0 projects were summarised');
});
