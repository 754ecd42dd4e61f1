import 'dotenv/config';
import { readDatabaseConfig } from '../config.ts';
import { connect } from '../io/database.ts';
import { makeLists } from '../io/lists.ts';
import { beginPosts } from '../io/posts.ts';
import { liaison } from '../liaison.ts';
import type { Project } from '../project/model.ts';

/** Projects that are read at once. */
const AT_ONCE = 100;

/**
 * `npm run migrate`: builds what MongoDB needs before Liaison starts, and works out the summaries of projects that were saved
 * before there were any; those that were saved before there were daily posts have them from now on. Running it twice does no harm.
 */
const db = await connect(readDatabaseConfig().MONGODB_URI);
await db.buildIndexes();
process.stdout.write('The collections and indexes are there.\n');
const { schema, summarise } = liaison;
const waits = (project: Project) => liaison.waits.flatMap((of) => of(project));
const { refill } = makeLists({ db, schema, waits, summarise });
let written = 0;
for (let count = await refill(null, AT_ONCE); count > 0; count = await refill(null, AT_ONCE)) written += count;
process.stdout.write(`The summaries are there: ${written} projects were summarised.\n`);
const begun = await beginPosts(db, new Date());
process.stdout.write(`The daily posts are planned: ${begun} projects had none before.\n`);
await db.close();
