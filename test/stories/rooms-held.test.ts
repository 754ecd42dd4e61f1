import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { read, sendBrief, shown, startProject, TEXTS, withdraw as takeBack, writeBrief } from '../support/acts.ts';
import { type Stage, stage } from '../support/stage.ts';

let on: Stage;
beforeEach(async () => {
  on = await stage();
});
afterEach(() => on.end());

const EN = { client: 'Acme', name: 'Spring launch' };
const last = (handle: string) => on.slack.as(handle).dms().at(-1);
/** What the bot said in a channel, in its order. */
const said = (channel: string) =>
  on.slack
    .channel(channel)
    .messages.filter(({ byApp, subtype }) => byApp && !subtype)
    .map(({ text }) => text);
const record = async (channel: string): Promise<string> => {
  const modal = shown(await on.slack.as('mei').in(channel).command('/project record'));
  const { text } = modal;
  await modal.close();
  return text;
};

describe('the team channel', () => {
  let team: string;
  beforeEach(async () => {
    team = await startProject(on.slack.as('mei'), 'en', EN);
  });

  test('is archived: posts wait, the account manager is told what to do, and all of it comes afterwards, once and in order', async () => {
    const { slack } = on;
    const mei = slack.as('mei');
    const before = said(team).length;
    await writeBrief(mei, 'en', team);
    expect(said(team)).toHaveLength(before + 1);
    await slack.admin.archive(team, 'wei');
    expect(last('mei')?.text).toContain('The team channel of Spring launch was archived');
    expect(last('mei')?.text).toContain('Unarchive it in Slack; Liaison cannot.');
    await slack.again(2, 'group_archive');
    expect(mei.dms()).toHaveLength(1);

    await slack.admin.rename(team, 'spring-room');
    await slack.admin.rename('#spring-room', 'spring-team');
    expect(said('#spring-team')).toHaveLength(before + 1);
    await slack.admin.unarchive('#spring-team', 'wei');
    expect(last('mei')?.text).toBe(
      'Liaison posts in the team channel of Spring launch again. What had waited is posted now.',
    );
    const fresh = said('#spring-team').slice(before + 1);
    expect(fresh).toHaveLength(2);
    await slack.again(2, 'group_unarchive');
    expect(mei.dms()).toHaveLength(2);
    expect(said('#spring-team')).toHaveLength(before + 3);
    const text = await record('#spring-team');
    expect(text).toContain('Posts in the team channel held');
    expect(text).toContain('Posts in the team channel released');
    expect(text).toContain('Team channel renamed');
    slack.expectNoErrors();
  });

  test('loses Liaison: told with the way back; who came meanwhile is asked about before anything is posted', async () => {
    const { slack } = on;
    const [mei, kai] = [slack.as('mei'), slack.as('kai')];
    await writeBrief(mei, 'en', team);
    const before = said(team).length;
    await slack.admin.removeBot(team);
    expect(last('mei')?.text).toContain('Type /invite @Liaison in the channel, and posts go on');
    expect(last('mei')?.buttons).toEqual(['Channels']);
    expect(mei.dms()).toHaveLength(1);
    await mei.in(team).invite('kai');
    await slack.admin.inviteBot(team, 'mei');
    expect(
      mei
        .dms()
        .map(({ text }) => text)
        .join('\n'),
    ).toContain('@kai joined the team channel of Spring launch.');
    expect(last('mei')?.text).toContain('somebody who is not known to be on the team is in it now');
    await mei.click('Yes, on the team');
    expect(said(team)).toHaveLength(before);
    expect(kai.channels()).toContain(team);
    slack.expectNoErrors();
  });

  test('what happened meanwhile is told afterwards, once and in the order in which it happened', async () => {
    const { slack } = on;
    const [mei, dana] = [slack.as('mei'), slack.as('dana')];
    await writeBrief(mei, 'en', team);
    await sendBrief(mei, 'en', team, { channel: '#acme-lantern', approver: '@dana' });
    const before = said(team).length;
    await slack.admin.archive(team);
    await dana.click('Confirm', { in: '#acme-lantern' });
    await takeBack(dana, 'en', '#acme-lantern', 'Not yet, sorry');
    expect(said(team)).toHaveLength(before);
    await slack.admin.unarchive(team);
    const fresh = said(team).slice(before);
    expect(fresh.map((text) => text.split('\n')[0])).toEqual([
      'Brief v1: with the client → confirmed (Dana Reed)',
      'Brief v1: confirmed → confirmation withdrawn (Dana Reed)',
    ]);
    await slack.again(2, 'group_unarchive');
    expect(said(team).slice(before)).toEqual(fresh);
    slack.expectNoErrors();
  });

  test('is made public: nothing is posted until it is private again', async () => {
    const { slack } = on;
    const mei = slack.as('mei');
    const before = said(team).length;
    await slack.admin.convert(team, 'public');
    expect(last('mei')?.text).toContain('is public now');
    await writeBrief(mei, 'en', team);
    expect(said(team)).toHaveLength(before);
    await slack.admin.convert(team, 'private');
    expect(said(team)).toHaveLength(before + 1);
    slack.expectNoErrors();
  });

  test('an outsider joins while it is archived and it is unarchived: still held, until they are spoken for', async () => {
    const { slack } = on;
    const [mei, kai] = [slack.as('mei'), slack.as('kai')];
    const before = said(team).length;
    await mei.in(team).invite('kai');
    await slack.admin.archive(team);
    await slack.admin.unarchive(team);
    await writeBrief(mei, 'en', team);
    expect(last('mei')?.text).toContain('somebody who is not known to be on the team');
    expect(said(team)).toHaveLength(before);
    expect(read(kai, team).join('\n')).not.toContain(TEXTS.en.objective);
    await mei.click('Yes, on the team');
    expect(said(team)).toHaveLength(before + 1);
    slack.expectNoErrors();
  });

  test('what happens there is known by what is seen, though it is told late and the wrong way round', async () => {
    const { slack, wire } = on;
    const mei = slack.as('mei');
    wire.isCut = true;
    await slack.admin.archive(team);
    await slack.admin.unarchive(team);
    wire.isCut = false;
    await slack.again(1, 'group_unarchive');
    await slack.again(1, 'group_archive');
    expect(mei.dms()).toEqual([]);
    const before = said(team).length;
    await writeBrief(mei, 'en', team);
    expect(said(team)).toHaveLength(before + 1);
  });

  test('Slack cannot be asked while it may be shared with another company: nothing is posted until it can', async () => {
    const { slack, bot } = on;
    const mei = slack.as('mei');
    const before = said(team).length;
    const ended = slack.faults.always('conversations.info', 'fail', { error: 'internal_error' });
    await slack.admin.share(team, true);
    expect(last('mei')?.text).toContain('is shared with another company now');
    await writeBrief(mei, 'en', team);
    expect(said(team)).toHaveLength(before);
    ended();
    slack.engine.world.channels.get(slack.channel(team).id)!.isExtShared = false;
    await slack.clock.advance(60_000);
    await bot.replay(new Date(slack.clock.now()));
    await slack.idle();
    expect(said(team)).toHaveLength(before + 1);
  });

  test('has another id all at once: it is the same channel, with the same card in it', async () => {
    const { slack } = on;
    const mei = slack.as('mei');
    await writeBrief(mei, 'en', team);
    const before = said(team).length;
    await slack.admin.changeId(team);
    expect(mei.dms()).toEqual([]);
    await writeBrief(mei, 'en', team, { ...TEXTS.en, objective: 'Another objective' });
    expect(said(team)).toHaveLength(before);
    expect(read(mei, team).join('\n')).toContain('Another objective');
    slack.expectNoErrors();
  });

  test('an outsider joins where no account manager is left to be asked: whoever else runs the project is told', async () => {
    const { slack } = on;
    const [mei, wei] = [slack.as('mei'), slack.as('wei')];
    const user = [...slack.engine.world.users.values()].find(({ handle }) => handle === 'wei')?.id;
    const projects = on.db.collection('projects');
    const workspace = (await projects.findOne({}))?.['workspace'] as string;
    const since = new Date(slack.clock.now()).toISOString();
    const deputy = { person: { team: workspace, user }, id: 'pWei', name: 'Wei', role: 'deputy', since };
    await projects.updateOne({}, { $set: { 'people.0.gone': { since } } });
    await projects.updateOne({}, { $push: { people: deputy } as never });
    await mei.in(team).invite('kai');
    expect([mei.dms(), wei.dms().length]).toEqual([[], 1]);
    slack.expectNoErrors();
  });

  test('whose former id was met by a post before Slack told of the new one is not held any longer', async () => {
    const { slack } = on;
    const mei = slack.as('mei');
    const hold = { reason: 'removed', people: [] };
    await on.db.collection('projects').updateOne({}, { $set: { 'channels.team.hold': hold } });
    const before = said(team).length;
    await writeBrief(mei, 'en', team);
    expect(said(team)).toHaveLength(before);
    await slack.admin.changeId(team);
    expect(said(team).length).toBeGreaterThan(before);
    slack.expectNoErrors();
  });

  test('a card that is deleted in Slack is posted anew and pinned again, once', async () => {
    const { slack } = on;
    const mei = slack.as('mei');
    await writeBrief(mei, 'en', team);
    const pinned = () => mei.sees(team).filter((message) => message.pinned);
    await slack.admin.deleteMessage(team, 'Spring launch · Acme');
    expect(pinned().map(({ text }) => text)).toEqual([expect.stringContaining('Spring launch · Acme')]);
    await slack.again(2, 'message');
    expect(said(team).filter((text) => text.startsWith('Spring launch for Acme'))).toHaveLength(1);
    slack.expectNoErrors();
  });
});

