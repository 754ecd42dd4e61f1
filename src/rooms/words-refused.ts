import { catalogue } from '../kit/i18n.ts';
import type { RefusedAction, RefusedReason } from './model-refused.ts';

type Words = { [A in RefusedAction as `could.${A}`]: { project: string } } & {
  [R in RefusedReason as `why.${R}`]: { scope: string; error: string };
} & { [A in RefusedAction as `how.${A}`]: { who: string } };

/** What Slack refused for good: what was to be done, why it was not, and how people do it by hand. */
export const refusedWords = catalogue<Words>({
  en: {
    'could.makeTeam': 'Liaison could not make the team channel of {project}.',
    'could.makeClient': 'Liaison could not make the client channel of {project}.',
    'could.invite': 'Liaison could not invite everybody into a channel of {project}.',
    'could.inviteShared': 'Liaison could not invite another company into the client channel of {project}.',
    'could.topic': 'Liaison could not set the topic of a channel of {project}.',
    'could.pin': 'Liaison could not pin a card of {project}.',
    'could.file': 'Liaison could not post a file of {project}.',
    'could.post': 'A message of {project} was refused by Slack, and it was not delivered.',
    'could.write': 'A direct message about {project} was refused by Slack, and it was not delivered.',
    'could.home': 'A Home about {project} could not be shown.',
    'why.scope':
      'It lacks the permission {scope}. Whoever manages the app adds it to the app’s settings and installs it again.',
    'why.policy': 'The workspace does not let apps do this; its administrators can change that.',
    'why.plan': 'The workspace’s Slack plan does not include it, or its limit is reached.',
    'why.person':
      'Slack does not let this person be reached or invited: they may be a guest of other channels, or gone.',
    'why.full': 'Slack’s limit for this channel is reached.',
    'why.name': 'Slack did not take the name, nor the ones next to it.',
    'why.room': 'The channel was closed to Liaison at that moment.',
    'why.file': 'It cannot be read any more, is too large, or is not byte for byte the one that was sent for approval.',
    'why.wall': 'Liaison held it back itself: it was not made for those who would have read it there.',
    'why.unknown': 'Slack gave this reason: {error}.',
    'how.makeTeam': 'Make a private channel yourself, type /invite @Liaison in it, and choose it under Channels.',
    'how.makeClient': 'Make a private channel yourself, type /invite @Liaison in it, and choose it under Channels.',
    'how.invite': 'Invite them yourself: in the channel, type /invite {who}',
    'how.inviteShared':
      'Invite them yourself: in the channel’s settings in Slack, share it with {who}. Or go on outside Slack.',
    'how.topic': 'It is only the topic; you can set it yourself.',
    'how.pin': 'You can pin it yourself, or take off an older pin.',
    'how.file': 'Download it from where it was made, and post it yourself.',
    'how.post': 'The record names it. Please say it to them yourself.',
    'how.write': 'The record names it. Please say it to them yourself.',
    'how.home': 'What it would have shown stands on the project’s card.',
  },
  zh: {
    'could.makeTeam': 'Liaison 无法新建{project}的团队频道。',
    'could.makeClient': 'Liaison 无法新建{project}的客户频道。',
    'could.invite': 'Liaison 无法把所有人邀请进{project}的频道。',
    'could.inviteShared': 'Liaison 无法邀请其他公司加入{project}的客户频道。',
    'could.topic': 'Liaison 无法设置{project}的频道主题。',
    'could.pin': 'Liaison 无法置顶{project}的卡片。',
    'could.file': 'Liaison 无法发布{project}的文件。',
    'could.post': 'Slack 拒绝了{project}的一条消息，没有送达。',
    'could.write': 'Slack 拒绝了一条关于{project}的私信，没有送达。',
    'could.home': '无法显示关于{project}的应用首页。',
    'why.scope': '缺少权限 {scope}。请由管理该应用的人在应用设置里添加并重新安装。',
    'why.policy': '工作区不允许应用这样做，工作区管理员可以更改。',
    'why.plan': '工作区的 Slack 套餐不包含此功能，或已达到上限。',
    'why.person': 'Slack 不允许联系或邀请此人：对方可能是其他频道的访客，或已不在。',
    'why.full': '这个频道已达到 Slack 的上限。',
    'why.name': 'Slack 没有接受这个名称，相近的名称也没有。',
    'why.room': '当时 Liaison 无法进入该频道。',
    'why.file': '它已经无法读取、太大，或者与送审的文件并非逐字节相同。',
    'why.wall': 'Liaison 自己拦下了它：它不是为会在那里看到它的人准备的。',
    'why.unknown': 'Slack 给出的原因：{error}。',
    'how.makeTeam': '请自己新建一个私密频道，在里面输入 /invite @Liaison，再到“频道”里选择它。',
    'how.makeClient': '请自己新建一个私密频道，在里面输入 /invite @Liaison，再到“频道”里选择它。',
    'how.invite': '请自己邀请：在频道里输入 /invite {who}',
    'how.inviteShared': '请自己邀请：在 Slack 的频道设置里与 {who} 共享，或在 Slack 之外继续。',
    'how.topic': '只是频道主题，您可以自己设置。',
    'how.pin': '您可以自己置顶，或先取消一条旧的置顶。',
    'how.file': '请从生成它的地方下载，自己发布。',
    'how.post': '记录里有说明。请您自己告诉对方。',
    'how.write': '记录里有说明。请您自己告诉对方。',
    'how.home': '应显示的内容都在项目卡片上。',
  },
});
