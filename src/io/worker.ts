import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { parentPort, Worker, workerData, type WorkerOptions } from 'node:worker_threads';

/** What one piece of work may cost before its thread is ended. */
export type WorkerLimits = { ms: number; heapMb: number };

/**
 * late: it took too long. tooBig: it needed too much memory. failed: the work itself threw, or its thread ended without an
 * answer; `message` says what it said.
 */
export type WorkerFault = 'late' | 'tooBig' | 'failed';

/** Why a thread gave no answer. */
export class WorkerError extends Error {
  override readonly name = 'WorkerError';
  readonly fault: WorkerFault;

  constructor(fault: WorkerFault, message: string) {
    super(message);
    this.fault = fault;
  }
}

/** What a thread posts: how far it is, as often as it likes, and its reply once. */
type Reply = { ok: true; value: unknown } | { ok: false; message: string };
type Told = { told: number };

const isReply = (value: unknown): value is Reply => typeof value === 'object' && value !== null && 'ok' in value;
const isTold = (value: unknown): value is Told =>
  typeof value === 'object' && value !== null && 'told' in value && typeof value.told === 'number';

/** Hears how far a piece of work is; in which unit, the work says. */
export type Tell = (done: number) => void;

/**
 * The file of a worker beside the module that asks, with the ending that module has: `.ts` under tsx and in tests, `.js` once
 * it is built.
 * @param beside the asking module's `import.meta.url`
 */
export function workerFile(beside: string, name: string): URL {
  return new URL(`${name}${beside.endsWith('.ts') ? '.ts' : '.js'}`, beside);
}

/**
 * Does a piece of work in a thread of its own, so that nobody's acknowledgement waits for it, and ends the thread. The thread
 * sees nothing of the environment: what it reads may come from anybody.
 * @param data is copied into the thread (structured clone)
 * @param tell hears how far it is, where the work tells it
 * @returns what the worker's `work` gave, copied; to be checked by whoever asked, like anything from outside
 * @throws WorkerError
 */
export async function inWorker(
  file: URL,
  data: unknown,
  { ms, heapMb }: WorkerLimits,
  tell: Tell = () => undefined,
): Promise<unknown> {
  const worker = begin(file, {
    workerData: data,
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
    stdout: true,
    stderr: true,
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<unknown>((resolve, reject) => {
      const fail = (fault: WorkerFault, message: string) => reject(new WorkerError(fault, message));
      timer = setTimeout(() => fail('late', `no answer within ${ms} ms`), ms);
      worker.on('message', (reply: unknown) => {
        if (isTold(reply)) tell(reply.told);
        else if (!isReply(reply)) fail('failed', 'an answer that is none');
        else if (reply.ok) resolve(reply.value);
        else fail('failed', reply.message);
      });
      worker.once('error', (error: unknown) => fail(faultOf(error), messageOf(error)));
      worker.once('exit', (code) => fail('failed', `the thread ended with ${code} and no answer`));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

/**
 * Node reads no TypeScript by itself, and a thread does not have its process's loader (github.com/privatenumber/tsx). tsx is
 * there wherever the sources are run as they stand.
 */
function begin(file: URL, options: WorkerOptions): Worker {
  if (!file.pathname.endsWith('.ts')) return new Worker(file, options);
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx/package.json'));
  const loader = JSON.stringify(new URL('dist/esm/api/index.mjs', tsx).href);
  const code = `import(${loader}).then((tsx) => { tsx.register(); return import(${JSON.stringify(file.href)}); });`;
  return new Worker(code, { ...options, eval: true });
}

/** Asked by its code: an error that crosses from a thread is of another realm's class in tests. */
const faultOf = (error: unknown): WorkerFault =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? 'tooBig'
    : 'failed';

const messageOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);

/**
 * The other end, called once at the bottom of a worker's file: does the work and posts its value, or the message of what it
 * threw.
 * @param work is given the data as it came, to be checked, and a way to say how far it is
 */
export async function answerFrom(work: (data: unknown, tell: Tell) => Promise<unknown>): Promise<void> {
  const tell: Tell = (done) => parentPort?.postMessage({ told: done } satisfies Told);
  const reply = await work(workerData, tell).then(
    (value): Reply => ({ ok: true, value }),
    (error: unknown): Reply => ({ ok: false, message: messageOf(error) }),
  );
  parentPort?.postMessage(reply);
}
