import type { AskingRefusals } from '../approval/model-asking.ts';
import type { Asked } from '../io/answers.ts';
import type { Answers } from '../kit/form.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import { cardKey, clientOf, doing, type RowDraft, teamOf } from '../kit/rows.ts';
import { channelName } from '../kit/slug.ts';
import { type Person, personKey } from '../kit/person.ts';
import type { Project } from '../project/model.ts';
import { SIDE_OF } from '../project/model-people.ts';
import { type ProjectDeps, projectFor, projectSubject, whoOf } from '../project/service.ts';
import { presentIn } from '../project/service-start.ts';
import { leadersOf } from '../project/service-tell.ts';
import { type clientForm, type makeForm, type RoomRefusals } from './model.ts';
import {
  type Guest,
  intoClient,
  intoTeam,
  inviting,
  mailsIn,
  mayMove,
  withNewClient,
  withNewTeam,
  withoutClient,
} from './rules-channels.ts';
import { fitsClient, freeTeam } from './service-channels.ts';
import { clientMoved, type Moved, saveMove, teamMoved } from './service-move.ts';

const refuse = refuser<RoomRefusals & AskingRefusals>();

/** Uses a channel that is there as the team's: the one that was shown with whoever is in it, and no other. */
export async function useTeam(
  deps: ProjectDeps,
  asked: Asked,
  id: string,
  { channel, seen }: { channel: string; seen: string | null },
): Moved {
  const look = await freeTeam(deps, asked, channel);
  if (isRefusal(look)) return unlessDone(deps, asked, id, look);
  if (seen !== channel) return refuse('rooms.lookMissing', {}, { at: 'teamChannel' });
  return saveMove(deps, asked, id, (current) => {
    const next = intoTeam(current, whoOf(asked), { channel, present: presentIn(look) }, asked.now);
    return isRefusal(next) ? next : teamMoved(current, next, asked);
  });
}

/** Delivered a second time, it finds the channel taken by what it did itself; and whoever may not is told that. */
const unlessDone = (deps: ProjectDeps, asked: Asked, id: string, refusal: Refusal): Moved =>
  saveMove(deps, asked, id, (current) => {
    const may = mayMove(current, whoOf(asked));
    return may === true ? refusal : may;
  });

/** Makes a team channel anew, and invites everybody of the agency who is on the project. */
export async function makeTeam(deps: ProjectDeps, asked: Asked, id: string): Moved {
  return saveMove(deps, asked, id, (current) => {
    const next = withNewTeam(current, whoOf(asked));
    if (isRefusal(next)) return next;
    const change = teamMoved(current, next, asked);
    return { ...change, rows: (entries) => [...making(next), ...change.rows(entries)] };
  });
}

function making({ _id: id, revision, client, name, people, workspace }: Project): RowDraft[] {
  const team = people.filter(
    ({ person, role, gone }) => SIDE_OF[role] === 'agency' && !gone && person.team === workspace,
  );
  const make = { do: 'createChannel', name: channelName([client.name, name], id) } as const;
  return [
    doing(teamOf(id), `create:${id}:${revision}`, make),
    doing(teamOf(id), `invite:${id}:${revision}`, { do: 'invite', people: team.map(({ person }) => person) }),
  ];
}

export type ClientChosen = { answers: Answers<typeof clientForm>; seen: string | null };

/** Uses a channel that is there as the client's: the one that was shown with whoever is in it, and no other. */
export async function useClient(
  deps: ProjectDeps,
  asked: Asked,
  id: string,
  { answers: { clientChannel: channel, language }, seen }: ClientChosen,
): Moved {
  const found = await projectFor(deps, asked, id);
  if (isRefusal(found)) return found;
  const fits = await fitsClient(deps, asked, { project: found, channel, fresh: false });
  if (isRefusal(fits)) return fits;
  if (seen !== channel) return refuse('rooms.lookMissing', {}, { at: 'clientChannel' });
  return saveMove(deps, asked, id, (current) => {
    const next = intoClient(current, whoOf(asked), { channel, language });
    return isRefusal(next) ? next : clientMoved(current, next, asked);
  });
}

/** Makes a client channel, and invites whoever runs the project and whoever of the client was named. */
export async function makeClient(
  deps: ProjectDeps,
  asked: Asked,
  id: string,
  { guests: users, emails, language }: Answers<typeof makeForm>,
): Moved {
  const mails = mailsIn(emails);
  if (isRefusal(mails)) return mails;
  const guests = await guestsOf(deps, asked, users ?? []);
  if (isRefusal(guests)) return guests;
  const invited = inviting(guests, mails, { newId: deps.newId, now: asked.now });
  if (isRefusal(invited)) return invited;
  const { people, invites } = invited;
  return saveMove(deps, asked, id, (current) => {
    const next = withNewClient(current, whoOf(asked), { language, invites });
    if (isRefusal(next)) return next;
    const change = clientMoved(current, next, asked);
    const named = invites.map(({ to }) => ({ kind: 'project.clientInvited', actor: asked.id, content: { to } }));
    const inside = [asked.person, ...leadersOf(next, []), ...people];
    return {
      ...change,
      happened: [...change.happened, ...named],
      rows: (entries) => [...makingClient(next, deps.agency, inside), ...change.rows(entries)],
    };
  });
}

/** The cards show the channel: they may have been drawn before it was there. */
function makingClient(
  { _id: id, revision, client, channels, jobs = [] }: Project,
  agency: string,
  people: Person[],
): RowDraft[] {
  const place = clientOf(id);
  const unique = [...new Map(people.map((person) => [personKey(person), person])).values()];
  const name = channelName([client.name, agency], id);
  return [
    doing(place, `create:client:${id}:${revision}`, { do: 'createChannel', name }),
    ...[id, ...jobs.map(({ project }) => project)].map((one) =>
      doing(place, `shown:client:${one}:${revision}`, { do: 'drawAgain', card: cardKey(projectSubject(one)) }),
    ),
    doing(place, `invite:client:${id}:${revision}`, { do: 'invite', people: unique }),
    ...(channels.client?.invites ?? []).map(({ id: invite, to, person }) =>
      doing(place, `invited:${invite}`, { do: 'inviteShared', invite, email: person ? null : to, person }),
    ),
  ];
}

/** Whoever was chosen, and what they are here. Of somebody who was never seen Slack is asked, for the next press. */
async function guestsOf(deps: ProjectDeps, { workspace }: Asked, users: readonly string[]): Promise<Guest[] | Refusal> {
  const found = await deps.people.resolve(workspace, users);
  const known = users.flatMap((user) => found.get(user) ?? []);
  const strangers = known.filter(({ kind }) => kind === 'unknown');
  for (const { team, user } of strangers) void deps.people.learn(workspace, { team, user });
  if (strangers.length > 0) return refuse('asking.personUnknown', {}, { at: 'guests' });
  return known.map(({ team, user, id, name, kind }) => ({ person: { team, user }, id, name, kind, outsider: true }));
}

/** Goes on without a channel of the client's; where there is none already, nothing follows. */
export async function noClient(deps: ProjectDeps, asked: Asked, id: string): Moved {
  return saveMove(deps, asked, id, (current) => {
    const next = withoutClient(current, whoOf(asked));
    if (isRefusal(next)) return next;
    return current.channels.client === null ? null : clientMoved(current, next, asked);
  });
}
