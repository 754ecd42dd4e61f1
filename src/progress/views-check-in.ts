import type { Button, RichTextElement } from '@slack/types';
import {
  bold,
  button,
  buttons,
  context,
  type Message,
  message,
  type Modal,
  modal,
  rich,
  run,
  when,
  who,
} from '../kit/blocks.ts';
import { formBlocks } from '../kit/form.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import { addressed, dateToken, escape, type Named } from '../kit/text.ts';
import type { Project } from '../project/model.ts';
import { titleOf } from '../project/rules.ts';
import { isEnded } from '../project/rules-life.ts';
import { CHECK_IN_STATES, type CheckIn, type CheckInState } from './model.ts';
import { type AboutCheckIn, checkInForm, checkInMeta, checkInValue } from './model-check-in.ts';
import { checkInWords } from './words-check-in.ts';

/** The action ids of the check-in's buttons, and the callback id of its form. */
export const CHECK_IN_IDS = {
  onTrack: 'progress.onTrack',
  atRisk: 'progress.atRisk',
  blocked: 'progress.blocked',
  done: 'progress.done',
  nothing: 'progress.nothing',
  line: 'progress.checkInLine',
  form: 'progress.checkInForm',
} as const satisfies Record<CheckInState | 'line' | 'form', `progress.${string}`>;

type Shown = Pick<CheckIn, 'day' | 'until'> & { said: CheckIn['people'][number]['said'] };

/** The question to one person, or what they said, with the buttons by which it is said and changed. */
export function checkInCard(project: Project, { day, until, said }: Shown, locale: Locale): Message<'person'> {
  const words = checkInWords.in(locale);
  const name = bold(titleOf(project));
  const at = new Date(said ? said.at : until);
  const state = said ? words[`is.${said.is}`]() : '';
  const line: RichTextElement[] = said
    ? phrase(words.checkInSaid, { project: name, state: bold(state), at: when(at, locale) })
    : phrase(words.checkInAsk, { project: name, at: when(at, locale) });
  const facts = { project: escape(titleOf(project)), at: dateToken(at, locale) };
  const text = said ? words.checkInSaid({ ...facts, state }) : words.checkInAsk(facts);
  const change = words.checkInChange({ at: dateToken(new Date(until), locale) });
  return message('person', text, [
    rich(...line, ...(said?.text ? [run('\n'), run(said.text, { italic: true })] : [])),
    ...(isEnded(project) ? [] : [buttons('progress.checkIn', choices({ project: project._id, day }, said, locale))]),
    context(said ? `${change} ${words.checkInHint()}` : words.checkInHint()),
  ]);
}

function choices(about: AboutCheckIn, said: Shown['said'], locale: Locale): Button[] {
  const words = checkInWords.in(locale);
  const value = checkInValue.encode({ ...about, shown: said?.at ?? null });
  const states = CHECK_IN_STATES.map((is) => {
    const chosen = said?.is === is ? { style: 'primary' as const } : {};
    return button({ id: CHECK_IN_IDS[is], text: words[`is.${is}`](), value, ...chosen });
  });
  const takesLine = said !== null && said.is !== 'nothing';
  return takesLine ? [...states, button({ id: CHECK_IN_IDS.line, text: words.checkInLine(), value })] : states;
}

/** One line about how it stands, with what was said before. */
export function checkInModal(
  project: Project,
  { day, is, text }: { day: string; is: CheckInState; text: string | null },
  locale: Locale,
): Modal {
  const words = checkInWords.in(locale);
  const places = { project: bold(titleOf(project)), state: bold(words[`is.${is}`]()) };
  return modal({
    id: CHECK_IN_IDS.form,
    title: words.checkInTitle(),
    submit: words.checkInSubmit(),
    close: words.checkInCancel(),
    metadata: checkInMeta.encode({ project: project._id, day, is }),
    blocks: [rich(...phrase(words.checkInIntro, places)), ...formBlocks(checkInForm, words, { line: text })],
  });
}

/** Mentions those of whom nothing was heard, in the thread of the last progress post. */
export function missingLine(project: Project, missing: readonly Named[], until: Date, locale: Locale): Message<'team'> {
  const words = checkInWords.in(locale);
  const people = missing.flatMap(({ person }, index) => [
    ...(index === 0 ? [] : [run(locale === 'zh' ? '、' : ', ')]),
    ...(person ? [who(person)] : []),
  ]);
  const text = words.checkInMissing({
    who: missing.map(addressed).join(locale === 'zh' ? '、' : ', '),
    project: escape(titleOf(project)),
    at: dateToken(until, locale),
  });
  const places = { who: people, project: bold(titleOf(project)), at: when(until, locale) };
  return message('team', text, [rich(...phrase(words.checkInMissing, places))]);
}

/** The same to one person, where no progress post has been yet. */
export function missingNote(project: Project, until: Date, locale: Locale): Message<'person'> {
  const words = checkInWords.in(locale);
  const text = words.checkInMissingNote({ project: escape(titleOf(project)), at: dateToken(until, locale) });
  const places = { project: bold(titleOf(project)), at: when(until, locale) };
  return message('person', text, [rich(...phrase(words.checkInMissingNote, places))]);
}
