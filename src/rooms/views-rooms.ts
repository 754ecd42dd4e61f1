import type { Button, KnownBlock } from '@slack/types';
import { bold, button, buttons, context, divider, type Modal, modal, rich, run, section, when } from '../kit/blocks.ts';
import type { Side } from '../kit/aggregate.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import { channelLink } from '../kit/text.ts';
import type { Project } from '../project/model.ts';
import { writeValue } from '../project/model-metadata.ts';
import { sideOf } from '../project/rules.ts';
import { PROJECT_IDS } from '../project/views.ts';
import { roomsMeta } from './model-metadata.ts';
import type { RoomLook } from './rules-hold.ts';
import { isUsable } from './rules-channels.ts';
import { ROOM_IDS } from './views-held.ts';
import { roomsWords } from './words.ts';

/** The ids of what can be done about channels. */
export const ROOMS_IDS = {
  open: PROJECT_IDS.rooms,
  /** Which project, where a channel has several. */
  choose: 'rooms.choose',
  makeTeam: ROOM_IDS.makeTeam,
  chooseTeam: 'rooms.chooseTeam',
  teamForm: 'rooms.teamForm',
  chooseClient: 'rooms.chooseClient',
  clientForm: 'rooms.clientForm',
  makeClient: 'rooms.makeClient',
  makeForm: 'rooms.makeForm',
  noClient: 'rooms.noClient',
} as const;

/** What was seen of both; null until they were looked at. */
export type RoomsShown = { looks: { team: RoomLook | null; client: RoomLook | null } | null; mayManage: boolean };

/** Both channels of a project: what they are, who is in them, who is invited, and what can be done about them. */
export function roomsModal(project: Project, { looks, mayManage }: RoomsShown, locale: Locale): Modal {
  const words = roomsWords.in(locale);
  return modal({
    id: 'rooms.channels',
    title: words.title(),
    close: words.close(),
    metadata: roomsMeta.encode({ project: project._id }),
    blocks: [
      rich(...phrase(words.intro, { project: bold(project.name) })),
      ...(project.parent ? [rich(...phrase(words.ofProject, { project: bold(project.parent.name) }))] : []),
      ...room(project, 'team', looks?.team ?? null, locale),
      ...(mayManage ? [buttons('rooms.team', teamWays(project, locale))] : []),
      divider(),
      ...room(project, 'client', looks?.client ?? null, locale),
      ...invites(project, locale),
      ...(mayManage ? [buttons('rooms.client', clientWays(project, locale))] : []),
      ...(looks ? [] : [context(words.notChecked())]),
    ],
  });
}

function room(project: Project, side: Side, look: RoomLook | null, locale: Locale): KnownBlock[] {
  const words = roomsWords.in(locale);
  const channel = project.channels[side];
  const isShown = channel !== null && channel.id !== null && channel.hold?.reason !== 'deleted';
  const title = `*${words[`side.${side}`]()}*${isShown ? ` ${channelLink(channel.id ?? '')}` : ''}`;
  const speaks = channel ? ` ${words.speaks({ language: words[`language.${channel.language}`]() })}` : '';
  const lines = [title, `${stateOf(project, side, locale)}${speaks}`, ...present(project, look, locale)];
  return [section(lines.join('\n'))];
}

function stateOf(project: Project, side: Side, locale: Locale): string {
  const words = roomsWords.in(locale);
  const channel = project.channels[side];
  if (channel === null) return words['state.none']({ side });
  if (channel.hold) return words[`state.${channel.hold.reason}`]({ side });
  return words[channel.id === null ? 'state.making' : 'state.there']({ side });
}

function present(project: Project, look: RoomLook | null, locale: Locale): string[] {
  if (!look?.seen) return [];
  const words = roomsWords.in(locale);
  const sides = look.members.map(
    ({ person, kind }) => sideOf(project, person) ?? (kind === 'member' ? 'agency' : 'other'),
  );
  const count = (side: (typeof sides)[number]) => sides.filter((one) => one === side).length;
  const here = words.here({
    agency: count('agency'),
    client: count('client'),
    partner: count('partner'),
    other: count('other'),
  });
  return [here, ...(look.more ? [words.more()] : [])];
}

/** Names and addresses stand as they were typed. */
function invites({ channels }: Project, locale: Locale): KnownBlock[] {
  const words = roomsWords.in(locale);
  const sent = channels.client?.invites ?? [];
  if (sent.length === 0) return [];
  const lines = sent.flatMap(({ to, state, at }) => [
    run('\n• '),
    ...phrase(words.invite, {
      to: run(to),
      state: run(words[`inviteState.${state}`]()),
      since: when(new Date(at), locale),
    }),
  ]);
  return [rich(bold(words.invitesIntro()), ...lines)];
}

type Way = { id: string; text: string; confirm?: { title: string; text: string; yes: string; no: string } };

const way = (project: Project, { id, text, confirm }: Way): Button =>
  button({ id, text, value: writeValue.encode({ project: project._id }), ...(confirm ? { confirm } : {}) });

function teamWays(project: Project, locale: Locale): Button[] {
  const words = roomsWords.in(locale);
  const sure = { title: words.makeTeam(), text: words.makeTeamText(), yes: words.makeIt(), no: words.goBack() };
  return [
    way(project, { id: ROOMS_IDS.chooseTeam, text: words.chooseTeam() }),
    ...(isUsable(project.channels.team)
      ? []
      : [way(project, { id: ROOMS_IDS.makeTeam, text: words.makeTeam(), confirm: sure })]),
  ];
}

function clientWays(project: Project, locale: Locale): Button[] {
  const words = roomsWords.in(locale);
  const sure = { title: words.noClient(), text: words.noClientText(), yes: words.noneIt(), no: words.goBack() };
  return [
    way(project, { id: ROOMS_IDS.chooseClient, text: words.chooseClient() }),
    ...(isUsable(project.channels.client)
      ? []
      : [way(project, { id: ROOMS_IDS.makeClient, text: words.makeClient() })]),
    ...(project.channels.client
      ? [way(project, { id: ROOMS_IDS.noClient, text: words.noClient(), confirm: sure })]
      : []),
  ];
}
