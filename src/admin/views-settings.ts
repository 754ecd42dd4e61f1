import type { KnownBlock, RichTextElement } from '@slack/types';
import { bold, button, buttons, context, type Modal, modal, rich, run, section } from '../kit/blocks.ts';
import { formBlocks } from '../kit/form.ts';
import { listed } from '../kit/i18n.ts';
import { LOCALES, type Locale } from '../kit/locale.ts';
import type { Person } from '../kit/person.ts';
import { phrase } from '../kit/phrase.ts';
import type { Settings } from '../kit/settings.ts';
import { dateToken, mention, shorten } from '../kit/text.ts';
import { lookedFor } from '../project/rules-outgoing.ts';
import { CALENDAR_IDS } from './model-calendar.ts';
import { CHECKS_IDS } from './model-checks.ts';
import { RHYTHM_IDS } from './model-rhythm.ts';
import {
  LANGUAGES,
  SETTINGS_IDS,
  settingsForm,
  settingsMeta,
  type SettingsQuestion,
  settingsValue,
} from './model-settings.ts';
import { clashes, type Entered, type Marks, marksAfter, marksOf, standing } from './rules-settings.ts';
import { calendarWords } from './words-calendar.ts';
import { checksWords } from './words-checks.ts';
import { rhythmWords } from './words-rhythm.ts';
import { settingsWords } from './words-settings.ts';

/** What an administrator entered, and what stood there when they opened the form. */
export type Typed = { entered: Entered; opened: Marks };

export type SettingsShown = {
  settings: Settings;
  /** Administrators whom the settings do not name. */
  others: readonly Person[];
  /** Who changed the settings last; null where nobody has. */
  changed: { by: Person | null; at: string } | null;
  /** Where somebody else changed the same questions meanwhile. */
  typed?: Typed;
};

/** Of what another administrator wrote meanwhile. */
const CLASH_LENGTH = 300;

/** What is settled for the workspace, with what stands there; after a clash with what was typed. */
export function settingsModal({ settings, others, changed, typed }: SettingsShown, locale: Locale): Modal {
  const words = settingsWords.in(locale);
  const opened = typed ? marksAfter(settings, typed.entered, typed.opened) : marksOf(settings);
  return modal({
    id: SETTINGS_IDS.form,
    title: words.title(),
    submit: words.save(),
    close: words.cancel(),
    metadata: settingsMeta.encode({ opened }),
    blocks: [
      ...(typed ? clashBlocks(settings, typed, locale) : []),
      section(words.intro()),
      ...formBlocks(settingsForm, words, initial(typed?.entered ?? standing(settings))),
      ...(others.length > 0 ? [context(words.alsoNamed({ who: listed(others.map(mention), locale) }))] : []),
      buttons('settings.more', [
        button({ id: SETTINGS_IDS.directors, text: words.directorsButton(), value: settingsValue.encode({}) }),
        button({ id: CALENDAR_IDS.open, text: calendarWords.in(locale).button(), value: settingsValue.encode({}) }),
        button({ id: RHYTHM_IDS.open, text: rhythmWords.in(locale).button(), value: settingsValue.encode({}) }),
        button({ id: CHECKS_IDS.open, text: checksWords.in(locale).button(), value: settingsValue.encode({}) }),
      ]),
      ...(changed ? [context(changedLine(changed, locale))] : []),
    ],
  });
}

/** An empty list of words shows the shipped one: whoever adds a word adds to that. */
const initial = ({ administrators, language, money, inside }: Entered) => ({
  administrators: administrators.map(({ user }) => user),
  language: language ?? LANGUAGES[0],
  money: lookedFor('money', { money }).join('\n'),
  inside: lookedFor('inside', { inside }).join('\n'),
});

function changedLine({ by, at }: { by: Person | null; at: string }, locale: Locale): string {
  const who = by ? mention(by) : '?';
  return settingsWords.in(locale).changed({ who, at: dateToken(new Date(at), locale) });
}

function clashBlocks(settings: Settings, { entered, opened }: Typed, locale: Locale): KnownBlock[] {
  const all = clashes(settings, entered, opened).map((question) => rich(...standsNow(settings, question, locale)));
  return [rich(run(settingsWords.in(locale).clash())), ...all];
}

function standsNow(settings: Settings, question: SettingsQuestion, locale: Locale): RichTextElement[] {
  const words = settingsWords.in(locale);
  const name = bold(words[`name.${question}`]());
  const text = shownNow(standing(settings), question, locale);
  if (text.length === 0) return phrase(words.clashNothing, { question: name });
  return phrase(words.clashNow, { question: name, text });
}

function shownNow(now: Entered, question: SettingsQuestion, locale: Locale): RichTextElement[] {
  const words = settingsWords.in(locale);
  switch (question) {
    case 'administrators':
      return now.administrators.flatMap(({ user }): RichTextElement[] => [{ type: 'user', user_id: user }, run(' ')]);
    case 'language': {
      const language = LOCALES.find((one) => one === now.language) ?? 'asDeployed';
      return [run(words[`language.${language}`]())];
    }
    case 'money':
    case 'inside':
      return [run(shorten(lookedFor(question, { [question]: now[question] }).join(' · '), CLASH_LENGTH))];
  }
}
