import { z } from 'zod';
import { DOCUMENT_REFUSALS, type GivenFile, type Reading, refused } from './documents-types.ts';
import { FILE_BYTES } from './files.ts';
import { inTurn } from './queue.ts';
import { inWorker, workerFile, WorkerError, type WorkerLimits } from './worker.ts';

export type { Block, DocumentRefusal, GivenFile, Reading } from './documents-types.ts';

/**
 * What one document may take. Ordinary briefs take a fifth of a second; the most text that is unpacked (8 MB, see
 * documents-unzip.ts) takes some seconds, and less memory than this unless it was made to hurt.
 */
const LIMITS: WorkerLimits = { ms: 15_000, heapMb: 256 };

/** At a time: each may fill its heap, and the bot itself needs a core. */
const AT_ONCE = 2;

const readingSchema: z.ZodType<Reading> = z.discriminatedUnion('is', [
  z.object({
    is: z.literal('read'),
    blocks: z.array(z.object({ kind: z.enum(['heading', 'text']), text: z.string() })),
  }),
  z.object({ is: z.literal('refused'), why: z.enum(DOCUMENT_REFUSALS) }),
]);

/** Takes a document's text out of it. @throws WorkerError where no thread can be started, never because of what is in it */
export type ReadDocument = (file: GivenFile) => Promise<Reading>;

/** A reader that reads two documents at a time; more of them wait for their turn, in their order. */
export function documentReader(limits: WorkerLimits = LIMITS): ReadDocument {
  const turn = inTurn(AT_ONCE);
  return (file) => turn(() => readDocument(file, limits));
}

/**
 * Reads one document in a thread of its own, with bounded memory and time, so that a hostile file stops nothing else.
 * Documents of Word, plain text and Markdown are read; which of them it is, the content says.
 * @throws WorkerError where no thread can be started, never because of what is in the file
 */
export async function readDocument(file: GivenFile, limits: WorkerLimits = LIMITS): Promise<Reading> {
  const { name, mimetype, bytes } = file;
  if (bytes.byteLength === 0) return refused('empty');
  if (bytes.byteLength > FILE_BYTES) return refused('tooMuchInside');
  try {
    const worker = workerFile(import.meta.url, 'documents-worker');
    return readingSchema.parse(await inWorker(worker, { name, mimetype, bytes }, limits));
  } catch (error) {
    // The thread itself answers whatever happens in it; one that could not even begin is our own fault.
    if (error instanceof WorkerError && error.fault !== 'failed') return refused('tooMuchInside');
    throw error;
  }
}
