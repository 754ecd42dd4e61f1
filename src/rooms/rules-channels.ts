import type { HoldReason, Invite } from '../kit/aggregate.ts';
import type { Locale } from '../kit/locale.ts';
import type { Person } from '../kit/person.ts';
import { type Refusal, refuser } from '../kit/refusal.ts';
import { awaitedAsk } from '../brief/rules-ask.ts';
import { askedInChannel } from '../deliverable/rules-cards.ts';
import type { Project } from '../project/model.ts';
import { type Present, takenOver } from '../project/rules-joiners.ts';
import { mayWhileLive } from '../project/rules-life.ts';
import type { Who } from '../project/rules-may.ts';
import { ofRoom } from '../project/rules.ts';
import { MOST_INVITED, type RoomRefusals } from './model.ts';
import { obstacleIn, type RoomLook } from './rules-hold.ts';

const refuse = refuser<RoomRefusals>();

/** Holds that only another channel ends. */
const LOST: readonly HoldReason[] = ['deleted', 'severed'];
/** Holds with which a channel cannot be used, though it may come back. */
const UNUSABLE: readonly HoldReason[] = [...LOST, 'removed', 'archived'];

const isLost = (hold: { reason: HoldReason } | null): boolean => hold !== null && LOST.includes(hold.reason);

/** Is a channel there, and can be used? Then no other one is made. */
export const isUsable = (room: { id: string | null; hold: { reason: HoldReason } | null } | null): boolean =>
  room !== null && room.id !== null && !(room.hold && UNUSABLE.includes(room.hold.reason));

/** May somebody change where this project lives? A job lives in the rooms of its project. */
export function mayMove(project: Project, by: Who): true | Refusal {
  const allowed = mayWhileLive(project, 'manageChannels', by);
  if (allowed !== true) return allowed;
  return project.parent ? refuse('rooms.ofProject', { project: project.parent.name }) : true;
}

/** Could a channel be a team channel: private, not shared, Liaison in it, and nobody else's? */
export function asTeamChannel(look: RoomLook, isTaken: boolean): true | Refusal {
  const fits = obstacleIn('team', look, false) === null && !isTaken;
  return fits || refuse('rooms.notFree', {}, { at: 'teamChannel' });
}

/** The project in another team channel: whoever is in it is on the team, and outsiders are asked about. */
export function intoTeam(
  project: Project,
  by: Who,
  into: { channel: string; present: readonly Present[] },
  now: Date,
): Project | Refusal {
  const may = mayMove(project, by);
  if (may !== true) return may;
  if (project.channels.team.id === into.channel) return refuse('rooms.sameChannel', {}, { at: 'teamChannel' });
  return takenOver(inTeam(project, into.channel), into.present, now);
}

/** The project with a team channel that is still to be made: where it has none that can be used. */
export function withNewTeam(project: Project, by: Who): Project | Refusal {
  const may = mayMove(project, by);
  if (may !== true) return may;
  return isUsable(project.channels.team) ? refuse('rooms.teamIsThere', {}) : inTeam(project, null);
}

const inTeam = (project: Project, id: string | null): Project => ({
  ...project,
  joiners: [],
  channels: { ...project.channels, team: { id, language: project.channels.team.language, hold: null } },
});

/** What is asked of the client stands in its channel: it can go elsewhere only where that channel is lost. */
export function mayLeaveClient(project: Project, by: Who): true | Refusal {
  const may = mayMove(project, by);
  if (may !== true) return may;
  const { client } = project.channels;
  if (client === null || client.id === null || isLost(client.hold)) return true;
  return isAskedThere(project) ? refuse('rooms.requestIsThere', {}, { at: 'clientChannel' }) : true;
}

/** Does an answer of the client's wait in its channel: a decision, or answers to questions of the brief? */
export function isAskedThere(project: Project): boolean {
  const sent = project.brief?.sent;
  const isOpen = sent?.approval.state === 'open' && sent.current.reach !== 'outside';
  return isOpen || askedInChannel(project).length > 0 || awaitedAsk(project) !== null;
}

