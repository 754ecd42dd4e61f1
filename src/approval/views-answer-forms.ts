import type { KnownBlock } from '@slack/types';
import { bold, context, type Modal, modal, rich, run, section, when } from '../kit/blocks.ts';
import { formBlocks, inputBlock } from '../kit/form.ts';
import type { Question } from '../kit/form-question.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import { shorten } from '../kit/text.ts';
import type { Answer, Approval, Approver, Party, Point, Verb } from './model.ts';
import {
  formMeta,
  linesForm,
  linesMeta,
  noteForm,
  passOnForm,
  reasonForm,
  reasonMeta,
  takeBackForm,
} from './model-answers.ts';
import type { ShownSubject } from './model-shown.ts';
import { pointsIn } from './rules-points.ts';
import { aboutOf, ANSWER_IDS } from './views-buttons.ts';
import { namesOf, ranges } from './views-people.ts';
import { numbersOf } from './views-status.ts';
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
const carried = ({ approval, mine, shown, locale }: FormFor) => ({
  ...aboutOf(approval, { ...shown, language: locale }),
  as: mine.id,
});

const intro = ({ shown, locale }: FormFor): KnownBlock =>
  rich(
    ...phrase(answerWords.in(locale).aboutSubject, {
      project: bold(shown.name),
      title: run(shown.title),
    }),
  );

/** Whoever decides for two is told for whom this is. */
function inPlaceOf({ mine, by, locale }: FormFor): KnownBlock[] {
  if (by.id === mine.id) return [];
  const names = { who: namesOf([by], locale), whom: namesOf([mine], locale) };
  return [context(answerWords.in(locale).inPlaceOf(names))];
}

/** What was answered before: pressing again replaces it. */
function before({ mine, locale }: FormFor): KnownBlock[] {
  const { answer } = mine;
  if (!answer) return [];
  const words = answerWords.in(locale);
  const said = run(words[`said.${answer.verb}`]());
  return [rich(...phrase(words.changeOfMind, { said, at: when(new Date(answer.at), locale) }))];
}

/** Slack's limit of an option's text (docs.slack.dev, option object). */
const OPTION_LENGTH = 75;

/** The lines as options, by their numbers: "2. Target audience: Students". */
function lineLabels({ lines }: ShownSubject, locale: Locale): Record<string, string> {
  const colon = locale === 'zh' ? '：' : ': ';
  return Object.fromEntries(
    lines.map(({ number, name, text }) => {
      const plain = text.replaceAll(/\s+/gu, ' ').trim();
      return [String(number), shorten(`${number}. ${name}${colon}${plain}`, OPTION_LENGTH)];
    }),
  );
}

/** What should change, or under which conditions: in the approver's own words, as it was said before. */
export function reasonModal(verb: Verb, form: FormFor): Modal {
  const { mine, shown, locale } = form;
  const words = answerWords.in(locale);
  const said = mine.answer?.verb === verb ? mine.answer : null;
  const initial: Record<string, string | readonly string[]> = {
    reason: said?.reason ?? '',
    lines: said ? chosenBefore(said, shown) : [],
    rest: said && isRestConfirmed(mine, said, shown) ? ['confirmed'] : [],
  };
  const labels = { lines: lineLabels(shown, locale), rest: { confirmed: words['rest.confirmed']() } };
  const inputs = reasonForm(shown.lines.length).map((question: Question) =>
    inputBlock({
      question,
      label: labelOf(question.id, verb, locale),
      hint: hintOf(question.id, locale),
      placeholder: question.id === 'reason' ? words['reason.placeholder']() : words['lines.placeholder'](),
      optionLabels: question.id === 'lines' ? labels.lines : labels.rest,
      initial: initial[question.id],
    }),
  );
  return modal({
    id: ANSWER_IDS.reasonForm,
    title: words[`verb.${verb}`](),
    submit: words[`verb.${verb}`](),
    close: words.cancel(),
    metadata: reasonMeta.encode({ ...carried(form), lines: shown.lines.length, verb }),
    blocks: [intro(form), ...inPlaceOf(form), ...before(form), ...inputs],
  });
}

/** Lines that the words name by themselves need not be chosen: chosen, they would have other words said of them, too. */
function chosenBefore({ reason, points }: Answer, { lines }: ShownSubject): string[] {
  const plain = (of: readonly Point[]) => JSON.stringify(of.map(({ line, text }) => [line, text]));
  const isSaid = plain(pointsIn(reason ?? '', lines, [])) === plain(points);
  const named = points.flatMap(({ line }) => line ?? []);
  return isSaid ? [] : numbersOf(named, lines).map(String);
}

/** Were all lines confirmed that no point names? */
function isRestConfirmed({ confirmedLines }: Approver, { points }: Answer, { lines }: ShownSubject): boolean {
  const rest = lines.filter(({ id }) => !points.some(({ line }) => line === id));
  return rest.length > 0 && rest.every(({ id }) => confirmedLines.includes(id));
}

function labelOf(question: string, verb: Verb, locale: Locale): string {
  const words = answerWords.in(locale);
  if (question === 'reason') return words['reason.label']({ verb });
  return question === 'lines' ? words['lines.label']() : words['rest.label']();
}

function hintOf(question: string, locale: Locale): string {
  const words = answerWords.in(locale);
  if (question === 'reason') return words['reason.hint']();
  return question === 'lines' ? words['lines.hint']() : words['rest.hint']();
}

/** Which lines are confirmed while the others stay open; those that are confirmed already are named, and not asked again. */
export function linesModal(form: FormFor): Modal {
  const { mine, shown, locale } = form;
  const words = answerWords.in(locale);
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
  const { mine, locale } = form;
  const words = answerWords.in(locale);
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
  const words = answerWords.in(locale);
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
