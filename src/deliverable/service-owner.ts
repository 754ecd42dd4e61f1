import type { Approval } from '../approval/model.ts';
import type { ApprovalOwner } from '../approval/service-owner.ts';
import { isRefusal } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import { managers } from '../project/rules.ts';
import { mayDo } from '../project/rules-may.ts';
import { release } from '../project/rules-released.ts';
import { projectCardRow } from '../project/service.ts';
import { type Asked, approvalOf, askedOf, withApproval } from './rules-approval.ts';
import {
  clientDeliverableRow,
  clientThread,
  deliverableRow,
  teamThread,
  versionKey,
  versionRow,
} from './rules-subjects.ts';
import { standingOf } from './rules-standing.ts';
import { newVersionButton } from './views-buttons.ts';
import { shownDeliverable } from './views-client.ts';
import { nextForClient, nextSentence } from './views-sent.ts';

/** What deliverables, and cost estimates among them, give to the approval of them. */
export const deliverableOwner = (kind: 'deliverable' | 'costEstimate'): ApprovalOwner => ({
  sent: (project) => askedOf(project, kind).map(({ id }) => id),
  find: approvalOf,
  put: withApproval,
  mayManage: (project, who) => mayDo(project, 'manageRequests', who),
  shown: (project, approval, locale) => shownDeliverable(release(project), sentOf(project, approval), locale),
  threads: (project, approval) => {
    const asked = sentOf(project, approval);
    const isShown = isInChannel(project, asked);
    return {
      client: isShown ? clientThread(project._id, asked.id) : null,
      team: teamThread(project._id, asked),
      version: isShown ? versionKey(project._id, asked.id, approval.version) : teamThread(project._id, asked),
    };
  },
  cards: (project, approval) => {
    const asked = sentOf(project, approval);
    const client = isInChannel(project, asked)
      ? [versionRow(project._id, asked.id, approval.version), clientDeliverableRow(project._id, asked.id)]
      : [];
    return [...client, deliverableRow(project._id, asked), projectCardRow(project._id)];
  },
  nextForTeam: (project, approval, after, locale) => {
    const asked = sentOf(project, approval);
    const sentence = nextSentence(approval, after, managers(project), locale);
    const isWanted = after === 'revise' || standingOf(asked).is === 'revise';
    return { sentence, button: isWanted ? newVersionButton(project, asked, locale) : null };
  },
  nextForClient: (_project, approval, locale) => nextForClient(approval, locale),
});

/** @throws where there is no such request, which `find` would have refused */
function sentOf(project: Project, { subject }: Approval): Asked {
  const found = askedOf(project, subject.kind === 'costEstimate' ? 'costEstimate' : 'deliverable').find(
    ({ id }) => id === subject.id,
  );
  if (!found || isRefusal(approvalOf(project, subject.id))) throw new Error('a deliverable that was not sent');
  return found;
}

/** Was the version sent to the client's channel, or by some other way? */
const isInChannel = ({ channels }: Project, { sent }: Asked): boolean =>
  channels.client !== null && sent.current.reach !== 'outside';
