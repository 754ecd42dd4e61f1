import { z } from 'zod';
import { localeSchema } from './locale.ts';

/**
 * A document to print. All texts are plain, as people wrote them: nothing is escaped, a line break is `\n`. It says what stands
 * on the paper and in which order, never how it looks.
 */
export const paperSchema = z.object({
  language: localeSchema,
  /** With its ending; see `paperName`. */
  fileName: z.string(),
  /** The company whose document it is. */
  author: z.string(),
  /** What sort of document it is, over the title. */
  kind: z.string(),
  title: z.string(),
  /** When what it shows was made: the same thing printed again is the same file. */
  madeAt: z.iso.datetime(),
  facts: z.array(z.object({ label: z.string(), value: z.string() })),
  /** What the reader is asked to do, before the lines. */
  intro: z.string(),
  /** Lines under what they answer, by the numbers that they are spoken of by. `isOpen`: there is no answer yet. */
  sections: z.array(
    z.object({
      heading: z.string(),
      lines: z.array(
        z.object({
          number: z.int(),
          text: z.string(),
          isOpen: z.boolean(),
          /** Below it, small: who, when, by which hash. */
          note: z.string().optional(),
        }),
      ),
    }),
  ),
  /** Stands together under its heading, at the end. */
  closing: z.object({ heading: z.string(), paragraphs: z.array(z.string()) }),
  /** At the foot of every page, beside the page's number: what it is about, and, never shortened, which one exactly. */
  footer: z.object({ named: z.string(), exact: z.string() }),
  phrases: z.object({
    /** With `{page}` and `{pages}`: how many there are is only known when it is printed. */
    page: z.string(),
    /** With `{heading}`: over what goes on from the page before. */
    continued: z.string(),
    /** At the end of a document in which a character had to be shown by its number. */
    unprintable: z.string(),
  }),
});
export type Paper = z.infer<typeof paperSchema>;

/** Fills a phrase of a paper, such as `Page {page} of {pages}`. */
export const filled = (phrase: string, values: Readonly<Record<string, string | number>>): string =>
  phrase.replaceAll(/\{([a-z]+)\}/gu, (whole, name: string) => String(values[name] ?? whole));

/** Longer names are cut off by file systems: 255 bytes, and a Chinese character takes three. */
const NAME_MAX = 60;

/**
 * The name of a file, of words that people typed: no character that a file system refuses, or that could be read as a path, a
 * command or another ending.
 * @param named what it is about; shortened where it is long
 * @param exact what tells it from others, never shortened; with the ending
 */
export function paperName(named: readonly string[], exact: string): string {
  const words = named.map((text) => plain(text)).filter((text) => text !== '');
  const kept = Array.from(words.join(' ')).slice(0, NAME_MAX).join('').trim();
  return [kept, exact].filter((part) => part !== '').join(' ');
}

const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
