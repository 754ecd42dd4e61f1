import type { KnownBlock } from '@slack/types';
import { bold, context, inChannel, type Modal, modal, rich, warning } from '../kit/blocks.ts';
import { dayIn, formatDay } from '../kit/calendar.ts';
import { hashOf } from '../kit/chain.ts';
import { formBlocks } from '../kit/form.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import type { Project } from '../project/model.ts';
import type { Finding } from '../project/model-outgoing.ts';
import { outgoingNotice } from '../project/views-outgoing.ts';
import type { Managed } from './model-manage.ts';
import { reminderForm, reminderMeta } from './model-nudges.ts';
import { type FoundRequest, namesIn, REMINDER_IDS } from './views-nudges.ts';
import { nudgeWords } from './words-nudges.ts';

/** How far a reminder is: typed, being looked over, or checked; `notChecked` where that could not be done. */
export type ReminderStage =
  { is: 'typed' } | { is: 'checking' } | { is: 'notChecked' } | { is: 'checked'; found: readonly Finding[] };

/** Tells one text from another: what was checked is what is sent. */
export const reminderMark = (text: string): string => hashOf({ text }).slice(0, 16);

/** What the form begins with: in the client's language, without names. */
export function reminderDraft({ approval, shown }: FoundRequest): string {
  const day = formatDay(dayIn('utc', new Date(approval.openedAt)), shown.language);
  return nudgeWords.in(shown.language).reminderText({ title: shown.title, day });
}

/** The form for reminding in one's own words: checked first, and sent once it is what was checked. */
export function reminderModal(
  { project, managed, found }: { project: Project; managed: Managed; found: FoundRequest },
  { text, stage, now }: { text: string; stage: ReminderStage; now: Date },
  locale: Locale,
): Modal {
  const words = nudgeWords.in(locale);
  const isChecked = stage.is === 'checked';
  const channel = project.channels.client?.id;
  return modal({
    id: REMINDER_IDS.form,
    title: words.reminderTitle(),
    submit: isChecked ? words.reminderSubmit() : words.reminderCheck(),
    close: words.cancel(),
    metadata: reminderMeta.encode({ ...managed, checked: isChecked ? reminderMark(text) : null }),
    blocks: [
      rich(...phrase(words.reminderIntro, { who: bold(namesIn(project, found.approval, now, locale)) })),
      ...(isChecked ? outgoingNotice(stage.found, locale) : []),
      ...formBlocks(reminderForm, words, { reminder: text }),
      ...(channel ? [rich(...phrase(words.reminderGoesTo, { channel: inChannel(channel) }))] : []),
      ...stageBlocks(stage, locale),
    ],
  });
}

function stageBlocks(stage: ReminderStage, locale: Locale): KnownBlock[] {
  const words = nudgeWords.in(locale);
  if (stage.is === 'checking') return [context(words.reminderChecking())];
  if (stage.is === 'notChecked') return [warning(words.reminderNotChecked())];
  return stage.is === 'checked' && stage.found.length === 0 ? [context(words.reminderNothingFound())] : [];
}
