import { limitOf, namesIn, readAmount } from '../approval/rules-asking.ts';
import { partyFor } from '../approval/rules-roles.ts';
import { partyOf } from '../approval/rules-turn.ts';
import type { LIMITS } from '../approval/model-asking.ts';
import type { Party } from '../approval/model.ts';
import type { Asked } from '../io/answers.ts';
import type { KnownPerson } from '../io/people.ts';
import type { Modal } from '../kit/blocks.ts';
import type { Day } from '../kit/calendar.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import { actingOf, type ProjectDeps, projectFor, whoOf } from '../project/service.ts';
import type { Deliverable, DeliverableKind, Estimate } from './model.ts';
import { DETAIL_QUESTIONS, type DetailRefusals, type DetailsMeta } from './model-details.ts';
import type { Which } from './model-metadata.ts';
import {
  changeDetails,
  type Details,
  detailsOf,
  isCheckedAnew,
  marksAfterClash,
  mergedDetails,
  offeredLines,
} from './rules-details.ts';
import { isShownInChina, pointsFor } from './rules-points.ts';
import { deliverableOf, living, mayManage, type Unticked } from './rules.ts';
import { type Outcome, stepChange } from './service-ends.ts';
import { detailsModal } from './views-details.ts';

const refuse = refuser<DetailRefusals>();

/** The form, for whoever may change what a deliverable is. */
export async function openDetails(deps: ProjectDeps, asked: Asked, which: Which): Promise<Modal | Refusal> {
  const project = await projectFor(deps, asked, which.project);
  if (isRefusal(project)) return project;
  const allowed = mayManage(project, whoOf(asked));
  if (allowed !== true) return allowed;
  const found = living(project, which.id);
  return isRefusal(found) ? found : detailsModal(project, found, asked.locale);
}

/** What was entered; people are Slack's ids. */
export type DetailAnswers = {
  name: string;
  kind: DeliverableKind;
  lines?: string[] | null;
  criteria: string | null;
  items: string | null;
  routine: string[] | null;
  reviewers: string[] | null;
  rounds: string;
  authority: (typeof LIMITS)[number];
  upTo: string | null;
  amount?: string | null;
  validUntil?: Day | null;
  po?: string | null;
};

/** The people whom the form names, looked up in one query; whoever is not known yet is asked about for the next time. */
async function peopleIn({ people }: ProjectDeps, { workspace }: Asked, users: readonly string[]) {
  const found = users.length > 0 ? await people.resolve(workspace, [...users]) : new Map<string, KnownPerson>();
  for (const { kind, team, user } of found.values())
    if (kind === 'unknown') void people.learn(workspace, { team, user });
  return users.flatMap((user) => found.get(user) ?? []);
}

function entered(
  project: Project,
  found: Deliverable,
  { meta, answers, people }: { meta: DetailsMeta; answers: DetailAnswers; people: readonly KnownPerson[] },
): Details | Refusal {
  const requires = limitOf(answers.authority, answers.upTo);
  if (isRefusal(requires)) return requires;
  const estimate = meta.isEstimate ? estimateIn(answers) : found.estimate;
  if (isRefusal(estimate)) return estimate;
  const reviewers: Party[] = [];
  for (const one of people) {
    const party = partyFor(project, one, 'agency', 'reviewers');
    if (isRefusal(party)) return party;
    reviewers.push(partyOf(party));
  }
  const chosen = offeredLines(project, found).filter(({ id }) => answers.lines?.includes(id));
  const own = namesIn(answers.criteria).filter((text) => !chosen.some((one) => one.text === text));
  return {
    name: answers.name,
    kind: answers.kind,
    isRoutine: answers.routine?.includes('yes') ?? false,
    reviewers,
    rounds: Number(answers.rounds),
    requires,
    estimate,
    criteria: [...chosen.map(({ text, line }) => ({ text, line })), ...own.map((text) => ({ text, line: null }))],
    items: namesIn(answers.items),
  };
}

function estimateIn({ amount = null, validUntil = null, po = null }: DetailAnswers): Estimate | null | Refusal {
  if (amount === null && validUntil === null && po === null) return null;
  const read = readAmount(amount ?? '');
  return read ? { ...read, validUntil, po } : refuse('deliverable.amountUnclear', {}, { at: 'amount' });
}

/** What a deliverable is to be checked for, by what it is and by the settings. */
function pointsOf({ settings }: ProjectDeps, { client }: Project) {
  const now = settings.now();
  const isChina = isShownInChina(now, client.id);
  return ({ kind, isRoutine, criteria }: Deliverable): Unticked =>
    pointsFor(kind, { isRoutine, criteria, isChina }, now.checks);
}

/** Saves it, with what others changed meanwhile. A clash is for whoever asks: what was typed is theirs (`againstClash`). */
export async function saveDetails(deps: ProjectDeps, asked: Asked, meta: DetailsMeta, answers: DetailAnswers): Outcome {
  const people = await peopleIn(deps, asked, answers.reviewers ?? []);
  return deps.store.decide(asked.handling, meta.project, (project) => {
    const before = living(project, meta.id);
    if (isRefusal(before)) return before;
    const details = entered(project, before, { meta, answers, people });
    if (isRefusal(details)) return details;
    const change = {
      details,
      opened: meta.opened,
      id: meta.id,
      newId: deps.newId,
      pointsOf: pointsOf(deps, project),
    };
    const next = changeDetails(project, actingOf(asked), change, asked.now);
    if (isRefusal(next)) return next;
    const after = deliverableOf(next, meta.id);
    if (next === project || isRefusal(after)) return null;
    const changed = DETAIL_QUESTIONS.filter(
      (question) => JSON.stringify(detailsOf(before)[question]) !== JSON.stringify(detailsOf(after)[question]),
    );
    return stepChange(next, after, { is: 'changed', anew: isCheckedAnew(before, after) }, asked, { changed });
  });
}

/** The form once more, with what was typed and what others changed meanwhile; null where it cannot be shown any more. */
export async function againstClash(
  deps: ProjectDeps,
  asked: Asked,
  meta: DetailsMeta,
  answers: DetailAnswers,
): Promise<Modal | Refusal> {
  const project = await projectFor(deps, asked, meta.project);
  if (isRefusal(project)) return project;
  const found = living(project, meta.id);
  if (isRefusal(found)) return found;
  const people = await peopleIn(deps, asked, answers.reviewers ?? []);
  const details = entered(project, found, { meta, answers, people });
  if (isRefusal(details)) return details;
  const both = { details, opened: meta.opened };
  const typed = {
    details: mergedDetails(found, both),
    marks: marksAfterClash(found, both),
  };
  return detailsModal(project, found, asked.locale, { typed });
}

/** The form once more where it has just become a cost estimate, of which an amount is asked. */
export function askAmount(project: Project, id: string, asked: Asked): Modal | null {
  const found = deliverableOf(project, id);
  return isRefusal(found) ? null : detailsModal(project, found, asked.locale, { isSaved: true });
}
