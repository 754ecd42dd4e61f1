import type { QuestionWords } from '../kit/form.ts';
import type { RefusalTexts } from '../kit/refusal.ts';
import type { blockForm, changeForm, dropForm, moveForm, PlanRefusals, setForm } from './model-forms.ts';

type Texts = {
  title: null;
  close: null;
  cancel: null;
  empty: null;
  add: null;
  done: null;
  move: null;
  block: null;
  unblock: null;
  change: null;
  drop: null;
  release: null;
  tellClient: null;
  reopen: null;
  undo: null;

  review: { count: number };
  notShown: null;
  shown: null;
  shownFrom: { day: string };
  wasTold: { day: string };
  wasToldOther: null;
  movedRow: { from: string; to: string; why: string; who: string };
  blockedRow: { why: string; who: string };
  needsRow: { needs: string };
  overTitle: null;
  reachedRow: { name: string; at: string };
  droppedRow: { name: string; at: string; why: string };

  saidSet: { name: string; day: string; owner: string };
  saidMoved: { name: string; day: string };
  'stands.open': { name: string; day: string };
  'stands.reached': { name: string; day: string };
  'stands.dropped': { name: string; day: string };
  saidUndone: null;
  saidShown: { name: string };

  typedUnread: { typed: string };
  problemDay: null;
  problemPast: null;
  problemName: null;
  problemOwner: null;
  problemSeveral: null;
  problemReview: { most: number };

  setTitle: null;
  setSubmit: null;
  setIntro: { project: string };
  changeTitle: null;
  changeSubmit: null;
  changeIntro: { name: string; project: string };
  moveTitle: null;
  moveSubmit: null;
  moveIntro: { name: string; project: string; day: string };
  stillShown: { day: string };
  upTo: { who: string };
  dropTitle: null;
  dropSubmit: null;
  dropIntro: { name: string; project: string; day: string };
  blockTitle: null;
  blockSubmit: null;
  blockIntro: { name: string; project: string };

  releaseTitle: null;
  releaseSubmit: null;
  tellTitle: null;
  tellSubmit: null;
  notNow: null;
  goesTo: { channel: string; project: string };
  goesNowhere: { project: string };
  readNow: null;
  readThen: { day: string };
  begunAlready: { from: string; count: number };
  cardThen: null;

  clientNew: { project: string; name: string; day: string };
  clientMoved: { project: string; name: string; from: string; to: string };
  clientDropped: { project: string; name: string; day: string };
  clientReview: { from: string; day: string; count: number };
  clientReviewBegun: { day: string };
  clientZone: { zone: string };
  headsUp: { project: string; name: string; from: string; day: string; count: number };
  clientCardTitle: null;
  clientCardLine: { name: string; day: string };
  clientCardReview: { day: string };

  cardTitle: null;
  cardLine: { name: string; day: string; owner: string };
  cardOverdue: null;
  cardBlocked: null;
  cardTold: { day: string };
  cardZones: { team: string; client: string };

  setLine: { name: string; day: string; owner: string; who: string };
  changedLine: { name: string; owner: string; who: string };
  movedLine: { name: string; from: string; to: string; who: string };
  reachedLine: { name: string; who: string };
  droppedLine: { name: string; day: string; who: string };
  reopenedLine: { name: string; state: string; who: string };
  blockedLine: { name: string; who: string };
  unblockedLine: { name: string; who: string };
  undoneLine: { name: string; who: string };
  releasedLine: { name: string; day: string; who: string };
  missedLine: { name: string; day: string };

  'nudge.ahead': { name: string; project: string; day: string };
  'nudge.dueDay': { name: string; project: string; day: string };
  'nudge.after': { name: string; project: string; day: string };
  'nudge.manager': { name: string; project: string; day: string; owner: string };
  'nudge.needs': { needs: string };
};

export type PlanWords = Texts &
  QuestionWords<typeof setForm> &
  QuestionWords<typeof changeForm> &
  QuestionWords<typeof moveForm> &
  QuestionWords<typeof dropForm> &
  QuestionWords<typeof blockForm> &
  RefusalTexts<PlanRefusals>;
