/** Slack's way with text: three characters are escaped, and angle brackets mean something. */
import type { RichTextBlock, RichTextElement } from '@slack/types';
import type { World } from './world.ts';

/** Escapes the three characters that Slack escapes (docs.slack.dev, formatting message text). */
function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The reverse of `escapeText`. */
export function unescapeText(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

const BROADCASTS = ['channel', 'here', 'everyone'] as const;
type Broadcast = (typeof BROADCASTS)[number];
type Token =
  | { kind: 'text'; text: string }
  | { kind: 'user'; id: string; name: string }
  | { kind: 'channel'; id: string; name: string }
  | { kind: 'broadcast'; range: Broadcast }
  | { kind: 'link'; url: string };

/** What a person typed, cut into plain text and the things that Slack's own client recognises. */
function tokenize(world: World, typed: string): Token[] {
  const tokens: Token[] = [];
  let from = 0;
  for (const match of typed.matchAll(/(?<![\w@#])[@#][\p{L}\p{N}._-]+|https?:\/\/[^\s<>|]+/gu)) {
    const token = recognise(world, match[0].replace(/[.,]+$/, ''));
    if (!token) continue;
    const length = match[0].replace(/[.,]+$/, '').length;
    if (match.index > from) tokens.push({ kind: 'text', text: typed.slice(from, match.index) });
    tokens.push(token);
    from = match.index + length;
  }
  if (from < typed.length) tokens.push({ kind: 'text', text: typed.slice(from) });
  return tokens;
}

function recognise(world: World, word: string): Token | undefined {
  if (word.startsWith('http')) return { kind: 'link', url: word };
  const name = word.slice(1);
  if (word.startsWith('#')) {
    const channel = [...world.channels.values()].find((one) => one.kind !== 'im' && one.name === name);
    return channel && { kind: 'channel', id: channel.id, name };
  }
  const range = BROADCASTS.find((one) => one === name);
  if (range) return { kind: 'broadcast', range };
  const user = [...world.users.values()].find((one) => one.handle === name);
  return user && { kind: 'user', id: user.id, name };
}

/** The text of a command as the app gets it: escaped, and with `should_escape` names turned into ids. */
export function commandText(world: World, typed: string, shouldEscape: boolean): string {
  if (!shouldEscape) return escapeText(typed);
  return tokenize(world, typed)
    .map((token) => {
      if (token.kind === 'user') return `<@${token.id}|${token.name}>`;
      if (token.kind === 'channel') return `<#${token.id}|${token.name}>`;
      if (token.kind === 'link') return `<${escapeText(token.url)}>`;
      return token.kind === 'broadcast' ? `<!${token.range}>` : escapeText(token.text);
    })
    .join('');
}

/** A message that a person typed: the text as Slack stores it, and the rich text block that its client sends. */
export function typedMessage(world: World, typed: string): { text: string; blocks: RichTextBlock[] } {
  const tokens = tokenize(world, typed);
  const text = tokens
    .map((token) => {
      if (token.kind === 'user') return `<@${token.id}>`;
      if (token.kind === 'channel') return `<#${token.id}|${token.name}>`;
      if (token.kind === 'link') return `<${escapeText(token.url)}>`;
      return token.kind === 'broadcast' ? `<!${token.range}>` : escapeText(token.text);
    })
    .join('');
  const elements = tokens.map(richElement);
  const block: RichTextBlock = {
    type: 'rich_text',
    block_id: world.random.hex(5),
    elements: [{ type: 'rich_text_section', elements }],
  };
  return { text, blocks: [block] };
}

function richElement(token: Token): RichTextElement {
  if (token.kind === 'user') return { type: 'user', user_id: token.id };
  if (token.kind === 'channel') return { type: 'channel', channel_id: token.id };
  if (token.kind === 'broadcast') return { type: 'broadcast', range: token.range };
  return token.kind === 'link' ? { type: 'link', url: token.url } : { type: 'text', text: token.text };
}
