import type { DrawCard } from '../io/bot.ts';
import { personKey } from '../kit/person.ts';
import type { Project } from './model.ts';
import { joinerOf } from './rules-joiners.ts';
import { isEnded } from './rules-life.ts';
import { calendarsOf } from './service-calendars.ts';
import { projectCard } from './views.ts';
import { dayRemarks } from './views-days.ts';
import { joinerCard } from './views-joiner.ts';

/** Cards of a project, drawn from its state at the moment they are sent. */
export const drawProject: DrawCard<Project> = async ({ project, locale, deps }) => {
  const { wantedOn } = project;
  if (isEnded(project)) return projectCard(project, locale);
  const sides = await calendarsOf(deps, project);
  const remarks = wantedOn === null ? [] : dayRemarks(sides, wantedOn, locale);
  return projectCard(project, locale, remarks, { team: sides.team.zone, client: sides.client.zone });
};

export const drawJoiner: DrawCard<Project> = async ({ project, about, locale }) => {
  const joiner = project.joiners.find(({ person }) => personKey(person) === joinerOf(about));
  return joiner ? joinerCard(project, joiner, locale) : null;
};
