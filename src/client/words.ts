import { catalogue } from '../kit/i18n.ts';
import { en } from './words-en.ts';
import type { ClientWords } from './words-types.ts';
import { zh } from './words-zh.ts';

/** The sentences of a client's profile, in both languages. */
export const clientWords = catalogue<ClientWords>({ en, zh });
