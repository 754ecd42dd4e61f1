import { guessOf, namedBy, type QuestionGuess } from './rules-split-words.ts';

/** A line of the source. Headings of a document of Word are known as such. */
export type SourceLine = { text: string; isHeading: boolean };

/** A heading, what stands behind it on its line, and how many lines it takes. */
export type FoundHeading = { heading: string; rest: string; lines: number; question: QuestionGuess | null };

/** Longer ones are sentences. */
const HEADING_MOST = 120;
const UNDERLINED_MOST = 80;
const LABEL_MOST = 60;
const SHORT_MOST = 40;
const ENDS_SENTENCE = /[.。!！;；,，、…]$/u;
/** `1.`, `2.1`, `一、`, `（一）`, `第一部分`, `IV.`, `A)`: numbers as sections have them. Chinese ones are rarely a list's. */
const NUMBERED = /^(?:\d{1,2}(?:\.\d{1,2}){0,3}[.、．)）:：\s]|[IVX]{1,4}[.)]\s|[A-H][.)]\s|[（(]\d{1,2}[)）])\s*\S/u;
const NUMBERED_CHINESE =
  /^(?:[一二三四五六七八九十]{1,3}[、.．:：]|[（(][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十\d]{1,3}(?:部分|章|节)[\s、:：]?)\s*\S/u;
const BULLET = /^[-*•·●○▪◦–—✓☐☑]\s*(?=\S)/u;

const textAt = (lines: readonly SourceLine[], at: number): string => lines[at]?.text.trim() ?? '';

/** The heading that begins at a line, or null where the line is text. Its neighbours say whether it stands alone. */
export function headingAt(lines: readonly SourceLine[], at: number): FoundHeading | null {
  const line = textAt(lines, at);
  if (line === '') return null;
  if (lines[at]?.isHeading) return line.length > HEADING_MOST ? null : found(withoutMarks(line));
  return (
    markdown(line) ??
    setext(lines, at, line) ??
    bracketed(line) ??
    tableRow(line) ??
    bare(lines, at, line) ??
    labelled(line)
  );
}

function found(heading: string, rest = '', lines = 1): FoundHeading | null {
  return heading === '' ? null : { heading, rest, lines, question: guessOf(heading) };
}

/** As it is shown: without the marks that made it a heading. Numbers stay. */
const withoutMarks = (heading: string): string =>
  heading
    .replace(/^[\s*_#【]+/u, '')
    .replace(/[\s*_#】:：]+$/u, '')
    .trim();

/** `# Objective`, `**Objective**`, `**Objective:** awareness`; as Markdown and chats have them. */
function markdown(line: string): FoundHeading | null {
  const [, hashes] = /^(#{1,6})\s*\S/u.exec(line) ?? [];
  if (hashes && line.length <= HEADING_MOST && /^#{1,6}(?:\s|[^\s#\d])/u.test(line)) return found(withoutMarks(line));
  if (!line.startsWith('**') && !line.startsWith('__')) return null;
  const end = line.indexOf(line.slice(0, 2), 2);
  const inside = end < 0 ? '' : line.slice(2, end).trim();
  const rest = line
    .slice(end + 2)
    .replace(/^\s*[:：]/u, '')
    .trim();
  if (inside === '' || inside.length > LABEL_MOST || (rest === '' && ENDS_SENTENCE.test(inside))) return null;
  const isLabel = /[:：]$/u.test(inside) || /^\s*[:：]/u.test(line.slice(end + 2)) || namedBy(inside) !== null;
  return rest === '' || isLabel ? found(withoutMarks(inside), rest) : null;
}

/** A line that is underlined by the next one. */
function setext(lines: readonly SourceLine[], at: number, line: string): FoundHeading | null {
  const under = lines[at + 1]?.isHeading ? '' : textAt(lines, at + 1);
  if (line.length > UNDERLINED_MOST || !/^(?:={3,}|-{3,})$/u.test(under) || /^[-=]+$/u.test(line)) return null;
  // Above a rule that parts two sections stands the end of a text.
  if (ENDS_SENTENCE.test(line) || BULLET.test(line)) return null;
  return found(withoutMarks(line), '', 2);
}

/** `【目标受众】25–35 岁`. What may repeat is counted, or begins with something else: a line of spaces would be gone through for ever. */
function bracketed(line: string): FoundHeading | null {
  const [, inside = '', rest = ''] =
    /^[【[〔『「]\s{0,9}([^\s【】[\]〔〕『』「」][^【】[\]〔〕『』「」]{0,39})[】\]〕』」](?!\()\s*[:：]?\s*(.*)$/u.exec(
      line,
    ) ?? [];
  if (inside === '') return null;
  return line.startsWith('【') || namedBy(inside) !== null ? found(withoutMarks(inside), rest) : null;
}

/** `| Budget | 20k |`, a row of a table in Markdown whose first cell names a question. */
function tableRow(line: string): FoundHeading | null {
  if (!line.startsWith('|')) return null;
  const [label = '', ...cells] = line
    .slice(1)
    .split('|')
    .map((cell) => cell.trim());
  const question = label.length > LABEL_MOST ? null : namedBy(label);
  return question && { heading: withoutMarks(label), rest: cells.filter(Boolean).join(' | '), lines: 1, question };
}

/** A whole line that is a heading by the question that it names, or by its look. */
function bare(lines: readonly SourceLine[], at: number, line: string): FoundHeading | null {
  if (line.length > LABEL_MOST || ENDS_SENTENCE.test(line) || BULLET.test(line)) return null;
  const label = withoutMarks(line);
  if (/[:：]/u.test(label.replace(NUMBERED, ''))) return null;
  const isAlone = at === 0 || lines[at - 1]?.isHeading === true || textAt(lines, at - 1) === '';
  const isOpen = /[:：]$/u.test(line);
  const question = namedBy(label);
  // A small letter in the middle of a text begins a line that was only broken there.
  if (question)
    return isAlone || isOpen || !/^\p{Ll}/u.test(label) ? { heading: label, rest: '', lines: 1, question } : null;
  if (label.length > SHORT_MOST) return null;
  const [before, next] = [
    textAt(lines, at - 1) || textAt(lines, at - 2),
    textAt(lines, at + 1) || textAt(lines, at + 2),
  ];
  const isItemOf = (list: RegExp): boolean => list.test(before) || list.test(next) || next === '';
  if (NUMBERED_CHINESE.test(line)) return isItemOf(NUMBERED_CHINESE) ? null : found(label);
  if (!isAlone || next === '') return null;
  if (NUMBERED.test(line)) return isItemOf(NUMBERED) ? null : found(label);
  return (isOpen && isBrief(label)) || isShouted(label) ? found(label) : null;
}

/** `Competitors:`, and not `We will need all of these:`. */
const isBrief = (label: string): boolean =>
  !/如下|以下|following|below/iu.test(label) &&
  (/\p{Script=Han}/u.test(label) ? label.length <= 8 : label.split(/\s+/u).length <= 3);

/** Capitals only, and enough of them to be no abbreviation in passing. */
const isShouted = (label: string): boolean =>
  /\p{Lu}/u.test(label) && !/[\p{Ll}\p{Lo}]/u.test(label) && (label.match(/\p{Lu}/gu)?.length ?? 0) >= 5;

/** `Target audience: women of 25 to 35`, `- 预算：五十万`, `Budget – 20k`, `Budget<tab>20k`: only where it names a question. */
function labelled(line: string): FoundHeading | null {
  const [, label = '', rest = ''] = /^([^:：\t]{1,60}?)(?:\s*[:：\t]|\s+[–—-]\s)\s*(.*)$/u.exec(line) ?? [];
  const name = withoutMarks(label.replace(BULLET, ''));
  const question = name === '' || rest.startsWith('//') ? null : namedBy(name);
  // A time is no label: `Launch 10:30`.
  if (!question || /\d\s*$/u.test(label)) return null;
  return { heading: name, rest: rest.replace(/^\*\*\s*/u, ''), lines: 1, question };
}
