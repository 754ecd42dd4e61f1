import type { KnownBlock } from '@slack/types';
import type { Wait } from '../kit/aggregate.ts';
import { bold, button, buttons, type Message, message, section, rich, run, who } from '../kit/blocks.ts';
import type { Locale } from '../kit/locale.ts';
import { personKey } from '../kit/person.ts';
import { phrase } from '../kit/phrase.ts';
import { called, escape } from '../kit/text.ts';
import type { Joiner, Project } from './model.ts';
import { joinerValue } from './model-metadata.ts';
import { projectWords } from './words.ts';

export const JOINER_IDS = { yes: 'project.joinerYes', no: 'project.joinerNo' } as const;

/** Asks an account manager, once, about somebody who joined the team channel; answered, it says what was answered. */
export function joinerCard(project: Project, joiner: Joiner, locale: Locale): Message<'person'> {
  const words = projectWords.in(locale);
  const title = joinerTitle(project, joiner, locale);
  const fallback = words.joinerFallback({ project: escape(project.name) });
  if (joiner.answer !== null) return message('person', fallback, [title, section(outcome(joiner, locale))]);
  return message('person', fallback, [title, question(joiner, locale), answers(project, joiner, locale)]);
}

function question(joiner: Joiner, locale: Locale): KnownBlock {
  const words = projectWords.in(locale);
  const ask = `*${words.joinerAsk()}*`;
  return section(joiner.outsider ? `${words.joinerHeld()}\n${ask}` : ask);
}

const joinerTitle = (project: Project, joiner: Joiner, locale: Locale): KnownBlock =>
  rich(...phrase(projectWords.in(locale).joinerTitle, { who: who(joiner.person), project: bold(project.name) }));

function outcome(joiner: Joiner, locale: Locale): string {
  const words = projectWords.in(locale);
  const them = { who: called(joiner) };
  if (joiner.answer === 'onTheTeam') return words.joinerIsIn(them);
  return joiner.outsider ? words.joinerIsNotHeld(them) : words.joinerIsNot(them);
}

function answers(project: Project, joiner: Joiner, locale: Locale, blockId = 'project.joiner') {
  const words = projectWords.in(locale);
  const value = (onTheTeam: boolean) =>
    joinerValue.encode({ project: project._id, about: personKey(joiner.person), onTheTeam });
  return buttons(blockId, [
    button({ id: JOINER_IDS.yes, text: words.joinerYes(), value: value(true), style: 'primary' }),
    button({ id: JOINER_IDS.no, text: words.joinerNo(), value: value(false) }),
  ]);
}

/** A joiner on App Home. Null where the wait is not about one. */
export function joinerWaitRow(project: Project, wait: Wait, _where: unknown, locale: Locale): KnownBlock[] | null {
  if (wait.kind !== 'project.joiner') return null;
  const joiner = project.joiners.find(({ person }) => personKey(person) === wait.about);
  if (!joiner) return [];
  return [
    joinerTitle(project, joiner, locale),
    question(joiner, locale),
    answers(project, joiner, locale, `project.joiner:${project._id}:${wait.about}`),
  ];
}

/** Tells an account manager that nothing is posted while the team channel is shared with another company. */
export function heldNote(project: Project, locale: Locale): Message<'person'> {
  const { heldShared } = projectWords.in(locale);
  const text = heldShared({ project: escape(project.name) });
  return message('person', text, [rich(...phrase(heldShared, { project: bold(project.name) }))]);
}

/** Tells an account manager that Slack refused a message for good. `error` is Slack's own code. */
export function undeliveredNote(project: Project, error: string, locale: Locale): Message<'person'> {
  const { undeliveredNote: sentence } = projectWords.in(locale);
  const text = sentence({ project: escape(project.name), error: escape(error) });
  return message('person', text, [rich(...phrase(sentence, { project: bold(project.name), error: run(error) }))]);
}
