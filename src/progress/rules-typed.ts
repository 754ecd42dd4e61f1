import type { Day } from '../kit/calendar.ts';
import { readDay } from '../kit/days.ts';
import type { HealthChoice } from './model-forms.ts';

/** What was typed after `/progress health`, as far as it could be read. `until` is the day's own text. */
export type TypedHealth = { is: HealthChoice | null; reason: string | null; until: string | null };

const STATES: readonly (readonly [HealthChoice, RegExp])[] = [
  ['computed', /^(?:auto(?:matic)?|computed|as worked out|自动)(?=[\s，,:：]|$)/iu],
  ['offTrack', /^(?:off[ -]?track|red|已?偏离(?:计划)?|严重滞后)(?=[\s，,:：]|$)/iu],
  ['atRisk', /^(?:at[ -]?risk|amber|yellow|有风险|有延误风险)(?=[\s，,:：]|$)/iu],
  ['onTrack', /^(?:on[ -]?track|green|(?:进展)?正常|按计划)(?=[\s，,:：]|$)/iu],
];
const BECAUSE = /^(?:because(?:\sof)?|since|as|因为|由于|原因是?)[\s，,:：]*/iu;
/** Where a day may begin. A Chinese "到" also stands inside words: what follows must be a day, up to the reason or the end. */
const UNTIL = /(?:^|[\s，,])(?:until|till)\s+|(?:直到|到|至)\s*/giu;
const DAY_ENDS = /\s+(?:because|since)\s|[\s，,]*(?:因为|由于|原因)|$/iu;
const AROUND = /^[\s，,:：;；]+|[\s，,;；]+$/gu;

/**
 * Reads "at risk because the proofs are late until fri": the state first, reason and day in any order. What is no day stays in the
 * reason, so that nothing that was typed is lost.
 * @param today the day that it is for whoever typed it
 */
export function typedHealth(text: string, today: Day): TypedHealth {
  const typed = text.trim();
  const found = STATES.map(([is, pattern]) => ({ is, said: pattern.exec(typed)?.[0] })).find(({ said }) => said);
  const rest = typed.slice(found?.said?.length ?? 0);
  const { until, without } = dayTaken(rest, today);
  const reason = without.replace(AROUND, '').replace(BECAUSE, '').replace(AROUND, '');
  return { is: found?.is ?? null, reason: reason === '' ? null : reason, until };
}

/** The last place in which a day is named, and the text without it. */
function dayTaken(text: string, today: Day): { until: string | null; without: string } {
  for (const found of [...text.matchAll(UNTIL)].toReversed()) {
    const from = found.index + found[0].length;
    const behind = text.slice(from);
    const length = DAY_ENDS.exec(behind)?.index ?? behind.length;
    const day = behind
      .slice(0, length)
      .replace(/[.。]$/u, '')
      .replace(/(?:为止|止)$/u, '')
      .trim();
    if (readDay(day, today) !== null) {
      return { until: day, without: `${text.slice(0, found.index)} ${behind.slice(length)}` };
    }
  }
  return { until: null, without: text };
}
