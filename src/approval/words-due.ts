import type { QuestionWords } from '../kit/form.ts';
import { catalogue } from '../kit/i18n.ts';
import type { RefusalTexts } from '../kit/refusal.ts';
import type { DueRefusals, moveDueForm } from './model-due.ts';

type Texts = {
  button: null;
  title: null;
  submit: null;
  cancel: null;
  /** `title`: of what is asked, within a sentence. */
  intro: { project: string; title: string; day: string };
  introNone: { project: string; title: string };
  zone: { zone: string };
  outside: null;
  /** To the client. `who`: those who are still to answer. */
  told: { who: string; title: string; at: string; was: string };
  toldNew: { who: string; title: string; at: string };
  /** To the team. */
  line: { short: string; at: string; was: string; who: string };
  lineNew: { short: string; at: string; who: string };
};

/** The sentences of another day to decide by, in both languages. */
export const dueWords = catalogue<Texts & QuestionWords<typeof moveDueForm> & RefusalTexts<DueRefusals>>({
  en: {
    button: 'Change due date',
    title: 'Change due date',
    submit: 'Change the date',
    cancel: 'Cancel',
    intro: '{project}, {title}: to be decided by {day}.',
    introNone: '{project}, {title}: no day to decide by was named yet.',
    zone: 'The day ends at 18:00, {zone}.',
    outside: 'They are not reached on Slack: please tell them yourself.',
    told: '{who}, {title} is to be decided by {at} now. Before, it was {was}.',
    toldNew: '{who}, {title} is to be decided by {at}.',
    line: '{short}: due {was} → due {at} ({who})',
    lineNew: '{short}: no due date → due {at} ({who})',
    'movedTo.label': 'By which day is it to be decided?',
    'movedTo.placeholder': 'Choose a day',
    'movedTo.hint': 'Reminders follow the new day.',
    'movedWhy.label': 'Why does the date change?',
    'movedWhy.placeholder': 'The printer gave us two more days',
    'movedWhy.hint': 'The client reads exactly this, in the thread.',
    'approval.sameDue': 'It is due on this day already. Please choose another one.',
    'approval.duePast': 'This day is over where they are. Please choose a later one.',
    'approval.dueAfterEnd': 'The request itself ends {at}. Please choose a day before that.',
  },
  zh: {
    button: '更改期限',
    title: '更改期限',
    submit: '确认更改',
    cancel: '取消',
    intro: '{project}，{title}：决定期限为 {day}。',
    introNone: '{project}，{title}：还没有设定决定期限。',
    zone: '所选日期以{zone} 18:00 为止。',
    outside: '无法在 Slack 上联系到他们，请自行告知。',
    told: '{who}，{title}的决定期限改为 {at}，原为 {was}。',
    toldNew: '{who}，请在 {at} 之前就{title}作出决定。',
    line: '{short}：期限 {was} → {at}（{who}）',
    lineNew: '{short}：没有期限 → {at}（{who}）',
    'movedTo.label': '希望在哪一天之前决定？',
    'movedTo.placeholder': '选择日期',
    'movedTo.hint': '提醒会随新的日期调整。',
    'movedWhy.label': '为什么更改期限？',
    'movedWhy.placeholder': '印刷厂多给了两天时间',
    'movedWhy.hint': '客户会在消息回复里看到这段话。',
    'approval.sameDue': '期限已经是这一天，请选择其他日期。',
    'approval.duePast': '对方所在地的这一天已经结束，请选择之后的日期。',
    'approval.dueAfterEnd': '请求会在 {at} 失效，请选择之前的日期。',
  },
});
