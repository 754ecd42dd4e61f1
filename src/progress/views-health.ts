import type { RichTextElement } from '@slack/types';
import { bold, run } from '../kit/blocks.ts';
import { dayInShort } from '../kit/days.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import { shorten } from '../kit/text.ts';
import type { Health } from './model.ts';
import type { HealthReason, ShownHealth } from './rules-health.ts';
import { milestoneText, nameText, TEXT_LENGTH } from './views-runs.ts';
import { postWords } from './words-post.ts';

/** Reasons that are told in one line; the others are counted. */
const REASONS = 3;

export const healthText = (is: Health, locale: Locale): string => postWords.in(locale)['health.is']({ is });

/** "Health: At risk: Media launch is 2 working days overdue; the client has been silent for 4 working days". */
export function healthRuns(health: ShownHealth, locale: Locale): RichTextElement[] {
  return phrase(postWords.in(locale).health, { health: because(health, locale) });
}

function because(health: ShownHealth, locale: Locale): RichTextElement[] {
  const words = postWords.in(locale);
  const is = bold(healthText(health.is, locale));
  if (health.by === 'hand') {
    const { reason, until, who } = health;
    return phrase(words.healthSet, {
      health: is,
      who: run(nameText(who, locale)),
      until: run(dayInShort(until, locale)),
      reason: run(shorten(reason, 2 * TEXT_LENGTH)),
    });
  }
  if (health.reasons.length === 0) return [is];
  const told = health.reasons.slice(0, REASONS).map((reason) => reasonText(reason, locale));
  const more = health.reasons.length - told.length;
  const all = more > 0 ? [...told, words.more({ count: more })] : told;
  return phrase(words.healthBecause, { health: is, reasons: run(all.join(words.semicolon())) });
}

/** Plain text: for runs alone. */
function reasonText(reason: HealthReason, locale: Locale): string {
  const words = postWords.in(locale);
  switch (reason.is) {
    case 'overdue':
      return words['why.overdue']({ what: milestoneText(reason, locale), days: reason.days });
    case 'blocked':
      return words['why.blocked']({ what: milestoneText(reason, locale) });
    case 'soon': {
      const what = milestoneText(reason, locale);
      return reason.isOff ? words['why.soonOff']({ what }) : words['why.soon']({ what, days: reason.days });
    }
    case 'answerOverdue':
      return words['why.answerOverdue']({ days: reason.days });
    case 'silent':
      return words['why.silent']({ days: reason.days });
    case 'checkIn':
      return words['why.checkIn']({ who: nameText(reason.who, locale), said: reason.said });
  }
}
