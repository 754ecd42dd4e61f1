import { catalogue } from '../kit/i18n.ts';
import { en } from './words-settings-en.ts';
import type { SettingsWords } from './words-settings-types.ts';
import { zh } from './words-settings-zh.ts';

/** The sentences of the settings, in both languages. */
export const settingsWords = catalogue<SettingsWords>({ en, zh });
