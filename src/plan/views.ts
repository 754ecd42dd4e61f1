import type { Button, KnownBlock, RichTextSection } from '@slack/types';
import {
  bold,
  button,
  buttons,
  divider,
  type Modal,
  modal,
  paragraph,
  rich,
  richText,
  run,
  when,
} from '../kit/blocks.ts';
import { type Day, formatDay } from '../kit/calendar.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import { shorten } from '../kit/text.ts';
import type { Project } from '../project/model.ts';
import { titleOf } from '../project/rules.ts';
import { isEnded } from '../project/rules-life.ts';
import { CARD_IDS } from '../project/views-card.ts';
import { NAME, personRun } from '../project/views-named.ts';
import { milestoneValue, planValue } from './model-forms.ts';
import type { Milestone } from './model.ts';
import { milestonesOf, openMilestones } from './rules.ts';
import { isUntold } from './rules-review.ts';
import { milestoneRuns } from './views-card.ts';
import { milestoneName } from './views-name.ts';
import { planWords } from './words.ts';

/** The action ids of the milestones' buttons. */
export const PLAN_IDS = {
  open: CARD_IDS.plan,
  add: 'plan.add',
  reach: 'plan.reach',
  move: 'plan.move',
  block: 'plan.block',
  unblock: 'plan.unblock',
  change: 'plan.change',
  drop: 'plan.drop',
  release: 'plan.release',
  reopen: 'plan.reopen',
  undo: 'plan.undo',
  choose: 'plan.choose',
  chooseSet: 'plan.chooseSet',
} as const;

/** Of a reason, or of what is needed. */
const SHOWN = 200;
/** At most so many that are over are shown; the record has all of them. */
const OVER = 15;

/** What was just done, said above the list. `undo`: the id of a milestone that can be taken back. */
export type PlanSaid = { lines: readonly string[]; undo: string | null };

/** All milestones of a project, with everything that can be done about each. @param today what is before it is overdue */
export function planModal(project: Project, today: Day, locale: Locale, said: PlanSaid | null = null): Modal {
  const words = planWords.in(locale);
  const open = openMilestones(project);
  const canAdd = !isEnded(project);
  const add = button({ id: PLAN_IDS.add, text: words.add(), value: planValue.encode({ project: project._id }) });
  return modal({
    id: 'plan.modal',
    title: words.title(),
    close: words.close(),
    blocks: [
      rich(bold(titleOf(project)), run(` · ${project.client.name}`)),
      ...saidBlocks(project, said, locale),
      ...(open.length === 0 ? [rich(run(words.empty()))] : []),
      ...open.flatMap((one) => openBlocks(project, one, today, locale)),
      ...(canAdd ? [buttons('plan.more', [add])] : []),
      ...overBlocks(project, locale),
    ],
  });
}

function saidBlocks(project: Project, said: PlanSaid | null, locale: Locale): KnownBlock[] {
  if (!said) return [];
  const { undo } = said;
  const text = said.lines.map((line, index) => paragraph([run(index === 0 ? line : `• ${line}`)]));
  if (undo === null) return [richText(text), divider()];
  const value = milestoneValue.encode({ project: project._id, id: undo });
  const take = button({ id: PLAN_IDS.undo, text: planWords.in(locale).undo(), value });
  return [richText(text), buttons('plan.undoing', [take]), divider()];
}

function openBlocks(project: Project, milestone: Milestone, today: Day, locale: Locale): KnownBlock[] {
  const lines = detailTexts(milestone, locale);
  const shown = richText([paragraph(milestoneRuns(milestone, today, locale)), ...lines]);
  if (isEnded(project)) return [shown];
  return [shown, buttons(`plan.${milestone.id}`, actionsOf(project, milestone, locale))];
}

