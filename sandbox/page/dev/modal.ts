/** A modal with every input that Liaison uses. */
import type { View } from '@slack/types';
import type { Language } from './messages.ts';
import { DANA, MEI } from './people.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const option = (text: string, description?: string) => ({
  text: plain(text),
  value: text,
  ...(description ? { description: plain(description) } : {}),
});

const WORDS = {
  en: {
    title: 'Brief for Acme Coffee',
    submit: 'Send to client',
    close: 'Keep as draft',
    goes: 'This goes to <#CCLIENT>, where *4 people* of Acme Coffee will see it.',
    goal: 'What must this campaign achieve?',
    goalHint: 'One sentence that can be judged afterwards.',
    goalEg: 'For example: 40,000 first cups among students by April',
    name: 'Name of the project',
    due: 'When must it be confirmed?',
    who: 'Who decides for the client?',
    team: 'Who works on it?',
    where: 'Client channel',
    kind: 'What is to be made?',
    kinds: ['Key visual', 'Film', 'Out of home', 'Social'],
    step: 'How do they decide?',
    steps: ['All of them', 'Any one of them'],
    checks: 'Before it leaves the house',
    check: 'No other client is named in it',
    budget: 'Budget',
  },
  zh: {
    title: 'Acme Coffee 的简报',
    submit: '发给客户',
    close: '存为草稿',
    goes: '将发送到 <#CCLIENT>，Acme Coffee 的 *4 位* 同事会看到。',
    goal: '这次推广要达成什么？',
    goalHint: '用一句之后可以检验的话来写。',
    goalEg: '例如：四月底前在学生中带来四万次首次饮用',
    name: '项目名称',
    due: '最晚什么时候确认？',
    who: '客户方由谁决定？',
    team: '由谁负责制作？',
    where: '客户频道',
    kind: '需要制作什么？',
    kinds: ['主视觉', '影片', '户外', '社交媒体'],
    step: '如何决定？',
    steps: ['所有人同意', '任意一人同意'],
    checks: '发出之前',
    check: '其中没有提到其他客户',
    budget: '预算',
  },
} as const;

export const GOAL_ERROR = {
  en: 'This names no number. Say how much and by when, or tick that it cannot be measured.',
  zh: '这里没有数字。请写明多少、何时，或注明无法衡量。',
};

export function briefModal(language: Language): View {
  const words = WORDS[language];
  return {
    type: 'modal',
    callback_id: 'brief.submit',
    title: plain(words.title),
    submit: plain(words.submit),
    close: plain(words.close),
    blocks: [
      { type: 'section', block_id: 'goes', text: { type: 'mrkdwn', text: words.goes } },
      {
        type: 'input',
        block_id: 'name',
        label: plain(words.name),
        element: { type: 'plain_text_input', action_id: 'v', initial_value: 'Spring launch', max_length: 15 },
      },
      {
        type: 'input',
        block_id: 'goal',
        label: plain(words.goal),
        hint: plain(words.goalHint),
        element: { type: 'plain_text_input', action_id: 'v', multiline: true, placeholder: plain(words.goalEg) },
      },
      {
        type: 'input',
        block_id: 'who',
        label: plain(words.who),
        element: { type: 'multi_users_select', action_id: 'v', initial_users: [DANA.id] },
      },
      {
        type: 'input',
        block_id: 'lead',
        optional: true,
        label: plain(words.team),
        element: { type: 'users_select', action_id: 'v', initial_user: MEI.id },
      },
      {
        type: 'input',
        block_id: 'due',
        label: plain(words.due),
        element: { type: 'datepicker', action_id: 'v', initial_date: '2026-11-25' },
      },
      {
        type: 'input',
        block_id: 'where',
        dispatch_action: true,
        label: plain(words.where),
        element: { type: 'conversations_select', action_id: 'v', filter: { include: ['private', 'public'] } },
      },
      {
        type: 'input',
        block_id: 'kind',
        label: plain(words.kind),
        element: { type: 'multi_static_select', action_id: 'v', options: words.kinds.map((kind) => option(kind)) },
      },
      {
        type: 'input',
        block_id: 'step',
        label: plain(words.step),
        element: {
          type: 'radio_buttons',
          action_id: 'v',
          options: words.steps.map((step) => option(step)),
          initial_option: option(words.steps[0]),
        },
      },
      {
        type: 'input',
        block_id: 'checks',
        optional: true,
        label: plain(words.checks),
        element: { type: 'checkboxes', action_id: 'v', options: [option(words.check, '“Globex”, “Initech”')] },
      },
      {
        type: 'input',
        block_id: 'budget',
        optional: true,
        label: plain(words.budget),
        element: { type: 'plain_text_input', action_id: 'v' },
      },
    ],
  };
}
