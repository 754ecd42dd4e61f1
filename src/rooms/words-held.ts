import { catalogue } from '../kit/i18n.ts';
import type { HoldReason } from '../kit/aggregate.ts';

/** Why nothing is posted in a team channel, and in a client channel; what a team channel is held for is only there. */
type Held = { [R in HoldReason as `held.team.${R}`]: { project: string } } & {
  [R in Exclude<HoldReason, 'outsider' | 'shared' | 'public'> as `held.client.${R}`]: { project: string };
};
type Words = Held & {
  'released.team': { project: string };
  'released.client': { project: string };
  renamed: { side: string; channel: string };
  openRooms: null;
  makeTeam: null;
  chooseClient: null;
};

/** What happens to a room: what is said to those who can do something about it. */
export const heldWords = catalogue<Words>({
  en: {
    'held.team.outsider':
      'Liaison could post in the team channel of {project} again, but somebody who is not known to be on the team is in it now. Posts wait until you have answered who they are.',
    'held.team.shared':
      'The team channel of {project} is shared with another company now, so Liaison posts nothing in it. Stop sharing it, and posts go on.',
    'held.team.public':
      'The team channel of {project} is public now, so everybody in the workspace can read it and Liaison posts nothing in it. Make it private again, and posts go on.',
    'held.team.removed':
      'Liaison was removed from the team channel of {project}, so nothing is posted there. Type /invite @Liaison in the channel, and posts go on; or choose another one under Channels.',
    'held.team.archived':
      'The team channel of {project} was archived, so nothing can be posted there. Unarchive it in Slack; Liaison cannot. What is to be posted waits until then.',
    'held.team.deleted':
      'The team channel of {project} was deleted. Brief and record are kept, and what is to be posted waits. Make a new channel, or choose another one under Channels.',
    'held.team.severed':
      'The team channel of {project} was shared with another company, and that connection has ended: nobody can write in it any more. Make a new channel, or choose another one under Channels.',
    'held.client.removed':
      'Liaison was removed from the client channel of {project}, so the client gets nothing new there. Type /invite @Liaison in the channel, and posts go on; or choose another one under Channels.',
    'held.client.archived':
      'The client channel of {project} was archived, so the client can neither read anything new nor answer there. Unarchive it in Slack; Liaison cannot. What is to be posted waits until then.',
    'held.client.deleted':
      'The client channel of {project} was deleted. Open requests stay open, but nobody can answer them there. Choose another channel, or go on outside Slack.',
    'held.client.severed':
      'The client channel of {project} is not shared with the client any more: they see nothing of what is posted there. Open requests stay open. Share it again, choose another channel, or go on outside Slack.',
    'released.team': 'Liaison posts in the team channel of {project} again. What had waited is posted now.',
    'released.client': 'Liaison posts in the client channel of {project} again. What had waited is posted now.',
    renamed: '{side, select, team {The team channel} other {The client channel}} is called {channel} now.',
    openRooms: 'Channels',
    makeTeam: 'Make a new channel',
    chooseClient: 'Choose another',
  },
  zh: {
    'held.team.outsider':
      'Liaison 本可以恢复在{project}的团队频道发布消息，但频道里现在有尚未确认身份的人。在您回答对方是谁之前，消息会先等待。',
    'held.team.shared': '{project}的团队频道现在与其他公司共享，所以 Liaison 不在里面发布消息。停止共享后会继续发布。',
    'held.team.public':
      '{project}的团队频道现在是公开的，整个工作区都能看到，所以 Liaison 不在里面发布消息。改回私密后会继续发布。',
    'held.team.removed':
      'Liaison 被移出了{project}的团队频道，所以无法在里面发布消息。请在频道里输入 /invite @Liaison，之后会继续发布；也可以在“频道”里另选一个。',
    'held.team.archived':
      '{project}的团队频道已归档，无法在里面发布消息。请在 Slack 里取消归档，Liaison 自己做不到。待发布的消息会等到那时。',
    'held.team.deleted':
      '{project}的团队频道已被删除。简报和记录都保留着，待发布的消息会等待。请新建一个频道，或在“频道”里另选一个。',
    'held.team.severed':
      '{project}的团队频道曾与其他公司共享，该连接已结束，谁都不能再在里面发言。请新建一个频道，或在“频道”里另选一个。',
    'held.client.removed':
      'Liaison 被移出了{project}的客户频道，客户在那里收不到新内容。请在频道里输入 /invite @Liaison，之后会继续发布；也可以在“频道”里另选一个。',
    'held.client.archived':
      '{project}的客户频道已归档，客户在那里看不到新内容，也无法答复。请在 Slack 里取消归档，Liaison 自己做不到。待发布的消息会等到那时。',
    'held.client.deleted':
      '{project}的客户频道已被删除。待答复的请求仍然有效，但没有人能在那里答复。请另选一个频道，或在 Slack 之外继续。',
    'held.client.severed':
      '{project}的客户频道不再与客户共享，客户看不到里面发布的内容。待答复的请求仍然有效。请重新共享、另选一个频道，或在 Slack 之外继续。',
    'released.team': 'Liaison 恢复在{project}的团队频道发布消息，之前等待的内容现在发出。',
    'released.client': 'Liaison 恢复在{project}的客户频道发布消息，之前等待的内容现在发出。',
    renamed: '{side, select, team {团队频道} other {客户频道}}现在的名称是 {channel}。',
    openRooms: '频道',
    makeTeam: '新建频道',
    chooseClient: '另选频道',
  },
});
