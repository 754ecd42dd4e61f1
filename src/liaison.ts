import { calendarPresses, calendarSubmits } from './admin/listeners-calendar.ts';
import { checksPresses, checksSubmits } from './admin/listeners-checks.ts';
import { rhythmPresses, rhythmSubmits } from './admin/listeners-rhythm.ts';
import { settingsPresses, settingsSubmits } from './admin/listeners-settings.ts';
import { applyDirectors } from './admin/service-directors.ts';
import { answerPresses, answerSubmits } from './approval/listeners-answers.ts';
import { evidenceEvents, evidencePresses, evidenceShortcuts, evidenceSubmits } from './approval/listeners-evidence.ts';
import { managePresses, manageSubmits } from './approval/listeners-manage.ts';
import { nudgePresses, nudgeSubmits } from './approval/listeners-nudges.ts';
import { tickRequests } from './approval/service-nudges.ts';
import { askPresses, askSubmits } from './brief/listeners-ask.ts';
import { briefPresses, briefSubmits } from './brief/listeners.ts';
import { editCommands, editPresses, editSubmits } from './brief/listeners-edit.ts';
import { correctPresses, correctSubmits } from './brief/listeners-correct.ts';
import { formerPresses, formerSubmits } from './brief/listeners-former.ts';
import { gatherPresses, gatherShortcuts, gatherSubmits } from './brief/listeners-gather.ts';
import { paperPresses, paperSubmits } from './brief/listeners-paper.ts';
import { drawAsk } from './brief/service-ask.ts';
import { drawBrief, drawBriefForClient, drawVersion } from './brief/service-draw.ts';
import { drawCorrection } from './brief/service-correct.ts';
import { clientCommands, clientPresses, clientSubmits } from './client/listeners.ts';
import { cardPresses, cardSubmits } from './client/listeners-card.ts';
import { clientCardFollows } from './client/rules-card.ts';
import { drawClientCard } from './client/service-card.ts';
import { drawRequest } from './client/service-requests.ts';
import { digestPresses } from './digest/listeners.ts';
import { bringUp } from './digest/service-bring-up.ts';
import { digestRound } from './digest/service-digest.ts';
import { nudgeRound } from './digest/service-nudges.ts';
import { exportRound } from './export/service-run.ts';
import { homeEvents, homePresses } from './home/listeners.ts';
import { drawHome } from './home/service.ts';
import { drawBriefPdf } from './brief/service-paper.ts';
import type { Listing } from './io/bot.ts';
import { deliverables } from './liaison-deliverables.ts';
import { askings, owners } from './liaison-owners.ts';
import { goesOn, nudging, overview, waits } from './liaison-waits.ts';
import { allWords } from './liaison-words.ts';
import { rosterCommands, rosterPresses, rosterSubmits } from './people/listeners.ts';
import { awayCommands, awaySubmits } from './people/listeners-away.ts';
import { handoverCommands, handoverPresses, handoverSubmits } from './people/listeners-handover.ts';
import { handoverDue } from './people/rules-handover.ts';
import { carryAbsences } from './people/service-away.ts';
import { sweepHandover } from './people/service-handover-later.ts';
import { planCommands, planPresses } from './plan/listeners.ts';
import { planSubmits } from './plan/listeners-forms.ts';
import { announceWindows } from './plan/service-windows.ts';
import { projectCommands, projectPresses, projectSubmits } from './project/listeners.ts';
import { type Project, projectSchema } from './project/model.ts';
import { unlessEnded } from './project/service-clocked.ts';
import { checkInPresses, checkInSubmits } from './progress/listeners-check-in.ts';
import { reportCommands, reportPresses, reportSubmits } from './progress/listeners-report.ts';
import { askCheckIn, drawCheckIn } from './progress/service-check-in.ts';
import { mentionMissing } from './progress/service-check-in-missing.ts';
import { drawReport } from './progress/service-report.ts';
import { draftReport } from './progress/service-report-draft.ts';
import { progressCommands, progressPresses, progressSubmits } from './progress/listeners.ts';
import { dailyPostFollows } from './progress/rules-follows.ts';
import { reportFollows } from './progress/rules-report-rows.ts';
import { dailyPosts } from './progress/rules-posts.ts';
import { watchHealth } from './progress/service-health.ts';
import { drawDailyPost } from './progress/service-post.ts';
import { summarise } from './project/rules-summary.ts';
import { drawJoiner, drawProject } from './project/service-draw.ts';
import { PROJECT_IDS } from './project/views.ts';
import { roomEvents } from './rooms/listeners.ts';
import { roomCommands, roomPresses, roomSubmits } from './rooms/listeners-channels.ts';
import { inviteEvents } from './rooms/listeners-invites.ts';
import { accountEvents } from './rooms/listeners-people.ts';
import { notDelivered } from './rooms/service-refused.ts';
import { roomChanged } from './rooms/service-rooms.ts';
import { stagesCommands, stagesPresses } from './stages/listeners.ts';
import { stagesSubmits } from './stages/listeners-forms.ts';
import { jobsDue } from './stages/rules-jobs.ts';
import { endingDue } from './stages/rules-life.ts';
import { sweepJobs } from './stages/service-jobs.ts';
import { sweepEnding } from './stages/service-life.ts';

