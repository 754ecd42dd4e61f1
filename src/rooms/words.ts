import { catalogue } from '../kit/i18n.ts';
import { en } from './words-en.ts';
import type { RoomsWords } from './words-types.ts';
import { zh } from './words-zh.ts';

/** The sentences about a project's channels, in both languages. */
export const roomsWords = catalogue<RoomsWords>({ en, zh });
