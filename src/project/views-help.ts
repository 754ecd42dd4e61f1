import { context, type Message, message, section } from '../kit/blocks.ts';
import type { Locale } from '../kit/locale.ts';
import { helpWords } from './words-help.ts';
import { projectWords } from './words.ts';

/** The help that fits the person: guests need no commands, and are shown none. */
export function help(isGuest: boolean, locale: Locale): Message<'person'> {
  const words = projectWords.in(locale);
  if (isGuest) return message('person', words.helpGuest(), [section(words.helpGuest())]);
  const all = helpWords.in(locale);
  const groups = [
    all.helpStarting(),
    all.helpAgreeing(),
    all.helpApproving(),
    all.helpStages(),
    all.helpPeople(),
    all.helpProgress(),
  ];
  const text = [words.helpIntro(), ...groups, all.helpHelp()].join('\n');
  return message('person', text, [
    section(words.helpIntro()),
    ...groups.map((group) => section(group)),
    context(all.helpHelp()),
  ]);
}
