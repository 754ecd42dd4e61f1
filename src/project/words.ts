import { catalogue } from '../kit/i18n.ts';
import { en } from './words-en.ts';
import type { ProjectWords } from './words-types.ts';
import { zh } from './words-zh.ts';

/** The sentences of the project, in both languages. */
export const projectWords = catalogue<ProjectWords>({ en, zh });
