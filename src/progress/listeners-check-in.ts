import {
  answered,
  type Asked,
  DONE,
  opened,
  type PressEntry,
  pressed,
  type Replied,
  type SubmitEntry,
  submitted,
} from '../io/answers.ts';
import type { ProjectDeps } from '../project/service.ts';
import { CHECK_IN_STATES } from './model.ts';
import { type AboutCheckIn, checkInForm, checkInMeta, checkInValue, NEEDS_LINE } from './model-check-in.ts';
import type { Saying } from './rules-check-in.ts';
import { openCheckIn, saveCheckIn } from './service-check-in.ts';
import { CHECK_IN_IDS } from './views-check-in.ts';

type Deps = ProjectDeps;

type Said = Omit<Saying, 'day' | 'person'>;

const save = async (asked: Asked, deps: Deps, about: AboutCheckIn, said: Said): Replied =>
  answered(await saveCheckIn(deps, asked, about, said), () => DONE);

/** What goes well is said with one press; of what does not, the team needs a line. */
export const checkInPresses: readonly PressEntry<Deps>[] = [
  ...CHECK_IN_STATES.map((is) =>
    pressed(
      CHECK_IN_IDS[is],
      checkInValue,
      async (asked, deps: Deps, { shown, ...about }) =>
        NEEDS_LINE[is]
          ? opened(await openCheckIn(deps, asked, about, is))
          : save(asked, deps, about, { is, text: null, shown }),
      NEEDS_LINE[is],
    ),
  ),
  pressed(
    CHECK_IN_IDS.line,
    checkInValue,
    async (asked, deps: Deps, about) => opened(await openCheckIn(deps, asked, about, null)),
    true,
  ),
];

export const checkInSubmits: readonly SubmitEntry<Deps>[] = [
  submitted(CHECK_IN_IDS.form, checkInMeta, checkInForm, (asked, deps: Deps, { is, ...about }, { line }) =>
    save(asked, deps, about, { is, text: line }),
  ),
];
