import { catalogue } from '../kit/i18n.ts';
import type { RefusalTexts } from '../kit/refusal.ts';
import type { ApprovalRefusals } from './model.ts';

export const approvalWords = catalogue<RefusalTexts<ApprovalRefusals>>({
  en: {
    'approval.notYours': 'This was not recorded: the decision is for {who}. You can tell them here in the thread.',
    'approval.replaced': 'This was not recorded: version {version} has been replaced by version {current}.',
    'approval.already':
      'Your answer is already recorded: {verb, select, confirmed {confirmed} other {changes requested}}, {at}. Nothing was recorded twice.',
    'approval.closed':
      'This was not recorded: it has been {state, select, confirmed {confirmed} changesRequested {answered with changes requested} superseded {replaced by a newer version} withdrawn {withdrawn} other {closed}} since {at}.',
    'approval.nothingToWithdraw': 'You have no confirmation here that could be withdrawn.',
    'approval.reasonMissing': 'Please say why, so that the team can act on it.',
  },
  zh: {
    'approval.notYours': '未记录：这项决定由 {who} 作出。您可以在这条消息的回复里告诉他们。',
    'approval.replaced': '未记录：第 {version} 版已被第 {current} 版取代。',
    'approval.already': '您的答复已经记录：{verb, select, confirmed {已确认} other {要求修改}}，{at}。没有重复记录。',
    'approval.closed':
      '未记录：自 {at} 起{state, select, confirmed {已确认} changesRequested {已要求修改} superseded {已被新版本取代} withdrawn {确认已撤回} other {已结束}}。',
    'approval.nothingToWithdraw': '您在这里没有可以撤回的确认。',
    'approval.reasonMissing': '请说明原因，方便团队处理。',
  },
});
