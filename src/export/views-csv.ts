import { formatInstant } from '../kit/calendar.ts';
import type { AgreedVersion } from './rules-agreed.ts';
import type { ShownEntry } from './views-entries.ts';
import { checkingLines, type Exported, stateOf, subjectOf } from './views-said.ts';
import { exportWords } from './words.ts';

/** By it programs for tables know that a file is UTF-8; without it they show Chinese as noise. */
const BOM = '\uFEFF';
/** RFC 4180. */
const LINE_END = '\r\n';
/**
 * What a program for tables would take for a formula, and carry out (owasp.org, CSV injection): also after blanks, and as full-width
 * characters.
 */
const FORMULA = /^(?:[\t\r\n]|[\s\uFEFF]*[=+\-@＝＋－＠])/u;

/** One cell: always quoted, and what could be a formula is text. */
export function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

const row = (cells: readonly string[]): string => `${cells.map(cell).join(',')}${LINE_END}`;

/** The record as a table: a row an entry, then the versions that were sent, then how to check it. Every row has all columns. */
export async function* csvOf(exported: Exported, entries: AsyncIterable<ShownEntry>): AsyncGenerator<string> {
  const words = exportWords.in(exported.wanted.language);
  const columns = [
    words.columnNumber(),
    words.columnTime(),
    words.columnKind(),
    words.columnWhat(),
    words.columnWho(),
    words.columnWords(),
    words.columnLink(),
    words.columnContentHash(),
    words.columnPrevious(),
    words.columnHash(),
  ];
  yield BOM + row(columns);
  for await (const entry of entries) yield row(entryCells(entry));
  for (const version of exported.agreed) yield row(versionCells(version, exported));
  for (const line of checkingLines(exported)) yield row(['', '', 'check', line, '', '', '', '', '', '']);
}

const entryCells = ({ number, at, what, who, words, link, hash, kept }: ShownEntry): string[] => [
  String(number),
  at,
  kept?.entry.kind ?? '',
  what,
  who,
  words.join('\n'),
  link ?? '',
  kept?.entry.contentHash ?? '',
  kept?.entry.previous ?? '',
  hash,
];

function versionCells(version: AgreedVersion, { wanted: { language } }: Exported): string[] {
  const answers = version.answers.map(({ who, at }) => `${who}, ${formatInstant(new Date(at), language)}`);
  const what = [subjectOf(version, language), stateOf(version, language)].filter((part) => part !== '').join(' · ');
  return [
    '',
    version.sentAt ?? '',
    'version',
    what,
    answers.join('\n'),
    version.exactly.join('\n'),
    '',
    '',
    '',
    version.hash,
  ];
}
