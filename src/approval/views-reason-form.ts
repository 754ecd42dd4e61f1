import { type Modal, modal } from '../kit/blocks.ts';
import { inputBlock } from '../kit/form.ts';
import type { Question } from '../kit/form-question.ts';
import type { Answer, Approver, Point, Verb } from './model.ts';
import { reasonForm, reasonMeta } from './model-answers.ts';
import type { ShownSubject } from './model-shown.ts';
import { pointsIn } from './rules-points.ts';
import { before, carried, type FormFor, inPlaceOf, intro, lineLabels } from './views-answer-forms.ts';
import { ANSWER_IDS } from './views-buttons.ts';
import { numbersOf } from './views-status.ts';
import { wordsFor } from './views-wording.ts';

/** What should change, or under which conditions: in the approver's own words, as it was said before. */
export function reasonModal(verb: Verb, form: FormFor): Modal {
  const { mine, shown, locale } = form;
  const words = wordsFor(shown.kind, locale);
  const said = mine.answer?.verb === verb ? mine.answer : null;
  const initial: Record<string, string | readonly string[]> = {
    reason: said?.reason ?? '',
    lines: said ? chosenBefore(said, shown) : [],
    rest: said && isRestConfirmed(mine, said, shown) ? ['confirmed'] : [],
    showAgain: said?.showAgain === true ? 'again' : said?.showAgain === false ? 'noNeed' : '',
  };
  const labels: Readonly<Record<string, Record<string, string>>> = {
    lines: lineLabels(shown, locale),
    rest: { confirmed: words['rest.confirmed']() },
    showAgain: { again: words['showAgain.again'](), noNeed: words['showAgain.noNeed']() },
  };
  const placeholders: Readonly<Record<string, string>> = {
    reason: words['reason.placeholder'](),
    showAgain: words['showAgain.placeholder'](),
  };
  const inputs = reasonForm(shown.lines.length, verb).map((question: Question) =>
    inputBlock({
      question,
      label: labelOf(question.id, verb, form),
      hint: hintOf(question.id, form),
      placeholder: placeholders[question.id] ?? words['lines.placeholder'](),
      optionLabels: labels[question.id] ?? {},
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

function labelOf(question: string, verb: Verb, { shown, locale }: FormFor): string {
  const words = wordsFor(shown.kind, locale);
  if (question === 'reason') return words['reason.label']({ verb });
  if (question === 'showAgain') return words['showAgain.label']();
  return question === 'lines' ? words['lines.label']() : words['rest.label']();
}

function hintOf(question: string, { shown, locale }: FormFor): string {
  const words = wordsFor(shown.kind, locale);
  if (question === 'reason') return words['reason.hint']();
  if (question === 'showAgain') return words['showAgain.hint']();
  return question === 'lines' ? words['lines.hint']() : words['rest.hint']();
}
