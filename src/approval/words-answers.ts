import { catalogue } from '../kit/i18n.ts';
import { en } from './words-answers-en.ts';
import type { AnswerWords } from './words-answers-types.ts';
import { zh } from './words-answers-zh.ts';

/** The sentences of answering a request, in both languages. */
export const answerWords = catalogue<AnswerWords>({ en, zh });
