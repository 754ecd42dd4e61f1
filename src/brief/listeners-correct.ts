import {
  answered,
  type Asked,
  DONE,
  type PressEntry,
  pressed,
  type SubmitEntry,
  submitted,
  opened,
} from '../io/answers.ts';
import type { ProjectDeps } from '../project/service.ts';
import { correctMeta, correctValue, objectionForm, objectMeta, objectValue } from './model-correct.ts';
import { correctBrief, objectTo, openCorrect, openObjection } from './service-correct.ts';
import { CORRECT_IDS, objectModal } from './views-correct.ts';

type Deps = ProjectDeps;

export const correctPresses: readonly PressEntry<Deps>[] = [
  pressed(
    CORRECT_IDS.open,
    correctValue,
    async (asked, deps: Deps, { project }) => opened(await openCorrect(deps, asked, project)),
    true,
  ),
  pressed(
    CORRECT_IDS.object,
    objectValue,
    async (asked: Asked, deps: Deps, on) =>
      answered(await openObjection(deps, asked, on), ({ _id: id, name }) => ({
        answer: 'open',
        view: objectModal({ id, name }, on, asked.locale),
      })),
    true,
  ),
];

export const correctSubmits: readonly SubmitEntry<Deps>[] = [
  submitted(CORRECT_IDS.form, correctMeta, [], async (asked, deps: Deps, { project, draft }) =>
    answered(await correctBrief(deps, asked, project, draft), () => DONE),
  ),
  submitted(CORRECT_IDS.objectForm, objectMeta, objectionForm, async (asked, deps: Deps, on, { objection }) =>
    answered(await objectTo(deps, asked, on, objection), () => DONE),
  ),
];
