import { approvalWords } from './approval/words.ts';
import { briefCommands, briefPresses, briefSubmits } from './brief/listeners.ts';
import { briefWaits } from './brief/rules-waits.ts';
import { drawBrief, drawBriefForClient, drawVersion } from './brief/service-draw.ts';
import { briefWaitRow } from './brief/views-home.ts';
import { briefWords } from './brief/words.ts';
import { homeEvents } from './home/listeners.ts';
import { drawHome } from './home/service.ts';
import type { Listing } from './io/bot.ts';
import { ioWords } from './io/words.ts';
import { projectCommands, projectEvents, projectPresses, projectSubmits } from './project/listeners.ts';
import { type Project, projectSchema } from './project/model.ts';
import { projectWaits } from './project/rules-joiners.ts';
import { drawJoiner, drawProject } from './project/service-draw.ts';
import { notDelivered } from './project/service-joiners.ts';
import { PROJECT_IDS } from './project/views.ts';
import { joinerWaitRow } from './project/views-joiner.ts';
import { projectWords } from './project/words.ts';

/** The table of contents: everything that Liaison listens to, draws, words and waits for, in order. */
export const liaison: Listing<Project> = {
  schema: projectSchema,
  commands: [...projectCommands, ...briefCommands],
  presses: [...projectPresses, ...briefPresses],
  submits: [...projectSubmits, ...briefSubmits],
  events: [...projectEvents, ...homeEvents],
  cards: {
    project: drawProject,
    joiner: drawJoiner,
    brief: drawBrief,
    briefForClient: drawBriefForClient,
    briefVersion: drawVersion,
  },
  home: (deps, reader) => drawHome(deps, [briefWaitRow, joinerWaitRow], PROJECT_IDS.start, reader),
  waits: [projectWaits, briefWaits],
  words: [ioWords, approvalWords, projectWords, briefWords],
  onUndelivered: notDelivered,
};
