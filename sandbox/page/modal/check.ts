/** What Slack's client checks before a modal is submitted: what is required, and how long a text may be. */
import type { AnyBlock, InputBlock } from '@slack/types';
import type { InputState } from '../../server/protocol.ts';
import { type AnyElement, blockIdOf, type Values } from '../state/values.ts';

/** Slack's default for max_length of plain_text_input. */
export const MAX_TEXT = 3000;

/** Errors by block id; empty when the modal may be submitted. */
export function checkInputs(blocks: readonly AnyBlock[], values: Values): Record<string, string> {
  const errors: Record<string, string> = {};
  blocks.forEach((block, index) => {
    if (block.type !== 'input') return;
    const input = block as InputBlock;
    const element = input.element as unknown as AnyElement;
    const blockId = blockIdOf(block, index);
    const state = values[blockId]?.[element.action_id ?? ''];
    const wrong = state && wrongWith(element, state, input.optional ?? false);
    if (wrong) errors[blockId] = wrong;
  });
  return errors;
}

function wrongWith(element: AnyElement, state: InputState, optional: boolean): string | null {
  const { type: _type, ...held } = state;
  const value = Object.values(held)[0];
  const isEmpty = value === null || value === undefined || (Array.isArray(value) && value.length === 0);
  if (isEmpty || isBlank(value)) return optional ? null : 'Please complete this required field.';
  if (typeof value !== 'string' || element.type !== 'plain_text_input') return null;
  const least = (element['min_length'] as number | undefined) ?? 0;
  const most = (element['max_length'] as number | undefined) ?? MAX_TEXT;
  if (value.length < least) return `Please write at least ${least} characters (now ${value.length}).`;
  if (value.length > most) return `Please write at most ${most} characters (now ${value.length}).`;
  return null;
}

const isBlank = (value: unknown) => typeof value === 'string' && value.trim() === '';
