import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { carded } from '../support/carded.ts';
import { ENGLISH } from '../support/cast.ts';
import { growRecord } from '../support/growing-record.ts';
import { type TestDatabase, testDatabase } from '../support/mongo.ts';
import { readPdf } from '../support/read-pdf.ts';
import { type Ran, run } from '../support/run.ts';
import { type Stage, stage } from '../support/stage.ts';

const ENTRIES = 10_000;
/** Of what somebody wrote in each entry: together they are far more than the command may have in memory. */
const TEXT = 8000;
/** The command alone, with nothing read, takes more than half of it. */
const HEAP_MB = 96;

let database: TestDatabase;
let on: Stage;
let project: string;
let folder: string;

beforeAll(async () => {
  database = await testDatabase();
  on = await stage({ database });
  await carded(on, ENGLISH);
  project = String((await on.db.collection('projects').findOne({ name: ENGLISH.names[0] }))?._id);
  folder = await mkdtemp(join(tmpdir(), 'export-'));
});
afterAll(async () => {
  await on.end();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const out = (name: string): string => join(folder, name);
const env = (more: Readonly<Record<string, string>> = {}) => ({ MONGODB_URI: database.uri, ...more });
const write = (name: string, ...args: string[]): Promise<Ran> =>
  run('src/admin/export.ts', env(), '--project', project, '--out', out(name), ...args);
const verify = (file: string): Promise<Ran> => run('src/admin/verify.ts', {}, '--file', file);

describe('npm run export', () => {
  test.each(['en', 'zh'])('writes the whole record in %s, in each format', async (language) => {
    for (const format of ['csv', 'json', 'pdf']) {
      const { code, stdout, stderr } = await write(
        `r-${language}.${format}`,
        '--format',
        format,
        '--language',
        language,
      );
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toMatch(/^\d+ entries, up to \d+ [0-9a-f]{64}$/mu);
    }
    const { pages } = await readPdf(await readFile(out(`r-${language}.pdf`)));
    const body = pages.map((page) => page.body).join('');
    expect(body).toContain(language === 'zh' ? '如何核对' : 'How to check it');
  });

  test('overwrites nothing, and says what is wrong with what was asked', async () => {
    await writeFile(out('there.csv'), 'mine');
    expect((await write('there.csv', '--format', 'csv')).code).not.toBe(0);
    expect(await readFile(out('there.csv'), 'utf8')).toBe('mine');
    const none = await run('src/admin/export.ts', env(), '--project', 'none', '--out', out('none.csv'));
    expect([none.code, none.stderr.trim()]).toEqual([1, 'There is no project none.']);
    const odd = await write('odd.doc', '--format', 'doc');
    expect([odd.code, odd.stderr]).toEqual([1, expect.stringContaining('--format')]);
  });
});

describe('npm run verify -- --file', () => {
  test('finds a record whole that was written out, and the client’s part', async () => {
    for (const part of ['whole', 'client']) {
      await write(`${part}.json`, '--format', 'json', '--part', part);
      const { code, stdout } = await verify(out(`${part}.json`));
      expect([code, stdout]).toEqual([0, expect.stringMatching(new RegExp(`^ok      ${project}: \\d+ entries`, 'u'))]);
    }
  });

  type Written = { head: object; versions: { hashed: object }[]; record: Record<string, unknown>[] };
  const entry = (written: Written, at: number) => written.record[at] ?? {};
  const TAMPERED: readonly [string, 'whole' | 'client', (written: Written) => void][] = [
    ['an entry changed', 'whole', (one) => Object.assign(entry(one, 1)['entry'] as object, { actor: 'somebody' })],
    ['what it holds changed', 'whole', (one) => void (entry(one, 1)['content'] = { stage: 'proposal' })],
    ['an entry taken out', 'whole', (one) => void one.record.splice(1, 1)],
    ['two entries exchanged', 'whole', (one) => void one.record.splice(0, 2, entry(one, 1), entry(one, 0))],
    ['the end cut off', 'whole', (one) => void one.record.pop()],
    ['a version changed', 'whole', (one) => Object.assign(one.versions[0]?.hashed ?? {}, { number: 7 })],
    ['an entry of the client’s changed', 'client', (one) => void (entry(one, 0)['hash'] = '0'.repeat(64))],
    ['an entry of the client’s taken out', 'client', (one) => void one.record.pop()],
  ];
  test.each(TAMPERED)('finds %s', async (name, part, tamper) => {
    const written = JSON.parse(await readFile(out(`${part}.json`), 'utf8')) as Written;
    tamper(written);
    const file = out(`${name.replaceAll(/\W/gu, '')}.json`);
    await writeFile(file, JSON.stringify(written));
    const { code, stdout } = await verify(file);
    expect([code, stdout]).toEqual([1, expect.stringContaining('BROKEN')]);
  });

  test('calls nothing a record that is none', async () => {
    await writeFile(out('none.json'), '{"format":"something"}');
    for (const file of ['none.json', 'not-there.json']) expect((await verify(out(file))).code).toBe(1);
  });
});

test('a record far larger than the memory that there is, is written all the same, and it is told how far it is', async () => {
  await growRecord(on.db, project, ENTRIES, (at) => `${at} ${'x'.repeat(TEXT)}`);
  for (const format of ['csv', 'json']) {
    const args = ['--project', project, '--out', out(`large.${format}`), '--format', format];
    const heap = { NODE_OPTIONS: `--max-old-space-size=${HEAP_MB}` };
    const { code, stderr } = await run('src/admin/export.ts', env(heap), ...args);
    expect(code).toBe(0);
    expect(stderr.trim().split('\n')).toContain(`4000 of ${/of (\d+)/u.exec(stderr)?.[1]} entries`);
    expect((await readFile(out(`large.${format}`))).length).toBeGreaterThan(ENTRIES * TEXT);
  }
});
