import type { Asking } from '../approval/model-asking.ts';
import { forNextVersion, NOTHING_ASKED } from '../approval/rules-asking.ts';
import { BOUNDS } from '../kit/bounds.ts';
import type { Day } from '../kit/calendar.ts';
import { shorten } from '../kit/text.ts';
import type { Project } from '../project/model.ts';
import type { Criterion, Deliverable } from './model.ts';
import { deliverablesOf } from './rules.ts';

/** So many are offered as what a new version may be of: the one that is meant was worked on lately. */
const OFFERED = 20;

/** The deliverables of which something may be a new version, the one that was worked on last first. */
export const knownIn = (project: Project): Deliverable[] =>
  deliverablesOf(project)
    .filter(({ dropped }) => dropped === null)
    .toSorted((a, b) => b.changedAt.localeCompare(a.changedAt))
    .slice(0, OFFERED);

/** One deliverable as the brief has it. */
export type BriefLine = { id: string; text: string };

/** The lines of the brief that the client has confirmed and that say what is to be delivered; none while none stands. */
export function confirmedLines({ brief }: Pick<Project, 'brief'>): BriefLine[] {
  const { stands, current, previous } = brief?.sent ?? {};
  const confirmed = [current, previous].find((version) => version && version.number === stands?.version);
  return (confirmed?.lines ?? [])
    .flatMap((line): BriefLine[] =>
      line.question === 'deliverables' && line.state === 'answered' ? [{ id: line.id, text: line.text }] : [],
    )
    .slice(0, BOUNDS.deliverables);
}

/** Which of them something is, by what it is called: the one line whose words hold the name, or are held by it. */
export function lineNamed(lines: readonly BriefLine[], name: string): BriefLine | null {
  const asked = key(name);
  if (asked.length < SHORTEST) return null;
  const fitting = lines.filter(({ text }) => {
    const line = key(text);
    return line.length >= SHORTEST && (line.includes(asked) || asked.includes(line));
  });
  const [only, ...others] = fitting;
  return only && others.length === 0 ? only : null;
}
/** A name of fewer characters is part of anything; in Chinese two say as much as a word. */
const SHORTEST = 2;
const key = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{P}]+/gu, ' ')
    .trim();

/** What it has to fulfil, from the brief's line; the team puts it more exactly afterwards. */
export const criterionOf = ({ id: line, text }: BriefLine, id: string): Criterion => ({
  id,
  text: shorten(text, BOUNDS.criterion),
  line,
});

/**
 * Who is asked about a new deliverable, and how: as about the last one, else as about the brief. Nobody yet where neither says it; then it
 * begins with how the client decides, once it is sent.
 */
export function defaultAsking(project: Project, dueOn: Day | null): Asking {
  const last = deliverablesOf(project).findLast(({ asking }) => (asking?.approvers.length ?? 0) > 0)?.asking;
  const before = last ?? project.brief?.asking;
  return { ...(before ? forNextVersion(before) : NOTHING_ASKED), dueOn };
}
