import type { QuestionWords } from '../kit/form.ts';
import type { RefusalTexts } from '../kit/refusal.ts';
import type { directorsForm, settingsForm, SettingsQuestion, SettingsRefusals } from './model-settings.ts';

/** The sentences of the settings, with what each names. */
export type SettingsWords = RefusalTexts<SettingsRefusals> &
  QuestionWords<typeof settingsForm> &
  QuestionWords<typeof directorsForm> & { [Q in SettingsQuestion as `name.${Q}`]: null } & {
    title: null;
    save: null;
    close: null;
    cancel: null;
    intro: null;
    alsoNamed: { who: string };
    changed: { who: string; at: string };
    clash: null;
    clashNow: { question: string; text: string };
    clashNothing: { question: string };
    directorsButton: null;
    directorsTitle: null;
    directorsIntro: null;
    directorsOf: { client: string; who: string };
    directorsNone: null;
    nobody: null;
    moreClients: { count: number };
    noClients: null;
    chooseClient: null;
    pending: null;
    ofClient: { client: string };
    saved: null;
    directorsClash: { who: string };
  };
