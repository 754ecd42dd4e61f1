import { BOUNDS } from '../kit/bounds.ts';
import type { Question } from '../kit/form.ts';
import type { Locale } from '../kit/locale.ts';
import type { Person } from '../kit/person.ts';
import type { Finding } from '../project/model-outgoing.ts';
import { type Asking, type Reach, REACHES } from './model-asking.ts';

/**
 * To whom and where a version goes. What depends on a choice is looked at when it is made: who will see it, whose clock the day
 * is by, and whether both sides work then. The channel is not asked again once it is the client's, and the way only where nobody chosen is on Slack.
 * @param feature whose form it is: its choices are told apart by it
 */
export const sendingForm = <F extends string>(feature: F) =>
  [
    { id: 'channel', kind: 'channel', required: false, tells: `${feature}.chooseChannel` },
    { id: 'approvers', kind: 'people', most: BOUNDS.approvers, required: false, tells: `${feature}.chooseApprovers` },
    { id: 'offSlack', kind: 'text', long: true, max: BOUNDS.offSlack, required: false },
    { id: 'reach', kind: 'choice', options: REACHES, required: false, tells: `${feature}.chooseReach` },
    { id: 'dueOn', kind: 'day', required: false, tells: `${feature}.chooseDue` },
    { id: 'language', kind: 'choice', options: ['en', 'zh'], required: true, tells: `${feature}.chooseLanguage` },
  ] as const satisfies readonly Question[];

/** What stands in the form: people by Slack's ids, the others as they were typed. */
export type SendEntered = {
  channel: string | null;
  approvers: readonly string[];
  offSlack: string | null;
  reach: Reach;
  dueOn: string | null;
  language: Locale;
};

/** What is known of where it goes. */
export type Seen =
  | { is: 'none' }
  | { is: 'refused'; reason: string }
  | { is: 'outside' }
  | { is: 'seen'; channel: string; people: readonly Person[] };

/** The same, for the preview. `zone` is whose clock a day to decide by is read by. */
export type Preview = { zone: string } & Seen;

/** What the form for sending is drawn with, whatever it sends; `E` is what stands in it. */
export type SendShown<E = SendEntered> = {
  entered: E;
  /** Who and how, as it was saved last: what is arranged behind the button. */
  asking: Asking;
  /** Its hash. */
  how: string;
  preview: Preview;
  /** What should perhaps not leave the house. */
  found?: readonly Finding[];
  /** What is to be said of the day to decide by. */
  remarks?: readonly string[];
  /** Why it did not leave, where something changed after the preview. */
  moved?: string;
};
