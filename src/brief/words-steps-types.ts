import type { QuestionWords } from '../kit/form.ts';
import type { BriefQuestion, BriefStep, insideForm, InternalQuestion, ListedQuestion, resultsForm } from './model.ts';

type Texts = {
  resultsTitle: null;
  insideTitle: null;
  insideIntro: { project: string };

  overviewTitle: null;
  overviewIntro: { project: string };
  missing: null;
  notAsked: null;
  inFull: { text: string };
  nextMissing: { question: string };
  nextOpen: { question: string };
  nextSay: { example: string };
  nextThen: { questions: string };
  nothingOpen: null;
  notKnownTitle: null;
  changeFinders: null;
  notKnownRow: { question: string; who: string };
  sources: { count: number };

  kpiFromTo: { name: string; from: string; to: string };
  kpiTo: { name: string; to: string };
  kpiSource: { source: string };
  kpiWhen: { when: string };
};

export type StepsWords = Texts &
  QuestionWords<typeof resultsForm> &
  QuestionWords<typeof insideForm> & { [S in BriefStep['id'] as `step.${S}` | `edit.${S}`]: null } & {
    [Q in BriefQuestion | InternalQuestion as `ask.${Q}`]: null;
  } & { [Q in InternalQuestion as `inside.${Q}`]: null } & { [Q in ListedQuestion as `one.${Q}`]: null };
