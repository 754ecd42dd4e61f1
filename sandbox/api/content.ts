/** What a message says, checked as Slack checks it before anything is stored. */
import type { KnownBlock, MessageMetadata } from '@slack/types';
import { validateMessage, type Fault } from '../blockkit/validate.ts';
import { isObject } from './body.ts';
import { jsonArg, textArg, type Call } from './args.ts';
import { refuse, refuseArguments } from './refuse.ts';

/** Longer text is cut (docs.slack.dev, chat.postMessage). */
const LONGEST_TEXT = 40_000;

export type Content = { text: string; blocks: KnownBlock[] };

/** Of the metadata's JSON. (assumed: Slack says metadata_too_large and names no number) */
const LARGEST_METADATA_BYTES = 16_000;

/** Parts of chat.* that no part of the sandbox shows; silently ignoring them would make a lie of the page. */
const NOT_SERVED = ['attachments', 'markdown_text', 'as_user', 'username', 'icon_emoji', 'icon_url', 'file_ids'];

/** Refuses a call that asks for what the sandbox does not do. */
export function refuseUnserved(call: Call, names: readonly string[]): void {
  const strange = names.filter((name) => jsonArg(call, name) !== undefined);
  if (strange.length > 0) refuseArguments(strange.map((name) => `the sandbox does not serve [json-pointer:/${name}]`));
}

/** Text and blocks of a call, refused in Slack's shapes. */
export function contentArg(call: Call): Content {
  refuseUnserved(call, NOT_SERVED);
  return checkedContent(textArg(call, 'text'), jsonArg(call, 'blocks'));
}

/** What Slack adds to its answer where it cut the text. An app should cut for itself, so it is a complaint besides. */
export function cutWarning(call: Call): { response_metadata?: { warnings: string[] } } {
  if ((textArg(call, 'text')?.length ?? 0) <= LONGEST_TEXT) return {};
  call.engine.journal.complain(`${call.method}: message_truncated`);
  return { response_metadata: { warnings: ['message_truncated'] } };
}

/** The same check for text and blocks that came another way (an ack, a response_url). */
export function checkedContent(givenText: string | undefined, givenBlocks: unknown): Content {
  const text = (givenText ?? '').slice(0, LONGEST_TEXT);
  const hasBlocks = givenBlocks !== undefined && !(Array.isArray(givenBlocks) && givenBlocks.length === 0);
  if (hasBlocks && !Array.isArray(givenBlocks)) refuse('invalid_blocks_format');
  const faults = validateMessage({ text, ...(hasBlocks ? { blocks: givenBlocks } : {}) });
  if (faults.some((fault) => fault.message === 'msg_blocks_too_long')) refuse('msg_blocks_too_long');
  if (faults.length > 0) refuseBlocks(faults);
  if (!text && !hasBlocks) refuse('no_text');
  const blocks = hasBlocks ? (givenBlocks as KnownBlock[]) : [];
  return { text, blocks };
}

function refuseBlocks(faults: Fault[]): never {
  const errors = faults.map(worded);
  return refuse('invalid_blocks', {
    errors,
    response_metadata: { messages: errors.map((text) => `[ERROR] ${text}`) },
  });
}

/** A fault as Slack words it: the message, then where. */
export function worded({ message, pointer }: Fault): string {
  return `${message} [json-pointer:${pointer}]`;
}

/** The metadata of a call: undefined where none is given, null where `{}` takes it away. */
export function metadataArg(call: Call): MessageMetadata | null | undefined {
  const value = jsonArg(call, 'metadata');
  if (value === undefined) return undefined;
  if (!isObject(value)) return refuse('invalid_metadata_format');
  if (Object.keys(value).length === 0) return null;
  const { event_type: type, event_payload: payload, ...others } = value;
  // An empty type, and keys beside the two, are refused. (assumed; entities of Work Objects are not served)
  const isFormed = typeof type === 'string' && type !== '' && isObject(payload) && Object.keys(others).length === 0;
  if (!isFormed) return refuse('invalid_metadata_format');
  if (Buffer.byteLength(JSON.stringify(value)) > LARGEST_METADATA_BYTES) return refuse('metadata_too_large');
  return value as unknown as MessageMetadata;
}
