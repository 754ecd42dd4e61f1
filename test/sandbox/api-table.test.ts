import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { METHODS } from '../../sandbox/api/methods.ts';
import { DOCUMENT, withMethods } from '../../scripts/sandbox-table.ts';

const document = readFileSync(DOCUMENT, 'utf8');

test('the document says of every method what the sandbox does of it: npm run sandbox-table', () => {
  expect(document).toBe(withMethods(document));
});

test('a method that is not wholly there is partial, and says what is left out', () => {
  const full = { ...METHODS['pins.add'] };
  const marked =
    '# A\n\n<!-- methods: begin, written by npm run sandbox-table -->\nold\n<!-- methods: end -->\nafter\n';
  expect(withMethods(marked, { 'b.two': { ...full, leftOut: 'much' }, 'a.one': full })).toBe(
    [
      '# A',
      '',
      '<!-- methods: begin, written by npm run sandbox-table -->',
      '',
      '| method  | state   | left out |',
      '| ------- | ------- | -------- |',
      '| `a.one` | done    |          |',
      '| `b.two` | partial | much     |',
      '',
      '<!-- methods: end -->',
      'after',
      '',
    ].join('\n'),
  );
});

test('a document without its marks is not overwritten', () => {
  expect(() => withMethods('# A\n')).toThrow('There is no "<!-- methods: begin');
});
