import type { KnownBlock } from '@slack/types';
import type { Wait } from './aggregate.ts';
import type { WaitingIn } from './listed.ts';
import type { Locale } from './locale.ts';

/** How one feature words what waits because of it; null where it is another feature's. */
export type WaitWording = (
  project: WaitingIn,
  wait: Wait,
  where: { link: string | null },
  locale: Locale,
) => KnownBlock[] | null;

/** The outbox key of the message that a wait is about. */
export const seenAt = ({ facts }: Wait): string | null => (typeof facts?.['see'] === 'string' ? facts['see'] : null);

/** What the feature whose wait it is says of it; null where that is nothing. */
export function wordedBy(
  wordings: readonly WaitWording[],
  project: WaitingIn,
  wait: Wait,
  link: string | null,
  locale: Locale,
): KnownBlock[] | null {
  for (const wording of wordings) {
    const blocks = wording(project, wait, { link }, locale);
    if (blocks) return blocks.length > 0 ? blocks : null;
  }
  return null;
}
