import type { KnownBlock } from '@slack/types';
import { type Message, message, quote, run, section } from '../kit/blocks.ts';
import { type Day, formatDay } from '../kit/calendar.ts';
import type { Locale } from '../kit/locale.ts';
import { called, escape, type Named, shorten } from '../kit/text.ts';
import type { Milestone } from './model.ts';
import { milestoneName } from './views-name.ts';
import { planWords } from './words.ts';

/** As much of a name as one line shows. */
const NAME = 80;

/** What somebody did with a milestone. */
export type Step =
  | { is: 'set' | 'changed' | 'reached' | 'unblocked' | 'undone' }
  | { is: 'moved'; from: Day; why: string }
  | { is: 'dropped' | 'blocked'; why: string }
  | { is: 'reopened'; state: string }
  | { is: 'released' }
  | { is: 'missed' };

/** One line in the thread of the project's card, with an arrow where something is another thing now. @param by who did it */
export function stepLine(milestone: Milestone, step: Step, by: Named, locale: Locale): Message<'team'> {
  const text = textOf(milestone, step, by, locale);
  const why: KnownBlock[] = 'why' in step ? [quote([run(step.why)])] : [];
  return message('team', text, [section(text), ...why]);
}

function textOf(milestone: Milestone, step: Step, by: Named, locale: Locale): string {
  const words = planWords.in(locale);
  const facts = {
    name: escape(milestoneName(milestone, locale)),
    day: formatDay(milestone.dueOn, locale),
    owner: named(milestone.owner),
    who: named(by),
  };
  switch (step.is) {
    case 'moved':
      return words.movedLine({ ...facts, from: formatDay(step.from, locale), to: facts.day });
    case 'reopened':
      return words.reopenedLine({ ...facts, state: step.state });
    default:
      return words[`${step.is}Line`](facts);
  }
}

const named = ({ person, name }: Named): string => called({ person, name: name && shorten(name, NAME) });
