import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { read, sendBrief, shown, startProject, writeBrief } from '../support/acts.ts';
import { type Stage, stage } from '../support/stage.ts';

let on: Stage;
beforeEach(async () => {
  on = await stage();
});
afterEach(() => on.end());

const EN = { client: 'Acme', name: 'Spring launch' };
const last = (handle: string) => on.slack.as(handle).dms().at(-1);
const said = (channel: string) =>
  on.slack
    .channel(channel)
    .messages.filter(({ byApp, subtype }) => byApp && !subtype)
    .map(({ text }) => text);
const channels = async (where: string) => shown(await on.slack.as('mei').in(where).command('/project channels'));

test('shows both channels, who of which side is in them, and lets only those change them who may', async () => {
  const { slack } = on;
  const mei = slack.as('mei');
  const team = await startProject(mei, 'en', EN);
  await writeBrief(mei, 'en', team);
  await sendBrief(mei, 'en', team, { channel: '#acme-lantern', approver: '@dana' });
  const form = await channels(team);
  expect(form.text).toContain(`*Team channel* ${team}\nLiaison posts here. Language: English.`);
  expect(form.text).toContain('In it: 1 of the agency, 0 of the client.');
  expect(form.text).toContain('*Client channel* #acme-lantern');
  expect(form.text).toContain('In it: 2 of the agency, 1 of the client, 1 not known to the project.');
  await form.close();
  // A colleague may look, and finds no button.
  await mei.in(team).invite('ines');
  const theirs = shown(await slack.as('ines').in(team).command('/project channels'));
  expect(theirs.text).not.toContain('[Choose');
  await theirs.close();
  // While an answer is awaited there, it stays.
  const open = shown(await (await channels(team)).press('Choose client channel'));
  const chosen = await open.fill({ 'Which channel is shared with the client?': '#pitch-room' });
  const refused = shown(await chosen.submit());
  expect(refused.errors['Which channel is shared with the client?']).toContain('An answer of the client’s is awaited');
  slack.expectNoErrors();
});

describe('the team channel', () => {
  test('is deleted: a new one is made at a press, with what waited, the card pinned, and everybody of the agency in it', async () => {
    const { slack } = on;
    const mei = slack.as('mei');
    const team = await startProject(mei, 'en', EN);
    await writeBrief(mei, 'en', team);
    await sendBrief(mei, 'en', team, { channel: '#acme-lantern', approver: '@dana' });
    await slack.admin.remove(team);
    await slack.as('dana').click('Confirm', { in: '#acme-lantern' });
    await mei.click('Make a new channel');
    const fresh = mei.channels().find((name) => name.startsWith('#acme-spring-launch'));
    if (!fresh) throw new Error('no channel came');
    const all = read(mei, fresh).join('\n');
    expect(all).toContain('Spring launch · Acme');
    expect(all).toContain('Brief v1: with the client → confirmed (Dana Reed)');
    expect(mei.sees(fresh).filter(({ pinned }) => pinned)).toHaveLength(1);
    expect(said(fresh).filter((text) => text.startsWith('Spring launch for Acme'))).toHaveLength(1);
    await slack.again(2, 'block_actions');
    expect(mei.channels().filter((name) => name.startsWith('#acme-spring-launch'))).toHaveLength(1);
    slack.expectNoErrors();
  });

  test('is another one that is there: looked at first, its people on the team, its outsiders asked about', async () => {
    const { slack } = on;
    const mei = slack.as('mei');
    const team = await startProject(mei, 'en', EN);
    const before = said(team).length;
    await mei.in('#pitch-room').invite('kai');
    const form = shown(await (await channels(team)).press('Choose team channel'));
    const seen = await form.fill({ 'Which channel?': '#general' });
    expect(shown(await seen.submit()).errors['Which channel?']).toContain('cannot be the team channel');
    const fits = await mei.modal().fill({ 'Which channel?': '#pitch-room' });
    expect(fits.text).toContain('3 people are in it');
    await fits.submit();
    expect(
      mei
        .dms()
        .map(({ text }) => text)
        .join('\n'),
    ).toContain('@kai joined the team channel of Spring launch.');
    await mei.click('Yes, on the team');
    expect(read(mei, '#pitch-room').join('\n')).toContain('Spring launch · Acme');
    expect(said(team)).toHaveLength(before);
    slack.expectNoErrors();
  });
});

