import type { QuestionWords } from '../kit/form.ts';
import type { RefusalTexts } from '../kit/refusal.ts';
import type {
  AskingRefusals,
  personForm,
  replaceForm,
  rolesForm,
  whoForm,
  withdrawRequestForm,
} from './model-asking.ts';

type Texts = {
  howAsked: { order: string; needs: string; count: number };
  howAlone: null;
  howExpires: { day: string };
  howDetails: { count: number };

  whoTitle: null;
  whoSubmit: null;
  whoIntro: null;
  whoOpenIntro: null;
  whoNobody: null;
  cancel: null;
  needsAll: null;
  needsAny: null;
  needsSome: { count: number };
  numbered: { number: number; who: string };
  standIn: { who: string };
  limit: { kind: string; amount: string; currency: string };
  awayUntil: { day: string };
  offSlackMark: null;
  answered: null;
  edit: { number: number };

  personTitle: null;
  personSubmit: null;
  personIntro: { who: string };
  replaceIntro: { who: string };

  remind: null;
  closeRound: null;
  closeRoundTitle: null;
  closeRoundText: null;
  closeRoundYes: null;
  change: null;
  withdrawRequest: null;
  goBack: null;
  withdrawTitle: null;
  withdrawSubmit: null;
  withdrawIntro: { project: string; title: string };

  waits: { who: string; at: string };
  waitsFor: { who: string; standIn: string; at: string };
  awayAlone: { who: string };
  gathered: { at: string };
  expires: { at: string };

  changeHow: null;
  dueZone: { zone: string };
  seenBy: { channel: string; count: number; names: string };
  seenByMore: { channel: string; count: number; names: string; more: number };
};

/** The options of `needs` have sentences of their own, which count. */
type Arranged = readonly Exclude<(typeof whoForm)[number], { id: 'needs' }>[];
type Needs = { 'needs.label': null; 'needs.hint': null; 'needs.placeholder': null };

export type AskingWords = QuestionWords<Arranged> &
  Needs &
  QuestionWords<typeof rolesForm> &
  QuestionWords<typeof personForm> &
  QuestionWords<typeof replaceForm> &
  QuestionWords<typeof withdrawRequestForm> &
  Texts &
  RefusalTexts<AskingRefusals>;
