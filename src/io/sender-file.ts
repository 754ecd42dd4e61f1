import { z } from 'zod';
import type { Doing } from '../kit/rows.ts';
import { directChannel } from './lookup.ts';
import type { Row } from './outbox.ts';
import { NothingDoneError, outcomeOf, SetAsideError, slackError, UnpreparedError } from './sender-outcome.ts';
import { NOWHERE, type Run, type Sent, type SentFile, type UnsentFile } from './sender-parts.ts';
import type { Thread } from './sender-places.ts';
import { fits, LOOK_AFTER_MS } from './sender-rules.ts';

type Filing = Extract<Doing, { do: 'file' }>;
type Posting = { to: string; thread: Exclude<Thread, 'wait'> };

/** The bytes themselves. */
const UPLOAD_MS = 8000;
/** Posting begins no later than this after the row was taken: it must be over before anybody looks for what it may have made. */
const POST_WITHIN_MS = LOOK_AFTER_MS - 10_000;

/**
 * Draws a file, uploads it and posts it (docs.slack.dev, working with files). Only the last of the three calls makes anything
 * that somebody could see: what came of the first two may be forgotten.
 * @returns where it stands; no `ts`, because Slack does not tell it
 * @throws SetAsideError where it may not go there, or never can; UnpreparedError where it could not be drawn; else whatever Slack's calls throw
 */
export async function sendFile(run: Run, row: Row, { subject, name }: Filing, { to, thread }: Posting): Promise<Sent> {
  const beganMs = performance.now();
  const file = await draw(run, row, subject);
  if (file === null) return NOWHERE;
  if ('unsent' in file) throw new SetAsideError(file.unsent);
  if (!file.audiences.some((audience) => fits(row.place, audience))) throw new SetAsideError('wall_file');
  const channel = row.place.kind === 'channel' ? to : (thread?.channel ?? (await directChannel(run, to)));
  const id = await upload(run, name, file.bytes);
  if (performance.now() - beganMs > POST_WITHIN_MS) throw new NothingDoneError('file_too_slow', null);
  return post(run, { id, title: file.title }, channel, thread);
}

async function draw({ parts }: Run, row: Row, subject: Filing['subject']): Promise<SentFile | UnsentFile | null> {
  try {
    return await parts.drawFile(subject, row.workspace);
  } catch (error) {
    parts.log.error({ err: error, row: row._id }, 'a file could not be drawn');
    throw new UnpreparedError('not_drawn', { cause: error });
  }
}

const addressSchema = z.looseObject({ upload_url: z.url(), file_id: z.string() });

/** Brings the bytes to Slack, where nobody sees them yet. @returns the file's id */
async function upload({ parts }: Run, filename: string, bytes: Uint8Array): Promise<string> {
  const { files } = parts.clients.sender;
  const answer = await files.getUploadURLExternal({ filename, length: bytes.length }).catch(asNothingDone);
  const { upload_url: address, file_id: id } = addressSchema.parse(answer);
  const { status, headers } = await parts
    .fetch(address, { method: 'POST', body: Uint8Array.from(bytes), signal: AbortSignal.timeout(UPLOAD_MS) })
    .catch(asNothingDone);
  if (status === 429) throw new NothingDoneError('ratelimited', 1000 * Number(headers.get('retry-after') ?? 30));
  if (status >= 500) throw new NothingDoneError(`upload_${status}`, null);
  if (status !== 200) throw new UnpreparedError(`upload_${status}`);
  return id;
}

/** Of a call that does nothing that anybody could see, no answer is as good as a call that was never made. */
function asNothingDone(error: unknown): never {
  const outcome = outcomeOf(error);
  if (outcome.is !== 'unclear') throw error;
  throw new NothingDoneError(`upload_${outcome.error}`, null, { cause: error });
}

async function post(
  run: Run,
  file: { id: string; title: string },
  channel: string,
  thread: Posting['thread'],
): Promise<Sent> {
  const inThread = thread === null ? {} : { thread_ts: thread.ts };
  try {
    await run.parts.clients.sender.files.completeUploadExternal({ files: [file], channel_id: channel, ...inThread });
    return { channel, ts: null, threadTs: thread?.ts ?? null };
  } catch (error) {
    // Somebody deleted the message that this answers: then it stands in the channel itself.
    if (thread === null || slackError(error) !== 'thread_not_found') throw error;
    return post(run, file, channel, null);
  }
}
