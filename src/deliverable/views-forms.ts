import type { KnownBlock } from '@slack/types';
import { bold, button, buttons, context, type Modal, modal, rich, run } from '../kit/blocks.ts';
import { formBlocks, type Question } from '../kit/form.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import { shorten } from '../kit/text.ts';
import type { Project } from '../project/model.ts';
import { titleOf } from '../project/rules.ts';
import { personRun } from '../project/views-named.ts';
import type { Deliverable, Draft } from './model.ts';
import {
  type AddMeta,
  addMeta,
  addQuestions,
  reviewForm,
  reviewMeta,
  SOMETHING_NEW,
  versionForm,
} from './model-forms.ts';
import { versionMeta, versionValue } from './model-metadata.ts';
import type { BriefLine } from './rules-offers.ts';
import { draftMark } from './rules-review.ts';
import { nextNumber } from './rules.ts';
import { contentBlocks } from './views-contents.ts';
import { deliverableWords } from './words.ts';

/** The action and callback ids of bringing, checking and looking, shared by views and listeners. */
export const DELIVERABLE_IDS = {
  /** The shortcut on a message. */
  shortcut: 'deliverable.send',
  choose: 'deliverable.choose',
  addForm: 'deliverable.addForm',
  newVersion: 'deliverable.newVersion',
  versionForm: 'deliverable.versionForm',
  check: 'deliverable.check',
  checkForm: 'deliverable.checkForm',
  terms: 'deliverable.terms',
  review: 'deliverable.review',
  reviewForm: 'deliverable.reviewForm',
  look: 'deliverable.look',
} as const;

/** A select's option takes 75 characters (docs.slack.dev, option object). */
export const OPTION = 75;
/** Of the names of files in one line. */
const FILES = 300;

/** What the form for sending for approval begins with. */
export type AddShown = {
  meta: AddMeta;
  known: readonly Deliverable[];
  lines: readonly BriefLine[];
  initial: { of: string | null; name: string; content: string | null; line: string | null };
  /** The message is longer than a form takes. */
  isCut: boolean;
};

/** What is to be approved, and by when. Taken from a message, most of it stands there already. */
export function addModal(project: Project, { meta, known, lines, initial, isCut }: AddShown, locale: Locale): Modal {
  const words = deliverableWords.in(locale);
  const files = meta.files.map(({ name }) => name || words.aFile()).join(', ');
  const labels = {
    ...words,
    ...named('of', known, (one) => words.ofVersion({ name: shorten(one.name, 50), version: nextNumber(one) })),
    ...named('line', lines, ({ text }) => shorten(text, OPTION)),
  };
  return modal({
    id: DELIVERABLE_IDS.addForm,
    title: words.addTitle(),
    submit: words.addSubmit(),
    close: words.cancel(),
    metadata: addMeta.encode(meta),
    blocks: [
      rich(...phrase(words.addIntro, { project: bold(titleOf(project)) })),
      ...(files === '' ? [] : [rich(...phrase(words.addFiles, { files: bold(shorten(files, FILES)) }))]),
      ...(isCut ? [context(words.addCut())] : []),
      ...formBlocks(addQuestions(meta) as readonly Question[], labels, {
        ...initial,
        of: initial.of ?? SOMETHING_NEW,
      }),
      context(words.addNext()),
    ],
  });
}

/** Options by the ids of what they stand for. */
const named = <T extends { id: string }>(question: string, all: readonly T[], label: (one: T) => string) =>
  Object.fromEntries(all.map((one) => [`${question}.${one.id}`, () => label(one)]));

/** A new version, by the button on the card. */
export function versionModal(project: Project, deliverable: Deliverable, locale: Locale): Modal {
  const words = deliverableWords.in(locale);
  const { id, name, sent } = deliverable;
  const version = nextNumber(deliverable);
  const asked = versionForm.filter((question) => question.id !== 'own' || sent !== null);
  return modal({
    id: DELIVERABLE_IDS.versionForm,
    title: words.versionTitle(),
    submit: words.versionSubmit(),
    close: words.cancel(),
    metadata: versionMeta.encode({ project: project._id, id, version }),
    blocks: [
      rich(...phrase(words.versionIntro, { name: bold(name), version: run(String(version)) })),
      // There is a thread already, in which a larger file can be posted.
      ...formBlocks(asked as readonly Question[], { ...words, 'file.hint': words.versionFiles }),
    ],
  });
}

/** What is looked at in a form: what it is called, which version, whose. */
export const draftPlaces = ({ name }: Deliverable, { number, by }: Draft, locale: Locale) => ({
  name: bold(name),
  version: run(String(number)),
  who: personRun(by, locale),
});

/** So much of a version stands above the questions; the whole is behind "Look at it". */
const BLOCKS_ABOVE = 3;

/** What an internal reviewer says of it. */
export function reviewModal(project: Project, deliverable: Deliverable, draft: Draft, locale: Locale): Modal {
  const words = deliverableWords.in(locale);
  const { id } = deliverable;
  return modal({
    id: DELIVERABLE_IDS.reviewForm,
    title: words.reviewTitle(),
    submit: words.reviewSubmit(),
    close: words.cancel(),
    metadata: reviewMeta.encode({ project: project._id, id, version: draft.number, mark: draftMark(draft) }),
    blocks: [
      rich(...phrase(words.reviewIntro, draftPlaces(deliverable, draft, locale))),
      ...contentBlocks(draft.contents, locale).slice(0, BLOCKS_ABOVE),
      ...formBlocks(reviewForm, words),
    ],
  });
}

/** A row with one button about a version, inside a form. */
export const versionButton = (
  action: string,
  text: string,
  which: { project: string; id: string; version: number },
): KnownBlock => buttons(`${action}.row`, [button({ id: action, text, value: versionValue.encode(which) })]);
