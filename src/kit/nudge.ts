import type { Button, RichTextElement } from '@slack/types';
import type { Locale } from './locale.ts';
import type { Person } from './person.ts';
import type { WorkCalendar } from './work-days.ts';

/**
 * The steps by which something that is due is brought up (docs/product.md, When it nudges).
 * - ahead: five and two working days before. dueDay: the morning of the day.
 * - missing: four fifths of a window are gone. after: one working hour after it was due.
 * - silent: the client has not answered by the day. manager: the next working day.
 * From two working days on it is a line of the daily progress post, and nobody is nudged any more.
 */
export const NUDGE_STEPS = ['ahead', 'dueDay', 'missing', 'after', 'silent', 'manager'] as const;
export type NudgeStep = (typeof NUDGE_STEPS)[number];

/**
 * How it reaches them: a line of the morning's digest, a direct message (several at once are one), or a mention in the thread of what
 * is asked.
 */
export type NudgeWay = 'digest' | 'message' | 'thread';

/** Something that is to be brought up with one person, worked out from the project as it is: what is done with is not there. */
export type Nudge = {
  /** Stable, and one for each thing, step, day and person: what was said under it is not said again. */
  key: string;
  step: NudgeStep;
  way: NudgeWay;
  /** When, in the working time of whom it is for. */
  at: Date;
  to: Person;
  /** What it is about: a kind that some feature words, and which one. */
  about: { kind: string; id: string };
  /** When the thing itself is due; null where it has no day. */
  dueAt: Date | null;
  /** Since when it stands like this: a step whose time was before that was never to be said. */
  since?: Date;
};

/** What is needed to say when something is to be brought up. */
export type NudgeContext = {
  now: Date;
  /** The working time of each side of the project. */
  team: WorkCalendar;
  client: WorkCalendar;
  /** The working time of one person: their side's days, in their own zone. */
  of: (person: Person) => WorkCalendar;
  /** Whoever was told to be left alone about something, until when. */
  snoozedUntil: (person: Person, about: Nudge['about']) => Date | null;
};

/**
 * How a feature says what it brings up: a line that stands among others, the same for a phone, what ends it, and a text that is
 * drafted for somebody else, with what it is.
 */
export type NudgeShown = {
  line: readonly RichTextElement[];
  plain: string;
  buttons: readonly Button[];
  draft?: { intro: string; text: readonly RichTextElement[] };
};

/** Says what is brought up; null where it is another feature's. */
export type NudgeWording<P> = (project: P, nudge: Nudge, locale: Locale) => NudgeShown | null;
