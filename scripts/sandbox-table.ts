/**
 * Writes the table of methods in docs/sandbox.md from the sandbox's own list, so that the two cannot disagree:
 * `npm run sandbox-table`. A test fails where the table that is there is not the one that would be written.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { METHODS, type MethodSpec } from '../sandbox/api/methods.ts';

export const DOCUMENT = fileURLToPath(new URL('../docs/sandbox.md', import.meta.url));

const BEGIN = '<!-- methods: begin, written by npm run sandbox-table -->';
const END = '<!-- methods: end -->';

/** A document with the table of methods between its two marks written anew. @throws where it has no such marks */
export function withMethods(document: string, methods: Readonly<Record<string, MethodSpec>> = METHODS): string {
  const [from, to] = [document.indexOf(BEGIN), document.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`There is no "${BEGIN}" with "${END}" after it`);
  return `${document.slice(0, from)}${BEGIN}\n\n${tableOf(methods)}\n\n${document.slice(to)}`;
}

function tableOf(methods: Readonly<Record<string, MethodSpec>>): string {
  const rows = Object.entries(methods)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, { leftOut }]) => [`\`${name}\``, leftOut ? 'partial' : 'done', leftOut ?? '']);
  return aligned([['method', 'state', 'left out'], ...rows]);
}

/** A table of Markdown whose columns are as wide as their widest cell, as Prettier writes it. All cells are plain ASCII. */
function aligned([head = [], ...rows]: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(DOCUMENT, withMethods(readFileSync(DOCUMENT, 'utf8')));
}
