import { bold, context, type Modal, modal, rich, run, section } from '../kit/blocks.ts';
import { type Day, dayIn, zoneName } from '../kit/calendar.ts';
import { dayInWords } from '../kit/days.ts';
import { formBlocks } from '../kit/form.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import type { Approval } from './model.ts';
import { DUE_IDS, moveDueForm } from './model-due.ts';
import { approvalMeta, type Managed } from './model-manage.ts';
import type { ShownSubject } from './model-shown.ts';
import { dueWords } from './words-due.ts';

/** The day on which an instant to decide by ends, in a zone: at midnight it is still the day before. */
export const dueDay = (dueAt: string, zone: string): Day => dayIn(zone, new Date(Date.parse(dueAt) - 1));

/** By which day, and why. @param about `zone`: by whose clock the day is; `isInSlack`: there is a thread in which the client is told */
export function moveDueModal(
  managed: Managed,
  { approval, shown, zone, isInSlack }: { approval: Approval; shown: ShownSubject; zone: string; isInSlack: boolean },
  locale: Locale,
): Modal {
  const words = dueWords.in(locale);
  const day = approval.dueAt === null ? null : dueDay(approval.dueAt, zone);
  const named = { project: bold(shown.name), title: run(shown.title) };
  const intro =
    day === null
      ? phrase(words.introNone, named)
      : phrase(words.intro, { ...named, day: run(dayInWords(day, locale)) });
  return modal({
    id: DUE_IDS.form,
    title: words.title(),
    submit: words.submit(),
    close: words.cancel(),
    metadata: approvalMeta.encode(managed),
    blocks: [
      rich(...intro),
      ...(isInSlack ? [] : [section(words.outside())]),
      ...formBlocks(moveDueForm, words, { movedTo: day }),
      context(words.zone({ zone: zoneName(zone, locale) })),
    ],
  });
}
