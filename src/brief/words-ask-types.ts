import type { QuestionWords } from '../kit/form.ts';
import type { RefusalTexts } from '../kit/refusal.ts';
import type { answerForm, askForm, AskRefusals } from './model-ask.ts';

type Texts = {
  askButton: null;
  askTitle: null;
  askSubmit: null;
  askIntro: { project: string };
  cancel: null;
  previewTitle: null;

  cardTitle: { project: string };
  cardFallback: { project: string; count: number };
  cardAsk: { who: string };
  cardAnyone: null;
  answeredBy: { who: string; at: string };
  replaced: null;
  answer: null;
  answerAgain: null;

  answerTitle: null;
  answerIntro: { project: string };
  answerStep: { step: number; steps: number };
  answerGoOn: null;
  answerSubmit: null;
  clash: null;
  clashNow: { question: string; text: string };
  clashGap: { question: string };

  askedLine: { who: string; count: number };
  answeredLine: { manager: string; who: string; count: number };
  waitAnswer: { count: number };
  waitCheck: { count: number };
};

export type AskWords = Texts &
  QuestionWords<typeof askForm> &
  QuestionWords<ReturnType<typeof answerForm>> &
  RefusalTexts<AskRefusals>;
