import { DELIVERABLE_KINDS, type DeliverableKind } from '../deliverable/model.ts';
import { kindName, pointText } from '../deliverable/views-points.ts';
import { type Modal, modal, section } from '../kit/blocks.ts';
import { formBlocks } from '../kit/form.ts';
import type { Locale } from '../kit/locale.ts';
import type { CheckSet, Settings } from '../kit/settings.ts';
import { CHECKS_IDS, checksForm, checksMeta } from './model-checks.ts';
import { checkMarks, type CheckMarks, checksOf, type EnteredChecks, kindsTouched } from './rules-checks.ts';
import { checksWords } from './words-checks.ts';

/** What was entered, and what stood there when the form was opened: where another administrator was faster. */
export type ChecksTyped = { entered: EnteredChecks; opened: CheckMarks };

/** The points of each kind, one a line. */
export function checksFormModal(settings: Settings, typed: ChecksTyped | null, locale: Locale): Modal {
  const words = checksWords.in(locale);
  const touched = typed ? kindsTouched(typed.entered, typed.opened) : [];
  const shown = (kind: DeliverableKind) =>
    lines(typed && touched.includes(kind) ? typed.entered[kind] : checksOf(settings, kind), locale);
  const labels = Object.fromEntries(
    DELIVERABLE_KINDS.flatMap((kind) => [
      [`${kind}.label`, () => kindName(kind, locale)],
      [`${kind}.placeholder`, () => words.placeholder()],
    ]),
  );
  return modal({
    id: CHECKS_IDS.form,
    title: words.title(),
    submit: words.save(),
    close: words.cancel(),
    metadata: checksMeta.encode({ opened: checkMarks(settings) }),
    blocks: [
      ...(typed ? [section(words.clash())] : []),
      section(words.intro()),
      ...formBlocks(checksForm, labels, Object.fromEntries(DELIVERABLE_KINDS.map((kind) => [kind, shown(kind)]))),
    ],
  });
}

const lines = (points: CheckSet['points'], locale: Locale): string =>
  points.map((point) => pointText(point, locale)).join('\n');

/** It is saved. */
export function checksSaid(locale: Locale): Modal {
  const words = checksWords.in(locale);
  return modal({
    id: 'settings.checksSaid',
    title: words.title(),
    close: words.close(),
    blocks: [section(words.saved())],
  });
}
