/** Shows mrkdwn and plain text. */
import type { MrkdwnElement, PlainTextElement } from '@slack/types';
import type { ComponentChildren } from 'preact';
import { channelOf, personOf, useDesk } from '../state/desk.ts';
import { permalinkToPlace, placeToHash } from '../state/place.ts';
import { dateText } from './dates.ts';
import { emojiOf, plainText } from './emoji.ts';
import { type Passage, parseMrkdwn, type Span } from './mrkdwn.ts';

export function Text({ of }: { of: PlainTextElement | MrkdwnElement }) {
  if (of.type === 'plain_text') return <span class="plain">{plainText(of.text)}</span>;
  return <Mrkdwn text={of.text} verbatim={of.verbatim ?? false} />;
}

export function Mrkdwn({ text, verbatim = false }: { text: string; verbatim?: boolean }) {
  return (
    <div class="mrkdwn">
      {parseMrkdwn(text, { verbatim }).map((passage, index) => (
        <PassageShown key={index} of={passage} />
      ))}
    </div>
  );
}

function PassageShown({ of }: { of: Passage }) {
  if (of.is === 'pre') return <pre>{of.text}</pre>;
  const lines = of.lines.map((line, index) => (
    <div key={index} class={line.length === 0 ? 'line empty' : 'line'}>
      <Spans of={line} />
    </div>
  ));
  return of.is === 'quote' ? <blockquote>{lines}</blockquote> : <>{lines}</>;
}

function Spans({ of }: { of: Span[] }) {
  return (
    <>
      {of.map((span, index) => (
        <SpanShown key={index} of={span} />
      ))}
    </>
  );
}

function SpanShown({ of }: { of: Span }) {
  switch (of.is) {
    case 'text':
      return <>{of.text}</>;
    case 'bold':
      return <b children={<Spans of={of.of} />} />;
    case 'italic':
      return <i children={<Spans of={of.of} />} />;
    case 'strike':
      return <s children={<Spans of={of.of} />} />;
    case 'code':
      return <code>{of.text}</code>;
    case 'link':
      return <Link href={of.href}>{of.label}</Link>;
    case 'user':
      return <Mention user={of.id} />;
    case 'channel':
      return <ChannelMention channel={of.id} label={of.label} />;
    case 'broadcast':
      return <mark class="broadcast">@{of.range}</mark>;
    case 'date':
      return <DateShown {...of} />;
    case 'emoji':
      return <Emoji name={of.name} />;
    default:
      return of satisfies never;
  }
}

export function Emoji({ name }: { name: string }) {
  const char = emojiOf(name);
  return char ? (
    <span class="emoji" role="img" aria-label={name}>
      {char}
    </span>
  ) : (
    <>:{name}:</>
  );
}

export function Mention({ user }: { user: string }) {
  const { seat } = useDesk();
  const name = personOf(seat, user)?.name ?? user;
  return <span class={user === seat.me.id ? 'mention me' : 'mention'}>@{name}</span>;
}

/** A channel that this person cannot see has no name for them, as in Slack. */
export function ChannelMention({ channel, label }: { channel: string; label?: string }) {
  const { seat } = useDesk();
  const found = channelOf(seat, channel);
  if (!found) return <span class="mention">#{label || 'private-channel'}</span>;
  return (
    <a class="mention" href={placeToHash({ at: 'channel', channel })}>
      #{found.name}
    </a>
  );
}

export function DateShown(props: { at: number; tokens: string; href: string | undefined; fallback: string }) {
  const { seat } = useDesk();
  const text = dateText(seat, props.at, props.tokens, props.fallback);
  if (props.href) return <Link href={props.href}>{text}</Link>;
  return <time title={props.fallback}>{text}</time>;
}

export function Link({ href, children }: { href: string; children: ComponentChildren }) {
  const inside = permalinkToPlace(href);
  if (inside) return <a href={placeToHash(inside)}>{children}</a>;
  // The text is the app's: only these schemes may become a live link.
  if (!/^(https?:|mailto:|slack:)/i.test(href)) return <>{children}</>;
  return (
    <a href={href} target="_blank" rel="noreferrer noopener">
      {children}
    </a>
  );
}
