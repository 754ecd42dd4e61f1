import type { QuestionWords } from '../kit/form.ts';
import type { RefusalTexts } from '../kit/refusal.ts';
import type { healthForm, pauseForm, ProgressRefusals } from './model-forms.ts';

type RhythmQuestion = 'postAt' | 'quietDays' | 'checkIn' | 'report' | 'zone';

type Texts = {
  cancel: null;
  close: null;

  nowTitle: null;
  nowSubmit: null;
  nowAgain: null;
  nowFor: { project: string };
  nowToPost: null;
  nowPosted: null;
  nowPaused: { day: string };
  nowMore: null;
  posted: { project: string };

  pauseTitle: null;
  pauseSubmit: null;
  pauseIntro: { project: string };
  healthTitle: null;
  healthSubmit: null;
  healthIntro: { project: string; health: string };
  settingsTitle: null;
  settingsSubmit: null;
  settingsIntro: { project: string };
  unread: { typed: string };

  saidTitle: null;
  pausedNow: { project: string; day: string; command: string };
  resumeCommand: null;
  resumedNow: { project: string };
  healthNow: { project: string; health: string; day: string; reason: string };
  healthComputedNow: { project: string };
  rhythmNow: { project: string; time: string; zone: string };
  rhythmSame: { project: string };

  pausedLine: { day: string; who: string };
  resumedLine: { who: string };
  healthLine: { health: string; day: string; who: string };
  healthComputedLine: { who: string };
  healthOverLine: null;
  rhythmLine: { time: string; zone: string; who: string };

  cardHealth: null;
  cardHealthSet: { health: string; day: string };
  asAgency: { is: string };

  'quietDays.oneLine': null;
  'quietDays.nothing': null;
  'checkIn.yes': null;
  'checkIn.no': null;
  'report.none': null;
  'report.daily': null;
  'report.twiceWeekly': null;
  'report.weekly': null;
};

export type ProgressWords = Texts & {
  [Q in RhythmQuestion as `${Q}.label` | `${Q}.hint` | `${Q}.placeholder`]: null;
} & QuestionWords<typeof pauseForm> &
  QuestionWords<typeof healthForm> &
  RefusalTexts<ProgressRefusals>;
