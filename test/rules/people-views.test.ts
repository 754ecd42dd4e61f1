import { describe, expect, test } from '@jest/globals';
import { validateMessage, validateView } from '../../sandbox/blockkit/validate.ts';
import { LOCALES } from '../../src/kit/locale.ts';
import { ofPeople } from '../support/arbitraries-people.ts';
import { FILLERS } from '../support/arbitraries-views.ts';

const cases = Object.entries(FILLERS).flatMap(([name, filler]) => LOCALES.map((locale) => ({ name, filler, locale })));

describe.each(cases)('the people of a project, with everything at its longest, of $name, in $locale', (one) => {
  test('are taken by Slack in every view and message', () => {
    const faults = ofPeople(one.filler, one.locale).flatMap((shown) => {
      const found = shown.is === 'message' ? validateMessage(shown.message) : validateView(shown.view, shown.is);
      return found.map(({ message, pointer }) => `${shown.name} ${pointer}: ${message}`);
    });
    expect(faults).toEqual([]);
  });
});
