import type { KnownBlock, RichTextSection } from '@slack/types';
import { bold, context, inChannel, type Message, message, paragraph, rich, richText, run } from '../kit/blocks.ts';
import type { Day } from '../kit/calendar.ts';
import { dayInWords } from '../kit/days.ts';
import type { Locale } from '../kit/locale.ts';
import { titleOf } from '../project/rules.ts';
import type { DigestPart } from './rules-digest.ts';
import { type Brought, groupBlocks } from './views-nudges.ts';
import { digestWords } from './words.ts';

/** What waits for somebody in one project, as App Home words it. */
export type WaitShown = { project: string; client: string; blocks: readonly KnownBlock[] };

export type DigestShown = {
  day: Day;
  parts: Readonly<Record<DigestPart, readonly Brought[]>>;
  waits: readonly WaitShown[];
  /** Projects that were not looked at. */
  moreProjects: number;
};

/**
 * A message has 50 blocks (docs.slack.dev, chat.postMessage), and Slack refuses about 13,200 escaped characters: so many lines of a
 * part, and so many things with buttons.
 */
const MOST_LINES = 6;
const MOST_LEFT = 4;
const MOST_WAITS = 6;
const MOST_BLOCKS = 48;

/** How much there is in it; nothing is sent where that is nothing. */
export const countIn = ({ parts, waits }: DigestShown): number =>
  Object.values(parts).reduce((sum, part) => sum + part.length, 0) + waits.length;

/** Somebody's morning: what is due today, left over, overdue, coming up, and waiting for them, over all of their projects. */
export function digestMessage(shown: DigestShown, locale: Locale): Message<'person'> {
  const words = digestWords.in(locale);
  const day = dayInWords(shown.day, locale);
  const { today, left, overdue, coming } = shown.parts;
  const blocks: KnownBlock[] = [
    rich(bold(words.digestTitle({ day }))),
    ...linesOf('today', today, locale),
    ...leftBlocks(left, locale),
    ...linesOf('overdue', overdue, locale),
    ...linesOf('coming', coming, locale),
  ];
  const waits = waitBlocks(shown.waits, MOST_BLOCKS - blocks.length, locale);
  const more = [today, overdue, coming].reduce((sum, part) => sum + Math.max(0, part.length - MOST_LINES), 0);
  const hidden = more + Math.max(0, left.length - MOST_LEFT) + waits.hidden;
  const foot = [
    ...(hidden > 0 ? [words.digestMore({ count: hidden })] : []),
    ...(shown.moreProjects > 0 ? [words.digestProjects({ count: shown.moreProjects })] : []),
  ];
  const text = words.digestPlain({ day, count: countIn(shown) });
  return message('person', text, [...blocks, ...waits.blocks, ...(foot.length > 0 ? [context(foot.join(' '))] : [])]);
}

/** What is said in a digest of what was left: the first ones; the others stay left. */
export const saidOfLeft = (left: readonly Brought[]): readonly Brought[] => left.slice(0, MOST_LEFT);

function linesOf(part: DigestPart, brought: readonly Brought[], locale: Locale): KnownBlock[] {
  if (brought.length === 0) return [];
  const lines = brought.slice(0, MOST_LINES).map(({ project, shown }): RichTextSection => {
    const { id } = project.channels.team;
    return paragraph([
      run('• '),
      bold(titleOf(project)),
      ...(id ? [run(' '), inChannel(id)] : []),
      run(' – '),
      ...shown.line,
    ]);
  });
  return [richText([paragraph([bold(digestWords.in(locale)[`part.${part}`]())]), ...lines])];
}

function leftBlocks(left: readonly Brought[], locale: Locale): KnownBlock[] {
  if (left.length === 0) return [];
  return [
    richText([paragraph([bold(digestWords.in(locale)['part.left']())])]),
    ...saidOfLeft(left).flatMap((one, at) => groupBlocks([one], `left.${at}`, locale)),
  ];
}

/** As many as there is room for. */
function waitBlocks(waits: readonly WaitShown[], room: number, locale: Locale) {
  const blocks: KnownBlock[] = [richText([paragraph([bold(digestWords.in(locale)['part.waits']())])])];
  let shown = 0;
  for (const { project, client, blocks: theirs } of waits.slice(0, MOST_WAITS)) {
    const named = richText([paragraph([bold(project), run(` · ${client}`)])]);
    if (blocks.length + theirs.length + 1 > room) break;
    blocks.push(named, ...theirs);
    shown += 1;
  }
  return { blocks: shown > 0 ? blocks : [], hidden: waits.length - shown };
}
