import { commandScenes, projectScenes, peopleScenes } from './scenes-project.ts';
import { answerScenes } from './scenes-answers.ts';
import { briefScenes, severalScenes } from './scenes-brief.ts';
import { cardScenes } from './scenes-card.ts';
import { checkInScenes } from './scenes-check-in.ts';
import { deliverableClientScenes } from './scenes-deliverable-client.ts';
import { deliverableDetailScenes } from './scenes-deliverable-details.ts';
import { deliverableFileScenes } from './scenes-deliverable-files.ts';
import { overviewScenes } from './scenes-deliverable-overview.ts';
import { deliverableTeamScenes } from './scenes-deliverable-team.ts';
import { exportScenes } from './scenes-deliverable-export.ts';
import { evidenceScenes } from './scenes-evidence.ts';
import { formerScenes } from './scenes-former.ts';
import { gatherScenes } from './scenes-gather.ts';
import { homeScenes } from './scenes-home.ts';
import { nudgeScenes } from './scenes-nudges.ts';
import { paperScenes } from './scenes-paper.ts';
import { planScenes } from './scenes-plan.ts';
import { progressScenes } from './scenes-progress.ts';
import { reportScenes } from './scenes-report.ts';
import { roomScenes } from './scenes-rooms.ts';
import { rosterScenes } from './scenes-roster.ts';
import { stageScenes } from './scenes-stages.ts';
import type { Role, Walk } from './cast.ts';
import { lostOnTheWay, type Stage } from './stage.ts';

/** The lists of the table of contents by which things come in. */
export const LISTS = ['commands', 'presses', 'submits', 'shortcuts', 'events'] as const;

/**
 * One entry of those lists: how the stage is brought to where it can be done, and how it is done. The scenes are one
 * walk: each begins where the one before ended.
 */
export type Scene = {
  list: (typeof LISTS)[number];
  /** `/project new`, an action id, a callback id, an event (as often as it is listened to). */
  entry: string;
  by: Role;
  prepare?: (walk: Walk) => Promise<unknown>;
  /** Exactly one delivery of the entry. */
  act: (walk: Walk) => Promise<unknown>;
  after?: (walk: Walk) => Promise<unknown>;
  /** Who may not; or why there is nobody. */
  refused: readonly Role[] | string;
};

/** Every way in, in the order of one project's life. */
export const SCENES: readonly Scene[] = [
  ...commandScenes,
  ...projectScenes,
  ...briefScenes,
  ...formerScenes,
  ...answerScenes,
  ...paperScenes,
  ...peopleScenes,
  ...severalScenes,
  ...evidenceScenes,
  ...gatherScenes,
  ...cardScenes,
  ...rosterScenes,
  ...stageScenes,
  ...planScenes,
  ...deliverableTeamScenes,
  ...deliverableClientScenes,
  ...deliverableDetailScenes,
  ...deliverableFileScenes,
  ...checkInScenes,
  ...progressScenes,
  ...reportScenes,
  ...exportScenes,
  ...nudgeScenes,
  ...homeScenes,
  ...overviewScenes,
  ...roomScenes,
];

/** By which the driver knows the delivery of a scene. */
export function deliveryOf({ list, entry }: Scene): string {
  switch (list) {
    case 'commands':
      return entry.split(' ')[0] ?? entry;
    case 'presses':
      return `block_actions ${entry}`;
    case 'submits':
      return `view_submission ${entry}`;
    case 'shortcuts':
      return `message_action ${entry}`;
    case 'events':
      return entry;
    default:
      return list satisfies never;
  }
}

export const nameOf = ({ list, entry, by }: Scene): string => `${entry} (${list}, by the ${by})`;

/** Plays a scene as it is. */
export async function play(scene: Scene, walk: Walk): Promise<void> {
  await scene.prepare?.(walk);
  await scene.act(walk);
  await scene.after?.(walk);
}

/** Does a scene's act while nothing reaches the bot: Slack has the delivery, and can send it again. */
export const lost = (scene: Scene, walk: Walk): Promise<void> => lostOnTheWay(walk.on, () => scene.act(walk));

/** The last delivery of a scene, by the id under which the sandbox can send it again. */
export function lastId({ slack }: Stage, scene: Scene): string {
  const last = slack.journal.deliveries(deliveryOf(scene)).at(-1);
  if (!last) throw new Error(`there was no delivery of ${nameOf(scene)}`);
  return last.id;
}
