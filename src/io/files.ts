import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { LateError, within } from './deadline.ts';
import { outcomeOf, slackError } from './sender-outcome.ts';

const MB = 1024 * 1024;

/**
 * The largest file that is taken. A brief with pictures rarely has 2 MB, and every byte is held in memory. Slack itself allows
 * 10 MB in a form's file input (docs.slack.dev, file input element) and 1 GB in a message.
 */
export const FILE_BYTES = 5 * MB;

/** Somebody waits for what comes of it, though not for an acknowledgement. */
const TIMES = { infoMs: 10_000, downloadMs: 20_000 };
/** Within Slack a download may be passed on to another host of it. */
const REDIRECTS = 3;

export type FileParts = {
  clients: { reads: WebClient };
  token: string;
  /** Where Slack is, and how it is reached; both only where it is not Slack itself. */
  apiUrl?: string;
  fetch?: typeof globalThis.fetch;
  /** How long Slack may take, for tests. */
  times?: typeof TIMES;
};

/**
 * Why there is no file. tooLarge: above `FILE_BYTES`. gone: deleted, or never seen by the bot. notAllowed: Slack does not let
 * the bot have it, or it is not at Slack. unreachable: no answer, or half of one; later it may come.
 */
export type FetchRefusal = 'tooLarge' | 'gone' | 'notAllowed' | 'unreachable';
export type FetchedFile =
  { is: 'file'; name: string; mimetype: string; bytes: Uint8Array } | { is: 'refused'; why: FetchRefusal };

const refused = (why: FetchRefusal): FetchedFile => ({ is: 'refused', why });

/** What is read of Slack's file object (docs.slack.dev, file object). All of it may be missing. */
const fileSchema = z.looseObject({
  name: z.string().nullish(),
  mimetype: z.string().nullish(),
  size: z.number().nullish(),
  mode: z.string().nullish(),
  is_external: z.boolean().nullish(),
  file_access: z.string().nullish(),
  url_private_download: z.string().nullish(),
});
type SlackFile = z.infer<typeof fileSchema>;

/**
 * Fetches a file by its id: of files of other companies' people, events and forms have nothing else (docs.slack.dev, Slack
 * Connect). The announced size is asked first, the bytes that come are counted. Never throws for what Slack answers.
 */
export async function fetchFile(parts: FileParts, fileId: string): Promise<FetchedFile> {
  const { infoMs, downloadMs } = parts.times ?? TIMES;
  let file: SlackFile;
  try {
    file = fileSchema.parse((await within(parts.clients.reads.files.info({ file: fileId }), infoMs)).file);
  } catch (error) {
    return refused(whyNoInfo(error));
  }
  const why = whyNot(file);
  if (why) return refused(why);
  try {
    return await download(parts, file, AbortSignal.timeout(downloadMs));
  } catch {
    return refused('unreachable');
  }
}

/** The errors of files.info (docs.slack.dev, files.info). */
function whyNoInfo(error: unknown): FetchRefusal {
  if (error instanceof LateError) return 'unreachable';
  const said = slackError(error);
  if (said === 'file_not_found' || said === 'file_deleted') return 'gone';
  return said !== null && outcomeOf(error).is === 'refused' ? 'notAllowed' : 'unreachable';
}

function whyNot(file: SlackFile): FetchRefusal | null {
  if (file.mode === 'tombstone' || file.file_access === 'file_not_found') return 'gone';
  // One that is linked from elsewhere, or hidden by the limits of a free plan.
  if (file.is_external || file.mode === 'external' || file.mode === 'hidden_by_limit') return 'notAllowed';
  if (!file.url_private_download) return 'notAllowed';
  return (file.size ?? 0) > FILE_BYTES ? 'tooLarge' : null;
}

async function download(parts: FileParts, file: SlackFile, signal: AbortSignal): Promise<FetchedFile> {
  const response = await get(parts, file.url_private_download ?? '', signal);
  if (response === null) return refused('notAllowed');
  const why = whyNotTaken(response, file);
  if (why) {
    await response.body?.cancel();
    return refused(why);
  }
  const bytes = await counted(response);
  if (bytes === null) return refused('tooLarge');
  // A connection that breaks may look like an end, and half a brief would pass for a whole one.
  if (typeof file.size === 'number' && file.size !== bytes.byteLength) return refused('unreachable');
  return { is: 'file', name: file.name ?? '', mimetype: file.mimetype ?? '', bytes };
}

/** @returns null where the address, or one that it leads on to, is none of Slack's: the token goes nowhere else */
async function get(parts: FileParts, address: string, signal: AbortSignal): Promise<Response | null> {
  const fetch = parts.fetch ?? globalThis.fetch;
  const headers = { authorization: `Bearer ${parts.token}` };
  let url = address;
  for (let step = 0; step <= REDIRECTS; step++) {
    if (!isSlacks(url, parts.apiUrl)) return null;
    const response = await fetch(url, { headers, signal, redirect: 'manual' });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || location === null) return response;
    await response.body?.cancel();
    url = URL.canParse(location, url) ? new URL(location, url).href : '';
  }
  return null;
}

function isSlacks(address: string, apiUrl: string | undefined): boolean {
  if (!URL.canParse(address)) return false;
  const { origin, protocol, hostname } = new URL(address);
  if (apiUrl !== undefined && origin === new URL(apiUrl).origin) return true;
  return protocol === 'https:' && (hostname === 'slack.com' || hostname.endsWith('.slack.com'));
}

function whyNotTaken({ status, headers }: Response, file: SlackFile): FetchRefusal | null {
  if (status === 404 || status === 410) return 'gone';
  if (status === 401 || status === 403) return 'notAllowed';
  if (status !== 200) return 'unreachable';
  // Without the scope Slack answers 200 with its sign-in page.
  const isPage = /^text\/html\b/i.test(headers.get('content-type') ?? '');
  if (isPage && !/^text\/html\b/i.test(file.mimetype ?? '')) return 'notAllowed';
  return Number(headers.get('content-length') ?? 0) > FILE_BYTES ? 'tooLarge' : null;
}

/** The body's bytes, or null as soon as there are too many: the rest is not waited for. */
async function counted({ body }: Response): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = body?.getReader();
  for (let chunk = await reader?.read(); chunk && !chunk.done; chunk = await reader?.read()) {
    size += chunk.value.byteLength;
    if (size > FILE_BYTES) {
      await reader?.cancel();
      return null;
    }
    chunks.push(chunk.value);
  }
  return Buffer.concat(chunks, size);
}
