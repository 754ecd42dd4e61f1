import type { Approval, DecidesOn } from '../approval/model.ts';
import { answer, type Answering, openApproval, withdraw } from '../approval/rules.ts';
import { hashOf } from '../kit/chain.ts';
import type { Locale } from '../kit/locale.ts';
import type { Person } from '../kit/person.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import { type Actor, asManager, managing, sideOf, withMember } from '../project/rules.ts';
import type { Brief, BriefRefusals, BriefVersion } from './model.ts';
import { draftHash, gaps, linesOf, sameLines } from './rules-draft.ts';

const refuse = refuser<BriefRefusals>();

/** Has the draft changed since what was sent last? True for a brief that was never sent. */
export function changedSinceSent(project: Project): boolean {
  const sent = project.brief?.sent;
  return !sent || !sameLines(sent.current.lines, linesOf(project));
}

/** May this person send the brief now? */
export function maySend(project: Project, person: Person): true | Refusal {
  const allowed = asManager(project, person);
  if (allowed !== true) return refuse('brief.onlyManagerSends', { who: managing(project) });
  const missing = gaps(project);
  if (missing.length > 0)
    return refuse('brief.gaps', { questions: { named: missing.map((one) => `brief.question.${one}`) } });
  const sent = project.brief?.sent;
  const stands = sent && (sent.approval.state === 'open' || sent.approval.state === 'confirmed');
  if (stands && !changedSinceSent(project)) return refuse('brief.unchanged', { version: sent.current.number });
  return true;
}

/** What the chosen channel was like when it was looked at. */
export type ChannelLook = {
  channel: string;
  name: string;
  isArchived: boolean;
  isMember: boolean;
  members: readonly (Actor & { kind: string })[];
  /** Whose team or client channel it is besides. */
  usedBy: readonly { project: string; as: 'team' | 'client'; client: { id: string; name: string } }[];
};

/** May this channel be the project's client channel? Nobody's team channel, no other client's, and Liaison is in it. */
export function asClientChannel(project: Project, look: ChannelLook | null): true | Refusal {
  const at = { at: 'channel' };
  if (!look) return refuse('brief.lookMissing', {}, at);
  const chosen = project.channels.client?.id;
  if (chosen && chosen !== look.channel) return refuse('brief.channelMoved', {}, at);
  if (look.isArchived) return refuse('brief.channelArchived', {}, at);
  if (!look.isMember) return refuse('brief.channelNotSeen', {}, at);
  if (look.usedBy.some(({ as }) => as === 'team')) return refuse('brief.channelIsTeam', {}, at);
  const other = look.usedBy.find(({ as, client }) => as === 'client' && client.id !== project.client.id);
  return other ? refuse('brief.channelOtherClient', { client: other.client.name }, at) : true;
}

/**
 * Can this person be the approver? Somebody in the client channel who is not of the agency: on its side of the project, or a
 * full member of its workspace. Clients are guests there or come by Slack Connect; a colleague could confirm for them.
 */
function asApprover(project: Project, user: string, look: ChannelLook): Actor | Refusal {
  const at = { at: 'approver' };
  const found = look.members.find(({ person }) => person.user === user);
  if (!found) return refuse('brief.approverNotThere', {}, at);
  if (found.kind === 'unknown') return refuse('brief.personUnknown', {}, at);
  const isInside = found.kind === 'member' || found.kind === 'bot' || sideOf(project, found.person) === 'agency';
  return isInside ? refuse('brief.approverInside', {}, at) : found;
}

export type Sending = {
  /** What the sender was shown: whose channel, and which lines. Nothing else may leave. */
  previewed: { channel: string | null; draft: string };
  look: ChannelLook | null;
  approver: string;
  language: Locale;
  by: Actor;
};

/** Sends the draft as the next version: what it replaces is superseded, and the approver is asked. */
export function send(project: Project, sending: Sending, now: Date): Project | Refusal {
  const allowed = maySend(project, sending.by.person);
  if (allowed !== true) return allowed;
  const channel = asClientChannel(project, sending.look);
  if (channel !== true || !sending.look) return channel === true ? refuse('brief.lookMissing', {}) : channel;
  const at = { at: 'channel' };
  if (sending.previewed.channel !== sending.look.channel) return refuse('brief.notPreviewed', {}, at);
  if (sending.previewed.draft !== draftHash(project)) return refuse('brief.draftMoved', {}, at);
  const asked = asApprover(project, sending.approver, sending.look);
  if (isRefusal(asked)) return asked;
  const withApprover = withMember(project, asked, 'approver', now);
  if (isRefusal(withApprover) || !withApprover.brief) return withApprover;
  const client = { id: sending.look.channel, language: sending.language, hold: null };
  const brief = nextVersion(withApprover.brief, withApprover, sending, asked, now);
  return { ...withApprover, channels: { ...project.channels, client }, brief };
}

function nextVersion(brief: Brief, project: Project, { by, language }: Sending, asked: Actor, now: Date): Brief {
  const previous = brief.sent?.current ?? null;
  const number = (previous?.number ?? 0) + 1;
  const lines = linesOf(project);
  const hash = hashOf({ workspace: project.workspace, project: project._id, brief: brief.id, number, language, lines });
  const current: BriefVersion = { number, hash, language, sentAt: now.toISOString(), sentBy: by.id, lines };
  const approval = openApproval({ kind: 'brief', id: brief.id }, { version: number, step: 0 }, [asked], now);
  return { ...brief, sent: { current, previous, approval } };
}

/** An approver's answer to the version that the client was sent. */
export function answerBrief(project: Project, answering: Answering, now: Date): Project | Refusal {
  return withApproval(project, (approval) => answer(approval, answering, now));
}

/** An approver takes their confirmation back. */
export function withdrawBrief(
  project: Project,
  withdrawing: { on: DecidesOn; person: Person; reason: string | null },
  now: Date,
): Project | Refusal {
  return withApproval(project, (approval) => withdraw(approval, withdrawing, now));
}

function withApproval(project: Project, change: (approval: Approval) => Approval | Refusal): Project | Refusal {
  const { brief } = project;
  if (!brief?.sent) return refuse('brief.notSent', {});
  const approval = change(brief.sent.approval);
  return isRefusal(approval) ? approval : { ...project, brief: { ...brief, sent: { ...brief.sent, approval } } };
}
