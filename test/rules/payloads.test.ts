import { describe, expect, test } from '@jest/globals';
import { isDeep } from '../../src/io/depth.ts';
import { workspaceFor } from '../../src/io/asking.ts';
import { DELIVERY_KINDS, deliveryKind } from '../../src/io/payloads.ts';

const nested = (levels: number): unknown => {
  let value: unknown = 'at the bottom';
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { value };
  return value;
};

describe('what nests deeper than anything that Slack sends', () => {
  test('is known, and what Slack sends is not taken for it', () => {
    expect(isDeep(nested(15))).toBe(false);
    expect(isDeep(nested(49))).toBe(false);
    expect(isDeep(nested(51))).toBe(true);
    expect(isDeep({ event: { beside: 'text' }, deep: [nested(60)] })).toBe(true);
  });

  test('breaks nothing, however deep it is', () => {
    expect(isDeep(nested(200_000))).toBe(true);
  });
});

describe('the workspace of a press', () => {
  const ours = (candidates: readonly string[], postedBy?: string | null) =>
    postedBy === 'B0OURS' || candidates.includes('T0OURS') ? 'T0OURS' : undefined;

  test('is ours where the team is, or where somebody of another company pressed what our bot had posted', () => {
    expect(workspaceFor({ team: { id: 'T0OURS' } }, ours)).toBe('T0OURS');
    expect(workspaceFor({ team: { id: 'T0PARTNER' }, message: { bot_id: 'B0OURS' } }, ours)).toBe('T0OURS');
    expect(workspaceFor({ team: { id: 'T0PARTNER' }, view: { app_installed_team_id: 'T0OURS' } }, ours)).toBe('T0OURS');
  });

  test('is nobody’s where neither is so, whatever team the person belongs to', () => {
    const elsewhere = { team: { id: 'T0ELSE' }, user: { team_id: 'T0ELSE' }, message: { bot_id: 'B0ELSE' } };
    expect(() => workspaceFor(elsewhere, ours)).toThrow('not installed');
    expect(() => workspaceFor({ team: { id: 'T0ELSE' } }, ours)).toThrow('not installed');
  });
});

test('every delivery is counted as what it is', () => {
  const of = { command: { command: '/brief' }, press: { type: 'block_actions' }, submit: { type: 'view_submission' } };
  const shortcut = { type: 'message_action' };
  const all = { ...of, shortcut, event: { type: 'event_callback' }, other: { type: 'view_closed' } };
  expect(DELIVERY_KINDS.map((kind) => deliveryKind(all[kind]))).toEqual([...DELIVERY_KINDS]);
});
