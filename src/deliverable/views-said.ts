import type { KnownBlock } from '@slack/types';
import { callOn, namesOf } from '../approval/views-people.ts';
import { type Message, message, quote, run, section } from '../kit/blocks.ts';
import type { Locale } from '../kit/locale.ts';
import { escape, type Named } from '../kit/text.ts';
import type { Deliverable } from './model.ts';
import { deliverableWords } from './words.ts';

/** What happened to a version inside, and who is to act now; `who` is mentioned. */
export type Happening = { version: number; by: Named } & (
  | { is: 'added' | 'version' | 'checkedReview' | 'checkedReady' | 'reviewedReady'; who: readonly Named[] }
  | { is: 'reviewed' }
  | { is: 'sentBack'; who: readonly Named[]; why: string }
);

/** One line in the thread of the team's card; whoever is to act now is mentioned. */
export function happenedLine({ name }: Pick<Deliverable, 'name'>, what: Happening, locale: Locale): Message<'team'> {
  const text = textOf(escape(name), what, locale);
  const why: KnownBlock[] = what.is === 'sentBack' ? [quote([run(what.why)])] : [];
  return message('team', text, [section(text), ...why]);
}

function textOf(name: string, what: Happening, locale: Locale): string {
  const words = deliverableWords.in(locale);
  const facts = { name, version: what.version, by: namesOf([what.by], locale) };
  const who = 'who' in what ? callOn(what.who, locale) : '';
  switch (what.is) {
    case 'added':
      return who === '' ? words.addedAloneLine(facts) : words.addedLine({ ...facts, who });
    case 'version':
      return who === '' ? words.versionAloneLine(facts) : words.versionLine({ ...facts, who });
    case 'checkedReady':
    case 'reviewedReady':
      return who === '' ? words[`${what.is}OwnLine`](facts) : words[`${what.is}Line`]({ ...facts, who });
    case 'reviewed':
      return words.reviewedLine(facts);
    default:
      return words[`${what.is}Line`]({ ...facts, who });
  }
}
