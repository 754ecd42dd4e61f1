/** Invitations to another company: from the app's call to the person in the channel, or not. */
import { afterEach, expect, test } from '@jest/globals';
import { CONNECT, listening, type Listening } from './heard.ts';

const ROOM = '#pitch-room';
const NEW = 'ben@globex.example';

let on: Listening | undefined;

async function begin(optionalScopes = CONNECT): Promise<Listening> {
  on = await listening({ optionalScopes });
  return on;
}
afterEach(async () => {
  on?.slack.expectNoErrors();
  await on?.slack.stop();
  on = undefined;
});

const invite = ({ slack, app }: Listening, emails = NEW, room = ROOM) =>
  app.client.conversations.inviteShared({ channel: slack.channel(room).id, emails: [emails] });

test('one person is invited by e-mail: the channel is pending, and shared as soon as they accept', async () => {
  const listener = await begin();
  const { slack, app, heard, news } = listener;
  const channel = slack.channel(ROOM).id;
  const answer = await invite(listener);
  expect(answer).toMatchObject({ invite_id: expect.any(String), is_legacy_shared_channel: false });
  const info = () => app.client.conversations.info({ channel });
  expect((await info()).channel).toMatchObject({ is_pending_ext_shared: true, is_ext_shared: false });
  expect(slack.admin.invites(ROOM)).toMatchObject([
    { id: answer.invite_id, email: NEW, isLimited: true, state: 'sent' },
  ]);
  await slack.admin.acceptInvite(ROOM);
  expect(news()).toEqual([
    'shared_channel_invite_accepted',
    'channel_shared',
    'member_joined_channel',
    'message.channel_join',
  ]);
  const ben = slack.as('ben');
  expect(heard[0]).toMatchObject({
    approval_required: false,
    invite: {
      id: answer.invite_id,
      recipient_email: NEW,
      inviting_team: { name: 'Lantern' },
      inviting_user: { id: slack.engine.world.app.botUserId },
      date_created: expect.any(Number),
    },
    channel: { id: channel, is_private: true, is_im: false, name: 'pitch-room' },
    teams_in_channel: [{ name: 'Lantern' }],
    accepting_user: { id: ben.id, name: 'ben', profile: { email: NEW } },
  });
  expect(heard[2]).toMatchObject({ user: ben.id, channel });
  expect((await info()).channel).toMatchObject({ is_pending_ext_shared: false, is_ext_shared: true });
  expect(ben.channels()).toEqual([ROOM]);
});

test('where an administrator has to approve, the person is in only then', async () => {
  const listener = await begin();
  const { slack, heard, news } = listener;
  await invite(listener);
  await slack.admin.acceptInvite(NEW, { as: 'ben', needsApproval: true });
  expect(news()).toEqual(['shared_channel_invite_accepted']);
  expect(heard[0]).toMatchObject({ approval_required: true });
  expect(slack.as('ben').channels()).toEqual([]);
  await slack.admin.approveInvite(ROOM, 'mei');
  expect(news()[0]).toBe('shared_channel_invite_approved');
  expect(heard[1]).toMatchObject({
    approving_user: { id: slack.as('mei').id },
    approving_team_id: slack.engine.world.app.teamId,
  });
  expect(slack.as('ben').channels()).toEqual([ROOM]);
});

test('declined, nothing is shared, and nothing is pending', async () => {
  const listener = await begin();
  const { slack, app, heard } = listener;
  const { invite_id: id = '' } = await invite(listener);
  await slack.admin.declineInvite(id, '@ben');
  expect(heard).toMatchObject([{ type: 'shared_channel_invite_declined', declining_user: { name: 'ben' } }]);
  const { channel } = await app.client.conversations.info({ channel: slack.channel(ROOM).id });
  expect(channel).toMatchObject({ is_pending_ext_shared: false, is_ext_shared: false });
  await expect(slack.admin.acceptInvite(ROOM)).rejects.toThrow('There is no invitation #pitch-room that is sent');
});

test('somebody known is invited by id; nobody accepts after two weeks', async () => {
  const { slack, app } = await begin();
  const dana = slack.as('dana');
  await app.client.conversations.inviteShared({ channel: slack.channel(ROOM).id, user_ids: [dana.id] });
  await slack.clock.advance(15 * 24 * 3_600_000);
  await expect(slack.admin.acceptInvite(ROOM)).rejects.toThrow('has expired');
  await app.client.conversations.inviteShared({
    channel: slack.channel(ROOM).id,
    user_ids: [dana.id],
    external_limited: false,
  });
  await slack.admin.acceptInvite(ROOM);
  expect(slack.admin.invites(ROOM).at(-1)).toMatchObject({ state: 'done', isLimited: false });
  expect(dana.channels()).toContain(ROOM);
});

test('it refuses what Slack refuses, with its words', async () => {
  const { slack, app, tried } = await begin();
  const channel = slack.channel(ROOM).id;
  const shared = slack.channel('#acme-lantern').id;
  const call = (given: object) => tried(app.client.apiCall('conversations.inviteShared', { channel, ...given }));
  expect(await call({})).toBe('recipients_not_specified');
  expect(await call({ emails: [NEW, 'a@b.example'] })).toBe('too_many_emails');
  expect(await call({ emails: ['ben at globex'] })).toBe('invalid_email');
  expect(await call({ user_ids: ['U000'] })).toBe('user_not_found');
  expect(await call({ user_ids: [slack.as('dana').id], channel: shared })).toBe('already_in_channel');
  expect(await call({ emails: [NEW], channel: slack.channel('#general').id })).toBe('not_in_channel');
  slack.faults.next('conversations.inviteShared', 'fail', { error: 'not_paid' });
  expect(await call({ emails: [NEW] })).toBe('not_paid');
  const end = slack.faults.always('conversations.inviteShared', 'fail', { error: 'restricted_action' });
  expect(await call({ emails: [NEW] })).toBe('restricted_action');
  end();
  await slack.admin.archive(ROOM);
  expect(await call({ emails: [NEW] })).toBe('channel_archived');
  expect(slack.admin.invites()).toEqual([]);
});

test('without its optional scopes the app can neither invite nor hear', async () => {
  const listener = await begin([]);
  const { slack, news, tried } = listener;
  expect(await tried(invite(listener))).toBe('missing_scope');
  await slack.admin.grantScope('conversations.connect:write');
  expect(await tried(invite(listener))).toBe('ok');
  await slack.admin.acceptInvite(ROOM);
  expect(news()).toEqual(['channel_shared', 'member_joined_channel', 'message.channel_join']);
  expect(() => slack.expectNoErrors()).toThrow('conversations.inviteShared: missing_scope');
  slack.engine.journal.complaints.splice(0);
});
