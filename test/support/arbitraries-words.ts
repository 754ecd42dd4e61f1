import { readdirSync, readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import type { AnyCatalogue } from '../../src/kit/i18n.ts';
import { INTL_TAG, type Locale } from '../../src/kit/locale.ts';

const SRC = new URL('../../src/', import.meta.url);

/** Every source file, by its path below `src/`. */
export function sources(): { path: string; text: string }[] {
  const paths = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
  return paths.map((path) => ({ path, text: readFileSync(new URL(path, SRC), 'utf8') }));
}

/**
 * Every feature's sentences, found by where they stand, so that a new feature is covered by its name: `brief` of
 * `brief/words.ts`, and `brief-steps` of `brief/words-steps.ts`.
 */
export async function catalogues(): Promise<{ feature: string; words: AnyCatalogue }[]> {
  const files = sources().flatMap(({ path }) => {
    const [, feature, part] = /^([a-z]+)\/words((?:-[a-z]+)*)\.ts$/u.exec(path) ?? [];
    return feature === undefined ? [] : [{ feature: `${feature}${part ?? ''}`, path }];
  });
  const found = files.map(async ({ feature, path }) => {
    const exported: object = await import(new URL(path, SRC).href);
    return Object.values(exported)
      .filter(isCatalogue)
      .map((words) => ({ feature, words }));
  });
  return (await Promise.all(found)).flat();
}

/** Some files hold the sentences of one language, or their types. */
const isCatalogue = (exported: unknown): exported is AnyCatalogue =>
  typeof exported === 'object' && exported !== null && 'texts' in exported && 'in' in exported;

type Node = ReturnType<IntlMessageFormat['getAst']>[number];
type Options = Readonly<Record<string, { value: Node[] }>>;

/** What a message is made of: its arguments with the cases they are told apart by, and its literal pieces. */
export type Anatomy = { args: Map<string, string[]>; literals: string[] };

/** Takes a message apart, as the formatter itself reads it. */
export function anatomy(text: string, locale: Locale): Anatomy {
  const found: Anatomy = { args: new Map(), literals: [] };
  const walk = (nodes: readonly Node[]): void => {
    for (const node of nodes) {
      const { value } = node as { value?: unknown };
      const options = (node as { options?: Options }).options ?? {};
      if (node.type === 0) found.literals.push(String(value));
      else if (typeof value === 'string') found.args.set(value, Object.keys(options));
      for (const option of Object.values(options)) walk(option.value);
    }
  };
  walk(new IntlMessageFormat(text, INTL_TAG[locale], undefined, { ignoreTag: true }).getAst());
  return found;
}

/** Every way in which a message can come out: each case of each choice, with every other argument filled. */
export function everyWay(text: string, locale: Locale): string[] {
  const { args } = anatomy(text, locale);
  const message = new IntlMessageFormat(text, INTL_TAG[locale], undefined, { ignoreTag: true });
  const cases = [...args].map(([name, keys]) => [name, keys.length > 0 ? keys : ['7']] as const);
  const most = Math.max(1, ...cases.map(([, keys]) => keys.length));
  return Array.from({ length: most }, (_, at) => {
    const values = cases.map(([name, keys]) => [name, valueOf(keys[at % keys.length] ?? 'other')] as const);
    return String(message.format(Object.fromEntries(values)));
  });
}

/** A plural's cases take numbers, a choice's take their own name. */
const valueOf = (key: string): string | number => (key === 'one' ? 1 : key === '7' ? 7 : key);
