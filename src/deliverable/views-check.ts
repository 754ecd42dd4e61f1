import type { KnownBlock, RichTextSection } from '@slack/types';
import { bold, context, type Modal, modal, paragraph, rich, richText, run, section, warning } from '../kit/blocks.ts';
import { hashOf } from '../kit/chain.ts';
import { inputBlock } from '../kit/form.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import { shorten } from '../kit/text.ts';
import type { Project } from '../project/model.ts';
import type { CheckPoint, Deliverable, Draft } from './model.ts';
import { backQuestion, checkForm, checkMeta, copyQuestion } from './model-forms.ts';
import { draftMark } from './rules-review.ts';
import { absoluteTerms } from './rules-terms.ts';
import { contentBlocks } from './views-contents.ts';
import { DELIVERABLE_IDS, draftPlaces, OPTION, versionButton } from './views-forms.ts';
import { pointText } from './views-points.ts';
import { deliverableWords } from './words.ts';

/** What stands in the form already, and of which copy the absolute terms are shown. */
export type CheckEntered = { copy: string | null; isSure: boolean };
const NOTHING: CheckEntered = { copy: null, isSure: false };

/** Tells whether this copy is the one of which the terms were shown. */
export const copyMark = (copy: string): string => hashOf({ copy }).slice(0, 12);

/** Is it looked through for absolute terms? */
const hasTerms = ({ check }: Draft): boolean => check.points.some(({ key }) => key === 'absoluteTerms');

/** The texts of a version that its check runs over by itself. */
const copyOf = ({ contents }: Draft): string =>
  contents.flatMap((one) => (one.is === 'text' ? [one.text] : [])).join('\n');

const BLOCKS_ABOVE = 3;
/** So many places of absolute terms are shown. */
const TERMS = 20;
/** Around a term, in characters. */
const AROUND = 15;

/** The check of a version, by somebody other than its maker. @param entered what was pasted, where it was looked over just now */
export function checkModal(
  project: Project,
  deliverable: Deliverable,
  draft: Draft,
  locale: Locale,
  { copy, isSure }: CheckEntered = NOTHING,
): Modal {
  const words = deliverableWords.in(locale);
  const { points } = draft.check;
  const which = { project: project._id, id: deliverable.id, version: draft.number };
  const isLookedOver = hasTerms(draft);
  const looked = copy === null ? null : copyMark(copy);
  const shape = { count: points.length, hasCopy: isLookedOver, mark: draftMark(draft), looked };
  return modal({
    id: DELIVERABLE_IDS.checkForm,
    title: words.checkTitle(),
    submit: words.checkSubmit(),
    close: words.cancel(),
    metadata: checkMeta.encode({ ...which, ...shape }),
    blocks: [
      ...(isSure ? [warning(words.termsSure())] : []),
      rich(...phrase(words.checkIntro, draftPlaces(deliverable, draft, locale))),
      ...contentBlocks(draft.contents, locale).slice(0, BLOCKS_ABOVE),
      ...(isLookedOver ? termsBlocks([copyOf(draft), copy ?? ''].filter(Boolean).join('\n'), locale) : []),
      ...wholePoints(points, locale),
      ...groupBlocks(points, locale),
      ...(isLookedOver
        ? [questionBlock(copyQuestion, locale), versionButton(DELIVERABLE_IDS.terms, words.terms(), which)]
        : []),
      questionBlock(backQuestion, locale),
    ],
  });
}

/** The points of a check as boxes to tick, ten a question. */
function groupBlocks(points: readonly CheckPoint[], locale: Locale): KnownBlock[] {
  const words = deliverableWords.in(locale);
  const labels = points.map((point, place) => [String(place), shorten(pointText(point, locale), OPTION)]);
  return checkForm(points.length, false).flatMap((question, group): KnownBlock[] =>
    question.kind !== 'choices'
      ? []
      : [
          inputBlock({
            question,
            label: group === 0 ? words['points.label']() : words['points.more'](),
            hint: group === 0 ? words['points.hint']() : '',
            placeholder: '',
            optionLabels: Object.fromEntries(labels),
            initial: null,
          }),
        ],
  );
}

function questionBlock(question: typeof copyQuestion | typeof backQuestion, locale: Locale): KnownBlock {
  const words = deliverableWords.in(locale);
  return inputBlock({
    question,
    label: words[`${question.id}.label`](),
    hint: words[`${question.id}.hint`](),
    placeholder: words[`${question.id}.placeholder`](),
    optionLabels: {},
    initial: null,
  });
}

/** A box's label is short: points that are longer stand above, in full. */
function wholePoints(points: readonly CheckPoint[], locale: Locale): KnownBlock[] {
  const long = points.map((point) => pointText(point, locale)).filter((text) => shorten(text, OPTION) !== text);
  if (long.length === 0) return [];
  const all = [
    paragraph([bold(deliverableWords.in(locale).checkAll())]),
    ...long.map((text) => paragraph([run(`• ${text}`)])),
  ];
  return [richText(all)];
}

/** The absolute terms in a text, each with what stands around it; nothing where there is no text. */
function termsBlocks(text: string, locale: Locale): KnownBlock[] {
  if (text.trim() === '') return [];
  const words = deliverableWords.in(locale);
  const found = absoluteTerms(text);
  if (found.length === 0) return [context(words.termsNone())];
  const rows = found.slice(0, TERMS).map(({ term, at }): RichTextSection => {
    const before = text.slice(Math.max(0, at - AROUND), at).toWellFormed();
    const after = text.slice(at, at + term.length + AROUND).toWellFormed();
    return paragraph([bold(term), run(` · …${`${before}${after}`.replaceAll(/\s+/gu, ' ').trim()}…`)]);
  });
  return [section(words.termsFound({ count: found.length })), richText(rows)];
}
