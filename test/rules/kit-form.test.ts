import { describe, expect, test } from '@jest/globals';
import type { InputBlock } from '@slack/types';
import fc from 'fast-check';
import { formBlocks, parseForm, type Question, read, type State, stateSchema } from '../../src/kit/form.ts';
import { validateView } from '../../sandbox/blockkit/validate.ts';
import { typed } from '../support/arbitraries.ts';

const ONE_OF = ['red', 'green', 'blue'] as const;
const FORM = [
  { id: 'short', kind: 'text', long: false, max: 20, required: true },
  { id: 'long', kind: 'text', long: true, max: 3000, required: false },
  { id: 'colour', kind: 'choice', options: ONE_OF, required: true },
  { id: 'colours', kind: 'choices', options: ONE_OF, required: false },
  { id: 'day', kind: 'day', required: true },
  { id: 'person', kind: 'person', required: true },
  { id: 'channel', kind: 'channel', required: true, tells: 'form.chooseChannel' },
] as const satisfies readonly Question[];

/** What Slack hands over when somebody opens a form and submits it untouched (docs.slack.dev, view submissions). */
function untouched(blocks: readonly InputBlock[]): State {
  return Object.fromEntries(
    blocks.map(({ block_id: block = '', element }) => {
      const { action_id: action, ...parts } = element as unknown as Record<string, unknown> & { action_id: string };
      const state = {
        type: String(parts['type']),
        value: parts['initial_value'] ?? null,
        selected_option: parts['initial_option'] ?? null,
        selected_options: parts['initial_options'] ?? [],
        selected_date: parts['initial_date'] ?? null,
        selected_user: parts['initial_user'] ?? null,
        selected_conversation: parts['initial_conversation'] ?? null,
      };
      return [block, { [action]: state }];
    }),
  );
}

const answers = fc.record({
  short: typed(20).filter(Boolean),
  long: fc.option(typed(3000).filter(Boolean)),
  colour: fc.constantFrom(...ONE_OF),
  colours: fc.subarray([...ONE_OF]),
  day: fc
    .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10)),
  person: fc.constantFrom('U1', 'W2'),
  channel: fc.constantFrom('C1', 'G2'),
});

/** An untouched form with one answer replaced, as Slack would hand it over. */
function submitted(initial: object, changes: Record<string, Record<string, unknown>> = {}): State {
  const state = untouched(formBlocks(FORM, {}, initial));
  for (const [id, change] of Object.entries(changes)) {
    const [action = '', given = { type: '' }] = Object.entries(state[id] ?? {})[0] ?? [];
    state[id] = { [action]: { ...given, ...change } };
  }
  return state;
}
const GOOD = { short: 'a', colour: 'red', day: '2027-03-14', person: 'U1', channel: 'C1' };

describe('what stands in a form', () => {
  test('is what was entered before, and submitted untouched it is the same again', () => {
    fc.assert(
      fc.property(answers, (given) => {
        expect(parseForm(FORM, submitted(given))).toEqual({ ok: true, answers: given });
        for (const question of FORM) expect(read(question, submitted(given))).toEqual(given[question.id]);
      }),
    );
  });

  test('is what Slack takes, with and without earlier answers', () => {
    const view = (blocks: InputBlock[]) => ({
      type: 'modal',
      title: { type: 'plain_text', text: 'Form' },
      submit: { type: 'plain_text', text: 'Save' },
      blocks,
    });
    expect(validateView(view(formBlocks(FORM, {})), 'modal')).toEqual([]);
    fc.assert(
      fc.property(answers, (given) => expect(validateView(view(formBlocks(FORM, {}, given)), 'modal')).toEqual([])),
    );
  });

  test('keeps its ids whatever it shows, so that drawing it again keeps what was typed', () => {
    const ids = (blocks: InputBlock[]) =>
      blocks.map((block) => [block.block_id, (block.element as { action_id?: string }).action_id]);
    expect(ids(formBlocks(FORM, {}, GOOD))).toEqual(ids(formBlocks(FORM, {})));
    expect(ids(formBlocks(FORM, {})).at(-1)).toEqual(['channel', 'form.chooseChannel']);
  });

  test('only what is required cannot be left out', () => {
    const optional = formBlocks(FORM, {}).map((block) => block.optional);
    expect(optional).toEqual(FORM.map(({ required }) => !required));
  });
});

