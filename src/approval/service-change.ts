import type { Message } from '../kit/blocks.ts';
import type { Content, Stored } from '../kit/chain.ts';
import type { Change, Happened } from '../kit/change.ts';
import type { Locale } from '../kit/locale.ts';
import { type RowDraft, sayToClient, sayToTeam } from '../kit/rows.ts';
import type { Project } from '../project/model.ts';
import { LIAISON_ITSELF } from '../project/model-record.ts';
import { type Actor, clientLanguage } from '../project/rules.ts';
import { awayIn, inRole } from '../project/rules-people.ts';
import type { Approval } from './model.ts';
import type { ApprovalEvent, ApprovalEventKind, Moved } from './model-events.ts';
import type { ShownSubject } from './model-shown.ts';
import type { ApprovalOwner } from './service-owner.ts';
import { confirmationNote } from './views-note.ts';
import type { Happening } from './views-told.ts';
import { toldToClient } from './views-told-client.ts';
import { toldToTeam } from './views-told-team.ts';

/** An approval that was moved, by whom and when. */
export type Moving = {
  owner: ApprovalOwner;
  /** Into which it is put; what else changes with it has been changed there. */
  project: Project;
  /** As it was before. */
  was: Approval;
  moved: Moved;
  /** Null where nobody of flesh did it: a date was reached. */
  by: Actor | null;
  now: Date;
  /** What goes on the record before it. */
  happened?: readonly Happened[];
  /** What is said or drawn besides. */
  rows?: readonly RowDraft[];
};

/**
 * What follows when an approval was moved: its project, an entry of the record for each event, its cards, and what client and
 * team are told. Once something was closed in agreement, the client gets a confirmation note.
 */
export function movedChange(moving: Moving): Change<Project> {
  const { owner, was, moved, by, happened = [], rows = [] } = moving;
  const project = owner.put(moving.project, moved.approval);
  const threads = owner.threads(project, moved.approval);
  const client = happeningIn(moving, project, clientLanguage(project));
  const team = happeningIn(moving, project, project.channels.team.language);
  const toTeam = toldToTeam(team, nextIn(owner, project, moved.approval, team.locale));
  const toClient = threads.client === null ? [] : toldToClient(client);
  const closing = closingIn(moved);
  const isNoted = threads.client !== null && closing >= 0;
  // Entries are numbered one after the other, so no two moves ever share a key.
  const key = (side: 'team' | 'client', index: number) =>
    `approval:${project._id}:${project.record.sequence}:${side}:${index}`;
  const said = saidBy({ isNoted, toClient, toTeam }, key) ?? threads.version;
  const entries = moved.events.map((event, index) => ({
    kind: `approval.${event.kind}`,
    actor: by !== null && (index === 0 || !FOLLOWING.has(event.kind)) ? by.id : LIAISON_ITSELF,
    content: contentOf(event, was, client.shown),
    said,
  }));
  return {
    project,
    happened: [...happened, ...entries],
    rows: (stored) => {
      const entry = stored[happened.length + closing];
      const note = isNoted && entry ? noteOf(owner, project, client, entry) : [];
      const sayingToClient = [...note, ...toClient].map((message, index) =>
        sayToClient(project._id, key('client', index), message, threads.client),
      );
      return [
        ...owner.cards(project, moved.approval),
        ...rows,
        ...sayingToClient,
        ...toTeam.map((message, index) => sayToTeam(project._id, key('team', index), message, threads.team)),
      ];
    },
  };
}

/** What follows by the rules from what somebody did, which stands before it, is nobody's own act. */
const FOLLOWING: ReadonlySet<ApprovalEventKind> = new Set(['stepOpened', 'gathered', 'closed', 'reopened', 'expired']);

type Said = { isNoted: boolean; toClient: readonly Message[]; toTeam: readonly Message[] };

/** The message that tells of it: the client's where there is one. */
function saidBy({ isNoted, toClient, toTeam }: Said, key: (side: 'team' | 'client', index: number) => string) {
  if (isNoted || toClient.length > 0) return key('client', 0);
  return toTeam.length > 0 ? key('team', 0) : null;
}

/** At which event it was closed in agreement; -1 where it was not. */
const closingIn = ({ events }: Moved): number =>
  events.findIndex(({ kind, outcome }) => kind === 'closed' && outcome !== 'refused');

function happeningIn({ owner, was, moved, by, now }: Moving, project: Project, locale: Locale): Happening {
  const contact = inRole(project, 'clientContact');
  const [first] = moved.approval.approvers;
  if (!first) throw new Error('an approval without an approver');
  return {
    before: was,
    after: moved.approval,
    events: moved.events,
    by,
    shown: owner.shown(project, moved.approval, locale),
    away: awayIn(project, now),
    lead: contact ?? first,
    locale,
  };
}

const nextIn = (owner: ApprovalOwner, project: Project, approval: Approval, locale: Locale) => ({
  agreed: owner.nextForTeam(project, approval, 'agreed', locale),
  revise: owner.nextForTeam(project, approval, 'revise', locale),
});

function noteOf(owner: ApprovalOwner, project: Project, { after, shown, locale }: Happening, entry: Stored) {
  return confirmationNote(after, shown, { entry, next: owner.nextForClient(project, after, locale) }, locale);
}

/** Everything of an event goes on the record, beside what it is about. */
function contentOf(
  { kind: _kind, ...event }: ApprovalEvent,
  { subject, version, step }: Approval,
  { hash, named }: ShownSubject,
): Content {
  return { subject, version, step, hash, ...(named === null ? {} : { named }), ...event };
}
