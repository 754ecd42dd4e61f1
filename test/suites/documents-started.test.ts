import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readDocument } from '../../src/io/documents.ts';
import { makeDocx, p } from '../support/documents-docx.ts';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SOURCE = new URL('../../src/io/documents.ts', import.meta.url).href;
const READER = fileURLToPath(new URL('../support/documents-read.ts', import.meta.url));
const TSX = join(ROOT, 'node_modules/tsx/dist/cli.mjs');
const TSC = join(ROOT, 'node_modules/typescript/bin/tsc');
/** Compiling and starting, with two cores that are busy with other tests. */
const WITHIN_MS = 60_000;

const READ = {
  is: 'read',
  blocks: [
    { kind: 'heading', text: 'Objective' },
    { kind: 'text', text: '增长' },
  ],
};
const bytes = makeDocx(p('Objective', { style: '1' }) + p('增长'));

let folder: string;
let file: string;
beforeAll(async () => {
  // Inside of the project, where what was built finds its packages.
  await mkdir(join(ROOT, 'test/.output'), { recursive: true });
  folder = await mkdtemp(join(ROOT, 'test/.output/documents-'));
  file = join(folder, 'brief.docx');
  await writeFile(file, bytes);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What a process of its own reads; nothing that it writes besides is allowed. */
async function readBy(args: readonly string[]): Promise<unknown> {
  const { stdout, stderr } = await run(process.execPath, args, { cwd: folder, timeout: WITHIN_MS });
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

test('the reader of documents starts in tests', async () => {
  expect(await readDocument({ name: file, mimetype: '', bytes })).toEqual(READ);
});

test.each([
  ['as the demo does', [TSX, READER, SOURCE]],
  ['as processes of tests do', ['--import', import.meta.resolve('tsx'), READER, SOURCE]],
])(
  'the reader of documents starts from source, %s',
  async (_, args) => {
    expect(await readBy([...args, file])).toEqual(READ);
  },
  WITHIN_MS,
);

test(
  'the reader of documents starts as it is built, with nothing but Node',
  async () => {
    const out = join(folder, 'dist');
    const config = {
      extends: join(ROOT, 'tsconfig.build.json'),
      compilerOptions: { rootDir: join(ROOT, 'src'), outDir: out, typeRoots: [join(ROOT, 'node_modules/@types')] },
      include: [],
      files: ['documents.ts', 'documents-worker.ts'].map((name) => join(ROOT, 'src/io', name)),
    };
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config));
    await run(process.execPath, [TSC, '-p', folder], { cwd: folder, timeout: WITHIN_MS });
    const code = `import { readFile } from 'node:fs/promises';
      import { readDocument } from ${JSON.stringify(join(out, 'io/documents.js'))};
      console.log(JSON.stringify(await readDocument({ name: '', mimetype: '', bytes: await readFile(${JSON.stringify(file)}) })));`;
    const main = join(folder, 'main.mjs');
    await writeFile(main, code);
    expect(await readBy([main])).toEqual(READ);
  },
  WITHIN_MS,
);
