import { catalogue } from '../kit/i18n.ts';
import { en } from './words-en.ts';
import type { PeopleWords } from './words-types.ts';
import { zh } from './words-zh.ts';

/** The sentences of the people of a project, in both languages. */
export const peopleWords = catalogue<PeopleWords>({ en, zh });
