import type { RichTextElement, RichTextSection } from '@slack/types';
import type { AskedLine } from '../approval/model-shown.ts';
import { paragraph, run, who } from '../kit/blocks.ts';
import { BOUNDS } from '../kit/bounds.ts';
import { formatDay } from '../kit/calendar.ts';
import type { Locale } from '../kit/locale.ts';
import type { Person } from '../kit/person.ts';
import { phrase } from '../kit/phrase.ts';
import { pieces, shorten, slackLength } from '../kit/text.ts';
import { changedWords } from '../kit/words-changed.ts';
import type { Project } from '../project/model.ts';
import { type BriefQuestion, type BriefVersion, isListed, type Line } from './model.ts';
import { type Difference, linesOf } from './rules-draft.ts';
import { kpiSentence } from './views-kpis.ts';
import { briefWords } from './words.ts';
import { stepsWords } from './words-steps.ts';

/** What a line says, as plain text; the wanted date as a day in the reader's language. */
export function textOf(line: Line, locale: Locale): string {
  if (line.state === 'notKnown') return briefWords.in(locale).notKnownClient();
  if (line.question === 'kpis') return kpiSentence(line.text, locale);
  return line.question === 'wantedOn' ? formatDay(line.text, locale) : line.text;
}

/** The lines of the draft as the client would read them, by their numbers. */
export const textsOf = (project: Project, locale: Locale): { number: number; text: string }[] =>
  linesOf(project).map((line, index) => ({ number: index + 1, text: textOf(line, locale) }));

export const questionName = (question: BriefQuestion, locale: Locale): string =>
  briefWords.in(locale)[`brief.question.${question}`]();

/** A listed line is one of several, so it is named in the singular; one that is not known stands for all of them. */
const lineName = ({ question, state }: Line, locale: Locale): string =>
  isListed(question) && state === 'answered'
    ? stepsWords.in(locale)[`one.${question}`]()
    : questionName(question, locale);

/** The lines of a version as an approval asks about them. */
export const askedLines = ({ lines }: Pick<BriefVersion, 'lines'>, locale: Locale): AskedLine[] =>
  lines.map((line, index) => ({
    id: line.id,
    number: index + 1,
    name: lineName(line, locale),
    text: textOf(line, locale),
    isKnown: line.state === 'answered',
  }));

/** How much of one line a card shows at most; the whole stands in the form and in the thread. */
const SHOWN_ON_CARD = 280;
/** How much all lines of a card may take together: Slack refuses about 13,200 characters in one message. */
const CARD_LENGTH = 10_000;
/** For the row of somebody who is asked, with their stand-in and what they said. */
const ROW_LENGTH = 220;
/** For the number and the name of each line. */
const LABEL_LENGTH = 40;

/**
 * The numbered lines on the team's card, each shortened; a line that is not known names who finds it out.
 * @param asked how many people have a row on the same card
 */
export function linesOnCard(lines: readonly Line[], locale: Locale, asked = 0): RichTextSection[] {
  const room = CARD_LENGTH - asked * ROW_LENGTH;
  const share = Math.floor(room / Math.max(1, lines.length)) - LABEL_LENGTH;
  return lines.map((line, index) => {
    const shown = shorten(textOf(line, locale), Math.min(SHOWN_ON_CARD, share));
    const text = line.state === 'notKnown' ? finding(line.finder, locale) : [run(shown)];
    return paragraph([...label(index, line, locale), ...text]);
  });
}

const label = (index: number, line: Line, locale: Locale): RichTextElement[] => [
  run(`${index + 1}. ${lineName(line, locale)}`, { bold: true }),
  run('\n'),
];

/** Somebody who finds it out is mentioned: it is a request. */
export const finding = (finder: Person, locale: Locale): RichTextElement[] =>
  phrase(briefWords.in(locale).notKnownBy, { who: who(finder) });

const notEmpty = (element: RichTextElement): boolean => element.type !== 'text' || element.text !== '';

/**
 * The lines of a version as the client is shown them, cut into posts that Slack takes: what is to be confirmed is never
 * shortened, it goes on in the next post. Where there was a version before, what differs is marked word by word.
 */
export function linesForClient(shown: readonly Difference[], isFirst: boolean, locale: Locale): RichTextSection[][] {
  return inPosts(shown.flatMap((one, index) => clientLine(one, index, isFirst, locale)));
}

/** Only what differs, under the numbers that the lines have. */
export function changesForClient(shown: readonly Difference[], locale: Locale): RichTextSection[][] {
  return inPosts(shown.flatMap((one, index) => (one.is === 'same' ? [] : clientLine(one, index, false, locale))));
}

function inPosts(sections: readonly RichTextSection[]): RichTextSection[][] {
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

export const lengthOf = ({ elements }: RichTextSection): number =>
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
