/** Messages as Liaison writes them, in both languages, with every kind of block that it sends. */
import type { MessageView } from '../../server/protocol.ts';
import { decide, LINES } from './brief.ts';
import { CARD, due } from './card.ts';
import { BEN, BOT, DANA, LIN, MEI } from './people.ts';

export type Language = 'en' | 'zh';
export const NOW = '2026-11-23T06:40:00Z';
const start = Date.parse(NOW) / 1000 - 5 * 3600;
const at = (minutes: number) => `${start + minutes * 60}.000100`;
export const BRIEF_TS = at(70);
export const CARD_TS = at(-1300);

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn' as const, text });
const message = (ts: string, user: string, text: string, more: Partial<MessageView> = {}): MessageView => ({
  channel: 'CTEAM',
  ts,
  user,
  text,
  blocks: [],
  replyCount: 0,
  ephemeral: false,
  files: [],
  reactions: [],
  ...more,
});

export function teamMessages(language: Language): MessageView[] {
  const zh = language === 'zh';
  return [
    message(at(-1310), MEI.id, `<@${MEI.id}> joined the channel`, { subtype: 'channel_join' }),
    message(CARD_TS, BOT.id, 'Acme Coffee, Spring launch: brief, waiting for the client', {
      blocks: CARD[language],
      editedAt: at(3),
    }),
    message(
      at(20),
      MEI.id,
      zh
        ? '客户周四上午可以开会，简报第 2 版我今天发出去。'
        : 'The client can meet on Thursday morning. I am sending brief v2 today.',
    ),
    message(
      at(22),
      MEI.id,
      zh
        ? `<@${LIN.id}> 主视觉的方向在文档里：https://example.com/kv`
        : `<@${LIN.id}> the direction for the key visual is here: https://example.com/kv :eyes:`,
    ),
    message(
      at(25),
      LIN.id,
      zh
        ? '收到，*下午三点前* 给一版草图。'
        : 'Got it. A first sketch *before 15:00*, and `~old~` ideas go.\n&gt; Warm, not sweet.\nThat stays.',
    ),
    message(BRIEF_TS, BOT.id, zh ? '简报第 2 版：等待确认' : 'Brief v2: waiting for Dana Whitfield', {
      blocks: [
        {
          type: 'section',
          block_id: 'b',
          text: mrkdwn(zh ? '*简报* · 第 2 版 · 等待确认' : '*Brief* · v2 · sent → waiting for confirmation'),
        },
        {
          type: 'context',
          block_id: 'bc',
          elements: [mrkdwn(zh ? `等待 <@${DANA.id}>` : `Waiting for <@${DANA.id}> until ${due}`)],
        },
      ],
      replyCount: 2,
      latestReply: at(95),
    }),
    message(at(71), BOT.id, 'Brief v2', {
      threadTs: BRIEF_TS,
      blocks: [LINES[language], { type: 'divider', block_id: 'd' }, ...decide(language)],
    }),
    message(at(95), BEN.id, zh ? '第 3 条的媒体费用还要再核对。' : 'Line 3: I still have to check the media figure.', {
      threadTs: BRIEF_TS,
    }),
    message(
      at(290),
      BOT.id,
      zh
        ? '只有账户经理可以改日期。'
        : 'Only the account manager can move this date. Ask <@UMEI>, or propose one with the button.',
      {
        ephemeral: true,
        blocks: [
          {
            type: 'section',
            block_id: 'e',
            text: mrkdwn(
              zh
                ? `日期只能由 <@${MEI.id}> 修改。您可以提出建议。`
                : `You tried to move *25 November*. Only <@${MEI.id}> can do that.`,
            ),
          },
          {
            type: 'actions',
            block_id: 'ea',
            elements: [{ type: 'button', action_id: 'date.propose', text: plain(zh ? '提出日期' : 'Propose a date') }],
          },
        ],
      },
    ),
    message(at(292), BOT.id, 'An unknown block', {
      blocks: [{ type: 'markdown', block_id: 'x', text: '# not sent by Liaison' }],
    }),
  ];
}
