import type { Block } from './documents-types.ts';

/** A node of mammoth's model of a document (mammoth's lib/documents.js); what is read of it is looked at before. */
type Node = { readonly type: string; readonly [key: string]: unknown };

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
const childrenOf = (node: Node): Node[] => (Array.isArray(node['children']) ? node['children'].filter(isNode) : []);
const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Longer ones are sentences that somebody made bold, or that have a wrong style. */
const HEADING_MOST = 120;
const BOLD_HEADING_MOST = 60;
/** Styles by their names: Word keeps its own in English; other programs, and people, name them in their language. */
const HEADING_STYLE = /\b(?:heading|title|subtitle)\b|标题|標題/i;
const ENDS_SENTENCE = /[.。!！?？;；,，…]$/u;

/** What is gathered on the way: the notes that the text refers to, in the order of their numbers, and links' addresses. */
type Notes = { resolve: (reference: Node) => unknown; used: unknown[]; links: Set<string> };

/** The blocks of mammoth's model of a document, with footnotes and endnotes last. */
export function blocksIn(model: unknown): Block[] {
  if (!isNode(model)) return [];
  const notes: Notes = { resolve: resolverOf(model['notes']), used: [], links: new Set() };
  const blocks = childrenOf(model).flatMap((child) => blocksOf(child, notes));
  // A note may refer to another one; those come to the end of the list while it is gone through.
  for (let number = 1; number <= notes.used.length; number++) {
    const text = bodyOf(notes.used[number - 1], notes);
    blocks.push({ kind: 'text', text: `[${number}] ${text}` });
  }
  return blocks.filter(({ text }) => text.trim() !== '');
}

function resolverOf(notes: unknown): Notes['resolve'] {
  const hasResolve = typeof notes === 'object' && notes !== null && 'resolve' in notes;
  const resolve: unknown = hasResolve ? notes.resolve : null;
  return typeof resolve === 'function' ? (reference) => resolve.call(notes, reference) : () => null;
}

function bodyOf(note: unknown, notes: Notes): string {
  const body: unknown = isNode(note) ? note['body'] : [];
  return linesOf(Array.isArray(body) ? body.filter(isNode) : [], notes);
}

function blocksOf(node: Node, notes: Notes): Block[] {
  switch (node.type) {
    case 'paragraph':
      return [paragraph(node, notes)];
    case 'table':
      return childrenOf(node).map((row) => ({ kind: 'text', text: rowText(row, notes) }));
    default:
      return [{ kind: 'text', text: inlineText(node, notes) }];
  }
}

function paragraph(node: Node, notes: Notes): Block {
  const links = new Set<string>();
  const text = inlineText(node, { ...notes, links }).trim();
  if (isHeading(node, text)) return { kind: 'heading', text: text.replaceAll(/\s+/g, ' ') };
  // A link's address is part of what was said, where it does not stand there already.
  const addresses = [...links].filter((address) => !text.includes(address)).map((address) => ` (${address})`);
  return { kind: 'text', text: bulletOf(node) + text + addresses.join('') };
}

function isHeading(node: Node, text: string): boolean {
  if (text === '' || text.length > HEADING_MOST) return false;
  if (HEADING_STYLE.test(textIn(node['styleName']))) return true;
  const isSentence = ENDS_SENTENCE.test(text) || text.length > BOLD_HEADING_MOST || text.includes('\n');
  const runs = runsOf(node);
  return !isSentence && bulletOf(node) === '' && runs.length > 0 && runs.every((run) => run['isBold'] === true);
}

/** The runs that show something. */
const runsOf = (node: Node): Node[] =>
  childrenOf(node)
    .flatMap((child) => (child.type === 'run' ? [child] : runsOf(child)))
    .filter((run) => plainText(run).trim() !== '');

/** How an item of a list begins. The number of a numbered one is not known here, and a wrong one is worse than none. */
function bulletOf(node: Node): string {
  const numbering: unknown = node['numbering'];
  if (typeof numbering !== 'object' || numbering === null) return '';
  if ('isOrdered' in numbering && numbering.isOrdered === true) return '';
  const level = 'level' in numbering ? Number(numbering.level) : 0;
  return `${'  '.repeat(level > 0 && level < 10 ? level : 0)}- `;
}

/** A row with two cells is a label and what belongs to it, as in most forms of briefs; others are cells side by side. */
function rowText(row: Node, notes: Notes): string {
  const cells = childrenOf(row).map((cell) => linesOf(childrenOf(cell), notes).trim());
  const filled = cells.filter((cell) => cell !== '');
  const [label = '', value = ''] = filled;
  if (filled.length !== 2 || label.includes('\n'))
    return filled.map((cell) => cell.replaceAll('\n', ' / ')).join(' | ');
  const colon = /\p{Script=Han}/u.test(label) ? '：' : ': ';
  const labelled = /[:：]$/u.test(label) ? label : `${label}${colon}`.trimEnd();
  const between = value.includes('\n') ? '\n' : labelled.endsWith('：') ? '' : ' ';
  return `${labelled}${between}${value}`;
}

const linesOf = (nodes: readonly Node[], notes: Notes): string =>
  nodes
    .flatMap((node) => blocksOf(node, notes))
    .map(({ text }) => text)
    .join('\n');

const plainText = (node: Node): string => inlineText(node, { resolve: () => null, used: [], links: new Set() });

function inlineText(node: Node, notes: Notes): string {
  switch (node.type) {
    case 'text':
      return textIn(node['value']);
    case 'tab':
      return '\t';
    case 'break':
      return '\n';
    case 'checkbox':
      return node['checked'] === true ? '☑ ' : '☐ ';
    case 'noteReference':
      return `[${notes.used.push(notes.resolve(node))}]`;
    case 'hyperlink':
      if (/^https?:/i.test(textIn(node['href']))) notes.links.add(textIn(node['href']));
      return textOfAll(node, notes);
    default:
      return textOfAll(node, notes);
  }
}

const textOfAll = (node: Node, notes: Notes): string =>
  childrenOf(node)
    .map((child) => inlineText(child, notes))
    .join('');
