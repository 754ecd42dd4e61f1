import type { QuestionWords } from '../kit/form.ts';
import type { RefusalTexts } from '../kit/refusal.ts';
import type { replyForm, REQUEST_FORMS, RequestRefusals } from './model-requests.ts';

type Texts = {
  'formTitle.newRequest': null;
  'formTitle.problem': null;
  'formTitle.status': null;
  formSubmit: null;
  formIntro: { project: string };
  cancel: null;
  taken: { project: string };

  received: { kind: string; who: string; at: string };
  wanted: { day: string };
  noticed: { since: string };
  noText: null;

  teamTitle: { kind: string; who: string; project: string };
  teamFallback: { kind: string; who: string; project: string };
  teamAsk: { who: string; kind: string };
  teamAnswered: { who: string; at: string };
  teamBecameJob: { who: string; at: string };
  answer: null;
  startJob: null;
  draftStatus: null;

  replyTitle: null;
  replyPreview: null;
  replySubmit: null;
  replyIntro: { who: string; kind: string; project: string };
  replyLooking: null;
  replyPreviewTitle: null;
  replyChanged: null;
  replyNotSeen: null;

  replied: { who: string; whom: string };
  repliedLine: { who: string };
  jobLine: { who: string };

  wait: { kind: string; who: string; text: string };
};

type Forms = typeof REQUEST_FORMS;

export type RequestWords = Texts &
  QuestionWords<Forms['newRequest']> &
  QuestionWords<Forms['problem']> &
  QuestionWords<Forms['status']> &
  QuestionWords<typeof replyForm> &
  RefusalTexts<RequestRefusals>;
