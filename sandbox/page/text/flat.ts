/** mrkdwn as one plain line, for places too small for formatting (the list of pins). */
import { channelOf, personOf } from '../state/desk.ts';
import type { Seat } from '../../server/protocol.ts';
import { dateText } from './dates.ts';
import { emojiOf } from './emoji.ts';
import { parseMrkdwn, type Span } from './mrkdwn.ts';

export function flatText(seat: Seat, text: string): string {
  const lines = parseMrkdwn(text, { verbatim: true }).flatMap((passage) =>
    passage.is === 'pre' ? [passage.text] : passage.lines.map((line) => flatSpans(seat, line)),
  );
  return lines.join(' ');
}

const flatSpans = (seat: Seat, spans: Span[]): string => spans.map((span) => flatSpan(seat, span)).join('');

function flatSpan(seat: Seat, span: Span): string {
  switch (span.is) {
    case 'text':
    case 'code':
      return span.text;
    case 'bold':
    case 'italic':
    case 'strike':
      return flatSpans(seat, span.of);
    case 'link':
      return span.label;
    case 'user':
      return `@${personOf(seat, span.id)?.name ?? span.id}`;
    case 'channel':
      return `#${channelOf(seat, span.id)?.name ?? span.label}`;
    case 'broadcast':
      return `@${span.range}`;
    case 'date':
      return dateText(seat, span.at, span.tokens, span.fallback);
    case 'emoji':
      return emojiOf(span.name) ?? `:${span.name}:`;
    default:
      return span satisfies never;
  }
}
