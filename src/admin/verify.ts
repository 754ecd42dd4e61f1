import 'dotenv/config';
import { parseArgs } from 'node:util';
import { readDatabaseConfig } from '../config.ts';
import { connect } from '../io/database.ts';
import { type Progress, verifyAll, type Verdict } from '../io/verify.ts';
import { verifyFile } from '../io/verify-file.ts';

/** Where progress cannot be written over, it is told this seldom (entries). */
const TELL_EVERY = 5000;

/**
 * `npm run verify [-- --project ID]`: checks the chain of every project's record. `npm run verify -- --file FILE`: checks a record that
 * was written out as JSON, by that file alone. Exit code 1 where one is broken.
 */
const { values } = parseArgs({ options: { project: { type: 'string' }, file: { type: 'string' } } });
process.exitCode = (await (values.file === undefined ? inDatabase(values.project) : inFile(values.file))) ? 0 : 1;

/** @returns whether something was checked, and all of it is whole */
async function inDatabase(project: string | undefined): Promise<boolean> {
  const db = await connect(readDatabaseConfig().MONGODB_URI);
  let [checked, broken] = [0, 0];
  for await (const verdict of verifyAll(db, project, tell)) {
    checked += 1;
    broken += verdict.break ? 1 : 0;
    wipe();
    process.stdout.write(`${sentence(verdict)}\n`);
  }
  await db.close();
  process.stdout.write(`${checked} records checked, ${broken} broken.\n`);
  return broken === 0 && (project === undefined || checked > 0);
}

async function inFile(path: string): Promise<boolean> {
  const found = await verifyFile(path).catch(() => null);
  if (found === null) {
    process.stdout.write(`BROKEN  ${path}: this is no record that was written out as JSON\n`);
    return false;
  }
  const { part, head, partly, versions } = found;
  process.stdout.write(`${sentence(found)}\n`);
  for (const { subject, number } of versions)
    process.stdout.write(`BROKEN  ${subject}: version ${number} is changed\n`);
  process.stdout.write(`The record then ended with entry ${head.sequence}, ${head.hash}.\n`);
  if (part === 'client')
    process.stdout.write(
      `It is the client's part: of ${partly} entries not all content is in it, and cannot be checked here.\n`,
    );
  return found.break === null && versions.length === 0;
}

/** Projects are named by their ids: what a client is working on is nobody's business who keeps this output. */
function sentence({ project, entries, break: found }: Pick<Verdict, 'project' | 'entries' | 'break'>): string {
  if (!found) return `ok      ${project}: ${entries} entries`;
  return `BROKEN  ${project}: entry ${found.sequence} is ${found.why}`;
}

/** Progress goes to stderr, so that the verdicts can be kept in a file. */
function tell({ project, entries, of }: Progress): void {
  const line = `checking ${project}: ${entries} of ${of} entries`;
  if (process.stderr.isTTY) process.stderr.write(`\r${line}`);
  else if (entries % TELL_EVERY === 0) process.stderr.write(`${line}\n`);
}

function wipe(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001B[K');
}
