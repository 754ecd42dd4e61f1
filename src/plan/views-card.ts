import type { RichTextElement, RichTextSection } from '@slack/types';
import { bold, paragraph, run } from '../kit/blocks.ts';
import { type Day, dayIn, formatDay, zoneName } from '../kit/calendar.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import { shorten } from '../kit/text.ts';
import type { Project } from '../project/model.ts';
import { isEnded } from '../project/rules-life.ts';
import { NAME, personRun } from '../project/views-named.ts';
import { projectCardWords } from '../project/words-card.ts';
import type { Milestone } from './model.ts';
import { openMilestones } from './rules.ts';
import { isUntold } from './rules-review.ts';
import { milestoneName } from './views-name.ts';
import { planWords } from './words.ts';

/** Milestones that the card of a project names; the others are counted. */
const SHOWN = 3;

/** The clocks of both sides (IANA names), where they differ. */
export type Clocks = { team: string; client: string };

/** The next milestones, for the project's card: what is overdue first. @param clocks null where both sides have the same */
export function milestoneLines(project: Project, locale: Locale, clocks: Clocks | null = null): RichTextSection[] {
  const open = openMilestones(project);
  if (open.length === 0 || isEnded(project)) return [];
  const words = planWords.in(locale);
  const today = dayIn(project.zone ?? 'utc', new Date(project.savedAt));
  const more = open.length - SHOWN;
  return [
    paragraph([bold(words.cardTitle())]),
    ...open.slice(0, SHOWN).map((one) => paragraph([run('• '), ...milestoneRuns(one, today, locale)])),
    ...(more > 0 ? [paragraph([run(projectCardWords.in(locale).more({ count: more }))])] : []),
    ...zoneLine(clocks, locale),
  ];
}

/** One milestone: its name, its day, its owner, and what is out of the ordinary about it. @param today what is before it is overdue */
export function milestoneRuns(milestone: Milestone, today: Day, locale: Locale): RichTextElement[] {
  const words = planWords.in(locale);
  const places = {
    name: bold(shorten(milestoneName(milestone, locale), NAME)),
    day: run(formatDay(milestone.dueOn, locale)),
    owner: personRun(milestone.owner, locale),
  };
  const told = isUntold(milestone) ? (milestone.released?.dueOn ?? milestone.dueOn) : milestone.dueOn;
  const marks = [
    ...(milestone.dueOn < today ? [words.cardOverdue()] : []),
    ...(milestone.blocked ? [words.cardBlocked()] : []),
    ...(told === milestone.dueOn ? [] : [words.cardTold({ day: formatDay(told, locale) })]),
  ];
  return [...phrase(words.cardLine, places), ...marks.flatMap((mark) => [run(' · '), bold(mark)])];
}

function zoneLine(clocks: Clocks | null, locale: Locale): RichTextSection[] {
  const [team, client] = [clocks?.team, clocks?.client].map((zone) => (zone ? zoneName(zone, locale) : null));
  if (!team || !client || team === client) return [];
  return [paragraph([run(planWords.in(locale).cardZones({ team, client }))])];
}
