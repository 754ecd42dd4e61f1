import type { KnownBlock, RichTextElement } from '@slack/types';
import { bold, context, heading, linked, paragraph, richText, run, when } from '../kit/blocks.ts';
import { formatDay } from '../kit/calendar.ts';
import { listed } from '../kit/i18n.ts';
import type { Listed } from '../kit/listed.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import { healthText } from '../progress/views-health.ts';
import { STAGES } from '../project/model-life.ts';
import { projectWords } from '../project/words.ts';
import { type Page, pager } from './views-pages.ts';
import { homeWords } from './words.ts';

/** One project of the agency's in a list. `link` leads to its card; null while that is not posted. */
export type TeamLine = {
  list: Listed;
  link: string | null;
  /** What waits in it, for whoever reads, and for others; null where that is not theirs to follow. */
  waits: { mine: number; others: number } | null;
};

export type MineShown = { lines: readonly TeamLine[]; page: Page };

/** The projects that somebody runs, then those that they work on. */
export function mineBlocks({ lines, page }: MineShown, locale: Locale): KnownBlock[] {
  const words = homeWords.in(locale);
  const all = lines.length === 0 ? [context(words.noneMine())] : lines.map((line) => lineBlock(line, 'mine', locale));
  return [heading(words.mine()), ...all, ...pager('mine', page, locale)];
}

/** A project in two lines: what it is, and where it stands. */
export function lineBlock(line: TeamLine, where: 'mine' | 'portfolio', locale: Locale): KnownBlock {
  const { list, link } = line;
  const words = homeWords.in(locale);
  const name = link ? linked(link, list.name) : bold(list.name);
  const parent = list.parent === null ? [] : [run(' · '), ...phrase(words.inside, { parent: run(list.parent) })];
  const standing = facts(line, where, locale).flatMap((fact, index) => (index === 0 ? fact : [run(' · '), ...fact]));
  return richText([paragraph([name, run(` · ${list.client.name}`), ...parent, run('\n'), ...standing])]);
}

function facts({ list, waits }: TeamLine, where: 'mine' | 'portfolio', locale: Locale): RichTextElement[][] {
  const words = homeWords.in(locale);
  const { wantedOn, awaitsSince, requests, vacancies, managers } = list;
  const names = managers.map(({ name }) => name).filter((name) => name !== null);
  const said = (text: string): RichTextElement[][] => [[run(text)]];
  return [
    [bold(stateOf(list, locale))],
    ...(where === 'portfolio' && names.length > 0 ? [phrase(words.runBy, { who: run(listed(names, locale)) })] : []),
    ...(wantedOn ? said(words.wanted({ day: formatDay(wantedOn, locale) })) : []),
    ...(waits && waits.mine > 0 ? said(words.waitsForYou({ count: waits.mine })) : []),
    ...(waits && waits.others > 0 ? said(words.waitsForOthers({ count: waits.others })) : []),
    ...(awaitsSince ? [phrase(words.awaits, { at: when(new Date(awaitsSince), locale) })] : []),
    ...(requests > 0 ? said(words.requests({ count: requests })) : []),
    ...(vacancies > 0 ? said(words.vacancies({ count: vacancies })) : []),
    ...(list.health ? [[bold(healthText(list.health, locale))]] : []),
    ...(list.isHeld ? said(words.held()) : []),
  ];
}

/** The state where it is not simply live, else the stage. */
function stateOf({ life, end, stage }: Listed, locale: Locale): string {
  const words = homeWords.in(locale);
  if (life === 'onHold') return words['life.onHold']();
  if (life === 'ended') return end === null ? words['life.ended']() : words.ended({ end });
  return stageName(stage, locale);
}

/** A stage by its name; a job has none. */
export const stageName = (stage: string | null, locale: Locale): string => {
  const known = STAGES.find((one) => one === stage);
  return known ? projectWords.in(locale)['stage.name']({ stage: known }) : homeWords.in(locale).job();
};
