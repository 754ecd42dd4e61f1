import type { QuestionWords } from '../kit/form.ts';
import type { RefusalTexts } from '../kit/refusal.ts';
import type { AgreedState, exportForm, ExportRefusals } from './model.ts';

export type ExportWords = RefusalTexts<ExportRefusals> &
  QuestionWords<typeof exportForm> & {
    // The form, and what is said after it.
    title: null;
    intro: { part: string };
    formIntro: { project: string };
    clientIntro: { project: string };
    submit: null;
    cancel: null;
    close: null;
    comingTitle: null;
    coming: null;
    // The message with which the file comes.
    cardFallback: { project: string; state: string };
    cardTitle: { project: string };
    cardWhat: { format: string; language: string; part: string };
    making: null;
    progress: { done: number; of: number };
    ready: { count: number; size: string; hash: string };
    failedLarge: null;
    failed: null;
    fileTitle: { project: string; number: string };
    fileName: { number: string; hash: string };
    fileNameClient: { number: string; hash: string };
    // In the file.
    kind: { part: string };
    agency: null;
    client: null;
    project: null;
    writtenOut: null;
    entries: null;
    entriesUpTo: { count: number; number: number };
    lastHash: null;
    agreedTitle: null;
    monthTitle: { month: string };
    sentAt: { at: string };
    answer: { who: string; said: string; at: string };
    state: { state: AgreedState };
    quoted: { text: string };
    footer: { number: string; hash: string };
    page: { page: string; pages: string };
    continued: { heading: string };
    unprintable: { example: string };
    checkTitle: null;
    checkChain: null;
    checkHash: null;
    checkHead: { number: number; hash: string };
    checkPart: null;
    checkJson: null;
    checkOther: null;
    columnNumber: null;
    columnTime: null;
    columnKind: null;
    columnWhat: null;
    columnWho: null;
    columnWords: null;
    columnLink: null;
    columnContentHash: null;
    columnPrevious: null;
    columnHash: null;
  };
