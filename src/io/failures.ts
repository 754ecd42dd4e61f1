import { formatDay, formatInstant } from '../kit/calendar.ts';
import { type Message, message, type Modal, modal, section } from '../kit/blocks.ts';
import { type AnyCatalogue, listed } from '../kit/i18n.ts';
import type { Locale } from '../kit/locale.ts';
import type { NewId } from '../kit/ids.ts';
import type { Refusal, RefusalParams, RefusalValue } from '../kit/refusal.ts';
import { dateToken, escape, addressed, type Named } from '../kit/text.ts';
import { LateError } from './deadline.ts';
import type { Log } from './log.ts';
import { ioWords } from './words.ts';

/** Words a refusal: its sentence in the reader's language, by its code. */
export type WordRefusal = (code: string, params: Readonly<Record<string, string | number>>, locale: Locale) => string;

/** Finds the sentence of a refusal by its code. @throws where no feature words it; a test goes through all codes. */
export function wordingOf(catalogues: readonly AnyCatalogue[]): WordRefusal {
  return (code, params, locale) => {
    for (const catalogue of catalogues) {
      const sentence = (catalogue.in(locale) as Readonly<Record<string, (params: object) => string>>)[code];
      if (sentence) return sentence(params);
    }
    throw new Error(`nobody words the refusal ${code}`);
  };
}

/** A permalink to a message by its outbox key, where it was posted. */
export type LinkTo = (key: string) => Promise<string | null>;

export type Door = {
  /** A refusal as a sentence for a message (`mrkdwn`). */
  refusal: (refusal: Refusal, locale: Locale) => string;
  /** A refusal as plain text, for under a question of a modal, where mentions are not shown. */
  plainRefusal: (refusal: Refusal, locale: Locale) => string;
  /** What is said of an error; it is logged with the reference that the person is given. */
  error: (error: unknown, what: { where: string; decides: boolean }, locale: Locale) => string;
};

/**
 * The one error door: every refusal and every error that a person hears of passes here.
 * @param newId gives the references by which an error is found in the log
 */
export function errorDoor(word: WordRefusal, log: Log, newId: NewId): Door {
  return {
    refusal: (refusal, locale) => word(refusal.code, shown(refusal.params, locale, RICH, word), locale),
    plainRefusal: (refusal, locale) => word(refusal.code, shown(refusal.params, locale, PLAIN, word), locale),
    error: (error, { where, decides }, locale) => {
      const words = ioWords.in(locale);
      if (error instanceof LateError) {
        log.warn({ where }, 'an answer was late');
        return decides ? words.late() : words.lateNothingAsked();
      }
      const reference = newId().slice(0, 8);
      log.error({ err: error, where, reference }, 'unexpected error');
      return words.unexpected({ reference });
    },
  };
}

type Showing = { person: (one: Named) => string; text: (text: string) => string; at: typeof dateToken };

const RICH: Showing = { person: addressed, text: escape, at: dateToken };
const PLAIN: Showing = {
  person: ({ person, name }) => name?.trim() || (person?.user ?? '?'),
  text: (text) => text,
  at: formatInstant,
};

function shown(params: RefusalParams, locale: Locale, as: Showing, word: WordRefusal): Record<string, string | number> {
  const entries = Object.entries(params).map(([name, value]) => [name, shownValue(value, locale, as, word)] as const);
  return Object.fromEntries(entries);
}

function shownValue(value: RefusalValue, locale: Locale, as: Showing, word: WordRefusal): string | number {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return as.text(value);
  if ('at' in value && typeof value.at === 'string') return as.at(new Date(value.at), locale);
  if ('named' in value)
    return listed(
      value.named.map((key) => word(key, {}, locale)),
      locale,
    );
  if ('day' in value) return formatDay(value.day, locale);
  if (!Array.isArray(value)) throw new TypeError('a refusal names something that cannot be shown');
  return value.length > 0 ? listed(value.map(as.person), locale) : ioWords.in(locale).nobody();
}

/** A sentence on its own, as a private message. */
export const notice = (text: string): Message<'person'> => message('person', text, [section(text)]);

/** A sentence on its own, as a modal: where a private message has no place. */
export function noticeModal(text: string, locale: Locale): Modal {
  const words = ioWords.in(locale);
  return modal({ id: 'io.notice', title: words.noticeTitle(), close: words.close(), blocks: [section(text)] });
}

export function loadingModal(locale: Locale): Modal {
  const words = ioWords.in(locale);
  return modal({
    id: 'io.loading',
    title: words.loadingTitle(),
    close: words.close(),
    blocks: [section(words.loading())],
  });
}
