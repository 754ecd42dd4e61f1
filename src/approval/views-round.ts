import { bold, run } from '../kit/blocks.ts';
import { listed } from '../kit/i18n.ts';
import type { Locale } from '../kit/locale.ts';
import { type Approval, OUTCOME_OF } from './model.ts';
import type { ShownSubject } from './model-shown.ts';
import { type RoundPoint, roundPoints } from './rules-round.ts';
import { type Part, quoted, said } from './views-pages.ts';
import { plainName, ranges } from './views-people.ts';
import { numbersOf } from './views-status.ts';
import { wordsFor } from './views-wording.ts';
import { answerWords } from './words-answers.ts';

/** What a round came to, as it is shown: the parts in their order, how many points, and whether some contradict each other. */
export type ShownRound = { parts: Part[]; count: number; contradicts: boolean };

/**
 * The points of a round as one numbered list: line by line, who said what, and what contradicts. Of one approver alone the
 * words as they were typed, and which lines they are about.
 */
export function roundOf(approval: Approval, shown: ShownSubject, locale: Locale): ShownRound {
  const points = roundPoints(
    approval,
    shown.lines.map(({ id }) => id),
  );
  const contradicts = points.some((point) => point.contradicts);
  const alone = approval.approvers.length === 1 ? aloneParts(approval, shown, locale) : null;
  return {
    parts: alone ?? points.flatMap((point) => pointParts(point, shown, locale)),
    count: points.length,
    contradicts,
  };
}

function aloneParts(approval: Approval, { kind, lines }: ShownSubject, locale: Locale): Part[] {
  const words = wordsFor(kind, locale);
  const { answer, confirmedLines } = approval.approvers[0] ?? {};
  if (!answer?.reason || OUTCOME_OF[answer.verb] !== 'refused') return [];
  const named = numbersOf(
    answer.points.flatMap(({ line }) => line ?? []),
    lines,
  );
  const confirmed = numbersOf(confirmedLines ?? [], lines);
  const about = [
    ...(named.length > 0 ? [words.linesChanges({ lines: ranges(named, locale) })] : []),
    ...(confirmed.length > 0 ? [words.linesConfirmed({ lines: ranges(confirmed, locale) })] : []),
  ];
  return [...quoted(answer.reason), ...about.map((sentence) => said(run(sentence)))];
}

function pointParts(point: RoundPoint, shown: ShownSubject, locale: Locale): Part[] {
  const words = answerWords.in(locale);
  const voices = point.said.flatMap(({ by, text }) => quoted(text, [bold(words.pointSaid({ who: plainName(by) }))]));
  const contradiction = point.contradicts ? [said(bold(contradictionIn(point, locale)))] : [];
  return [said(bold(titleOf(point, shown, locale))), ...voices, ...contradiction];
}

function titleOf({ number, line }: RoundPoint, { kind, lines }: ShownSubject, locale: Locale): string {
  const words = wordsFor(kind, locale);
  if (line === null) return words.pointWhole({ number });
  const asked = lines.find(({ id }) => id === line);
  return asked ? words.pointLine({ number, line: asked.number, name: asked.name }) : words.pointGone({ number });
}

function contradictionIn({ said: voices, confirmedBy }: RoundPoint, locale: Locale): string {
  const words = answerWords.in(locale);
  if (confirmedBy.length === 0) return words.pointDiffers();
  const wanting = [...new Set(voices.map(({ by }) => plainName(by)))];
  const confirmed = listed(confirmedBy.map(plainName), locale);
  return words.pointContradicts({ confirmed, wants: listed(wanting, locale) });
}
