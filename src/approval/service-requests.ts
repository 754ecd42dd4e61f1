import type { Locale } from '../kit/locale.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import type { Who } from '../project/rules-may.ts';
import type { Approval, DecidesOn } from './model.ts';
import type { ApprovalRefusals } from './model-refusals.ts';
import type { EvidenceRefusals, RequestRef } from './model-evidence.ts';
import { OWNED_KINDS } from './model-shown.ts';
import { over } from './rules-turn.ts';
import type { ApprovalOwner, ApprovalOwners } from './service-owner.ts';
import type { Request } from './views-evidence.ts';

const refuse = refuser<ApprovalRefusals & EvidenceRefusals>();

/** A request with the project that it stands in, and what knows about its subject. */
export type Found = Request & { project: Project; owner: ApprovalOwner };

/** Everything that the client was asked about in a project, and that was not replaced since, with what knows about it. */
export function approvalsIn(owners: ApprovalOwners, project: Project): Pick<Found, 'owner' | 'approval'>[] {
  return OWNED_KINDS.flatMap((kind) =>
    owners[kind].sent(project).flatMap((id) => {
      const owner = owners[kind];
      const approval = owner.find(project, id);
      return isRefusal(approval) ? [] : [{ owner, approval }];
    }),
  );
}

/** The same as people are shown them. `locale`: how their subjects are named. */
export const requestsIn = (owners: ApprovalOwners, project: Project, locale: Locale): Found[] =>
  approvalsIn(owners, project).map(({ owner, approval }) => ({
    project,
    owner,
    approval,
    shown: owner.shown(project, approval, locale),
  }));

/** The request that a button or a form is about, as it is now. */
export function requestOf(
  owners: ApprovalOwners,
  project: Project,
  { subject }: Pick<RequestRef, 'subject'>,
  locale: Locale,
): Found | Refusal {
  const owner = owners[subject.kind];
  const approval = owner.find(project, subject.id);
  return isRefusal(approval) ? approval : { project, owner, approval, shown: owner.shown(project, approval, locale) };
}

/** Is it still this version and this step that is asked about? */
export function stillAsked(approval: Approval, on: DecidesOn): true | Refusal {
  if (on.version !== approval.version) {
    return refuse('approval.replaced', { version: on.version, current: approval.version });
  }
  return (approval.state === 'open' && on.step === approval.step) || over(approval);
}

/**
 * The open requests whose decisions this person may record.
 * @returns why there is none: another's business, or nothing is asked
 */
export function recordable(
  owners: ApprovalOwners,
  projects: readonly Project[],
  who: Who,
  locale: Locale,
): Found[] | Refusal {
  const [first] = projects;
  if (!first) return refuse('evidence.notHere', {});
  const all = Object.values(owners);
  const theirs = projects.filter((project) => all.some((owner) => owner.mayManage(project, who) === true));
  if (theirs.length === 0) return refusalOf(all, first, who);
  const open = theirs.flatMap((project) => requestsIn(owners, project, locale));
  const found = open.filter(
    ({ owner, project, approval }) => approval.state === 'open' && owner.mayManage(project, who) === true,
  );
  return found.length > 0 ? found : refuse('evidence.nothingOpen', {});
}

function refusalOf(owners: readonly ApprovalOwner[], project: Project, who: Who): Refusal {
  const said = owners.map((owner) => owner.mayManage(project, who)).find((one) => one !== true);
  return said ?? refuse('evidence.nothingOpen', {});
}
