import { catalogue } from '../kit/i18n.ts';
import { en } from './words-en.ts';
import type { ExportWords } from './words-types.ts';
import { zh } from './words-zh.ts';

/** What is said of the record as a file, and in it, in both languages. */
export const exportWords = catalogue<ExportWords>({ en, zh });
