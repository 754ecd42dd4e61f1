import { type Message, message, section } from '../kit/blocks.ts';
import { type Day, formatDay, zoneName } from '../kit/calendar.ts';
import { dayInWords } from '../kit/days.ts';
import { inARow } from '../kit/i18n.ts';
import type { Locale } from '../kit/locale.ts';
import { escape } from '../kit/text.ts';
import type { ReleasedMilestone } from '../project/rules-released.ts';
import type { ShownToClient } from './model-forms.ts';
import { milestoneName } from './views-name.ts';
import { planWords } from './words.ts';

/**
 * A milestone as the client is shown it, and where it stood when they were shown it last; null for the first time. `hasBegun`: the
 * first day of their review is not ahead any more.
 */
export type ToldClient = { project: string; shown: ShownToClient; before: Day | null; hasBegun: boolean };

/** What the client reads when they are told of a key date: exactly this is previewed. */
export const toldClient = (told: ToldClient, locale: Locale): Message<'client'> => asMessage(toldText(told, locale));

function toldText({ project, shown, before, hasBegun }: ToldClient, locale: Locale): string {
  const words = planWords.in(locale);
  const names = { project: escape(project), name: escape(milestoneName(shown, locale)) };
  const day = dayInWords(shown.dueOn, locale);
  if (shown.isDropped) return words.clientDropped({ ...names, day });
  const isMoved = before !== null && before !== shown.dueOn;
  const what = isMoved
    ? words.clientMoved({ ...names, from: formatDay(before, locale), to: day })
    : words.clientNew({ ...names, day });
  return inARow([what, ...reviewText(shown, hasBegun, locale), ...zoneText(shown, locale)], locale);
}

function reviewText(shown: ShownToClient, hasBegun: boolean, locale: Locale): string[] {
  const { reviewFrom: from, reviewDays: count, dueOn } = shown;
  if (from === null || count === null) return [];
  const words = planWords.in(locale);
  const day = formatDay(dueOn, locale);
  // Nobody is given time that has passed.
  return [
    hasBegun ? words.clientReviewBegun({ day }) : words.clientReview({ from: formatDay(from, locale), day, count }),
  ];
}

const zoneText = ({ zone }: ShownToClient, locale: Locale): string[] =>
  zone === null ? [] : [planWords.in(locale).clientZone({ zone: zoneName(zone, locale) })];

/** What the client reads when their review begins, as it was previewed; null where they have nothing to look at. */
export function headsUp(project: string, shown: ShownToClient, locale: Locale): Message<'client'> | null {
  const { reviewFrom: from, reviewDays: count, dueOn } = shown;
  if (from === null || count === null) return null;
  const text = planWords.in(locale).headsUp({
    project: escape(project),
    name: escape(milestoneName(shown, locale)),
    from: dayInWords(from, locale),
    day: dayInWords(dueOn, locale),
    count,
  });
  return asMessage(inARow([text, ...zoneText(shown, locale)], locale));
}

const asMessage = (text: string): Message<'client'> => message('client', text, [section(text)]);

/** A day, with whose clock it ends by, where that is not theirs. */
export function dayShown({ dueOn, zone }: Pick<ReleasedMilestone, 'dueOn' | 'zone'>, locale: Locale): string {
  const day = formatDay(dueOn, locale);
  return zone === null ? day : `${day} (${zoneName(zone, locale)})`;
}

/** The lines of the client card, `mrkdwn`: the dates that are to come, the soonest first. */
export function nextDates(all: readonly ReleasedMilestone[], locale: Locale): string[] {
  const words = planWords.in(locale);
  return all
    .filter(({ state }) => state === 'open')
    .map(({ dueOn, reviewFrom, zone, ...milestone }) => {
      const name = escape(milestoneName(milestone, locale));
      const line = words.clientCardLine({ name, day: dayShown({ dueOn, zone }, locale) });
      return reviewFrom === null ? line : `${line} · ${words.clientCardReview({ day: formatDay(reviewFrom, locale) })}`;
    });
}
