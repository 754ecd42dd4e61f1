import type { Locale } from '../kit/locale.ts';
import { readKpi } from './rules-kpis.ts';
import { stepsWords } from './words-steps.ts';

/**
 * An expected result as a sentence: `Awareness: from 22 to 30 %; measured by tracker; when: Dec`. Everything that was typed
 * stands in it. A line that cannot be read, from a document or an older form, stands as it is.
 */
export function kpiSentence(text: string, locale: Locale): string {
  const kpi = readKpi(text);
  if (!kpi) return text;
  const words = stepsWords.in(locale);
  const { name, from, to: target, unit, source, when } = kpi;
  const to = unit === null ? target : `${target}${isTogether(text, target, unit) ? '' : ' '}${unit}`;
  const main = from === null ? words.kpiTo({ name, to }) : words.kpiFromTo({ name, from, to });
  return `${main}${source ? words.kpiSource({ source }) : ''}${when ? words.kpiWhen({ when }) : ''}`;
}

/** `1.2M` is not torn apart, `30 %` is not pushed together. */
const isTogether = (text: string, number: string, unit: string): boolean => text.includes(`${number}${unit}`);
