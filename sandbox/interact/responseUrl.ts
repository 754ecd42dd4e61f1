import { isObject, type Args } from '../api/body.ts';
import { checkedContent, type Content } from '../api/content.ts';
import { refusalOf, refuse } from '../api/refuse.ts';
import type { Engine } from '../core/engine.ts';
import { addMessage, identified, removeMessage, storedMessage } from '../core/messages.ts';
import { showMessage } from '../core/shown.ts';
import type { Channel, Message, ResponseUrl } from '../core/types.ts';
import { emitMessage } from '../deliver/events.ts';

/** docs.slack.dev, handling user interaction: five uses within thirty minutes. */
const USES = 5;
const LIFE_MS = 30 * 60_000;

/** A new response_url for what a person just did in a channel. */
export function createResponseUrl(engine: Engine, given: Omit<ResponseUrl, 'id' | 'uses' | 'sentMs'>): string {
  const { random, clock, responseUrls } = engine.world;
  const id = `${random.digits(12)}/${random.hex(24)}`;
  responseUrls.set(id, { ...given, id, uses: 0, sentMs: clock.now() });
  return `${engine.baseUrl}/response/${id}`;
}

/** A POST to a response_url. (assumed: the status and the words after its end) */
export function useResponseUrl(
  engine: Engine,
  id: string,
  args: Args,
): { status: number; body: Record<string, unknown> } {
  const startedMs = engine.stopwatch();
  const { status, body } = answerOf(engine, id, args);
  const outcome = status === 200 && body['ok'] === true ? 'ok' : String(body['error']);
  const entry = engine.journal.add({
    direction: 'from app',
    kind: 'response_url',
    name: 'response_url',
    what: 'response_url',
    outcome,
    tookMs: Math.round(engine.stopwatch() - startedMs),
    payload: args,
    answer: body,
    again: false,
  });
  if (outcome !== 'ok') engine.journal.complain(`response_url: ${outcome}`, { entry });
  return { status, body };
}

function answerOf(engine: Engine, id: string, args: Args): { status: number; body: Record<string, unknown> } {
  const url = engine.world.responseUrls.get(id);
  if (!url || engine.world.clock.now() - url.sentMs > LIFE_MS) return failure('expired_url');
  if (url.uses >= USES) return failure('used_url');
  try {
    write(engine, url, args);
    url.uses += 1;
    return { status: 200, body: { ok: true } };
  } catch (thrown) {
    const refusal = refusalOf(thrown);
    if (!refusal) throw thrown;
    return { status: 200, body: { ok: false, ...refusal } };
  }
}

function failure(error: string): { status: number; body: Record<string, unknown> } {
  return { status: 404, body: { ok: false, error } };
}

function write(engine: Engine, url: ResponseUrl, args: Args): void {
  // (assumed: which error a channel gets that was deleted since)
  const channel = engine.world.channels.get(url.channel) ?? refuse('channel_not_found');
  if (args['delete_original'] === true && url.original) {
    removeMessage(engine.world, channel, url.original.ts);
    return;
  }
  const content = checkedContent(typeof args['text'] === 'string' ? args['text'] : undefined, args['blocks']);
  const original = args['replace_original'] === true ? originalOf(channel, url) : undefined;
  if (original) replace(engine, channel, original, content);
  else writeNew(engine, url, channel, content, args);
}

function originalOf(channel: Channel, url: ResponseUrl): Message | undefined {
  const ts = url.original?.ts ?? '';
  return storedMessage(channel, ts) ?? channel.ephemerals.find((message) => message.ts === ts);
}

function replace(engine: Engine, channel: Channel, message: Message, content: Content): void {
  message.text = content.text;
  message.blocks = identified(engine.world, content.blocks);
  showMessage(engine.world, channel, message);
  engine.world.changed();
}

function writeNew(engine: Engine, url: ResponseUrl, channel: Channel, content: Content, args: Args): void {
  const threadTs = typeof args['thread_ts'] === 'string' ? args['thread_ts'] : url.threadTs;
  writeForApp(engine, channel, content, {
    onlyFor: args['response_type'] === 'in_channel' ? undefined : url.user,
    threadTs,
  });
}

/** Writes a message of the app's that came by a response_url or an ack; unlike chat.*, membership does not matter. */
export function writeForApp(
  engine: Engine,
  channel: Channel,
  content: Content,
  to: { onlyFor: string | undefined; threadTs?: string | undefined },
): void {
  const user = engine.world.app.botUserId;
  const { text, blocks } = content;
  const message = addMessage(engine.world, channel, { user, byApp: true, text, blocks, ...to });
  if (!to.onlyFor) emitMessage(engine, channel, message);
}

/** The text of an ack: a bare string, or `{ text, blocks, response_type }`. undefined: the app had nothing to say. */
export function spokenAck(payload: unknown): { content: Content; inChannel: boolean } | undefined {
  const said = typeof payload === 'string' ? { text: payload } : payload;
  if (!isObject(said) || (!said['text'] && !said['blocks'])) return undefined;
  const text = typeof said['text'] === 'string' ? said['text'] : undefined;
  return { content: checkedContent(text, said['blocks']), inChannel: said['response_type'] === 'in_channel' };
}
