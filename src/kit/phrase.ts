import type { RichTextElement } from '@slack/types';
import { run } from './blocks.ts';

/** Around the name of a place in a sentence; no sentence and no ICU message contains it. */
const MARK = '\u0000';

/**
 * A sentence as rich text, with elements in its places: what people typed stands there as they typed it, and cannot format,
 * link or mention. The order of the places is the language's own.
 *
 * @example phrase(words.joinerTitle, { who: who(person), project: bold(name) })
 */
export function phrase<P extends string>(
  sentence: (places: Record<P, string>) => string,
  elements: Readonly<Record<P, RichTextElement | readonly RichTextElement[]>>,
): RichTextElement[] {
  const names = Object.keys(elements) as P[];
  const marked = Object.fromEntries(names.map((name) => [name, `${MARK}${name}${MARK}`])) as Record<P, string>;
  const parts = sentence(marked).split(MARK);
  // Every second part is the name of a place.
  return parts.flatMap((part, index) => {
    if (index % 2 === 1) return [elements[part as P]].flat();
    return part === '' ? [] : [run(part)];
  });
}
