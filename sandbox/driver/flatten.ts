/** Blocks as a person would read them aloud: plain text with mentions as names and buttons in brackets. */
import type { KnownBlock } from '@slack/types';
import { elementsOf, type AnyElement } from '../core/messages.ts';
import { unescapeText } from '../core/text.ts';
import type { World } from '../core/world.ts';

type Loose = Record<string, unknown>;

/** The text of one text object: mrkdwn is read, plain_text is taken as it is. */
export function textOf(world: World, object: unknown): string {
  const { type, text } = (object ?? {}) as { type?: string; text?: string };
  if (typeof text !== 'string') return '';
  return type === 'mrkdwn' ? readMrkdwn(world, text) : text;
}

/** Slack's own notation turned into what is seen: `<@U1>` is "@mei", `<url|label>` is "label". */
export function readMrkdwn(world: World, text: string): string {
  const read = text.replaceAll(/<([^<>]*)>/g, (_, inner: string) => {
    const cut = inner.lastIndexOf('|');
    const [target, label] = cut < 0 ? [inner, undefined] : [inner.slice(0, cut), inner.slice(cut + 1)];
    if (target.startsWith('@')) return `@${world.users.get(target.slice(1))?.handle ?? target.slice(1)}`;
    if (target.startsWith('#')) return `#${world.channels.get(target.slice(1))?.name ?? label ?? target.slice(1)}`;
    if (target.startsWith('!date^')) return label ?? '';
    if (target.startsWith('!')) return label ?? `@${target.slice(1)}`;
    return label ?? target;
  });
  return unescapeText(read);
}

/** All blocks, a line each. */
export function flattenBlocks(world: World, blocks: readonly KnownBlock[]): string {
  return blocks
    .map((block) => flattenBlock(world, block))
    .filter(Boolean)
    .join('\n');
}

function flattenBlock(world: World, block: KnownBlock): string {
  const raw = block as unknown as Loose;
  switch (block.type) {
    case 'header':
      return textOf(world, block.text);
    case 'section': {
      const fields = (block.fields ?? []).map((field) => textOf(world, field));
      return joined([textOf(world, block.text), ...fields, ...elementTexts(world, block)], '\n');
    }
    case 'context':
      return joined(
        block.elements.map((one) => (one.type === 'image' ? one.alt_text : textOf(world, one))),
        ' ',
      );
    case 'input':
      return joined([textOf(world, block.label), textOf(world, block.hint), ...elementTexts(world, block)], '\n');
    case 'rich_text':
      return joined((raw['elements'] as Loose[]).map((one) => richText(world, one)));
    case 'image':
      return joined([textOf(world, raw['title']), block.alt_text], ' ');
    case 'actions':
      return joined(elementTexts(world, block), ' ');
    default:
      return typeof raw['text'] === 'string' ? raw['text'] : textOf(world, raw['text']);
  }
}

function elementTexts(world: World, block: KnownBlock): string[] {
  return elementsOf(block).map((element) => elementText(world, element));
}

/** An element: a button is "[Confirm]", a choice shows its placeholder or what is chosen. */
function elementText(world: World, element: AnyElement): string {
  if (element.type === 'button') return `[${textOf(world, element['text'])}]`;
  const chosen = element['initial_option'] as { text?: unknown } | undefined;
  const options = element.type === 'checkboxes' || element.type === 'radio_buttons' ? optionTexts(world, element) : [];
  const value = element['initial_value'] ?? element['initial_date'];
  return joined([
    textOf(world, element['placeholder']),
    options.length > 0 ? options.join(' / ') : textOf(world, chosen?.text),
    typeof value === 'string' ? value : '',
  ]);
}

/** The texts of an element's options. */
export function optionTexts(world: World, element: AnyElement): string[] {
  return optionsOf(element).map((option) => textOf(world, option['text']));
}

/** The options of an element, out of their groups. */
export function optionsOf(element: AnyElement): Loose[] {
  const groups = (element['option_groups'] as { options: Loose[] }[] | undefined) ?? [];
  return [...((element['options'] as Loose[] | undefined) ?? []), ...groups.flatMap((group) => group.options)];
}

function richText(world: World, element: Loose): string {
  const inner = (element['elements'] as Loose[] | undefined) ?? [];
  switch (element['type']) {
    case 'rich_text_list':
      return inner.map((item) => `- ${richText(world, item)}`).join('\n');
    case 'rich_text_section':
    case 'rich_text_quote':
    case 'rich_text_preformatted':
      return inner.map((one) => richText(world, one)).join('');
    case 'user':
      return `@${world.users.get(String(element['user_id']))?.handle ?? String(element['user_id'])}`;
    case 'channel':
      return `#${world.channels.get(String(element['channel_id']))?.name ?? String(element['channel_id'])}`;
    case 'broadcast':
      return `@${String(element['range'])}`;
    case 'emoji':
      return `:${String(element['name'])}:`;
    case 'date':
      return wordOf(element['fallback']);
    default:
      return wordOf(element['text'] ?? element['url']);
  }
}

function wordOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function joined(parts: string[], by = '\n'): string {
  return parts.filter(Boolean).join(by);
}
