import type { Locale } from '../kit/locale.ts';
import { type SubjectKind, VERBS_OF } from './model.ts';
import { answerWords } from './words-answers.ts';
import { partsWords } from './words-parts.ts';

/** How answers to a subject of this kind are worded: what is approved has parts, what is confirmed has lines. */
export const wordsFor = (kind: SubjectKind, locale: Locale): ReturnType<typeof answerWords.in> =>
  VERBS_OF[kind][0] === 'approved' ? { ...answerWords.in(locale), ...partsWords.in(locale) } : answerWords.in(locale);
