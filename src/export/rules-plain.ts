import { unescape } from '../kit/text.ts';

/** Somebody's name by Slack's id of them; null where it is not known. */
export type NameOf = (user: string) => string | null;

/** What Slack draws: mentions, channels, dates, links (docs.slack.dev, formatting message text). What people typed is escaped. */
const DRAWN = /<([^<>]+)>/gu;
/** Ids that stand for somebody whose name nobody knows. */
const QUOTED_ID = /`([\w-]{8,})`/gu;

/** A sentence as it is read in Slack, as plain text: for what is read without Slack. */
export function plainOf(sentence: string, nameOf: NameOf): string {
  return unescape(sentence.replaceAll(DRAWN, (_whole, inner: string) => drawn(inner, nameOf))).replaceAll(
    QUOTED_ID,
    '$1',
  );
}

function drawn(inner: string, nameOf: NameOf): string {
  const cut = inner.indexOf('|');
  const [target, label] = cut < 0 ? [inner, null] : [inner.slice(0, cut), inner.slice(cut + 1)];
  if (target.startsWith('@')) return nameOf(target.slice(1)) ?? label ?? target.slice(1);
  if (target.startsWith('#')) return label ?? target.slice(1);
  return label ?? target;
}
