import { dayInShort } from '../kit/days.ts';
import type { Locale } from '../kit/locale.ts';
import type { Project } from '../project/model.ts';
import { hasPosts } from './rules-post.ts';
import { healthText } from './views-health.ts';
import { progressWords } from './words.ts';

/**
 * How a project is doing, as a fact of its card: where somebody set it, or it is not on track. As it was when that changed last: a
 * card is not drawn by the day.
 */
export function healthPairs(project: Project, locale: Locale): [string, string][] {
  const words = progressWords.in(locale);
  if (!hasPosts(project)) return [];
  const { health, judged } = project.progress ?? {};
  if (health) {
    const set = words.cardHealthSet({ health: healthText(health.is, locale), day: dayInShort(health.until, locale) });
    return [[words.cardHealth(), set]];
  }
  return judged && judged.is !== 'onTrack' ? [[words.cardHealth(), healthText(judged.is, locale)]] : [];
}
