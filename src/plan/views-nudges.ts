import type { RichTextElement } from '@slack/types';
import { bold, run } from '../kit/blocks.ts';
import { formatDay } from '../kit/calendar.ts';
import type { Locale } from '../kit/locale.ts';
import type { NudgeShown, NudgeWording } from '../kit/nudge.ts';
import { phrase } from '../kit/phrase.ts';
import { escape, shorten } from '../kit/text.ts';
import type { Project } from '../project/model.ts';
import { titleOf } from '../project/rules.ts';
import { NAME, personRun } from '../project/views-named.ts';
import type { Milestone } from './model.ts';
import { milestoneOf } from './rules.ts';
import { actFor } from './views.ts';
import { milestoneName } from './views-name.ts';
import { planWords } from './words.ts';

/** Of what is needed. */
const NEEDS = 200;

/** The steps by which a milestone is brought up; it has no window of its own in which somebody could be missing. */
type Step = 'ahead' | 'dueDay' | 'after' | 'manager';
const STEPS: readonly string[] = ['ahead', 'dueDay', 'after', 'manager'] satisfies Step[];
const isStep = (step: string): step is Step => STEPS.includes(step);

/** How a milestone is brought up, with what ends it: Done, New date, Blocked. Null where there is nothing to say of it any more. */
export const milestoneNudge: NudgeWording<Project> = (project, { about, step }, locale): NudgeShown | null => {
  const milestone = about.kind === 'milestone' ? milestoneOf(project, about.id) : undefined;
  if (!milestone || milestone.state !== 'open' || !isStep(step)) return null;
  const words = planWords.in(locale);
  const act = actFor(project, milestone);
  const isBlocked = Boolean(milestone.blocked);
  return {
    line: lineOf(project, milestone, step, locale),
    plain: escape(plainOf(project, milestone, step, locale)),
    buttons: [
      act('reach', words.done()),
      act('move', words.move()),
      ...(isBlocked ? [] : [act('block', words.block())]),
    ],
  };
};

function lineOf(project: Project, milestone: Milestone, step: Step, locale: Locale): RichTextElement[] {
  const words = planWords.in(locale);
  const places = {
    name: bold(shorten(milestoneName(milestone, locale), NAME)),
    project: run(titleOf(project)),
    day: run(formatDay(milestone.dueOn, locale)),
    owner: personRun(milestone.owner, locale),
  };
  const { needs } = milestone;
  const isOwners = step === 'ahead' || step === 'dueDay';
  const needed = needs && isOwners ? phrase(words['nudge.needs'], { needs: run(shorten(needs, NEEDS)) }) : [];
  return [...phrase(words[`nudge.${step}`], places), ...(needed.length > 0 ? [run(' '), ...needed] : [])];
}

function plainOf(project: Project, milestone: Milestone, step: Step, locale: Locale): string {
  return planWords.in(locale)[`nudge.${step}`]({
    name: shorten(milestoneName(milestone, locale), NAME),
    project: titleOf(project),
    day: formatDay(milestone.dueOn, locale),
    owner: milestone.owner.name ?? '',
  });
}
