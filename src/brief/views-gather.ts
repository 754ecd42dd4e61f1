import type { Button, KnownBlock } from '@slack/types';
import { bold, button, context, divider, type Modal, modal, quote, rich, run } from '../kit/blocks.ts';
import { inputBlock } from '../kit/form.ts';
import { listed } from '../kit/i18n.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import { shorten } from '../kit/text.ts';
import type { Project } from '../project/model.ts';
import {
  CHECKED_AT_ONCE,
  checkForm,
  checkMeta,
  checkValue,
  gatherValue,
  type Source,
  type SourcePart,
} from './model-gather.ts';
import { sourcesOf, uncheckedIn } from './rules-gather.ts';
import { gatherWords } from './words-gather.ts';

export const GATHER_IDS = {
  addForm: 'brief.addForm',
  readFile: 'brief.readFile',
  document: 'brief.document',
  documentForm: 'brief.documentForm',
  parts: 'brief.takeApart',
  check: 'brief.check',
  checkForm: 'brief.checkForm',
} as const;

/** A select's option takes 75 characters (docs.slack.dev, option object), a button's label as many. */
const OPTION = 75;
/** A file's or a person's name inside a sentence. */
const NAME = 60;
/** How much of a part stands in the form where it is checked: enough to know it. */
const PART_SHOWN = 600;

/** Which parts were left open on the pages before, and which ones somebody else had checked meanwhile, by their numbers. */
export type Page = { skipped?: readonly number[]; overtaken?: readonly number[] };

/** Parts of a source, a question each: where does it belong? Null where nothing is left to be checked. */
export function checkModal(
  { _id: project }: Pick<Project, '_id'>,
  source: Source,
  parts: readonly SourcePart[],
  locale: Locale,
  { skipped = [], overtaken = [] }: Page = {},
): Modal | null {
  const left = source.toCheck.filter((place) => !skipped.includes(place) && parts[place] !== undefined);
  const places = left.slice(0, CHECKED_AT_ONCE);
  if (places.length === 0) return null;
  const words = gatherWords.in(locale);
  const intro = phrase((args: { source: string }) => words.checkIntro({ ...args, left: left.length }), {
    source: bold(nameOfSource(source, locale)),
  });
  const more = left.length - places.length;
  return modal({
    id: GATHER_IDS.checkForm,
    title: words.checkTitle(),
    submit: words.checkSubmit(),
    close: words.close(),
    metadata: checkMeta.encode({ project, source: source.id, places, skipped: [...skipped] }),
    blocks: [
      ...(overtaken.length > 0 ? [context(overtakenSentence(overtaken, locale))] : []),
      rich(...intro),
      ...(source.isCut ? [context(words.cutOff())] : []),
      ...checkForm(places).flatMap((question, index) => partBlocks(question, places[index] ?? 0, parts, locale)),
      ...(more > 0 ? [context(words.checkMore({ left: more }))] : []),
    ],
  });
}

/** What was chosen for parts that somebody else had checked was not taken: theirs stands. */
export const overtakenSentence = (overtaken: readonly number[], locale: Locale): string =>
  gatherWords.in(locale).overtaken({ parts: listed(overtaken.map(String), locale), count: overtaken.length });

type CheckQuestion = ReturnType<typeof checkForm>[number];

function partBlocks(
  question: CheckQuestion,
  place: number,
  parts: readonly SourcePart[],
  locale: Locale,
): KnownBlock[] {
  const words = gatherWords.in(locale);
  const part = parts[place];
  if (!part) return [];
  const isShort = part.text.length <= PART_SHOWN;
  const labels = question.options.map((option) => [option, shorten(words[`question.${option}`](), OPTION)]);
  const asking = inputBlock({
    question,
    label: words.checkLabel({ number: place + 1, of: parts.length }),
    hint: words.checkHint(),
    placeholder: words.checkPlaceholder(),
    optionLabels: Object.fromEntries(labels),
    initial: part.question,
  });
  return [
    divider(),
    ...(part.heading ? [rich(bold(shorten(part.heading, NAME * 2)))] : []),
    quote([run(shorten(part.text, PART_SHOWN))]),
    ...(isShort ? [] : [context(words.shortened({ count: part.text.length }))]),
    asking,
  ];
}

/** What a source is called. */
function nameOfSource({ kind, name }: Source, locale: Locale): string {
  const words = gatherWords.in(locale);
  const called = shorten(name ?? '', NAME);
  switch (kind) {
    case 'message':
      return called === '' ? words.sourceSomebody() : words.sourceMessage({ who: called });
    case 'document':
      return called === '' ? words.sourcePasted() : words.sourceDocument({ name: called });
    case 'pasted':
      return words.sourcePasted();
    case 'client':
      return words.sourceClient({ who: called });
  }
}

/** What the overview shows of the sources: what each is called, what it answered, and the way to it. */
export const sourcesShown = (project: Project, locale: Locale): { label: string; url: string | null }[] =>
  sourcesOf(project).map((source) => {
    const words = gatherWords.in(locale);
    const label = nameOfSource(source, locale);
    const questions = listed(
      source.fed.map((question) => words[`question.${question}`]()),
      locale,
    );
    return { label: questions === '' ? label : words.sourceFed({ source: label, questions }), url: source.link };
  });

/** The buttons that gathering brings to the overview: a document, and what waits to be checked. */
export function gatherButtons(project: Project, locale: Locale): Button[] {
  const words = gatherWords.in(locale);
  const document = button({
    id: GATHER_IDS.document,
    text: words.documentButton(),
    value: gatherValue.encode({ project: project._id }),
  });
  const [waiting] = uncheckedIn(project);
  if (!waiting) return [document];
  const value = checkValue.encode({ project: project._id, source: waiting.id });
  const check = button({
    id: GATHER_IDS.check,
    text: words.checkButton({ left: waiting.toCheck.length }),
    value,
    style: 'primary',
  });
  return [check, document];
}
