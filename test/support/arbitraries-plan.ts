import type { View } from '@slack/types';
import { clientCardMessage } from '../../src/client/views-card.ts';
import { buttons, type Message, message, rich } from '../../src/kit/blocks.ts';
import { BOUNDS } from '../../src/kit/bounds.ts';
import type { Locale } from '../../src/kit/locale.ts';
import { NUDGE_STEPS } from '../../src/kit/nudge.ts';
import { MILESTONE_KINDS, MILESTONE_STATES, type Milestone } from '../../src/plan/model.ts';
import { planModal } from '../../src/plan/views.ts';
import { headsUp, toldClient } from '../../src/plan/views-client.ts';
import { blockModal, changeModal, dropModal, moveModal, setModal } from '../../src/plan/views-forms.ts';
import { type Step, stepLine } from '../../src/plan/views-lines.ts';
import { milestoneNudge } from '../../src/plan/views-nudges.ts';
import { releaseModal } from '../../src/plan/views-release.ts';
import { standsNotice } from '../../src/plan/views-said.ts';
import type { Project } from '../../src/project/model.ts';
import { release } from '../../src/project/rules-released.ts';
import { projectCard } from '../../src/project/views.ts';
import { ana, NOW } from './arbitraries.ts';
import type { Shown } from './arbitraries-shown.ts';
import { longestRemarks } from './arbitraries-settings-days.ts';
import { filled, ID, PERSON_NAME } from './arbitraries-views.ts';

const AT = NOW.toISOString();
const DUE = '2026-09-30';
const MOVED = '2026-09-28';
const ZONES = { team: 'Asia/Shanghai', client: 'America/Argentina/ComodRivadavia' } as const;

const shows = (name: string, one: Message): Shown => ({ name, is: 'message', message: one });
const opens = (name: string, view: View & { type: 'modal' }): Shown => ({ name, is: 'modal', view });

/** A milestone with everything that can be said of it at its longest; the client was told another day. */
function longestMilestone(filler: string, at: number, state: Milestone['state'] = 'open'): Milestone {
  const by = { person: ana.person, id: ana.id, name: filled(filler, PERSON_NAME) };
  const why = filled(filler, BOUNDS.reason);
  const kind = MILESTONE_KINDS[at % MILESTONE_KINDS.length] ?? 'other';
  const name = at % 5 === 0 && kind !== 'other' ? null : filled(filler, BOUNDS.milestoneName);
  const told = { reviewDays: BOUNDS.reviewDays, reviewFrom: '2026-09-01', zone: ZONES.client, isDropped: false };
  return {
    id: `${ID}${at}`,
    kind,
    name,
    dueOn: DUE,
    owner: at % 3 === 0 ? { ...by, name: null } : by,
    reviewDays: BOUNDS.reviewDays,
    needs: filled(filler, BOUNDS.milestoneNeeds),
    state,
    stateSince: AT,
    why,
    released: { at: AT, by, kind, name, dueOn: at % 2 === 0 ? MOVED : DUE, ...told, headsUp: null },
    blocked: state === 'open' ? { why, by, at: AT } : null,
    moves: Array.from({ length: BOUNDS.milestoneMoves }, () => ({ from: MOVED, to: DUE, why, by, at: AT })),
    setAt: AT,
  };
}

const STEPS = (why: string): Step[] => [
  ...(['set', 'changed', 'reached', 'unblocked', 'undone', 'released', 'missed'] as const).map((is) => ({ is })),
  { is: 'moved', from: MOVED, why },
  { is: 'dropped', why },
  { is: 'blocked', why },
  ...MILESTONE_STATES.map((state) => ({ is: 'reopened', state }) as const),
];

