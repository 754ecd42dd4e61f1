import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { makeExports } from '../../src/io/exports.ts';
import { carded } from '../support/carded.ts';
import { exportRecord, fileTo } from '../support/acts-export.ts';
import { ENGLISH, type Walk } from '../support/cast.ts';
import { growRecord } from '../support/growing-record.ts';
import { runJob } from '../support/jobs.ts';
import { readPdf } from '../support/read-pdf.ts';
import { type Stage, stage } from '../support/stage.ts';

const ENTRIES = 10_000;
/** Printing takes a hundred times as long as writing. */
const PRINTED = 2000;

let on: Stage;
let walk: Walk;
let project: string;

beforeAll(async () => {
  on = await stage();
  walk = await carded(on, ENGLISH);
  const found = await on.db.collection('projects').findOne({ name: ENGLISH.names[0] });
  project = String(found?._id);
  await grow(0, PRINTED);
});
afterAll(() => on.end());

/** As many entries more as are missing, some of which look like formulas. */
const grow = (from: number, to: number): Promise<void> =>
  growRecord(on.db, project, to - from, (at) =>
    (from + at) % 7 === 0 ? `=HYPERLINK("x"),第 ${from + at} 条` : `Line ${from + at}`,
  );

const manager = () => walk.as('manager');
const files = () =>
  manager()
    .dms()
    .flatMap((message) => message.files);

/** What the message that comes with a file said, each time that it was drawn. */
const said = (from: number): string[] =>
  on.slack.journal.entries
    .slice(from)
    .filter(({ name }) => name === 'chat.postMessage' || name === 'chat.update')
    .map(({ payload }) => JSON.stringify(payload))
    .filter((text) => text.includes('Record of Spring launch'));

test('a long record comes as a PDF, of which every page says which of how many it is', async () => {
  await exportRecord(manager(), walk.team, { speaks: 'en', format: 'pdf' });
  const { pages } = await readPdf(fileTo(manager(), on).bytes);
  expect(pages.length).toBeGreaterThan(100);
  for (const at of [0, 99, pages.length - 1]) expect(pages[at]?.foot).toContain(`Page ${at + 1} of ${pages.length}`);
  const body = pages.map((page) => page.body).join('');
  expect(body).toContain('第 1995 条');
  expect(new Set(body.match(/[0-9a-f]{64}/gu)).size).toBeGreaterThan(PRINTED);
  on.slack.expectNoErrors();
}, 120_000);

describe('a record of 10,000 entries', () => {
  beforeAll(() => grow(PRINTED, ENTRIES));

  test.each(['csv', 'json'] as const)(
    'comes whole as %s, and in one message it is told how far it is',
    async (format) => {
      const from = on.slack.journal.entries.length;
      await exportRecord(manager(), walk.team, { speaks: 'en', format });
      const { text } = fileTo(manager(), on);
      const last = text.split('\n').filter((line) => line.includes('Line 9999'));
      expect(last).toHaveLength(1);
      const progress = said(from).flatMap((one) => /([\d,]+) of ([\d,]+) entries/u.exec(one)?.[1] ?? []);
      expect(progress.length).toBeGreaterThan(0);
      expect(progress).toEqual(progress.toSorted((a, b) => a.length - b.length || a.localeCompare(b)));
      const posted = said(from).filter((one) => !one.includes('"ts"'));
      expect(posted).toHaveLength(1);
      expect(said(from).at(-1)).toContain('The file stands below');
      on.slack.expectNoErrors();
    },
  );
});

/** As it stands where a process was killed: before anything was kept, before it was settled that the file is sent, and after. */
const KILLED = [
  ['before anything of it was kept', { file: null, done: 0 }, true],
  ['once it was kept, before it was decided that it is sent', {}, true],
  ['once that was decided', {}, false],
] as const;

