import type { Asked } from '../io/answers.ts';
import type { Saved } from '../io/store.ts';
import { isRefusal, type Refusal } from '../kit/refusal.ts';
import type { Change, Happened } from '../kit/change.ts';
import { personKey } from '../kit/person.ts';
import type { Project } from './model.ts';
import { answerJoiner, holds, joinerRows } from './rules-joiners.ts';
import { type ProjectDeps, projectCardRow, whoOf } from './service.ts';

/** The account manager says whether somebody is on the team. */
export async function decideJoiner(
  deps: ProjectDeps,
  asked: Asked,
  { project: id, about, onTheTeam }: { project: string; about: string; onTheTeam: boolean },
): Promise<Saved<Project> | Refusal> {
  return deps.store.decide(asked.handling, id, (current): Change<Project> | Refusal => {
    const next = answerJoiner(current, whoOf(asked), about, onTheTeam, asked.now);
    if (isRefusal(next)) return next;
    const joiner = next.joiners.find((one) => personKey(one.person) === about);
    const kind = onTheTeam ? 'project.personAdded' : 'project.personNotOnTeam';
    const happened: Happened = { kind, actor: asked.id, content: { people: joiner ? [joiner.id] : [] } };
    return {
      project: next,
      happened: [happened, ...holds(current, next)],
      rows: () => [...(joiner ? joinerRows(next, joiner.person) : []), projectCardRow(id)],
    };
  });
}
