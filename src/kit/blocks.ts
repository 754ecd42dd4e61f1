import type { Button, KnownBlock, RichTextElement, RichTextSection, View } from '@slack/types';
import { formatInstant } from './calendar.ts';
import type { Locale } from './locale.ts';
import type { Person } from './person.ts';

/** Whom a message is for. A message made for one cannot be sent to another: the compiler sees it. */
export const AUDIENCES = ['team', 'client', 'person'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** What is posted: blocks, and the text that a phone's notification and a screen reader show, which stands alone. */
export type Message<A extends Audience = Audience> = {
  readonly audience: A;
  readonly blocks: KnownBlock[];
  readonly text: string;
};

export const message = <A extends Audience>(audience: A, text: string, blocks: KnownBlock[]): Message<A> => ({
  audience,
  text,
  blocks,
});

/** `mrkdwn` of ours. `verbatim` keeps Slack from making links and mentions of what looks like them in names. */
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text, verbatim: true }) as const;
/** `emoji: false`: a name with `:tea:` in it is shown as it was typed. */
const plain = (text: string) => ({ type: 'plain_text', text, emoji: false }) as const;

export const section = (text: string, accessory?: Button): KnownBlock =>
  accessory ? { type: 'section', text: mrkdwn(text), accessory } : { type: 'section', text: mrkdwn(text) };

/** Plain text, for a line of a list that has a button: what people typed stays as it is. */
export const plainSection = (text: string, accessory: Button): KnownBlock => ({
  type: 'section',
  text: plain(text),
  accessory,
});

/** Facts in two columns: a bold label over its value, both `mrkdwn`. At most ten (docs.slack.dev, section block). */
export const facts = (pairs: readonly (readonly [label: string, value: string])[]): KnownBlock => ({
  type: 'section',
  fields: pairs.map(([label, value]) => mrkdwn(`*${label}*\n${value}`)),
});

/** What is to be seen before anything else: plain text, with a sign before it. */
export const warning = (text: string): KnownBlock => rich({ type: 'emoji', name: 'warning' }, run(` ${text}`));

export const heading = (text: string): KnownBlock => ({ type: 'header', text: plain(text) });
export const divider = (): KnownBlock => ({ type: 'divider' });
export const context = (text: string): KnownBlock => ({ type: 'context', elements: [mrkdwn(text)] });

export const buttons = (blockId: string, elements: Button[]): KnownBlock => ({
  type: 'actions',
  block_id: blockId,
  elements,
});

export type ButtonParts = {
  /** The action id, `feature.verb`. */
  id: string;
  text: string;
  value: string;
  style?: 'primary' | 'danger';
  confirm?: { title: string; text: string; yes: string; no: string };
};

export function button({ id, text, value, style, confirm }: ButtonParts): Button {
  return {
    type: 'button',
    action_id: id,
    text: plain(text),
    value,
    ...(style ? { style } : {}),
    ...(confirm ? { confirm: dialog(confirm) } : {}),
  };
}

const dialog = (parts: { title: string; text: string; yes: string; no: string }) => ({
  title: plain(parts.title),
  text: plain(parts.text),
  confirm: plain(parts.yes),
  deny: plain(parts.no),
});

/** A run of text in a rich text block. It is shown as it is typed: nothing in it can format, link or mention. */
export const run = (
  text: string,
  style?: { bold?: true; strike?: true; italic?: true; code?: true },
): RichTextElement => (style ? { type: 'text', text, style } : { type: 'text', text });

export const bold = (text: string): RichTextElement => run(text, { bold: true });

/** An instant as each reader's own clock shows it, in a rich text block. */
export const when = (instant: Date, locale: Locale): RichTextElement => ({
  type: 'date',
  timestamp: Math.floor(instant.getTime() / 1000),
  format: '{date_short_pretty} {time}',
  fallback: formatInstant(instant, locale),
});

/** A link in a rich text block, in bold: its text is shown as it is typed. */
export const linked = (url: string, text: string): RichTextElement => ({
  type: 'link',
  url,
  text,
  style: { bold: true },
});

/** A channel in a rich text block, by Slack's id. */
export const inChannel = (channel: string): RichTextElement => ({ type: 'channel', channel_id: channel });

/** A person in a rich text block: a real mention. */
export const who = (person: Person): RichTextElement => ({ type: 'user', user_id: person.user });

export const paragraph = (elements: RichTextElement[]): RichTextSection => ({ type: 'rich_text_section', elements });

/** Somebody's own words, set apart from ours. */
export const quote = (elements: RichTextElement[]): KnownBlock => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_quote', elements }],
});

/** One paragraph of rich text: where a sentence of ours holds what people typed. */
export const rich = (...elements: RichTextElement[]): KnownBlock => richText([paragraph(elements)]);

export const richText = (sections: RichTextSection[]): KnownBlock => ({ type: 'rich_text', elements: sections });

export type Modal = View & { type: 'modal' };

export type ModalParts = {
  /** The callback id, `feature.verb`. */
  id: string;
  /** 24 characters at most, in both languages. */
  title: string;
  /** Says the result ("Send to client"), 24 characters at most; absent where there is nothing to submit. */
  submit?: string;
  close: string;
  metadata?: string;
  blocks: KnownBlock[];
};

export const modal = ({ id, title, submit, close, metadata, blocks }: ModalParts): Modal => ({
  type: 'modal',
  callback_id: id,
  title: plain(title),
  ...(submit ? { submit: plain(submit) } : {}),
  close: plain(close),
  ...(metadata ? { private_metadata: metadata } : {}),
  blocks,
});
