import type { KnownBlock } from '@slack/types';
import { bold, context, type Modal, modal, rich, run, section, when } from '../kit/blocks.ts';
import { formBlocks, inputBlock } from '../kit/form.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import { shorten } from '../kit/text.ts';
import type { Approval, Approver, Party, Verb } from './model.ts';
import { formMeta, linesForm, linesMeta, noteForm, passOnForm, takeBackForm } from './model-answers.ts';
import type { ShownSubject } from './model-shown.ts';
import { aboutOf, ANSWER_IDS } from './views-buttons.ts';
import { namesOf, ranges } from './views-people.ts';
import { numbersOf } from './views-status.ts';
import { wordsFor } from './views-wording.ts';
import { answerWords } from './words-answers.ts';

/** A form for one approver: what it is about, and how it is shown. */
export type FormFor = {
  approval: Approval;
  mine: Approver;
  /** Who fills it in: the approver, or their stand-in. */
  by: Party;
  shown: ShownSubject;
  locale: Locale;
};

/** What the form carries. It is opened in the reader's language, and answered in it. */
export const carried = ({ approval, mine, shown, locale }: FormFor) => ({
  ...aboutOf(approval, { ...shown, language: locale }),
  as: mine.id,
});

export const intro = ({ shown, locale }: FormFor): KnownBlock =>
  rich(
    ...phrase(answerWords.in(locale).aboutSubject, {
      project: bold(shown.name),
      title: run(shown.title),
    }),
  );

/** Whoever decides for two is told for whom this is. */
export function inPlaceOf({ mine, by, locale }: FormFor): KnownBlock[] {
  if (by.id === mine.id) return [];
  const names = { who: namesOf([by], locale), whom: namesOf([mine], locale) };
  return [context(answerWords.in(locale).inPlaceOf(names))];
}

/** What was answered before: pressing again replaces it. */
export function before({ mine, locale }: FormFor): KnownBlock[] {
  const { answer } = mine;
  if (!answer) return [];
  const words = answerWords.in(locale);
  const said = run(words[`said.${answer.verb}`]());
  return [rich(...phrase(words.changeOfMind, { said, at: when(new Date(answer.at), locale) }))];
}

/** Slack's limit of an option's text (docs.slack.dev, option object). */
const OPTION_LENGTH = 75;

/** The lines as options, by their numbers: "2. Target audience: Students". */
export function lineLabels({ lines }: ShownSubject, locale: Locale): Record<string, string> {
  const colon = locale === 'zh' ? '：' : ': ';
  return Object.fromEntries(
    lines.map(({ number, name, text }) => {
      const plain = text.replaceAll(/\s+/gu, ' ').trim();
      const named = plain === '' ? name : `${name}${colon}${plain}`;
      return [String(number), shorten(`${number}. ${named}`, OPTION_LENGTH)];
    }),
  );
}

/** Which lines are confirmed while the others stay open; those that are confirmed already are named, and not asked again. */
export function linesModal(form: FormFor): Modal {
  const { mine, shown, locale } = form;
  const words = wordsFor(shown.kind, locale);
  const done = numbersOf(mine.confirmedLines, shown.lines);
  const labels = lineLabels(shown, locale);
  const inputs = linesForm(shown.lines.length).flatMap(({ options, ...question }) => {
    const open = options.filter((number) => !done.includes(Number(number)));
    const [from, to] = [options[0], options.at(-1)].map(Number);
    if (open.length === 0) return [];
    return inputBlock({
      question: { ...question, options: open },
      label: words.someGroup({ from: from ?? 0, to: to ?? 0 }),
      hint: '',
      placeholder: '',
      optionLabels: labels,
      initial: null,
    });
  });
  const already = done.length > 0 ? [words.someBefore({ lines: ranges(done, locale) })] : [];
  return modal({
    id: ANSWER_IDS.linesForm,
    title: words.someTitle(),
    submit: words.someSubmit(),
    close: words.cancel(),
    metadata: linesMeta.encode({ ...carried(form), lines: shown.lines.length }),
    blocks: [intro(form), ...inPlaceOf(form), section([words.someIntro(), ...already].join(' ')), ...inputs],
  });
}

/** An agreement with a comment, and with who else inside agreed. */
export function noteModal(verb: Verb, form: FormFor): Modal {
  const { mine, shown, locale } = form;
  const words = wordsFor(shown.kind, locale);
  const said = mine.answer?.verb === verb ? mine.answer : null;
  return modal({
    id: ANSWER_IDS.noteForm,
    title: words.noteTitle(),
    submit: words[`verb.${verb}`](),
    close: words.cancel(),
    metadata: formMeta.encode(carried(form)),
    blocks: [
      intro(form),
      ...inPlaceOf(form),
      ...before(form),
      ...formBlocks(noteForm, words, { comment: said?.reason ?? null, alsoAgreed: said?.alsoAgreed ?? null }),
    ],
  });
}

/** Who decides instead. */
export function passOnModal(form: FormFor): Modal {
  const words = answerWords.in(form.locale);
  return modal({
    id: ANSWER_IDS.passOnForm,
    title: words.passOnTitle(),
    submit: words.passOnSubmit(),
    close: words.cancel(),
    metadata: formMeta.encode(carried(form)),
    blocks: [intro(form), section(words.passOnIntro()), ...formBlocks(passOnForm, words)],
  });
}

/** Why an approver takes their own agreement back. */
export function takeBackModal(form: FormFor): Modal {
  const { shown, locale } = form;
  const words = wordsFor(shown.kind, locale);
  const about = { project: bold(shown.name), title: run(shown.title) };
  return modal({
    id: ANSWER_IDS.takeBackForm,
    title: words.takeBackTitle(),
    submit: words.takeBackSubmit(),
    close: words.cancel(),
    metadata: formMeta.encode(carried(form)),
    blocks: [rich(...phrase(words.takeBackIntro, about)), ...formBlocks(takeBackForm, words)],
  });
}
