import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { BOUNDS } from '../../src/kit/bounds.ts';
import { metadata } from '../../src/kit/metadata.ts';
import { nearest } from '../../src/kit/nearest.ts';
import { isRefusal, refuser } from '../../src/kit/refusal.ts';
import { channelName } from '../../src/kit/slug.ts';
import { aboutValue } from '../../src/approval/model-answers.ts';
import { joinerValue, startMeta } from '../../src/project/model-metadata.ts';
import { typed } from '../support/arbitraries.ts';

const ID = 'aB_3-dEfGh';

describe('the name of a project’s channel', () => {
  test.each([
    [['Acme', 'Spring launch'], 'acme-spring-launch'],
    [['Café Müller & Söhne', 'Ärger?!'], 'cafe-muller-sohne-arger'],
    [['Acme', '春季上市'], 'acme-ab3def'],
    [['云山茶', '春季上市'], 'project-ab3def'],
    [['云山茶 Cloud', '2027 春'], 'cloud-2027'],
    [['ＡＣＭＥ', 'ﬁlm Ⅳ'], 'acme-film-iv'],
    [['', '---'], 'project-ab3def'],
    [['🎉', 'Launch'], 'launch-ab3def'],
  ])('of %j is #%s', (parts, name) => expect(channelName(parts, ID)).toBe(name));

  test('is one that Slack takes, whatever the client and the project are called', () => {
    const name = fc.oneof(
      typed(80),
      fc.string({ unit: 'binary', maxLength: 80, size: 'max' }),
      fc.constant('-_'.repeat(40)),
    );
    const id = fc.string({ unit: fc.constantFrom('a', 'Z', '0', '-', '_'), minLength: 8, maxLength: 16 });
    fc.assert(
      fc.property(name, name, id, (client, project, made) => {
        const channel = channelName([client, project], made);
        expect(channel).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/u);
        // Room for "-12" where it is taken.
        expect(channel.length).toBeLessThanOrEqual(BOUNDS.channelName - 4);
      }),
    );
  });
});

describe('what a button carries', () => {
  const value = fc.record({
    project: fc.string({ maxLength: 40 }),
    subject: fc.record({ kind: fc.constant('brief' as const), id: fc.string({ maxLength: 40 }) }),
    on: fc.record({ version: fc.nat(), step: fc.nat() }),
    language: fc.constantFrom('en', 'zh'),
  });

  test('comes back as it was', () => {
    fc.assert(fc.property(value, (given) => expect(aboutValue.decode(aboutValue.encode(given))).toEqual(given)));
  });

  test.each([undefined, '', '{', 'null', '[]', '"p1"', '{}', '{"project":"p1"}', 'constructor'])(
    '%j is not ours',
    (text) => {
      expect([aboutValue.decode(text), joinerValue.decode(text), startMeta.decode(text)]).toEqual([null, null, null]);
    },
  );

  test('tampered with, it is ours only where it says the same kind of thing', () => {
    const edit = fc.record({ at: fc.nat(60), to: fc.constantFrom('', '"', '}', '9', 'x', ',', '-', '\u0000') });
    fc.assert(
      fc.property(value, edit, (given, { at, to }) => {
        const text = aboutValue.encode(given);
        const decoded = aboutValue.decode(text.slice(0, at) + to + text.slice(at + 1));
        if (decoded === null) return;
        const { project, on, language } = decoded;
        expect([typeof project, ['en', 'zh'].includes(language)]).toEqual(['string', true]);
        expect([Number.isSafeInteger(on.version), Number.isSafeInteger(on.step)]).toEqual([true, true]);
      }),
    );
  });

  test('more than Slack takes is a bug that is seen at once', () => {
    const notes = { button: metadata('button', z.string()), modal: metadata('modal', z.string()) };
    expect(notes.button.encode('x'.repeat(1998))).toHaveLength(2000);
    expect(() => notes.button.encode('x'.repeat(1999))).toThrow('2001 characters');
    expect(notes.modal.encode('x'.repeat(2998))).toHaveLength(3000);
    expect(() => notes.modal.encode('x'.repeat(2999))).toThrow('3001 characters');
  });
});

describe('the nearest', () => {
  const among = (text: string, candidates: readonly string[], within = 0.5) =>
    nearest(text, candidates, (one) => one, within);

  test('is the one that takes the fewest changes, and the first of equals', () => {
    expect(among('recrod', ['help', 'record', 'new'])).toBe('record');
    expect(among('ab', ['aX', 'Xb'])).toBe('aX');
    expect(among('记', ['新建', '记录'])).toBe('记录');
  });

  test('is found wherever it stands among others that are near, too', () => {
    const near = ['recall', 'recorx', 'rexxrd', 'card'];
    for (const candidates of [near, near.toReversed()]) expect(among('record', candidates, 1)).toBe('recorx');
  });

  test('is none where all are too far away, or there are none', () => {
    expect([among('zebra', ['help', 'new']), among('x', [])]).toEqual([undefined, undefined]);
  });

  test('is the same text where it is among them', () => {
    fc.assert(
      fc.property(fc.array(typed(20), { minLength: 1 }), fc.nat(), (all, at) => {
        const text = all[at % all.length] ?? '';
        expect(among(text, all, 0)).toBe(text);
      }),
    );
  });
});

test('a refusal is told from everything else, and names its question and what holds now', () => {
  const refuse = refuser<{ 'a.b': { most: number } }>();
  const refused = refuse('a.b', { most: 3 }, { at: 'name', see: 'card:1' });
  expect(refused).toEqual({ refused: true, code: 'a.b', params: { most: 3 }, at: 'name', see: 'card:1' });
  expect([refused, null, undefined, 'refused', {}, { refused: 'true' }].map(isRefusal)).toEqual([
    true,
    ...Array(5).fill(false),
  ]);
});
