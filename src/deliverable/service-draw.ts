import type { DrawCard } from '../io/bot.ts';
import { isRefusal } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import { deliverableOf } from './rules.ts';
import { deliverableCard } from './views-card.ts';

/** The team's card of a deliverable, drawn from the project's state at the moment it is sent. */
export const drawDeliverable: DrawCard<Project> = async ({ project, about, locale }) => {
  const found = deliverableOf(project, about);
  return isRefusal(found) ? null : deliverableCard(project, found, locale);
};
