import { catalogue } from '../kit/i18n.ts';

type Named = { name: string; version: number };

/** What waits because of a deliverable, on App Home and in the overview of approvals. */
export const deliverableHomeWords = catalogue<{
  waitDecide: Named;
  waitCheck: Named;
  waitReview: Named;
  waitSend: Named;
  'waitRevise.team': Named;
  'waitRevise.client': Named;
  'waitRevise.nobody': Named;
  read: null;
}>({
  en: {
    waitDecide: '{name}: version {version} waits for your decision.',
    waitCheck: '{name}: version {version} is to be checked.',
    waitReview: '{name}: version {version} waits for your internal review.',
    waitSend: '{name}: version {version} is checked and can go to the client.',
    'waitRevise.team': '{name}: version {version} was sent back to you. Bring a new one.',
    'waitRevise.client': '{name}: after version {version} the client wants another one.',
    'waitRevise.nobody':
      '{name}: the request for version {version} has ended without a decision. Bring a new version, or drop it.',
    read: 'Look at it',
  },
  zh: {
    waitDecide: '{name}：第 {version} 版等待您的决定。',
    waitCheck: '{name}：第 {version} 版需要检查。',
    waitReview: '{name}：第 {version} 版等待您的内部审阅。',
    waitSend: '{name}：第 {version} 版已检查，可以发给客户。',
    'waitRevise.team': '{name}：第 {version} 版已退回给您，请提交新版本。',
    'waitRevise.client': '{name}：客户看过第 {version} 版后希望有新版本。',
    'waitRevise.nobody': '{name}：第 {version} 版的请求已结束，没有得到决定。请提交新版本，或不再制作。',
    read: '查看',
  },
});
