import type { NewFile } from '../../sandbox/core/files.ts';
import type { Modal } from '../../sandbox/driver/modal.ts';
import type { Person } from '../../sandbox/driver/person.ts';
import type { Which } from '../../sandbox/driver/which.ts';
import type { CHECK_CHOICES, GatheredQuestion } from '../../src/brief/model-gather.ts';
import { askWords } from '../../src/brief/words-ask.ts';
import { gatherWords } from '../../src/brief/words-gather.ts';
import type { Locale } from '../../src/kit/locale.ts';
import { optionsIn, shown } from './acts.ts';
import { openOverview } from './acts-steps.ts';

/** What people do to gather a brief from messages, documents and the client's own answers. */

/** The shortcut's name, which the manifest has in one language. */
export const ADD = 'Add to brief';

export type AddingTo = { in: string; question: GatheredQuestion; project?: string; text?: string };

/** Adds a message to the brief. @returns what is open afterwards: the form with its errors, or nothing. */
export async function addToBrief(person: Person, locale: Locale, message: Which, to: AddingTo) {
  const words = gatherWords.in(locale);
  const form = shown(await person.shortcut(ADD, message, { in: to.in }));
  return form
    .fill({
      ...(to.project === undefined ? {} : { [words['project.label']()]: to.project }),
      [words['question.label']()]: words[`question.${to.question}`](),
      ...(to.text === undefined ? {} : { [words['text.label']()]: to.text }),
    })
    .submit();
}

/** Hands in a client's document, or pastes it. @returns what is open afterwards: its parts to be checked, or why it was not read. */
export async function addDocument(person: Person, locale: Locale, team: string, given: NewFile | string) {
  const words = gatherWords.in(locale);
  const overview = await openOverview(person, locale, team);
  const form = shown(await overview.press(words.documentButton()));
  const filling =
    typeof given === 'string' ? { [words['pasted.label']()]: given } : { [words['file.label']()]: [given] };
  return shown(await form.fill(filling).submit());
}

/** Chooses where the parts of a page belong, in their order. Null leaves one open; what is left out stays as it was guessed. */
export function choosing(
  page: Modal,
  locale: Locale,
  choices: readonly ((typeof CHECK_CHOICES)[number] | null | undefined)[],
) {
  const words = gatherWords.in(locale);
  const filling = choices.flatMap((choice, index) => {
    const label = page.labels[index] ?? '';
    return choice === undefined ? [] : [[label, choice === null ? null : words[`question.${choice}`]()] as const];
  });
  return page.fill(Object.fromEntries(filling));
}

export type AskingFor = { contact: string; channel?: string; language?: Locale; questions?: readonly string[] };

/** Opens "Ask the client" from the overview and fills it. */
export async function openAsking(person: Person, locale: Locale, team: string, asking: AskingFor): Promise<Modal> {
  const words = askWords.in(locale);
  const overview = await openOverview(person, locale, team);
  const form = shown(await overview.press(words.askButton()));
  const isAsked = form.labels.includes(words['channel.label']());
  const boxes = optionsIn(form, words['questions.label']());
  return form.fill({
    [words['contact.label']()]: asking.contact,
    ...(asking.questions
      ? { [words['questions.label']()]: boxes.filter((one) => asking.questions?.includes(one)) }
      : {}),
    ...(isAsked && asking.channel ? { [words['channel.label']()]: asking.channel } : {}),
    ...(isAsked && asking.language ? { [words['language.label']()]: words[`language.${asking.language}`]() } : {}),
  });
}

/** Asks the client. @returns what is open afterwards: the overview, or the form with its errors. */
export const askClient = async (person: Person, locale: Locale, team: string, asking: AskingFor) =>
  (await openAsking(person, locale, team, asking)).submit();
