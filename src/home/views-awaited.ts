import type { KnownBlock } from '@slack/types';
import { type AwaitedShown, awaitedRuns } from '../approval/views-awaited.ts';
import { bold, heading, paragraph, richText, run } from '../kit/blocks.ts';
import type { Locale } from '../kit/locale.ts';
import { type Page, pager } from './views-pages.ts';
import { homeWords } from './words.ts';

/** What somebody waits for in one project, the longest awaited first; and how much more there is. */
type Row = { project: { name: string; client: string }; awaited: readonly AwaitedShown[]; more: number };

export type AwaitedListShown = { rows: readonly Row[]; page: Page };

/** What somebody waits for: one block a project. The buttons stand in the overview of approvals, and on the cards. */
export const awaitedBlocks = ({ rows, page }: AwaitedListShown, locale: Locale): KnownBlock[] => [
  heading(homeWords.in(locale).awaited()),
  ...rows.map((row) => rowBlock(row, locale)),
  ...pager('awaited', page, locale),
];

function rowBlock({ project, awaited, more }: Row, locale: Locale): KnownBlock {
  const hidden = more > 0 ? [paragraph([run('\n'), run(homeWords.in(locale).moreAwaited({ count: more }))])] : [];
  return richText([
    paragraph([bold(project.name), run(` · ${project.client}`)]),
    ...awaited.map((one) => paragraph([run('\n• '), ...awaitedRuns(one, locale)])),
    ...hidden,
  ]);
}
