import type { QuestionWords } from '../kit/form.ts';
import type { RefusalTexts } from '../kit/refusal.ts';
import type { addForm, documentForm, FileFault, GatherRefusals } from './model-gather.ts';

type Texts = {
  addTitle: null;
  addSubmit: null;
  cancel: null;
  close: null;
  addIntro: { who: string };
  addIntroNobody: null;
  'project.label': null;
  'project.hint': null;
  'project.placeholder': null;
  readFile: { name: string };
  /** Of another company's file Slack tells no name. */
  attachment: { number: number };
  documentButton: null;
  documentTitle: null;
  documentSubmit: null;
  documentIntro: { project: string };
  reading: null;
  readingTitle: null;
  checkTitle: null;
  checkSubmit: null;
  checkIntro: { source: string; left: number };
  checkMore: { left: number };
  checkLabel: { number: number; of: number };
  checkHint: null;
  checkPlaceholder: null;
  checkButton: { left: number };
  shortened: { count: number };
  cutOff: null;
  messageCut: null;
  takeApart: null;
  overtaken: { parts: string; count: number };
  notKnownWhether: null;
  sourceMessage: { who: string };
  sourceSomebody: null;
  sourceDocument: { name: string };
  sourcePasted: null;
  sourceClient: { who: string };
  sourceFed: { source: string; questions: string };
  'brief.question.ownReason': null;
  'brief.question.whys': null;
  /** Beside the names of the questions, where a part is checked. */
  'question.leaveOut': null;
} & { [F in FileFault as `file.${F}`]: null };

type AddWords = Omit<QuestionWords<ReturnType<typeof addForm>>, `project.${string}`>;

export type GatherWords = Texts & AddWords & QuestionWords<typeof documentForm> & RefusalTexts<GatherRefusals>;
