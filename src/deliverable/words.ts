import { catalogue } from '../kit/i18n.ts';
import { en } from './words-en.ts';
import type { DeliverableWords } from './words-types.ts';
import { zh } from './words-zh.ts';

/** The sentences of bringing deliverables and checking them, and of the team's card, in both languages. */
export const deliverableWords = catalogue<DeliverableWords>({ en, zh });
