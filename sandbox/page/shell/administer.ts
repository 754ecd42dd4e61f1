/** What the workspace's administrator does, asked for first where it cannot be undone. */
import type { AdminWish } from '../../server/admin.ts';
import { refusalText, useDesk } from '../state/desk.ts';
import { sendAdmin } from '../state/feed.ts';

export type Sure = { title: string; text: string; confirm: string };

const plain = (text: string) => ({ type: 'plain_text', text }) as const;

/** Does it, once it was confirmed where it has to be; says so where it was refused. */
export function useAdminister(): (wish: AdminWish, sure?: Sure) => Promise<void> {
  const { ask, say } = useDesk();
  return async (wish, sure) => {
    if (sure) {
      const { title, text, confirm } = sure;
      const asked = { title: plain(title), text: plain(text), confirm: plain(confirm), deny: plain('Cancel') };
      if (!(await ask({ ...asked, style: 'danger' }))) return;
    }
    const error = await sendAdmin(wish);
    if (error) say(refusalText(error));
  };
}
