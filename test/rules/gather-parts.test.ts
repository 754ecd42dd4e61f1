import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { partsFor, textOfPart } from '../../src/brief/rules-gather.ts';
import { partsOf } from '../../src/brief/rules-split.ts';

const words = fc.array(fc.constantFrom('tea', 'students', 'Shanghai', '春茶', '15', '& <b>'), {
  minLength: 1,
  maxLength: 4,
});
describe('the parts of a document', () => {
  test('hold all that stood in it, headings without a text among them', () => {
    const piece = fc.oneof(
      fc.record({
        kind: fc.constant('heading' as const),
        text: fc.constantFrom('Objective', 'Key visual', '预算', 'Notes'),
      }),
      fc.record({ kind: fc.constant('text' as const), text: words.map((some) => some.join(' ')) }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (blocks) => {
        const parts = partsFor(partsOf(blocks).parts);
        const said = parts.map((part) => `${part.heading ?? ''} ${part.text}`).join(' ');
        for (const { text } of blocks) expect(said).toContain(text);
        expect(parts.every(({ text }) => text !== '')).toBe(true);
      }),
    );
  });

  test('keep a heading that names no question of ours as something that was said', () => {
    expect(textOfPart({ heading: 'Key visual', text: 'in 3 sizes', question: null })).toBe('Key visual: in 3 sizes');
    expect(textOfPart({ heading: 'Background', text: 'one\ntwo', question: null })).toBe('Background\none\ntwo');
    expect(textOfPart({ heading: 'Objective', text: 'Trial', question: 'objective' })).toBe('Trial');
    expect(textOfPart({ heading: null, text: 'Trial', question: null })).toBe('Trial');
  });

  test('go where a brief has a question: a wished day to the dates, a reason to the client’s own words', () => {
    const part = (question: 'wantedOn' | 'reason') => ({ heading: 'x', text: 'y', question, goesOn: false });
    expect(partsFor([part('wantedOn'), part('reason')]).map(({ question }) => question)).toEqual([
      'dates',
      'ownReason',
    ]);
  });
});
