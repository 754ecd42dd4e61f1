import type { QuestionWords } from '../kit/form.ts';
import type { RefusalTexts } from '../kit/refusal.ts';
import type {
  briefForm,
  BriefLack,
  BriefQuestion,
  BriefRefusals,
  reasonForm,
  sendForm,
  withdrawForm,
} from './model.ts';

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
  oneDeliverable: null;

  cardTitle: { project: string };
  cardFallback: { project: string; state: string };
  draftState: null;
  draftGaps: { questions: string };
  changedState: { version: number };
  openState: { version: number; who: string; at: string };
  confirmedState: { version: number; who: string; at: string };
  changesState: { version: number; who: string; at: string };
  withdrawnState: { version: number; who: string; at: string };
  replacedState: { version: number };
  notKnownBy: { who: string };
  notKnownClient: null;
  cardContext: { who: string; at: string };
  edit: null;
  sendButton: null;

  sendTitle: null;
  sendSubmit: null;
  sendIntro: { project: string; version: string };
  seenBy: { channel: string; count: number; names: string };
  seenByMore: { channel: string; count: number; names: string; more: number };
  previewTitle: null;

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
  decides: { who: string };
  confirm: null;
  requestChanges: null;
  confirmTitle: { version: number };
  confirmText: { lines: number; open: number };
  confirmYes: null;
  goBack: null;

  reasonTitle: null;
  reasonSubmit: null;
  reasonIntro: { project: string; version: string };
  withdrawTitle: null;
  withdrawSubmit: null;
  withdrawIntro: { project: string; version: string };
  withdraw: null;

  noteTitle: { project: string; client: string; version: number };
  noteFallback: { project: string; version: number; number: number };
  noteWho: null;
  noteWhen: null;
  noteVersion: null;
  noteRecord: null;
  noteConditions: null;
  noteNoConditions: null;
  noteNext: null;
  noteNextCampaign: null;
  noteNextJob: null;

  sentLine: { version: number; who: string };
  confirmedLine: { version: number; who: string };
  confirmedGate: { manager: string };
  confirmedJob: { manager: string };
  changesLine: { version: number; who: string };
  changesAsk: { manager: string };
  withdrawnLine: { version: number; who: string };
  withdrawnNote: { version: number; who: string };
  changesNote: { version: number; who: string };

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
  QuestionWords<typeof reasonForm> &
  QuestionWords<typeof withdrawForm> &
  Texts &
  Lacks &
  RefusalTexts<BriefRefusals>;
