import type { Asked } from '../io/answers.ts';
import type { Saved } from '../io/store.ts';
import type { Message } from '../kit/blocks.ts';
import type { Content } from '../kit/chain.ts';
import type { Change } from '../kit/change.ts';
import type { Refusal } from '../kit/refusal.ts';
import { sayToTeam } from '../kit/rows.ts';
import type { Project } from '../project/model.ts';
import { withActor } from '../project/rules-people.ts';
import { actorOf, projectCardRow } from '../project/service.ts';
import type { Deliverable } from './model.ts';
import { deliverableRow, teamThread } from './rules-subjects.ts';
import { type Happening, happenedLine } from './views-said.ts';

export type Outcome = Promise<Saved<Project> | Refusal>;

/** What is recorded of a deliverable and said in its thread. `about` tells its line from the others of the same save. */
export type Told = {
  kinds: readonly `deliverable.${string}`[];
  actor: string;
  content: Content;
  line: Message<'team'>;
};

/** What the record keeps of a deliverable. */
const recordedOf = ({ id, name }: Pick<Deliverable, 'id' | 'name'>): Content => ({ deliverable: { id, name } });

/** A change of a deliverable: on the record, said in one line in the thread of its card, and drawn anew on the cards. */
function deliverableChange(
  next: Project,
  deliverable: Deliverable,
  { kinds, actor, content, line }: Told,
): Change<Project> {
  const { _id: id, revision } = next;
  const said = `line:${id}:deliverable:${deliverable.id}:${kinds.at(-1)}:${revision}`;
  return {
    project: next,
    happened: kinds.map((kind) => ({ kind, actor, content: { ...recordedOf(deliverable), ...content }, said })),
    rows: () => [
      deliverableRow(id, deliverable),
      projectCardRow(id),
      sayToTeam(id, said, line, teamThread(id, deliverable)),
    ],
  };
}

const KINDS = {
  added: ['deliverable.added', 'deliverable.versionAdded'],
  version: ['deliverable.versionAdded'],
  checkedReview: ['deliverable.checked'],
  checkedReady: ['deliverable.checked'],
  reviewed: ['deliverable.reviewed'],
  reviewedReady: ['deliverable.reviewed'],
  sentBack: ['deliverable.sentBack'],
} as const satisfies Record<Happening['is'], Told['kinds']>;

/** The same of what happened to a version inside, before anybody of the client's sees it. */
export function happenedChange(
  next: Project,
  deliverable: Deliverable,
  what: Happening,
  asked: Asked,
): Change<Project> {
  return deliverableChange(withActor(next, actorOf(asked)), deliverable, {
    kinds: KINDS[what.is],
    actor: asked.id,
    content: { version: what.version, people: [asked.id], ...(what.is === 'sentBack' ? { why: what.why } : {}) },
    line: happenedLine(deliverable, what, next.channels.team.language),
  });
}
