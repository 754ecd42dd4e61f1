import { BOUNDS } from '../kit/bounds.ts';
import { type Refusal, refuser } from '../kit/refusal.ts';
import { shorten } from '../kit/text.ts';
import type { DeliverableKind, DeliveredContent } from './model.ts';
import type { DeliverableRefusals } from './model-refusals.ts';

const refuse = refuser<DeliverableRefusals>();

/** An address as Slack marks it in messages and commands, with or without a label (docs.slack.dev, formatting message text). */
const MARKED = /<(https?:\/\/[^\s|<>]+)(?:\|[^<>]*)?>/gu;
/** And as people paste it; what ends a sentence after it is none of it. */
const ADDRESS = /https?:\/\/[^\s<>"“”，。；）】》]+/gu;
const ENDING = /[.,;:!?)'\]]+$/u;
/** What looks like an address that somebody wants to be opened, and is none: "figma.com/file/x", "http:/x". */
const NEARLY = /^(?:www\.|https?:\/|\w[\w-]*(?:\.[\w-]+)*\.(?:com|cn|net|org|io|co)\/)\S*$/iu;

/** Can a browser open it, and does it fit where it is shown whole? */
const isLink = (text: string): boolean =>
  text.length <= BOUNDS.link && /^https?:\/\//u.test(text) && URL.canParse(text);

/** A text with Slack's own marks around addresses taken away. */
export const unmarked = (text: string): string => text.replaceAll(MARKED, '$1');

/** The addresses in a text, each once, in their order. @param text as it was typed, with Slack's own marks or without */
export function linksIn(text: string): string[] {
  const found = [...unmarked(text).matchAll(ADDRESS)].map(([address]) => address.replace(ENDING, ''));
  return [...new Set(found.filter(isLink))].slice(0, BOUNDS.contents);
}

/** The rest of a text, once the addresses are taken out of it. */
const withoutLinks = (text: string): string => unmarked(text).replaceAll(ADDRESS, ' ').replaceAll(/\s+/gu, ' ').trim();

/**
 * What was entered as the thing itself: lines that are an address are links, and everything else is one text, exactly as it stands. A
 * line that only looks like an address is refused, because it would be approved as a text.
 * @returns none where nothing was entered
 */
export function contentsIn(text: string | null): DeliveredContent[] | Refusal {
  const lines = unmarked(text ?? '').split('\n');
  const isNearly = (line: string) => NEARLY.test(line) && !isLink(line);
  if (lines.some((line) => isNearly(line.trim()))) return refuse('deliverable.linkUnread', {}, { at: 'content' });
  const urls = [...new Set(lines.map((line) => line.trim()).filter(isLink))];
  // More than a version holds are kept together, as the text that they stand in.
  if (urls.length >= BOUNDS.contents) return [{ is: 'text', text: lines.join('\n').trim() }];
  const rest = lines.filter((line) => !isLink(line.trim())).join('\n');
  const links = urls.map((url): DeliveredContent => ({ is: 'link', url }));
  return rest.trim() === '' ? links : [...links, { is: 'text', text: rest.trim() }];
}

/** A file of which nothing is known yet but what Slack tells with a message. */
export const fileNamed = ({ file, name }: { file: string; name: string }): DeliveredContent => ({
  is: 'file',
  file,
  name,
  mimetype: null,
  size: null,
  sha256: null,
});

/** What a message or a command says of the thing itself: its files, else the addresses in it, else its text. */
export function offeredIn({ text, files }: { text: string; files: readonly { name: string }[] }): {
  /** For the form, where no file says it. */
  content: string | null;
  /** What it may be called; empty where nothing says so. */
  name: string;
} {
  const links = linksIn(text);
  const rest = withoutLinks(text);
  const [first] = files;
  if (first) return { content: null, name: nameOf(first.name) || firstLine(rest) };
  if (links.length > 0) return { content: links.join('\n'), name: firstLine(rest) || nameOfLink(links[0] ?? '') };
  const plain = unmarked(text).trim();
  return { content: plain === '' ? null : plain, name: firstLine(plain) };
}

/** "KV_spring-v2.final.pdf" is called "KV spring": a name stays when the version does not. */
export function nameOf(file: string): string {
  const plain = file
    .replace(/\.[a-z0-9]{1,5}$/iu, '')
    .replaceAll(/[_\s]+/gu, ' ')
    .replaceAll(/(?:^|[\s.-]+)(?:v|ver|version|rev|r|第)\s?\d{1,3}版?(?=$|[\s.-])/giu, ' ')
    .replaceAll(/[\s.-]+(?:final|终稿|定稿)(?=$|[\s.-])/giu, ' ');
  return shorten(plain.replaceAll(/\s+/gu, ' ').trim(), BOUNDS.deliverableName);
}

/** The last part of an address that says anything, else whose it is. */
function nameOfLink(link: string): string {
  if (!URL.canParse(link)) return '';
  const { hostname, pathname } = new URL(link);
  const last = pathname.split('/').filter(Boolean).at(-1) ?? '';
  return nameOf(readable(last)) || hostname.replace(/^www\./u, '');
}

function readable(part: string): string {
  try {
    return decodeURIComponent(part).replaceAll('-', ' ');
  } catch {
    return part;
  }
}

const firstLine = (text: string): string =>
  shorten((text.split('\n').find((line) => line.trim() !== '') ?? '').trim(), BOUNDS.deliverableName);

/** Words by which people name a kind, in what it is called; the first that is there counts. */
const SAID: readonly (readonly [DeliverableKind, RegExp])[] = [
  ['costEstimate', /\b(?:cost estimate|estimate|quotation|quote)\b|报价|估价|费用预算/iu],
  ['mediaPlan', /\bmedia (?:plan|schedule)\b|媒介计划|媒介排期|投放计划|排期表/iu],
  ['outOfHome', /\b(?:ooh|dooh|billboards?|out.of.home|bus ?shelters?)\b|户外|灯箱|大牌|站牌/iu],
  ['social', /\b(?:social|instagram|facebook|tiktok|wechat|weibo|reels?|stories)\b|微信|微博|小红书|抖音|推文|社交/iu],
  ['film', /\b(?:film|tvc|video|spot|animatic|storyboard)\b|影片|视频|短片|分镜/iu],
  ['web', /\b(?:banners?|landing ?pages?|website|web|html5?|h5)\b|横幅|网页|网站|落地页/iu],
  ['print', /\b(?:print|posters?|brochures?|flyers?|leaflets?|press ad|packaging)\b|海报|画册|传单|平面|包装/iu],
];
/** Endings that only one kind of thing has. */
const ENDINGS: readonly (readonly [DeliverableKind, RegExp])[] = [
  ['film', /\.(?:mp4|mov|m4v|webm)$/iu],
  ['web', /\.(?:html|gif|webp)$/iu],
  ['print', /\.(?:eps|ai|tiff?)$/iu],
];
const HOSTS: readonly (readonly [DeliverableKind, RegExp])[] = [
  ['film', /(?:^|\.)(?:vimeo\.com|youtube\.com|youtu\.be|frame\.io|bilibili\.com|youku\.com)$/iu],
];

/** What kind of thing it is, by what it is called and what it is made of; it can be put right afterwards. */
export function kindOf(name: string, contents: readonly DeliveredContent[]): DeliverableKind {
  const files = contents.flatMap((one) => (one.is === 'file' ? [one.name] : []));
  const hosts = contents.flatMap((one) =>
    one.is === 'link' && URL.canParse(one.url) ? [new URL(one.url).hostname] : [],
  );
  return (
    SAID.find(([, said]) => said.test(`${name}\n${files.join('\n').replaceAll('_', ' ')}`))?.[0] ??
    ENDINGS.find(([, ending]) => files.some((one) => ending.test(one)))?.[0] ??
    HOSTS.find(([, host]) => hosts.some((one) => host.test(one)))?.[0] ??
    'other'
  );
}
