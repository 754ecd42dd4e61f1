import { describe, expect, test } from '@jest/globals';
import { validateMessage, validateView } from '../../../sandbox/blockkit/validate.ts';
import { blockLimits } from './block-limits.ts';
import type { Case } from './build.ts';
import { elementLimits } from './element-limits.ts';
import { badMessages, goodMessages } from './payloads.ts';
import { homes, modals } from './views.ts';

/** The cases by name; two of one name would hide each other in the report. */
function table(cases: Case[]): [string, Case][] {
  return cases.map((one, index) => [`${index + 1}. ${one.name}`, one]);
}

describe('a message is judged as Slack judges it', () => {
  test.each(table([...goodMessages, ...badMessages]))('%s', (_, { payload, faults }) => {
    expect(validateMessage(payload as Record<string, unknown>)).toEqual(faults);
  });
});

describe('every limit holds, and not one character sooner', () => {
  test.each(table([...blockLimits, ...elementLimits]))('%s', (_, { payload, faults }) => {
    expect(validateMessage(payload as Record<string, unknown>)).toEqual(faults);
  });
});

describe('a modal is judged as Slack judges it', () => {
  test.each(table(modals))('%s', (_, { payload, faults }) => {
    expect(validateView(payload, 'modal')).toEqual(faults);
  });
});

describe('a home view is judged as Slack judges it', () => {
  test.each(table(homes))('%s', (_, { payload, faults }) => {
    expect(validateView(payload, 'home')).toEqual(faults);
  });
});

test('what is judged stays as it was', () => {
  const payload = { blocks: [{ type: 'section', text: undefined, fields: [] }] };
  const before = structuredClone(payload);
  validateMessage(payload);
  expect(payload).toEqual(before);
});
