import { catalogue } from '../kit/i18n.ts';
import { detailsEn } from './words-details-en.ts';
import type { DetailWords } from './words-details-types.ts';
import { detailsZh } from './words-details-zh.ts';

/** The sentences of what a deliverable is, in both languages. */
export const detailWords = catalogue<DetailWords>({ en: detailsEn, zh: detailsZh });
