import { DELIVERABLE_KINDS, type DeliverableKind } from '../deliverable/model.ts';
import { type CheckKey, POINTS_OF } from '../deliverable/model-points.ts';
import { setFor } from '../deliverable/rules-points.ts';
import { BOUNDS } from '../kit/bounds.ts';
import { markOf } from '../kit/merge.ts';
import { type Refusal, refuser } from '../kit/refusal.ts';
import type { CheckSet, Settings } from '../kit/settings.ts';
import type { CheckSettingsRefusals } from './model-checks.ts';
import type { SettingsRefusals } from './model-settings.ts';
import { remembered } from './rules-settings.ts';

const refuse = refuser<SettingsRefusals & CheckSettingsRefusals>();

type Points = CheckSet['points'];

/** The points of every kind, as they were entered. */
export type EnteredChecks = Readonly<Record<DeliverableKind, Points>>;
/** What stood at each kind, to be compared; a kind that the form did not know has none. */
export type CheckMarks = Readonly<Partial<Record<DeliverableKind, string>>>;

/** What is checked of a kind now: as an administrator chose, else Liaison's own points. */
export const checksOf = (settings: Settings, kind: DeliverableKind): Points =>
  setFor(kind, settings.checks).map(({ key, text }) => ({ key, text }));

const shippedOf = (kind: DeliverableKind): Points => POINTS_OF[kind].map((key) => ({ key, text: null }));

const mark = (points: Points): string => markOf(points.map(({ key, text }) => [key, text]));

/** The marks of what stands now, for a form that is opened. */
export const checkMarks = (settings: Settings): CheckMarks =>
  Object.fromEntries(DELIVERABLE_KINDS.map((kind) => [kind, mark(checksOf(settings, kind))]));

/**
 * One point a line, each once; nothing at all means Liaison's own points.
 * @param keyOf which of Liaison's own points a line is, in either language
 */
export function pointsIn(
  kind: DeliverableKind,
  text: string | null,
  keyOf: (line: string) => CheckKey | null,
): Points | Refusal {
  const lines = (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length === 0) return shippedOf(kind);
  const points = new Map<string, Points[number]>();
  for (const line of lines) {
    const key = keyOf(line);
    points.set(key ?? line, key === null ? { key, text: line } : { key, text: null });
  }
  if (points.size > BOUNDS.checkPoints)
    return refuse('settings.tooManyPoints', { most: BOUNDS.checkPoints }, { at: kind });
  if (lines.some((line) => line.length > BOUNDS.checkPoint)) {
    return refuse('settings.pointTooLong', { most: BOUNDS.checkPoint }, { at: kind });
  }
  return [...points.values()];
}

/** The kinds at which something else was entered than stood there. */
export const kindsTouched = (entered: EnteredChecks, opened: CheckMarks): DeliverableKind[] =>
  DELIVERABLE_KINDS.filter((kind) => mark(entered[kind]) !== opened[kind]);

/**
 * Changes what is checked, together with what other administrators changed meanwhile of other kinds. A set that is Liaison's own is
 * stored as none.
 * @returns the settings as they were where nothing is another
 */
export function changeChecks(
  current: Settings,
  { entered, opened, by }: { entered: EnteredChecks; opened: CheckMarks; by: string },
  now: Date,
): Settings | Refusal {
  const touched = kindsTouched(entered, opened);
  const standing = checkMarks(current);
  const clash = touched.find((kind) => standing[kind] !== opened[kind] && standing[kind] !== mark(entered[kind]));
  if (clash) return refuse('settings.clash', {}, { at: clash });
  const mine = touched.filter((kind) => standing[kind] !== mark(entered[kind]));
  if (mine.length === 0) return current;
  const kept = (current.checks ?? []).filter(({ kind }) => !mine.some((one) => one === kind));
  const chosen = mine
    .filter((kind) => mark(entered[kind]) !== mark(shippedOf(kind)))
    .map((kind) => ({ kind, points: [...entered[kind]] }));
  return remembered({ ...current, checks: [...kept, ...chosen] }, { at: now.toISOString(), by, what: ['checks'] });
}
