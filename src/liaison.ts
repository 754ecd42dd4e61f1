import { settingsPresses, settingsSubmits } from './admin/listeners-settings.ts';
import { applyDirectors } from './admin/service-directors.ts';
import { settingsWords } from './admin/words-settings.ts';
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
import { cardPresses, cardSubmits } from './client/listeners-card.ts';
import { clientCardFollows } from './client/rules-card.ts';
import { requestWaits } from './client/rules-requests.ts';
import { drawClientCard } from './client/service-card.ts';
import { drawRequest } from './client/service-requests.ts';
import { requestWaitRow } from './client/views-home.ts';
import { clientWords } from './client/words.ts';
import { cardWords } from './client/words-card.ts';
import { requestWords } from './client/words-requests.ts';
import { homeEvents, homePresses } from './home/listeners.ts';
import { drawHome } from './home/service.ts';
import { drawBriefPdf } from './brief/service-paper.ts';
import type { Listing } from './io/bot.ts';
import { ioWords } from './io/words.ts';
import { rosterCommands, rosterPresses, rosterSubmits } from './people/listeners.ts';
import { awayCommands, awaySubmits } from './people/listeners-away.ts';
import { handoverCommands, handoverPresses, handoverSubmits } from './people/listeners-handover.ts';
import { handoverDue } from './people/rules-handover.ts';
import { carryAbsences } from './people/service-away.ts';
import { sweepHandover } from './people/service-handover-later.ts';
import { peopleWords } from './people/words.ts';
import { projectCommands, projectPresses, projectSubmits } from './project/listeners.ts';
import { type Project, projectSchema } from './project/model.ts';
import { projectWaits } from './project/rules-joiners.ts';
import { summarise } from './project/rules-summary.ts';
import { drawJoiner, drawProject } from './project/service-draw.ts';
import { PROJECT_IDS } from './project/views.ts';
import { joinerWaitRow } from './project/views-joiner.ts';
import { projectWords } from './project/words.ts';
import { roomEvents } from './rooms/listeners.ts';
import { roomCommands, roomPresses, roomSubmits } from './rooms/listeners-channels.ts';
import { inviteEvents } from './rooms/listeners-invites.ts';
import { accountEvents } from './rooms/listeners-people.ts';
import { notDelivered } from './rooms/service-refused.ts';
import { roomChanged } from './rooms/service-rooms.ts';
import { roomsWords } from './rooms/words.ts';
import { goneWords } from './rooms/words-gone.ts';
import { heldWords } from './rooms/words-held.ts';
import { refusedWords } from './rooms/words-refused.ts';
import { mayWords } from './project/words-may.ts';
import { outgoingWords } from './project/words-outgoing.ts';
import { waitsOf } from './project/rules-life.ts';
import { projectCardWords } from './project/words-card.ts';
import { helpWords } from './project/words-help.ts';
import { stagesCommands, stagesPresses } from './stages/listeners.ts';
import { stagesSubmits } from './stages/listeners-forms.ts';
import { jobsDue } from './stages/rules-jobs.ts';
import { endingDue } from './stages/rules-life.ts';
import { sweepJobs } from './stages/service-jobs.ts';
import { sweepEnding } from './stages/service-life.ts';
import { stagesWords } from './stages/words.ts';

/** What each feature gives to the approval of its subjects. */
const owners = { brief: briefOwner };

const managing = { owners, askings: { brief: briefAsking } };

/** The table of contents: everything that Liaison listens to, draws, words and waits for, in order. */
export const liaison: Listing<Project> = {
  schema: projectSchema,
  commands: [
    ...projectCommands,
    ...stagesCommands,
    ...roomCommands,
    ...clientCommands,
    ...editCommands,
    ...rosterCommands,
    ...handoverCommands,
    ...awayCommands,
  ],
  presses: [
    ...projectPresses,
    ...stagesPresses,
    ...homePresses,
    ...roomPresses,
    ...rosterPresses,
    ...handoverPresses,
    ...settingsPresses,
    ...editPresses,
    ...clientPresses,
    ...cardPresses,
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
    ...stagesSubmits,
    ...roomSubmits,
    ...rosterSubmits,
    ...handoverSubmits,
    ...awaySubmits,
    ...settingsSubmits,
    ...editSubmits,
    ...clientSubmits,
    ...cardSubmits,
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
  events: [...roomEvents, ...accountEvents, ...inviteEvents, ...homeEvents, ...evidenceEvents(owners)],
  cards: {
    project: drawProject,
    joiner: drawJoiner,
    brief: drawBrief,
    briefForClient: drawBriefForClient,
    briefVersion: drawVersion,
    briefCorrection: drawCorrection,
    briefAsk: drawAsk,
    clientCard: drawClientCard,
    clientRequest: drawRequest,
  },
  files: { briefPdf: drawBriefPdf },
  home: (deps, reader) =>
    drawHome(deps, [briefWaitRow, askWaitRow, joinerWaitRow, requestWaitRow], PROJECT_IDS.start, reader),
  follows: clientCardFollows,
  summarise,
  due: [handoverDue, endingDue, jobsDue],
  // All of them, even where one fails.
  sweep: (...about) => Promise.all([sweepHandover, sweepEnding, sweepJobs].map((sweep) => sweep(...about))),
  // Nothing waits because of a project that has ended, and while one is on hold only what the client was asked.
  waits: [projectWaits, briefWaits, askWaits, requestWaits].map(waitsOf),
  words: [
    ioWords,
    settingsWords,
    mayWords,
    approvalWords,
    answerWords,
    projectWords,
    projectCardWords,
    helpWords,
    stagesWords,
    peopleWords,
    roomsWords,
    heldWords,
    goneWords,
    refusedWords,
    briefWords,
    stepsWords,
    gatherWords,
    paperWords,
    askWords,
    correctWords,
    outgoingWords,
    clientWords,
    cardWords,
    requestWords,
    askingWords,
    evidenceWords,
  ],
  settle: async (deps, handling) => {
    // Both, even where one fails.
    await Promise.all([applyDirectors(deps, handling), carryAbsences(deps, handling)]);
  },
  onUndelivered: notDelivered,
  onClosed: (deps, handling, channel) => roomChanged(deps, handling, { channel }),
};
