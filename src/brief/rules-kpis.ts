/** One expected result, read from a line such as `Awareness | 22→30 % | tracker | Dec`. All of it as it was typed. */
export type Kpi = {
  name: string;
  /** Where it stands today; null where only the target was said. */
  from: string | null;
  to: string;
  /** Of what the numbers are; null where it is not set apart from them. */
  unit: string | null;
  /** By what it is measured. */
  source: string | null;
  when: string | null;
};

const BETWEEN = /[|｜]/u;
/** Every arrow that people type. A single dash is none: `5-10 %` is one target. */
const ARROW = /[-–—=]+[>＞]|→|⇒|➔|➜|⟶/u;
/** In words; only after a number, because 达到 and "up to" are words of a target. */
const IN_WORDS = /\sto\s|至|到/iu;
const FROM = /^(?:from\s+|从\s*|由\s*|自\s*)(?=.*\d)/iu;
/** A number with what it counts: `30 %`, `1.2 M followers`, `5 万`. */
const NUMBER_WITH_UNIT = /^(.*\d)\s*([\p{L}%％‰°][^\d]*)$/u;

/**
 * Reads one expected result.
 * @returns null where the name or the target is missing
 */
export function readKpi(text: string): Kpi | null {
  const [name = '', target = '', source = '', ...rest] = text.split(BETWEEN).map((part) => part.trim());
  if (name === '' || target === '') return null;
  const read = readTarget(target);
  return read && { name, ...read, source: source || null, when: rest.filter(Boolean).join(' | ') || null };
}

function readTarget(target: string): Pick<Kpi, 'from' | 'to' | 'unit'> | null {
  const [before, after] = parted(target);
  if (after === '') return null;
  const { to, unit } = unitOf(after);
  const from = before.replace(FROM, '').trim();
  return { from: (unit !== null && withoutUnit(from, unit)) || from || null, to, unit };
}

/** What stands before and after the arrow; nothing before where there is none. One look from the left, however long the line is. */
function parted(target: string): readonly [before: string, after: string] {
  const digit = target.search(/\d/u);
  const arrow = ARROW.exec(target);
  const found = arrow ?? (digit < 0 ? null : IN_WORDS.exec(target.slice(digit)));
  if (!found) return ['', target];
  const at = found.index + (arrow ? 0 : digit);
  return [target.slice(0, at).trim(), target.slice(at + found[0].length).trim()];
}

function unitOf(text: string): Pick<Kpi, 'to' | 'unit'> {
  const [, to, unit] = NUMBER_WITH_UNIT.exec(text) ?? [];
  return to === undefined || unit === undefined ? { to: text, unit: null } : { to, unit };
}

/** `22 % → 30 %`: the unit is said once. */
const withoutUnit = (from: string, unit: string): string =>
  from.endsWith(unit) ? from.slice(0, -unit.length).trim() : from;