/** The list of milestones and its forms, the cards of both sides, what the client reads, and how one is brought up. */
export function ofPlan(before: Project, filler: string, locale: Locale): Shown[] {
  const all = Array.from({ length: BOUNDS.milestones }, (_, at) => longestMilestone(filler, at));
  const over = all.map((one, at) => longestMilestone(filler, at, at % 2 === 0 ? 'reached' : 'dropped'));
  const project = { ...before, plan: { milestones: all } };
  const [milestone = longestMilestone(filler, 0)] = all;
  const remarks = longestRemarks(filler, locale);
  const said = { lines: [filled(filler, 300), ...remarks], undo: milestone.id };
  const today = '2026-11-26';
  return [
    opens('planModal', planModal(project, today, locale, said)),
    opens('planModal over', planModal({ ...project, plan: { milestones: over } }, today, locale, said)),
    opens('planModal empty', planModal({ ...before, plan: null }, today, locale)),
    ...forms(project, milestone, filler, locale),
    ...clients(project, milestone, filler, locale),
    shows('projectCard with milestones', projectCard(project, locale, remarks, ZONES)),
    ...STEPS(filled(filler, BOUNDS.reason)).map((step) =>
      shows(`stepLine ${step.is}`, stepLine(milestone, step, milestone.owner, locale)),
    ),
    ...nudged(project, milestone, locale),
  ];
}

function forms(project: Project, milestone: Milestone, filler: string, locale: Locale): Shown[] {
  const { kind, name } = milestone;
  const read = { kind, name, dueOn: null, owner: ana.person.user, reviewDays: BOUNDS.reviewDays };
  const problems = ['day', 'past', 'name', 'owner'] as const;
  const notice = standsNotice(project, milestone.id, locale);
  return [
    opens('setModal', setModal(project, ID, locale, { text: filled(filler, 500), read, problems })),
    opens('setModal empty', setModal(project, ID, locale)),
    opens('changeModal', changeModal(project, milestone, locale)),
    ...[true, false].map((mayTell) => opens(`moveModal ${mayTell}`, moveModal(project, milestone, mayTell, locale))),
    opens('dropModal', dropModal(project, milestone, locale)),
    opens('blockModal', blockModal(project, milestone, locale)),
    ...(notice ? [shows('standsNotice', notice)] : []),
  ];
}

/** What the client is shown, and its preview. */
function clients(project: Project, milestone: Milestone, filler: string, locale: Locale): Shown[] {
  const { kind, name, dueOn } = milestone;
  const told = { kind, name, dueOn, reviewDays: BOUNDS.reviewDays, reviewFrom: '2026-09-01', zone: ZONES.client };
  const found = Array.from({ length: 12 }, () => ({ kind: 'money' as const, words: filled(filler, 200), number: 1 }));
  const said = [filled(filler, 300), ...longestRemarks(filler, locale)];
  const heads = headsUp(project.name, { ...told, isDropped: false }, locale);
  return [
    ...[true, false].flatMap((isDropped) => {
      const shown = { ...told, isDropped };
      return [
        shows(
          `toldClient ${isDropped}`,
          toldClient({ project: project.name, shown, before: MOVED, hasBegun: false }, locale),
        ),
        opens(
          `releaseModal ${isDropped}`,
          releaseModal(project, milestone, { shown, headsUp: true, found }, locale, said),
        ),
        opens(`releaseModal begun`, releaseModal(project, milestone, { shown, headsUp: false, found: [] }, locale)),
      ];
    }),
    ...(heads ? [shows('headsUp', heads)] : []),
    shows('clientCardMessage with milestones', clientCardMessage(release(project), [])),
  ];
}

/** Each way in which it is brought up, as it stands in a message. */
function nudged(project: Project, milestone: Milestone, locale: Locale): Shown[] {
  const about = { kind: 'milestone', id: milestone.id };
  return NUDGE_STEPS.flatMap((step) => {
    const nudge = { key: 'k', step, way: 'digest', at: NOW, to: ana.person, about, dueAt: NOW } as const;
    const shown = milestoneNudge(project, nudge, locale);
    if (!shown) return [];
    const blocks = [rich(...shown.line), buttons('nudge', [...shown.buttons])];
    return [shows(`milestoneNudge ${step}`, message('person', shown.plain, blocks))];
  });
}
