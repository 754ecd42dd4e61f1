import { catalogue } from '../kit/i18n.ts';
import type { RefusalTexts } from '../kit/refusal.ts';
import type { ApprovalRefusals } from './model-refusals.ts';

export const approvalWords = catalogue<RefusalTexts<ApprovalRefusals>>({
  en: {
    'approval.notYours': 'This was not recorded: the decision is for {who}. You can tell them here in the thread.',
    'approval.replaced': 'This was not recorded: version {version} has been replaced by version {current}.',
    'approval.already':
      'The answer is already recorded: {verb, select, confirmed {confirmed} changesRequested {changes requested} accepted {accepted} acceptedWithConditions {accepted with conditions} declined {declined} approved {approved} approvedWithChanges {approved with changes} agreed {agreed} corrected {corrected} other {recorded}}, {at}. Nothing was recorded twice.',
    'approval.closed':
      'This was not recorded: {state, select, open {this part is no longer asked about} agreed {it has been agreed to} agreedWith {it has been agreed to with conditions} refused {changes have been asked for} takenBack {the agreement has been taken back} withdrawn {the request has been withdrawn} expired {the time to answer is over} superseded {it has been replaced by a newer version} other {it is closed}}, {at}. You can write here in the thread.',
    'approval.notYourTurn':
      'This was not recorded yet: {who} is asked first. You will be asked as soon as it is your turn.',
    'approval.wrongVerb':
      'This was not recorded: please use the buttons of the request, which show how it can be answered.',
    'approval.nothingToTakeBack':
      'Nothing was taken back: only those who agreed can take it back, each their own, and as long as it counts.',
    'approval.launched':
      'Nothing was taken back: the media launch was reached, {at}, and what you approved is in use. Please speak to {who}, who can have it stopped.',
    'approval.over':
      'Nothing was taken back: the project has ended, {at}. Please speak to {who}, who can open it again.',
    'approval.reasonMissing': 'Please say why, so that the team can act on it.',
    'approval.noLines':
      'Nothing was recorded: please choose at least one line of this version that is still open for you.',
    'approval.beyondAuthority':
      'This was not recorded: agreeing to it is for {who}. You can tell them here in the thread.',
    'approval.alreadyAsked': 'Nothing was changed: {who} is asked already.',
    'approval.notAdded': 'This was not passed on yet: please ask {who} to add the new approver first.',
    'approval.noSuchApprover': 'Nothing was changed: this person is not asked for an answer here at present.',
    'approval.nobodyToRemind':
      'Nobody was reminded: everybody who can be reached on Slack has answered, or is away without a stand-in.',
    'approval.remindedToday':
      'Nobody was reminded again: the last reminder went out {at}. One a working day is enough.',
    'approval.nothingGathered':
      'The round was not closed: nobody has answered yet. You can remind them, or withdraw the request.',
    'approval.alreadyGathered':
      'The round ended {at}, and nobody has asked for changes. You can remind those who are still to answer.',
    'approval.nothingToObject':
      'There is nothing here to object to: this answer was given by its author. They can change it, or take it back.',
    'approval.roundGoesOn':
      'No new version was sent: {who} is still to answer this one. You can remind them, or close the round first.',
  },
  zh: {
    'approval.notYours': '未记录：这项决定由 {who} 作出。您可以在这条消息的回复里告诉他们。',
    'approval.replaced': '未记录：第 {version} 版已被第 {current} 版取代。',
    'approval.already':
      '答复已经记录：{verb, select, confirmed {已确认} changesRequested {要求修改} accepted {已接受} acceptedWithConditions {有条件接受} declined {未接受} approved {已通过} approvedWithChanges {有条件通过} agreed {已同意} corrected {已更正} other {已记录}}，{at}。没有重复记录。',
    'approval.closed':
      '未记录：{state, select, open {这一部分已不再征求意见} agreed {已经同意} agreedWith {已经有条件同意} refused {已要求修改} takenBack {同意已被撤回} withdrawn {请求已撤回} expired {答复时间已过} superseded {已被新版本取代} other {已经结束}}，{at}。您可以在这条消息的回复里说明。',
    'approval.notYourTurn': '暂未记录：现在先由 {who} 决定。轮到您时会通知您。',
    'approval.wrongVerb': '未记录：请使用请求上的按钮，那里列出了可以选择的答复。',
    'approval.nothingToTakeBack': '没有撤回：只有同意的人可以撤回自己的同意，并且只在它仍然有效的时候。',
    'approval.launched': '没有撤回：媒体投放已于 {at} 上线，您批准的内容正在使用。请联系 {who}，由对方安排停用。',
    'approval.over': '没有撤回：项目已于 {at} 结束。请联系 {who}，由对方重新开启项目。',
    'approval.reasonMissing': '请说明原因，方便团队处理。',
    'approval.noLines': '未记录：请至少选择这一版中一条您还没有确认的内容。',
    'approval.beyondAuthority': '未记录：这项同意由 {who} 作出。您可以在这条消息的回复里告诉他们。',
    'approval.alreadyAsked': '没有更改：已经在征求 {who} 的意见。',
    'approval.notAdded': '暂未转交：请先让 {who} 添加新的审批人。',
    'approval.noSuchApprover': '没有更改：目前并未征求这个人的意见。',
    'approval.nobodyToRemind': '没有提醒任何人：能在 Slack 上联系到的人都已答复，或者不在且没有代理人。',
    'approval.remindedToday': '没有再次提醒：上次提醒是 {at}。一个工作日提醒一次就够了。',
    'approval.nothingGathered': '这一轮没有结束：还没有人答复。您可以提醒他们，或者撤回请求。',
    'approval.alreadyGathered': '这一轮已于 {at} 结束，没有人要求修改。您可以提醒还没有答复的人。',
    'approval.nothingToObject': '这里没有可以提出异议的内容：这个答复是本人作出的，可以由本人更改或撤回。',
    'approval.roundGoesOn': '没有发出新版本：{who} 还没有答复这一版。您可以提醒他们，或者先结束这一轮。',
  },
});
