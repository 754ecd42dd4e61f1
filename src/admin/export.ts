import 'dotenv/config';
import { open } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { readDatabaseConfig } from '../config.ts';
import { EXPORT_BOUNDS, EXPORT_FORMATS, EXPORT_PARTS } from '../export/model.ts';
import { exportedOf, piecesOf } from '../export/service-make.ts';
import { makeArchive } from '../io/archive.ts';
import { connect } from '../io/database.ts';
import { LONG, makePrinter } from '../io/pdf.ts';
import { LOCALES } from '../kit/locale.ts';
import { projectSchema } from '../project/model.ts';

/**
 * `npm run export -- --project ID --out FILE [--format pdf|csv|json] [--language en|zh] [--part whole|client] [--agency NAME]
 * [--url https://….slack.com/]`: writes a project's record to a file, as `/approval export` sends it. It changes nothing, and
 * so the record does not say that it was done. Exit code 1 where nothing was written.
 */
const OPTIONS = ['project', 'out', 'format', 'language', 'part', 'agency', 'url'] as const;
const optionsSchema = z.object({
  project: z.string(),
  out: z.string(),
  format: z.enum(EXPORT_FORMATS).default('pdf'),
  language: z.enum(LOCALES).default('en'),
  part: z.enum(EXPORT_PARTS).default('whole'),
  /** What the agency is called, and the address by which links to messages are made: only Slack knows them. */
  agency: z.string().default(''),
  url: z.url().optional(),
});

/** Where progress cannot be written over, it is told this seldom (entries). */
const TELL_EVERY = 1000;
let told = 0;

const given = parseArgs({ options: Object.fromEntries(OPTIONS.map((name) => [name, { type: 'string' }] as const)) });
const read = optionsSchema.safeParse(given.values);
if (read.success) process.exitCode = (await write(read.data)) ? 0 : 1;
else {
  for (const { path, message } of read.error.issues) process.stderr.write(`--${path.join('.')}: ${message}\n`);
  process.exitCode = 1;
}

/** @returns whether a file was written */
async function write({ project: id, out, url, agency, ...wanted }: z.infer<typeof optionsSchema>): Promise<boolean> {
  const { MONGODB_URI: uri, LIAISON_FONT: font } = readDatabaseConfig();
  const db = await connect(uri);
  try {
    const raw = await db.collection('projects').findOne({ _id: id });
    if (!raw) return refused(`There is no project ${id}.`);
    const project = projectSchema.parse(raw);
    const upTo = project.record.sequence;
    if (upTo === 0) return refused('There is nothing on the record of this project.');
    if (wanted.format === 'pdf' && upTo > EXPORT_BOUNDS.printed)
      return refused(`A PDF takes ${EXPORT_BOUNDS.printed} entries at most: use --format csv or json.`);
    const archive = makeArchive(db, url ?? '');
    const print = makePrinter(font, LONG);
    // Links without an address lead nowhere.
    const readOut = url === undefined ? withoutLinks(archive.readOut) : archive.readOut;
    const makings = { archive: { ...archive, readOut }, print, agency };
    const exported = await exportedOf(makings, { project, wanted, upTo, at: new Date().toISOString() });
    const file = await open(out, 'wx');
    try {
      for await (const piece of piecesOf(makings, exported, (done) => tell(done, exported.count)))
        await file.writeFile(piece);
    } finally {
      await file.close();
    }
    process.stdout.write(`${exported.count} entries, up to ${exported.head.sequence} ${exported.head.hash}\n`);
    return true;
  } finally {
    await db.close();
  }
}

function refused(why: string): false {
  process.stderr.write(`${why}\n`);
  return false;
}

function withoutLinks(readOut: ReturnType<typeof makeArchive>['readOut']): typeof readOut {
  return async function* (...args) {
    for await (const { stored } of readOut(...args)) yield { stored, link: null };
  };
}

/** Progress goes to stderr, so that it is no part of what is kept. */
function tell(done: number, of: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${of} entries`);
  else if (done - told >= TELL_EVERY) {
    told = done - (done % TELL_EVERY);
    process.stderr.write(`${told} of ${of} entries\n`);
  }
}
