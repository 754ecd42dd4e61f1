import { type Approval, OUTCOME_OF, type Party } from '../approval/model.ts';
import type { Asking } from '../approval/model-asking.ts';
import { open } from '../approval/rules.ts';
import { forNextVersion, howHash, instantsOf, mayAsk, stepsOf } from '../approval/rules-asking.ts';
import { hashOf } from '../kit/chain.ts';
import type { Locale } from '../kit/locale.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import { type Acting, type Actor, sideOf, withMember } from '../project/rules.ts';
import { inRole, inTurn, withAway, withOffSlack, withRole } from '../project/rules-people.ts';
import type { Brief, BriefRefusals, BriefVersion } from './model.ts';
import { maySend } from './rules.ts';
import { draftHash, linesOf } from './rules-draft.ts';

const refuse = refuser<BriefRefusals>();

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
 * Can this person decide for the client? Somebody in the client channel who is not of the agency: on its side of the project,
 * or a full member of its workspace. Clients are guests there or come by Slack Connect; a colleague could confirm for them.
 */
function asDecider(project: Project, party: Party, look: ChannelLook, as: 'approver' | 'standIn'): Party | Refusal {
  const at = { at: 'approvers' };
  const who = [party];
  const found = look.members.find(({ person }) => person.user === party.person?.user);
  if (!found) return refuse(as === 'approver' ? 'brief.approverNotThere' : 'brief.standInNotThere', { who }, at);
  if (found.kind === 'unknown') return refuse('brief.personUnknown', {}, at);
  const side = sideOf(project, found.person);
  const isInside = found.kind === 'member' || found.kind === 'bot' || side === 'agency' || side === 'partner';
  if (isInside) return refuse('brief.approverInside', { who: [found] }, at);
  return { person: found.person, id: found.id, name: found.name };
}

export type Sending = {
  /** What the sender was shown: whose channel, which lines, how it is asked, and by whose clock. Nothing else may leave. */
  previewed: { channel: string | null; draft: string; how: string; zone: string };
  /** What is known of the channel; null where it was not looked at, or where it goes outside Slack. */
  look: ChannelLook | null;
  asking: Asking;
  language: Locale;
  by: Acting;
};

/** Sends the draft as the next version: what it replaces is superseded, and the approvers are asked. */
export function send(project: Project, sending: Sending, now: Date): Project | Refusal {
  const allowed = maySend(project, sending.by);
  if (allowed !== true) return allowed;
  const asked = asPreviewed(project, sending);
  if (isRefusal(asked)) return asked;
  const at = instantsOf(asked, sending.previewed.zone, now);
  if (isRefusal(at)) return at;
  const peopled = withDeciders(project, asked, sending.previewed.zone, now);
  if (isRefusal(peopled) || !peopled.brief) return peopled;
  const brief = nextVersion(peopled.brief, peopled, sending, { asked, ...at }, now);
  const { look, language } = sending;
  if (asked.reach === 'outside' || !look) return { ...peopled, brief };
  const client = {
    ...project.channels.client,
    id: look.channel,
    language,
    hold: project.channels.client?.hold ?? null,
  };
  return { ...peopled, channels: { ...peopled.channels, client }, brief };
}

/** Who is asked, where all is as the sender was shown it: only then may it leave. */
function asPreviewed(project: Project, { asking, look, previewed }: Sending): Asking | Refusal {
  const may = mayAsk(asking);
  if (may !== true) return may;
  const isOutside = asking.reach === 'outside';
  const channel = isOutside ? true : asClientChannel(project, look);
  if (channel !== true) return channel;
  const at = { at: 'channel' };
  if (!isOutside && previewed.channel !== look?.channel) return refuse('brief.notPreviewed', {}, at);
  if (previewed.draft !== draftHash(project)) return refuse('brief.draftMoved', {}, at);
  if (previewed.how !== howHash(asking)) return refuse('brief.howMoved', {}, at);
  return isOutside || !look ? asking : inChannel(project, asking, look);
}

/** The approvers and their stand-ins as the channel shows them; a refusal at the first who cannot decide there. */
function inChannel(project: Project, asking: Asking, look: ChannelLook): Asking | Refusal {
  const approvers = [];
  for (const one of asking.approvers) {
    const party = one.person ? asDecider(project, one, look, 'approver') : one;
    if (isRefusal(party)) return party;
    const standIn = one.standIn?.person ? asDecider(project, one.standIn, look, 'standIn') : one.standIn;
    if (isRefusal(standIn)) return standIn;
    approvers.push({ ...one, ...party, standIn });
  }
  return { ...asking, approvers };
}

/** Puts whoever decides, and whoever stands in, on the client's side of the project, with their absences. */
function withDeciders(project: Project, { approvers, contact }: Asking, zone: string, now: Date): Project | Refusal {
  const parties: Party[] = approvers.flatMap((one) => [one, ...(one.standIn ? [one.standIn] : [])]);
  const offSlack = parties.filter(({ person }) => person === null);
  const onSlack = parties.flatMap(({ person, id, name }) => (person ? [{ person, id, name }] : []));
  const lead = contact?.person ? { person: contact.person, id: contact.id, name: contact.name } : null;
  const away = approvers.flatMap(({ id, awayUntil: until }) => (until === null ? [] : [{ id, until }]));
  return inTurn(project, [
    (next) => withOffSlack(next, offSlack),
    ...onSlack.map((actor) => (next: Project) => withMember(next, actor, 'approver', now)),
    (next) => (lead && !inRole(next, 'clientContact') ? withRole(next, 'clientContact', lead, now) : next),
    ...away.map(
      ({ id, until }) =>
        (next: Project) =>
          withAway(next, id, { until, zone }),
    ),
  ]);
}

type Asked = { asked: Asking; dueAt: Date | null; expiresAt: Date | null };

function nextVersion(
  brief: Brief,
  project: Project,
  { by, language }: Sending,
  { asked, dueAt, expiresAt }: Asked,
  now: Date,
): Brief {
  const previous = brief.sent?.current ?? null;
  const number = (previous?.number ?? 0) + 1;
  const lines = linesOf(project);
  const hash = hashOf({ workspace: project.workspace, project: project._id, brief: brief.id, number, language, lines });
  const { reach } = asked;
  const current: BriefVersion = { number, hash, language, sentAt: now.toISOString(), sentBy: by.id, lines, reach };
  const approval = open(
    {
      subject: { kind: 'brief', id: brief.id },
      version: number,
      round: roundAfter(brief.sent?.approval),
      lines: lines.map(({ id }) => id),
      ...stepsOf(asked),
      dueAt: dueAt?.toISOString() ?? null,
      expiresAt: expiresAt?.toISOString() ?? null,
      // What a brief says binds nobody to a sum: whoever is asked has the authority.
      requires: null,
    },
    now,
  );
  const asking = forNextVersion({ ...asked, language, channel: null });
  // What is agreed stands until something newer is.
  const stands = brief.sent?.stands ?? null;
  return { ...brief, asking, sent: { ...brief.sent, current, previous, approval, corrected: null, stands } };
}

/** A new round begins where the client asked for changes; a version that only puts right our own doing belongs to the last. */
function roundAfter(before: Approval | undefined): number {
  if (!before) return 1;
  const wantsChanges =
    before.state === 'refused' ||
    before.approvers.some(({ answer }) => answer !== null && OUTCOME_OF[answer.verb] === 'refused');
  return before.round + (wantsChanges ? 1 : 0);
}
