import type { QuestionWords } from '../kit/form.ts';
import type { RefusalTexts } from '../kit/refusal.ts';
import type { ClientRefusals, houseForm, marketForm, ProfileQuestion } from './model.ts';

type Texts = {
  profile: null;
  title: null;
  intro: { client: string };
  step: { step: number; steps: number };
  goOn: null;
  save: null;
  cancel: null;
  changed: { who: string; at: string };
  clash: null;
  clashNow: { question: string; text: string };
  clashGap: { question: string };
};

export type ClientWords = Texts &
  QuestionWords<typeof marketForm> &
  QuestionWords<typeof houseForm> & { [Q in ProfileQuestion as `name.${Q}`]: null } & RefusalTexts<ClientRefusals>;
