import { catalogue } from '../kit/i18n.ts';
import type { RefusalTexts } from '../kit/refusal.ts';
import type { AnswerRefusals, ListenRefusals, StoreRefusals } from './refusals.ts';

type Words = {
  loadingTitle: null;
  loading: null;
  noticeTitle: null;
  close: null;
  late: null;
  lateNothingAsked: null;
  unexpected: { reference: string };
  see: { link: string };
  missing: null;
  tooLong: null;
  notADay: null;
  notAnOption: null;
  tooMany: null;
  unknownVerb: { typed: string; nearest: string; examples: string };
  unknownVerbNoNearest: { typed: string; examples: string };
  unknownVerbFallback: { command: string };
  nobody: null;
} & RefusalTexts<StoreRefusals & AnswerRefusals & ListenRefusals>;

/** What is said wherever something is said to a person, whatever the feature. */
export const ioWords = catalogue<Words>({
  en: {
    loadingTitle: 'One moment',
    loading: 'Looking this up…',
    noticeTitle: 'Liaison',
    close: 'Close',
    late: 'Saving takes longer than usual, and the outcome is not known yet. It will show on the card in the channel; if it does not within a minute, please try again. Nothing happens twice.',
    lateNothingAsked: 'This takes longer than usual. Please try again in a moment.',
    unexpected:
      'Something went wrong on our side. If it was saved, the card in the channel shows it; if not, please try again. Reference {reference}.',
    see: '<{link}|See what holds now>',
    missing: 'Please answer this.',
    tooLong: 'This is longer than fits. Please shorten it.',
    notADay: 'Please choose a day.',
    notAnOption: 'Please choose one of the list.',
    tooMany: 'These are more than fit. Please choose fewer.',
    unknownVerb: '“{typed}” is not something I know. Did you mean {nearest}? You can type: {examples}',
    unknownVerbNoNearest: '“{typed}” is not something I know. You can type: {examples}',
    unknownVerbFallback: 'That is not something I know. `{command} help` lists what is.',
    nobody: 'nobody yet',
    'store.gone': 'This project is not there any more.',
    'store.newer':
      'This project was saved by a newer version of Liaison. Nothing was changed; please try again once the update is finished.',
    'answer.notOurs': 'This button is not one that works here any more. The card in the channel has the current ones.',
    'listen.retired': 'This button is from an earlier version. The card in the channel has the current ones.',
  },
  zh: {
    loadingTitle: '请稍候',
    loading: '正在查询…',
    noticeTitle: 'Liaison',
    close: '关闭',
    late: '保存时间比平时长，目前还不知道结果。结果会显示在频道里的卡片上；如果一分钟内没有显示，请再试一次。同一操作不会执行两次。',
    lateNothingAsked: '现在响应较慢，请稍后再试。',
    unexpected: '我们这边出了问题。如果已经保存，频道里的卡片会显示；如果没有，请再试一次。编号 {reference}。',
    see: '<{link}|查看当前状态>',
    missing: '请填写这一项。',
    tooLong: '内容过长，请缩短。',
    notADay: '请选择日期。',
    notAnOption: '请从列表中选择。',
    tooMany: '人数超过上限，请减少一些。',
    unknownVerb: '不认识“{typed}”。您是不是要输入 {nearest}？可以输入：{examples}',
    unknownVerbNoNearest: '不认识“{typed}”。可以输入：{examples}',
    unknownVerbFallback: '无法识别。输入 `{command} 帮助` 查看可用命令。',
    nobody: '暂无',
    'store.gone': '这个项目已经不存在。',
    'store.newer': '这个项目由更新版本的 Liaison 保存。没有做任何更改，请在升级完成后再试。',
    'answer.notOurs': '这个按钮在这里已经不起作用。请使用频道卡片上的按钮。',
    'listen.retired': '这个按钮来自旧版本。请使用频道卡片上的按钮。',
  },
});
