import type { QuestionWords } from '../kit/form.ts';
import type { RefusalTexts } from '../kit/refusal.ts';
import type {
  addForm,
  awayForm,
  changeForms,
  handoverForm,
  PeopleRefusals,
  predecessorQuestion,
  supplierForm,
} from './model.ts';

type Texts = {
  rosterTitle: null;
  rosterIntro: { project: string; client: string };
  'side.agency': null;
  'side.client': null;
  'side.partner': null;
  suppliers: null;
  nobody: null;
  isAway: { day: string };
  isAwayWith: { day: string; who: string };
  standsIn: { who: string };
  isGone: null;
  vacancies: { count: number };
  supplierLine: { supplier: string; supplies: string; who: string };
  noSupplies: null;
  offSlackLine: { who: string };
  plannedLine: { day: string; who: string; whom: string };

  choosePerson: null;
  chooseSupplier: null;
  addButton: null;
  addSupplierButton: null;
  mayButton: null;
  handoverButton: null;
  cancelPlanned: null;
  cancelPlannedTitle: null;
  cancelPlannedText: { day: string; who: string };
  cancelPlannedYes: null;
  goBack: null;
  close: null;
  cancel: null;
  save: null;

  addTitle: null;
  addIntro: { project: string };
  addSubmit: null;
  wasAdded: { who: string; role: string };
  wasAddedOutside: { who: string; role: string };
  wasChanged: { who: string };
  wasChangedAway: { who: string; day: string };
  wasReplaced: { who: string; whom: string };
  wasRemoved: { who: string };
  stillInChannel: { who: string; channel: string };
  stillInChannelHeld: { who: string; channel: string };
  removedFallback: { project: string };

  changeTitle: null;
  changeIntro: { who: string; role: string };
  changeIntroGone: { who: string; role: string };
  removeButton: null;
  removeTitle: null;
  removeText: { who: string };
  removeYes: null;

  supplierTitle: null;
  supplierIntro: { project: string };
  supplierRemoveText: { who: string };

  mayTitle: null;
  mayIntro: null;
  mayLine: { who: string; acts: string };
  mayNote: null;

  handoverTitle: null;
  handoverIntro: { project: string };
  handoverShow: null;
  handoverSubmit: null;
  handoverPlan: null;
  previewNow: { whom: string; who: string; project: string };
  previewLater: { whom: string; who: string; project: string; day: string };
  previewOthers: { count: number; projects: string };
  previewOthersNone: null;
  previewMoves: { who: string };
  previewNote: { channel: string };
  previewLineTo: { channels: string };
  previewSeenBy: { count: number; names: string };
  previewAgain: null;
  handedOverLine: { whom: string; who: string };
  handoverPlannedLine: { whom: string; who: string; day: string };
  handoverCancelledLine: { whom: string; who: string; day: string };
  handoverNote: { who: string };
  clientLineFrom: { who: string };
  handedOverTitle: null;
  plannedTitle: null;
  handedOverHere: { who: string };
  handoverPlannedHere: { who: string; day: string };
  handoverCarrying: { count: number };
  handoverCarried: { count: number; projects: string };
  handoverNotCarried: null;
  handoverFailed: { project: string; who: string; day: string };

  awayTitle: null;
  awayIntro: null;
  awaySubmit: null;
  awayUnread: { typed: string };
  untilDay: { day: string };
  untilDayWith: { day: string; who: string };
  isBack: null;
  carrying: null;
  carried: { count: number; projects: string };
  carriedNowhere: null;
  carriedNot: { count: number };
  notStandingIn: { who: string; projects: string };
};

type ChangeQuestions = (typeof changeForms)['agency'];

export type PeopleWords = Texts &
  QuestionWords<typeof addForm> &
  QuestionWords<ChangeQuestions> &
  QuestionWords<typeof supplierForm> &
  QuestionWords<typeof handoverForm> &
  QuestionWords<readonly [typeof predecessorQuestion]> &
  QuestionWords<typeof awayForm> &
  RefusalTexts<PeopleRefusals>;
