import type { Button, HomeView, KnownBlock } from '@slack/types';
import { SETTINGS_IDS, settingsValue } from '../admin/model-settings.ts';
import { bold, button, buttons, context, divider, heading, rich, run, section, when } from '../kit/blocks.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import { awaitedBlocks, type AwaitedListShown } from './views-awaited.ts';
import { mineBlocks, type MineShown } from './views-lists.ts';
import { type Page, pager } from './views-pages.ts';
import { portfolioBlocks, type PortfolioShown } from './views-portfolio.ts';
import { theirsBlocks, type TheirsShown } from './views-theirs.ts';
import { homeWords } from './words.ts';

/** What waits in one project: since when the oldest of it, the blocks by which features word it, and how much more there is. */
export type WaitRow = { project: string; client: string; since: string; waits: readonly KnownBlock[][]; more: number };

/** All that somebody's App Home shows. What is not for them is null. */
export type HomeShown = {
  waits: { rows: readonly WaitRow[]; page: Page };
  /** Null where they wait for nothing. */
  awaited: AwaitedListShown | null;
  mine: MineShown | null;
  portfolio: PortfolioShown | null;
  theirs: TheirsShown | null;
  /** The action id of the button that starts a project; null for the client's people and other guests. */
  startId: string | null;
  isAdministrator: boolean;
};

/** App Home: what waits for me, with the button; then the projects that are mine to see. */
export function homeView(shown: HomeShown, locale: Locale): HomeView {
  const { waits, awaited, mine, portfolio, theirs } = shown;
  return {
    type: 'home',
    blocks: [
      ...waitingBlocks(shown, waits, locale),
      ...(awaited ? awaitedBlocks(awaited, locale) : []),
      ...(mine ? mineBlocks(mine, locale) : []),
      ...(portfolio ? portfolioBlocks(portfolio, locale) : []),
      ...(theirs ? theirsBlocks(theirs, locale) : []),
      ...doing(shown, locale),
    ],
  };
}

function waitingBlocks({ startId }: HomeShown, { rows, page }: HomeShown['waits'], locale: Locale): KnownBlock[] {
  const words = homeWords.in(locale);
  const empty = startId === null ? words.nothingClient() : words.nothing();
  const all = rows.length === 0 ? [section(empty)] : rows.flatMap((row) => waitBlocks(row, locale));
  return [heading(words.waits()), ...all, ...pager('waits', page, locale)];
}

function waitBlocks({ project, client, since, waits, more }: WaitRow, locale: Locale): KnownBlock[] {
  const words = homeWords.in(locale);
  const at = phrase(words.since, { at: when(new Date(since), locale) });
  return [
    rich(bold(project), run(` · ${client} · `), ...at),
    ...waits.flat(),
    ...(more > 0 ? [context(words.moreHere({ count: more }))] : []),
    divider(),
  ];
}

/** What can be begun here. */
function doing({ startId, isAdministrator }: HomeShown, locale: Locale): KnownBlock[] {
  const words = homeWords.in(locale);
  const start = (id: string): Button => button({ id, text: words.newProject(), value: '{}' });
  const settings = button({ id: SETTINGS_IDS.open, text: words.settings(), value: settingsValue.encode({}) });
  const all = [...(startId === null ? [] : [start(startId)]), ...(isAdministrator ? [settings] : [])];
  if (all.length === 0) return [];
  return [buttons('home.start', all), ...(startId === null ? [] : [context(words.intro())])];
}
