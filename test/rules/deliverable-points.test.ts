import { describe, expect, test } from '@jest/globals';
import { DELIVERABLE_KINDS } from '../../src/deliverable/model.ts';
import { POINTS_OF } from '../../src/deliverable/model-points.ts';
import { isShownInChina, pointsFor } from '../../src/deliverable/rules-points.ts';
import { pointText } from '../../src/deliverable/views-points.ts';
import { LOCALES } from '../../src/kit/locale.ts';
import { PLAIN_TERMS, unsettled } from '../../src/kit/settings.ts';

const plain = { isRoutine: false, criteria: [], isChina: false };
const keys = (points: ReturnType<typeof pointsFor>) => points.map(({ key }) => key);

describe('the points of a check', () => {
  test('are those of its kind, worded in both languages', () => {
    for (const kind of DELIVERABLE_KINDS) {
      const points = pointsFor(kind, plain, undefined);
      expect(keys(points)).toEqual([...POINTS_OF[kind]]);
      for (const locale of LOCALES) expect(points.every((point) => pointText(point, locale) !== '')).toBe(true);
    }
    expect(keys(pointsFor('mediaPlan', plain, null))).toContain('booking');
    expect(keys(pointsFor('print', plain, []))).toEqual(expect.arrayContaining(['typing', 'resolution', 'legalLine']));
  });

  test('of routine work are the one tick “Checked against the brief”, in China, too', () => {
    const criteria = [{ id: 'c1', text: 'With a logo', line: null }];
    expect(keys(pointsFor('print', { isRoutine: true, criteria, isChina: true }, null))).toEqual(['againstBrief']);
  });

  test('hold absolute terms for China, but not of a media plan or a cost estimate', () => {
    const inChina = DELIVERABLE_KINDS.filter((kind) =>
      keys(pointsFor(kind, { ...plain, isChina: true }, null)).includes('absoluteTerms'),
    );
    expect(inChina).toEqual(['print', 'film', 'social', 'web', 'outOfHome', 'other']);
  });

  test('hold each acceptance criterion, in its own words', () => {
    const criteria = [{ id: 'c1', text: 'With a logo', line: 'l1' }];
    expect(pointsFor('web', { ...plain, criteria }, null).at(-1)).toEqual({
      ...{ id: 'criterion.c1', key: null, text: 'With a logo' },
    });
  });

  test('are an administrator’s where they chose them for this kind; a point that is gone is left out', () => {
    const sets = [
      {
        kind: 'web',
        points: [
          { key: 'logo', text: null },
          { key: null, text: 'Works on a telephone' },
          { key: 'ofAnEarlierTime', text: null },
          { key: 'absoluteTerms', text: null },
        ],
      },
    ];
    const points = pointsFor('web', { ...plain, isChina: true }, sets);
    expect(points).toEqual([
      { id: 'logo', key: 'logo', text: null },
      { id: 'agency.2', key: null, text: 'Works on a telephone' },
      { id: 'absoluteTerms', key: 'absoluteTerms', text: null },
    ]);
    expect(keys(pointsFor('film', plain, sets))).toEqual([...POINTS_OF.film]);
  });
});

describe('what is shown in China', () => {
  const region = (code: string | null) => ({ ...PLAIN_TERMS, region: code });
  const settings = unsettled('TAGENCY');
  const acme = { id: 'c1', name: 'Acme' };

  test.each([
    ['CN', true],
    ['CN-BJ', true],
    ['CN-HK', false],
    ['HK', false],
    ['GB', false],
    [null, false],
  ])('is told by the region of the working calendar: %s', (code, isChina) => {
    expect(isShownInChina({ ...settings, calendar: region(code) }, 'c1')).toBe(isChina);
  });

  test('is told by the client’s own calendar before the agency’s', () => {
    const both = { ...settings, calendar: region('CN'), clientCalendars: [{ client: acme, terms: region('GB') }] };
    expect(isShownInChina(both, 'c1')).toBe(false);
    expect(isShownInChina(both, 'c2')).toBe(true);
    expect(isShownInChina(settings, 'c1')).toBe(false);
  });
});