describe('the words of a form', () => {
  const words = {
    'short.label': () => 'Name',
    'short.hint': () => 'As people say it',
    'short.placeholder': () => 'Spring launch',
    'colour.red': () => 'Red',
    'colours.blue': () => 'Blue',
  };
  const [short, long, colour, colours] = formBlocks(FORM, words, { colour: 'red', colours: ['blue', 'green'] });
  const said = (text: string) => ({ type: 'plain_text', text });

  test('stand at their question: its label, what it means, and an example in the empty field', () => {
    expect(short).toMatchObject({ label: said('Name'), hint: said('As people say it') });
    expect(short?.element).toMatchObject({ placeholder: said('Spring launch') });
  });

  test('are left out where there are none, and the question is called by its id', () => {
    expect(long).toEqual({
      type: 'input',
      block_id: 'long',
      label: said('long'),
      optional: true,
      element: { type: 'plain_text_input', action_id: 'long', multiline: true, max_length: 3000 },
    });
  });

  test('name what can be chosen, and what was chosen; what has no word is called as it is stored', () => {
    const options = [
      { text: said('Red'), value: 'red' },
      { text: said('green'), value: 'green' },
      { text: said('blue'), value: 'blue' },
    ];
    expect(colour?.element).toMatchObject({ options, initial_option: options[0] });
    const chosen = [
      { text: said('Blue'), value: 'blue' },
      { text: said('green'), value: 'green' },
    ];
    expect(colours?.element).toMatchObject({ initial_options: chosen });
  });
});

test('a channel is chosen among channels, and told at once where what follows depends on it', () => {
  const [channel, ...others] = formBlocks(FORM, {}).toReversed();
  expect(channel).toMatchObject({
    dispatch_action: true,
    element: { filter: { include: ['public', 'private'], exclude_bot_users: true } },
  });
  for (const other of others) expect(other).not.toHaveProperty('dispatch_action');
});

describe('an answer that is not taken says why, at its question', () => {
  test('nothing entered at all: each required question is missing, and only those', () => {
    const missing = { short: 'missing', colour: 'missing', day: 'missing', person: 'missing', channel: 'missing' };
    expect(parseForm(FORM, submitted({}))).toEqual({ ok: false, faults: missing });
    expect(parseForm(FORM, {})).toEqual({ ok: false, faults: missing });
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['short', { value: ' \n\t ' }, 'missing'],
    ['short', { value: 'x'.repeat(21) }, 'tooLong'],
    ['long', { value: '汉'.repeat(3001) }, 'tooLong'],
    ['day', { selected_date: '2027-02-30' }, 'notADay'],
    ['day', { selected_date: 'tomorrow' }, 'notADay'],
    ['day', { selected_date: '' }, 'missing'],
    ['colour', { selected_option: { value: 'black' } }, 'notAnOption'],
    ['colours', { selected_options: [{ value: 'red' }, { value: 'black' }] }, 'notAnOption'],
    ['person', { selected_user: null }, 'missing'],
  ])('%s with %j: %s', (id, change, fault) => {
    expect(parseForm(FORM, submitted(GOOD, { [id]: change }))).toEqual({ ok: false, faults: { [id]: fault } });
  });

  test('text is trimmed before it is measured, and an optional answer of blanks is none', () => {
    const parsed = parseForm(
      FORM,
      submitted(GOOD, { short: { value: `  ${'x'.repeat(20)}\n` }, long: { value: '  ' } }),
    );
    expect(parsed).toMatchObject({ ok: true, answers: { short: 'x'.repeat(20), long: null, colours: [] } });
  });

  test('a choice without a value is none, and what is no input at all is not what Slack sends', () => {
    const parsed = parseForm(FORM, submitted(GOOD, { colours: { selected_options: [{}] } }));
    expect(parsed).toMatchObject({ ok: true, answers: { colours: null } });
    expect(stateSchema.safeParse({ short: { short: { value: 'a' } } }).success).toBe(false);
    expect(stateSchema.safeParse(submitted(GOOD)).success).toBe(true);
  });

  test('whatever arrives in its place, it is an answer or a fault, never a crash', () => {
    const shape = fc.dictionary(
      fc.constantFrom('short', 'long', 'colour', 'day', 'other'),
      fc.dictionary(
        fc.constantFrom('short', 'colour', 'day', 'x'),
        fc.record({
          type: fc.string(),
          value: fc.anything(),
          selected_option: fc.anything(),
          selected_date: fc.anything(),
        }),
      ),
    );
    fc.assert(fc.property(shape, (state) => expect(parseForm(FORM, state as State)).toHaveProperty('ok')));
  });
});
