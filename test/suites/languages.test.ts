import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { beginWalk, CHINESE, ENGLISH, type Walk } from '../support/cast.ts';
import { agency } from '../../sandbox/seed/agency.ts';
import { type Locale, LOCALES } from '../../src/kit/locale.ts';
import { nameOf, play, SCENES } from '../support/scenes.ts';
import { stage } from '../support/stage.ts';

/** Each language is called by its own name, in both. */
const OWN_NAMES = ['English', '简体中文'];
/**
 * What is never translated: mentions, links and dates of Slack's, channels by their names, what is to be typed, zones, codes of
 * countries, addresses, endings of files, what Slack's menu calls a shortcut, terms that people typed, our name, Slack's.
 */
const UNTRANSLATED =
  /<[^>]*>|`[^`]*`|:\w+:|\/invite\b|\/progress\b|\b(?:Asia|Europe)\/[A-Z][a-z]+\b|\b(?:London|Tokyo)\b|\b(?:CN|US-CA)\b|\w+@\w+\.cn\b|Slack Connect|#[\p{L}\p{N}_-]+|Liaison|Slack|UTC|\bCNY\b|\bPDF\b|\bCSV\b|\bJSON\b|\bSHA-256\b|https:\/\/[\w./-]*|Send for approval|口碑最佳|最佳|\bKB\b|\.docx\b|\bWord\b|\bMarkdown\b|\bMB\b|\bv\d+\b/gu;

const FOREIGN: Record<Locale, RegExp> = { en: /\p{Script=Han}+/gu, zh: /[A-Za-z]{2,}/gu };

/** Every string that somebody reads, in a message, view, topic or error, however deep it stands. */
function read(value: unknown, key = ''): string[] {
  // Views and blocks travel as JSON in a string.
  if (typeof value === 'string' && /^[[{]/u.test(value) && key !== 'text') return parsed(value);
  if (typeof value === 'string') return key === 'text' || key === 'topic' || key === 'error' ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((one) => read(one));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'errors' ? Object.values(inner as object).map(String) : read(inner, name),
  );
}

const parsed = (text: string): string[] => {
  try {
    return read(JSON.parse(text));
  } catch {
    return [];
  }
};

/** What the bot made anybody read since then: its calls, and its answers to deliveries. */
function produced({ on }: Walk, from: number): string[] {
  const entries = on.slack.journal.entries.slice(from);
  const said = entries.map(({ direction, payload, answer }) => (direction === 'to app' ? answer : payload));
  return read(said).filter((text) => !OWN_NAMES.includes(text));
}

/** Names of people stand as they write them themselves. */
const NAMES = new RegExp(agency.people.flatMap(({ name, handle }) => [name, handle]).join('|'), 'gu');

const foreignIn = (texts: readonly string[], locale: Locale): string[] =>
  texts.flatMap((text) => text.replaceAll(UNTRANSLATED, '').replaceAll(NAMES, '').match(FOREIGN[locale]) ?? []);

describe.each([ENGLISH, CHINESE])('in a project where everybody speaks $locale', (cast) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = beginWalk(await stage(), cast);
  });
  afterAll(() => walk.on.end());

  test.each(SCENES.map((scene) => [nameOf(scene), scene] as const))(
    '%s says no word in the other language',
    async (_name, scene) => {
      const from = walk.on.slack.journal.entries.length;
      await play(scene, walk);
      expect(foreignIn(produced(walk, from), cast.locale)).toEqual([]);
    },
  );

  test('and much was said', () => {
    expect(produced(walk, 0).length).toBeGreaterThan(500);
  });
});

test('the two languages can be told apart', () => {
  expect(LOCALES.map((locale) => foreignIn(['Sent <@U1>', '已发给 `/project new`'], locale))).toEqual([
    ['已发给'],
    ['Sent'],
  ]);
});
