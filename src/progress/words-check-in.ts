import { catalogue } from '../kit/i18n.ts';
import type { QuestionWords } from '../kit/form.ts';
import type { RefusalTexts } from '../kit/refusal.ts';
import type { CheckInState } from './model.ts';
import type { checkInForm, CheckInRefusals } from './model-check-in.ts';

type Words = { [S in CheckInState as `is.${S}`]: null } & {
  checkInAsk: { project: string; at: string };
  checkInSaid: { project: string; state: string; at: string };
  checkInChange: { at: string };
  checkInHint: null;
  checkInLine: null;

  checkInTitle: null;
  checkInSubmit: null;
  checkInCancel: null;
  checkInIntro: { project: string; state: string };

  checkInMissing: { who: string; project: string; at: string };
  checkInMissingNote: { project: string; at: string };
} & QuestionWords<typeof checkInForm> &
  RefusalTexts<CheckInRefusals>;

/** The sentences of the check-in before the daily progress post, in both languages. */
export const checkInWords = catalogue<Words>({
  en: {
    'is.onTrack': 'On track',
    'is.atRisk': 'At risk',
    'is.blocked': 'Blocked',
    'is.done': 'Done',
    'is.nothing': 'Nothing to report',
    checkInAsk: '{project}: how does your work stand? Please say it by {at}; then the progress post goes out.',
    checkInSaid: '{project}: {state} · said {at}',
    checkInChange: 'It can be changed until {at}.',
    checkInHint: 'It stands under your name in the team’s progress post. The client does not see it.',
    checkInLine: 'Add a line',

    checkInTitle: 'How your work stands',
    checkInSubmit: 'Tell the team',
    checkInCancel: 'Cancel',
    checkInIntro: '{project}: {state}',
    'line.label': 'What should the team know?',
    'line.placeholder': 'The print house has not confirmed the paper yet',
    'line.hint': 'One line. It stands in the team’s progress post under your name.',

    checkInMissing:
      '{who}: your check-in for {project} is still open. It is in your messages from Liaison; the progress post goes out {at}.',
    checkInMissingNote:
      'Your check-in for {project} is still open, further up in these messages. The progress post goes out {at}.',

    'progress.checkInOver':
      'Nothing was saved: this check-in is over. The newest one is in your messages from Liaison.',
    'progress.checkInNotYours':
      'Nothing was saved: a check-in is answered by whoever was asked, as long as they are on the team. The account manager says who is.',
    'progress.checkInClosed':
      'Nothing was changed: the progress post went out {at}, with what you said before. Please write in the team channel.',
    'progress.checkInSame': 'This is recorded already, {at}.',
    'progress.checkInMoved': 'Nothing was changed: you said something else meanwhile, {at}. The message shows it.',
    'progress.checkInFirst': 'Nothing was saved: please choose first how your work stands.',
  },
  zh: {
    'is.onTrack': '进展正常',
    'is.atRisk': '有风险',
    'is.blocked': '受阻',
    'is.done': '已完成',
    'is.nothing': '暂无更新',
    checkInAsk: '{project}：您手上的工作进展如何？请在 {at} 之前回复，随后发布进度通报。',
    checkInSaid: '{project}：{state} · {at} 回复',
    checkInChange: '{at} 之前可以修改。',
    checkInHint: '内容会署您的名字出现在团队的进度通报中，客户看不到。',
    checkInLine: '补充一句',

    checkInTitle: '您的工作进展',
    checkInSubmit: '告诉团队',
    checkInCancel: '取消',
    checkInIntro: '{project}：{state}',
    'line.label': '团队需要知道什么？',
    'line.placeholder': '印厂还没有确认纸张',
    'line.hint': '一句话即可，会署您的名字出现在团队的进度通报中。',

    checkInMissing: '{who}：{project}的进展还没有回复，请看 Liaison 发给您的私信；进度通报将于 {at} 发布。',
    checkInMissingNote: '{project}的进展还没有回复，问题就在上面的消息里。进度通报将于 {at} 发布。',

    'progress.checkInOver': '没有保存：这次进展询问已结束，最新一次在 Liaison 发给您的私信里。',
    'progress.checkInNotYours': '没有保存：进展只能由被问到、且仍在团队中的人回复。团队成员由客户经理调整。',
    'progress.checkInClosed': '没有修改：进度通报已于 {at} 发布，其中是您之前的回复。如有变化，请写在团队频道里。',
    'progress.checkInSame': '已于 {at} 登记，无需重复。',
    'progress.checkInMoved': '没有修改：您在 {at} 已另有回复，以消息里显示的为准。',
    'progress.checkInFirst': '没有保存：请先选择工作进展如何。',
  },
});
