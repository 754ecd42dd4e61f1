import type { Button, KnownBlock, RichTextElement, RichTextSection, View } from '@slack/types';
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
const plain = (text: string) => ({ type: 'plain_text', text, emoji: true }) as const;

export const section = (text: string, accessory?: Button): KnownBlock =>
  accessory ? { type: 'section', text: mrkdwn(text), accessory } : { type: 'section', text: mrkdwn(text) };

/** Facts in two columns: a bold label over its value, both `mrkdwn`. At most ten (docs.slack.dev, section block). */
export const facts = (pairs: readonly (readonly [label: string, value: string])[]): KnownBlock => ({
  type: 'section',
  fields: pairs.map(([label, value]) => mrkdwn(`*${label}*\n${value}`)),
});

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
export const run = (text: string, style?: { bold?: true; strike?: true; italic?: true }): RichTextElement =>
  style ? { type: 'text', text, style } : { type: 'text', text };

/** A person in a rich text block: a real mention. */
export const who = (person: Person): RichTextElement => ({ type: 'user', user_id: person.user });

export const paragraph = (elements: RichTextElement[]): RichTextSection => ({ type: 'rich_text_section', elements });

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
