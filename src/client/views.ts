import type { Button, KnownBlock, RichTextElement } from '@slack/types';
import { bold, button, context, type Modal, modal, rich, run } from '../kit/blocks.ts';
import { formBlocks } from '../kit/form.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import { dateToken, shorten } from '../kit/text.ts';
import type { Project } from '../project/model.ts';
import { calledIn } from '../project/rules.ts';
import { type Profile, PROFILE_STEPS, type ProfileQuestion, type ProfileStep } from './model.ts';
import { profileMeta, profileValue } from './model-metadata.ts';
import { clashes, type Marks, marksAfter, marksOf, type ProfileAnswers } from './rules.ts';
import { clientWords } from './words.ts';

/** The action id of opening a client's profile. */
export const OPEN_PROFILE = 'client.profile';

/** Opens the profile of a project's client. */
export const profileButton = (project: Project, locale: Locale): Button =>
  button({
    id: OPEN_PROFILE,
    text: clientWords.in(locale).profile(),
    value: profileValue.encode({ project: project._id }),
  });

/** What somebody typed into a form, and what stood in the profile when they opened it. */
export type Typed = { answers: ProfileAnswers; opened: Marks };

/** Of what somebody else wrote meanwhile. */
const CLASH_LENGTH = 300;

/**
 * One step of a client's profile, with what was entered before.
 * @param typed where somebody else changed the same questions meanwhile: what was typed stays, and what they wrote is shown
 */
export function profileModal(
  project: Project,
  profile: Profile | null,
  step: ProfileStep['id'],
  locale: Locale,
  typed?: Typed,
): Modal {
  const words = clientWords.in(locale);
  const at = PROFILE_STEPS.findIndex(({ id }) => id === step);
  const { view, form } = PROFILE_STEPS[at] ?? PROFILE_STEPS[0];
  const questions: readonly ProfileQuestion[] = form.map(({ id }) => id);
  const stands = Object.fromEntries(
    questions.map((question) => [question, (typed?.answers ?? profile)?.[question] ?? null]),
  );
  const opened = typed ? marksAfter(profile, typed.answers, typed.opened) : marksOf(profile, questions);
  const isLast = at === PROFILE_STEPS.length - 1;
  return modal({
    id: view,
    title: words.title(),
    submit: isLast ? words.save() : words.goOn(),
    close: words.cancel(),
    metadata: profileMeta.encode({ project: project._id, opened }),
    blocks: [
      ...(typed ? clashBlocks(profile, typed, locale) : []),
      rich(...phrase(words.intro, { client: bold(project.client.name) })),
      context(words.step({ step: at + 1, steps: PROFILE_STEPS.length })),
      ...formBlocks(form, words, stands),
      ...(profile ? [changed(project, profile, locale)] : []),
    ],
  });
}

/** Whoever edited it may be on the team of another project of the client: then they are mentioned, in a modal that notifies nobody. */
const changed = (project: Project, { changedBy, changedAt }: Profile, locale: Locale): KnownBlock =>
  context(
    clientWords.in(locale).changed({ who: calledIn(project, changedBy), at: dateToken(new Date(changedAt), locale) }),
  );

/** What now stands at each question that both have changed. */
function clashBlocks(profile: Profile | null, { answers, opened }: Typed, locale: Locale): KnownBlock[] {
  const all = clashes(profile, answers, opened).map((question) => rich(...standing(profile, question, locale)));
  return [rich(run(clientWords.in(locale).clash())), ...all];
}

function standing(profile: Profile | null, question: ProfileQuestion, locale: Locale): RichTextElement[] {
  const words = clientWords.in(locale);
  const name = bold(words[`name.${question}`]());
  const text = profile?.[question] ?? null;
  if (text === null) return phrase(words.clashGap, { question: name });
  return phrase(words.clashNow, { question: name, text: run(shorten(text, CLASH_LENGTH)) });
}
