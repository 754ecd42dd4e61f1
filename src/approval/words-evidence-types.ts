import type { QuestionWords } from '../kit/form.ts';
import type { RefusalTexts } from '../kit/refusal.ts';
import type { EvidenceChannel } from './model.ts';
import type { EvidenceRefusals, objectForm } from './model-evidence.ts';

/** `said` is what was decided, `way` how it came, both in words: "confirmed", "by e-mail". */
type Texts = {
  record: null;
  chooseTitle: null;
  chooseIntro: null;
  choose: null;
  requestOf: { project: string; client: string; title: string };

  saidTitle: null;
  saidSubmit: null;
  saidIntro: { project: string; title: string };
  'approver.label': null;
  'approver.hint': null;
  'approver.placeholder': null;
  'verb.label': null;
  'verb.hint': null;
  'verb.placeholder': null;
  'way.label': null;
  'way.hint': null;
  'way.placeholder': null;
  'words.label': null;
  'words.hint': null;
  'words.placeholder': null;
  'screenshot.label': null;
  'screenshot.hint': null;
  withFile: null;

  whenTitle: null;
  whenSubmit: null;
  whenIntro: { who: string; said: string; way: string };
  whenTelephone: null;
  'saidOn.label': null;
  'saidOn.hint': null;
  'saidOn.placeholder': null;
  'saidAt.label': null;
  'saidAt.hint': { zone: string };
  'saidAt.placeholder': null;
  'lines.label': null;
  'lines.hint': null;
  'lines.placeholder': null;
  'showAgain.label': null;
  'showAgain.hint': null;
  'showAgain.placeholder': null;
  'showAgain.again': null;
  'showAgain.noNeed': null;
  lineOption: { number: number };

  cancel: null;
  close: null;

  noteTitle: { who: string; title: string; said: string };
  noteHow: { by: string; way: string; at: string };
  noteFile: null;
  noteObject: null;
  noteFallback: { who: string; title: string; said: string };
  object: null;
  objectTitle: null;
  objectSubmit: null;
  objectIntro: { who: string; said: string; title: string };
  objectedAsk: { manager: string; who: string; whom: string };

  askBare: { title: string; verb: string };
  askSentence: { title: string };
  askWhich: { title: string };
  recordAs: { verb: string };
  no: null;
  leftAlone: { title: string };
  recorded: { title: string; said: string };

  edited: { short: string; who: string };
  deleted: { short: string; who: string };
  keptWords: null;
  ofVersion: { version: number };
  toldWords: null;
};

type Ways = { [W in EvidenceChannel as `way.${W}`]: null };

export type EvidenceWords = QuestionWords<typeof objectForm> & Texts & Ways & RefusalTexts<EvidenceRefusals>;
