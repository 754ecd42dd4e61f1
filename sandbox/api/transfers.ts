/** The two addresses at which files themselves go over: where the app uploads, and where it downloads. */
import { heldScopes, type Engine } from '../core/engine.ts';
import type { PlannedCall } from '../core/faults.ts';
import { appReads, streamOf } from '../core/files.ts';
import type { SlackFile } from '../core/types.ts';
import { checkToken, type ApiAnswer } from './call.ts';
import { refusalOf, refuse } from './refuse.ts';
import { writeDown } from './verdict.ts';

/** Under these names they stand in the journal, and faults are planned for them. */
export const TRANSFERS = ['upload_url', 'url_private'] as const;

/** An answer of which the body is no JSON. What is `lost` has none. */
export type Transfer = Omit<ApiAnswer, 'body'> & { body: string | ReadableStream<Uint8Array> };

const SCOPE = 'files:read';
const PAGE = 'text/html; charset=utf-8';
/** What Slack shows whoever is not allowed to download: no error, but its sign-in page. */
const LOGIN_PAGE = '<!DOCTYPE html><html><head><title>Slack</title></head><body>Sign in to Slack</body></html>';

/** The id in the path of a `url_private`; undefined for any other address. */
export function downloadIn(path: string): string | undefined {
  return /^\/files-pri\/[A-Z0-9]+-([A-Z0-9]+)\//.exec(path)?.[1];
}

/** The token in the path of an upload address; undefined for any other one. */
export function uploadIn(path: string): string | undefined {
  return /^\/upload\/v1\/([0-9a-f]+)$/.exec(path)?.[1];
}

/**
 * A download by the app. Without a token that may read files Slack answers 200 with its sign-in page.
 * (assumed: 404 for a file that is gone or that the app does not see)
 * @param token from the Authorization header
 * @param signal ends the stream where the reader gives up, in this process; a connection is closed
 */
export function download(engine: Engine, id: string, token: string | undefined, signal?: AbortSignal | null): Transfer {
  const startedMs = engine.stopwatch();
  const fault = engine.faults.take('url_private');
  const planned = fault && plannedAnswer(fault);
  const { file, error } = planned ? { error: planned.error } : readable(engine, id, token);
  const answer: Record<string, unknown> = {};
  const scope = file ? SCOPE : undefined;
  const entry = writeDown(engine, {
    method: 'url_private',
    args: { file: id },
    fault,
    error,
    scope,
    startedMs,
    answer,
  });
  if (planned) return planned.transfer;
  if (!file) return error === 'file_not_found' ? page(404, 'Not found') : page(200, LOGIN_PAGE);
  // Where the answer is to be lost, it breaks off in the middle.
  const breaks = fault ? { breaksAfterBytes: Math.floor(file.sizeBytes / 2) } : {};
  const onEnd = (sentBytes: number) => engine.journal.settle(entry, { answer: { sentBytes } });
  const headers = { 'content-type': file.mimetype, 'content-length': String(file.sizeBytes) };
  return { status: 200, headers, body: streamOf(file, { ...breaks, signal, onEnd }), lost: false };
}

function readable(engine: Engine, id: string, token: string | undefined): { file?: SlackFile; error?: string } {
  try {
    checkToken(engine, 'bot', token);
    if (!heldScopes(engine).includes(SCOPE)) refuse('missing_scope');
    const file = engine.world.files.get(id);
    if (!file || file.isDeleted || !appReads(engine.world, file)) refuse('file_not_found');
    return { file };
  } catch (thrown) {
    const refusal = refusalOf(thrown);
    if (!refusal) throw thrown;
    return { error: refusal.error };
  }
}

/**
 * Bytes that are posted to an upload address: once, and exactly as many as were announced. (assumed: which statuses)
 * @param bytes the file itself, taken out of its form where it came in one
 */
export function takeUpload(engine: Engine, token: string, bytes: Uint8Array): Transfer {
  const startedMs = engine.stopwatch();
  const fault = engine.faults.take('upload_url');
  const planned = fault && plannedAnswer(fault);
  const error = planned ? planned.error : stored(engine, token, bytes);
  const args = { length: bytes.length };
  writeDown(engine, { method: 'upload_url', args, fault, error, scope: undefined, startedMs, answer: {} });
  if (planned) return planned.transfer;
  if (error) return page(error === 'upload_not_found' ? 404 : 400, error);
  return { ...page(200, `OK - ${bytes.length}`), lost: fault !== undefined };
}

function stored(engine: Engine, token: string, bytes: Uint8Array): string | undefined {
  const upload = engine.world.uploads.get(token);
  if (!upload || upload.isUsed) return 'upload_not_found';
  if (bytes.length !== upload.file.sizeBytes) return 'length_differs';
  upload.isUsed = true;
  upload.file.head = bytes;
  return undefined;
}

const page = (status: number, body: string): Transfer => ({
  status,
  headers: { 'content-type': PAGE },
  body,
  lost: false,
});

/** What a fault makes of a transfer before anything is done; nothing where it is done, and only its answer is lost. */
function plannedAnswer(fault: PlannedCall): { transfer: Transfer; error: string } | undefined {
  const nothing = { ...page(0, ''), lost: true };
  switch (fault.kind) {
    case 'response-lost':
      return undefined;
    case 'fail':
      return { transfer: page(400, fault.error), error: fault.error };
    case 'server-error':
      return { transfer: page(500, 'internal_error'), error: 'internal_error' };
    case 'ratelimited': {
      const headers = { 'content-type': PAGE, 'retry-after': String(fault.retryAfterSeconds) };
      return { transfer: { ...page(429, 'ratelimited'), headers }, error: 'ratelimited' };
    }
    case 'request-lost':
      return { transfer: nothing, error: 'request lost' };
    case 'unreachable':
      return { transfer: { ...nothing, instead: 'refuse' }, error: 'unreachable' };
    case 'hang':
      return { transfer: { ...nothing, instead: 'hang' }, error: 'never answered' };
    default:
      return fault.kind satisfies never;
  }
}
