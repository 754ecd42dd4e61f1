import type { Paper } from '../kit/paper.ts';
import { findFonts } from './fonts.ts';
import { byKey } from './queue.ts';
import { inWorker, type Tell, workerFile, type WorkerLimits } from './worker.ts';

/** The longest brief takes a second, or five on a machine that is very busy. */
const LIMITS: WorkerLimits = { ms: 15_000, heapMb: 256 };

/** A whole record, of thousands of entries on hundreds of pages: 15 seconds for 10,000, or minutes on a machine that is very busy. */
export const LONG: WorkerLimits = { ms: 300_000, heapMb: 512 };

/**
 * Prints a document as PDF: A4, its typeface embedded, its text readable by machines. `tell` hears now and then how many of its lines
 * are done.
 */
export type Print = (paper: Paper, tell?: Tell) => Promise<Uint8Array>;

/**
 * A printer. It prints one document at a time, in a thread.
 * @param limits what one document may cost
 * @param font the setting LIAISON_FONT; undefined where it is left to what is installed
 * @returns `Print`, which throws FontError where there is no typeface with Chinese, WorkerError where printing failed
 */
export function makePrinter(font: string | undefined, limits = LIMITS): Print {
  const queue = byKey();
  return (paper, tell) =>
    queue('print', async () => {
      const job = { paper, fonts: findFonts(font) };
      return documentOf(await inWorker(workerFile(import.meta.url, 'pdf-worker'), job, limits, tell));
    });
}

function documentOf(printed: unknown): Uint8Array {
  if (!ArrayBuffer.isView(printed)) throw new Error('the printer gave no document');
  return new Uint8Array(printed.buffer, printed.byteOffset, printed.byteLength);
}
