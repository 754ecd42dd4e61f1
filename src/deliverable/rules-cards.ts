import type { RowDraft } from '../kit/rows.ts';
import type { Project } from '../project/model.ts';
import type { Asked } from './rules-approval.ts';
import { deliverablesOf } from './rules.ts';
import { clientDeliverableRow, deliverableRow, versionRow } from './rules-subjects.ts';

/** The team's cards of all deliverables that there will be: to be drawn again, or posted anew where the team lives elsewhere. */
export const deliverableCards = (project: Project): RowDraft[] =>
  deliverablesOf(project)
    .filter(({ dropped }) => dropped === null)
    .map((one) => deliverableRow(project._id, one));

/** What the client is asked about deliverables in its channel, as cards. */
export const askedCards = (project: Project): RowDraft[] =>
  askedInChannel(project).flatMap(({ id, sent: { current } }) => [
    clientDeliverableRow(project._id, id),
    versionRow(project._id, id, current.number),
  ]);

/** The deliverables that wait for the client's decision in its channel. */
export const askedInChannel = (project: Project): Asked[] =>
  deliverablesOf(project).flatMap((one) =>
    one.sent?.approval.state === 'open' && one.sent.current.reach !== 'outside' ? [{ ...one, sent: one.sent }] : [],
  );
