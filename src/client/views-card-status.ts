import { plainName } from '../approval/views-people.ts';
import { dayIn, formatDay } from '../kit/calendar.ts';
import { listed } from '../kit/i18n.ts';
import type { Locale } from '../kit/locale.ts';
import type { Named } from '../kit/text.ts';
import type { Agreed, Released, Waiting } from '../project/rules-released.ts';
import { stateText, subjectText } from './views-card.ts';
import { cardWords } from './words-card.ts';

/**
 * A status in the client channel's language, as plain text and of nothing but what was released: a draft, for whoever answers
 * to go on from.
 */
export function statusDraft(released: Released): string {
  const { language, name, client, wantedOn, agreed, waiting } = released;
  const words = cardWords.in(language);
  const told = waiting.slice(0, WAITING_AT_MOST);
  const more = waiting.length - told.length;
  const open = [
    ...told.map((one) => words.statusWaiting({ what: waitingPlainly(one, language) })),
    ...(more > 0 ? [words.more({ count: more })] : []),
  ];
  return [
    words.statusTitle({ project: name, client }),
    stateText(released, language),
    ...(wantedOn ? [words.statusWanted({ day: formatDay(wantedOn, language) })] : []),
    ...(open.length > 0 ? open : [words.statusWaitingNothing()]),
    ...(agreed ? [words.statusAgreed({ what: agreedPlainly(agreed, language) })] : []),
  ].join('\n');
}

const NAMED_AT_MOST = 5;
/** The text is an input's, which has 3,000 characters: each line has a name and five people. */
const WAITING_AT_MOST = 5;

/** By name, as they are: nothing in an input field formats or mentions. */
const names = (people: readonly Named[], locale: Locale): string =>
  listed(people.slice(0, NAMED_AT_MOST).map(plainName), locale);

const day = (at: string, locale: Locale): string => formatDay(dayIn('utc', new Date(at)), locale);

function waitingPlainly(waiting: Waiting, locale: Locale): string {
  const words = cardWords.in(locale);
  const facts = { who: names(waiting.who, locale), at: day(waiting.since, locale) };
  if (waiting.is === 'request') return words.waitingRequest({ ...facts, subject: subjectText(waiting, locale) });
  return words.waitingQuestionsFor({ ...facts, questions: words.waitingQuestions({ count: waiting.count }) });
}

function agreedPlainly({ at, by, ...agreed }: Agreed, locale: Locale): string {
  const words = cardWords.in(locale);
  const facts = { subject: subjectText(agreed, locale), at: day(at, locale) };
  return by.length > 0 ? words.agreed({ ...facts, who: names(by, locale) }) : words.agreedPlain(facts);
}
