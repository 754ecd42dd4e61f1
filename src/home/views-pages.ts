import type { KnownBlock } from '@slack/types';
import { button, buttons, context } from '../kit/blocks.ts';
import type { Locale } from '../kit/locale.ts';
import { HOME_IDS, type Section, turnValue } from './model.ts';
import { homeWords } from './words.ts';

/** One page of a list; `page` counts from 0, `size` is how many are on a full one. */
export type Page = { page: number; size: number; count: number };

/** Where one is in a list, and the ways to its other pages; nothing where it has one page. */
export function pager(section: Section, { page, size, count }: Page, locale: Locale): KnownBlock[] {
  if (count <= size) return [];
  const words = homeWords.in(locale);
  const from = page * size + 1;
  const to = Math.min(count, from + size - 1);
  const turn = (id: string, text: string, to: number) =>
    button({ id, text, value: turnValue.encode({ section, page: to }) });
  const earlier = page > 0 ? [turn(HOME_IDS.earlier, words[`earlier.${section}`](), page - 1)] : [];
  const next = to < count ? [turn(HOME_IDS.next, words[`next.${section}`](), page + 1)] : [];
  return [context(words.range({ from, to, count })), buttons(`home.pages.${section}`, [...earlier, ...next])];
}
