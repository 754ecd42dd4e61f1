import { catalogue } from '../kit/i18n.ts';
import { en } from './words-en.ts';
import type { ProgressWords } from './words-types.ts';
import { zh } from './words-zh.ts';

/** The sentences of `/progress` and of what it sets, in both languages. */
export const progressWords = catalogue<ProgressWords>({ en, zh });