describe('the client channel', () => {
  beforeEach(async () => {
    await on.end();
    on = await stage({ optionalScopes: ['conversations.connect:write', 'conversations.connect:manage'] });
  });

  test('is made and the client invited: it works while they have not accepted, and what they answer is told', async () => {
    const { slack } = on;
    const mei = slack.as('mei');
    const team = await startProject(mei, 'en', EN);
    const form = shown(await (await channels(team)).press('Make a client channel'));
    const filled = await form.fill({
      'Who of the client has an account here?': '@olivia',
      'Who else, by e-mail?': 'dana',
    });
    expect(shown(await filled.submit()).errors['Who else, by e-mail?']).toContain('no e-mail address: dana');
    const again = shown(
      await (await mei.modal().fill({ 'Who else, by e-mail?': 'dana@acme.com\nNora@acme.com' })).submit(),
    );
    expect(again.text).toContain('Invited from another company:');
    expect(again.text).toContain('dana@acme.com: waiting for them to accept');
    await again.close();
    const client = mei.channels().find((name) => name.startsWith('#acme-lantern-') || name === '#acme-lantern-2');
    if (!client) throw new Error(`no client channel came: ${mei.channels().join(' ')}`);
    expect(slack.as('olivia').channels()).toContain(client);
    expect(slack.admin.invites(client)).toHaveLength(2);
    await writeBrief(mei, 'en', team);
    await sendBrief(mei, 'en', team, { approver: '@olivia' });
    expect(read(slack.as('olivia'), client).join('\n')).toContain('Real tea, no powder');

    await slack.admin.acceptInvite('nora@acme.com', { as: 'nora', needsApproval: true });
    expect(last('mei')?.text).toContain('An administrator of one of the two companies is still to approve it.');
    await slack.admin.approveInvite('nora@acme.com');
    expect(last('mei')?.text).toBe(
      'nora@acme.com has accepted the invitation into the client channel of Spring launch.',
    );
    await slack.admin.declineInvite('dana@acme.com');
    expect(last('mei')?.text).toContain('dana@acme.com has declined the invitation');
    const told = mei.dms().length;
    await slack.again(2, 'shared_channel_invite_accepted');
    expect(mei.dms()).toHaveLength(told);
    slack.expectNoErrors();
  });

  test('is deleted while an answer is awaited: in another one what is asked is posted again, and can be answered there', async () => {
    const { slack } = on;
    const mei = slack.as('mei');
    const team = await startProject(mei, 'en', EN);
    await writeBrief(mei, 'en', team);
    await sendBrief(mei, 'en', team, { channel: '#acme-lantern', approver: '@olivia' });
    await slack.admin.remove('#acme-lantern');
    await mei.in('#pitch-room').invite('olivia');
    const form = shown(await (await mei.click('Choose another'))?.press('Choose client channel'));
    const filled = await form.fill({ 'Which channel is shared with the client?': '#pitch-room' });
    expect(filled.text).toContain('What the client is asked now is posted there again.');
    await filled.submit();
    await slack.as('olivia').click('Confirm', { in: '#pitch-room' });
    expect(read(mei, team).join('\n')).toContain('Brief v1: with the client → confirmed (Olivia Grant)');
    slack.expectNoErrors();
  });
});

test('without the permission to invite other companies the channel is made all the same, and the way by hand is told', async () => {
  const { slack } = on;
  const mei = slack.as('mei');
  const team = await startProject(mei, 'en', EN);
  const form = shown(await (await channels(team)).press('Make a client channel'));
  await (await form.fill({ 'Who else, by e-mail?': 'dana@acme.com' })).submit();
  expect(last('mei')?.text).toContain('It lacks the permission conversations.connect:write.');
  expect(last('mei')?.text).toContain('share it with dana@acme.com');
  await mei.modal().close();
  const again = await channels(team);
  expect(again.text).toContain('dana@acme.com: could not be invited');
});
