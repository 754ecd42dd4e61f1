import type { Wait } from '../kit/aggregate.ts';
import { type Day, dayIn } from '../kit/calendar.ts';
import { markOf } from '../kit/merge.ts';
import { personKey } from '../kit/person.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import { card, cardKey, type RowDraft, type Subject, teamOf } from '../kit/rows.ts';
import { shorten } from '../kit/text.ts';
import type { ClientRequest, Project, ProjectRefusals, RequestKind } from '../project/model.ts';
import type { Member } from '../project/model-people.ts';
import { type Acting, sideOf } from '../project/rules.ts';
import { mayDo, type Who } from '../project/rules-may.ts';
import { REQUEST_BOUNDS, type RequestFacts, type RequestRefusals } from './model-requests.ts';

const refuse = refuser<
  RequestRefusals & Pick<ProjectRefusals, 'project.whoAreYou' | 'project.dayPast' | 'project.isEnded'>
>();

export const requestsOf = ({ requests = [] }: Project): readonly ClientRequest[] => requests;

export const requestOf = (project: Project, id: string): ClientRequest | null =>
  requestsOf(project).find((one) => one.id === id) ?? null;

/** The team's message of a request, and its key; what is said of it stands in its thread. */
const requestSubject = (project: string, request: string): Subject => ({
  kind: 'clientRequest',
  project,
  about: request,
});
export const requestRow = (project: string, request: string): RowDraft =>
  card(teamOf(project), requestSubject(project, request));
export const requestKey = (project: string, request: string): string => cardKey(requestSubject(project, request));

/** The key of the client's message that answers a request: planned twice, it is said once. */
export const replyKey = (project: string, request: string): string => `reply:${project}:${request}`;

/** Somebody who asks, and the channel in which they did; null where it was on App Home. */
export type Asker = Who & { from: string | null };

/**
 * May this person ask by the client card? Whoever is on the client's side may. Who is on no roster may from the client channel
 * itself: they were invited into it, and are no colleagues of ours.
 */
export function mayAsk(project: Project, { from, ...who }: Asker): true | Refusal {
  const isOnRoster = sideOf(project, who.person) !== null;
  if (!isOnRoster && who.kind === 'unknown' && who.person.team === project.workspace)
    return refuse('project.whoAreYou', {});
  if (mayDo(project, 'askAgency', who) !== true) return refuse('client.isClients', {});
  const channel = project.channels.client?.id ?? null;
  if (!isOnRoster && (channel === null || from !== channel)) return refuse('client.notHere', {});
  return project.life?.state === 'ended' ? refuse('client.askEnded', {}) : true;
}

export type Requesting = {
  /** Given when the form was opened: what is sent twice is one request. */
  id: string;
  kind: RequestKind;
  text: string;
  wantedOn: Day | null;
  since: string | null;
  by: Acting;
  from: string | null;
  /** IANA name: what day it is for whoever asks. */
  zone: string;
};

/** Takes a request of the client's. @returns the project as it was where exactly this one is there already */
export function receive(project: Project, requesting: Requesting, now: Date): Project | Refusal {
  const { id, kind, text, wantedOn, since, by, from, zone } = requesting;
  const allowed = mayAsk(project, { ...by, from });
  if (allowed !== true) return allowed;
  if (requestOf(project, id)) return project;
  if (wantedOn !== null && wantedOn < dayIn(zone, now)) return refuse('project.dayPast', {}, { at: 'neededBy' });
  const open = requestsOf(project).filter(({ state }) => state === 'open');
  const most = REQUEST_BOUNDS.open;
  if (open.length >= most) return refuse('client.tooManyRequests', { most });
  const who = { person: by.person, id: by.id, name: by.name };
  const request: ClientRequest = { id, kind, by: who, text, wantedOn, since, at: now.toISOString(), state: 'open' };
  return { ...project, requests: [...requestsOf(project), request] };
}

/** May this person answer what the client asked for? @returns the request, which is open */
export function mayReply(project: Project, id: string, who: Who): ClientRequest | Refusal {
  const allowed = mayDo(project, 'answerClient', who);
  if (allowed !== true) return allowed;
  if (project.life?.state === 'ended') return refuse('project.isEnded', {});
  const request = requestOf(project, id);
  if (!request) return refuse('client.requestGone', {});
  const { state, closed, at } = request;
  if (state !== 'open') {
    const by = project.people.filter((member) => member.id === closed?.by.id);
    return refuse('client.requestOver', { who: by, at: { at: closed?.at ?? at } }, { see: replyKey(project._id, id) });
  }
  return request;
}

/** What whoever answers was shown before it leaves: where it goes, and the mark of the text. */
export type SeenReply = { channel: string; mark: string };

export const replyMark = (text: string): string => markOf(text);

/** Answers a request, as it was previewed. */
export function reply(
  project: Project,
  { id, text, seen, by }: { id: string; text: string; seen: SeenReply; by: Acting },
  now: Date,
): Project | Refusal {
  const request = mayReply(project, id, by);
  if (isRefusal(request)) return request;
  const { client } = project.channels;
  if (!client) return refuse('client.noChannel', {});
  if (client.id !== seen.channel || replyMark(text) !== seen.mark)
    return refuse('client.replyMoved', {}, { at: 'reply' });
  return close(project, request, { state: 'answered', by }, now);
}

/** A new request has become a job of the project. */
export function becomeJob(project: Project, id: string, by: Acting, now: Date): Project | Refusal {
  const request = mayReply(project, id, by);
  return isRefusal(request) ? request : close(project, request, { state: 'becameJob', by }, now);
}

function close(
  project: Project,
  request: ClientRequest,
  { state, by }: { state: Exclude<ClientRequest['state'], 'open'>; by: Acting },
  now: Date,
): Project {
  const closed = { by: { id: by.id, name: by.name }, at: now.toISOString() };
  const next = requestsOf(project).map((one) => (one.id === request.id ? { ...one, state, closed } : one));
  return { ...project, requests: kept(next) };
}

/** All open ones, and of the closed ones those that were closed last. */
function kept(requests: readonly ClientRequest[]): ClientRequest[] {
  const closed = requests.filter(({ state }) => state !== 'open');
  const latest = closed.toSorted((a, b) => closedAt(b).localeCompare(closedAt(a))).slice(0, REQUEST_BOUNDS.closed);
  return requests.filter((one) => one.state === 'open' || latest.includes(one));
}

const closedAt = ({ closed, at }: ClientRequest): string => closed?.at ?? at;

/** Those who run the project for the agency, as far as they are there. */
const running = (project: Project): Member[] =>
  project.people.filter(({ role, gone }) => !gone && (role === 'accountManager' || role === 'deputy'));

/** Who is told of a request: the account managers, and of a problem the deputies as well. */
export const toldOf = (project: Project, kind: RequestKind): Member[] =>
  running(project).filter(({ role }) => role === 'accountManager' || kind === 'problem');

/** Of what was typed, as much as a line of App Home shows. */
const WAIT_TEXT = 200;

/** What the client asked for waits for the account managers and their deputies until it is answered. */
export function requestWaits(project: Project): Wait[] {
  const open = requestsOf(project).filter(({ state }) => state === 'open');
  return open.flatMap(({ id, kind, by, text, at }) =>
    running(project).map(({ person }) => ({
      person: personKey(person),
      kind: 'client.request',
      about: id,
      since: at,
      facts: {
        request: kind,
        by: by.name,
        text: shorten(text, WAIT_TEXT),
        isJob: Boolean(project.parent),
      } satisfies RequestFacts,
    })),
  );
}
