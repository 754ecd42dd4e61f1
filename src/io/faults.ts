import type { Fault } from '../kit/form.ts';
import type { Locale } from '../kit/locale.ts';
import { ioWords } from './words.ts';

/** What stands under each question whose answer is not taken. */
export function faultTexts(faults: Readonly<Record<string, Fault>>, locale: Locale): Record<string, string> {
  const words = ioWords.in(locale);
  return Object.fromEntries(Object.entries(faults).map(([question, fault]) => [question, words[fault]()]));
}
