import type { RichTextElement } from '@slack/types';
import type { Asked } from '../io/answers.ts';
import { dayIn } from '../kit/calendar.ts';
import type { Modal } from '../kit/blocks.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import { agencyRhythmIn } from '../kit/settings.ts';
import { typedIn } from '../kit/typed.ts';
import type { Project } from '../project/model.ts';
import { asRunning } from '../project/rules-life.ts';
import { type ProjectDeps, whoOf } from '../project/service.ts';
import type { ProgressRefusals, Verb } from './model-forms.ts';
import { mayManage } from './rules-change.ts';
import { healthFacts } from './rules-facts.ts';
import { shownHealth } from './rules-health.ts';
import { type TypedHealth, typedHealth } from './rules-typed.ts';
import { pausePosts, resumePosts, type Said, setHealth } from './service.ts';
import { onDay, postFor } from './service-post.ts';
import { healthModal, nowModal, pauseModal, rhythmModal } from './views-forms.ts';
import { readBack } from './views-lines.ts';

const refuse = refuser<ProgressRefusals>();

/** What somebody sees who typed a command: a form, or what was done, read back. */
export type Shown = { is: 'form'; view: Modal } | { is: 'said'; said: RichTextElement[] };

const form = (view: Modal): Shown => ({ is: 'form', view });

/** Does what was typed after `/progress`, for the project that it is for; where it cannot be read, its form asks. */
export function doVerb(
  deps: ProjectDeps,
  asked: Asked,
  project: Project,
  { verb, typed }: { verb: Verb; typed: string },
): Promise<Shown | Refusal> {
  switch (verb) {
    case 'now':
      return showNow(deps, asked, project);
    case 'pause':
      return pauseTyped(deps, asked, project, typed);
    case 'resume':
      return resumed(deps, asked, project);
    case 'health':
      return healthTyped(deps, asked, project, typed);
    case 'settings':
      return settings(deps, asked, project);
  }
}

/** The post as it would be now. Whoever may see the project may look; whoever may not post it is given no button for it. */
async function showNow(deps: ProjectDeps, asked: Asked, project: Project): Promise<Shown | Refusal> {
  if (project.parent) return refuse('progress.inParent', { project: project.parent.name });
  const at = await onDay(deps, project, asked.now);
  const { post, isPosted } = await postFor(deps, project, at);
  const mayPost = mayManage(project, whoOf(asked)) === true && asRunning(project) === true;
  const { paused } = project.progress ?? {};
  const pausedUntil = paused && paused.until >= at.day ? paused.until : null;
  return form(nowModal(project, { post, mayPost, isPosted, pausedUntil }, asked.locale));
}

/** What was done, read back. */
async function done({ locale }: Asked, saying: Said): Promise<Shown | Refusal> {
  const said = await saying;
  return isRefusal(said) ? said : { is: 'said', said: readBack(said.project, said.done, locale) };
}

/** Where a day could not be read, the form asks for it, with what was typed. */
const asksAgain = (refused: Shown | Refusal): boolean =>
  isRefusal(refused) && (refused.code === 'progress.dayUnread' || refused.code === 'progress.dayPast');

async function pauseTyped(deps: ProjectDeps, asked: Asked, project: Project, typed: string): Promise<Shown | Refusal> {
  const allowed = mayManage(project, whoOf(asked));
  if (allowed !== true) return allowed;
  const { day } = typedIn(typed);
  const outcome = day === null ? null : await done(asked, pausePosts(deps, asked, project._id, day));
  if (outcome !== null && !asksAgain(outcome)) return outcome;
  const running = asRunning(project);
  return running === true ? form(pauseModal(project, day, asked.locale)) : running;
}

const resumed = (deps: ProjectDeps, asked: Asked, project: Project): Promise<Shown | Refusal> =>
  done(asked, resumePosts(deps, asked, project));

async function healthTyped(deps: ProjectDeps, asked: Asked, project: Project, text: string): Promise<Shown | Refusal> {
  const allowed = mayManage(project, whoOf(asked));
  if (allowed !== true) return allowed;
  const typed = text === '' ? null : typedHealth(text, dayIn(asked.zone, asked.now));
  if (typed && isWhole(typed)) {
    const { is, reason, until: healthUntil } = typed;
    const outcome = await done(asked, setHealth(deps, asked, project._id, { is, reason, healthUntil }));
    if (!asksAgain(outcome)) return outcome;
  }
  const at = await onDay(deps, project, asked.now);
  const now = shownHealth(project.progress, healthFacts(project, at), at.day);
  return form(healthModal(project, { now, typed: typed && { ...typed, text } }, asked.locale));
}

/** Is everything there that is needed to set it at once? */
const isWhole = (typed: TypedHealth): typed is TypedHealth & { is: NonNullable<TypedHealth['is']> } =>
  typed.is === 'computed' || (typed.is !== null && typed.reason !== null && typed.until !== null);

async function settings(deps: ProjectDeps, asked: Asked, project: Project): Promise<Shown | Refusal> {
  const allowed = mayManage(project, whoOf(asked));
  return allowed === true ? form(rhythmModal(project, agencyRhythmIn(deps.settings.now()), asked.locale)) : allowed;
}
