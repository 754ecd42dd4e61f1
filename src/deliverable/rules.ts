import { partyOf } from '../approval/rules-turn.ts';
import { BOUNDS } from '../kit/bounds.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import type { Acting } from '../project/rules.ts';
import { mayWhileLive } from '../project/rules-life.ts';
import type { Who } from '../project/rules-may.ts';
import type { CheckPoint, Deliverable, DeliveredContent, Draft } from './model.ts';
import type { DeliverableRefusals } from './model-refusals.ts';

const refuse = refuser<DeliverableRefusals>();

/** Rounds that are agreed with a client where nothing else was (docs/product.md, Execution). */
const ROUNDS = 3;

export const deliverablesOf = ({ deliverables }: Pick<Project, 'deliverables'>): readonly Deliverable[] =>
  deliverables ?? [];

/** One of a project's deliverables; a refusal where there is none of that id. */
export function deliverableOf(project: Project, id: string): Deliverable | Refusal {
  return deliverablesOf(project).find((one) => one.id === id) ?? refuse('deliverable.none', {});
}

/** The project with this deliverable in the place of the one before. */
export const withDeliverable = (project: Project, deliverable: Deliverable): Project => ({
  ...project,
  deliverables: deliverablesOf(project).map((one) => (one.id === deliverable.id ? deliverable : one)),
});

/** The same, changed by somebody. */
export const changedBy = (deliverable: Deliverable, by: { id: string }, now: Date): Deliverable => ({
  ...deliverable,
  changedAt: now.toISOString(),
  changedBy: by.id,
});

/** The points of a check that begins anew, with nothing ticked. */
export type Unticked = readonly Pick<CheckPoint, 'id' | 'key' | 'text'>[];

/** A version as it comes in: what exactly it is, by whom, and what it is to be checked for. */
export type Given = {
  contents: readonly DeliveredContent[];
  note: string | null;
  isOwnError: boolean;
  points: Unticked;
};

/** What a new deliverable begins with; the rest has its defaults, which are changed afterwards. */
export type Adding = Pick<
  Deliverable,
  | 'id'
  | 'name'
  | 'kind'
  | 'isRoutine'
  | 'criteria'
  | 'items'
  | 'estimate'
  | 'requires'
  | 'reviewers'
  | 'from'
  | 'asking'
>;

/** Adds a deliverable with its first version, which is to be checked. */
export function addDeliverable(
  project: Project,
  by: Acting,
  { id, name, ...adding }: Adding,
  given: Given,
  now: Date,
): Project | Refusal {
  const allowed = mayWhileLive(project, 'makeDeliverable', by);
  if (allowed !== true) return allowed;
  if (!name.trim()) return refuse('deliverable.nameEmpty', {}, { at: 'name' });
  const all = deliverablesOf(project);
  // Sent twice, it is there once.
  if (all.some((one) => one.id === id)) return project;
  const most = BOUNDS.projectDeliverables;
  if (all.length >= most) return refuse('deliverable.tooMany', { most });
  const at = now.toISOString();
  const draft = draftOf(1, adding.reviewers, given, by, now);
  if (isRefusal(draft)) return draft;
  const added: Deliverable = {
    ...adding,
    id,
    name: name.trim(),
    number: all.length + 1,
    rounds: ROUNDS,
    draft,
    sent: null,
    goodwill: [],
    rights: null,
    noticed: [],
    dropped: null,
    addedAt: at,
    changedAt: at,
    changedBy: by.id,
  };
  return { ...project, deliverables: [...all, added] };
}

/** Adds a version, which takes the place of one that was not sent yet. `version`: the number that it is to have, as it was shown. */
export function addVersion(
  project: Project,
  by: Acting,
  { id, version }: { id: string; version: number },
  given: Given,
  now: Date,
): Project | Refusal {
  const allowed = mayWhileLive(project, 'makeDeliverable', by);
  if (allowed !== true) return allowed;
  const found = living(project, id);
  if (isRefusal(found)) return found;
  const next = nextNumber(found);
  if (version !== next) return refuse('deliverable.versionMoved', { version: next });
  const draft = draftOf(next, found.reviewers, given, by, now);
  if (isRefusal(draft)) return draft;
  return withDeliverable(project, changedBy({ ...found, draft }, by, now));
}

/** The number of the version that is being made ready, or that would be next. */
export const nextNumber = ({ sent }: Deliverable): number => (sent?.current.number ?? 0) + 1;

function draftOf(
  number: number,
  reviewers: Deliverable['reviewers'],
  { contents, note, isOwnError, points }: Given,
  by: Acting,
  now: Date,
): Draft | Refusal {
  if (contents.length === 0) return refuse('deliverable.nothingGiven', {});
  return {
    number,
    contents: contents.slice(0, BOUNDS.contents),
    note,
    by: partyOf(by),
    at: now.toISOString(),
    isOwnError,
    check: {
      state: 'open',
      points: points.map((point) => ({ ...point, isTicked: false })),
      by: null,
      at: null,
      reason: null,
    },
    reviews: reviewers.map((one) => ({ ...partyOf(one), is: 'asked', reason: null, at: null })),
  };
}

/** One that is not dropped. */
export function living(project: Project, id: string): Deliverable | Refusal {
  const found = deliverableOf(project, id);
  if (isRefusal(found)) return found;
  return found.dropped ? refuse('deliverable.isDropped', { name: found.name }) : found;
}

/** The version that is being made ready, where it is the one that somebody saw. */
export function draftFor(
  project: Project,
  { id, version }: { id: string; version: number },
): { deliverable: Deliverable; draft: Draft } | Refusal {
  const deliverable = living(project, id);
  if (isRefusal(deliverable)) return deliverable;
  const { draft } = deliverable;
  if (!draft) return refuse('deliverable.nothingNew', {});
  if (draft.number !== version) return refuse('deliverable.versionMoved', { version: draft.number });
  return { deliverable, draft };
}

/** May this person change what a deliverable is, release it, and end it? */
export const mayManage = (project: Project, who: Who): true | Refusal =>
  mayWhileLive(project, 'manageDeliverables', who);
