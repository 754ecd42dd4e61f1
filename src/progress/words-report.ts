import { catalogue } from '../kit/i18n.ts';
import { en } from './words-report-en.ts';
import type { ReportWords } from './words-report-types.ts';
import { zh } from './words-report-zh.ts';

/** The sentences of the report to the client, in both languages. */
export const reportWords = catalogue<ReportWords>({ en, zh });
