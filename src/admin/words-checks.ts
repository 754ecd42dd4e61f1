import { catalogue } from '../kit/i18n.ts';
import type { RefusalTexts } from '../kit/refusal.ts';
import type { CheckSettingsRefusals } from './model-checks.ts';

type Words = RefusalTexts<CheckSettingsRefusals> & {
  button: null;
  title: null;
  save: null;
  cancel: null;
  close: null;
  intro: null;
  placeholder: null;
  clash: null;
  saved: null;
};

/** The sentences of what is checked before it leaves the house, in both languages. */
export const checksWords = catalogue<Words>({
  en: {
    button: 'Checks',
    title: 'Checks',
    save: 'Save the checks',
    cancel: 'Cancel',
    close: 'Close',
    intro:
      'What somebody other than the maker ticks before a version can be sent, one point a line, for each kind of deliverable. The acceptance criteria of each one come besides; for clients in mainland China so does the point about absolute terms. An empty field brings back the points that Liaison came with.',
    placeholder: 'One point a line',
    clash:
      'Another administrator changed one of these kinds while you were typing. What you typed is still here; saving again replaces theirs.',
    saved: 'Saved. It holds for every version that is brought from now on; checks that have begun keep their points.',
    'settings.tooManyPoints': 'Nothing was saved: a check has {most} points at most. Please put some of them together.',
    'settings.pointTooLong': 'Nothing was saved: a point has {most} characters at most. Please make it shorter.',
  },
  zh: {
    button: '检查项',
    title: '检查项',
    save: '保存检查项',
    cancel: '取消',
    close: '关闭',
    intro:
      '每一版发送前，由制作者以外的人逐项勾选。请按交付物的类别填写，每行一项。各交付物的验收标准会另外列出；客户在中国大陆的，还会加上绝对化用语一项。留空则恢复 Liaison 自带的检查项。',
    placeholder: '每行一项',
    clash: '您填写期间，另一位管理员修改了其中一类。您填写的内容仍然保留；再次保存会替换对方的内容。',
    saved: '已保存。此后提交的每一版都按此检查；已经开始的检查保持原有各项。',
    'settings.tooManyPoints': '没有保存：一次检查最多 {most} 项，请合并一些。',
    'settings.pointTooLong': '没有保存：每项最多 {most} 个字，请写短一些。',
  },
});
