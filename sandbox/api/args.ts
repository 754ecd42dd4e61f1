/** Reading arguments: a form knows only strings, JSON knows more, and Slack accepts both. */
import type { Engine } from '../core/engine.ts';
import type { Channel, User } from '../core/types.ts';
import { isObject, type Args } from './body.ts';
import { refuse, refuseArguments } from './refuse.ts';

/** One call in progress. */
export type Call = { engine: Engine; method: string; args: Args };

/**
 * Refuses a call that lacks an argument. One that the method does not know is ignored, as Slack ignores it, and complained
 * about: it is a mistake of the app's that Slack would never have told of.
 */
export function checkArguments(call: Call, spec: { required: readonly string[]; optional: readonly string[] }): void {
  const missing = spec.required.filter((name) => call.args[name] === undefined);
  if (missing.length > 0) refuseArguments(missing.map((name) => `missing required field: ${name}`));
  // Slack takes the token from here, too; Bolt adds the team to every call; and undefined is what the SDK does not send.
  const known = ['token', 'team_id', ...spec.required, ...spec.optional];
  for (const [name, value] of Object.entries(call.args)) {
    if (value !== undefined && !known.includes(name)) {
      call.engine.journal.complain(`${call.method}: the argument ${name} is not known to it`);
    }
  }
}

/** A text argument; undefined where it is absent or empty. */
export function textArg(call: Call, name: string): string | undefined {
  const value = call.args[name];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Whether a text has the form of a `ts`: seconds, and micros where Slack gave them. */
export function isTimestamp(text: string): boolean {
  return /^\d{10}(\.\d{1,6})?$/.test(text);
}

/** A yes-or-no argument, `fallback` where it is absent. */
export function flagArg(call: Call, name: string, fallback = false): boolean {
  const value = call.args[name];
  if (value === undefined || value === '') return fallback;
  return value === true || value === 'true' || value === '1' || value === 1;
}

/** A count from 1 to `most`; more than that is cut, as Slack does. */
export function countArg(call: Call, name: string, fallback: number, most: number): number {
  const value = Number(textArg(call, name) ?? fallback);
  if (!Number.isInteger(value) || value < 1) return refuse('invalid_limit');
  return Math.min(value, most);
}

/** A list of ids: comma separated, or an array. */
export function listArg(call: Call, name: string): string[] {
  const value = jsonArg(call, name);
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'string' ? value.split(',').filter(Boolean) : [];
}

/** An object or array, which a form carries as JSON text. Text that is no JSON comes back as it is. */
export function jsonArg(call: Call, name: string): unknown {
  const value = call.args[name];
  if (typeof value !== 'string') return value;
  if (value === '') return undefined;
  try {
    const parsed: unknown = JSON.parse(value);
    return typeof parsed === 'object' ? parsed : value;
  } catch {
    return value;
  }
}

/** An argument that must be an object. */
export function objectArg(call: Call, name: string): Record<string, unknown> {
  const value = jsonArg(call, name);
  return isObject(value) ? value : refuseArguments([`must provide an object [json-pointer:/${name}]`]);
}

/** The channel of the call, if the bot can know of it: a private one it is not in does not exist for it. */
export function channelArg(call: Call, name = 'channel'): Channel {
  const { world } = call.engine;
  const channel = world.channels.get(textArg(call, name) ?? '');
  if (!channel || (channel.kind !== 'public' && !isIn(call, channel))) return refuse('channel_not_found');
  return channel;
}

/** The channel of the call, with the bot a member of it. */
export function ownChannelArg(call: Call, name = 'channel'): Channel {
  const channel = channelArg(call, name);
  return isIn(call, channel) ? channel : refuse('not_in_channel');
}

/** Whether the bot is a member. */
export function isIn(call: Call, channel: Channel): boolean {
  return channel.members.includes(call.engine.world.app.botUserId);
}

/** The person of the call. */
export function userArg(call: Call, name = 'user'): User {
  return call.engine.world.users.get(textArg(call, name) ?? '') ?? refuse('user_not_found');
}

/** Where a post goes, under one name: for the limits a person's id and their direct messages are the same place. */
export function postTarget(call: Call): string | undefined {
  const { channels, app } = call.engine.world;
  const id = textArg(call, 'channel');
  const channel = channels.get(id ?? '');
  return channel?.kind === 'im' ? channel.members.find((member) => member !== app.botUserId) : id;
}

/** One page of a list, and where the next one starts. A cursor is good for the list that gave it and for no other. */
export function page<T>(call: Call, items: T[], limit: number): { items: T[]; nextCursor: string } {
  const list = [call.method, textArg(call, 'channel'), textArg(call, 'ts')].join(' ');
  const cursor = textArg(call, 'cursor');
  const [of, from] = cursor === undefined ? [list, '0'] : Buffer.from(cursor, 'base64').toString().split('>');
  if (of !== list) return refuse('invalid_cursor');
  const start = Number(from);
  const end = start + limit;
  const nextCursor = end < items.length ? Buffer.from(`${list}>${end}`).toString('base64') : '';
  return { items: items.slice(start, end), nextCursor };
}
