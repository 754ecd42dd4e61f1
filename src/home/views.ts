import type { HomeView, KnownBlock } from '@slack/types';
import { bold, button, buttons, context, divider, heading, rich, run, section, when } from '../kit/blocks.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import { homeWords } from './words.ts';

/** One thing that waits: its project, since when, and the blocks by which its feature words it. */
export type WaitRow = { project: string; client: string; since: string; blocks: KnownBlock[] };

/**
 * App Home: what waits for me, with the button.
 * @param more whether more waits than is shown
 * @param startId the action id of the button that starts a project; null for the client's people and other guests
 */
export function homeView(rows: readonly WaitRow[], more: boolean, startId: string | null, locale: Locale): HomeView {
  const words = homeWords.in(locale);
  const empty = startId === null ? words.nothingClient() : words.nothing();
  return {
    type: 'home',
    blocks: [
      heading(words.waits()),
      ...(rows.length === 0 ? [section(empty)] : rows.flatMap((row) => waitBlocks(row, locale))),
      ...(more ? [context(words.more())] : []),
      ...(startId === null ? [] : starting(startId, locale)),
    ],
  };
}

function waitBlocks({ project, client, since, blocks }: WaitRow, locale: Locale): KnownBlock[] {
  const at = phrase(homeWords.in(locale).since, { at: when(new Date(since), locale) });
  return [rich(bold(project), run(` · ${client} · `), ...at), ...blocks, divider()];
}

function starting(startId: string, locale: Locale): KnownBlock[] {
  const words = homeWords.in(locale);
  return [
    buttons('home.start', [button({ id: startId, text: words.newProject(), value: '{}' })]),
    context(words.intro()),
  ];
}
