import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formBlocks, parseForm, type Question, read } from '../../src/kit/form.ts';

const questions = [
  { id: 'some', kind: 'people', most: 3, required: false },
  { id: 'one', kind: 'people', most: 1, required: true, tells: 'test.choose' },
] as const satisfies readonly Question[];

const chosen = (some: readonly string[], one: readonly string[]) => ({
  some: { some: { type: 'multi_users_select', selected_users: [...some] } },
  one: { 'test.choose': { type: 'multi_users_select', selected_users: [...one] } },
});

describe('several people', () => {
  test('are chosen in one input that holds no more than there may be, and shows who was chosen before', () => {
    const [some, one] = formBlocks(questions, {}, { some: ['U2', 'U1'], one: [] });
    expect(some?.element).toMatchObject({
      type: 'multi_users_select',
      max_selected_items: 3,
      initial_users: ['U2', 'U1'],
    });
    expect(one?.element).not.toHaveProperty('initial_users');
    expect(one).toMatchObject({ dispatch_action: true, optional: false, element: { action_id: 'test.choose' } });
  });

  test('come in the order in which they were chosen', () => {
    const users = fc.uniqueArray(fc.stringMatching(/^U[A-Z0-9]{8}$/u), { maxLength: 3 });
    fc.assert(
      fc.property(users, (some) => {
        const parsed = parseForm(questions, chosen(some, ['U9']));
        expect(parsed).toEqual({ ok: true, answers: { some, one: ['U9'] } });
      }),
    );
  });

  test('can be nobody where that is an answer, and cannot be more than asked for', () => {
    expect(parseForm(questions, chosen([], []))).toEqual({ ok: false, faults: { one: 'missing' } });
    expect(parseForm(questions, chosen(['U1', 'U2', 'U3', 'U4'], ['U9']))).toEqual({
      ok: false,
      faults: { some: 'tooMany' },
    });
    expect(read(questions[0], {})).toEqual([]);
  });
});
