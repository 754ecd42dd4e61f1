import type { Asked } from '../io/answers.ts';
import type { Saved } from '../io/store.ts';
import type { Modal } from '../kit/blocks.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import { mayDo } from '../project/rules-may.ts';
import { actorOf, projectFor, whoOf } from '../project/service.ts';
import type { Answer, Approver } from './model.ts';
import type { ApprovalRefusals } from './model-refusals.ts';
import type { EvidenceRefusals, ObjectRef } from './model-evidence.ts';
import { objectToEvidence } from './rules-evidence.ts';
import { objectedChange } from './service-evidence-change.ts';
import { type Answering, decideInTime } from './service-answers.ts';
import type { ApprovalOwners } from './service-owner.ts';
import { type Found, requestOf } from './service-requests.ts';
import { objectModal } from './views-evidence.ts';
import { plainName } from './views-people.ts';

const refuse = refuser<ApprovalRefusals & EvidenceRefusals>();

/** The form for objecting to an answer that was recorded for somebody. */
export async function openObjection(
  { deps, owners }: Answering,
  asked: Asked,
  ref: ObjectRef,
): Promise<Modal | Refusal> {
  const project = await projectFor(deps, asked, ref.project);
  if (isRefusal(project)) return project;
  const found = mayObject(owners, project, asked, ref);
  if (isRefusal(found)) return found;
  const about = { who: plainName(found.approver), verb: found.answer.verb };
  return objectModal(found, ref, about, asked.locale);
}

/** Somebody on the client's side objects: what was recorded is set aside. */
export async function object(
  { deps, owners }: Answering,
  asked: Asked,
  ref: ObjectRef,
  reason: string,
): Promise<Saved<Project> | Refusal> {
  return decideInTime({ deps, owners }, asked, ref, (project) => {
    const found = mayObject(owners, project, asked, ref);
    if (isRefusal(found)) return found;
    const by = actorOf(asked);
    const moved = objectToEvidence(
      found.approval,
      { approver: ref.approver, step: ref.on.step, by, reason },
      asked.now,
    );
    return isRefusal(moved) ? moved : objectedChange(found, moved, ref.approver, { by, now: asked.now });
  });
}

/** To exactly the answer that the note shows: one that was given or recorded since is another one. */
function mayObject(
  owners: ApprovalOwners,
  project: Project,
  asked: Asked,
  ref: ObjectRef,
): (Found & { approver: Approver; answer: Answer }) | Refusal {
  const found = requestOf(owners, project, ref, asked.locale);
  if (isRefusal(found)) return found;
  if (mayDo(project, 'answerAsClient', whoOf(asked)) !== true) return refuse('evidence.onlyClient', {});
  const { approval, owner } = found;
  const see = owner.threads(project, approval).version;
  if (ref.on.version !== approval.version) {
    return refuse('approval.replaced', { version: ref.on.version, current: approval.version }, { see });
  }
  const isIts = ({ id, step, answer }: Approver) =>
    id === ref.approver && step === ref.on.step && answer?.at === ref.at;
  const approver = approval.approvers.find(isIts);
  const answer = approver?.answer;
  return approver && answer?.evidence
    ? { ...found, approver, answer }
    : refuse('evidence.objectedAlready', {}, { see });
}