/** For who is asked, and how. */
const managing = { owners, askings };

const follows: Listing<Project>['follows'] = (before, after, now) => {
  const { first, last } = clientCardFollows(before, after);
  return { first, last: [...last, ...reportFollows(before, after)], ...dailyPostFollows(before, after, now) };
};

/** The table of contents: everything that Liaison listens to, draws, words and waits for, in order. */
export const liaison: Listing<Project> = {
  schema: projectSchema,
  commands: [
    ...projectCommands,
    ...stagesCommands,
    ...planCommands,
    ...roomCommands,
    ...clientCommands,
    ...editCommands,
    ...[...rosterCommands, ...handoverCommands, ...awayCommands],
    ...[...progressCommands, ...reportCommands],
    ...[...overview.commands, ...deliverables.commands],
  ],
  presses: [
    ...projectPresses,
    ...stagesPresses,
    ...planPresses,
    ...homePresses,
    ...roomPresses,
    ...rosterPresses,
    ...handoverPresses,
    ...[...settingsPresses, ...calendarPresses, ...rhythmPresses, ...checksPresses],
    ...editPresses,
    ...clientPresses,
    ...cardPresses,
    ...briefPresses,
    ...gatherPresses,
    ...askPresses,
    ...paperPresses,
    ...correctPresses,
    ...[...answerPresses(owners), ...managePresses(managing)].map(overview.again),
    ...overview.presses,
    ...evidencePresses(owners),
    ...nudgePresses(owners),
    ...digestPresses(nudging.nudges),
    ...[...checkInPresses, ...progressPresses, ...reportPresses],
    ...deliverables.presses,
    // Retired: since 0.2.0; may go in 0.4.0.
    ...formerPresses(owners),
  ],
  submits: [
    ...projectSubmits,
    ...stagesSubmits,
    ...planSubmits,
    ...roomSubmits,
    ...[...rosterSubmits, ...handoverSubmits, ...awaySubmits],
    ...[...settingsSubmits, ...calendarSubmits, ...rhythmSubmits, ...checksSubmits],
    ...editSubmits,
    ...clientSubmits,
    ...cardSubmits,
    ...briefSubmits,
    ...gatherSubmits,
    ...askSubmits,
    ...paperSubmits,
    ...correctSubmits,
    ...answerSubmits(owners).map(overview.beneath),
    ...manageSubmits(managing),
    ...evidenceSubmits(owners),
    ...nudgeSubmits(owners),
    ...[...checkInSubmits, ...progressSubmits, ...reportSubmits],
    ...deliverables.submits,
    // Retired: since 0.2.0; may go in 0.4.0.
    ...formerSubmits(owners),
  ],
  shortcuts: [...gatherShortcuts, ...evidenceShortcuts(owners), ...deliverables.shortcuts],
  events: [
    ...[...roomEvents, ...accountEvents, ...inviteEvents, ...homeEvents],
    ...[...evidenceEvents(owners), ...deliverables.events],
  ],
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
    checkIn: drawCheckIn,
    dailyPost: drawDailyPost,
    clientReport: drawReport,
    ...deliverables.cards,
  },
  files: { briefPdf: drawBriefPdf, ...deliverables.files },
  home: (deps, reader) => drawHome(deps, nudging.waits, PROJECT_IDS.start, reader),
  follows,
  summarise,
  due: [handoverDue, endingDue, jobsDue],
  // All of them, even where one fails.
  sweep: (...about) => Promise.all([sweepHandover, sweepEnding, sweepJobs].map((sweep) => sweep(...about))),
  goesOn,
  posts: dailyPosts,
  // Each in its place: what was asked of the client first, what is brought up last. That alone goes on after the end.
  clocked: [
    ...[
      tickRequests(owners),
      announceWindows,
      askCheckIn,
      mentionMissing,
      draftReport,
      watchHealth,
      ...deliverables.clocked,
    ].map(unlessEnded),
    bringUp(nudging),
  ],
  rounds: [nudgeRound(nudging), digestRound(nudging), exportRound],
  waits,
  words: allWords,
  // Both, even where one fails.
  settle: async (...about) => void (await Promise.all([applyDirectors, carryAbsences].map((one) => one(...about)))),
  onUndelivered: notDelivered,
  onClosed: (deps, handling, channel) => roomChanged(deps, handling, { channel }),
};
