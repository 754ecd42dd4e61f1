import { shorten } from './text.ts';

/** A day as people type it: the longest is a month's name with a year. */
export const TYPED_DAY_LENGTH = 40;

/** What was typed behind a command: Slack's id of somebody, and the text of a day, neither of them read any further. */
export type Typed = { person: string | null; day: string | null };

/** A person as Slack puts them into a command (docs.slack.dev, slash commands: escaping). */
const MENTION = /<@([A-Z0-9]{1,30})(?:\|[^>]*)?>/u;
/** "until fri", "from 14 Mar", "到周五", "从周五起": the words around a day. */
const BEFORE = /^(?:until|till|to|from|on|直到|到|至|从|自)\s*/iu;
const AFTER = /\s*(?:起|开始|为止|止)$/u;
/** Before the stand-in or the new one, where somebody is named. */
const NAMING = /(?:^|\s)(?:to|with|by|由|给)\s*$/iu;

/**
 * What was typed behind a command, in any order: somebody, and a day.
 * @param text as typed, with Slack's own mentions
 * @returns Slack's user id, and what is left as the day's text, cut where it is longer than any; null where there is none
 */
export function typedIn(text: string): Typed {
  const found = MENTION.exec(text);
  const at = found?.index ?? text.length;
  const before = text.slice(0, at).replace(NAMING, '');
  const rest = `${before} ${text.slice(at + (found?.[0].length ?? 0))}`.trim();
  const day = rest.replace(BEFORE, '').replace(AFTER, '').trim();
  return { person: found?.[1] ?? null, day: day === '' ? null : shorten(day, TYPED_DAY_LENGTH) };
}

/** Somebody in a command, with what they are called there (docs.slack.dev, slash commands: escaping). */
const CALLED = /<@[A-Z0-9]{1,30}\|([^>]+)>/gu;

/** What was typed behind a command, as it was typed: "@tom" where Slack put an id. For texts in which nobody is acted upon. */
export const asTyped = (text: string): string => text.replaceAll(CALLED, '@$1');
