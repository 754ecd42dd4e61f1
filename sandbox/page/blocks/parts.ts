/** Small readings of elements that several kinds share. */
import type { PlainTextElement } from '@slack/types';
import type { AnyElement } from '../state/values.ts';
import { plainText } from '../text/emoji.ts';

export function placeholderOf(element: AnyElement): string | undefined {
  const text = (element['placeholder'] as PlainTextElement | undefined)?.text;
  return text === undefined ? undefined : plainText(text);
}

export const altOf = (image: object) => (image as { alt_text?: string }).alt_text ?? '';

export const urlOf = (image: object) => (image as { image_url?: string }).image_url ?? '';
