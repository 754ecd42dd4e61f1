import type { Asked } from '../io/answers.ts';
import type { Modal } from '../kit/blocks.ts';
import type { Change } from '../kit/change.ts';
import { samePerson } from '../kit/person.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import { whoCan } from '../project/rules-may.ts';
import { managing } from '../project/rules.ts';
import { actingOf, actorOf, type ProjectDeps } from '../project/service.ts';
import type { Draft } from './model.ts';
import type { CheckMeta, VERDICTS } from './model-forms.ts';
import type { WhichVersion } from './model-metadata.ts';
import type { DeliverableRefusals } from './model-refusals.ts';
import { draftMark } from './rules-review.ts';
import { absoluteTerms } from './rules-terms.ts';
import { deliverableOf, draftFor } from './rules.ts';
import { checkVersion, reviewVersion } from './rules-check.ts';
import { draftState } from './rules-standing.ts';
import { openCheck } from './service-open.ts';
import { happenedChange, type Outcome } from './service-told.ts';
import { copyMark } from './views-check.ts';
import type { Happening } from './views-said.ts';

const refuse = refuser<DeliverableRefusals>();

/** What was entered about a check: the places of the points that are ticked, what is wrong, and copy that was pasted. */
export type CheckAnswers = { ticked: readonly string[]; sendBack: string | null; copy: string | null };

/**
 * Records a check: all points are fulfilled, or it goes back to its maker.
 * @returns the form again, with nothing recorded, where copy was pasted in which there are absolute terms that nobody has been shown yet
 */
export async function check(
  deps: ProjectDeps,
  asked: Asked,
  { mark, looked, ...which }: Pick<CheckMeta, 'project' | 'id' | 'version' | 'mark' | 'looked'>,
  { ticked, sendBack, copy }: CheckAnswers,
): Promise<Awaited<Outcome> | { view: Modal }> {
  const isUnseen = copy !== null && copyMark(copy) !== looked && absoluteTerms(copy).length > 0;
  if (isUnseen && sendBack === null) {
    const view = await openCheck(deps, asked, which, { copy, isSure: true });
    return isRefusal(view) ? view : { view };
  }
  return deps.store.decide(asked.handling, which.project, (project) => {
    const found = draftFor(project, which);
    if (isRefusal(found)) return found;
    if (draftMark(found.draft) !== mark) return refuse('deliverable.draftReplaced', { version: which.version });
    const ids = found.draft.check.points.filter((_, place) => ticked.includes(String(place))).map(({ id }) => id);
    const next = checkVersion(project, actingOf(asked), { ...which, ticked: ids, sendBack }, asked.now);
    return isRefusal(next) ? next : lookedChange(next, which, 'checked', sendBack, asked);
  });
}

export type Reviewed = { verdict: (typeof VERDICTS)[number]; why: string | null };

/** Records what an internal reviewer says. */
export async function review(
  deps: ProjectDeps,
  asked: Asked,
  { mark, ...which }: WhichVersion & { mark: string },
  { verdict, why }: Reviewed,
): Outcome {
  if (verdict === 'back' && why === null) return refuse('deliverable.reasonMissing', {}, { at: 'why' });
  const sendBack = verdict === 'back' ? why : null;
  return deps.store.decide(asked.handling, which.project, (project) => {
    const found = draftFor(project, which);
    if (isRefusal(found)) return found;
    if (draftMark(found.draft) !== mark) return refuse('deliverable.draftReplaced', { version: which.version });
    const next = reviewVersion(project, actingOf(asked), { ...which, sendBack }, asked.now);
    return isRefusal(next) ? next : lookedChange(next, which, 'reviewed', sendBack, asked);
  });
}

function lookedChange(
  next: Project,
  { id, version }: WhichVersion,
  did: 'checked' | 'reviewed',
  sendBack: string | null,
  asked: Asked,
): Change<Project> | Refusal {
  const deliverable = deliverableOf(next, id);
  if (isRefusal(deliverable)) return deliverable;
  const { draft } = deliverable;
  const facts = { version, by: actorOf(asked) };
  const why = sendBack?.trim() ?? '';
  if (!draft || why !== '') {
    const who = draft ? [draft.by] : [];
    return happenedChange(next, deliverable, { is: 'sentBack', ...facts, who, why }, asked);
  }
  return happenedChange(next, deliverable, goneOn(next, draft, did, facts, asked), asked);
}

/** Who is to act once it was looked at: the internal reviewers, or whoever sends it. */
function goneOn(
  project: Project,
  draft: Draft,
  did: 'checked' | 'reviewed',
  facts: Pick<Happening, 'version' | 'by'>,
  asked: Asked,
): Happening {
  const waiting = draft.reviews.filter(({ is }) => is === 'asked');
  const isReady = draftState(draft) === 'ready';
  if (!isReady && did === 'checked') return { is: 'checkedReview', ...facts, who: waiting };
  if (!isReady) return { is: 'reviewed', ...facts };
  const managers = managing(project).filter(({ gone }) => !gone);
  // Whoever did it just now is not called for it.
  const isOwn = managers.some(({ person }) => samePerson(person, asked.person));
  const who = isOwn ? [] : managers.length > 0 ? managers : whoCan(project, 'sendToClient', asked.now);
  return { is: did === 'checked' ? 'checkedReady' : 'reviewedReady', ...facts, who };
}
