import { catalogue } from '../kit/i18n.ts';
import { en } from './words-gather-en.ts';
import type { GatherWords } from './words-gather-types.ts';
import { zh } from './words-gather-zh.ts';

/** What is said where answers are gathered: from a message, from a document. */
export const gatherWords = catalogue<GatherWords>({ en, zh });
