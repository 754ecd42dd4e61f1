import type { KnownBlock, RichTextElement, RichTextQuote, RichTextSection } from '@slack/types';
import { paragraph, run } from '../kit/blocks.ts';
import { pieces, slackLength } from '../kit/text.ts';

/** A paragraph of ours, or somebody's own words set apart. */
export type Part = RichTextSection | RichTextQuote;

export const said = (...elements: RichTextElement[]): Part => paragraph(elements);

/** Somebody's own words: exactly as they are, and in several quotes where they do not fit one message. */
export const quoted = (text: string, head: readonly RichTextElement[] = []): Part[] =>
  pieces(text, PAGE - NAME_ROOM).map((piece, index) => ({
    type: 'rich_text_quote',
    elements: [...(index === 0 ? head : []), run(piece)],
  }));

/** Escaped characters of one message; the head of the first one has room beside it. Slack refuses about 13,200 in all. */
const PAGE = 9000;
/** What stands before the words in the same quote: a name. */
const NAME_ROOM = 500;
/** A mention or a date counts about as much as this. */
const ELEMENT_LENGTH = 20;

const lengthOf = ({ elements }: Part): number =>
  elements.reduce((sum, one) => {
    if (one.type === 'link') return sum + slackLength(one.url) + slackLength(one.text ?? '');
    return sum + (one.type === 'text' ? slackLength(one.text) : ELEMENT_LENGTH);
  }, 0);

/** How long parts are together, as Slack counts them. */
export const partsLength = (parts: readonly Part[]): number => parts.reduce((sum, part) => sum + lengthOf(part), 0);

/**
 * Parts as rich text, as many a message as Slack takes. Nothing is cut: what does not fit goes on in the next one.
 * @returns a block for each message; none where there is nothing to show
 */
export function pagesOf(parts: readonly Part[]): KnownBlock[] {
  const pages: { parts: Part[]; length: number }[] = [];
  for (const part of parts) {
    const length = lengthOf(part);
    const last = pages.at(-1);
    if (last && last.length + length <= PAGE) {
      last.parts.push(part);
      last.length += length;
    } else {
      pages.push({ parts: [part], length });
    }
  }
  return pages.map((page) => ({ type: 'rich_text', elements: page.parts }));
}
