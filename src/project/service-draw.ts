import type { DrawCard } from '../io/bot.ts';
import { personKey } from '../kit/person.ts';
import type { Project } from './model.ts';
import { joinerOf } from './rules-joiners.ts';
import { projectCard } from './views.ts';
import { joinerCard } from './views-joiner.ts';

/** Cards of a project, drawn from its state at the moment they are sent. */
export const drawProject: DrawCard<Project> = async ({ project, locale }) => projectCard(project, locale);

export const drawJoiner: DrawCard<Project> = async ({ project, about, locale }) => {
  const joiner = project.joiners.find(({ person }) => personKey(person) === joinerOf(about));
  return joiner ? joinerCard(project, joiner, locale) : null;
};
