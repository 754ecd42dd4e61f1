import type { Day } from '../../src/kit/calendar.ts';
import { type Entered, setMilestone } from '../../src/plan/rules.ts';
import type { Project } from '../../src/project/model.ts';
import type { Acting } from '../../src/project/rules.ts';
import { ana, ben, frozen, must, newProject, NOW } from './arbitraries.ts';

/** Ana plans, Ben owns; at the time of the tests. */
export const PLANNER: Acting = { ...ana, kind: 'member', at: NOW };
export const OWNER: Acting = { ...ben, kind: 'member', at: NOW };

/** The day of the tests, and one some weeks later. */
export const TODAY: Day = NOW.toISOString().slice(0, 10);
export const DUE: Day = '2027-03-12';

export const ENTERED: Entered = { kind: 'mediaLaunch', name: null, reviewDays: 3, needs: 'The final cut', owner: ben };

/** A project with one milestone: `m1`, Ben's. */
export const planned = (project: Project = newProject(), more: Partial<Entered & { id: string; dueOn: Day }> = {}) =>
  frozen(must(setMilestone(project, PLANNER, { ...ENTERED, id: 'm1', dueOn: DUE, ...more }, TODAY, NOW)));
