import { drawnAgainIn, drawnBeneath, overviewCommands, overviewPresses } from './approval/listeners-overview.ts';
import { requestNudges } from './approval/nudges.ts';
import { approvalsOf, callMissing, shownRequests } from './approval/service-nudges.ts';
import { requestNudge } from './approval/views-nudges.ts';
import { askWaits } from './brief/rules-ask.ts';
import { briefWaits } from './brief/rules-waits.ts';
import { askWaitRow } from './brief/views-ask.ts';
import { briefWaitRow } from './brief/views-home.ts';
import { requestWaits } from './client/rules-requests.ts';
import { requestWaitRow } from './client/views-home.ts';
import { hasEndingRights, rightsNudges } from './deliverable/nudges.ts';
import { deliverableWaits } from './deliverable/rules-waits.ts';
import { deliverableWaitRow } from './deliverable/views-home.ts';
import { rightsNudge } from './deliverable/views-nudges.ts';
import { owners } from './liaison-owners.ts';
import { milestoneNudges } from './plan/nudges.ts';
import { milestoneNudge } from './plan/views-nudges.ts';
import type { Project } from './project/model.ts';
import { projectWaits } from './project/rules-joiners.ts';
import { isEnded, waitsOf } from './project/rules-life.ts';
import { joinerWaitRow } from './project/views-joiner.ts';

/** Nothing waits because of a project that has ended, and while one is on hold only what the client was asked. */
export const waits = [projectWaits, briefWaits, askWaits, deliverableWaits, requestWaits].map(waitsOf);

/** How each feature says what waits because of it. */
const waitRows = [briefWaitRow, askWaitRow, joinerWaitRow, requestWaitRow, deliverableWaitRow];

/** What is brought up by itself, and how each feature says it. */
export const nudging = {
  nudges: [requestNudges(approvalsOf(owners)), milestoneNudges, rightsNudges],
  wordings: [requestNudge(shownRequests(owners)), milestoneNudge, rightsNudge],
  mention: callMissing(owners),
  waits: waitRows,
};

/** Usage rights outlive the project. */
export const goesOn = (project: Project): boolean => !isEnded(project) || hasEndingRights(project);

/** `/approval` alone, which is drawn again by what is done in it. */
export const overview = {
  commands: overviewCommands(waitRows),
  presses: overviewPresses(waitRows),
  again: drawnAgainIn(waitRows),
  beneath: drawnBeneath(waitRows),
};
