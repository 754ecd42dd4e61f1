import { z } from 'zod';
import { BOUNDS } from '../kit/bounds.ts';
import type { Question } from '../kit/form.ts';
import { LOCALES } from '../kit/locale.ts';
import { metadata } from '../kit/metadata.ts';
import type { Named } from '../kit/text.ts';

/** The action and callback ids of the settings. */
export const SETTINGS_IDS = {
  open: 'settings.open',
  form: 'settings.form',
  directors: 'settings.directors',
  client: 'settings.client',
  directorsForm: 'settings.directorsForm',
} as const;

/** `asDeployed`: as the variable LIAISON_LANGUAGE says. */
export const LANGUAGES = ['asDeployed', ...LOCALES] as const;

export const settingsForm = [
  { id: 'administrators', kind: 'people', most: BOUNDS.administrators, required: false },
  { id: 'language', kind: 'choice', options: LANGUAGES, required: true },
  { id: 'money', kind: 'text', long: true, max: BOUNDS.longAnswer, required: false },
  { id: 'inside', kind: 'text', long: true, max: BOUNDS.longAnswer, required: false },
] as const satisfies readonly Question[];

export const SETTINGS_QUESTIONS = ['administrators', 'language', 'money', 'inside'] as const;
export type SettingsQuestion = (typeof SETTINGS_QUESTIONS)[number];

/** Who oversees one client's projects; nobody takes the last one away. */
export const directorsForm = [
  { id: 'directors', kind: 'people', most: BOUNDS.directors, required: false },
] as const satisfies readonly Question[];

export const settingsValue = metadata('button', z.object({}));
/** `opened`: what stood at each question when the form was opened. */
export const settingsMeta = metadata(
  'modal',
  z.object({ opened: z.partialRecord(z.enum(SETTINGS_QUESTIONS), z.string()) }),
);
/** `client`: whose directors are named; `opened`: the mark of those who stood there. */
export const directorsMeta = metadata('modal', z.object({ client: z.string(), opened: z.string() }));

export type SettingsRefusals = {
  'settings.onlyAdministrators': { who: readonly Named[] };
  'settings.noAdministratorLeft': Record<never, never>;
  'settings.onlyMembers': { who: readonly Named[] };
  'settings.notMetYet': { who: readonly Named[] };
  'settings.tooManyClients': { most: number };
  'settings.clash': Record<never, never>;
  'settings.clientGone': Record<never, never>;
  'settings.wordTooLong': { most: number };
  'settings.tooManyWords': { most: number };
};
