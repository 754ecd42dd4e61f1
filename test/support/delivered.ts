import type { Approval } from '../../src/approval/model.ts';
import type { Deliverable, DeliveredContent, DeliverableVersion } from '../../src/deliverable/model.ts';
import { addDeliverable, type Adding, deliverablesOf, withDeliverable } from '../../src/deliverable/rules.ts';
import type { Project } from '../../src/project/model.ts';
import { drafted, frozen, must, newProject, NOW, sentBrief } from './arbitraries.ts';
import { PLANNER } from './plan.ts';

export type FileContent = Extract<DeliveredContent, { is: 'file' }>;

/** A file as it is brought, of which nothing was read yet. */
export const fileContent = (file: string, more: Partial<FileContent> = {}): FileContent => ({
  ...{ is: 'file', file, name: `${file}.pdf`, mimetype: 'application/pdf', size: 1000, sha256: null },
  ...more,
});

type Made = {
  /** What the version that is being made ready is; none where it is null. */
  draft?: readonly DeliveredContent[] | null;
  /** What the versions were that the client was asked about, oldest first. */
  sent?: readonly (readonly DeliveredContent[])[];
  state?: Approval['state'];
  /** The number of the version that is agreed. */
  stands?: number | null;
  dropped?: boolean;
};

const NOTHING = { estimate: null, requires: null, reviewers: [], from: null, asking: null };
const POINTS = [{ id: 'brief', key: 'brief', text: null }];
export const DELIVERABLE = 'd1';

/** A project with one deliverable, `d1`: the poster, as it is made ready and as it was sent. */
export function delivered({ draft = null, sent = [], state = 'open', stands = null, dropped = false }: Made): Project {
  const [first] = [draft, ...sent].flatMap((contents) => (contents ? [contents] : []));
  const adding: Adding = {
    ...NOTHING,
    ...{ id: DELIVERABLE, name: 'Poster', kind: 'print', isRoutine: true, criteria: [], items: [] },
  };
  const given = { contents: first ?? [], note: null, isOwnError: false, points: POINTS };
  const project = must(addDeliverable(newProject(), PLANNER, adding, given, NOW));
  const [made] = deliverablesOf(project);
  if (!made?.draft) throw new Error('it was not added');
  const versions = sent.map((contents, index) => versionOf(index + 1, contents));
  const current = versions.at(-1);
  const next: Deliverable = {
    ...made,
    draft: draft === null ? null : { ...made.draft, number: versions.length + 1 },
    sent: current
      ? { current, previous: versions.at(-2) ?? null, approval: approvalOf(state), stands: standing(stands) }
      : null,
    dropped: dropped ? { why: 'No need', by: PLANNER.id, at: NOW.toISOString() } : null,
  };
  return frozen(withDeliverable(project, next));
}

const standing = (version: number | null) =>
  version === null ? null : { version, hash: `hash${version}`, at: NOW.toISOString() };

const versionOf = (number: number, contents: readonly DeliveredContent[]): DeliverableVersion => ({
  ...{ number, hash: `hash${number}`, language: 'en', sentAt: NOW.toISOString(), sentBy: PLANNER.id },
  ...{ reach: 'clientChannel', name: 'Poster', kind: 'print', items: [], criteria: [], estimate: null },
  ...{ contents: [...contents], round: number, rounds: 3 },
});

/** An approval of whatever kind: what counts here is whether it is open. */
function approvalOf(state: Approval['state']): Approval {
  const approval = sentBrief(drafted(newProject())).brief?.sent?.approval;
  if (!approval) throw new Error('the brief was not sent');
  return { ...approval, subject: { kind: 'deliverable', id: DELIVERABLE }, state };
}

/** The one deliverable of such a project. */
export function posterOf(project: Project): Deliverable {
  const [only] = deliverablesOf(project);
  if (!only) throw new Error('there is no deliverable');
  return only;
}
