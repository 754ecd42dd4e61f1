import { catalogue } from '../kit/i18n.ts';
import type { RefusalTexts } from '../kit/refusal.ts';
import type { DigestRefusals } from './model.ts';

type Words = RefusalTexts<DigestRefusals> & {
  nudged: { count: number };
  /** What a phone shows of several: the first of them, and how many more. */
  nudgedAlso: { first: string; count: number };
  nudgesLeft: { count: number };
  inAnHour: null;
  tomorrow: null;
  /** `at`: an instant as the reader's clock shows it. */
  putOff: { at: string };
  digestTitle: { day: string };
  digestPlain: { day: string; count: number };
  'part.today': null;
  'part.left': null;
  'part.overdue': null;
  'part.coming': null;
  'part.waits': null;
  digestMore: { count: number };
  digestProjects: { count: number };
};

export const digestWords = catalogue<Words>({
  en: {
    nudged: '{count, plural, one {One thing is waiting for you.} other {# things are waiting for you.}}',
    nudgedAlso: '{first} And {count, plural, one {one thing} other {# things}} more.',
    nudgesLeft: '{count, plural, one {One thing more comes} other {# more come}} with your next morning digest.',
    inAnHour: 'In an hour',
    tomorrow: 'Tomorrow',
    putOff: 'This comes up again {at}. Its date stays as it is.',
    'digest.nothingOpen':
      'Nothing was put off: this has been dealt with, or it is brought up with somebody else by now.',
    digestTitle: 'Your day: {day}',
    digestPlain: 'Your day, {day}: {count, plural, one {one thing} other {# things}} to look at.',
    'part.today': 'Due today',
    'part.left': 'Needs you now',
    'part.overdue': 'Overdue',
    'part.coming': 'Coming up',
    'part.waits': 'Waiting for you',
    digestMore:
      '{count, plural, one {One more is} other {# more are}} on your projects’ cards and in Liaison’s Home tab.',
    digestProjects:
      '{count, plural, one {One more project of yours was} other {# more projects of yours were}} not looked at here: see Liaison’s Home tab.',
  },
  zh: {
    nudged: '有 {count} 件事等您处理。',
    nudgedAlso: '{first} 另有 {count} 件事。',
    nudgesLeft: '另有 {count} 件事会列在您的下一份早间摘要里。',
    inAnHour: '一小时后',
    tomorrow: '明天',
    putOff: '{at} 会再次提醒您。原定日期不变。',
    'digest.nothingOpen': '没有推迟：这件事已经处理，或者现在由别人负责。',
    digestTitle: '您今天的安排：{day}',
    digestPlain: '您今天的安排（{day}）：共 {count} 件事。',
    'part.today': '今天到期',
    'part.left': '现在需要您处理',
    'part.overdue': '已逾期',
    'part.coming': '即将到期',
    'part.waits': '等您处理',
    digestMore: '另有 {count} 件事，请查看各项目的卡片和 Liaison 的主页标签。',
    digestProjects: '您还有 {count} 个项目未列入，请在 Liaison 的主页标签查看。',
  },
});
