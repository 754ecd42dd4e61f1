import { describe, expect, test } from '@jest/globals';
import {
  changeChecks,
  type CheckMarks,
  checkMarks,
  checksOf,
  type EnteredChecks,
  pointsIn,
} from '../../src/admin/rules-checks.ts';
import { readChecks } from '../../src/admin/service-checks.ts';
import { DELIVERABLE_KINDS } from '../../src/deliverable/model.ts';
import { pointText } from '../../src/deliverable/views-points.ts';
import { BOUNDS } from '../../src/kit/bounds.ts';
import { LOCALES } from '../../src/kit/locale.ts';
import { isRefusal } from '../../src/kit/refusal.ts';
import { type Settings, unsettled } from '../../src/kit/settings.ts';
import { must, NOW } from '../support/arbitraries.ts';

const blank = unsettled('TAGENCY');
const none = () => null;
const own = (text: string) => [{ key: null, text }];

/** What stands in the form, with something else at some kinds. */
const entered = (settings: Settings, other: Partial<EnteredChecks>): EnteredChecks => ({
  ...(Object.fromEntries(DELIVERABLE_KINDS.map((kind) => [kind, checksOf(settings, kind)])) as EnteredChecks),
  ...other,
});
const change = (settings: Settings, other: Partial<EnteredChecks>, opened: CheckMarks = checkMarks(settings)) =>
  changeChecks(settings, { entered: entered(settings, other), opened, by: 'ana' }, NOW);

describe('what is checked, by the settings', () => {
  test('is read a point a line, each once; nothing at all brings back the points that Liaison came with', () => {
    expect(must(pointsIn('web', ' Works \n\nWorks\nLoads fast', none))).toEqual([
      ...own('Works'),
      ...own('Loads fast'),
    ]);
    expect(must(pointsIn('web', null, none))).toEqual(checksOf(blank, 'web'));
  });

  test('is refused where there is too much of it, or a point is too long', () => {
    const many = Array.from({ length: BOUNDS.checkPoints + 1 }, (_, at) => `Point ${at}`).join('\n');
    expect(pointsIn('film', many, none)).toMatchObject({ code: 'settings.tooManyPoints', at: 'film' });
    expect(pointsIn('film', 'x'.repeat(BOUNDS.checkPoint + 1), none)).toMatchObject({ code: 'settings.pointTooLong' });
    expect(isRefusal(pointsIn('film', 'x'.repeat(BOUNDS.checkPoint), none))).toBe(false);
  });

  test('stays Liaison’s own point in whichever language it was read', () => {
    for (const locale of LOCALES) {
      const answers = Object.fromEntries(
        DELIVERABLE_KINDS.map((kind) => [
          kind,
          checksOf(blank, kind)
            .map((point) => pointText(point, locale))
            .join('\n'),
        ]),
      ) as Parameters<typeof readChecks>[0];
      expect(must(readChecks(answers))).toEqual(entered(blank, {}));
    }
  });

  test('is kept by kind, and none where it is as it came', () => {
    const chosen = must(change(blank, { web: own('Works') }));
    expect(chosen.checks).toEqual([{ kind: 'web', points: own('Works') }]);
    expect(chosen.changes).toEqual([{ at: NOW.toISOString(), by: 'ana', what: ['checks'] }]);
    expect(must(change(chosen, { web: checksOf(blank, 'web') })).checks).toEqual([]);
    expect(change(chosen, {})).toBe(chosen);
  });

  test('is put together with what another administrator changed of another kind', () => {
    const opened = checkMarks(blank);
    const theirs = must(change(blank, { film: own('Sound') }));
    const mine = { ...entered(blank, {}), web: own('Works') };
    const both = must(changeChecks(theirs, { entered: mine, opened, by: 'ben' }, NOW));
    expect(both.checks).toEqual([
      { kind: 'film', points: own('Sound') },
      { kind: 'web', points: own('Works') },
    ]);
  });

  test('clashes where two administrators changed the same kind; the same words twice do not', () => {
    const opened = checkMarks(blank);
    const theirs = must(change(blank, { web: own('Theirs') }));
    expect(change(theirs, { web: own('Mine') }, opened)).toMatchObject({ code: 'settings.clash', at: 'web' });
    expect(change(theirs, { web: own('Theirs') }, opened)).toBe(theirs);
  });
});
