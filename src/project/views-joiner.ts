import type { KnownBlock } from '@slack/types';
import type { Wait } from '../kit/aggregate.ts';
import { bold, button, buttons, type Message, message, section, rich, who } from '../kit/blocks.ts';
import type { WaitingIn } from '../kit/listed.ts';
import type { Locale } from '../kit/locale.ts';
import { personKey } from '../kit/person.ts';
import { phrase } from '../kit/phrase.ts';
import { called, escape } from '../kit/text.ts';
import type { Project } from './model.ts';
import type { Joiner } from './model-people.ts';
import { joinerFacts, joinerValue } from './model-metadata.ts';
import { projectWords } from './words.ts';

export const JOINER_IDS = { yes: 'project.joinerYes', no: 'project.joinerNo' } as const;

/** Asks an account manager, once, about somebody who joined the team channel; answered, it says what was answered. */
export function joinerCard(project: Project, joiner: Joiner, locale: Locale): Message<'person'> {
  const words = projectWords.in(locale);
  const title = joinerTitle(project.name, joiner, locale);
  const fallback = words.joinerFallback({ project: escape(project.name) });
  if (joiner.answer !== null) return message('person', fallback, [title, section(outcome(joiner, locale))]);
  return message('person', fallback, [title, question(joiner, locale), answers(project._id, joiner, locale)]);
}

function question(joiner: Pick<Joiner, 'outsider'>, locale: Locale): KnownBlock {
  const words = projectWords.in(locale);
  const ask = `*${words.joinerAsk()}*`;
  return section(joiner.outsider ? `${words.joinerHeld()}\n${ask}` : ask);
}

const joinerTitle = (project: string, joiner: Pick<Joiner, 'person'>, locale: Locale): KnownBlock =>
  rich(...phrase(projectWords.in(locale).joinerTitle, { who: who(joiner.person), project: bold(project) }));

function outcome(joiner: Joiner, locale: Locale): string {
  const words = projectWords.in(locale);
  const them = { who: called(joiner) };
  if (joiner.answer === 'onTheTeam') return words.joinerIsIn(them);
  return joiner.outsider ? words.joinerIsNotHeld(them) : words.joinerIsNot(them);
}

function answers(project: string, joiner: Pick<Joiner, 'person'>, locale: Locale, blockId = 'project.joiner') {
  const words = projectWords.in(locale);
  const value = (onTheTeam: boolean) => joinerValue.encode({ project, about: personKey(joiner.person), onTheTeam });
  return buttons(blockId, [
    button({ id: JOINER_IDS.yes, text: words.joinerYes(), value: value(true), style: 'primary' }),
    button({ id: JOINER_IDS.no, text: words.joinerNo(), value: value(false) }),
  ]);
}

/** A joiner on App Home. Null where the wait is not about one. */
export function joinerWaitRow(project: WaitingIn, wait: Wait, _where: unknown, locale: Locale): KnownBlock[] | null {
  if (wait.kind !== 'project.joiner') return null;
  const { data: joiner } = joinerFacts.safeParse(wait.facts);
  if (!joiner) return [];
  return [
    joinerTitle(project.name, joiner, locale),
    question(joiner, locale),
    answers(project.id, joiner, locale, `project.joiner:${project.id}:${wait.about}`),
  ];
}
