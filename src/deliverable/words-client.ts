import { catalogue } from '../kit/i18n.ts';
import { clientEn } from './words-client-en.ts';
import type { ClientDeliverableWords } from './words-client-types.ts';
import { clientZh } from './words-client-zh.ts';

/** Sending a version to the client, and what the client reads of it. */
export const clientDeliverableWords = catalogue<ClientDeliverableWords>({ en: clientEn, zh: clientZh });
