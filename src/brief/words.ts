import { catalogue } from '../kit/i18n.ts';
import { en } from './words-en.ts';
import type { BriefWords } from './words-types.ts';
import { zh } from './words-zh.ts';

/** The sentences of the brief, in both languages. */
export const briefWords = catalogue<BriefWords>({ en, zh });
