import { catalogue } from '../kit/i18n.ts';
import { en } from './words-requests-en.ts';
import type { RequestWords } from './words-requests-types.ts';
import { zh } from './words-requests-zh.ts';

/** The sentences of what the client asks for by its card, and of the agency's answers, in both languages. */
export const requestWords = catalogue<RequestWords>({ en, zh });
