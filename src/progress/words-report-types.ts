import type { QuestionWords } from '../kit/form.ts';
import type { RefusalTexts } from '../kit/refusal.ts';
import type { reportForm, ReportRefusals } from './model-report.ts';

/** What the client reads: a report as it is drafted. */
type Drafted = {
  reportNew: { day: string };
  reportNothingNew: { day: string };
  newStage: { stage: string };
  newWanted: { day: string };
  newAgreed: { what: string };
  newMilestone: { what: string; day: string };
  newReached: { what: string };
  newDropped: { what: string };
  newAnswered: { request: string };
  newJob: { request: string };
  reportDates: null;
  reportDate: { what: string; day: string };
  reportReview: { what: string; day: string; from: string };
  reportMore: { count: number };
  milestoneCalled: { kind: string };
  request: { kind: string };
};

/** What the team sees of it. */
type Shown = {
  reportTitle: { project: string; client: string; day: string };
  reportFallback: { project: string; day: string };
  reportNoChannel: null;
  reportNotSeen: null;
  reportOutdated: null;
  reportSend: null;
  reportSentOutside: null;
  reportEdit: null;
  reportSkip: null;
  reportMeans: null;
  reportLonger: null;
  reportWasSent: { who: string; at: string };
  reportWasSkipped: { who: string; at: string };
  reportReplaced: { project: string };

  reportFormTitle: null;
  reportFormSubmit: null;
  reportCancel: null;
  reportFormIntro: { project: string; language: string };
  reportTheirs: null;

  reportLine: { who: string; number: number };
  reportLineOutside: { who: string; number: number };
  reportHead: { project: string; day: string };
  reportReminder: { project: string; day: string };
  reportHere: { project: string };
  reportHereTitle: null;
  reportClose: null;
};

export type ReportWords = Drafted & Shown & QuestionWords<typeof reportForm> & RefusalTexts<ReportRefusals>;
