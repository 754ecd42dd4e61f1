import type { RichTextElement } from '@slack/types';
import { run, who } from '../kit/blocks.ts';
import type { Locale } from '../kit/locale.ts';
import { type Named, shorten } from '../kit/text.ts';
import { projectCardWords } from './words-card.ts';

/** Of each kind of thing a card names so many, and counts the others. */
export const NAMED = 5;
/** A name or an address. */
export const NAME = 80;

/** Somebody by name; mentioned where Slack told no name. */
export const personRun = ({ person, name }: Named, locale: Locale): RichTextElement => {
  const called = name?.trim() ?? '';
  if (called !== '') return run(shorten(called, NAME));
  return person ? who(person) : run(projectCardWords.in(locale).nobody());
};

/** These, the first few of them by what they are, with a comma between them. */
export function someOf<T>(
  all: readonly T[],
  each: (one: T) => readonly RichTextElement[],
  locale: Locale,
  most = NAMED,
) {
  const words = projectCardWords.in(locale);
  const named = all.slice(0, most);
  const more = all.length - named.length;
  const shown = named.flatMap((one, index) => [...(index === 0 ? [] : [run(words.comma())]), ...each(one)]);
  return more > 0 ? [...shown, run(`${words.comma()}${words.more({ count: more })}`)] : shown;
}
