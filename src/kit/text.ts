import { formatInstant } from './calendar.ts';
import type { Locale } from './locale.ts';
import type { Person } from './person.ts';

/**
 * Escapes what a person typed for `mrkdwn` and for a message's `text`: exactly these three characters
 * (docs.slack.dev, formatting message text). Without it `<!channel>` typed into a brief would call a whole channel.
 */
export const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Slack hands over what people type already escaped; this is its inverse, so that we store what they typed. */
export const unescape = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** A mention, for `mrkdwn` only: it notifies where the message is posted, not where it is edited. */
export const mention = (person: Person): string => `<@${person.user}>`;

/** A person with the name that Slack showed for them; by name alone where they are not on Slack. */
export type Named = { person: Person | null; name: string | null };

/** A person by name: without a mention, which would notify them of what they did themselves. */
export const called = ({ person, name }: Named): string =>
  escape(name?.replaceAll(/[*_~`]/gu, '').trim() ?? '') || (person ? mention(person) : '?');

/** A person who is to act: mentioned, where they are on Slack. */
export const addressed = ({ person, name }: Named): string => (person ? mention(person) : called({ person, name }));

export const channelLink = (channel: string): string => `<#${channel}>`;

/** A link for `mrkdwn`. The address is ours, the label may be what a person typed. */
export const link = (address: string, label: string): string => `<${address}|${escape(label).replaceAll('|', '¦')}>`;

/**
 * An instant as each reader's own clock shows it, near ones as "today" and "yesterday". The fallback names its zone, because
 * it is read where the token is not understood.
 */
export const dateToken = (instant: Date, locale: Locale): string =>
  token(instant, '{date_short_pretty} {time}', locale);

/** The same with the date always written out: for evidence, which is read long afterwards. */
export const dayToken = (instant: Date, locale: Locale): string => token(instant, '{date_short} {time}', locale);

const token = (instant: Date, format: string, locale: Locale): string =>
  `<!date^${Math.floor(instant.getTime() / 1000)}^${format}|${formatInstant(instant, locale)}>`;

/** How long Slack may count a text: it counts after escaping, in a unit it does not document, so the larger is taken. */
export const slackLength = (text: string): number => escape(text).length;

/**
 * Cuts a text to at most `max` as Slack counts it, on a word where there is one near the end, with an ellipsis. Never
 * inside a surrogate pair. Takes and gives unescaped text.
 */
export function shorten(text: string, max: number): string {
  if (slackLength(text) <= max) return text;
  const kept = takeFrom(text, max - 1);
  const lastSpace = kept.search(/\s\S*$/u);
  const onWord = lastSpace > kept.length * 0.7 ? kept.slice(0, lastSpace) : kept;
  return `${onWord.trimEnd()}…`;
}

/** As many whole characters from the start of `text` as fit into `max` as Slack counts them. */
export function takeFrom(text: string, max: number): string {
  let used = 0;
  let end = 0;
  for (const character of text) {
    used += slackLength(character);
    if (used > max) break;
    end += character.length;
  }
  return text.slice(0, end);
}

/** Splits a long text into pieces that each fit, on words where possible. Nothing is left out: joined, they are the text. */
export function pieces(text: string, max: number): string[] {
  if (slackLength(text) <= max) return [text];
  // A single character goes in one piece, however small the pieces are to be.
  const head = takeFrom(text, max) || String.fromCodePoint(text.codePointAt(0) ?? 0);
  const lastBreak = Math.max(head.lastIndexOf(' '), head.lastIndexOf('\n'));
  const end = lastBreak > head.length * 0.7 ? lastBreak + 1 : head.length;
  const rest = text.slice(end);
  return rest === '' ? [head] : [text.slice(0, end), ...pieces(rest, max)];
}
