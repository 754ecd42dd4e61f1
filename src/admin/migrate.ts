import 'dotenv/config';
import { readDatabaseConfig } from '../config.ts';
import { connect } from '../io/database.ts';

/** `npm run migrate`: builds what MongoDB needs before Liaison starts. Running it twice does no harm. */
const db = await connect(readDatabaseConfig().MONGODB_URI);
await db.buildIndexes();
process.stdout.write('The collections and indexes are there.\n');
await db.close();