function detailTexts(milestone: Milestone, locale: Locale): RichTextSection[] {
  const words = planWords.in(locale);
  const { blocked, needs, reviewDays: count } = milestone;
  const move = milestone.moves.at(-1);
  return [
    ...(count === null ? [] : [paragraph([run(words.review({ count }))])]),
    paragraph([run(seenText(milestone, locale))]),
    ...(needs ? [paragraph(phrase(words.needsRow, { needs: run(shorten(needs, SHOWN)) }))] : []),
    ...(move ? [movedLine(move, locale)] : []),
    ...(blocked
      ? [
          paragraph(
            phrase(words.blockedRow, { why: run(shorten(blocked.why, SHOWN)), who: personRun(blocked.by, locale) }),
          ),
        ]
      : []),
  ];
}

function movedLine({ from, to, why, by }: Milestone['moves'][number], locale: Locale): RichTextSection {
  const places = {
    from: run(formatDay(from, locale)),
    to: run(formatDay(to, locale)),
    why: run(shorten(why, SHOWN)),
    who: personRun(by, locale),
  };
  return paragraph(phrase(planWords.in(locale).movedRow, places));
}

/** What the client sees of it. */
function seenText(milestone: Milestone, locale: Locale): string {
  const words = planWords.in(locale);
  const { released, dueOn } = milestone;
  if (!released) return words.notShown();
  if (released.dueOn !== dueOn) return words.wasTold({ day: formatDay(released.dueOn, locale) });
  if (isUntold(milestone)) return words.wasToldOther();
  return released.reviewFrom === null
    ? words.shown()
    : words.shownFrom({ day: formatDay(released.reviewFrom, locale) });
}

/** Who may is asked when it is pressed: the refusal names who can. */
function actionsOf(project: Project, milestone: Milestone, locale: Locale): Button[] {
  const words = planWords.in(locale);
  const act = actFor(project, milestone);
  const telling = milestone.released ? words.tellClient() : words.release();
  const isNews = !milestone.released || isUntold(milestone);
  return [
    { ...act('reach', words.done()), style: 'primary' },
    act('move', words.move()),
    milestone.blocked ? act('unblock', words.unblock()) : act('block', words.block()),
    ...(isNews ? [act('release', telling)] : []),
    act('change', words.change()),
    act('drop', words.drop()),
  ];
}

/** A button about one milestone, as it is shown now. */
export const actFor =
  (project: Pick<Project, '_id'>, { id, stateSince, blocked }: Milestone) =>
  (act: keyof typeof PLAN_IDS, text: string): Button => {
    const since = act === 'unblock' ? blocked?.at : stateSince;
    return button({ id: PLAN_IDS[act], text, value: milestoneValue.encode({ project: project._id, id, since }) });
  };

function overBlocks(project: Project, locale: Locale): KnownBlock[] {
  const words = planWords.in(locale);
  const over = milestonesOf(project)
    .filter(({ state }) => state !== 'open')
    .toSorted((a, b) => b.stateSince.localeCompare(a.stateSince))
    .slice(0, OVER);
  if (over.length === 0) return [];
  const rows = over.flatMap((milestone): KnownBlock[] => {
    const act = actFor(project, milestone);
    const tell = isUntold(milestone) && milestone.state === 'dropped' ? [act('release', words.tellClient())] : [];
    const shown = rich(...overRuns(milestone, locale));
    if (isEnded(project)) return [shown];
    return [shown, buttons(`plan.${milestone.id}`, [act('reopen', words.reopen()), ...tell])];
  });
  return [divider(), rich(bold(words.overTitle())), ...rows];
}

function overRuns(milestone: Milestone, locale: Locale) {
  const words = planWords.in(locale);
  const places = {
    name: bold(shorten(milestoneName(milestone, locale), NAME)),
    at: when(new Date(milestone.stateSince), locale),
  };
  if (milestone.state === 'reached') return phrase(words.reachedRow, places);
  return phrase(words.droppedRow, { ...places, why: run(shorten(milestone.why ?? '', SHOWN)) });
}
