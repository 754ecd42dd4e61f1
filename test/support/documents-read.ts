import { readFile } from 'node:fs/promises';
import type { ReadDocument } from '../../src/io/documents.ts';

// Reads the file that it is told of with the module that it is told of, in the way in which this process runs TypeScript
// or does not, and prints what came of it.
const [module = '', path = ''] = process.argv.slice(2);
const documents: { readDocument: ReadDocument } = await import(module);
const bytes = await readFile(path);
const reading = await documents.readDocument({ name: path, mimetype: '', bytes });
console.log(JSON.stringify(reading));
