import type { QuestionWords } from '../kit/form.ts';
import type { Verb } from './model.ts';
import type { noteForm, passOnForm, takeBackForm } from './model-answers.ts';

/** Whom a sentence is about, as they are called; `version` is its number, `title` and `short` the owner's own names for it. */
type Texts = {
  someLines: null;
  passOn: null;
  withNote: null;
  takeBack: null;
  cancel: null;
  sureTitle: { verb: string; version: number };
  sureText: { verb: string; lines: number; open: number };
  goBack: null;

  asks: { who: string; verb: string };
  stateOpen: { version: number; who: string; at: string };
  stateClosed: { verb: string; version: number; who: string; at: string };
  stateTakenBack: { verb: string; version: number; who: string; at: string };
  stateTakenBackBySome: { verb: string; version: number; at: string };
  stateWithdrawn: { version: number; at: string };
  stateExpired: { version: number; at: string };
  stateSuperseded: { version: number };
  nobody: null;
  stands: { standing: number; version: number };
  round: { round: number };
  stepOf: { step: number; steps: number };
  due: { at: string };
  linesConfirmed: { lines: string };
  linesChanges: { lines: string };
  linesOpen: { lines: string };

  rowSaid: { who: string; said: string; at: string };
  rowLines: { who: string; lines: string };
  rowTold: { who: string; said: string };
  rowWaits: { who: string };
  rowLater: { who: string; step: number };
  inPlaceOf: { who: string; whom: string };
  withStandIn: { who: string; standIn: string };
  andMore: { names: string; count: number };
  saidBy: { said: string; way: string };
  byEvidence: { way: string };

  'reason.label': { verb: string };
  'reason.placeholder': null;
  'reason.hint': null;
  'lines.label': null;
  'lines.placeholder': null;
  'lines.hint': null;
  'rest.label': null;
  'rest.hint': null;
  'rest.confirmed': null;
  'showAgain.label': null;
  'showAgain.hint': null;
  'showAgain.placeholder': null;
  'showAgain.again': null;
  'showAgain.noNeed': null;
  aboutSubject: { project: string; title: string };
  someTitle: null;
  someSubmit: null;
  someIntro: null;
  someBefore: { lines: string };
  someGroup: { from: number; to: number };
  noteTitle: null;
  passOnTitle: null;
  passOnSubmit: null;
  passOnIntro: null;
  passOnAsk: { manager: string; who: string; whom: string; short: string };
  takeBackTitle: null;
  takeBackSubmit: null;
  takeBackIntro: null;
  changeOfMind: { said: string; at: string };

  confirmationNote: { project: string; client: string; title: string };
  confirmationFallback: { project: string; title: string; said: string; number: number };
  noteWho: { said: string };
  noteWhen: null;
  noteVersion: null;
  noteRecord: null;
  noteConditions: null;
  noteNoConditions: null;
  noteBelow: null;
  noteNext: null;
  noteExactly: null;
  noteAgain: null;
  noteNoNeed: null;
  noteComment: { who: string };
  noteConditionsOf: { who: string };
  noteAlsoAgreed: { who: string };
  noteLimit: { limit: string };
  limit: { kind: string; amount: number; currency: string };

  lineAnswered: { short: string; who: string; said: string; count: number; of: number };
  lineLines: { short: string; who: string; lines: string };
  lineTold: { short: string; who: string; said: string };
  lineStep: { short: string; step: number; steps: number; who: string };
  lineGathered: { short: string; why: string; who: string };
  lineClosed: { short: string; said: string; who: string };
  lineReopened: { short: string; who: string };
  lineTakenBack: { short: string; verb: string; who: string };
  linePassedOn: { short: string; from: string; to: string };
  lineReplaced: { short: string; from: string; to: string };
  lineStandIn: { short: string; who: string; standIn: string };
  lineReminded: { short: string; who: string };
  lineObjected: { short: string; who: string };
  lineWithdrawn: { short: string; who: string };
  lineExpired: { short: string };

  tellChanges: { who: string; version: number; verb: string };
  tellRoundEnded: { title: string; count: number };
  tellContradictions: { who: string };
  tellStep: { who: string; title: string; verb: string };
  tellPassedOn: { from: string; to: string; title: string; verb: string };
  tellReplaced: { from: string; to: string; title: string; verb: string };
  tellStandIn: { who: string; standIn: string; title: string };
  tellReminded: { who: string; title: string; at: string };
  tellReopened: { who: string; title: string };
  tellObjected: { who: string; title: string };
  tellTakenBack: { version: number; who: string; verb: string };
  tellWithdrawn: { title: string };
  tellExpired: { title: string };

  pointLine: { number: number; line: number; name: string };
  pointWhole: { number: number };
  pointGone: { number: number };
  pointSaid: { who: string };
  pointContradicts: { confirmed: string; wants: string };
  pointDiffers: null;
};

type Verbs = { [V in Verb as `verb.${V}` | `said.${V}`]: null };

export type AnswerWords = QuestionWords<typeof noteForm> &
  QuestionWords<typeof passOnForm> &
  QuestionWords<typeof takeBackForm> &
  Texts &
  Verbs;
