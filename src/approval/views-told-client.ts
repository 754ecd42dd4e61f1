import type { KnownBlock } from '@slack/types';
import { type Message, message, run, section } from '../kit/blocks.ts';
import type { Locale } from '../kit/locale.ts';
import { dateToken, escape, pieces } from '../kit/text.ts';
import type { ApprovalEvent, ApprovalEventKind } from './model-events.ts';
import { eachOnce } from './rules-turn.ts';
import { pagesOf, type Part, quoted, said } from './views-pages.ts';
import { callOn, namesOf } from './views-people.ts';
import { roundOf } from './views-round.ts';
import { agreeing, decidedBy } from './views-status.ts';
import { has, type Happening, partiesOf, toAct } from './views-told.ts';
import { answerWords } from './words-answers.ts';
import { dueWords } from './words-due.ts';
import { nudgeWords } from './words-nudges.ts';

/**
 * A sentence, people's own words under it, and what somebody is asked to do about them. `plain`: what a phone shows, where the
 * sentence does not say it all.
 */
type Told = { sentence: string; parts?: readonly Part[]; ask?: string; plain?: string };

/**
 * What the client is told of a move, in the thread under the version: only what somebody there must act on or rely on. The
 * rest is on the version's post and on the card. A closing that agrees is told by the confirmation note.
 */
export function toldToClient(happening: Happening): Message<'client'>[] {
  return happening.events.flatMap((event) => {
    const told = TOLD[event.kind](happening, event);
    return told ? messagesOf(told) : [];
  });
}

function messagesOf({ sentence, parts = [], ask, plain = sentence }: Told): Message<'client'>[] {
  const [first, ...more] = pagesOf(parts);
  const asked: KnownBlock[] = ask ? [section(ask)] : [];
  const head = [section(sentence), ...(first ? [first] : []), ...(more.length === 0 ? asked : [])];
  return [
    message('client', plain, head),
    ...more.map((page, index) => message('client', sentence, [page, ...(index === more.length - 1 ? asked : [])])),
  ];
}

type Tell = (happening: Happening, event: ApprovalEvent) => Told | null;

const nothing: Tell = () => null;

const TOLD: Readonly<Record<ApprovalEventKind, Tell>> = {
  answered: nothing,
  linesConfirmed: nothing,
  toldByTelephone: nothing,
  stepOpened: (happening, { step }) => {
    const { shown, after, locale } = happening;
    // Its people may have answered before, and then it is over at once.
    if (after.state !== 'open' || after.step !== step) return null;
    const facts = { who: callOn(toAct(happening), locale), title: escape(shown.title), verb: agreeing(after) };
    return { sentence: answerWords.in(locale).tellStep(facts) };
  },
  gathered: (happening) => (has(happening, 'closed') || has(happening, 'stepOpened') ? null : roundEnded(happening)),
  closed: (happening, { outcome }) => (outcome === 'refused' ? roundEnded(happening) : null),
  reopened: (happening) => {
    if (has(happening, 'takenBack')) return null;
    const { shown, locale } = happening;
    const who = callOn(toAct(happening), locale);
    return { sentence: answerWords.in(locale).tellReopened({ who, title: escape(shown.title) }) };
  },
  takenBack: (happening, { about }) => {
    const { after, locale } = happening;
    if (after.state !== 'takenBack') return null;
    const who = namesOf(partiesOf(happening, about), locale);
    const facts = { version: after.version, who, verb: agreeing(after) };
    return { sentence: answerWords.in(locale).tellTakenBack(facts) };
  },
  passedOn: (happening, event) => moved(happening, event, 'tellPassedOn'),
  replaced: (happening, event) => moved(happening, event, 'tellReplaced'),
  standInNamed: (happening, { about }) => {
    const { shown, away, locale } = happening;
    const [of, standIn] = partiesOf(happening, about);
    // Whoever is there decides; the stand-in need not be called before.
    if (!of || !standIn || !away(of)) return null;
    const names = { who: namesOf([of], locale), standIn: callOn([standIn], locale) };
    return { sentence: answerWords.in(locale).tellStandIn({ ...names, title: escape(shown.title) }) };
  },
  reminded: (happening, { about, reason }) => {
    const { shown, after, locale } = happening;
    const ids = new Set(about);
    const reminded = after.approvers.filter(({ id }) => ids.has(id));
    const asked = eachOnce(reminded.map((one) => (happening.away(one) && one.standIn ? one.standIn : one)));
    const who = callOn(asked, locale);
    if (reason) return ownReminder(who, reason, locale);
    const at = dateToken(new Date(after.openedAt), locale);
    return { sentence: answerWords.in(locale).tellReminded({ who, title: escape(shown.title), at }) };
  },
  dueMoved: (happening, { dueAt, dueWas, reason }) => {
    const { shown, locale } = happening;
    const words = dueWords.in(locale);
    const at = (iso: string) => dateToken(new Date(iso), locale);
    const facts = { who: callOn(toAct(happening), locale), title: escape(shown.title), at: at(dueAt ?? '') };
    const sentence = dueWas ? words.told({ ...facts, was: at(dueWas) }) : words.toldNew(facts);
    return { sentence, parts: quoted(reason ?? '') };
  },
  objected: (happening, { about }) => {
    const { shown, locale } = happening;
    const who = namesOf(partiesOf(happening, about.slice(0, 1)), locale);
    return { sentence: answerWords.in(locale).tellObjected({ who, title: escape(shown.title) }) };
  },
  withdrawn: ({ shown, locale }, { reason }) => {
    const sentence = answerWords.in(locale).tellWithdrawn({ title: escape(shown.title) });
    return reason ? { sentence, parts: quoted(reason) } : { sentence };
  },
  expired: ({ shown, locale }) => ({ sentence: answerWords.in(locale).tellExpired({ title: escape(shown.title) }) }),
  superseded: nothing,
};

/** Escaped characters of one part of it; what does not fit one message goes on in the next. */
const REMINDER_PIECE = 4000;

/** A reminder in the account manager's own words, as they were typed, under the names of those who are missing. */
function ownReminder(who: string, text: string, locale: Locale): Told {
  const plain = nudgeWords.in(locale).reminderPlain({ who, text: escape(text) });
  return { sentence: who, parts: pieces(text, REMINDER_PIECE).map((piece) => said(run(piece))), plain };
}

/** One list of what a round came to. What contradicts is put to one person, who says what holds. */
function roundEnded(happening: Happening): Told | null {
  const { after, shown, lead, locale } = happening;
  const words = answerWords.in(locale);
  const { parts, count, contradicts } = roundOf(after, shown, locale);
  if (count === 0) return null;
  const { verb, people } = decidedBy(after);
  const isAlone = after.approvers.length === 1;
  const sentence = isAlone
    ? words.tellChanges({ who: namesOf(people, locale), version: after.version, verb })
    : words.tellRoundEnded({ title: escape(shown.title), count });
  return contradicts
    ? { sentence, parts, ask: words.tellContradictions({ who: callOn([lead], locale) }) }
    : { sentence, parts };
}

function moved(happening: Happening, { about }: ApprovalEvent, key: 'tellPassedOn' | 'tellReplaced'): Told {
  const { shown, after, locale } = happening;
  const [from, to] = partiesOf(happening, about);
  const names = { from: namesOf(from ? [from] : [], locale), to: callOn(to ? [to] : [], locale) };
  return { sentence: answerWords.in(locale)[key]({ ...names, title: escape(shown.title), verb: agreeing(after) }) };
}
