import type { Button, KnownBlock } from '@slack/types';
import {
  bold,
  button,
  buttons,
  context,
  divider,
  heading,
  type Modal,
  modal,
  paragraph,
  rich,
  richText,
  run,
  section,
} from '../kit/blocks.ts';
import type { Locale } from '../kit/locale.ts';
import { approvalValue } from './model-manage.ts';
import { OWNED_KINDS, type OwnedKind } from './model-shown.ts';
import { type OverviewList, overviewMeta, type OverviewPages, turnOverviewValue } from './model-overview.ts';
import { MANAGE_IDS } from './views-asking.ts';
import { type AwaitedShown, awaitedRuns } from './views-awaited.ts';
import { askingWords } from './words-asking.ts';
import { overviewWords } from './words-overview.ts';

/** The ids of the overview, shared by view and listeners. */
export const OVERVIEW_IDS = {
  view: 'approval.overview',
  earlier: 'approval.overviewEarlier',
  next: 'approval.overviewNext',
} as const;

type In = { id: string; name: string; client: string };
/** What waits for somebody in one project, as its feature words it, the longest waiting first; and how much more there is. */
export type MineRow = { project: In; waits: readonly (readonly KnownBlock[])[]; more: number };
/** What somebody waits for in one project. `mayRemind`: they run it, and a reminder can reach somebody. */
export type TheirsRow = { project: In; awaited: readonly (AwaitedShown & { mayRemind: boolean })[]; more: number };

/** One page of a list of projects; `size` is how many are on a full one. */
export type PageOf<R> = { rows: readonly R[]; size: number; count: number };

export type OverviewShown = {
  pages: OverviewPages;
  mine: PageOf<MineRow>;
  /** Null for whoever is on nobody's team: the client's people wait for nobody here. */
  theirs: PageOf<TheirsRow> | null;
  /** Something was done in it just now. */
  isDone: boolean;
};

/** What waits for somebody and what they wait for, with the buttons that finish it. A modal has 100 blocks (docs.slack.dev, views). */
export function overviewModal({ pages, mine, theirs, isDone }: OverviewShown, locale: Locale): Modal {
  const words = overviewWords.in(locale);
  return modal({
    id: OVERVIEW_IDS.view,
    title: words.title(),
    close: words.close(),
    metadata: overviewMeta.encode({ is: 'approvals', pages }),
    blocks: [
      ...(isDone ? [context(words.done())] : []),
      heading(words.mine()),
      ...(mine.rows.length === 0
        ? [section(words.mineNothing())]
        : mine.rows.flatMap((row) => mineBlocks(row, locale))),
      ...pager('mine', pages, mine, locale),
      ...(theirs
        ? [
            heading(words.theirs()),
            ...(theirs.rows.length === 0
              ? [section(words.theirsNothing())]
              : theirs.rows.flatMap((row) => theirsBlocks(row, locale))),
            ...pager('theirs', pages, theirs, locale),
          ]
        : []),
      context(words.foot()),
    ],
  });
}

const titleOf = ({ name, client }: In): KnownBlock => rich(bold(name), run(` · ${client}`));

const moreOf = (count: number, locale: Locale): KnownBlock[] =>
  count > 0 ? [context(overviewWords.in(locale).more({ count }))] : [];

const mineBlocks = ({ project, waits, more }: MineRow, locale: Locale): KnownBlock[] => [
  titleOf(project),
  ...waits.flat(),
  ...moreOf(more, locale),
  divider(),
];

/** What can be reminded of has its button below; lines without one stand together. */
function theirsBlocks({ project, awaited, more }: TheirsRow, locale: Locale): KnownBlock[] {
  const lines = awaited.flatMap((one) => {
    const line = richText([paragraph(awaitedRuns(one, locale))]);
    const remind = remindButton(project, one, locale);
    const { subject, version } = one.awaited;
    return remind ? [line, buttons(`awaited:${project.id}:${subject.id}.${version}`, [remind])] : [line];
  });
  return [titleOf(project), ...lines, ...moreOf(more, locale), divider()];
}

const isOwned = (kind: string): kind is OwnedKind => OWNED_KINDS.some((one) => one === kind);

/** A project has one brief, whose buttons carry no id. */
function remindButton(
  { id: project }: In,
  { awaited, mayRemind }: TheirsRow['awaited'][number],
  locale: Locale,
): Button | null {
  const { kind, id } = awaited.subject;
  if (!mayRemind || awaited.is !== 'decide' || !isOwned(kind)) return null;
  const which = kind === 'brief' ? {} : { id };
  const value = approvalValue.encode({ project, kind, ...which, version: awaited.version });
  return button({ id: MANAGE_IDS.remind, text: askingWords.in(locale).remind(), value });
}

function pager(
  list: OverviewList,
  pages: OverviewPages,
  { size, count }: PageOf<unknown>,
  locale: Locale,
): KnownBlock[] {
  if (count <= size) return [];
  const words = overviewWords.in(locale);
  const page = pages[list];
  const [from, to] = [page * size + 1, Math.min(count, (page + 1) * size)];
  const turn = (id: string, text: string, next: number) =>
    button({ id, text, value: turnOverviewValue.encode({ pages: { ...pages, [list]: next } }) });
  const texts = {
    mine: [words.earlierMine(), words.nextMine()],
    theirs: [words.earlierTheirs(), words.nextTheirs()],
  } as const;
  const [earlier, next] = texts[list];
  return [
    context(words.range({ from, to, count })),
    buttons(`approval.pages.${list}`, [
      ...(page > 0 ? [turn(OVERVIEW_IDS.earlier, earlier, page - 1)] : []),
      ...(to < count ? [turn(OVERVIEW_IDS.next, next, page + 1)] : []),
    ]),
  ];
}
