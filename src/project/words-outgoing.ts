import { catalogue } from '../kit/i18n.ts';
import type { FindingKind } from './model-outgoing.ts';

type Words = { intro: null } & { [K in FindingKind as `outgoing.${K}`]: { words: string; number: number } };

/** What the preview says of what should not leave the house. */
export const outgoingWords = catalogue<Words>({
  en: {
    intro: 'Please look again before this leaves the house:',
    'outgoing.otherClient': 'line {number} names another client, “{words}”',
    'outgoing.money': 'line {number} speaks of money inside the house, “{words}”',
    'outgoing.inside': 'line {number} reads as meant for colleagues, “{words}”',
    'outgoing.broadcast': 'line {number} has {words} in it; Liaison does not let it call anybody',
  },
  zh: {
    intro: '发出前请再看一遍：',
    'outgoing.otherClient': '第 {number} 条提到了其他客户“{words}”',
    'outgoing.money': '第 {number} 条涉及公司内部的费用“{words}”',
    'outgoing.inside': '第 {number} 条像是写给同事看的“{words}”',
    'outgoing.broadcast': '第 {number} 条含有 {words}；Liaison 不会让它提醒任何人',
  },
});
