import type { QuestionWords } from '../kit/form.ts';
import type { goodwillForm, sendForm } from './model-send.ts';

type Texts = {
  sendTitle: null;
  sendSubmit: null;
  cancel: null;
  sendIntro: { name: string; version: string };
  previewTitle: null;
  goesOutside: null;
  lastRoundTeam: { rounds: number };
  beyondTeam: { round: number; rounds: number };
  byHand: { file: string; why: string };
  notWatchedTeam: null;

  clientFallback: { name: string; version: number };
  clientOpen: null;
  clientDetails: null;
  dropped: null;
  versionTitle: { project: string; name: string; version: number };
  versionIntro: null;
  versionReplaces: { version: number };
  versionAbove: null;
  file: { name: string };
  fileByHand: { name: string };
  aFile: null;
  link: null;
  text: null;
  parts: null;
  part: { number: number; name: string };
  criteria: null;
  criterion: { text: string };
  amount: { amount: number; currency: string };
  validUntil: { day: string };
  po: { po: string };
  notWatched: null;
  round: { round: number; rounds: number };
  roundBeyond: { round: number; rounds: number };
  lastRound: { round: number; rounds: number };
  again: null;
  noNeed: null;

  /** How a version is named within a sentence, and before a state line. */
  titleIn: { name: string; version: number };
  titleShort: { name: string; version: number };
  exactlyFile: { name: string; hash: string };
  exactlyUnread: { name: string; file: string };
  exactlyLink: { url: string };
  exactlyText: null;
  noteNext: { kind: string };
  noteNextAgain: null;
  noteNextChanges: null;

  sentLine: { short: string; who: string };
  sentOutsideLine: { short: string; who: string };
  sentLastRound: { rounds: number };
  sentByHand: { files: string };
  copyText: null;
  agreedAsk: { manager: string };
  againAsk: { manager: string };
  changesMadeAsk: { manager: string };
  reviseAsk: { manager: string };
};

export type ClientDeliverableWords = QuestionWords<typeof sendForm> & QuestionWords<typeof goodwillForm> & Texts;
