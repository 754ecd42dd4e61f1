import type { Handling } from '../io/handling.ts';
import type { Change } from '../kit/change.ts';
import { cardKey, sayToTeam } from '../kit/rows.ts';
import { type Day, instantOf } from '../kit/calendar.ts';
import { workDayFrom } from '../kit/work-days.ts';
import type { Project } from '../project/model.ts';
import { LIAISON_ITSELF } from '../project/model-record.ts';
import { lifeOf } from '../project/rules-life.ts';
import { type ProjectDeps, projectCardRow, projectSubject } from '../project/service.ts';
import { judgedOn } from './rules-change.ts';
import { healthFacts } from './rules-facts.ts';
import { type HealthFacts, healthOf } from './rules-health.ts';
import { hasPosts } from './rules-post.ts';
import { onDay } from './service-post.ts';
import { healthOverLine } from './views-lines.ts';

/** Looked at before anybody reads it on a working day: five in the morning, by the project's clock. */
const LOOK_MINUTE = 5 * 60;

/**
 * Keeps how a project is doing where its card and the lists find it: it changes with the days, without anybody doing anything. What
 * somebody set until a day that is over is cleared.
 * @returns when to look again
 */
export async function watchHealth(deps: ProjectDeps, handling: Handling, project: Project): Promise<Date | null> {
  if (!hasPosts(project)) return null;
  const at = await onDay(deps, project, handling.now);
  const { _id: id, revision } = project;
  const facts = healthFacts(project, at);
  if (judged(project, at.day, facts)) {
    const delivery = `health:${id}:${at.day}:${revision}`;
    await deps.store.decide({ ...handling, delivery }, id, (current) => {
      const next = lifeOf(current).state === 'live' ? judged(current, at.day, healthFacts(current, at)) : null;
      return next && judgedChange(current, next, at.day);
    });
  }
  if (!changesByItself(project, facts)) return null;
  return instantOf(workDayFrom(at.team, at.day, 1), LOOK_MINUTE, at.team.zone);
}

/** Is there anything of which the days alone make something else? Where nothing is planned, waits or was set, there is not. */
function changesByItself({ progress }: Project, { milestones, waiting, checkIns }: HealthFacts): boolean {
  const isPlain = !progress?.health && (progress?.judged?.is ?? 'onTrack') === 'onTrack';
  return !isPlain || milestones.length + waiting.length + checkIns.length > 0;
}

const judged = (project: Project, day: Day, facts: HealthFacts): Project | null =>
  judgedOn(project, day, { is: healthOf(facts).is, day });

function judgedChange(before: Project, next: Project, day: string): Change<Project> {
  const { _id: id } = next;
  const isCleared = Boolean(before.progress?.health) && !next.progress?.health;
  if (!isCleared) return { project: next, happened: [], rows: () => [projectCardRow(id)] };
  const said = `line:${id}:healthOver:${day}`;
  const line = healthOverLine(next.channels.team.language);
  return {
    project: next,
    happened: [{ kind: 'progress.healthCleared', actor: LIAISON_ITSELF, content: {}, said }],
    rows: () => [projectCardRow(id), sayToTeam(id, said, line, cardKey(projectSubject(id)))],
  };
}
