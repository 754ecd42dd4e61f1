import { asClientChannel } from '../approval/rules-sending.ts';
import { lookAt, plainly } from '../approval/service-sending.ts';
import type { Asked } from '../io/answers.ts';
import type { SeenLook } from '../io/looks.ts';
import type { Modal } from '../kit/blocks.ts';
import type { Locale } from '../kit/locale.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import { mayDo } from '../project/rules-may.ts';
import { type ProjectDeps, projectInside, whoOf } from '../project/service.ts';
import type { RoomRefusals } from './model.ts';
import { asTeamChannel, mayLeaveClient, mayMove } from './rules-channels.ts';
import { takeStragglersAlong } from './service-move.ts';
import { type Chosen, clientModal, makeModal, teamModal } from './views-choose.ts';
import { roomsModal } from './views-rooms.ts';
import { roomsWords } from './words.ts';

const refuse = refuser<RoomRefusals>();

type Opened = { view: Modal; afterwards: () => Promise<Modal | null> };

/** Both channels of a project, for whoever may see what is internal. Who is in them is looked at afterwards. */
export async function openRooms(deps: ProjectDeps, asked: Asked, id: string): Promise<Opened | Refusal> {
  const project = await projectInside(deps, asked, id);
  if (isRefusal(project)) return project;
  const afterwards = async () => {
    await takeStragglersAlong(deps, asked, project);
    return looked(deps, asked, project);
  };
  return { view: drawn(project, asked, null), afterwards };
}

/** The modal as it stands after something was done over it, to be drawn in its place. */
export async function roomsAgain(deps: ProjectDeps, asked: Asked, id: string): Promise<Modal | null> {
  const project = await projectInside(deps, asked, id);
  return isRefusal(project) ? null : looked(deps, asked, project);
}

async function looked(deps: ProjectDeps, asked: Asked, project: Project): Promise<Modal> {
  const { team, client } = project.channels;
  // A look that fails leaves its channel without numbers.
  const look = async (channel: string | null | undefined) =>
    channel ? deps.looks.look(asked.workspace, channel).catch(() => null) : null;
  return drawn(project, asked, { team: await look(team.id), client: await look(client?.id) });
}

type Looks = Parameters<typeof roomsModal>[1]['looks'];

function drawn(project: Project, asked: Asked, looks: Looks): Modal {
  const mayManage = !project.parent && mayDo(project, 'manageChannels', whoOf(asked)) === true;
  return roomsModal(project, { looks, mayManage }, asked.locale);
}

/** The forms for choosing a channel and for making one, for whoever may change where the project lives. */
export async function openForm(
  deps: ProjectDeps,
  asked: Asked,
  id: string,
  form: 'team' | 'client' | 'make',
): Promise<Modal | Refusal> {
  const project = await projectInside(deps, asked, id);
  if (isRefusal(project)) return project;
  const may =
    form === 'team' || form === 'client' ? mayMove(project, whoOf(asked)) : mayLeaveClient(project, whoOf(asked));
  if (may !== true) return may;
  if (form === 'make') return makeModal(project, asked.locale);
  return (form === 'team' ? teamModal : clientModal)(project, { is: 'none' }, asked.locale);
}

/** A channel was chosen as team channel: who is in it, or why it cannot be. */
export async function previewTeam(
  deps: ProjectDeps,
  asked: Asked,
  { project: id, channel }: { project: string; channel: string | null },
): Promise<Modal | null> {
  const project = await projectInside(deps, asked, id);
  if (isRefusal(project) || mayMove(project, whoOf(asked)) !== true) return null;
  if (channel === null) return teamModal(project, { is: 'none' }, asked.locale);
  await deps.looks.look(asked.workspace, channel);
  const look = await freeTeam(deps, asked, channel);
  const chosen: Chosen = isRefusal(look)
    ? { is: 'refused', reason: worded(look, asked.locale) }
    : { is: 'seen', channel, people: look.members.map(({ person }) => person) };
  return teamModal(project, chosen, asked.locale);
}

/** What was seen of a channel lately, if it could be a team channel; where it was not looked at, it is for the next press. */
export async function freeTeam(deps: ProjectDeps, { workspace }: Asked, channel: string): Promise<SeenLook | Refusal> {
  const look = await deps.looks.last(workspace, channel);
  if (!look) {
    deps.looks.refresh(workspace, channel);
    return refuse('rooms.lookMissing', {}, { at: 'teamChannel' });
  }
  const isTaken = (await deps.store.inChannel(workspace, channel, 1)).length > 0;
  const fits = asTeamChannel(look, isTaken);
  if (fits !== true) return fits;
  return look.seen ? look : refuse('rooms.notFree', {}, { at: 'teamChannel' });
}

/** A channel was chosen as client channel: who will see what is posted there, or why it cannot be. */
export async function previewClient(
  deps: ProjectDeps,
  asked: Asked,
  { project: id, channel }: { project: string; channel: string | null },
): Promise<Modal | null> {
  const project = await projectInside(deps, asked, id);
  if (isRefusal(project) || mayMove(project, whoOf(asked)) !== true) return null;
  if (channel === null) return clientModal(project, { is: 'none' }, asked.locale);
  const fits = await fitsClient(deps, asked, { project, channel, fresh: true });
  const chosen: Chosen = isRefusal(fits)
    ? { is: 'refused', reason: worded(fits, asked.locale) }
    : { is: 'seen', channel, people: fits.members.map(({ person }) => person) };
  return clientModal(project, chosen, asked.locale);
}

/** May this channel be the client's, whichever it was before? The rules are those of sending. */
export async function fitsClient(
  deps: ProjectDeps,
  asked: Asked,
  { project, channel, fresh }: { project: Project; channel: string; fresh: boolean },
) {
  const look = await lookAt(deps, asked, channel, fresh);
  const fits = asClientChannel({ ...project, channels: { ...project.channels, client: null } }, look);
  if (fits !== true) return { ...fits, at: 'clientChannel' };
  return look ?? refuse('rooms.lookMissing', {}, { at: 'clientChannel' });
}

/** A refusal inside a modal that is drawn again; these name at most a client, which is plain text. */
const worded = (refusal: Refusal, locale: Locale): string => plainly(refusal, locale, roomsWords.in(locale));
