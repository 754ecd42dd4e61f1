import { bold, context, type Modal, modal, richText, paragraph, rich, run } from '../kit/blocks.ts';
import { type Part, pagesOf, quoted, said } from '../approval/views-pages.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import type { Project } from '../project/model.ts';
import { titleOf } from '../project/rules.ts';
import { personRun } from '../project/views-named.ts';
import type { CheckPoint, Deliverable, DeliveredContent } from './model.ts';
import { contentParts } from './views-contents.ts';
import { DELIVERABLE_IDS } from './views-forms.ts';
import { pointText } from './views-points.ts';
import { deliverableWords } from './words.ts';

/** A modal has 100 blocks; each of these is thousands of characters. */
const BLOCKS = 20;

/** Everything of one version, whole: what it is, what its maker says of it, what it has to fulfil, and what was ticked. */
export function lookModal(
  project: Project,
  deliverable: Deliverable,
  { number, contents }: { number: number; contents: readonly DeliveredContent[] },
  locale: Locale,
): Modal {
  const words = deliverableWords.in(locale);
  const { name, draft, criteria } = deliverable;
  const isDraft = draft?.number === number;
  const parts: Part[] = [
    ...contentParts(contents, locale),
    ...(isDraft && draft.note !== null
      ? [said(...phrase(words.lookNote, { who: personRun(draft.by, locale) })), ...quoted(draft.note)]
      : []),
    ...(criteria.length > 0
      ? [said(bold(words.criteria())), ...criteria.map(({ text }) => said(run(`• ${text}`)))]
      : []),
  ];
  const pages = pagesOf(parts);
  return modal({
    id: DELIVERABLE_IDS.look,
    title: words.lookTitle({ version: number }),
    close: words.close(),
    blocks: [
      rich(bold(name), run(` · ${titleOf(project)}`)),
      ...(pages.length > 0 ? pages.slice(0, BLOCKS) : [rich(run(words.lookEmpty()))]),
      ...(pages.length > BLOCKS ? [context(words.lookShortened())] : []),
      ...(isDraft ? [pointRows(draft.check.points, locale)] : []),
    ],
  });
}

const pointRows = (points: readonly CheckPoint[], locale: Locale) =>
  richText(points.map((point) => paragraph([run(`${point.isTicked ? '☑' : '☐'} ${pointText(point, locale)}`)])));
