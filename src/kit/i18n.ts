import { IntlMessageFormat } from 'intl-messageformat';
import { INTL_TAG, LOCALES, type Locale } from './locale.ts';

/** What a sentence takes: `null` where it takes nothing. Dates come in formatted, people as mentions: see `text.ts`. */
export type Params = Readonly<Record<string, string | number>> | null;

type Sentence<P extends Params> = P extends null ? () => string : (params: P) => string;

/** The sentences of one feature in one language. */
export type Sentences<W extends Record<keyof W, Params>> = { readonly [K in keyof W]: Sentence<W[K]> };

/** The sentences of one feature in both languages, and their sources for the test that reads every one of them. */
export type Catalogue<W extends Record<keyof W, Params>> = {
  readonly in: (locale: Locale) => Sentences<W>;
  readonly texts: Readonly<Record<Locale, Texts<W>>>;
};

/** The ICU messages of one feature in one language. */
export type Texts<W extends Record<keyof W, Params>> = Readonly<Record<keyof W, string>>;

/** Any feature's catalogue, for going through all of them. */
export type AnyCatalogue = {
  readonly in: (locale: Locale) => object;
  readonly texts: Readonly<Record<Locale, Readonly<Record<string, string>>>>;
};

/**
 * Builds a feature's sentences from ICU messages. A sentence that one language lacks does not compile. Each message is
 * compiled when first used and kept (compiling costs 25 times as much as formatting).
 *
 * Tags are off: a `<` in a sentence is Slack's, not ICU's.
 */
export function catalogue<W extends Record<keyof W, Params>>(texts: Record<Locale, Texts<W>>): Catalogue<W> {
  const byLocale = Object.fromEntries(LOCALES.map((locale) => [locale, sentences<W>(texts[locale], locale)]));
  return { texts, in: (locale) => byLocale[locale] as Sentences<W> };
}

function sentences<W extends Record<keyof W, Params>>(source: Texts<W>, locale: Locale): Sentences<W> {
  const compiled = new Map<string, IntlMessageFormat>();
  const say = (key: string, text: string, params?: Params): string => {
    const message = compiled.get(key) ?? new IntlMessageFormat(text, INTL_TAG[locale], undefined, { ignoreTag: true });
    compiled.set(key, message);
    return String(message.format(params ?? {}));
  };
  const entries = Object.entries<string>(source).map(([key, text]) => [
    key,
    (params?: Params) => say(key, text, params),
  ]);
  return Object.fromEntries(entries) as Sentences<W>;
}

/** "Ana, Ben and Chen"; "Ana、Ben和Chen". */
export function listed(items: readonly string[], locale: Locale): string {
  return LIST_FORMAT[locale].format(items);
}

const listFormat = (locale: Locale) => new Intl.ListFormat(INTL_TAG[locale], { type: 'conjunction' });
const LIST_FORMAT: Record<Locale, Intl.ListFormat> = { en: listFormat('en'), zh: listFormat('zh') };

/** Sentences one after the other: in Chinese nothing stands between them. */
export const inARow = (sentences: readonly string[], locale: Locale): string =>
  sentences.join(locale === 'zh' ? '' : ' ');
