import { catalogue } from '../kit/i18n.ts';
import { en } from './words-ask-en.ts';
import type { AskWords } from './words-ask-types.ts';
import { zh } from './words-ask-zh.ts';

/** What is said where the client is asked to answer questions of the brief. */
export const askWords = catalogue<AskWords>({ en, zh });
