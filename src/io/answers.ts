import type { Message, Modal } from '../kit/blocks.ts';
import { type Answers, parseForm, type Question, type State } from '../kit/form.ts';
import type { Locale } from '../kit/locale.ts';
import type { Metadata } from '../kit/metadata.ts';
import type { Person } from '../kit/person.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import { faultTexts } from './faults.ts';
import type { Handling } from './handling.ts';
import type { AnswerRefusals } from './refusals.ts';

/** Who asks, from where, in which language: what every listener gets. */
export type Asked = {
  workspace: string;
  person: Person;
  /** Liaison's own id of the person. */
  id: string;
  /** As Slack shows them, where it told us. */
  name: string | null;
  /** What the person is to the workspace, as far as it is known. */
  kind: 'member' | 'guest' | 'external' | 'bot' | 'unknown';
  /** A full member whom Liaison's settings, or the variable ADMIN_USER_IDS, name as administrator. */
  isAdministrator: boolean;
  /** Their own language where it is known, else the best guess. */
  locale: Locale;
  /** IANA name of the person's zone; UTC where it is not known. */
  zone: string;
  now: Date;
  handling: Handling;
  channel: string | null;
  /** The message whose button was pressed. */
  message: { ts: string; threadTs: string | null } | null;
  /** The modal in which something was pressed or submitted; `beneath` is the one that it was opened over, if it was. */
  view: { id: string; metadata: string; state: State; beneath: string | null; isThird: boolean } | null;
};

/**
 * What a person hears.
 * - done: saved; the cards show it, an open modal closes.
 * - tell: a private message.
 * - open: a modal; `afterwards` draws it again after the acknowledgement, when something had to be looked up.
 * - replace: the modal in which it was pressed or submitted becomes this one, and what `afterwards` gives once that is known.
 *   `refusal` where nothing was done, and the modal says why.
 * - lookUp: acknowledged at once; the modal becomes what `afterwards` gives.
 * - back: saved; the modal closes, and the one beneath it becomes what `afterwards` gives.
 * - errors: the modal stays, each text under its question.
 */
export type Answer =
  | { answer: 'done' }
  | { answer: 'tell'; message: Message<'person'> }
  | { answer: 'open'; view: Modal; afterwards?: () => Promise<Modal | null> }
  | { answer: 'replace'; view: Modal; afterwards?: () => Promise<Modal | null>; refusal?: Refusal }
  | { answer: 'lookUp'; afterwards: () => Promise<Modal | null> }
  | { answer: 'back'; afterwards: () => Promise<Modal | null> }
  | { answer: 'errors'; errors: Readonly<Record<string, string>> };

export const DONE: Answer = { answer: 'done' };

export type Replied = Promise<Answer | Refusal>;

export type CommandEntry<Deps> = {
  command: `/${string}`;
  /** The words that call it, the first one shown in help; none for the command alone. */
  verbs: readonly string[];
  run: (asked: Asked, deps: Deps, text: string) => Replied;
};

export type PressEntry<Deps> = {
  action: string;
  /** It opens a modal: where its read takes too long, a waiting one opens first. */
  opens: boolean;
  run: (asked: Asked, deps: Deps, pressed: Pressed) => Replied;
};
export type Pressed = { value: string | undefined; chosen: string | null };

export type SubmitEntry<Deps> = {
  view: string;
  run: (asked: Asked, deps: Deps) => Replied;
};

/** The message on which a shortcut was chosen. */
export type MessageChosen = {
  channel: string;
  ts: string;
  threadTs: string | null;
  /** Null where a program wrote it. */
  author: Person | null;
  /** A bot wrote it, ours or another. */
  isBots: boolean;
  /** As it was typed. */
  text: string;
  files: readonly { id: string; name: string | null }[];
};

/** A shortcut in the menu of a message. Slack offers them to no other company's people (docs.slack.dev, Slack Connect). */
export type ShortcutEntry<Deps> = {
  /** The callback id, as in the manifest. */
  shortcut: string;
  run: (asked: Asked, deps: Deps, message: MessageChosen) => Replied;
};

export type EventEntry<Deps> = {
  event: string;
  /**
   * Is this one of any interest? What is not is acknowledged and not kept: of what people write in their channels, most is
   * none of ours. Left out: every one is.
   */
  wants?: (event: unknown) => boolean;
  run: (event: unknown, at: { workspace: string; now: Date; handling: Handling }, deps: Deps) => Promise<void>;
};

const refuse = refuser<AnswerRefusals>();

/** A button with its typed value. */
export function pressed<Deps, T>(
  action: string,
  value: Metadata<T>,
  run: (asked: Asked, deps: Deps, value: T) => Replied,
  opens = false,
): PressEntry<Deps> {
  return {
    action,
    opens,
    run: async (asked, deps, pressedNow) => {
      const decoded = value.decode(pressedNow.value);
      return decoded === null ? refuse('answer.notOurs', {}) : run(asked, deps, decoded);
    },
  };
}

/** A modal with its typed metadata and its questions: what was entered is read before the use case is called. */
export function submitted<Deps, T, const Qs extends readonly Question[]>(
  view: string,
  meta: Metadata<T>,
  questions: Qs | ((meta: T) => Qs),
  run: (asked: Asked, deps: Deps, meta: T, answers: Answers<Qs>) => Replied,
): SubmitEntry<Deps> {
  return {
    view,
    run: async (asked, deps) => {
      const decoded = meta.decode(asked.view?.metadata);
      if (decoded === null) return refuse('answer.notOurs', {});
      const asking = typeof questions === 'function' ? questions(decoded) : questions;
      const parsed = parseForm(asking, asked.view?.state ?? {});
      if (!parsed.ok) return { answer: 'errors', errors: faultTexts(parsed.faults, asked.locale) };
      return run(asked, deps, decoded, parsed.answers);
    },
  };
}

/** A modal that a use case drew, opened; its refusal stays one. */
export const opened = (view: Modal | Refusal): Answer | Refusal =>
  answered(view, (one) => ({ answer: 'open', view: one }));

/** The same in the place of the modal in which it was pressed or submitted. */
export const replaced = (view: Modal | Refusal): Answer | Refusal =>
  answered(view, (one) => ({ answer: 'replace', view: one }));

/** What a use case gave, as an answer: a refusal stays one, anything else is answered by `then`. */
export function answered<T>(outcome: T | Refusal, then: (outcome: T) => Answer): Answer | Refusal {
  return isRefusal(outcome) ? outcome : then(outcome);
}
