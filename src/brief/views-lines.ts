import type { RichTextElement, RichTextSection } from '@slack/types';
import { paragraph, run, who } from '../kit/blocks.ts';
import { BOUNDS } from '../kit/bounds.ts';
import { formatDay } from '../kit/calendar.ts';
import type { Locale } from '../kit/locale.ts';
import type { Person } from '../kit/person.ts';
import { phrase } from '../kit/phrase.ts';
import { pieces, shorten, slackLength } from '../kit/text.ts';
import { changedWords } from '../kit/words-changed.ts';
import type { BriefQuestion, Line } from './model.ts';
import type { Difference } from './rules-draft.ts';
import { briefWords } from './words.ts';

/** What a line says, as plain text; the wanted date as a day in the reader's language. */
export function textOf(line: Line, locale: Locale): string {
  if (line.state === 'notKnown') return briefWords.in(locale).notKnownClient();
  return line.question === 'wantedOn' ? formatDay(line.text, locale) : line.text;
}

export const questionName = (question: BriefQuestion, locale: Locale): string =>
  briefWords.in(locale)[`brief.question.${question}`]();

/** A deliverable's line is one of several, so it is named in the singular; one that is not known stands for all of them. */
const lineName = ({ question, state }: Line, locale: Locale): string =>
  question === 'deliverables' && state === 'answered'
    ? briefWords.in(locale).oneDeliverable()
    : questionName(question, locale);

/** How much of one line a card shows; the whole stands in the form and in the thread. */
const SHOWN_ON_CARD = 280;

/** The numbered lines on the team's card, each shortened; a line that is not known names who finds it out. */
export function linesOnCard(lines: readonly Line[], locale: Locale): RichTextSection[] {
  return lines.map((line, index) => {
    const text =
      line.state === 'notKnown' ? finding(line.finder, locale) : [run(shorten(textOf(line, locale), SHOWN_ON_CARD))];
    return paragraph([...label(index, line, locale), ...text]);
  });
}

const label = (index: number, line: Line, locale: Locale): RichTextElement[] => [
  run(`${index + 1}. ${lineName(line, locale)}`, { bold: true }),
  run('\n'),
];

/** Somebody who finds it out is mentioned: it is a request. */
const finding = (finder: Person, locale: Locale): RichTextElement[] =>
  phrase(briefWords.in(locale).notKnownBy, { who: who(finder) });

const notEmpty = (element: RichTextElement): boolean => element.type !== 'text' || element.text !== '';

/**
 * The lines of a version as the client is shown them, cut into posts that Slack takes: what is to be confirmed is never
 * shortened, it goes on in the next post. Where there was a version before, what differs is marked word by word.
 */
export function linesForClient(shown: readonly Difference[], isFirst: boolean, locale: Locale): RichTextSection[][] {
  const sections = shown.flatMap((one, index) => clientLine(one, index, isFirst, locale));
  const posts: { sections: RichTextSection[]; length: number }[] = [];
  for (const next of sections) {
    const length = lengthOf(next);
    const last = posts.at(-1);
    if (last && last.length + length <= BOUNDS.briefPart) {
      last.sections.push(next);
      last.length += length;
    } else {
      posts.push({ sections: [next], length });
    }
  }
  return posts.map(({ sections: post }) => post);
}

const lengthOf = ({ elements }: RichTextSection): number =>
  elements.reduce((sum, element) => sum + (element.type === 'text' ? slackLength(element.text) : 20), 0);

function clientLine(one: Difference, index: number, isFirst: boolean, locale: Locale): RichTextSection[] {
  const words = briefWords.in(locale);
  if (one.is === 'removed') {
    const name = `${words.removed()}: ${lineName(one.was, locale)}`;
    return long([run(name, { bold: true }), run('\n')], [{ text: textOf(one.was, locale), style: { strike: true } }]);
  }
  const mark = isFirst || one.is === 'same' ? '' : words.marked({ what: words[one.is]() });
  const head = [run(`${index + 1}. ${lineName(one.line, locale)}${mark}`, { bold: true }), run('\n')];
  const body = one.is === 'changed' && !isFirst ? changes(one, locale) : [{ text: textOf(one.line, locale) }];
  return long(head, body);
}

type Piece = { text: string; style?: { bold?: true; strike?: true } | undefined };

const STYLES = { same: undefined, added: { bold: true }, removed: { strike: true } } as const;

/** Word by word: what went is struck through, what came is bold. */
function changes({ was, line }: Extract<Difference, { is: 'changed' }>, locale: Locale): Piece[] {
  const isRewritten = was.state !== line.state;
  const changed = changedWords(textOf(was, locale), textOf(line, locale), locale, isRewritten);
  return changed.map(({ text, is }) => ({ text, style: STYLES[is] }));
}

/** A line that is longer than one post goes on in a section of its own. */
function long(head: RichTextElement[], body: readonly Piece[]): RichTextSection[] {
  const runs = body.flatMap(({ text, style }) => pieces(text, BOUNDS.briefPart / 2).map((piece) => run(piece, style)));
  const sections: RichTextElement[][] = [[...head]];
  for (const element of runs.filter(notEmpty)) {
    const last = sections.at(-1) ?? [];
    const fits = lengthOf(paragraph([...last, element])) <= BOUNDS.briefPart;
    if (fits) last.push(element);
    else sections.push([element]);
  }
  return sections.map(paragraph);
}