describe('the client channel', () => {
  let team: string;
  beforeEach(async () => {
    const mei = on.slack.as('mei');
    team = await startProject(mei, 'en', EN);
    await writeBrief(mei, 'en', team);
    await sendBrief(mei, 'en', team, { channel: '#acme-lantern', approver: '@dana' });
  });

  test('is archived and unarchived: the client’s posts wait, and the team goes on', async () => {
    const { slack } = on;
    await slack.admin.archive('#acme-lantern');
    expect(last('mei')?.text).toContain('The client channel of Spring launch was archived');
    await slack.admin.unarchive('#acme-lantern');
    expect(last('mei')?.text).toContain('Liaison posts in the client channel of Spring launch again.');
    const text = await record(team);
    expect(text).toContain('Posts in the client channel held: it was archived');
    expect(text).toContain('Posts in the client channel released');
    slack.expectNoErrors();
  });

  test('is not shared any more: told, requests stay open, and shared again it goes on', async () => {
    const { slack } = on;
    const mei = slack.as('mei');
    // Olivia is a guest of the client's and reads it still.
    await slack.admin.share('#acme-lantern', false);
    expect(mei.dms().some(({ text }) => text.includes('is not shared with the client any more'))).toBe(false);
    await slack.admin.removeMember('#acme-lantern', 'olivia');
    expect(
      mei
        .dms()
        .map(({ text }) => text)
        .join('\n'),
    ).toContain('is not shared with the client any more');
    slack.expectNoErrors();
  });

  test('is called something else: one line in the team channel, and nothing else changes', async () => {
    const { slack } = on;
    await slack.admin.rename('#acme-lantern', 'acme-and-us');
    await slack.again(2, 'channel_rename');
    const lines = said(team).filter((text) => text.startsWith('The client channel is called'));
    expect(lines).toHaveLength(1);
    expect(slack.as('mei').dms()).toEqual([]);
    await slack.as('dana').click('Confirm', { in: '#acme-and-us' });
    slack.expectNoErrors();
  });

  test('its cards are posted anew when somebody deletes them, and can be answered there', async () => {
    const { slack } = on;
    const dana = slack.as('dana');
    await slack.admin.deleteMessage('#acme-lantern', 'Real tea, no powder');
    expect(read(dana, '#acme-lantern').filter((text) => text.includes('Real tea, no powder'))).toHaveLength(1);
    await dana.click('Confirm', { in: '#acme-lantern' });
    expect(read(slack.as('mei'), team).join('\n')).toContain('confirmed (Dana Reed)');
    slack.expectNoErrors();
  });

  test('is severed, or deleted: the account manager chooses another', async () => {
    const { slack } = on;
    await slack.admin.sever('#acme-lantern');
    expect(last('mei')?.text).toContain('Open requests stay open.');
    expect(last('mei')?.buttons).toEqual(['Choose another']);
    await slack.admin.remove('#acme-lantern');
    expect(last('mei')?.text).toContain('The client channel of Spring launch was deleted.');
    slack.expectNoErrors();
  });
});

test('in Chinese: the reader’s own language, whatever the channel’s', async () => {
  const { slack } = on;
  const xia = slack.as('xia');
  const team = await startProject(xia, 'zh', { client: '云山茶', name: '春茶上市' });
  await slack.admin.archive(team);
  expect(xia.dms().at(-1)?.text).toContain('春茶上市的团队频道已归档');
  await slack.admin.unarchive(team);
  expect(xia.dms().at(-1)?.text).toContain('恢复在春茶上市的团队频道发布消息');
  await slack.admin.remove(team);
  expect(xia.dms().at(-1)?.buttons).toEqual(['新建频道', '频道']);
  slack.expectNoErrors();
});
