import type { InputBlock, KnownBlock } from '@slack/types';
import { bold, context, type Modal, modal, rich, run, section } from '../kit/blocks.ts';
import { formBlocks, inputBlock } from '../kit/form.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import { shorten } from '../kit/text.ts';
import type { Project } from '../project/model.ts';
import { titleOf } from '../project/rules.ts';
import { DELIVERABLE_KINDS, type Deliverable } from './model.ts';
import {
  aboutForm,
  detailsMeta,
  dropForm,
  dropMeta,
  estimateForm,
  linesQuestion,
  restForm,
  rightsForm,
  rightsMeta,
} from './model-details.ts';
import {
  detailMarks,
  type DetailMarks,
  type Details,
  detailsOf,
  type OfferedLine,
  offeredLines,
} from './rules-details.ts';
import { rightsMark } from './rules-ends.ts';
import { kindName } from './views-points.ts';
import { detailWords } from './words-details.ts';

/** The action and callback ids of what a deliverable is, shared by views and listeners. */
export const DETAIL_IDS = {
  details: 'deliverable.details',
  detailsForm: 'deliverable.detailsForm',
  rights: 'deliverable.rights',
  rightsForm: 'deliverable.rightsForm',
  drop: 'deliverable.drop',
  dropForm: 'deliverable.dropForm',
  reopen: 'deliverable.reopen',
} as const;

/** What was entered, and what other people changed meanwhile: the form is shown again. */
export type DetailsTyped = { details: Details; marks: DetailMarks };

type Shown = { typed?: DetailsTyped; isSaved?: boolean };

const named = (project: Project, { name }: Deliverable) => ({ name: bold(name), project: run(titleOf(project)) });

/** What it is, what it has to fulfil, and who decides inside. @param shown `isSaved`: it was saved, and more is asked of what it is now */
export function detailsModal(
  project: Project,
  deliverable: Deliverable,
  locale: Locale,
  { typed, isSaved = false }: Shown = {},
): Modal {
  const words = detailWords.in(locale);
  const details = typed?.details ?? detailsOf(deliverable);
  const offered = offeredLines(project, deliverable);
  const isEstimate = details.kind === 'costEstimate';
  const stays = deliverable.sent ? [context(words.staysAsSent())] : [];
  return modal({
    id: DETAIL_IDS.detailsForm,
    title: words.detailsTitle(),
    submit: words.detailsSubmit(),
    close: words.cancel(),
    metadata: detailsMeta.encode({
      project: project._id,
      id: deliverable.id,
      opened: typed?.marks ?? detailMarks(deliverable),
      lines: offered.map(({ id }) => id),
      isEstimate,
    }),
    blocks: [
      ...(typed ? [section(words.clash())] : []),
      ...(isSaved ? [section(words.nowTheAmount())] : []),
      rich(...phrase(words.detailsIntro, named(project, deliverable))),
      ...questionBlocks(details, offered, isEstimate, locale),
      ...stays,
    ],
  });
}

type Offered = readonly OfferedLine[];

function questionBlocks(details: Details, offered: Offered, isEstimate: boolean, locale: Locale): KnownBlock[] {
  const words = detailWords.in(locale);
  const { name, kind, estimate, requires } = details;
  const [lines, own] = byLine(details, offered);
  const kinds = Object.fromEntries(DELIVERABLE_KINDS.map((one) => [`kind.${one}`, () => kindName(one, locale)]));
  const amount = estimate && `${estimate.amount} ${estimate.currency}`;
  return [
    ...formBlocks(aboutForm, { ...words, ...kinds }, { name, kind }),
    ...(isEstimate
      ? formBlocks(estimateForm, words, { amount, validUntil: estimate?.validUntil ?? null, po: estimate?.po ?? null })
      : []),
    ...(offered.length > 0 ? [linesBlock(offered, lines, locale)] : []),
    ...formBlocks(restForm, words, {
      criteria: own.join('\n'),
      items: details.items.join('\n'),
      routine: details.isRoutine ? ['yes'] : [],
      reviewers: details.reviewers.flatMap(({ person }) => (person ? [person.user] : [])),
      rounds: String(details.rounds),
      authority: requires?.kind ?? 'none',
      upTo: requires?.kind === 'spend' ? `${requires.amount} ${requires.currency}` : null,
    }),
  ];
}

/** The criteria that were chosen of what is offered, by its ids; and the others, in the team's own words. */
function byLine({ criteria }: Details, offered: Offered): [lines: string[], own: string[]] {
  const optionOf = ({ text, line }: Details['criteria'][number]) =>
    offered.find((one) => one.line === line && one.text === text);
  const lines = criteria.flatMap((one) => optionOf(one)?.id ?? []);
  return [lines, criteria.flatMap((one) => (optionOf(one) ? [] : [one.text]))];
}

/** An option of a choice (docs.slack.dev, option object). */
const OPTION_LENGTH = 75;

function linesBlock(offered: Offered, chosen: readonly string[], locale: Locale): InputBlock {
  const words = detailWords.in(locale);
  return inputBlock({
    question: { ...linesQuestion, options: offered.map(({ id }) => id) },
    label: words['lines.label'](),
    hint: words['lines.hint'](),
    placeholder: words['lines.placeholder'](),
    optionLabels: Object.fromEntries(offered.map(({ id, text }) => [id, shorten(text, OPTION_LENGTH)])),
    initial: chosen,
  });
}

/** Where and until when it may be used. @param typed what was entered, where somebody else was faster */
export function rightsModal(
  project: Project,
  deliverable: Deliverable,
  locale: Locale,
  typed?: { media: string; territory: string; until: string | null },
): Modal {
  const words = detailWords.in(locale);
  const { media, territory, until } = typed ?? deliverable.rights ?? { media: null, territory: null, until: null };
  return modal({
    id: DETAIL_IDS.rightsForm,
    title: words.rightsTitle(),
    submit: words.rightsSubmit(),
    close: words.cancel(),
    metadata: rightsMeta.encode({ project: project._id, id: deliverable.id, opened: rightsMark(deliverable) }),
    blocks: [
      ...(typed ? [section(words.clash())] : []),
      rich(...phrase(words.rightsIntro, named(project, deliverable))),
      ...formBlocks(rightsForm, words, { media, territory, until }),
    ],
  });
}

/** Why there will be none of it. */
export function dropModal(project: Project, deliverable: Deliverable, locale: Locale): Modal {
  const words = detailWords.in(locale);
  return modal({
    id: DETAIL_IDS.dropForm,
    title: words.dropTitle(),
    submit: words.dropSubmit(),
    close: words.cancel(),
    metadata: dropMeta.encode({
      project: project._id,
      id: deliverable.id,
      reopenedAt: deliverable.reopenedAt ?? null,
    }),
    blocks: [rich(...phrase(words.dropIntro, named(project, deliverable))), ...formBlocks(dropForm, words)],
  });
}
