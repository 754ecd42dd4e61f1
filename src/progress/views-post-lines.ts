import type { RichTextElement } from '@slack/types';
import { bold, run, when } from '../kit/blocks.ts';
import type { Day } from '../kit/calendar.ts';
import { dayInShort } from '../kit/days.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import { shorten } from '../kit/text.ts';
import type { WaitingOn } from './rules-facts.ts';
import type { MilestoneOn, Post } from './rules-post.ts';
import { milestoneRun, peopleText, personText, TEXT_LENGTH } from './views-runs.ts';
import { checkInWords } from './words-check-in.ts';
import { postWords } from './words-post.ts';

type Line = RichTextElement[];

const dayRun = (day: Day, today: Day, locale: Locale): RichTextElement =>
  run(day === today ? postWords.in(locale).dayToday() : dayInShort(day, locale));

/** What is due today, or on the next working day. */
export const dueLine =
  (today: Day) =>
  ({ milestone }: MilestoneOn, locale: Locale): Line =>
    phrase(postWords.in(locale).dueLine, {
      what: milestoneRun(milestone, locale),
      day: dayRun(milestone.dueOn, today, locale),
      who: personText(milestone.owner, locale),
    });

export const dueAnswerLine =
  (today: Day) =>
  (one: WaitingOn, locale: Locale): Line =>
    phrase(postWords.in(locale).dueAnswer, {
      what: whatWaits(one, locale),
      day: dayRun(one.dueOn ?? today, today, locale),
      who: peopleText(one.waiting.who, locale),
    });

/** What is overdue, since when, and who sees to it; and what is blocked, and why. */
export function lateLine({ milestone, days }: MilestoneOn, locale: Locale): Line {
  const words = postWords.in(locale);
  const facts = {
    what: milestoneRun(milestone, locale),
    day: run(dayInShort(milestone.dueOn, locale)),
    who: personText(milestone.owner, locale),
  };
  const { blocked } = milestone;
  const stop = blocked && {
    at: when(new Date(blocked.at), locale),
    why: run(shorten(blocked.why, TEXT_LENGTH)),
  };
  if (days === 0 && stop) return phrase(words.blockedLine, { ...facts, ...stop });
  const line = phrase((said: Record<keyof typeof facts, string>) => words.lateLine({ days, ...said }), facts);
  return stop ? phrase(words.lateAndBlocked, { line, ...stop }) : line;
}

/** What waits for the client, for whom of theirs, and since when. */
export function waitingLine(one: WaitingOn, locale: Locale): Line {
  const words = postWords.in(locale);
  const { waiting, sinceOn, silentDays, dueOn, overdueDays } = one;
  const facts = {
    what: whatWaits(one, locale),
    who: peopleText(waiting.who, locale),
    day: run(dayInShort(sinceOn, locale)),
  };
  const line = phrase(
    (said: Record<keyof typeof facts, string>) => words.waitingLine({ days: silentDays, ...said }),
    facts,
  );
  if (dueOn === null || overdueDays === 0) return line;
  return phrase(words.waitingDue, { line, day: run(dayInShort(dueOn, locale)) });
}

function whatWaits({ waiting }: WaitingOn, locale: Locale): RichTextElement {
  const words = postWords.in(locale);
  if (waiting.is === 'questions') return bold(words.waitingQuestions({ count: waiting.count }));
  const { kind, version, named } = waiting;
  return bold(named === null ? words.waitingRequest({ kind, version }) : words.waitingNamed({ named, version }));
}

/** What somebody said of their own work today. */
export function checkInLine({ who, is, text }: Post['checkIns'][number], locale: Locale): Line {
  const words = postWords.in(locale);
  const state = run(checkInWords.in(locale)[`is.${is}`]());
  const line = phrase(words.checkInLine, { who: personText(who, locale), state });
  return text === null ? line : phrase(words.checkInText, { line, text: run(shorten(text, TEXT_LENGTH)) });
}

/** What comes next; on the days on which it is announced with what is needed for it. */
export function nextLine({ milestone, days, isAhead }: Post['next'][number], locale: Locale): Line {
  const words = postWords.in(locale);
  const facts = {
    what: milestoneRun(milestone, locale),
    day: run(dayInShort(milestone.dueOn, locale)),
    who: personText(milestone.owner, locale),
  };
  const line = phrase((said: Record<keyof typeof facts, string>) => words.nextLine({ days, ...said }), facts);
  const { needs } = milestone;
  return isAhead && needs ? phrase(words.nextNeeds, { line, needs: run(shorten(needs, TEXT_LENGTH)) }) : line;
}
