import { ioWords } from './io/words.ts';
import { settingsWords } from './admin/words-settings.ts';
import { calendarWords } from './admin/words-calendar.ts';
import { mayWords } from './project/words-may.ts';
import { approvalWords } from './approval/words.ts';
import { answerWords } from './approval/words-answers.ts';
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
import { outgoingWords } from './project/words-outgoing.ts';
import { clientWords } from './client/words.ts';
import { cardWords } from './client/words-card.ts';
import { requestWords } from './client/words-requests.ts';
import { askingWords } from './approval/words-asking.ts';
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
  mayWords,
  approvalWords,
  answerWords,
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
  clientWords,
  cardWords,
  requestWords,
  askingWords,
  evidenceWords,
  nudgeWords,
  digestWords,
  checkInWords,
  progressWords,
  reportWords,
] as const;
