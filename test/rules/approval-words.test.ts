import { describe, expect, test } from '@jest/globals';
import { APPROVAL_STATES, VERBS } from '../../src/approval/model.ts';
import { approvalWords } from '../../src/approval/words.ts';
import { LOCALES } from '../../src/kit/locale.ts';

describe.each(LOCALES)('refusals in %s', (locale) => {
  const words = approvalWords.in(locale);

  test('word every verb, each in its own way', () => {
    const said = VERBS.map((verb) => words['approval.already']({ verb, at: '14:05' }));
    expect(new Set(said).size).toBe(VERBS.length);
    expect(said).not.toContain(words['approval.already']({ verb: 'unheard of', at: '14:05' }));
  });

  test('word every state, each in its own way', () => {
    const said = APPROVAL_STATES.map((state) => words['approval.closed']({ state, at: '14:05' }));
    expect(new Set(said).size).toBe(APPROVAL_STATES.length);
    expect(said).not.toContain(words['approval.closed']({ state: 'unheard of', at: '14:05' }));
  });
});
