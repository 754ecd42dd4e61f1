import { INTERNAL_QUESTIONS } from '../../src/brief/model-questions.ts';
import { stepsWords } from '../../src/brief/words-steps.ts';
import { PROFILE_QUESTIONS } from '../../src/client/model.ts';
import { clientWords } from '../../src/client/words.ts';
import { LOCALES } from '../../src/kit/locale.ts';
import { projectWords } from '../../src/project/words.ts';

/** Too short to be told from a word that anybody uses. */
const SHORTEST = 6;

/** What the bot says to the team alone, in both languages: the questions that are never sent, and who is on the team. */
export const INTERNAL_SENTENCES: readonly string[] = LOCALES.flatMap((locale) => {
  const [steps, client, project] = [stepsWords.in(locale), clientWords.in(locale), projectWords.in(locale)];
  return [
    ...INTERNAL_QUESTIONS.map((question) => steps[`${question}.label`]()),
    ...PROFILE_QUESTIONS.map((question) => client[`${question}.label`]()),
    project.joinerHeld(),
    project.joinerAsk(),
  ];
}).filter((sentence) => sentence.length >= SHORTEST);
