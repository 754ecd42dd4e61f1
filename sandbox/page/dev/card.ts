/** The living card of a project. */
import type { KnownBlock } from '@slack/types';
import type { Language } from './messages.ts';
import { DANA, LIN, MEI } from './people.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn' as const, text });

/** A moment as each reader sees it in their own zone. */
export const due = '<!date^1795572000^{date_long_pretty} {time}|25 Nov 2026 10:00 CST>';

export const CARD: Record<Language, KnownBlock[]> = {
  en: [
    { type: 'header', block_id: 'h', text: plain('Acme Coffee · Spring launch') },
    { type: 'section', block_id: 's', text: mrkdwn('*Brief* · waiting for the client to confirm v2') },
    {
      type: 'section',
      block_id: 'f',
      fields: [
        mrkdwn(`*Account manager*\n<@${MEI.id}>`),
        mrkdwn(`*Next date*\n${due}`),
        mrkdwn(`*Waiting for*\n<@${DANA.id}>, since yesterday`),
        mrkdwn('*Client channel*\n<#CCLIENT>'),
      ],
    },
    {
      type: 'actions',
      block_id: 'a',
      elements: [
        { type: 'button', action_id: 'brief.open', text: plain('Open brief'), style: 'primary' },
        {
          type: 'static_select',
          action_id: 'project.stage',
          placeholder: plain('Move to stage'),
          options: ['Brief', 'Proposal', 'Production'].map((name) => ({ text: plain(name), value: name })),
        },
        {
          type: 'overflow',
          action_id: 'project.more',
          options: ['Add a person', 'Export the record', 'Archive'].map((name) => ({ text: plain(name), value: name })),
        },
      ],
    },
    {
      type: 'context',
      block_id: 'c',
      elements: [mrkdwn(`Changed by <@${LIN.id}> at 09:12 · record 14 \`9f2c41d07ab3\``)],
    },
  ],
  zh: [
    { type: 'header', block_id: 'h', text: plain('Acme Coffee · 春季上市') },
    { type: 'section', block_id: 's', text: mrkdwn('*简报* · 等待客户确认第 2 版') },
    {
      type: 'section',
      block_id: 'f',
      fields: [
        mrkdwn(`*客户负责人*\n<@${MEI.id}>`),
        mrkdwn(`*下一个日期*\n${due}`),
        mrkdwn(`*正在等待*\n<@${DANA.id}>，自昨天起`),
        mrkdwn('*客户频道*\n<#CCLIENT>'),
      ],
    },
    {
      type: 'actions',
      block_id: 'a',
      elements: [
        { type: 'button', action_id: 'brief.open', text: plain('打开简报'), style: 'primary' },
        { type: 'button', action_id: 'project.people', text: plain('人员') },
      ],
    },
    { type: 'context', block_id: 'c', elements: [mrkdwn(`<@${LIN.id}> 于 09:12 修改 · 记录 14 \`9f2c41d07ab3\``)] },
  ],
};
