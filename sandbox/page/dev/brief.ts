/** A brief as it stands in its thread: numbered lines, and the buttons that decide about them. */
import type { KnownBlock, RichTextBlock, RichTextElement } from '@slack/types';
import type { Language } from './messages.ts';
import { DANA } from './people.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn' as const, text });

const text = (said: string, style?: { bold?: boolean; italic?: boolean; code?: boolean }): RichTextElement => ({
  type: 'text',
  text: said,
  ...(style ? { style } : {}),
});
const item = (...elements: RichTextElement[]) => ({ type: 'rich_text_section' as const, elements });

export const LINES: Record<Language, RichTextBlock> = {
  en: {
    type: 'rich_text',
    block_id: 'lines',
    elements: [
      item(text('What must this campaign achieve?', { bold: true })),
      {
        type: 'rich_text_list',
        style: 'ordered',
        elements: [
          item(text('Trial among students: 40,000 first cups in twelve cities before the end of April.')),
          item(
            text('The look of the '),
            { type: 'link', url: 'https://example.com/autumn', text: 'autumn campaign' },
            text(' stays.'),
          ),
        ],
      },
      {
        type: 'rich_text_list',
        style: 'bullet',
        indent: 1,
        elements: [
          item(text('no price in the key visual')),
          item(text('logo lower right, '), text('never', { italic: true }), text(' on the cup')),
        ],
      },
      {
        type: 'rich_text_list',
        style: 'ordered',
        elements: [
          item(text('Budget: 1.2 million, media included.')),
          item({ type: 'user', user_id: DANA.id }, text(' decides.')),
        ],
      },
      { type: 'rich_text_quote', elements: [text('“Warm, not sweet.” Said in the kick-off meeting.')] },
    ],
  },
  zh: {
    type: 'rich_text',
    block_id: 'lines',
    elements: [
      item(text('这次推广要达成什么？', { bold: true })),
      {
        type: 'rich_text_list',
        style: 'ordered',
        elements: [
          item(text('在十二座城市的学生中带来四万次首次饮用，四月底之前完成。')),
          item(text('沿用秋季推广的视觉风格，主视觉里不出现价格；标志放在右下角，不放在杯子上。')),
          item(text('预算一百二十万元，含媒体费用。由 '), { type: 'user', user_id: DANA.id }, text(' 决定。')),
        ],
      },
      { type: 'rich_text_quote', elements: [text('“要温暖，不要甜腻。”——启动会上的原话')] },
    ],
  },
};

const DECIDE: Record<Language, [string, string, string]> = {
  en: [
    'Confirm',
    'Request changes',
    'Brief v2 · 9 lines · sent by Mei Chen · to be confirmed by 25 November, 10:00 (Shanghai)',
  ],
  zh: ['确认', '要求修改', '简报第 2 版 · 共 9 条 · 由 Mei Chen 发出 · 请于 11 月 25 日 10:00（上海时间）前确认'],
};

export const decide = (language: Language): KnownBlock[] => [
  {
    type: 'actions',
    block_id: 'decide',
    elements: [
      {
        type: 'button',
        action_id: 'brief.confirm',
        text: plain(DECIDE[language][0]),
        style: 'primary',
        confirm: {
          title: plain('Confirm brief v2?'),
          text: mrkdwn('All 9 lines become what the work is judged by. It goes on the record *under your name*.'),
          confirm: plain('Confirm brief'),
          deny: plain('Not yet'),
        },
      },
      { type: 'button', action_id: 'brief.changes', text: plain(DECIDE[language][1]) },
    ],
  },
  { type: 'context', block_id: 'who', elements: [mrkdwn(DECIDE[language][2])] },
];
