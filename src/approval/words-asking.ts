import { catalogue } from '../kit/i18n.ts';
import { askingEn } from './words-asking-en.ts';
import type { AskingWords } from './words-asking-types.ts';
import { askingZh } from './words-asking-zh.ts';

/** Who is asked and how, and what is done with a request while it is open. */
export const askingWords = catalogue<AskingWords>({ en: askingEn, zh: askingZh });
