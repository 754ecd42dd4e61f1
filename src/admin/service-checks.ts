import { DELIVERABLE_KINDS, type DeliverableKind } from '../deliverable/model.ts';
import { CHECK_KEYS, type CheckKey } from '../deliverable/model-points.ts';
import { pointText } from '../deliverable/views-points.ts';
import type { Asked } from '../io/answers.ts';
import { LOCALES } from '../kit/locale.ts';
import { isRefusal, type Refusal } from '../kit/refusal.ts';
import type { CheckSet, Settings } from '../kit/settings.ts';
import type { ProjectDeps } from '../project/service.ts';
import { changeChecks, type CheckMarks, type EnteredChecks, pointsIn } from './rules-checks.ts';
import { decideSettings, forAdministrators } from './service-settings.ts';

type Deps = ProjectDeps;

/** What is checked of each kind, for an administrator. */
export const openChecks = (deps: Deps, asked: Asked): Promise<Settings | Refusal> =>
  forAdministrators(deps, asked, (settings) => settings);

const KEY_BY_TEXT: ReadonlyMap<string, CheckKey> = new Map(
  LOCALES.flatMap((locale) =>
    CHECK_KEYS.map((key) => [pointText({ key, text: null }, locale).toLocaleLowerCase('en'), key] as const),
  ),
);

/** A point of Liaison's own stays one, whichever language it was shown in: so each reads it in theirs. */
const keyOf = (line: string): CheckKey | null => KEY_BY_TEXT.get(line.toLocaleLowerCase('en')) ?? null;

/** Reads what was entered, one point a line. */
export function readChecks(answers: Readonly<Record<DeliverableKind, string | null>>): EnteredChecks | Refusal {
  const read: Partial<Record<DeliverableKind, CheckSet['points']>> = {};
  for (const kind of DELIVERABLE_KINDS) {
    const points = pointsIn(kind, answers[kind], keyOf);
    if (isRefusal(points)) return points;
    read[kind] = points;
  }
  return read as EnteredChecks;
}

/** Saves it. Checks that have begun go on with the points that they began with. */
export const saveChecks = (
  deps: Deps,
  asked: Asked,
  { entered, opened }: { entered: EnteredChecks; opened: CheckMarks },
): Promise<Settings | Refusal> =>
  decideSettings(deps, asked, (current, { id: by }) => changeChecks(current, { entered, opened, by }, asked.now));
