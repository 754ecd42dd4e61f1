import type { Walk } from './cast.ts';
import type { Scene } from './scenes.ts';

/** Another company's people, by e-mail: who accepts, and who declines. */
const INVITED = {
  en: ['nora@acme.com', 'omar@acme.com'],
  zh: ['诺拉@云山茶.公司', '欧玛@云山茶.公司'],
} as const;
export const invited = ({ cast }: Walk) => INVITED[cast.locale];

/** The channel that Liaison made last, by its name. */
export function newestRoom({ on }: Walk): string {
  const { world } = on.slack.engine;
  const made = [...world.channels.values()].filter(({ creator }) => creator === world.app.botUserId);
  return `#${made.toSorted((a, b) => a.createdMs - b.createdMs).at(-1)?.name ?? ''}`;
}

/** All of it happens to few channels: at once, it would be looked at more often than Slack lets anybody look in a minute. */
const A_MINUTE_MS = 60_000;

/** Something that Slack tells on its own. */
const told = (entry: string, act: Scene['act'], around: Pick<Scene, 'prepare' | 'after'> = {}): Scene => ({
  list: 'events',
  entry,
  by: 'manager',
  act,
  ...around,
  prepare: async (walk) => {
    await walk.on.slack.clock.advance(A_MINUTE_MS);
    await around.prepare?.(walk);
  },
  refused: 'Slack itself tells it',
});

/** As everybody calls the rooms once they are renamed. */
const CLIENT_ROOM = 'client-room';
const TEAM_ROOM = 'team-room';

/** What happens to a client channel that Liaison made, from the invitations on; it is public before long, and gone in the end. */
export const clientRoomScenes: readonly Scene[] = [
  told('shared_channel_invite_accepted', (walk) =>
    walk.on.slack.admin.acceptInvite(invited(walk)[0], { as: 'dana', needsApproval: true }),
  ),
  told('shared_channel_invite_approved', (walk) => walk.on.slack.admin.approveInvite(invited(walk)[0])),
  told('shared_channel_invite_declined', (walk) => walk.on.slack.admin.declineInvite(invited(walk)[1])),
  told('channel_rename', (walk) => walk.on.slack.admin.rename(newestRoom(walk), CLIENT_ROOM), {
    prepare: (walk) => walk.on.slack.admin.convert(newestRoom(walk), 'public'),
  }),
  told('channel_archive', ({ on }) => on.slack.admin.archive(`#${CLIENT_ROOM}`)),
  told('channel_unarchive', ({ on }) => on.slack.admin.unarchive(`#${CLIENT_ROOM}`)),
  told('channel_left', ({ on }) => on.slack.admin.removeBot(`#${CLIENT_ROOM}`), {
    after: ({ on }) => on.slack.admin.inviteBot(`#${CLIENT_ROOM}`),
  }),
  told('channel_deleted', ({ on }) => on.slack.admin.remove(`#${CLIENT_ROOM}`)),
];

/** The card of the project. */
const pinned = ({ as, team }: Walk): string => as('manager').pins(team)[0]?.ts ?? '';

/** What happens to a team channel, which is private, and gone in the end. */
export const teamRoomScenes: readonly Scene[] = [
  told('group_rename', ({ on, team }) => on.slack.admin.rename(team, TEAM_ROOM), {
    after: async (walk) => Object.assign(walk, { team: `#${TEAM_ROOM}` }),
  }),
  told('group_archive', ({ on, team }) => on.slack.admin.archive(team)),
  told('group_unarchive', ({ on, team }) => on.slack.admin.unarchive(team)),
  told('group_left', ({ on, team }) => on.slack.admin.removeBot(team), {
    after: ({ on, team, cast }) => on.slack.admin.inviteBot(team, cast.people.manager),
  }),
  told('channel_id_changed', ({ on, team }) => on.slack.admin.changeId(team)),
  told('message', ({ on, team }) => on.slack.admin.convert(team, 'public'), {
    after: ({ on, team }) => on.slack.admin.convert(team, 'private'),
  }),
  told('message', (walk) => walk.on.slack.admin.deleteMessage(walk.team, pinned(walk))),
  told('group_deleted', ({ on, team }) => on.slack.admin.remove(team)),
];

/** Somebody of the team is gone, and comes back under a new account. */
export const accountScenes: readonly Scene[] = [
  told('user_change', ({ on, cast }) => on.slack.admin.deactivate(cast.people.teammate), {
    prepare: async ({ as, team, cast, words }) => {
      await as('manager').in(team).invite(cast.people.teammate);
      await as('manager').click(words.project.joinerYes());
    },
  }),
  told('team_join', ({ on, cast }) => on.slack.admin.reinvite(cast.people.teammate, `${cast.people.teammate}2`)),
];
