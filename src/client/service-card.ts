import type { DrawCard } from '../io/bot.ts';
import { clientThread, versionSubject } from '../brief/rules-subjects.ts';
import { clientThread as deliverableThread, versionKey } from '../deliverable/rules-subjects.ts';
import { askRow } from '../brief/service-ask.ts';
import { cardKey } from '../kit/rows.ts';
import type { Project } from '../project/model.ts';
import { release, type Released, type Waiting } from '../project/rules-released.ts';
import { clientCardMessage } from './views-card.ts';

/** The client card, from what was released alone; each thing that waits with the way to its message. */
export const drawClientCard: DrawCard<Project> = async ({ project, deps }) => {
  const released = release(project);
  const keys = released.waiting.map((waiting) => keysOf(released, waiting));
  const links = await deps.archive.links(project.workspace, keys.flat());
  const linkOf = (candidates: readonly string[]) => candidates.map((key) => links.get(key)).find(Boolean) ?? null;
  return clientCardMessage(
    released,
    released.waiting.map((waiting, index) => ({ waiting, link: linkOf(keys[index] ?? []) })),
  );
};

/** Where something that waits can be read, the best place first: a version that is just being sent stands under its card. */
function keysOf({ project, brief, deliverables }: Released, waiting: Waiting): string[] {
  if (waiting.is === 'questions') return [askRow(project, waiting.number).key];
  const deliverable = deliverables.find(({ id }) => id === waiting.id);
  // What was sent outside Slack stands nowhere here.
  if ((deliverable?.sent ?? brief)?.current.reach === 'outside') return [];
  if (deliverable) return [versionKey(project, waiting.id, waiting.version), deliverableThread(project, waiting.id)];
  return [cardKey(versionSubject(project, waiting.version, 1)), clientThread(project)];
}
