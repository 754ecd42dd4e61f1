import { catalogue } from '../kit/i18n.ts';
import { en } from './words-en.ts';
import type { StagesWords } from './words-types.ts';
import { zh } from './words-zh.ts';

/** The sentences of stages, of a project's life, and of the jobs inside it, in both languages. */
export const stagesWords = catalogue<StagesWords>({ en, zh });
