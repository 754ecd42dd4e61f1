import { type Message, message, quote, run, section } from '../kit/blocks.ts';
import { formatDay } from '../kit/calendar.ts';
import type { Locale } from '../kit/locale.ts';
import { called, escape, type Named, shorten } from '../kit/text.ts';
import type { Deliverable } from './model.ts';
import { detailWords } from './words-details.ts';

/** What was done with what a deliverable is; `anew`: its check begins anew. */
export type DetailStep =
  { is: 'changed'; anew: boolean } | { is: 'rights' } | { is: 'dropped'; why: string } | { is: 'reopened' };

/** The line that says so in the team's thread. */
export function detailLine(deliverable: Deliverable, step: DetailStep, by: Named, locale: Locale): Message<'team'> {
  const text = textOf(deliverable, step, by, locale);
  const quoted = step.is === 'dropped' ? [quote([run(step.why)])] : [];
  return message('team', text, [section(text), ...quoted]);
}

/** Of each, once it is escaped; the whole stands on the record. */
const RIGHTS_LENGTH = 600;

function textOf({ name, rights }: Deliverable, step: DetailStep, by: Named, locale: Locale): string {
  const words = detailWords.in(locale);
  const facts = { name: escape(name), who: called(by) };
  switch (step.is) {
    case 'changed':
      return step.anew ? words.lineChangedAnew(facts) : words.lineChanged(facts);
    case 'rights': {
      const shown = (text = '') => escape(shorten(text, RIGHTS_LENGTH));
      const where = { media: shown(rights?.media), territory: shown(rights?.territory) };
      const until = rights?.until ? formatDay(rights.until, locale) : null;
      return until === null
        ? words.lineRightsOpen({ ...facts, ...where })
        : words.lineRights({ ...facts, ...where, until });
    }
    case 'dropped':
      return words.lineDropped(facts);
    case 'reopened':
      return words.lineReopened(facts);
  }
}
