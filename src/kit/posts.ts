import type { Day } from './calendar.ts';
import type { Change } from './change.ts';
import type { Person } from './person.ts';
import type { RowDraft } from './rows.ts';
import type { Settings } from './settings.ts';
import type { WorkCalendar } from './work-days.ts';

/** Which daily post is due at an instant, and what went by before it. */
export type PostSlot = {
  /** The day whose post is due now. */
  post: Day | null;
  /** When it is too late for that post. */
  until: Date | null;
  /** Days whose time went by since posts were planned last. */
  missed: readonly Day[];
  /** The last day whose time was over by then: its post was planned, and may never have been sent. */
  before: Day | null;
  /** When to look again; null where no day to come is worked. */
  next: Date | null;
};

/** What of a project its daily post goes by. */
export type PostAsk = {
  /** The project's own zone (IANA name), else the one that the agency has set. */
  zone: string | null;
  /** Whoever runs it: where no zone is named, theirs counts. */
  manager: Person | null;
  /** Projects of one zone that are alike here have the same slot at the same instant. */
  alike: string;
  /** @param calendar the team's */
  slot: (calendar: WorkCalendar, now: Date) => PostSlot;
};

/** What a listing says of the daily posts of its projects. */
export type DailyPosts<P> = {
  /** Does a project have daily posts? */
  has: (project: P) => boolean;
  /** The fields that `ask` reads. Of ten thousand projects with the same hour nothing else is read. */
  fields: readonly string[];
  /** @throws where the fields cannot be read */
  ask: (raw: unknown, settings: Settings) => PostAsk;
  /** Under which a day's post is stored. */
  key: (project: string, day: Day) => string;
  /** A day's post. It is not posted any more from `until` on. */
  row: (project: string, day: Day, until: Date) => RowDraft;
  /** Days whose post never came, for the record. */
  missed: (project: P, days: readonly Day[]) => Change<P>;
};
