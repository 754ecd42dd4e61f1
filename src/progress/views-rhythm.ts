import type { InputBlock } from '@slack/types';
import { inputBlock, type Question } from '../kit/form.ts';
import type { Locale } from '../kit/locale.ts';
import type { Rhythm } from '../kit/settings.ts';
import { minuteInWords } from '../kit/times.ts';
import { agencyRhythmForm, AS_AGENCY, rhythmForm } from './model-forms.ts';
import type { OwnParts } from './rules-rhythm.ts';
import { progressWords } from './words.ts';

type Part = ReturnType<typeof agencyRhythmForm>[number]['id'];

/** What can be chosen for a part of a rhythm, as it is called. */
function partText(part: Part, value: string, locale: Locale): string {
  const words = progressWords.in(locale);
  switch (part) {
    case 'postAt':
      return minuteInWords(Number(value));
    case 'quietDays':
      return value === 'nothing' ? words['quietDays.nothing']() : words['quietDays.oneLine']();
    case 'checkIn':
      return value === 'yes' ? words['checkIn.yes']() : words['checkIn.no']();
    case 'report':
      if (value === 'daily' || value === 'twiceWeekly' || value === 'weekly') return words[`report.${value}`]();
      return words['report.none']();
  }
}

/** A rhythm as its form has it; null for what it says nothing of. */
const chosenOf = (rhythm: OwnParts): Record<Part, string | null> => ({
  postAt: rhythm.postMinute === undefined ? null : String(rhythm.postMinute),
  quietDays: rhythm.quietDays ?? null,
  checkIn: rhythm.checkIn === undefined ? null : rhythm.checkIn ? 'yes' : 'no',
  report: rhythm.report ?? null,
});

/** What was chosen, as the form gives it. */
export type RhythmChosen = Readonly<Record<Part, string>>;

/** The agency's rhythm, as a form. @param typed what was chosen already, in place of what stands there */
export function agencyInputs(rhythm: Rhythm, locale: Locale, typed?: RhythmChosen): InputBlock[] {
  const chosen = typed ?? chosenOf(rhythm);
  return agencyRhythmForm(Number(chosen.postAt)).map((question) => {
    const labels = labelled(question.options, (value) => partText(question.id, value, locale));
    return asking(question, labels, chosen[question.id], locale);
  });
}

/** The rhythm of one project, with what the agency has beside each. @param own what is the project's own */
export function ownInputs(own: OwnParts, agency: Rhythm, zone: string | null, locale: Locale): InputBlock[] {
  const words = progressWords.in(locale);
  const [chosen, theirs] = [chosenOf(own), chosenOf(agency)];
  return rhythmForm(own.postMinute ?? null).map((question) => {
    const { id } = question;
    if (id === 'zone') return asking(question, {}, zone, locale);
    const asAgency = words.asAgency({ is: partText(id, theirs[id] ?? '', locale) });
    const labels = labelled(question.options, (value) =>
      value === AS_AGENCY ? asAgency : partText(id, value, locale),
    );
    return asking(question, labels, chosen[id] ?? AS_AGENCY, locale);
  });
}

const labelled = (options: readonly string[], label: (value: string) => string): Record<string, string> =>
  Object.fromEntries(options.map((value) => [value, label(value)]));

function asking(
  question: Question,
  optionLabels: Readonly<Record<string, string>>,
  initial: string | null,
  locale: Locale,
): InputBlock {
  const said: Readonly<Record<string, unknown>> = { ...progressWords.in(locale) };
  const text = (part: 'label' | 'hint' | 'placeholder') => {
    const word = said[`${question.id}.${part}`];
    return typeof word === 'function' ? String(word()) : '';
  };
  return inputBlock({
    question,
    label: text('label'),
    hint: text('hint'),
    placeholder: text('placeholder'),
    optionLabels,
    initial,
  });
}
