import type { Locale } from '../kit/locale.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import { type Acting, type Actor, sideOf, withMember } from '../project/rules.ts';
import { inRole, inTurn, withAway, withOffSlack, withRole } from '../project/rules-people.ts';
import { type Approval, OUTCOME_OF, type Party } from './model.ts';
import type { Asking, AskingRefusals } from './model-asking.ts';
import { howHash, mayAsk } from './rules-asking.ts';

const refuse = refuser<AskingRefusals>();

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
  if (!look) return refuse('asking.lookMissing', {}, at);
  const chosen = project.channels.client?.id;
  if (chosen && chosen !== look.channel) return refuse('asking.channelMoved', {}, at);
  if (look.isArchived) return refuse('asking.channelArchived', {}, at);
  if (!look.isMember) return refuse('asking.channelNotSeen', {}, at);
  if (look.usedBy.some(({ as }) => as === 'team')) return refuse('asking.channelIsTeam', {}, at);
  const other = look.usedBy.find(({ as, client }) => as === 'client' && client.id !== project.client.id);
  return other ? refuse('asking.channelOtherClient', { client: other.client.name }, at) : true;
}

/**
 * Can this person decide for the client? Somebody in the client channel who is not of the agency: on its side of the project,
 * or a full member of its workspace. Clients are guests there or come by Slack Connect; a colleague could confirm for them.
 */
function asDecider(project: Project, party: Party, look: ChannelLook, as: 'approver' | 'standIn'): Party | Refusal {
  const at = { at: 'approvers' };
  const who = [party];
  const found = look.members.find(({ person }) => person.user === party.person?.user);
  if (!found) return refuse(as === 'approver' ? 'asking.approverNotThere' : 'asking.standInNotThere', { who }, at);
  if (found.kind === 'unknown') return refuse('asking.personUnknown', {}, at);
  const side = sideOf(project, found.person);
  const isInside = found.kind === 'member' || found.kind === 'bot' || side === 'agency' || side === 'partner';
  if (isInside) return refuse('asking.approverInside', { who: [found] }, at);
  return { person: found.person, id: found.id, name: found.name };
}

/** A version that somebody sends to the client. */
export type Sending = {
  /** What the sender was shown: whose channel, what leaves, how it is asked, and by whose clock. Nothing else may leave. */
  previewed: { channel: string | null; draft: string; how: string; zone: string };
  /** What is known of the channel; null where it was not looked at, or where it goes outside Slack. */
  look: ChannelLook | null;
  asking: Asking;
  language: Locale;
  by: Acting;
};

/**
 * Who is asked, where all is as the sender was shown it: only then may it leave.
 * @param isSame whether what leaves is still what was previewed
 */
export function asPreviewed(
  project: Project,
  { asking, look, previewed }: Pick<Sending, 'asking' | 'look' | 'previewed'>,
  isSame: true | Refusal,
): Asking | Refusal {
  const may = mayAsk(asking);
  if (may !== true) return may;
  const isOutside = asking.reach === 'outside';
  const channel = isOutside ? true : asClientChannel(project, look);
  if (channel !== true) return channel;
  if (!isOutside && previewed.channel !== look?.channel) return refuse('asking.notPreviewed', {}, { at: 'channel' });
  if (isSame !== true) return isSame;
  if (previewed.how !== howHash(asking)) return refuse('asking.howMoved', {}, { at: 'channel' });
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
export function withDeciders(
  project: Project,
  { approvers, contact }: Asking,
  zone: string,
  now: Date,
): Project | Refusal {
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

/** The project with the channel to which it was sent; as it is, where it goes outside Slack. */
export function withClientChannel(project: Project, { look, language }: Pick<Sending, 'look' | 'language'>): Project {
  if (!look) return project;
  const { client } = project.channels;
  const sentTo = { ...client, id: look.channel, language, hold: client?.hold ?? null };
  return { ...project, channels: { ...project.channels, client: sentTo } };
}

/** A new round begins where the client asked for changes; a version that only puts right our own doing belongs to the last. */
export function roundAfter(before: Approval | undefined): number {
  if (!before) return 1;
  const wantsChanges =
    before.state === 'refused' ||
    before.approvers.some(({ answer }) => answer !== null && OUTCOME_OF[answer.verb] === 'refused');
  return before.round + (wantsChanges ? 1 : 0);
}
