import { HOLDS, INVITE_STATES, type ProjectChannel, SIDES } from '../../src/kit/aggregate.ts';
import type { Locale } from '../../src/kit/locale.ts';
import type { Message, Modal } from '../../src/kit/blocks.ts';
import type { Decides } from '../../src/rooms/rules-gone.ts';
import type { Project } from '../../src/project/model.ts';
import { ACTIONS, REASONS } from '../../src/rooms/model-refused.ts';
import { clientModal, invitedNote, makeModal, teamModal } from '../../src/rooms/views-choose.ts';
import { backNote, goneNote, leftNote, maybeNote } from '../../src/rooms/views-gone.ts';
import { heldNote, releasedNote, renamedLine } from '../../src/rooms/views-held.ts';
import { refusedNote } from '../../src/rooms/views-refused.ts';
import { roomsModal } from '../../src/rooms/views-rooms.ts';
import { ana, NOW } from './arbitraries.ts';
import type { Shown } from './arbitraries-shown.ts';

const shows = (name: string, message: Message): Shown => ({ name, is: 'message', message });
const modal = (name: string, view: Modal): Shown => ({ name, is: 'modal', view });

/** Everything that is said of a project's rooms. */
export const ofRooms = (project: Project, state: string, locale: Locale): Shown[] => [
  ...SIDES.flatMap((side) => [
    ...HOLDS.map((reason) =>
      shows(`heldNote ${side} ${reason} ${state}`, heldNote([project, project, project], side, reason, locale)),
    ),
    shows(`releasedNote ${side} ${state}`, releasedNote([project], side, locale)),
    shows(`renamedLine ${side} ${state}`, renamedLine(side, 'CCLIENT', locale)),
  ]),
  ...gone(project, state, locale),
  ...refused(project, state, locale),
  ...forms(project, state, locale),
];

function gone(project: Project, state: string, locale: Locale): Shown[] {
  const members = project.people.slice(0, 2);
  const minds = Array.from({ length: 20 }, () => project.name);
  return members.flatMap((member) =>
    [0, 1, 4].flatMap((count) => {
      const brief: Decides = { kind: 'brief', id: 'b1', named: null, version: 3 };
      const others = Array.from({ length: count }, (_, at): Decides => {
        return { kind: 'deliverable', id: `d${at}`, named: project.name, version: 2 };
      });
      const decides = [brief, ...others].slice(0, count);
      const duties = { decides, reviews: others.map(() => project.name), answers: true, findsOut: 5, minds };
      return [
        shows(`goneNote ${count} ${state}`, goneNote({ project, member, duties }, locale)),
        shows(`leftNote ${count} ${state}`, leftNote({ project, member, duties }, locale)),
        shows(`backNote ${state}`, backNote({ project, member }, locale)),
        shows(`maybeNote ${state}`, maybeNote({ project, member }, { name: member.name ?? '?' }, locale)),
      ];
    }),
  );
}

function refused(project: Project, state: string, locale: Locale): Shown[] {
  const whom = Array.from({ length: 20 }, () => ana.person);
  const errors = [...REASONS, 'restricted_action_non_threadable_channel'];
  const all = [
    ...ACTIONS.map((action) => ({ action, error: 'missing_scope', whom })),
    ...errors.map((error) => ({ action: 'inviteShared' as const, error, whom: ['dana@acme.example'] })),
  ];
  return all.map((one) => shows(`refusedNote ${one.action} ${one.error} ${state}`, refusedNote(project, one, locale)));
}

function forms(project: Project, state: string, locale: Locale): Shown[] {
  const people = Array.from({ length: 30 }, () => ana.person);
  const invites = INVITE_STATES.map((one, at) => ({
    id: `i${at}`,
    to: project.name,
    person: null,
    state: one,
    at: NOW.toISOString(),
  }));
  const hold: ProjectChannel['hold'] = { reason: 'severed', people: [] };
  const invited: Project = {
    ...project,
    channels: { ...project.channels, client: { id: 'CCLIENT', language: locale, hold, invites } },
  };
  const look = {
    seen: true,
    isMember: true,
    isArchived: false,
    isFrozen: false,
    isShared: false,
    isPrivate: true,
    members: people.map((person) => ({ person, id: 'u1', name: project.name, kind: 'guest' })),
    more: true,
  } as const;
  const chosen = [
    { is: 'none' },
    { is: 'refused', reason: project.name },
    { is: 'seen', channel: 'CCLIENT', people },
  ] as const;
  return [
    ...[project, invited].flatMap((one) => [
      modal(`roomsModal ${state}`, roomsModal(one, { looks: null, mayManage: false }, locale)),
      modal(
        `roomsModal seen ${state}`,
        roomsModal(one, { looks: { team: look, client: look }, mayManage: true }, locale),
      ),
    ]),
    ...chosen.flatMap((one) => [
      modal(`teamModal ${one.is} ${state}`, teamModal(project, one, locale)),
      modal(`clientModal ${one.is} ${state}`, clientModal(project, one, locale)),
    ]),
    modal(`makeModal ${state}`, makeModal(project, locale)),
    ...invites.map((invite) => shows(`invitedNote ${invite.state} ${state}`, invitedNote(project, invite, locale))),
  ];
}
