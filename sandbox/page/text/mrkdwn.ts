/** Reads Slack's mrkdwn into a small tree. Pure, so that what a text means can be looked at without a browser. */
import { unescape } from './emoji.ts';

export type Span =
  | { is: 'text'; text: string }
  | { is: 'bold' | 'italic' | 'strike'; of: Span[] }
  | { is: 'code'; text: string }
  | { is: 'link'; href: string; label: string }
  | { is: 'user'; id: string }
  | { is: 'channel'; id: string; label: string }
  | { is: 'broadcast'; range: string }
  | { is: 'date'; at: number; tokens: string; href: string | undefined; fallback: string }
  | { is: 'emoji'; name: string };

export type Passage = { is: 'text' | 'quote'; lines: Span[][] } | { is: 'pre'; text: string };

const MARKS = { '*': 'bold', _: 'italic', '~': 'strike' } as const;
const isMark = (char: string): char is keyof typeof MARKS => char in MARKS;
/** Letters of every script: as in Slack, a mark inside a word, or set against a Chinese character, does not format. */
const isWord = (char: string | undefined) => char !== undefined && /[\p{L}\p{N}]/u.test(char);
const isSpace = (char: string | undefined) => char === undefined || /\s/.test(char);

const TOKEN = /^(?:`([^`\n]+)`|<([^<>\n]+)>|:([a-z0-9_+'-]+):)/;
const BARE_URL = /^https?:\/\/[^\s<>|]+[^\s<>|.,;:!?)\]'"，。；：！？）]/;

export function parseMrkdwn(text: string, options: { verbatim: boolean }): Passage[] {
  return text.split(/```/).flatMap((part, index, all): Passage[] => {
    // An odd part stands between two fences; a fence that is never closed is plain text.
    if (index % 2 === 1 && index < all.length - 1) return [{ is: 'pre', text: unescape(part.replace(/^\n|\n$/g, '')) }];
    const plain = index % 2 === 1 ? `\`\`\`${part}` : part;
    return passagesOf(trimAroundFences(plain, index > 0, index < all.length - 1), options.verbatim);
  });
}

function trimAroundFences(text: string, afterFence: boolean, beforeFence: boolean): string {
  let trimmed = text;
  if (afterFence) trimmed = trimmed.replace(/^\n/, '');
  if (beforeFence) trimmed = trimmed.replace(/\n$/, '');
  return trimmed;
}

function passagesOf(text: string, verbatim: boolean): Passage[] {
  const passages: { is: 'text' | 'quote'; lines: Span[][] }[] = [];
  if (text === '') return passages;
  for (const line of text.split('\n')) {
    const quoted = /^(?:&gt;|>) ?/.exec(line);
    const is = quoted ? 'quote' : 'text';
    const spans = parseLine(quoted ? line.slice(quoted[0].length) : line, verbatim);
    const last = passages.at(-1);
    if (last?.is === is) last.lines.push(spans);
    else passages.push({ is, lines: [spans] });
  }
  return passages;
}

function parseLine(line: string, verbatim: boolean): Span[] {
  const spans: Span[] = [];
  let plain = '';
  const push = (span: Span) => {
    if (plain !== '') spans.push({ is: 'text', text: unescape(plain) });
    plain = '';
    spans.push(span);
  };
  for (let at = 0; at < line.length;) {
    const found = tokenAt(line, at, verbatim);
    if (found) push(found.span);
    else plain += line[at];
    at += found?.length ?? 1;
  }
  if (plain !== '') spans.push({ is: 'text', text: unescape(plain) });
  return spans;
}

function tokenAt(line: string, at: number, verbatim: boolean): { span: Span; length: number } | null {
  const rest = line.slice(at);
  const char = line.charAt(at);
  const [whole, code, angled, emoji] = TOKEN.exec(rest) ?? [];
  if (whole && code) return { span: { is: 'code', text: unescape(code) }, length: whole.length };
  if (whole && angled) return { span: angledSpan(angled), length: whole.length };
  if (whole && emoji) return { span: { is: 'emoji', name: emoji }, length: whole.length };
  const url = !verbatim && char === 'h' && !isWord(line[at - 1]) ? BARE_URL.exec(rest)?.[0] : undefined;
  if (url) return { span: { is: 'link', href: unescape(url), label: unescape(url) }, length: url.length };
  if (!isMark(char)) return null;
  const end = closingMark(line, at);
  if (end === null) return null;
  return { span: { is: MARKS[char], of: parseLine(line.slice(at + 1, end), verbatim) }, length: end + 1 - at };
}

function closingMark(line: string, at: number): number | null {
  if (isWord(line[at - 1]) || isSpace(line[at + 1])) return null;
  for (let end = at + 1; end < line.length; end++) {
    const skipped = TOKEN.exec(line.slice(end))?.[0];
    if (skipped) end += skipped.length - 1;
    else if (line[end] === line[at] && end > at + 1 && !isSpace(line[end - 1]) && !isWord(line[end + 1])) return end;
  }
  return null;
}

/** `<...>`: what it is stands in its first character; the label follows the LAST bar. */
function angledSpan(inner: string): Span {
  const bar = inner.lastIndexOf('|');
  const target = bar === -1 ? inner : inner.slice(0, bar);
  const label = unescape(bar === -1 ? '' : inner.slice(bar + 1));
  if (/^@[UWB]/.test(target)) return { is: 'user', id: target.slice(1) };
  if (target.startsWith('#')) return { is: 'channel', id: target.slice(1), label };
  if (target.startsWith('!date^')) {
    const [, at, tokens = '', href] = target.split('^');
    return { is: 'date', at: Number(at), tokens, href, fallback: label };
  }
  if (target.startsWith('!')) return { is: 'broadcast', range: label || (target.slice(1).split('^')[0] ?? '') };
  return { is: 'link', href: unescape(target), label: label || unescape(target.replace(/^mailto:/, '')) };
}
