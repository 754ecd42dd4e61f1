import type { Asked } from '../io/answers.ts';
import type { Content } from '../kit/chain.ts';
import type { Change } from '../kit/change.ts';
import { type Day, dayIn } from '../kit/calendar.ts';
import { isRefusal, type Refusal } from '../kit/refusal.ts';
import { called } from '../kit/text.ts';
import type { Project } from '../project/model.ts';
import { withActor } from '../project/rules-people.ts';
import { actingOf, actorOf, type ProjectDeps } from '../project/service.ts';
import { teamZone } from '../project/service-calendars.ts';
import { type Outcome, toldChange } from '../stages/service.ts';
import type { HealthChoice } from './model-forms.ts';
import { askPost, dayTyped, type OwnRhythm, pause, setHealthTo, setRhythm, unpause } from './rules-change.ts';
import { postRow } from './rules-follows.ts';
import { chosenRhythm, type RhythmAnswers, rhythmOf, zoneTyped } from './rules-rhythm.ts';
import { onDay } from './service-post.ts';
import { type Done, progressLine } from './views-lines.ts';

/** What was saved, and what of it is read back. */
export type Said = Promise<{ project: Project; done: Done } | Refusal>;

type Recorded = { kind: string; content: Content };

/** A change of what a project says by itself: on the record, one line under its card, and the card anew. */
function changed(next: Project, asked: Asked, done: Done, { kind, content }: Recorded): Change<Project> {
  const line = progressLine(done, called(asked), next.channels.team.language);
  return toldChange(withActor(next, actorOf(asked)), { kind, actor: asked.id, content, about: 'progress', line });
}

/** The hour of posts, or whether there are any, is another: the planner looks at it again. */
async function replanned(deps: ProjectDeps, { workspace }: Asked, saved: Awaited<Outcome>): Outcome {
  if (!isRefusal(saved)) await deps.posts.replan(workspace, [saved.project._id]);
  return saved;
}

const saidOf = (saved: Awaited<Outcome>, done: Done): Awaited<Said> =>
  isRefusal(saved) ? saved : { project: saved.project, done };

/** No progress posts up to and including a day. @param typed the day, as it was typed */
export async function pausePosts(deps: ProjectDeps, asked: Asked, id: string, typed: string): Said {
  const until = dayTyped(typed, asked.zone, asked.now, 'pauseUntil');
  if (isRefusal(until)) return until;
  const done: Done = { is: 'paused', until };
  const saved = await deps.store.decide(asked.handling, id, (project) => {
    const next = pause(project, actingOf(asked), until, asked.now);
    return isRefusal(next) ? next : changed(next, asked, done, { kind: 'progress.paused', content: { day: until } });
  });
  return saidOf(await replanned(deps, asked, saved), done);
}

/** Progress posts come again. */
export async function resumePosts(deps: ProjectDeps, asked: Asked, project: Project): Said {
  const { day } = await onDay(deps, project, asked.now);
  const done: Done = { is: 'resumed' };
  const saved = await deps.store.decide(asked.handling, project._id, (current) => {
    const next = unpause(current, actingOf(asked), day);
    return isRefusal(next) ? next : changed(next, asked, done, { kind: 'progress.unpaused', content: {} });
  });
  return saidOf(await replanned(deps, asked, saved), done);
}

export type HealthAnswers = { is: HealthChoice; reason: string | null; healthUntil: string | null };

/** How a project is doing, as somebody judges it; or again as it is worked out. */
export async function setHealth(deps: ProjectDeps, asked: Asked, id: string, answers: HealthAnswers): Said {
  const { is, reason, healthUntil } = answers;
  const isWorkedOut = is === 'computed';
  const until =
    healthUntil === null || isWorkedOut ? null : dayTyped(healthUntil, asked.zone, asked.now, 'healthUntil');
  if (isRefusal(until)) return until;
  const saved = await deps.store.decide(asked.handling, id, (project) => {
    const next = setHealthTo(project, actingOf(asked), { is, reason, until }, asked.now);
    if (isRefusal(next)) return next;
    return next === project ? null : healthChange(next, asked);
  });
  return isRefusal(saved) ? saved : { project: saved.project, done: healthDone(saved.project) };
}

const healthDone = ({ progress }: Project): Done =>
  progress?.health ? { is: 'healthSet', health: progress.health } : { is: 'healthComputed' };

function healthChange(next: Project, asked: Asked): Change<Project> {
  const health = next.progress?.health;
  const recorded = health
    ? { kind: 'progress.healthSet', content: { state: health.is, day: health.until, why: health.reason } }
    : { kind: 'progress.healthCleared', content: {} };
  return changed(next, asked, healthDone(next), recorded);
}

/** What a project says by itself, and when. `done` is null where nothing is another than before. */
export async function saveRhythm(
  deps: ProjectDeps,
  asked: Asked,
  id: string,
  { zone: typed, ...answers }: RhythmAnswers & { zone: string | null },
): Promise<{ project: Project; done: Done | null } | Refusal> {
  const named = zoneTyped(typed);
  if (isRefusal(named)) return named;
  const own: OwnRhythm = { rhythm: chosenRhythm(answers), zone: named };
  const before = await deps.store.project(asked.workspace, id);
  const zone = before ? await teamZone(deps, { ...before, zone: named }) : 'utc';
  const doneOf = (project: Project): Done => {
    return { is: 'rhythm', rhythm: rhythmOf(project, deps.settings.now().rhythm), zone };
  };
  let isSame = false;
  const saved = await deps.store.decide(asked.handling, id, (project) => {
    const next = setRhythm(project, actingOf(asked), own);
    isSame = next === null;
    if (next === null || isRefusal(next)) return next;
    const content = { rhythm: { ...own.rhythm }, zone: named };
    return changed(next, asked, doneOf(next), { kind: 'progress.rhythmSet', content });
  });
  if (isRefusal(saved)) return saved;
  await replanned(deps, asked, saved);
  return { project: saved.project, done: isSame ? null : doneOf(saved.project) };
}

/** Posts today's progress post, or draws it again where it stands already. @param shown the day that was shown */
export async function postNow(deps: ProjectDeps, asked: Asked, id: string, shown: Day): Outcome {
  const project = await deps.store.project(asked.workspace, id);
  const today = project ? (await onDay(deps, project, asked.now)).day : dayIn(asked.zone, asked.now);
  return deps.store.decide(asked.handling, id, (current) => {
    const next = askPost(current, actingOf(asked), today, shown);
    if (isRefusal(next)) return next;
    return { project: next, happened: [], rows: () => [postRow(id, shown)] };
  });
}
