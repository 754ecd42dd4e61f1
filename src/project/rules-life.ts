import type { Wait } from '../kit/aggregate.ts';
import { personKey } from '../kit/person.ts';
import { type Refusal, refuser } from '../kit/refusal.ts';
import type { Project, ProjectRefusals } from './model.ts';
import type { Life } from './model-life.ts';
import { SIDE_OF } from './model-people.ts';
import { type Act, mayDo, type Who } from './rules-may.ts';

const refuse = refuser<ProjectRefusals>();

const LIVE: Life = { state: 'live' };

/** Where a project is in its life; one that never was anything else is live. */
export const lifeOf = ({ life }: Pick<Project, 'life'>): Life => life ?? LIVE;

export const isEnded = (project: Pick<Project, 'life'>): boolean => lifeOf(project).state === 'ended';
export const isOnHold = (project: Pick<Project, 'life'>): boolean => lifeOf(project).state === 'onHold';

/**
 * May anything new begin here: a brief, something sent, a question, a request, a stage, a job? What is there can be read for
 * ever, also after the end.
 */
export const asLive = (project: Pick<Project, 'life'>): true | Refusal =>
  isEnded(project) ? refuse('project.isEnded', {}) : true;

/** May somebody do this here, and is the project one in which it can still be done? */
export function mayWhileLive(project: Project, act: Act, who: Who): true | Refusal {
  const allowed = mayDo(project, act, who);
  return allowed === true ? asLive(project) : allowed;
}

/** May the project move on? Live, and not on hold. */
export const asRunning = (project: Pick<Project, 'life'>): true | Refusal =>
  isOnHold(project) ? refuse('project.isOnHold', {}) : asLive(project);

/**
 * What waits for whom, as far as the project's life lets it: nothing of one that has ended. While one is on hold, what the
 * client was asked stays asked, and nothing waits for anybody else.
 */
export const waitsOf =
  (waits: (project: Project) => Wait[]) =>
  (project: Project): Wait[] => {
    if (isEnded(project)) return [];
    const all = waits(project);
    if (!isOnHold(project)) return all;
    const clients = new Set(
      project.people.filter(({ role }) => SIDE_OF[role] === 'client').map(({ person }) => personKey(person)),
    );
    return all.filter(({ person }) => clients.has(person));
  };
