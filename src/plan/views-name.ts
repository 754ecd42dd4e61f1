import type { Locale } from '../kit/locale.ts';
import type { Milestone } from './model.ts';
import { planWords } from './words.ts';

/** What a milestone is called, as plain text: in the agency's own words, else by its kind. */
export const milestoneName = ({ kind, name }: Pick<Milestone, 'kind' | 'name'>, locale: Locale): string =>
  name ?? planWords.in(locale)[`kind.${kind}`]();
