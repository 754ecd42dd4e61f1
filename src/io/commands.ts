import { listed } from '../kit/i18n.ts';
import type { Locale } from '../kit/locale.ts';
import { nearest } from '../kit/nearest.ts';
import { escape, shorten, unescape } from '../kit/text.ts';
import type { CommandEntry } from './answers.ts';
import { ioWords } from './words.ts';

/** How much of what was typed is repeated in an answer. */
const SHOWN_OF_TYPED = 60;
/** A word further away than this share of its length is not a typing error. */
const NEAR = 0.5;
const EXAMPLES = 3;

/**
 * Finds what a command's text asks for: its first word, in any case, or the command alone where there is none.
 * @param text as Slack hands it over, escaped
 */
export function commandNamed<Deps>(command: string, text: string, entries: readonly CommandEntry<Deps>[]) {
  const [verb = '', ...rest] = unescape(text).trim().split(/\s+/u);
  const mine = entries.filter((entry) => entry.command === command);
  const entry = mine.find(({ verbs }) => (verb === '' ? verbs.length === 0 : verbs.includes(verb.toLowerCase())));
  return entry ? { entry, rest: rest.join(' ') } : null;
}

/** What is said of a word that no command has: the nearest one, and three examples. */
export function unknownVerb<Deps>(
  command: string,
  text: string,
  entries: readonly CommandEntry<Deps>[],
  locale: Locale,
): string {
  const typed = unescape(text).trim();
  const mine = entries.filter((entry) => entry.command === command);
  const firstWord = typed.split(/\s+/u)[0]?.toLowerCase() ?? '';
  const near = nearest(
    firstWord,
    mine.flatMap(({ verbs }) => verbs),
    (verb) => verb,
    NEAR,
  );
  const shown = escape(shorten(typed, SHOWN_OF_TYPED));
  const examples = listed(
    mine.slice(0, EXAMPLES).map((entry) => `\`${asTyped(entry, locale)}\``),
    locale,
  );
  const words = ioWords.in(locale);
  if (near === undefined) return words.unknownVerbNoNearest({ typed: shown, examples });
  return words.unknownVerb({ typed: shown, nearest: `${command} ${near}`, examples });
}

/** Verbs are listed English first, Chinese second. */
function asTyped<Deps>({ command, verbs }: CommandEntry<Deps>, locale: Locale): string {
  const verb = locale === 'zh' ? (verbs[1] ?? verbs[0]) : verbs[0];
  return verb === undefined ? command : `${command} ${verb}`;
}
