import { catalogue } from '../kit/i18n.ts';
import type { QuestionWords } from '../kit/form.ts';
import type { RefusalTexts } from '../kit/refusal.ts';
import type { NudgeRefusals, reminderForm } from './model-nudges.ts';

type Texts = {
  /** To whoever runs the project. `who`: those who are missing, `at`: when it was due. */
  nudgeDueDay: { title: string; who: string };
  nudgeSilent: { title: string; who: string; at: string };
  nudgeManager: { title: string; who: string; at: string };
  /** What stands over the drafted reminder: posted in the client's thread, or copied where they are not on Slack. */
  draftInSlack: null;
  draftToCopy: null;
  /** A reminder for somebody who is not on Slack, in the client's language. */
  reminderToCopy: { who: string; title: string; project: string; day: string };
  /** What the form for a reminder begins with, in the client's language; the names are put before it. */
  reminderText: { title: string; day: string };
  /** The same as it is posted, for a phone. */
  reminderPlain: { who: string; text: string };
  sendReminder: null;
  editReminder: null;
  reminderTitle: null;
  reminderCheck: null;
  reminderSubmit: null;
  reminderIntro: { who: string };
  reminderGoesTo: { channel: string };
  reminderChecking: null;
  reminderNotChecked: null;
  reminderNothingFound: null;
  cancel: null;
};

export type NudgeWords = Texts & QuestionWords<typeof reminderForm> & RefusalTexts<NudgeRefusals>;

export const nudgeWords = catalogue<NudgeWords>({
  en: {
    nudgeDueDay: 'The client is to decide on {title} today. Still to answer: {who}.',
    nudgeSilent: 'The client has not decided on {title}, due {at}. Still to answer: {who}.',
    nudgeManager: 'The decision on {title} has been overdue since {at}. Still to answer: {who}.',
    draftInSlack: 'A reminder for the client, as it would be posted in the thread:',
    draftToCopy: 'They are not reached on Slack. A reminder to copy:',
    reminderToCopy:
      '{who}, your decision on {title} for {project} has been open since {day}. Please tell us what you decide.',
    reminderText:
      'Your decision on {title} has been open since {day}. The buttons are under the version in this thread.',
    reminderPlain: '{who}: {text}',
    sendReminder: 'Send reminder',
    editReminder: 'Edit reminder',
    reminderTitle: 'Remind the client',
    reminderCheck: 'Check it',
    reminderSubmit: 'Send reminder',
    reminderIntro: 'The names of those who are missing are put before it: {who}.',
    reminderGoesTo: 'It goes into the thread of the request in {channel}.',
    reminderChecking: 'Looking for what should perhaps not leave…',
    reminderNotChecked: 'It could not be checked just now. Nothing was sent; please press “Check it” again.',
    reminderNothingFound: 'Nothing was found that should not leave.',
    cancel: 'Cancel',
    'reminder.label': 'What do you write to them?',
    'reminder.placeholder': 'Is there anything you still need from us?',
    'reminder.hint': 'The client reads it as you write it.',
    'approval.reminderOutside':
      'Nothing was sent: the client is not asked on Slack. Copy the text and send it to them yourself.',
  },
  zh: {
    nudgeDueDay: '客户今天应就{title}作出决定。尚未答复：{who}。',
    nudgeSilent: '{title}已于 {at} 到期，客户尚未决定。尚未答复：{who}。',
    nudgeManager: '{title}自 {at} 起已逾期。尚未答复：{who}。',
    draftInSlack: '给客户的提醒，将这样发在回复里：',
    draftToCopy: '无法在 Slack 上联系到他们。可以复制这条提醒：',
    reminderToCopy: '{who}，{project}的{title}自 {day} 起等待您的决定。请告诉我们您的意见。',
    reminderText: '{title}自 {day} 起等待您的决定。按钮在该版本的消息下方。',
    reminderPlain: '{who}：{text}',
    sendReminder: '发送提醒',
    editReminder: '修改提醒',
    reminderTitle: '提醒客户',
    reminderCheck: '检查',
    reminderSubmit: '发送提醒',
    reminderIntro: '前面会加上尚未答复的人：{who}。',
    reminderGoesTo: '将发在 {channel} 中该请求的回复里。',
    reminderChecking: '正在检查是否有不宜外发的内容…',
    reminderNotChecked: '暂时无法检查，没有发送。请再按一次“检查”。',
    reminderNothingFound: '没有发现不宜外发的内容。',
    cancel: '取消',
    'reminder.label': '您想对他们说什么？',
    'reminder.placeholder': '还需要我们提供什么吗？',
    'reminder.hint': '客户会原样看到这些文字。',
    'approval.reminderOutside': '没有发送：客户不是在 Slack 上答复的。请复制文字，自行发给他们。',
  },
});
