import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { LateError, within } from './deadline.ts';
import { outcomeOf, slackError } from './sender-outcome.ts';

/** Within Slack a download may be passed on to another host of it. */
const REDIRECTS = 3;

export type FileParts = {
  clients: { reads: WebClient };
  token: string;
  /** Where Slack is, and how it is reached; both only where it is not Slack itself. */
  apiUrl?: string;
  fetch?: typeof globalThis.fetch;
  /** How long Slack may take, for tests. */
  times?: Partial<FileTimes>;
};

/**
 * How long Slack may take: to tell of a file, to give one that somebody waits for, to give one of which only the hash is wanted, between
 * two pieces of one, and to tell whether one is there still, which nobody waits for.
 */
export type FileTimes = { infoMs: number; downloadMs: number; hashMs: number; stallMs: number; lookMs: number };
/** Somebody may wait for what comes of it, though not for an acknowledgement. */
const TIMES: FileTimes = { infoMs: 10_000, downloadMs: 20_000, hashMs: 180_000, stallMs: 20_000, lookMs: 3000 };

export const timesOf = ({ times }: FileParts): FileTimes => ({ ...TIMES, ...times });

/**
 * Why there is no file. tooLarge: above what is taken. gone: deleted, or never seen by the bot. notAllowed: Slack does not let
 * the bot have it, or it is not at Slack. unreachable: no answer, or half of one; later it may come.
 */
export type FetchRefusal = 'tooLarge' | 'gone' | 'notAllowed' | 'unreachable';
export type RefusedFile = { is: 'refused'; why: FetchRefusal };

export const refused = (why: FetchRefusal): RefusedFile => ({ is: 'refused', why });

/** What is read of Slack's file object (docs.slack.dev, file object). All of it may be missing. */
const fileSchema = z.looseObject({
  name: z.string().nullish(),
  mimetype: z.string().nullish(),
  size: z.number().nullish(),
  user: z.string().nullish(),
  mode: z.string().nullish(),
  is_external: z.boolean().nullish(),
  file_access: z.string().nullish(),
  url_private_download: z.string().nullish(),
});
export type SlackFile = z.infer<typeof fileSchema>;

/**
 * What Slack tells of a file by its id: of files of other companies' people, events and forms have nothing else (docs.slack.dev,
 * Slack Connect). Never throws for what Slack answers.
 */
export async function askSlack(parts: FileParts, fileId: string): Promise<SlackFile | RefusedFile> {
  try {
    const asked = parts.clients.reads.files.info({ file: fileId });
    const file = fileSchema.parse((await within(asked, timesOf(parts).infoMs)).file);
    const why = whyNot(file);
    return why ? refused(why) : file;
  } catch (error) {
    return refused(whyNoInfo(error));
  }
}

/**
 * Does Slack say that a file was deleted? One that the bot sees no more may be there still, and where Slack does not answer nothing is
 * known: neither counts.
 */
export async function isDeletedInSlack(parts: FileParts, fileId: string): Promise<boolean> {
  try {
    const asked = parts.clients.reads.files.info({ file: fileId });
    return fileSchema.parse((await within(asked, timesOf(parts).lookMs)).file).mode === 'tombstone';
  } catch (error) {
    return slackError(error) === 'file_deleted';
  }
}

export const isRefused = (file: SlackFile | RefusedFile | Response): file is RefusedFile =>
  'is' in file && file['is'] === 'refused';

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
  return file.url_private_download ? null : 'notAllowed';
}

/** What a download is to be: no more bytes than these, within this time. */
type Wanted = { most: number; withinMs: number };

/**
 * Downloads a file, and hands on every piece of it as it comes; none is kept here. The announced size is asked first, the bytes
 * that come are counted. Never throws for what the network does.
 * @returns how many bytes there were
 */
export async function download(
  parts: FileParts,
  file: SlackFile,
  { most, withinMs }: Wanted,
  take: (piece: Uint8Array) => void,
): Promise<number | RefusedFile> {
  if ((file.size ?? 0) > most) return refused('tooLarge');
  try {
    const response = await get(parts, file.url_private_download ?? '', AbortSignal.timeout(withinMs));
    if (response === null) return refused('notAllowed');
    const why = whyNotTaken(response, file, most);
    if (why) {
      await response.body?.cancel();
      return refused(why);
    }
    const size = await pieces(response, { most, stallMs: timesOf(parts).stallMs }, take);
    if (size === null) return refused('tooLarge');
    // A connection that breaks may look like an end, and half a file would pass for a whole one.
    return typeof file.size === 'number' && file.size !== size ? refused('unreachable') : size;
  } catch {
    return refused('unreachable');
  }
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

function whyNotTaken({ status, headers }: Response, file: SlackFile, most: number): FetchRefusal | null {
  if (status === 404 || status === 410) return 'gone';
  if (status === 401 || status === 403) return 'notAllowed';
  if (status !== 200) return 'unreachable';
  // Without the scope Slack answers 200 with its sign-in page.
  const isPage = /^text\/html\b/i.test(headers.get('content-type') ?? '');
  if (isPage && !/^text\/html\b/i.test(file.mimetype ?? '')) return 'notAllowed';
  return Number(headers.get('content-length') ?? 0) > most ? 'tooLarge' : null;
}

/** Counts what comes; null as soon as it is too much: the rest is not waited for. @throws where nothing more comes */
async function pieces(
  { body }: Response,
  { most, stallMs }: { most: number; stallMs: number },
  take: (piece: Uint8Array) => void,
): Promise<number | null> {
  const reader = body?.getReader();
  let size = 0;
  try {
    for (;;) {
      const piece = reader && (await within(reader.read(), stallMs));
      if (!piece || piece.done) return size;
      size += piece.value.byteLength;
      if (size > most) return null;
      take(piece.value);
    }
  } finally {
    // Whatever is still to come is not wanted any more; after the end this does nothing.
    await reader?.cancel().catch(() => undefined);
  }
}
