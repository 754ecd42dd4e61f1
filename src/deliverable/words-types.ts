import type { QuestionWords } from '../kit/form.ts';
import type { addForm, backQuestion, copyQuestion, reviewForm, versionForm } from './model-forms.ts';

type Texts = {
  cancel: null;
  close: null;

  addTitle: null;
  addSubmit: null;
  addIntro: { project: string };
  addFiles: { files: string };
  addCut: null;
  addNext: null;
  versionTitle: null;
  versionSubmit: null;
  versionIntro: { name: string; version: string };
  versionFiles: null;
  'of.new': null;
  ofVersion: { name: string; version: number };

  checkTitle: null;
  checkSubmit: null;
  checkIntro: { name: string; version: string; who: string };
  checkAll: null;
  'points.label': null;
  'points.more': null;
  'points.hint': null;
  terms: null;
  termsFound: { count: number };
  termsNone: null;
  termsSure: null;

  reviewTitle: null;
  reviewSubmit: null;
  reviewIntro: { name: string; version: string; who: string };

  lookTitle: { version: number };
  lookNote: { who: string };
  lookEmpty: null;
  lookShortened: null;

  look: null;
  check: null;
  review: null;
  newVersion: null;
  send: null;
  details: null;
  rightsButton: null;
  drop: null;
  reopen: null;

  aFile: null;
  hash: { hash: string };
  size: { size: string };
  'unread.tooLarge': null;
  'unread.gone': null;
  'unread.notAllowed': null;
  'unread.unreachable': null;
  notReadYet: null;
  notWatched: null;
  more: { count: number };
};

type CardWords = {
  cardFallback: { name: string; project: string; state: string };
  'state.checking': { version: number; who: string };
  'state.checkingNobody': { version: number };
  'state.reviewing': { version: number; who: string };
  'state.ready': { version: number };
  'state.sentBack': { version: number; who: string };
  'state.dropped': { why: string };
  'state.none': null;
  outside: { version: number };
  made: { version: number; who: string; at: string };
  ownError: null;
  checkedRow: { who: string; at: string };
  openRow: { count: number };
  sentBackRow: { who: string; at: string; why: string };
  'reviewRow.asked': { who: string };
  'reviewRow.passed': { who: string; at: string };
  'reviewRow.sentBack': { who: string; at: string; why: string };
  criteria: null;
  parts: { count: number; names: string };
  estimate: { amount: string };
  estimateUntil: { day: string };
  estimatePo: { po: string };
  dueBy: { day: string };
  dueOpen: null;
  roundOf: { round: number; rounds: number };
  roundNext: { rounds: number };
  /** Of the version that is being made ready, after one that was sent. */
  roundDraft: { round: number; rounds: number };
  roundBeyond: { round: number; rounds: number };
  lastRound: null;
  beyond: { count: number };
  beyondWorth: { count: number; worth: string };
  rights: { media: string; territory: string; until: string };
  rightsOpenEnd: { media: string; territory: string };
  noticedDeleted: { version: number; at: string };
  noticedNewer: { version: number; at: string };
  'next.checking': null;
  'next.reviewing': null;
  'next.ready': { who: string };
  'next.sentBack': null;
  'next.withClient': null;
  'next.withClientLast': null;
  'next.revise': null;
  'next.ended': null;
  'next.approved': null;
  'next.approvedRights': null;
  changed: { who: string; at: string };
};

type LineWords = {
  /** Mentions stand in `who` of whoever is to act, names in `by`. */
  addedLine: { name: string; by: string; who: string };
  addedAloneLine: { name: string; by: string };
  versionLine: { name: string; version: number; by: string; who: string };
  versionAloneLine: { name: string; version: number; by: string };
  checkedReadyLine: { name: string; version: number; by: string; who: string };
  checkedReviewLine: { name: string; version: number; by: string; who: string };
  /** Done by the one who sends it: they are not called. */
  checkedReadyOwnLine: { name: string; version: number; by: string };
  reviewedReadyOwnLine: { name: string; version: number; by: string };
  reviewedLine: { name: string; version: number; by: string };
  reviewedReadyLine: { name: string; version: number; by: string; who: string };
  sentBackLine: { name: string; version: number; by: string; who: string };
};

export type DeliverableWords = Texts &
  CardWords &
  LineWords &
  Omit<QuestionWords<ReturnType<typeof addForm>>, `of.${string}` | `line.${string}`> &
  Record<`${'of' | 'line'}.${'label' | 'hint' | 'placeholder'}`, null> &
  QuestionWords<typeof versionForm> &
  QuestionWords<readonly [typeof copyQuestion, typeof backQuestion]> &
  QuestionWords<typeof reviewForm>;
