/** Small valid pieces of Block Kit, and the two cases that every limit gets: at the limit, and one over. */
import type { Fault } from '../../../sandbox/blockkit/validate.ts';

export type Json = Record<string, unknown>;
/** A payload with the faults it must be given, in order; none when Slack accepts it. */
export type Case = { name: string; payload: unknown; faults: Fault[] };

export const fault = (message: string, pointer: string): Fault => ({ message, pointer });
export const chars = (count: number): string => 'x'.repeat(count);
export const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

export const plain = (text: string): Json => ({ type: 'plain_text', text });
export const mrkdwn = (text: string): Json => ({ type: 'mrkdwn', text });
export const option = (value: string, more: Json = {}): Json => ({ text: plain(value), value, ...more });
export const options = (count: number): Json[] => times(count, (i) => option(`o${i}`));
export const confirm = (more: Json = {}): Json => ({
  title: plain('Sure?'),
  text: mrkdwn('It cannot be undone'),
  confirm: plain('Yes'),
  deny: plain('No'),
  ...more,
});

export const section = (more: Json = {}): Json => ({ type: 'section', text: mrkdwn('Hello'), ...more });
export const actions = (...elements: Json[]): Json => ({ type: 'actions', elements });
export const input = (element: Json, more: Json = {}): Json => ({
  type: 'input',
  label: plain('Why?'),
  element,
  ...more,
});
export const divider: Json = { type: 'divider' };
export const richText = (...elements: Json[]): Json => ({ type: 'rich_text', elements });
export const line = (...elements: Json[]): Json => ({ type: 'rich_text_section', elements });

export const button = (more: Json = {}): Json => ({ type: 'button', action_id: 'go', text: plain('Go'), ...more });
export const select = (more: Json = {}): Json => ({
  type: 'static_select',
  action_id: 's',
  options: options(2),
  ...more,
});
export const textInput = (more: Json = {}): Json => ({ type: 'plain_text_input', action_id: 't', ...more });
export const picture = (more: Json = {}): Json => ({
  type: 'image',
  alt_text: 'A key visual',
  image_url: 'https://example.com/a.png',
  ...more,
});

export const message = (...blocks: Json[]): Json => ({ blocks });
export const modal = (more: Json = {}): Json => ({
  type: 'modal',
  title: plain('Brief'),
  submit: plain('Save'),
  blocks: [section()],
  ...more,
});
export const home = (more: Json = {}): Json => ({ type: 'home', blocks: [section()], ...more });

/** A payload that is accepted as it is. */
export const good = (name: string, payload: unknown): Case => ({ name, payload, faults: [] });
/** A payload with one fault. */
export const bad = (name: string, payload: unknown, message: string, pointer: string): Case => ({
  name,
  payload,
  faults: [fault(message, pointer)],
});

/** A limit on characters or items: accepted at `most`, refused one over, in Slack's words for `kind`. */
export function atMost(
  most: number,
  kind: 'characters' | 'items' | 'number',
  make: (count: number) => unknown,
  pointer: string,
): Case[] {
  const words = {
    characters: `must be less than ${most + 1} characters`,
    items: `no more than ${most} items allowed`,
    number: `must be no more than ${most}`,
  };
  return [
    good(`${pointer}: ${most} ${kind} are accepted`, make(most)),
    bad(`${pointer}: ${most + 1} ${kind} are refused`, make(most + 1), words[kind], pointer),
  ];
}

/** A lower limit: accepted at `least`, refused one under. */
export function atLeast(
  least: number,
  kind: 'characters' | 'items' | 'number',
  make: (count: number) => unknown,
  pointer: string,
): Case[] {
  const words = {
    characters: `must be more than ${least - 1} characters`,
    items: `must provide at least ${least} items`,
    number: `must be no less than ${least}`,
  };
  return [
    good(`${pointer}: ${least} ${kind} are accepted`, make(least)),
    bad(`${pointer}: ${least - 1} ${kind} are refused`, make(least - 1), words[kind], pointer),
  ];
}
