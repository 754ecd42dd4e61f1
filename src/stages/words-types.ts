import type { QuestionWords } from '../kit/form.ts';
import type { RefusalTexts } from '../kit/refusal.ts';
import type { earlierForm, endForm, jobForm, reasonForm, StageRefusals } from './model.ts';

type Texts = {
  title: null;
  close: null;
  cancel: null;

  gateOpen: { stage: string };
  gateLacks: { stage: string };
  lastStage: null;
  noGates: null;
  given: { stage: string; given: string };
  overriddenTitle: null;
  overridden: { stage: string; who: string; at: string; lacks: string; reason: string };
  earlierTitle: { count: number };
  earlierRow: { kind: string; what: string; by: string; day: string };

  startNext: { stage: string };
  startNextTitle: { stage: string };
  startNextText: null;
  startNextYes: null;
  notYet: null;
  startAnyway: null;
  back: null;
  attach: null;
  job: null;
  hold: null;
  resume: null;
  end: null;
  reopen: null;

  overrideTitle: null;
  overrideIntro: { project: string; stage: string; lacks: string };
  overrideSubmit: null;
  backTitle: null;
  backIntro: { project: string; stage: string };
  backSubmit: null;
  attachTitle: null;
  attachIntro: { project: string };
  attachSubmit: null;
  holdTitle: null;
  holdIntro: { project: string };
  holdSubmit: null;
  endTitle: null;
  endIntro: { project: string };
  endJobs: { count: number };
  endSubmit: null;
  reopenTitle: null;
  reopenIntro: { project: string };
  reopenSubmit: null;
  jobTitle: null;
  jobIntro: { project: string };
  jobSubmit: null;

  'to.label': null;
  'to.hint': null;
  'to.placeholder': null;
  'into.label': null;
  'into.hint': null;
  'into.placeholder': null;

  heldNow: { project: string };
  resumedNow: { project: string };

  overriddenLine: { from: string; to: string; who: string };
  reopenedLine: { from: string; to: string; who: string };
  lifeLine: { from: string; to: string; who: string };
  life: { state: string; as: string };
  earlierLine: { kind: string; by: string; day: string; who: string };
  mergedLine: { project: string; who: string };
  jobLine: { project: string; who: string };
};

/** The stages of a select are named by the project's own words, and other projects by their names. */
type Named = `to.${string}` | `into.${string}`;

export type StagesWords = Texts &
  QuestionWords<typeof reasonForm> &
  QuestionWords<typeof earlierForm> &
  Omit<QuestionWords<ReturnType<typeof endForm>>, Named> &
  QuestionWords<typeof jobForm> &
  RefusalTexts<StageRefusals>;
