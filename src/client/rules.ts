import { clashesIn, type Marks as MarksOf, marksAgain, marksAt, type Meeting, mergedIn } from '../kit/merge.ts';
import { type Refusal, refuser } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import type { Acting } from '../project/rules.ts';
import { mayDo } from '../project/rules-may.ts';
import { type ClientRefusals, type Profile, PROFILE_QUESTIONS, type ProfileQuestion } from './model.ts';

const refuse = refuser<ClientRefusals>();

export type Marks = MarksOf<ProfileQuestion>;
/** What is entered at some of the questions; those that are not named stay as they are. */
export type ProfileAnswers = Readonly<Partial<Record<ProfileQuestion, string | null>>>;

const askedIn = (answers: ProfileAnswers): ProfileQuestion[] =>
  PROFILE_QUESTIONS.filter((question) => answers[question] !== undefined);

/** The marks of these questions as they stand now. */
export const marksOf = (profile: Profile | null, questions: readonly ProfileQuestion[]): Marks =>
  marksAt(questions, (question) => profile?.[question] ?? null);

const meetingOf = (
  profile: Profile | null,
  answers: ProfileAnswers,
  opened: Marks,
): Meeting<ProfileQuestion, string | null> => ({
  questions: askedIn(answers),
  opened,
  entered: (question) => answers[question] ?? null,
  now: (question) => profile?.[question] ?? null,
});

/** The questions that somebody else has changed since the form was opened, and that were entered differently in it. */
export const clashes = (profile: Profile | null, answers: ProfileAnswers, opened: Marks): ProfileQuestion[] =>
  clashesIn(meetingOf(profile, answers, opened));

/** The marks of a form that is shown again after a clash. */
export const marksAfter = (profile: Profile | null, answers: ProfileAnswers, opened: Marks): Marks =>
  marksAgain(meetingOf(profile, answers, opened));

const NOTHING: Record<ProfileQuestion, null> = {
  industry: null,
  competition: null,
  positioning: null,
  pastMarketing: null,
  challenges: null,
  culture: null,
  reading: null,
};

/**
 * Saves one step of a client's profile, together with what others saved meanwhile. Anybody on the team of one of the
 * client's projects may; what else the profile holds stays as it is.
 * @param project through which it was opened
 */
export function editProfile(
  project: Project,
  profile: Profile | null,
  { answers, opened, by }: { answers: ProfileAnswers; opened: Marks; by: Acting },
  now: Date,
): Profile | Refusal {
  const allowed = mayDo(project, 'editProfile', by);
  if (allowed !== true) return allowed;
  const meeting = meetingOf(profile, answers, opened);
  const clash = clashesIn(meeting)[0];
  if (clash) return refuse('client.clash', {}, { at: clash });
  return {
    ...NOTHING,
    ...profile,
    ...Object.fromEntries(mergedIn(meeting)),
    revision: (profile?.revision ?? 0) + 1,
    changedAt: now.toISOString(),
    changedBy: by.person,
  };
}
