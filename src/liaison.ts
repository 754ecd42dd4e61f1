import { answerPresses, answerSubmits } from './approval/listeners-answers.ts';
import { evidenceEvents, evidencePresses, evidenceShortcuts, evidenceSubmits } from './approval/listeners-evidence.ts';
import { managePresses, manageSubmits } from './approval/listeners-manage.ts';
import { approvalWords } from './approval/words.ts';
import { answerWords } from './approval/words-answers.ts';
import { askingWords } from './approval/words-asking.ts';
import { evidenceWords } from './approval/words-evidence.ts';
import { askPresses, askSubmits } from './brief/listeners-ask.ts';
import { briefPresses, briefSubmits } from './brief/listeners.ts';
import { editCommands, editPresses, editSubmits } from './brief/listeners-edit.ts';
import { correctPresses, correctSubmits } from './brief/listeners-correct.ts';
import { formerPresses, formerSubmits } from './brief/listeners-former.ts';
import { gatherPresses, gatherShortcuts, gatherSubmits } from './brief/listeners-gather.ts';
import { paperPresses, paperSubmits } from './brief/listeners-paper.ts';
import { askWaits } from './brief/rules-ask.ts';
import { briefWaits } from './brief/rules-waits.ts';
import { drawAsk } from './brief/service-ask.ts';
import { briefOwner } from './brief/service-owner.ts';
import { briefAsking } from './brief/service-preview.ts';
import { drawBrief, drawBriefForClient, drawVersion } from './brief/service-draw.ts';
import { askWaitRow } from './brief/views-ask.ts';
import { briefWaitRow } from './brief/views-home.ts';
import { drawCorrection } from './brief/service-correct.ts';
import { briefWords } from './brief/words.ts';
import { askWords } from './brief/words-ask.ts';
import { correctWords } from './brief/words-correct.ts';
import { gatherWords } from './brief/words-gather.ts';
import { paperWords } from './brief/words-paper.ts';
import { stepsWords } from './brief/words-steps.ts';
import { clientCommands, clientPresses, clientSubmits } from './client/listeners.ts';
import { clientWords } from './client/words.ts';
import { homeEvents } from './home/listeners.ts';
import { drawHome } from './home/service.ts';
import { drawBriefPdf } from './brief/service-paper.ts';
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
import { outgoingWords } from './project/words-outgoing.ts';

/** What each feature gives to the approval of its subjects. */
const owners = { brief: briefOwner };

const managing = { owners, askings: { brief: briefAsking } };

/** The table of contents: everything that Liaison listens to, draws, words and waits for, in order. */
export const liaison: Listing<Project> = {
  schema: projectSchema,
  commands: [...projectCommands, ...clientCommands, ...editCommands],
  presses: [
    ...projectPresses,
    ...editPresses,
    ...clientPresses,
    ...briefPresses,
    ...gatherPresses,
    ...askPresses,
    ...paperPresses,
    ...correctPresses,
    ...answerPresses(owners),
    ...managePresses(managing),
    ...evidencePresses(owners),
    // Retired: since 0.2.0; may go in 0.4.0.
    ...formerPresses(owners),
  ],
  submits: [
    ...projectSubmits,
    ...editSubmits,
    ...clientSubmits,
    ...briefSubmits,
    ...gatherSubmits,
    ...askSubmits,
    ...paperSubmits,
    ...correctSubmits,
    ...answerSubmits(owners),
    ...manageSubmits(managing),
    ...evidenceSubmits(owners),
    // Retired: since 0.2.0; may go in 0.4.0.
    ...formerSubmits(owners),
  ],
  shortcuts: [...gatherShortcuts, ...evidenceShortcuts(owners)],
  events: [...projectEvents, ...homeEvents, ...evidenceEvents(owners)],
  cards: {
    project: drawProject,
    joiner: drawJoiner,
    brief: drawBrief,
    briefForClient: drawBriefForClient,
    briefVersion: drawVersion,
    briefCorrection: drawCorrection,
    briefAsk: drawAsk,
  },
  files: { briefPdf: drawBriefPdf },
  home: (deps, reader) => drawHome(deps, [briefWaitRow, askWaitRow, joinerWaitRow], PROJECT_IDS.start, reader),
  waits: [projectWaits, briefWaits, askWaits],
  words: [
    ioWords,
    approvalWords,
    answerWords,
    projectWords,
    briefWords,
    stepsWords,
    gatherWords,
    paperWords,
    askWords,
    correctWords,
    outgoingWords,
    clientWords,
    askingWords,
    evidenceWords,
  ],
  onUndelivered: notDelivered,
};
