import type { Clocked } from '../io/bot-jobs.ts';
import type { Project } from './model.ts';
import { isEnded } from './rules-life.ts';

/**
 * A handler that speaks for projects that go on. One that has ended is looked at by itself only for what outlives it, such as usage
 * rights, and nothing else may speak for it then.
 */
export const unlessEnded =
  (look: Clocked<Project>): Clocked<Project> =>
  async (deps, handling, project) =>
    isEnded(project) ? null : look(deps, handling, project);
