import { catalogue } from '../kit/i18n.ts';
import { en } from './words-en.ts';
import type { PlanWords } from './words-types.ts';
import { zh } from './words-zh.ts';

/** The sentences of milestones, in both languages. */
export const planWords = catalogue<PlanWords>({ en, zh });
