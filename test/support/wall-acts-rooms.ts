import type { Channel } from '../../sandbox/core/types.ts';
import { projectWords } from '../../src/project/words.ts';
import { COLLEAGUES, HIDDEN, MANAGERS } from './wall-cast.ts';
import {
  type Act,
  anybody,
  chance,
  clientChannels,
  manager,
  one,
  outsider,
  person,
  type Play,
  someChannel,
  someTeam,
  teamChannels,
} from './wall-play.ts';

/** What happens to channels and to the people in them. */

const channelOf = ({ on }: Play, name: string): Channel => on.slack.channel(name);
const handleOf = ({ on }: Play, id: string): string => on.slack.engine.world.users.get(id)?.handle ?? '';

/** Somebody comes in. Of another company they come over Slack Connect, so the channel is shared with it first. */
async function join(play: Play, who: string): Promise<string> {
  const channel = await someChannel(play);
  const { members } = channelOf(play, channel);
  const inviter = members.map((id) => handleOf(play, id)).find((handle) => handle in MANAGERS);
  if (inviter === undefined) throw new Error('nobody could invite them');
  const partner = { dana: 'acme', pat: 'north' }[who];
  if (partner) await play.on.slack.admin.share(channel, true, { team: partner });
  const { handle } = person(play, who);
  await play.on.slack.as(inviter).in(channel).invite(handle);
  return `${inviter} let ${handle} into ${channel}`;
}

/** Somebody goes, by themselves or taken out; the account managers stay. */
async function leave(play: Play): Promise<string> {
  const going = (channel: string) =>
    channelOf(play, channel)
      .members.map((id) => handleOf(play, id))
      .filter((handle) => handle !== '' && !(handle in MANAGERS) && handle !== BOT);
  const channels = [...(await teamChannels(play)), ...(await clientChannels(play))];
  const channel = one(
    play,
    channels.filter((name) => going(name).length > 0),
  );
  const handle = one(play, going(channel));
  if (chance(play, 3)) await play.on.slack.admin.removeMember(channel, handle);
  else await play.on.slack.as(handle).in(channel).leave();
  return `${handle} left ${channel}`;
}

async function answerJoiner(play: Play): Promise<string> {
  const hand = manager(play);
  const words = projectWords.in(MANAGERS[hand].locale);
  const who = person(play, hand);
  const said = chance(play, 3) ? words.joinerNo() : words.joinerYes();
  const asked = who.dms().filter(({ buttons }) => buttons.includes(said));
  await who.click(said, { message: one(play, asked).ts });
  return `${hand} answered ${said}`;
}

type OnChannel = (play: Play, channel: string) => Promise<unknown>;

const onAny = (name: string, run: OnChannel): Act => ({
  name,
  run: async (play) => {
    const channel = await someChannel(play);
    await run(play, channel);
    return `${name}: ${channel}`;
  },
});

/** Something that is so of a channel from one act to another. */
type State = {
  begins: string;
  ends: string;
  is: (channel: Channel, play: Play) => boolean;
  begin: OnChannel;
  end: OnChannel;
  /** It is nobody's concern in a client channel. */
  isTeams?: boolean;
};

/** Beginnings and ends. Where there is nothing to be ended it is begun first, or little would ever end. */
const stateActs = ({ begins, ends, is, begin, end, isTeams = false }: State): Act[] => {
  const some = isTeams ? someTeam : someChannel;
  const ending = async (play: Play) => {
    const names = [...(await teamChannels(play)), ...(isTeams ? [] : await clientChannels(play))];
    const found = names.filter((name) => is(channelOf(play, name), play));
    const channel = found.length > 0 ? one(play, found) : await some(play);
    if (found.length === 0) await begin(play, channel);
    await end(play, channel);
    return `${ends}: ${channel}`;
  };
  const act = async (play: Play) => {
    const channel = await some(play);
    await begin(play, channel);
    return `${begins}: ${channel}`;
  };
  return [{ name: begins, run: act }, ...Array<Act>(2).fill({ name: ends, run: ending })];
};

const isBotOut = ({ members }: Channel, { on }: Play): boolean =>
  !members.includes(on.slack.engine.world.app.botUserId);

async function unshare(play: Play, channel: string): Promise<void> {
  for (const team of channelOf(play, channel).connectedTeams ?? [])
    await play.on.slack.admin.share(channel, false, { team });
}

