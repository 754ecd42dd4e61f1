import { ioWords } from './io/words.ts';
import { settingsWords } from './admin/words-settings.ts';
import { calendarWords } from './admin/words-calendar.ts';
import { checksWords } from './admin/words-checks.ts';
import { mayWords } from './project/words-may.ts';
import { approvalWords } from './approval/words.ts';
import { answerWords } from './approval/words-answers.ts';
import { partsWords } from './approval/words-parts.ts';
import { projectWords } from './project/words.ts';
import { projectCardWords } from './project/words-card.ts';
import { helpWords } from './project/words-help.ts';
import { stagesWords } from './stages/words.ts';
import { planWords } from './plan/words.ts';
import { peopleWords } from './people/words.ts';
import { roomsWords } from './rooms/words.ts';
import { heldWords } from './rooms/words-held.ts';
import { goneWords } from './rooms/words-gone.ts';
import { refusedWords } from './rooms/words-refused.ts';
import { briefWords } from './brief/words.ts';
import { stepsWords } from './brief/words-steps.ts';
import { gatherWords } from './brief/words-gather.ts';
import { paperWords } from './brief/words-paper.ts';
import { askWords } from './brief/words-ask.ts';
import { correctWords } from './brief/words-correct.ts';
import { detailWords } from './deliverable/words-details.ts';
import { pointWords } from './deliverable/words-points.ts';
import { exportWords } from './export/words.ts';
import { deliverableWords } from './deliverable/words.ts';
import { finalWords } from './deliverable/words-final.ts';
import { deliverableHomeWords } from './deliverable/words-home.ts';
import { deliverableNudgeWords } from './deliverable/words-nudges.ts';
import { overviewWords } from './approval/words-overview.ts';
import { clientDeliverableWords } from './deliverable/words-client.ts';
import { deliverableRefusalWords } from './deliverable/words-refusals.ts';
import { watchWords } from './deliverable/words-watch.ts';
import { outgoingWords } from './project/words-outgoing.ts';
import { clientWords } from './client/words.ts';
import { cardWords } from './client/words-card.ts';
import { requestWords } from './client/words-requests.ts';
import { askingWords } from './approval/words-asking.ts';
import { dueWords } from './approval/words-due.ts';
import { evidenceWords } from './approval/words-evidence.ts';
import { nudgeWords } from './approval/words-nudges.ts';
import { digestWords } from './digest/words.ts';
import { checkInWords } from './progress/words-check-in.ts';
import { progressWords } from './progress/words.ts';
import { reportWords } from './progress/words-report.ts';

/** Every feature's sentences: refusals are worded from them by their code, and tests read them all. */
export const allWords = [
  ioWords,
  settingsWords,
  calendarWords,
  checksWords,
  mayWords,
  approvalWords,
  answerWords,
  partsWords,
  projectWords,
  projectCardWords,
  helpWords,
  stagesWords,
  planWords,
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
  deliverableRefusalWords,
  clientDeliverableWords,
  deliverableHomeWords,
  deliverableNudgeWords,
  finalWords,
  overviewWords,
  deliverableWords,
  exportWords,
  watchWords,
  detailWords,
  pointWords,
  clientWords,
  cardWords,
  requestWords,
  askingWords,
  dueWords,
  evidenceWords,
  nudgeWords,
  digestWords,
  checkInWords,
  progressWords,
  reportWords,
] as const;
