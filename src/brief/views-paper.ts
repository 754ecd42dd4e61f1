import { formatInstant } from '../kit/calendar.ts';
import { shortHash } from '../kit/chain.ts';
import type { Locale } from '../kit/locale.ts';
import { type Paper, paperName } from '../kit/paper.ts';
import { pieces, slackLength } from '../kit/text.ts';
import type { Released } from '../project/rules-released.ts';
import { BRIEF_QUESTIONS, type BriefQuestion, type BriefVersion } from './model.ts';
import { questionName, textOf } from './views-lines.ts';
import { paperWords } from './words-paper.ts';

/** Which version is printed, for whom, by whom, and in which language. */
export type Printed = {
  version: BriefVersion;
  released: Released;
  /** The agency's name, as its workspace is called. */
  agency: string;
  language: Locale;
};

/** A version of a brief as a document for a client without Slack: every line by its number, and how to confirm it. */
export function briefPaper({ version, released, agency, language }: Printed): Paper {
  const words = paperWords.in(language);
  const { number, sentAt } = version;
  const exact = { version: number, hash: shortHash(version.hash) };
  return {
    language,
    fileName: paperFileName(version, released),
    author: agency,
    kind: words.kind(),
    title: released.name,
    madeAt: sentAt,
    facts: [
      { label: words.agency(), value: agency },
      { label: words.client(), value: released.client },
      { label: words.project(), value: released.name },
      { label: words.version(), value: `${number} · ${exact.hash}` },
      { label: words.sentAt(), value: formatInstant(new Date(sentAt), language) },
      { label: words.hash(), value: version.hash },
    ],
    intro: words.intro(),
    sections: sectionsOf(version, language),
    closing: { heading: words.confirmTitle(), paragraphs: confirming(version, released, language) },
    footer: { named: [released.client, released.name].join(' · '), exact: words.footer(exact) },
    phrases: {
      page: words.page({ page: '{page}', pages: '{pages}' }),
      continued: words.continued({ heading: '{heading}' }),
      unprintable: words.unprintable({ example: '[U+1F680]' }),
    },
  };
}

/**
 * The file's name, in the language that the version was sent in. No other version of any brief has the same.
 * @param copy tells one sending of it from another; 0 for the first
 */
export function paperFileName({ number, hash, language }: BriefVersion, { client, name }: Released, copy = 0): string {
  const exact = paperWords.in(language).fileName({ version: number, hash: shortHash(hash) });
  return paperName([client, name], `${exact}${copy > 0 ? `-${copy}` : ''}.pdf`);
}

/** What the file is called where it is shown in Slack. */
export const paperTitle = ({ number, language }: BriefVersion, { name }: Released): string =>
  paperWords.in(language).fileTitle({ project: name, version: number });

/** The lines under their questions, numbered through as in the client's thread. */
function sectionsOf({ lines }: BriefVersion, language: Locale): Paper['sections'] {
  const numbered = lines.map((line, index) => ({ line, number: index + 1 }));
  const answers = (question: BriefQuestion) => numbered.filter(({ line }) => line.question === question);
  return BRIEF_QUESTIONS.filter((question) => answers(question).length > 0).map((question) => ({
    heading: questionName(question, language),
    lines: answers(question).map(({ line, number }) => ({
      number,
      text: textOf(line, language),
      isOpen: line.state === 'notKnown',
    })),
  }));
}

function confirming({ number, hash, lines }: BriefVersion, { name }: Released, language: Locale): string[] {
  const words = paperWords.in(language);
  const exact = { version: number, hash: shortHash(hash) };
  const open = lines.filter(({ state }) => state === 'notKnown').length;
  return [
    words.confirmHow(exact),
    words.confirmExample({ project: name, ...exact }),
    words.confirmChanges(),
    ...(open > 0 ? [words.confirmOpen({ open })] : []),
  ];
}

/** What e-mail programs, WeChat and Slack's own texts all take at once. */
const TEXT_MAX = 3000;
/** Room for the title over each piece: an 80-character project, the version, which piece it is. */
const TITLE_ROOM = 140;

/**
 * The same as plain text, to be copied into an e-mail or WeChat: pieces of at most 3,000 characters, each under the title that
 * says which one it is.
 */
export function asText(printed: Printed): string[] {
  const { version, released, language } = printed;
  const words = paperWords.in(language);
  const title = words.textTitle({ project: released.name, version: version.number });
  const parts = packed(paragraphsOf(briefPaper(printed)), TEXT_MAX - TITLE_ROOM);
  if (parts.length === 1) return parts.map((part) => `${title}\n\n${part}`);
  const counted = (part: number) => `${title} ${words.textPart({ part, parts: parts.length })}`;
  return parts.map((part, index) => `${counted(index + 1)}\n\n${part}`);
}

function paragraphsOf({ facts, intro, sections, closing, language }: Paper): string[] {
  const words = paperWords.in(language);
  return [
    facts.map(({ label, value }) => words.textFact({ label, value })).join('\n'),
    intro,
    ...sections.flatMap(({ heading, lines }) =>
      lines.map(({ number, text }, index) => `${index === 0 ? `${heading}\n` : ''}${number}. ${text}`),
    ),
    [closing.heading, ...closing.paragraphs].join('\n'),
  ];
}

/** Puts paragraphs together as long as they fit; one that is too long by itself begins where the one before ends. */
function packed(paragraphs: readonly string[], max: number): string[] {
  const parts: string[] = [];
  for (const paragraph of paragraphs) {
    const last = parts.at(-1) ?? '';
    const joined = last === '' ? paragraph : `${last}\n\n${paragraph}`;
    const isLong = slackLength(paragraph) > max;
    if (last !== '' && !isLong && slackLength(joined) > max) parts.push(paragraph);
    else parts.splice(-1, 1, ...pieces(joined, max));
  }
  return parts;
}
