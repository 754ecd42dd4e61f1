import type { KnownBlock, RichTextElement, RichTextSection } from '@slack/types';
import { type Part, pagesOf, quoted, said } from '../approval/views-pages.ts';
import { linked, paragraph, run } from '../kit/blocks.ts';
import { shortHash } from '../kit/chain.ts';
import type { Locale } from '../kit/locale.ts';
import { shorten } from '../kit/text.ts';
import type { DeliveredContent } from './model.ts';
import { deliverableWords } from './words.ts';

/** Of a file's name, or an address, inside a line. */
const NAME = 80;
/** Of a text on a card; the whole is one click away. */
const EXCERPT = 240;
/** A longer address stands there as text: it is opened from the window that shows the whole. */
const LINK = 500;
/** Of ten contents a card names these. */
const SHOWN = 4;

const MB = 1024 * 1024;

/** What a file is called. One that came by a form has no name until it was read. */
export const fileName = (name: string, locale: Locale): string =>
  name.trim() === '' ? deliverableWords.in(locale).aFile() : shorten(name, NAME);

/** In the unit in which people speak of it. @param size in bytes */
const sizeText = (size: number): string =>
  size < MB / 10 ? `${Math.ceil(size / 1024)} KB` : `${Math.round((size / MB) * 10) / 10} MB`;

/** What is known of a file: its size and hash, or why there is none. */
function fileFacts({ size, sha256, unread }: Extract<DeliveredContent, { is: 'file' }>, locale: Locale): string {
  const words = deliverableWords.in(locale);
  const known = [
    ...(size === null ? [] : [words.size({ size: sizeText(size) })]),
    ...(sha256 === null ? [] : [words.hash({ hash: shortHash(sha256) })]),
    ...(unread ? [words[`unread.${unread}`]()] : []),
  ];
  return (known.length > 0 ? known : [words.notReadYet()]).join(' · ');
}

/** One content in one line: a file with its hash, an address, or the beginning of a text. */
export function contentRuns(content: DeliveredContent, locale: Locale): RichTextElement[] {
  switch (content.is) {
    case 'file':
      return [run(fileName(content.name, locale), { bold: true }), run(` · ${fileFacts(content, locale)}`)];
    case 'link':
      return content.url.length > LINK
        ? [run(shorten(content.url, NAME))]
        : [linked(content.url, shorten(content.url, NAME))];
    case 'text':
      return [run(shorten(content.text, EXCERPT), { italic: true })];
  }
}

/** The contents of a version on a card, a line each. */
export function contentLines(contents: readonly DeliveredContent[], locale: Locale): RichTextSection[] {
  const words = deliverableWords.in(locale);
  const more = contents.length - SHOWN;
  return [
    ...contents.slice(0, SHOWN).map((one) => paragraph([run('• '), ...contentRuns(one, locale)])),
    ...(more > 0 ? [paragraph([run(words.more({ count: more }))])] : []),
    ...(contents.some(({ is }) => is === 'link') ? [paragraph([run(words.notWatched())])] : []),
  ];
}

/** The whole of them: texts exactly as they are. */
export function contentParts(contents: readonly DeliveredContent[], locale: Locale): Part[] {
  return contents.flatMap((content): Part[] => {
    if (content.is === 'text') return quoted(content.text);
    if (content.is === 'link') return [said({ type: 'link', url: content.url })];
    return [said(...contentRuns(content, locale))];
  });
}

/** The same as blocks. */
export const contentBlocks = (contents: readonly DeliveredContent[], locale: Locale): KnownBlock[] =>
  pagesOf(contentParts(contents, locale));
