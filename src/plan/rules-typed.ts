import type { Day } from '../kit/calendar.ts';
import { BOUNDS } from '../kit/bounds.ts';
import { readDay } from '../kit/days.ts';
import { shorten } from '../kit/text.ts';
import type { MilestoneKind } from './model.ts';

/** What was typed behind `/plan milestone`, in any order; null for what is not there. */
export type TypedMilestone = {
  kind: MilestoneKind;
  /** Null where the kind says it, or where nothing was left. */
  name: string | null;
  dueOn: Day | null;
  /** Slack's user id. */
  owner: string | null;
  reviewDays: number | null;
  /** How long the client looks at it, where what was typed for it is no number of days that anybody gives. */
  reviewUnread?: string;
  /** More than one person was named; one of them sees to it. */
  isForSeveral?: true;
};

/** What people call the key dates that every campaign has; the words for people are the same (a test compares them). */
export const KIND_NAMES: Readonly<Record<Exclude<MilestoneKind, 'other'>, readonly string[]>> = {
  creativeConfirmation: ['creative confirmation', '创意确认'],
  productionDone: ['production done', '制作完成'],
  mediaLaunch: ['media launch', '媒介上线'],
};

/** A person as Slack puts them into a command (docs.slack.dev, slash commands: escaping), with what is said before them. */
const OWNER = /(?:(?:^|\s)(?:owner|负责人|由)[:：]?\s*)?<@([A-Z0-9]{1,30})(?:\|[^>]*)?>/iu;
/** "review 3d", "3 days review", "审阅 3天", "客户审阅期3个工作日". */
const REVIEW = /(?:review|(?:客户)?审阅期?)[:：]?\s*(\d{1,3})\s*(?:working\s+days?|days?|d|个?工作日|天)?(?=\s|$)/iu;
const REVIEW_AFTER = /(?:^|\s)(\d{1,3})\s*(?:working\s+days?|days?|d)\s+review(?=\s|$)/iu;
/** Chinese needs no space before a day: "媒介上线3月14日". */
const DAY_ZH = /((?:\d{4}\s?年\s?)?\d{1,2}\s?月\s?\d{1,2}\s?[日号])/u;
/** "on fri", "due 14 Mar", "于3月14日". */
const BEFORE_DAY = /(?:^|\s)(?:on|by|due|于|在)$/iu;
/** The longest day has three words and a year. */
const DAY_WORDS = 4;

/**
 * What was typed for a milestone, in any order and in both languages: "Media launch 14 Mar <@U1> review 3d". The longest run of words
 * that is a day is the day, of several the last one; what is left is the name.
 * @param text unescaped, with Slack's own mentions @param today the day that it is for whoever typed it
 */
export function milestoneTyped(text: string, today: Day): TypedMilestone {
  const owned = taken(text, OWNER);
  const found = taken(owned.rest, REVIEW);
  const review = found.part === null ? taken(owned.rest, REVIEW_AFTER) : found;
  const { rest: withoutOthers, isAny } = withoutMentions(review.rest);
  const { day, rest } = dayIn(withoutOthers.replace(DAY_ZH, ' $1 '), today);
  const name = rest.replaceAll(/\s+/gu, ' ').trim();
  const reviewDays = review.part === null ? null : reviewTyped(review.part);
  const kind = kindNamed(name);
  return {
    kind,
    name: kind === 'other' && name !== '' ? shorten(name, BOUNDS.milestoneName) : null,
    dueOn: day,
    owner: owned.part,
    reviewDays,
    ...(review.part !== null && reviewDays === null ? { reviewUnread: review.part } : {}),
    ...(isAny ? { isForSeveral: true } : {}),
  };
}

/** The text without those who are named besides the first: a mention is no part of a name. */
function withoutMentions(text: string): { rest: string; isAny: boolean } {
  const { part, rest } = taken(text, OWNER);
  return part === null ? { rest, isAny: false } : { rest: withoutMentions(rest).rest, isAny: true };
}

/** Which of the key dates that every campaign has is called so; any other one where none is. */
function kindNamed(name: string): MilestoneKind {
  const key = name.normalize('NFKC').toLowerCase();
  const kinds = ['creativeConfirmation', 'productionDone', 'mediaLaunch'] as const;
  return kinds.find((kind) => KIND_NAMES[kind].includes(key)) ?? 'other';
}

/** How many working days of review were typed: "3", "3d", "3 天". Null where it is no number, or more than anybody gives. */
export function reviewTyped(text: string): number | null {
  const found = /^(\d{1,3})\s*(?:working days?|days?|d|个?工作日|天)?$/iu.exec(text.normalize('NFKC').trim());
  const days = Number(found?.[1] ?? 0);
  return days >= 1 && days <= BOUNDS.reviewDays ? days : null;
}

/** The first place where a pattern fits, and the text without it. */
function taken(text: string, pattern: RegExp): { part: string | null; rest: string } {
  const found = pattern.exec(text);
  if (!found) return { part: null, rest: text };
  const rest = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`;
  return { part: found[1] ?? null, rest };
}

function dayIn(text: string, today: Day): { day: Day | null; rest: string } {
  const words = text.trim().split(/\s+/u);
  for (let length = Math.min(DAY_WORDS, words.length); length > 0; length -= 1) {
    for (let at = words.length - length; at >= 0; at -= 1) {
      const day = readDay(words.slice(at, at + length).join(' '), today);
      if (day === null) continue;
      const before = words.slice(0, at).join(' ').replace(BEFORE_DAY, '');
      return { day, rest: `${before} ${words.slice(at + length).join(' ')}` };
    }
  }
  return { day: null, rest: text };
}