/** Ends whatever holds posts: after it nothing may wait any more. */
export async function letOut(play: Play): Promise<void> {
  const { admin } = play.on.slack;
  for (const team of await teamChannels(play)) {
    const channel = channelOf(play, team);
    if (channel.isArchived) await admin.unarchive(team);
    await unshare(play, team);
    if (channel.kind === 'public') await admin.convert(team, 'private');
    const handles = channel.members.map((id) => handleOf(play, id)).filter((handle) => handle !== BOT);
    for (const handle of handles) if (!INSIDE.has(handle)) await admin.removeMember(team, handle);
    if (isBotOut(channel, play)) await admin.inviteBot(team);
  }
}

const BOT = 'liaison';
const INSIDE: ReadonlySet<string> = new Set([...Object.keys(MANAGERS), ...COLLEAGUES, HIDDEN.handle]);

async function rename(play: Play, channel: string): Promise<void> {
  play.counts.texts += 1;
  await play.on.slack.admin.rename(channel, `renamed-${play.counts.texts}`);
}

/** A message of the bot's own disappears. */
async function deleteCard(play: Play, channel: string): Promise<void> {
  const cards = channelOf(play, channel).messages.filter(({ byApp, subtype }) => byApp && !subtype);
  await play.on.slack.admin.deleteMessage(channel, one(play, cards).ts);
}

/** Another company takes up an invitation into a client channel, with somebody whom nobody knew. */
async function acceptInvite(play: Play): Promise<string> {
  const { admin } = play.on.slack;
  const { id } = one(
    play,
    admin.invites().filter(({ state }) => state === 'sent'),
  );
  await admin.acceptInvite(id);
  return 'an invitation was accepted';
}

/** Somebody's account is closed, and perhaps made anew: the same name, another id. */
async function newAccount(play: Play): Promise<string> {
  const first = outsider(play);
  const { handle } = person(play, first);
  play.counts.texts += 1;
  await play.on.slack.admin.deactivate(handle);
  const again = `${first}${play.counts.texts}`;
  await play.on.slack.admin.reinvite(handle, again);
  play.handles.set(first, again);
  return `${handle} was deactivated and came back as ${again}`;
}

/** A guest of a client becomes a full member of the agency's workspace: that takes nobody to the other side. */
async function promote(play: Play): Promise<string> {
  const { handle } = person(play, one(play, ['olivia', 'nina', 'zhou']));
  await play.on.slack.admin.change(handle, { kind: 'member' });
  return `${handle} is a full member now`;
}

const cannotBeHidden = (who: string): boolean => who !== HIDDEN.handle;

const STATES: readonly State[] = [
  {
    begins: 'share',
    ends: 'unshare',
    is: ({ isExtShared }) => isExtShared,
    begin: (play, team) => play.on.slack.admin.share(team, true, { team: one(play, ['acme', 'north']) }),
    end: unshare,
    isTeams: true,
  },
  {
    begins: 'make public',
    ends: 'make private',
    is: ({ kind }) => kind === 'public',
    begin: (play, team) => play.on.slack.admin.convert(team, 'public'),
    end: (play, team) => play.on.slack.admin.convert(team, 'private'),
    isTeams: true,
  },
  {
    begins: 'archive',
    ends: 'unarchive',
    is: ({ isArchived }) => isArchived,
    begin: (play, channel) => play.on.slack.admin.archive(channel),
    end: (play, channel) => play.on.slack.admin.unarchive(channel),
  },
  {
    begins: 'take the bot out',
    ends: 'take the bot in',
    is: isBotOut,
    begin: (play, channel) => play.on.slack.admin.removeBot(channel),
    end: (play, channel) => play.on.slack.admin.inviteBot(channel),
  },
];

export const ROOM_ACTS: readonly Act[] = [
  ...Array<Act>(3).fill({ name: 'outsider joins', run: (play) => join(play, outsider(play)) }),
  { name: 'somebody joins', run: (play) => join(play, [anybody(play)].find(cannotBeHidden) ?? 'ines') },
  ...Array<Act>(2).fill({ name: 'leave', run: leave }),
  ...Array<Act>(4).fill({ name: 'answer on the team', run: answerJoiner }),
  ...STATES.flatMap(stateActs),
  onAny('rename', rename),
  onAny('delete a card', deleteCard),
  onAny('change the id', (play, channel) => play.on.slack.admin.changeId(channel)),
  onAny('cut off', (play, channel) => play.on.slack.admin.sever(channel)),
  onAny('delete the channel', (play, channel) => play.on.slack.admin.remove(channel)),
  { name: 'invitation accepted', run: acceptInvite },
  { name: 'new account', run: newAccount },
  { name: 'promote', run: promote },
];
