import { expect, test } from '@jest/globals';
import type { InputBlock } from '@slack/types';
import { checkInput } from '../../../sandbox/blockkit/inputs.ts';
import { chars, input, select, textInput, times } from './build.ts';
import type { Json } from './build.ts';

const REQUIRED = 'Please complete this required field.';
const block = (element: Json, more: Json = {}) => input(element, more) as unknown as InputBlock;
const files = (count: number, size = 1) => ({
  type: 'file_input',
  files: times(count, (i) => ({ id: `F${i}`, name: `${i}.PDF`, size })),
});
const typed = (value: string | null) => ({ type: 'plain_text_input', value });

test.each<[string, InputBlock, Json | undefined, string | undefined]>([
  ['an input never touched', block(textInput()), undefined, REQUIRED],
  ['an input emptied again', block(textInput()), typed(null), REQUIRED],
  ['an empty text', block(textInput()), typed(''), REQUIRED],
  ['an optional input left empty', block(textInput({ min_length: 5 }), { optional: true }), typed(null), undefined],
  ['a text', block(textInput()), typed('a'), undefined],
  ['a text at its least', block(textInput({ min_length: 3 })), typed('abc'), undefined],
  ['a text below its least', block(textInput({ min_length: 3 })), typed('ab'), 'Please enter at least 3 characters.'],
  ['a text at its most', block(textInput({ max_length: 3 })), typed('abc'), undefined],
  ['a text above its most', block(textInput({ max_length: 3 })), typed('abcd'), 'Please enter at most 3 characters.'],
  [
    'an optional text above its most',
    block(textInput({ max_length: 1 }), { optional: true }),
    typed('ab'),
    'Please enter at most 1 characters.',
  ],
  ['3,000 characters where no most is set', block(textInput()), typed(chars(3000)), undefined],
  [
    '3,001 characters where no most is set',
    block(textInput()),
    typed(chars(3001)),
    'Please enter at most 3000 characters.',
  ],
  ['nothing selected', block(select()), { type: 'static_select', selected_option: null }, REQUIRED],
  ['an option selected', block(select()), { type: 'static_select', selected_option: { value: 'o1' } }, undefined],
  ['no box checked', block({ type: 'checkboxes' }), { type: 'checkboxes', selected_options: [] }, REQUIRED],
  ['a person selected', block({ type: 'users_select' }), { type: 'users_select', selected_user: 'U1' }, undefined],
  [
    'people up to the most',
    block({ type: 'multi_users_select', max_selected_items: 2 }),
    { selected_users: ['U1', 'U2'] },
    undefined,
  ],
  [
    'people above the most',
    block({ type: 'multi_users_select', max_selected_items: 1 }),
    { selected_users: ['U1', 'U2'] },
    'Please choose at most 1.',
  ],
  [
    'channels without a most',
    block({ type: 'multi_conversations_select' }),
    { selected_conversations: ['C1', 'C2'] },
    undefined,
  ],
  ['no file', block({ type: 'file_input' }), { type: 'file_input', files: [] }, REQUIRED],
  ['ten files', block({ type: 'file_input' }), files(10), undefined],
  ['eleven files', block({ type: 'file_input' }), files(11), 'Please choose at most 10 files.'],
  ['files above the most', block({ type: 'file_input', max_files: 1 }), files(2), 'Please choose at most 1 files.'],
  ['a file of 10 MB', block({ type: 'file_input' }), files(1, 10 * 1024 * 1024), undefined],
  ['a larger one', block({ type: 'file_input' }), files(1, 10 * 1024 * 1024 + 1), '0.PDF is larger than 10 MB.'],
  ['a file of a wanted type', block({ type: 'file_input', filetypes: ['pdf'] }), files(1), undefined],
  [
    'a file of another type',
    block({ type: 'file_input', filetypes: ['png', 'jpg'] }),
    files(1),
    '0.PDF is not one of png, jpg.',
  ],
  ['no date', block({ type: 'datepicker' }), { type: 'datepicker', selected_date: null }, REQUIRED],
])('%s is answered as the client answers it', (_, inputBlock, state, words) => {
  expect(checkInput(inputBlock, state)).toBe(words);
});

test('an input the sandbox does not know is an error, not silence', () => {
  expect(() => checkInput(block({ type: 'number_input' }), undefined)).toThrow('number_input');
});
