import type { RichTextElement } from '@slack/types';
import { type Message, message, rich, run } from '../kit/blocks.ts';
import type { Locale } from '../kit/locale.ts';
import { nearest } from '../kit/nearest.ts';
import { phrase } from '../kit/phrase.ts';
import { shorten, unescape } from '../kit/text.ts';
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

/** What is said of a word that no command has: the nearest one, and three examples. What was typed stands there as typed. */
export function unknownVerb<Deps>(
  command: string,
  text: string,
  entries: readonly CommandEntry<Deps>[],
  locale: Locale,
): Message<'person'> {
  const typed = shorten(unescape(text).trim(), SHOWN_OF_TYPED);
  const mine = entries.filter((entry) => entry.command === command);
  const firstWord = typed.split(/\s+/u)[0]?.toLowerCase() ?? '';
  const near = nearest(
    firstWord,
    mine.flatMap(({ verbs }) => verbs),
    (verb) => verb,
    NEAR,
  );
  const places = { typed: run(typed), examples: examplesOf(mine, locale) };
  const words = ioWords.in(locale);
  const said =
    near === undefined
      ? phrase(words.unknownVerbNoNearest, places)
      : phrase(words.unknownVerb, { ...places, nearest: code(`${command} ${near}`) });
  return message('person', words.unknownVerbFallback({ command }), [rich(...said)]);
}

function examplesOf<Deps>(entries: readonly CommandEntry<Deps>[], locale: Locale): RichTextElement[] {
  const shown = entries.slice(0, EXAMPLES).map((entry) => code(asTyped(entry, locale)));
  return shown.flatMap((example, index) => (index === 0 ? [example] : [run(' · '), example]));
}

const code = (text: string): RichTextElement => run(text, { code: true });

/** Verbs are listed English first, Chinese second. */
function asTyped<Deps>({ command, verbs }: CommandEntry<Deps>, locale: Locale): string {
  const verb = locale === 'zh' ? (verbs[1] ?? verbs[0]) : verbs[0];
  return verb === undefined ? command : `${command} ${verb}`;
}
