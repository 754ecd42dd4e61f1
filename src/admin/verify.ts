import 'dotenv/config';
import { parseArgs } from 'node:util';
import { readDatabaseConfig } from '../config.ts';
import { connect } from '../io/database.ts';
import { type Progress, verifyAll, type Verdict } from '../io/verify.ts';

/** Where progress cannot be written over, it is told this seldom (entries). */
const TELL_EVERY = 5000;

/** `npm run verify [-- --project ID]`: checks the chain of every project's record. Exit code 1 where one is broken. */
const { values } = parseArgs({ options: { project: { type: 'string' } } });
const db = await connect(readDatabaseConfig().MONGODB_URI);
let broken = 0;
let checked = 0;
for await (const verdict of verifyAll(db, values.project, tell)) {
  checked += 1;
  broken += verdict.break ? 1 : 0;
  wipe();
  process.stdout.write(`${sentence(verdict)}\n`);
}
await db.close();
process.stdout.write(`${checked} records checked, ${broken} broken.\n`);
process.exitCode = broken > 0 || (values.project !== undefined && checked === 0) ? 1 : 0;

/** Projects are named by their ids: what a client is working on is nobody's business who keeps this output. */
function sentence({ project, entries, break: found }: Verdict): string {
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
