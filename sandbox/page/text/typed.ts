import type { Seat } from '../../server/protocol.ts';
import { channelOf, personOf } from '../state/desk.ts';
import { unescape } from './emoji.ts';

/** A stored text as its author typed it: the sandbox makes mentions and links of it again. */
export function typedText(seat: Seat, text: string): string {
  const typed = text.replaceAll(/<([@#!]?)([^>|]*)(?:\|([^>]*))?>/g, (_, sign: string, of: string, label?: string) => {
    if (sign === '@') return `@${personOf(seat, of)?.handle ?? of}`;
    if (sign === '#') return `#${channelOf(seat, of)?.name ?? label ?? of}`;
    return sign === '!' ? `@${of}` : of;
  });
  return unescape(typed);
}
