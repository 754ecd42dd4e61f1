import { catalogue } from '../kit/i18n.ts';
import { en } from './words-card-en.ts';
import type { CardWords } from './words-card-types.ts';
import { zh } from './words-card-zh.ts';

/** The sentences of the client card and of the client's part of the record, in both languages. */
export const cardWords = catalogue<CardWords>({ en, zh });
