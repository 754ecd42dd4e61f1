import { context, type Modal, modal, section } from '../kit/blocks.ts';
import { listed } from '../kit/i18n.ts';
import type { Locale } from '../kit/locale.ts';
import { mayWords } from '../project/words-may.ts';
import { mayLines } from './rules-listed.ts';
import { peopleWords } from './words.ts';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Who may do what, from the one table, in a line for each group of people. */
export function mayModal(locale: Locale): Modal {
  const words = peopleWords.in(locale);
  const may = mayWords.in(locale);
  const lines = mayLines().map(({ who, acts }) => {
    const people = listed(
      who.map((one) => may[`may.${one}`]()),
      locale,
    );
    return section(
      words.mayLine({
        who: capital(people),
        acts: acts.map((act) => may[`act.${act}`]()).join(locale === 'zh' ? '；' : '; '),
      }),
    );
  });
  return modal({
    id: 'people.mayShown',
    title: words.mayTitle(),
    close: words.close(),
    blocks: [section(words.mayIntro()), ...lines, context(words.mayNote())],
  });
}
