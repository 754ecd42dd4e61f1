/** Shows rich_text blocks: the only place where text that people wrote stands. */
import type { RichTextBlock, RichTextBlockElement, RichTextElement, RichTextList, RichTextSection } from '@slack/types';
import type { ComponentChildren } from 'preact';
import { Unknown } from '../blocks/unknown.tsx';
import { ChannelMention, DateShown, Emoji, Link, Mention } from './spans.tsx';

export function RichText({ block }: { block: RichTextBlock }) {
  return (
    <div class="rich">
      {block.elements.map((element, index) => (
        <Part key={index} of={element} before={block.elements.slice(0, index)} />
      ))}
    </div>
  );
}

function Part({ of, before }: { of: RichTextBlockElement; before: RichTextBlockElement[] }) {
  switch (of.type) {
    case 'rich_text_section':
      return <Section of={of} />;
    case 'rich_text_list':
      return <List of={of} start={startOf(of, before)} />;
    case 'rich_text_quote':
      return <blockquote children={<Elements of={of.elements} />} />;
    case 'rich_text_preformatted':
      return <pre children={<Elements of={of.elements} />} />;
    default:
      return <Unknown what="rich_text element" of={of} />;
  }
}

function Section({ of }: { of: RichTextSection }) {
  return (
    <div class="rich-section">
      <Elements of={of.elements} />
    </div>
  );
}

/** An indented list splits the outer one in two: the outer goes on counting unless `offset` says where it starts. */
function startOf(list: RichTextList, before: RichTextBlockElement[]): number {
  const offset = (list as { offset?: number }).offset;
  if (offset !== undefined) return offset + 1;
  let counted = 0;
  for (const earlier of before.toReversed()) {
    if (earlier.type !== 'rich_text_list' || (earlier.indent ?? 0) < (list.indent ?? 0)) break;
    if ((earlier.indent ?? 0) > (list.indent ?? 0)) continue;
    if (earlier.style !== list.style) break;
    counted += earlier.elements.length;
    if ((earlier as { offset?: number }).offset !== undefined) counted += (earlier as { offset?: number }).offset ?? 0;
  }
  return counted + 1;
}

const NUMBERS = ['decimal', 'lower-alpha', 'lower-roman'] as const;
const BULLETS = ['disc', 'circle', 'square'] as const;

function List({ of, start }: { of: RichTextList; start: number }) {
  const indent = of.indent ?? 0;
  const marker = (of.style === 'ordered' ? NUMBERS : BULLETS)[indent % 3];
  const style = { marginInlineStart: `${indent * 24}px`, listStyleType: marker };
  const items = of.elements.map((element, index) => (
    <li key={index}>
      <Elements of={element.elements} />
    </li>
  ));
  if (of.style === 'ordered') return <ol start={start} style={style} children={items} />;
  return <ul style={style} children={items} />;
}

function Elements({ of }: { of: readonly RichTextElement[] }) {
  return (
    <>
      {of.map((element, index) => (
        <Styled key={index} style={element.style ?? {}}>
          <Element of={element} />
        </Styled>
      ))}
    </>
  );
}

function Element({ of }: { of: RichTextElement }) {
  switch (of.type) {
    case 'text':
      return <span class="run">{of.text}</span>;
    case 'link':
      return <Link href={of.url}>{of.text ?? of.url}</Link>;
    case 'user':
      return <Mention user={of.user_id} />;
    case 'channel':
      return <ChannelMention channel={of.channel_id} />;
    case 'emoji':
      return <Emoji name={of.name} />;
    case 'broadcast':
      return <mark class="broadcast">@{of.range}</mark>;
    case 'date':
      return <DateShown at={of.timestamp} tokens={of.format} href={of.url} fallback={of.fallback ?? ''} />;
    default:
      return <Unknown what="rich_text element" of={of} />;
  }
}

type Style = { bold?: boolean; italic?: boolean; strike?: boolean; code?: boolean };

function Styled({ style, children }: { style: Style; children: ComponentChildren }) {
  let shown = children;
  if (style.code) shown = <code>{shown}</code>;
  if (style.strike) shown = <s>{shown}</s>;
  if (style.italic) shown = <i>{shown}</i>;
  if (style.bold) shown = <b>{shown}</b>;
  return <>{shown}</>;
}
