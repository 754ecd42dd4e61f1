import type { Question } from '../kit/form.ts';
import { LOCALES } from '../kit/locale.ts';
import type { Named } from '../kit/text.ts';

const language = { id: 'language', kind: 'choice', options: LOCALES, required: true } as const;

/** What is chosen is looked at as soon as it is chosen: who is in it is shown before anything changes. */
export const teamForm = [
  { id: 'teamChannel', kind: 'channel', required: true, tells: 'rooms.teamChosen' },
] as const satisfies readonly Question[];

export const clientForm = [
  { id: 'clientChannel', kind: 'channel', required: true, tells: 'rooms.clientChosen' },
  language,
] as const satisfies readonly Question[];

/** People invited at once: more than a client's whole department. */
export const MOST_INVITED = 20;

/** A new channel for the client: by account where Slack knows them, by e-mail where it does not. */
export const makeForm = [
  { id: 'guests', kind: 'people', most: MOST_INVITED, required: false },
  { id: 'emails', kind: 'text', long: true, max: 1500, required: false },
  language,
] as const satisfies readonly Question[];

export type RoomRefusals = {
  'rooms.lookMissing': Record<never, never>;
  'rooms.notFree': Record<never, never>;
  'rooms.sameChannel': Record<never, never>;
  'rooms.teamIsThere': Record<never, never>;
  'rooms.clientIsThere': Record<never, never>;
  'rooms.requestIsThere': Record<never, never>;
  'rooms.ofProject': { project: string };
  'rooms.notMail': { mail: string };
  'rooms.tooManyMails': { most: number };
  'rooms.notClients': { who: readonly Named[] };
};
