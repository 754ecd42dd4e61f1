import { catalogue } from '../kit/i18n.ts';

type Words = {
  button: null;
  title: null;
  save: null;
  cancel: null;
  close: null;
  intro: null;
  clash: null;
  saved: { time: string };
};

/** The sentences of the agency's daily rhythm, in both languages; what is asked is worded with the progress posts. */
export const rhythmWords = catalogue<Words>({
  en: {
    button: 'Daily rhythm',
    title: 'Daily rhythm',
    save: 'Save the rhythm',
    cancel: 'Cancel',
    close: 'Close',
    intro:
      'What every project says by itself, unless its own settings (`/progress settings`) say otherwise. Times are by the clock of each project.',
    clash:
      'Another administrator changed this while you were choosing. What you chose is still here; saving again replaces theirs.',
    saved: 'Saved. Progress posts come on working days at {time}, where a project has no other hour of its own.',
  },
  zh: {
    button: '每日节奏',
    title: '每日节奏',
    save: '保存节奏',
    cancel: '取消',
    close: '关闭',
    intro: '每个项目自动发布的内容，除非项目自己的设置（`/progress 设置`）另有规定。时间以各项目所在时区为准。',
    clash: '您填写期间，另一位管理员修改了这里。您选择的内容仍然保留；再次保存会替换对方的内容。',
    saved: '已保存。没有单独设定时间的项目，工作日 {time} 发布进度通报。',
  },
});
