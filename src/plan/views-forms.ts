import type { KnownBlock, RichTextElement } from '@slack/types';
import { BOUNDS } from '../kit/bounds.ts';
import { bold, type Modal, modal, rich, run } from '../kit/blocks.ts';
import { formatDay } from '../kit/calendar.ts';
import { dayInWords } from '../kit/days.ts';
import { formBlocks } from '../kit/form.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import { shorten } from '../kit/text.ts';
import type { Project } from '../project/model.ts';
import { titleOf } from '../project/rules.ts';
import { whoCan } from '../project/rules-may.ts';
import { someOf, personRun } from '../project/views-named.ts';
import { blockForm, changeForm, dropForm, milestoneMeta, moveForm, moveMeta, setForm, setMeta } from './model-forms.ts';
import type { Milestone } from './model.ts';
import type { TypedMilestone } from './rules-typed.ts';
import { milestoneName } from './views-name.ts';
import { planWords } from './words.ts';

/** The callback ids of the forms. */
export const PLAN_FORMS = {
  set: 'plan.setForm',
  change: 'plan.changeForm',
  move: 'plan.moveForm',
  drop: 'plan.dropForm',
  block: 'plan.blockForm',
  release: 'plan.releaseForm',
} as const;

/** Of what was typed behind the command. */
const TYPED_LENGTH = 200;

type Parts = { form: 'set' | 'change' | 'move' | 'drop' | 'block'; metadata: string; blocks: KnownBlock[] };

function formModal({ form, metadata, blocks }: Parts, locale: Locale): Modal {
  const words = planWords.in(locale);
  return modal({
    id: PLAN_FORMS[form],
    title: words[`${form}Title`](),
    submit: words[`${form}Submit`](),
    close: words.cancel(),
    metadata,
    blocks,
  });
}

/** Why what was typed behind the command is not taken as it is. */
export type TypedProblem = 'day' | 'past' | 'name' | 'owner' | 'several' | 'review';
const PROBLEM = {
  day: 'problemDay',
  past: 'problemPast',
  name: 'problemName',
  owner: 'problemOwner',
  several: 'problemSeveral',
  review: 'problemReview',
} as const satisfies Record<TypedProblem, string>;

/** What was typed, as far as it could be read, and what is asked about it. */
export type TypedShown = { text: string; read: TypedMilestone; problems: readonly TypedProblem[] };

/** A new milestone. @param id of what it makes @param typed what was typed behind the command: it stands in the form */
export function setModal(project: Project, id: string, locale: Locale, typed?: TypedShown): Modal {
  const words = planWords.in(locale);
  const { read, text, problems = [] } = typed ?? {};
  const said = phrase(words.typedUnread, { typed: typedRuns(shorten(text ?? '', TYPED_LENGTH)) });
  const asked = problems.map((problem) => words[PROBLEM[problem]]({ most: BOUNDS.reviewDays }));
  return formModal(
    {
      form: 'set',
      metadata: setMeta.encode({ project: project._id, id }),
      blocks: [
        ...(asked.length > 0 ? [rich(...said, run(`\n${asked.join('\n')}`))] : []),
        rich(...phrase(words.setIntro, { project: bold(titleOf(project)) })),
        ...formBlocks(setForm, words, {
          kind: read?.kind ?? null,
          name: read?.name ?? null,
          day: problems.includes('past') ? null : (read?.dueOn ?? null),
          owner: read?.owner ?? null,
          review: read?.reviewUnread ?? read?.reviewDays?.toString() ?? null,
        }),
      ],
    },
    locale,
  );
}

/** A person as Slack puts them into a command (docs.slack.dev, slash commands: escaping). */
const MENTION = /<@([A-Z0-9]{1,30})(?:\|[^>]*)?>/u;

/** What was typed behind a command, with the people who are named in it as people. In a form nobody is called by it. */
const typedRuns = (text: string): RichTextElement[] =>
  // Every second part is somebody's id.
  text
    .split(MENTION)
    .flatMap((part, index): RichTextElement[] =>
      part === '' ? [] : [index % 2 === 1 ? { type: 'user', user_id: part } : run(part)],
    );

const named = (project: Project, milestone: Milestone, locale: Locale) => ({
  name: bold(milestoneName(milestone, locale)),
  project: run(titleOf(project)),
});

/** What can be changed of a milestone, but for its day. */
export function changeModal(project: Project, milestone: Milestone, locale: Locale): Modal {
  const words = planWords.in(locale);
  const { kind, name, owner, reviewDays, needs, id } = milestone;
  return formModal(
    {
      form: 'change',
      metadata: milestoneMeta.encode({ project: project._id, id }),
      blocks: [
        rich(...phrase(words.changeIntro, named(project, milestone, locale))),
        ...formBlocks(changeForm, words, {
          kind,
          name,
          owner: owner.person.user,
          review: reviewDays?.toString() ?? null,
          needs,
        }),
      ],
    },
    locale,
  );
}

/** What the client was told, and by whom they can be told something else. */
function shownBlocks(project: Project, { released }: Milestone, mayTell: boolean, locale: Locale): KnownBlock[] {
  if (!released) return [];
  const words = planWords.in(locale);
  const still = run(words.stillShown({ day: dayInWords(released.dueOn, locale) }));
  if (mayTell) return [rich(still)];
  const who = someOf(whoCan(project, 'managePlan'), (one) => [personRun(one, locale)], locale);
  return [rich(still, run(' '), ...phrase(words.upTo, { who }))];
}

/** To which day, and why. @param mayTell whoever moves it may tell the client, too */
export function moveModal(project: Project, milestone: Milestone, mayTell: boolean, locale: Locale): Modal {
  const words = planWords.in(locale);
  const [day, why, tell] = moveForm;
  const { dueOn: from, id } = milestone;
  const places = { ...named(project, milestone, locale), day: run(dayInWords(from, locale)) };
  const asksTell = milestone.released !== null && mayTell;
  return formModal(
    {
      form: 'move',
      metadata: moveMeta.encode({ project: project._id, id, from, since: milestone.stateSince }),
      blocks: [
        rich(...phrase(words.moveIntro, places)),
        ...shownBlocks(project, milestone, mayTell, locale),
        ...formBlocks([day, why], words),
        ...(asksTell ? formBlocks([tell], words, { tell: ['yes'] }) : []),
      ],
    },
    locale,
  );
}

/** Why there is no such date any more. */
export function dropModal(project: Project, milestone: Milestone, locale: Locale): Modal {
  const words = planWords.in(locale);
  const [why, tell] = dropForm;
  const { id, stateSince: since } = milestone;
  const places = { ...named(project, milestone, locale), day: run(formatDay(milestone.dueOn, locale)) };
  return formModal(
    {
      form: 'drop',
      metadata: milestoneMeta.encode({ project: project._id, id, since }),
      blocks: [
        rich(...phrase(words.dropIntro, places)),
        ...shownBlocks(project, milestone, true, locale),
        ...formBlocks([why], words),
        ...(milestone.released ? formBlocks([tell], words, { tell: ['yes'] }) : []),
      ],
    },
    locale,
  );
}

/** Why it cannot go on. */
export function blockModal(project: Project, milestone: Milestone, locale: Locale): Modal {
  const words = planWords.in(locale);
  const { id, stateSince: since } = milestone;
  return formModal(
    {
      form: 'block',
      metadata: milestoneMeta.encode({ project: project._id, id, since }),
      blocks: [rich(...phrase(words.blockIntro, named(project, milestone, locale))), ...formBlocks(blockForm, words)],
    },
    locale,
  );
}
