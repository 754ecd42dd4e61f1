import { catalogue } from '../kit/i18n.ts';
import { en } from './words-en.ts';
import type { HomeWords } from './words-types.ts';
import { zh } from './words-zh.ts';

/** The sentences of App Home, in both languages. */
export const homeWords = catalogue<HomeWords>({ en, zh });
