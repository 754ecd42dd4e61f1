import { expect, test } from '@jest/globals';
import { validateMessage } from '../../../sandbox/blockkit/validate.ts';

test('what is judged stays as it was', () => {
  const payload = { blocks: [{ type: 'section', text: undefined, fields: [] }] };
  const before = structuredClone(payload);
  validateMessage(payload);
  expect(payload).toEqual(before);
});

test('the text of a message is judged as well', () => {
  expect(validateMessage({ text: 1 })).toEqual([{ message: 'must provide a string', pointer: '/text' }]);
});
