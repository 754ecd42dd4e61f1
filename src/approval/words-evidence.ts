import { catalogue } from '../kit/i18n.ts';
import { en } from './words-evidence-en.ts';
import type { EvidenceWords } from './words-evidence-types.ts';
import { zh } from './words-evidence-zh.ts';

/** What is said where an approver's answer does not come by a button, in both languages. */
export const evidenceWords = catalogue<EvidenceWords>({ en, zh });
