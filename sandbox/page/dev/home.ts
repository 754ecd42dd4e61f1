/** The app's home. */
import type { View } from '@slack/types';
import type { Language } from './messages.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const option = (text: string) => ({ text: plain(text), value: text });

export function home(language: Language): View {
  const zh = language === 'zh';
  return {
    type: 'home',
    blocks: [
      { type: 'header', block_id: 'h', text: plain(zh ? '早上好。今天有两件事等您' : 'Two things wait for you today') },
      {
        type: 'section',
        block_id: 'one',
        text: {
          type: 'mrkdwn',
          text: zh
            ? '*Acme Coffee · 春季上市*\n简报第 2 版：等待客户确认，周三 10:00 到期'
            : '*Acme Coffee · Spring launch*\nBrief v2: waiting for the client, due on Wednesday 10:00',
        },
        accessory: { type: 'button', action_id: 'open', text: plain(zh ? '打开' : 'Open') },
      },
      { type: 'divider', block_id: 'd' },
      {
        type: 'section',
        block_id: 'two',
        text: {
          type: 'mrkdwn',
          text: zh
            ? '*Acme Coffee · 门店物料*\n主视觉第 3 版：需要修改 → 审核中'
            : '*Acme Coffee · In-store*\nKey visual v3: changes required → in review',
        },
        accessory: {
          type: 'overflow',
          action_id: 'more',
          options: [option(zh ? '一小时后提醒我' : 'Remind me in an hour'), option(zh ? '不是我' : 'Not me')],
        },
      },
      {
        type: 'section',
        block_id: 'days',
        text: { type: 'mrkdwn', text: zh ? '不在的日子' : 'Away until' },
        accessory: { type: 'datepicker', action_id: 'away' },
      },
      {
        type: 'actions',
        block_id: 'a',
        elements: [
          { type: 'button', action_id: 'start', style: 'primary', text: plain(zh ? '新建项目' : 'Start a project') },
          { type: 'button', action_id: 'digest', text: plain(zh ? '每日摘要' : 'My digest') },
        ],
      },
      {
        type: 'context',
        block_id: 'c',
        elements: [
          {
            type: 'mrkdwn',
            text: zh ? '每天 09:00 更新' : 'Quiet from 19:00 to 09:00, weekends and holidays of both sides',
          },
        ],
      },
    ],
  };
}