test.each(KILLED)(
  'a file whose making was killed %s is made by the next, and sent once',
  async (_when, was, isUnsent) => {
    await exportRecord(manager(), walk.team, { speaks: 'en', format: 'csv' });
    const before = files();
    const one = await on.db.collection('exports').findOne({}, { sort: { upTo: -1 } });
    const begun = { state: 'wanted', tries: 1, claimedUntil: new Date(on.slack.clock.now()), ...was };
    await on.db.collection('exports').updateOne({ _id: String(one?._id) }, { $set: begun });
    if ('file' in was) await on.db.collection('exportParts').deleteMany({ export: one?._id });
    if (isUnsent) await on.db.collection('outbox').deleteOne({ _id: new RegExp(`:export:${one?._id}$`, 'u') });
    await runJob(on, 'exports');
    // Sent by the killed one as well where its row is gone: the same file, under the same name.
    expect(files()).toEqual(isUnsent ? [...before, before.at(-1)] : before);
    await runJob(on, 'exports');
    expect(files()).toHaveLength(before.length + (isUnsent ? 1 : 0));
    on.slack.expectNoErrors();
  },
);

test('where one cannot be made it is tried again, and at last it is said that there will be none', async () => {
  await exportRecord(manager(), walk.team, { speaks: 'en', format: 'csv' });
  const before = files();
  const newest = { sort: { upTo: -1 as const } };
  const one = await on.db.collection('exports').findOne({}, newest);
  // An entry to end with that is not there.
  const broken = { state: 'wanted', file: null, upTo: 0, tries: 0, claimedUntil: new Date(on.slack.clock.now()) };
  await on.db.collection('exports').updateOne({ _id: String(one?._id) }, { $set: broken });
  for (let tries = 1; tries <= 3; tries += 1) {
    expect(manager().dms().at(-2)?.text).not.toContain('could not be made');
    await runJob(on, 'exports');
    await on.slack.clock.advance(60 * 60_000);
  }
  expect(manager().dms().at(-2)?.text).toContain('could not be made');
  expect(files()).toEqual(before);
  on.slack.expectNoErrors();
});

test('a file is kept in parts as it comes, and none that is larger than what is sent', async () => {
  const kept = makeExports(on.db, () => new Date());
  async function* pieces(...lengths: number[]): AsyncGenerator<string> {
    for (const [at, length] of lengths.entries()) yield String(at % 10).repeat(length);
  }
  const lengths = [1, 1024 * 1024 - 1, 3, 5 * 1024 * 1024, 0, 17];
  const about = { _id: 'parts', workspace: 'T1' };
  const made = await kept.keep(about, pieces(...lengths));
  const fields = { project: 'p', person: { team: 'T1', user: 'U1' }, what: {}, upTo: 1, at: new Date(), tries: 1 };
  const file = { ...made, name: 'x' };
  const wanted = { ...about, ...fields, state: 'made', done: 1, of: 1, claimedUntil: new Date(), file, why: null };
  await on.db.collection('exports').insertOne(wanted);
  const whole = lengths.map((length, at) => String(at % 10).repeat(length)).join('');
  expect(Buffer.from((await kept.bytes('T1', 'parts')) ?? []).toString() === whole).toBe(true);
  expect(made).toMatchObject({ size: whole.length, sha256: createHash('sha256').update(whole).digest('hex') });
  expect(await kept.bytes('T2', 'parts')).toBeNull();
  expect(await kept.keep({ _id: 'large', workspace: 'T1' }, pieces(...Array<number>(11).fill(5_000_000)))).toBeNull();
});

test('what was asked for days ago is forgotten, file and all', async () => {
  const job = on.bot.jobs.find(({ name }) => name === 'retention');
  await job?.run(new Date(on.slack.clock.now() + 4 * 24 * 60 * 60 * 1000));
  const left = (['exports', 'exportParts'] as const).map((name) => on.db.collection(name).countDocuments());
  expect(await Promise.all(left)).toEqual([0, 0]);
});
