import { hashOf } from './chain.ts';

/** What stood at each question when a form was opened, as briefly as will do to tell whether it has changed since. */
export type Marks<Q extends string = string> = Readonly<Partial<Record<Q, string>>>;

const MARK_LENGTH = 8;

/** The mark of what stands at one question. */
export const markOf = (standing: unknown): string => hashOf({ standing }).slice(0, MARK_LENGTH);

/** The mark of each question as it stands now. */
export const marksAt = <Q extends string>(questions: readonly Q[], at: (question: Q) => unknown): Marks<Q> =>
  Object.fromEntries(questions.map((question) => [question, markOf(at(question))])) as Marks<Q>;

/** Two people's work on the same questions: the marks of when a form was opened, what it brings, and what stands there now. */
export type Meeting<Q extends string, S> = {
  questions: readonly Q[];
  opened: Marks<Q>;
  entered: (question: Q) => S;
  now: (question: Q) => S;
};

/** The questions that somebody else has changed since the form was opened, and that were entered differently in it. */
export function clashesIn<Q extends string, S>({ questions, opened, entered, now }: Meeting<Q, S>): Q[] {
  return questions.filter((question) => {
    const [mine, theirs] = [markOf(entered(question)), markOf(now(question))];
    return mine !== opened[question] && theirs !== opened[question] && mine !== theirs;
  });
}

/** What is to be saved: whoever left a question as they found it leaves it to the other. Only where nothing clashes. */
export function mergedIn<Q extends string, S>({ questions, opened, entered, now }: Meeting<Q, S>): ReadonlyMap<Q, S> {
  const isTheirs = (question: Q) => markOf(entered(question)) === opened[question];
  return new Map(questions.map((question) => [question, isTheirs(question) ? now(question) : entered(question)]));
}

/**
 * The marks of a form that is shown again after a clash: what is saved next is meant to replace what stands there now; at
 * every other question nothing has been seen yet.
 */
export function marksAgain<Q extends string, S>(meeting: Meeting<Q, S>): Marks<Q> {
  const seen = clashesIn(meeting).map((question) => [question, markOf(meeting.now(question))] as const);
  return { ...meeting.opened, ...(Object.fromEntries(seen) as Marks<Q>) };
}
