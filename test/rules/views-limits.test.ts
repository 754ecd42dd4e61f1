import { describe, expect, test } from '@jest/globals';
import { LOCALES } from '../../src/kit/locale.ts';
import { MAX_MESSAGE_TEXT } from '../../sandbox/blockkit/surfaces.ts';
import { validateMessage, validateView } from '../../sandbox/blockkit/validate.ts';
import { escape } from '../../src/kit/text.ts';
import { sources } from '../support/arbitraries-words.ts';
import { everything, type Shown } from '../support/arbitraries-shown.ts';
import { FILLERS } from '../support/arbitraries-views.ts';

/** Every object in a message or a view, however deep. */
function objectsIn(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Record<string, unknown>, ...Object.values(value).flatMap(objectsIn)];
}

const faultsOf = (shown: Shown): string[] => {
  const faults = shown.is === 'message' ? validateMessage(shown.message) : validateView(shown.view, shown.is);
  return faults.map(({ message, pointer }) => `${shown.name} ${pointer}: ${message}`);
};
const contentOf = (shown: Shown): unknown => (shown.is === 'message' ? shown.message.blocks : shown.view);
const textsOf = (shown: Shown): string[] => [
  ...objectsIn(contentOf(shown)).flatMap(({ type, text }) => (type === 'mrkdwn' ? [String(text)] : [])),
  ...(shown.is === 'message' ? [shown.message.text] : []),
];

/** What Slack acts on in `mrkdwn`: our own mentions, channels, dates and links, and nothing else. */
const OUR_TOKENS = [
  /^<@U(ANA|BEN|CLEO|0123456\d+)>$/u,
  /^<#C(CLIENT|TEAM)>$/u,
  /^<!date\^\d+\^\{date_short(_pretty)?\} \{time\}\|[^<>|]+ UTC>$/u,
  /^<https:\/\/agency\.slack\.com\/[^<>|]+\|[^<>|]+>$/u,
];
/** How long Slack may count a message: as if everything in it were escaped. */
const escapedLength = (shown: Shown): number =>
  objectsIn(contentOf(shown)).reduce((sum, { type, text }) => {
    if (typeof text !== 'string') return sum;
    return sum + (type === 'mrkdwn' ? text : escape(text)).length;
  }, 0);

/** What rich text of ours is made of: links to our own messages alone, and nobody called but people, and channels, by their id. */
const SHOWN: readonly unknown[] = ['text', 'user', 'channel', 'date', 'emoji', 'link'];

const isOurs = (token: string): boolean => OUR_TOKENS.some((ours) => ours.test(token));

const cases = Object.entries(FILLERS).flatMap(([name, filler]) => LOCALES.map((locale) => ({ name, filler, locale })));

describe.each(cases)('with everything at its longest, of $name, in $locale', ({ filler, locale }) => {
  const all = everything(filler, locale);

  test('Slack takes every message and every view', () => {
    expect(all.length).toBeGreaterThan(100);
    expect(all.flatMap(faultsOf)).toEqual([]);
  });

  test('nothing that was typed mentions, links or formats what is around it', () => {
    for (const shown of all) {
      const tokens = textsOf(shown).flatMap((text) => text.match(/<[^>]*>?/gu) ?? []);
      expect([shown.name, tokens.filter((token) => !isOurs(token))]).toEqual([shown.name, []]);
      const objects = objectsIn(contentOf(shown));
      const loose = objects.filter(({ type, verbatim }) => type === 'mrkdwn' && verbatim !== true);
      expect([shown.name, loose]).toEqual([shown.name, []]);
      const rich = objects
        .filter(({ type }) => type === 'rich_text_section' || type === 'rich_text_quote')
        .flatMap(({ elements }) => objectsIn(elements));
      const kinds = new Set(rich.map(({ type }) => type).filter((type) => type !== undefined));
      expect([...kinds].filter((kind) => !SHOWN.includes(kind))).toEqual([]);
      const links = rich.flatMap(({ type, url }) => (type === 'link' ? [String(url)] : []));
      expect(links.filter((url) => !url.startsWith('https://agency.slack.com/'))).toEqual([]);
    }
  });

  test('each post of a version, and of a client’s words, fits into a message, counted as if Slack escaped all of it', () => {
    const posts = all.filter(({ name }) =>
      /^(versionPart|correctionPart|toldTo|objectedForTeam|confirmationNote)/u.test(name),
    );
    expect(posts.filter(({ name }) => name.startsWith('versionPart')).length).toBeGreaterThan(3);
    expect(posts.filter((post) => escapedLength(post) > MAX_MESSAGE_TEXT).map(({ name }) => name)).toEqual([]);
  });

  test('every message says on a phone what it is about', () => {
    const silent = all.filter((shown) => shown.is === 'message' && shown.message.text.trim() === '');
    expect(silent.map(({ name }) => name)).toEqual([]);
  });
});

test('every message and every view of ours is among them', () => {
  const made = sources()
    .filter(({ path }) => /(^|\/)views(-[\w-]+)?\.ts$/u.test(path))
    .flatMap(({ text }) => text.split(/^export function /mu).slice(1))
    .filter((made) => /^(Message|Modal|HomeView)/u.test(/\): (.+) \{$/mu.exec(made)?.[1] ?? ''))
    .map((made) => /^\w+/u.exec(made)?.[0] ?? '');
  expect(made).toEqual(expect.arrayContaining(['briefCard', 'homeView', 'recordModal', 'versionPart', 'toldToTeam']));
  const shown = everything('x', 'en').map(({ name }) => name.split(' ')[0]);
  expect(made.filter((name) => !shown.includes(name))).toEqual([]);
});
