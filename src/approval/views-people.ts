import { listed } from '../kit/i18n.ts';
import type { Locale } from '../kit/locale.ts';
import { addressed, called, type Named, shorten } from '../kit/text.ts';
import type { Approver, Authority } from './model.ts';
import { answerWords } from './words-answers.ts';

/** Of a name, in one line of several; Slack and our forms allow 80 characters, which may count five times. */
const NAME_LENGTH = 80;
/** More people than this are counted: their answers stand in a list of their own. */
const NAMED_AT_MOST = 5;

const short = ({ person, name }: Named): Named => ({ person, name: name === null ? null : shorten(name, NAME_LENGTH) });

/** Whoever is not on Slack was typed with a title, "Wang Lei, Marketing Director": in a list its comma would part two people. */
const untitled = ({ person, name }: Named): Named => ({
  person,
  name: person === null && name ? (name.split(/[,，]/u)[0] ?? name).trim() || name : name,
});

/** Chinese names stand beside Latin ones, and an "and" in Chinese would stick to those. */
const joined = (names: readonly string[], locale: Locale): string =>
  locale === 'zh' ? names.join('、') : listed(names, locale);

/** Who a list of people is, for `mrkdwn`: by name, without mentions, the last ones counted. */
export const namesOf = (people: readonly Named[], locale: Locale): string =>
  people.length === 0
    ? answerWords.in(locale).nobody()
    : atMost(
        people.map((one) => called(short(people.length > 1 ? untitled(one) : one))),
        locale,
      );

/** People who are to act, for `mrkdwn`: mentioned where they are on Slack, all of them. */
export const callOn = (people: readonly Named[], locale: Locale): string =>
  joined(
    people.map((one) => addressed(short(people.length > 1 ? untitled(one) : one))),
    locale,
  );

function atMost(names: readonly string[], locale: Locale): string {
  if (names.length <= NAMED_AT_MOST) return joined(names, locale);
  const shown = names.slice(0, NAMED_AT_MOST);
  const join = locale === 'zh' ? '、' : ', ';
  return answerWords.in(locale).andMore({ names: shown.join(join), count: names.length - shown.length });
}

/** A person as plain text: for rich text, where nothing can format or mention. */
export const plainName = ({ person, name }: Named): string => {
  const known = name?.trim() ?? '';
  return known === '' ? (person?.user ?? '?') : shorten(known, NAME_LENGTH);
};

/** Who answered, as plain text: the approver, or the stand-in and for whom. */
export function answererOf(approver: Approver, locale: Locale): string {
  const by = approver.answer?.by ?? approver;
  if (by.id === approver.id) return plainName(approver);
  return answerWords.in(locale).inPlaceOf({ who: plainName(by), whom: plainName(approver) });
}

/** The same for `mrkdwn`. */
export function answererNamed(approver: Approver, locale: Locale): string {
  const whom = namesOf([approver], locale);
  const by = approver.answer?.by ?? approver;
  return by.id === approver.id ? whom : answerWords.in(locale).inPlaceOf({ who: namesOf([by], locale), whom });
}

/** Who is asked, as plain text: with the stand-in while they are away. */
export function askedOf(approver: Approver, locale: Locale): string {
  const who = plainName(approver);
  const { standIn } = approver;
  return standIn ? answerWords.in(locale).withStandIn({ who, standIn: plainName(standIn) }) : who;
}

/** What somebody may decide up to, as plain text. */
export function limitOf(limit: Authority, locale: Locale): string {
  const spend = limit.kind === 'spend' ? limit : { amount: 0, currency: '' };
  return answerWords.in(locale).limit({ kind: limit.kind, amount: spend.amount, currency: spend.currency });
}

/** "1–3, 5": numbers in their order, runs joined. */
export function ranges(numbers: readonly number[], locale: Locale): string {
  const runs: { from: number; to: number }[] = [];
  for (const number of numbers.toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && number === last.to + 1) last.to = number;
    else runs.push({ from: number, to: number });
  }
  return runs.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`)).join(locale === 'zh' ? '、' : ', ');
}
