import type { QuestionWords } from '../kit/form.ts';
import type { RefusalTexts } from '../kit/refusal.ts';
import type {
  aboutForm,
  DetailRefusals,
  dropForm,
  estimateForm,
  linesQuestion,
  restForm,
  rightsForm,
} from './model-details.ts';

type Texts = {
  cancel: null;
  /** Somebody else changed the same meanwhile. */
  clash: null;
  detailsTitle: null;
  detailsSubmit: null;
  detailsIntro: { name: string; project: string };
  nowTheAmount: null;
  staysAsSent: null;
  rightsTitle: null;
  rightsSubmit: null;
  rightsIntro: { name: string; project: string };
  dropTitle: null;
  dropSubmit: null;
  dropIntro: { name: string; project: string };
  lineChanged: { name: string; who: string };
  lineChangedAnew: { name: string; who: string };
  lineRights: { name: string; media: string; territory: string; until: string; who: string };
  lineRightsOpen: { name: string; media: string; territory: string; who: string };
  lineDropped: { name: string; who: string };
  lineReopened: { name: string; who: string };
};

/** The kinds are named with the points of their check (words-points.ts). */
type About = Omit<QuestionWords<typeof aboutForm>, `kind.${string}`> & {
  'kind.label': null;
  'kind.hint': null;
  'kind.placeholder': null;
};

export type DetailWords = About &
  QuestionWords<readonly [typeof linesQuestion]> &
  QuestionWords<typeof restForm> &
  QuestionWords<typeof estimateForm> &
  QuestionWords<typeof rightsForm> &
  QuestionWords<typeof dropForm> &
  Texts &
  RefusalTexts<DetailRefusals>;
