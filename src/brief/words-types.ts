import type { QuestionWords } from '../kit/form.ts';
import type { RefusalTexts } from '../kit/refusal.ts';
import type { briefForm, BriefLack, BriefQuestion, BriefRefusals, sendForm } from './model.ts';

type Texts = {
  editTitle: null;
  editSubmit: null;
  editIntro: { project: string };
  editClash: null;
  editClashNow: { question: string; text: string };
  editClashGap: { question: string };
  cancel: null;
  close: null;
  findersTitle: null;
  findersSubmit: null;
  findersIntro: null;
  finderLabel: { question: string };
  finderHint: null;
  finderPlaceholder: null;

  cardTitle: { project: string };
  cardFallback: { project: string; state: string };
  draftState: null;
  draftGaps: { questions: string };
  changedState: { version: number };
  notKnownBy: { who: string };
  notKnownClient: null;
  cardContext: { who: string; at: string };
  edit: null;
  sendButton: null;

  sendTitle: null;
  sendSubmit: null;
  sendIntro: { project: string; version: string };
  previewTitle: null;
  goesOutside: null;
  outsideState: { version: number };
  sentOutsideLine: { version: number; who: string };

  clientTitle: { project: string };
  clientFallback: { project: string; version: number };
  clientDetails: null;
  clientOpen: null;
  versionTitle: { project: string; version: number };
  versionPart: { part: number; parts: number };
  versionIntro: null;
  versionChanges: { version: number };
  versionSame: { version: number };
  marked: { what: string };
  changed: null;
  added: null;
  moved: null;
  removed: null;

  /** How the brief is named within a sentence, and before a state line. */
  titleIn: { version: number };
  titleShort: { version: number };
  noteNextCampaign: null;
  noteNextJob: null;

  sentLine: { version: number; who: string };
  confirmedGate: { manager: string };
  confirmedJob: { manager: string };
  changesAsk: { manager: string };

  waitWrite: null;
  waitSend: null;
  waitRevise: { version: string };
  waitFindOut: { question: string };
  waitDecide: { version: number };
  waitRead: null;
};

type Lacks = { [L in BriefLack as `brief.lack.${L}`]: null } & { [Q in BriefQuestion as `brief.question.${Q}`]: null };
export type BriefWords = QuestionWords<typeof briefForm> &
  QuestionWords<typeof sendForm> &
  Texts &
  Lacks &
  RefusalTexts<BriefRefusals>;
