import type { KnownBlock, RichTextElement } from '@slack/types';
import { clientValue } from '../client/model-requests.ts';
import { CLIENT_IDS } from '../client/views-card.ts';
import { bold, button, buttons, heading, inChannel, linked, paragraph, richText, run, when } from '../kit/blocks.ts';
import type { ListedRelease } from '../kit/listed.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import { stageName } from './views-lists.ts';
import { type Page, pager } from './views-pages.ts';
import { homeWords } from './words.ts';

/** One project as the client's people see it. `link` leads to what was agreed last, where they can read it. */
export type ClientLine = { project: string; released: ListedRelease; link: string | null };

export type TheirsShown = { lines: readonly ClientLine[]; page: Page };

/** The client's own projects: drawn from what is released to them and nothing else. */
export function theirsBlocks({ lines, page }: TheirsShown, locale: Locale): KnownBlock[] {
  const words = homeWords.in(locale);
  const all = lines.flatMap((line) => [
    lineBlock(line, locale),
    buttons(
      `home.record.${line.project}`,
      (['record', 'export'] as const).map((which) =>
        button({
          id: CLIENT_IDS[which],
          text: words[which](),
          value: clientValue.encode({ project: line.project, language: locale }),
        }),
      ),
    ),
  ]);
  return [heading(words.theirs()), ...all, ...pager('theirs', page, locale)];
}

function lineBlock({ released, link }: ClientLine, locale: Locale): KnownBlock {
  const words = homeWords.in(locale);
  const { life, stage, channel } = released;
  const state = life === 'live' ? stageName(stage, locale) : words[`life.${life}`]();
  const where = channel === null ? [] : [run(' · '), ...phrase(words.inChannel, { channel: inChannel(channel) })];
  return richText([
    paragraph([bold(released.name), run(` · ${state}`), ...where, ...agreedRuns(released, link, locale)]),
  ]);
}

function agreedRuns({ agreed }: ListedRelease, link: string | null, locale: Locale): RichTextElement[] {
  if (agreed === null) return [];
  const words = homeWords.in(locale);
  const { kind, named, version } = agreed;
  const text = named === null ? words.agreedWhat({ kind, version }) : words.agreedNamed({ named, version });
  const what = link === null ? run(text) : linked(link, text);
  return [run('\n'), ...phrase(words.agreed, { what, at: when(new Date(agreed.at), locale) })];
}
