import { describe, expect, test } from '@jest/globals';
import { formBlocks, parseForm, type Question, read } from '../../src/kit/form.ts';
import { validateView } from '../../sandbox/blockkit/validate.ts';

const FORM = [
  { id: 'proof', kind: 'file', types: ['png', 'pdf'], required: true },
  { id: 'more', kind: 'file', types: ['jpg'], required: false },
] as const satisfies readonly Question[];

/** `view.state.values` of a file input (docs.slack.dev, view submissions). */
const holding = (...ids: readonly string[]) => ({
  type: 'file_input',
  files: ids.map((id) => ({ id, name: 'x.png' })),
});

describe('a question that takes a file', () => {
  test('is one that Slack takes, for one file of the kinds that are wanted', () => {
    const view = {
      type: 'modal',
      title: { type: 'plain_text', text: 'Form' },
      submit: { type: 'plain_text', text: 'Save' },
      blocks: formBlocks(FORM, {}, { proof: 'F1' }),
    };
    expect(validateView(view, 'modal')).toEqual([]);
    const [proof] = formBlocks(FORM, {});
    expect(proof?.element).toEqual({ type: 'file_input', action_id: 'proof', filetypes: ['png', 'pdf'], max_files: 1 });
  });

  test('is answered by the id of the file', () => {
    const state = { proof: { proof: holding('F1', 'F2') }, more: { more: holding() } };
    expect(parseForm(FORM, state)).toEqual({ ok: true, answers: { proof: 'F1', more: null } });
    expect(FORM.map((question) => read(question, state))).toEqual(['F1', null]);
  });

  test('is left out only where it may be', () => {
    expect(parseForm(FORM, {})).toEqual({ ok: false, faults: { proof: 'missing' } });
    expect(parseForm(FORM, { proof: { proof: { type: 'file_input', files: 'F1' } } })).toMatchObject({ ok: false });
  });
});
