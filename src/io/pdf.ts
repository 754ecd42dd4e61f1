import type { Paper } from '../kit/paper.ts';
import { findFonts } from './fonts.ts';
import { byKey } from './queue.ts';
import { inWorker, workerFile, type WorkerLimits } from './worker.ts';

/** The longest brief takes a second, or five on a machine that is very busy. */
const LIMITS: WorkerLimits = { ms: 15_000, heapMb: 256 };

/** Prints a document as PDF: A4, its typeface embedded, its text readable by machines. */
export type Print = (paper: Paper) => Promise<Uint8Array>;

/**
 * A printer. It prints one document at a time, in a thread.
 * @param font the setting LIAISON_FONT; undefined where it is left to what is installed
 * @returns `Print`, which throws FontError where there is no typeface with Chinese, WorkerError where printing failed
 */
export function makePrinter(font: string | undefined): Print {
  const queue = byKey();
  return (paper) => queue('print', () => printPdf(paper, font));
}

async function printPdf(paper: Paper, font: string | undefined): Promise<Uint8Array> {
  const fonts = findFonts(font);
  const printed = await inWorker(workerFile(import.meta.url, 'pdf-worker'), { paper, fonts }, LIMITS);
  if (!ArrayBuffer.isView(printed)) throw new Error('the printer gave no document');
  return new Uint8Array(printed.buffer, printed.byteOffset, printed.byteLength);
}
