import { describe, expect, test } from '@jest/globals';
import { validateMessage, validateView } from '../../sandbox/blockkit/validate.ts';
import { clientCardMessage } from '../../src/client/views-card.ts';
import { statusDraft } from '../../src/client/views-card-status.ts';
import { cardWords } from '../../src/client/words-card.ts';
import { BOUNDS } from '../../src/kit/bounds.ts';
import { LOCALES } from '../../src/kit/locale.ts';
import { release } from '../../src/project/rules-released.ts';
import { drafted, newProject, sentBrief } from '../support/arbitraries.ts';
import { carded, clientShown } from '../support/arbitraries-client-card.ts';
import type { Shown } from '../support/arbitraries-shown.ts';
import { FILLERS } from '../support/arbitraries-views.ts';

const cases = Object.entries(FILLERS).flatMap(([name, filler]) => LOCALES.map((locale) => ({ name, filler, locale })));

const faultsOf = (shown: Shown): string[] => {
  const faults = shown.is === 'message' ? validateMessage(shown.message) : validateView(shown.view, shown.is);
  return faults.map(({ message, pointer }) => `${shown.name} ${pointer}: ${message}`);
};

/** What Slack acts on in `mrkdwn`, wherever it stands. */
const mrkdwnIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(mrkdwnIn);
  if (typeof value !== 'object' || value === null) return [];
  const { type, text } = value as { type?: unknown; text?: unknown };
  return [...(type === 'mrkdwn' ? [String(text)] : []), ...Object.values(value).flatMap(mrkdwnIn)];
};
const OURS = [
  /^<@U[A-Z0-9]+>$/u,
  /^<#C[A-Z0-9]+>$/u,
  /^<!date\^\d+\^[^|]+\|[^<>|]+ UTC>$/u,
  /^<https:\/\/agency\.slack\.com\/[^<>|]+\|[^<>|]+>$/u,
];

describe.each(cases)('all of the client card at its longest, of $name, in $locale', ({ filler, locale }) => {
  const all = clientShown(filler, locale);

  test('Slack takes every message and every view', () => {
    expect(all.length).toBeGreaterThan(25);
    expect(all.flatMap(faultsOf)).toEqual([]);
  });

  test('nothing that was typed calls, links or formats', () => {
    for (const shown of all) {
      const texts =
        shown.is === 'message' ? [...mrkdwnIn(shown.message.blocks), shown.message.text] : mrkdwnIn(shown.view);
      const tokens = texts.flatMap((text) => text.match(/<[^>]*>?/gu) ?? []);
      expect([shown.name, tokens.filter((token) => !OURS.some((ours) => ours.test(token)))]).toEqual([shown.name, []]);
    }
  });

  test('a drafted status fits the form that it is typed into', () => {
    expect(statusDraft(release(carded(filler, locale))).length).toBeLessThanOrEqual(BOUNDS.longAnswer);
  });
});

describe('the client card', () => {
  const released = release(sentBrief(drafted(newProject())));
  const textOf = (it: typeof released) =>
    JSON.stringify(
      clientCardMessage(
        it,
        it.waiting.map((waiting) => ({ waiting, link: null })),
      ),
    );

  test.each(LOCALES)('says where the project stands, and once it has ended has the record alone, in %s', (language) => {
    const words = cardWords.in(language);
    const live = { ...released, language };
    expect(textOf(live)).toContain(words['stage.meaning']({ stage: 'intake' }));
    expect(textOf({ ...live, life: 'onHold' })).toContain(words.onHold());
    const ended = textOf({ ...live, life: 'ended', waiting: [] });
    expect(ended).toContain(words.ended());
    expect(ended).toContain(words.record());
    for (const gone of ['newRequest', 'problem', 'status'] as const) expect(ended).not.toContain(`client.${gone}`);
  });

  test('a status is drafted from it in the language of the client channel', () => {
    expect(statusDraft(released)).toBe(
      [
        'Spring launch for Acme, as it stands now',
        'Stage 1 of 4 · Intake: we make sure that we understand what you need, and you confirm the brief',
        'Wanted date: 14 Mar 2027',
        'Waiting for you: Version 1 of the brief: Cleo, since 23 Nov 2026',
      ].join('\n'),
    );
    expect(statusDraft({ ...released, language: 'zh', waiting: [] })).toMatch(/需求沟通[\s\S]*2027年3月14日/u);
  });
});
