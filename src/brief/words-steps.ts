import { catalogue } from '../kit/i18n.ts';
import { en } from './words-steps-en.ts';
import type { StepsWords } from './words-steps-types.ts';
import { zh } from './words-steps-zh.ts';

/** The sentences of the whole brief's further steps and of its overview, in both languages. */
export const stepsWords = catalogue<StepsWords>({ en, zh });
