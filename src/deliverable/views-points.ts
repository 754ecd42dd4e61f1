import type { Locale } from '../kit/locale.ts';
import type { CheckPoint, DeliverableKind } from './model.ts';
import { isCheckKey } from './model-points.ts';
import { pointWords } from './words-points.ts';

/** A point of a check, in plain words: Liaison's own in the reader's language, others as they were typed. */
export function pointText({ key, text }: Pick<CheckPoint, 'key' | 'text'>, locale: Locale): string {
  return key !== null && isCheckKey(key) ? pointWords.in(locale)[`point.${key}`]() : (text ?? '');
}

/** What a kind of deliverable is called. */
export const kindName = (kind: DeliverableKind, locale: Locale): string => pointWords.in(locale)[`kind.${kind}`]();