/** The project with another client channel, or with the same one in another language. */
export function intoClient(
  project: Project,
  by: Who,
  { channel, language }: { channel: string; language: Locale },
): Project | Refusal {
  const { client } = project.channels;
  const isSame = client?.id === channel;
  const may = isSame ? mayMove(project, by) : mayLeaveClient(project, by);
  if (may !== true) return may;
  if (client && isSame && client.language === language) {
    return refuse('rooms.sameChannel', {}, { at: 'clientChannel' });
  }
  const next = client && isSame ? { ...client, language } : { id: channel, language, hold: null };
  return { ...project, channels: { ...project.channels, client: next } };
}

/** The project with a client channel that is still to be made, and whoever is invited into it from another company. */
export function withNewClient(
  project: Project,
  by: Who,
  { language, invites }: { language: Locale; invites: Invite[] },
): Project | Refusal {
  const may = mayLeaveClient(project, by);
  if (may !== true) return may;
  if (isUsable(project.channels.client)) return refuse('rooms.clientIsThere', {});
  return { ...project, channels: { ...project.channels, client: { id: null, language, hold: null, invites } } };
}

/** The project with a client outside Slack. */
export function withoutClient(project: Project, by: Who): Project | Refusal {
  const may = mayLeaveClient(project, by);
  return may === true ? { ...project, channels: { ...project.channels, client: null } } : may;
}

/**
 * A job in the rooms that its project has now; invitations stay the project's. Where that one has no client channel, a job whose
 * client is asked something keeps the channel in which they were.
 */
export function alongWith(job: Project, { team, client }: Project['channels']): Project {
  const own = client ? { ...client } : isAskedThere(job) ? job.channels.client : null;
  if (client && own) delete own.invites;
  return { ...job, channels: { ...job.channels, team: { ...team, hold: ofRoom(team.hold) }, client: own } };
}

const MAIL = /^[^\s@<>|]+@[^\s@<>|]+\.[^\s@<>|]+$/u;
/** Addresses are 254 characters at most (RFC 5321). */
const LONGEST_MAIL = 254;

/** E-mail addresses as people type them: one a line, or with commas between. Each once, or the first that is none. */
export function mailsIn(text: string | null): string[] | Refusal {
  const typed = (text ?? '').split(/[\s,;，；、]+/u).filter(Boolean);
  const mails = [...new Set(typed.map((mail) => mail.toLowerCase()))];
  const wrong = mails.find((mail) => !MAIL.test(mail) || mail.length > LONGEST_MAIL);
  if (wrong !== undefined) return refuse('rooms.notMail', { mail: wrong }, { at: 'emails' });
  if (mails.length > MOST_INVITED) return refuse('rooms.tooManyMails', { most: MOST_INVITED }, { at: 'emails' });
  return mails;
}

/** Somebody chosen to be invited, and what they are to the workspace. */
export type Guest = Present & { kind: string };

/** How each gets in: who has an account here by an ordinary invitation, others by one that they have to accept. */
export function inviting(
  guests: readonly Guest[],
  mails: readonly string[],
  { newId, now }: { newId: () => string; now: Date },
): { people: Person[]; invites: Invite[] } | Refusal {
  const inside = guests.filter(({ kind }) => kind === 'member' || kind === 'bot');
  if (inside.length > 0) return refuse('rooms.notClients', { who: inside }, { at: 'guests' });
  const invite = (to: string, person: Person | null): Invite => ({
    id: newId(),
    to,
    person,
    state: 'pending',
    at: now.toISOString(),
  });
  const others = guests.filter(({ kind }) => kind === 'external');
  return {
    people: guests.filter(({ kind }) => kind !== 'external').map(({ person }) => person),
    invites: [
      ...others.map(({ person, name }) => invite(name ?? person.user, person)),
      ...mails.map((mail) => invite(mail, null)),
    ],
  };
}
