import type { Finding, FindingKind } from './model-outgoing.ts';

/** The list as it is shipped: what the agency earns, and what is meant for colleagues. Whole words, in any case. */
export const INSIDE_WORDS: Readonly<Record<'money' | 'inside', readonly string[]>> = {
  money: [
    'margin',
    'margins',
    'markup',
    'mark-up',
    'profit',
    'overhead',
    'our cost',
    'internal rate',
    'kickback',
    '毛利',
    '利润',
    '加价',
    '成本价',
    '底价',
    '返点',
    '回扣',
  ],
  inside: [
    'internal only',
    'not for the client',
    "don't tell the client",
    "client's fault",
    'difficult client',
    '仅限内部',
    '内部使用',
    '勿外传',
    '别告诉客户',
    '不要告诉客户',
    '客户的错',
    '难缠',
    '甩锅',
  ],
};

const BROADCASTS = ['@here', '@channel', '@everyone'] as const;
/** A client's name of one letter or sign would be found in everything. */
const SHORTEST_NAME = 2;
/** One that is longer once it is folded, where a single sign can become eighteen letters, is no company's. */
const LONGEST_NAME = 200;

export type House = {
  /** The names of the agency's other clients. */
  otherClients: readonly string[];
  /** What the agency's own administrators have it look for; where a list is empty, or nothing is said, the shipped one counts. */
  words?: Partial<Record<'money' | 'inside', readonly string[]>> | null;
  /** Whose brief it is: their own name is no secret to them, nor is a name that is part of it. */
  client: string;
};

/**
 * What should be looked at before these lines leave, in the order of the lines; each word once.
 * @param lines numbered as the client will see them
 */
export function findings(
  lines: readonly { number: number; text: string }[],
  { otherClients, client, words }: House,
): Finding[] {
  const own = fold(client);
  const others = otherClients.filter((name) => {
    const key = fold(name).trim();
    return key.length >= SHORTEST_NAME && key.length <= LONGEST_NAME && !own.includes(key);
  });
  const wanted: readonly (readonly [FindingKind, readonly string[]])[] = [
    ['otherClient', others],
    ['money', lookedFor('money', words)],
    ['inside', lookedFor('inside', words)],
    ['broadcast', BROADCASTS],
  ];
  const text = textOf(lines);
  const seen = new Set<string>();
  const found = wanted.flatMap(([kind, list]) =>
    list.flatMap((words) => {
      const key = fold(words).trim();
      const index = seen.has(`${kind} ${key}`) ? null : lineWith(key, text);
      if (index === null) return [];
      seen.add(`${kind} ${key}`);
      return [{ index, found: { kind, words: words.trim(), number: lines[index]?.number ?? 0 } }];
    }),
  );
  return found.toSorted((a, b) => a.index - b.index).map((one) => one.found);
}

/** The list that counts. */
export const lookedFor = (list: 'money' | 'inside', words: House['words']): readonly string[] => {
  const own = words?.[list] ?? [];
  return own.length > 0 ? own : INSIDE_WORDS[list];
};

/** One way to write what people write in several: wide and narrow letters, capitals, curly apostrophes. */
const fold = (text: string): string =>
  text.normalize('NFKC').toLocaleLowerCase('en').replaceAll('’', "'").replaceAll(/\s+/gu, ' ');

/**
 * All lines as one text, so that each name is looked for once: an agency has hundreds of them, and everybody else waits.
 * `inWord`: at which places a word goes on. `begins`: where each line does.
 */
type Text = { all: string; inWord: Uint8Array; begins: readonly number[] };

/** What is folded has no line ends of its own. */
const LINE_END = '\n';

function textOf(lines: readonly { text: string }[]): Text {
  const folded = lines.map(({ text }) => fold(text));
  const all = folded.join(LINE_END);
  const begins: number[] = [];
  let at = 0;
  for (const line of folded) {
    begins.push(at);
    at += line.length + LINE_END.length;
  }
  return { all, inWord: wordsIn(all), begins };
}

/** Chinese has no spaces between words, so there it is enough that something stands in the text. */
const LETTER = /(?!\p{Script=Han})[\p{L}\p{N}]/u;

function wordsIn(text: string): Uint8Array {
  const inWord = new Uint8Array(text.length + 1);
  let at = 0;
  let afterLetter = false;
  for (const character of text) {
    const isLetter = LETTER.test(character);
    if (isLetter && afterLetter) inWord[at] = 1;
    afterLetter = isLetter;
    at += character.length;
  }
  return inWord;
}

/** The first line in which these words stand as words, and not inside of other ones; by its place, null where there is none. */
function lineWith(words: string, { all, inWord, begins }: Text): number | null {
  let at = all.indexOf(words);
  while (at !== -1 && (inWord[at] || inWord[at + words.length])) {
    at += 1;
    // Nothing begins in the middle of a word.
    while (inWord[at]) at += 1;
    at = all.indexOf(words, at);
  }
  return at === -1 ? null : begins.findLastIndex((begin) => begin <= at);
}
