import 'dotenv/config';
import { parseArgs } from 'node:util';
import { readDatabaseConfig } from '../config.ts';
import { connect } from '../io/database.ts';
import { verifyAll, type Verdict } from '../io/verify.ts';

/** `npm run verify [-- --project ID]`: checks the chain of every project's record. Exit code 1 where one is broken. */
const { values } = parseArgs({ options: { project: { type: 'string' } } });
const db = await connect(readDatabaseConfig().MONGODB_URI);
let broken = 0;
let checked = 0;
for await (const verdict of verifyAll(db, values.project)) {
  checked += 1;
  broken += verdict.break ? 1 : 0;
  process.stdout.write(`${sentence(verdict)}\n`);
}
await db.close();
process.stdout.write(`${checked} records checked, ${broken} broken.\n`);
process.exitCode = broken > 0 ? 1 : 0;

function sentence({ project, name, entries, break: found }: Verdict): string {
  if (!found) return `ok      ${name} (${project}): ${entries} entries`;
  return `BROKEN  ${name} (${project}): entry ${found.sequence} is ${found.why}`;
}
