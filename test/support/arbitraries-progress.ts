import type { View } from '@slack/types';
import { rhythmFormModal, rhythmSaid } from '../../src/admin/views-rhythm.ts';
import type { Message } from '../../src/kit/blocks.ts';
import { BOUNDS } from '../../src/kit/bounds.ts';
import { append, emptyHead, type Stored } from '../../src/kit/chain.ts';
import type { Locale } from '../../src/kit/locale.ts';
import { PLAIN_RHYTHM, unsettled } from '../../src/kit/settings.ts';
import { MILESTONE_KINDS, type Milestone } from '../../src/plan/model.ts';
import { CHECK_IN_STATES, HEALTHS } from '../../src/progress/model.ts';
import type { OnDay } from '../../src/progress/rules-facts.ts';
import { DONE_KINDS, type Post, postOn } from '../../src/progress/rules-post.ts';
import {
  healthModal,
  nowModal,
  pauseModal,
  rhythmModal,
  saidModal,
  saidNotice,
} from '../../src/progress/views-forms.ts';
import {
  type Done,
  healthOverLine,
  postedNow,
  progressLine,
  readBack,
  sameRhythm,
} from '../../src/progress/views-lines.ts';
import { dailyPost } from '../../src/progress/views-post.ts';
import type { Project } from '../../src/project/model.ts';
import { projectCard } from '../../src/project/views.ts';
import { ana, cleo, NOW } from './arbitraries.ts';
import type { Shown } from './arbitraries-shown.ts';
import { filled, ID, PERSON_NAME } from './arbitraries-views.ts';
import { plainCalendar } from './plain-calendar.ts';

const AT = NOW.toISOString();
const DAY = '2026-11-26';
const shows = (name: string, message: Message): Shown => ({ name, is: 'message', message });
const opens = (name: string, view: View & { type: 'modal' }): Shown => ({ name, is: 'modal', view });

const ON: OnDay = { day: DAY, team: plainCalendar('UTC'), client: plainCalendar('UTC') };

const party = (filler: string) => ({ person: ana.person, id: ana.id, name: filled(filler, PERSON_NAME) });

/** Milestones on all sides of today, the names and all that is said of them at their longest. */
const milestones = (filler: string): Milestone[] =>
  Array.from({ length: 40 }, (_, at) => ({
    id: `${ID}${at}`,
    kind: MILESTONE_KINDS[at % MILESTONE_KINDS.length] ?? 'other',
    name: at % 5 === 0 ? null : filled(filler, BOUNDS.milestoneName),
    dueOn: `2026-1${at < 20 ? 1 : 2}-${String(10 + (at % 20)).padStart(2, '0')}`,
    owner: party(filler),
    reviewDays: 3,
    needs: filled(filler, BOUNDS.milestoneNeeds),
    state: 'open',
    stateSince: AT,
    released: null,
    blocked: at % 2 === 0 && at < 20 ? { why: filled(filler, BOUNDS.reason), by: party(filler), at: AT } : null,
    moves: [],
    setAt: AT,
  }));

/** A record in which everything has happened that a post tells of, to as many people as a project holds. */
function record(project: Project, filler: string): Stored[] {
  const people = Array.from({ length: BOUNDS.people }, (_, at) => (at === 0 ? cleo.id : `${ID}${at}`));
  const long = filled(filler, BOUNDS.projectName);
  const drafts = [...DONE_KINDS, ...DONE_KINDS].map((kind) => ({
    kind,
    actor: 'liaison',
    at: AT,
    content: { version: 200, stage: 'evaluation', people, project: long, why: filled(filler, BOUNDS.reason) },
  }));
  return append({ workspace: 'TAGENCY', project: project._id }, emptyHead('TAGENCY', project._id), drafts, () => '00')
    .stored;
}

/** A project of which a post has as much to say as there may be. */
function busy(project: Project, filler: string): Project {
  const people = Array.from({ length: BOUNDS.people }, (_, at) => ({
    ...party(filler),
    askedAt: AT,
    said: { is: CHECK_IN_STATES[at % CHECK_IN_STATES.length] ?? 'done', text: filled(filler, 200), at: AT },
  }));
  const checkIn = { day: DAY, askedAt: AT, until: AT, people, mentionedAt: null };
  return { ...project, zone: 'Asia/Shanghai', plan: { milestones: milestones(filler) }, progress: { checkIn } };
}

function posts(project: Project, filler: string): [string, Post][] {
  const full = busy(project, filler);
  const set = { is: 'offTrack', reason: filled(filler, BOUNDS.reason), until: '2026-12-31', by: party(filler), at: AT };
  const health = { ...full, progress: { ...full.progress, health: { ...set, is: 'offTrack' as const } } };
  const bare = { ...project, brief: null, requests: [] };
  const first = milestones(filler).slice(-1);
  return [
    ['full', postOn(full, ON, record(project, filler), NOW)],
    ['set', postOn(health, ON, record(project, filler), null)],
    ['quiet', postOn({ ...bare, plan: { milestones: first } }, ON, [], NOW)],
    ['empty', postOn(bare, ON, [], null)],
  ];
}

const said = (filler: string): Done[] => [
  { is: 'paused', until: '2026-12-31' },
  { is: 'resumed' },
  ...HEALTHS.map((is): Done => {
    const reason = filled(filler, BOUNDS.reason);
    return { is: 'healthSet', health: { is, reason, until: '2026-12-31', by: party(filler), at: AT } };
  }),
  { is: 'healthComputed' },
  { is: 'rhythm', rhythm: PLAIN_RHYTHM, zone: 'America/Argentina/Buenos_Aires' },
];

/** The progress post in all that it can say, the forms of `/progress`, and the agency's rhythm. */
export function ofProgress(project: Project, filler: string, locale: Locale): Shown[] {
  const full = busy(project, filler);
  const all = posts(project, filler);
  const health = all.map(([, post]) => post.health);
  const typed = { is: 'atRisk', reason: filled(filler, BOUNDS.reason), until: filled(filler, 40) } as const;
  const judged = { ...full, progress: { judged: { is: 'offTrack', day: DAY } } } satisfies Project;
  const own = { ...full, progress: { rhythm: { ...PLAIN_RHYTHM, postMinute: 555 } } };
  const shown = { mayPost: true, isPosted: true, pausedUntil: '2026-12-31' };
  const choice = { postAt: '555', quietDays: 'nothing', checkIn: 'yes', report: 'weekly' };
  return [
    ...all.flatMap(([name, post]) => [
      shows(`dailyPost ${name}`, dailyPost(full, post, locale)),
      opens(`nowModal ${name}`, nowModal(full, { ...shown, post }, locale)),
      opens(
        `nowModal to look at ${name}`,
        nowModal(full, { post, mayPost: false, isPosted: false, pausedUntil: null }, locale),
      ),
    ]),
    shows('projectCard judged', projectCard(judged, locale)),
    opens('pauseModal', pauseModal(full, filled(filler, 600), locale)),
    opens('pauseModal empty', pauseModal(full, null, locale)),
    ...health.map((now) =>
      opens('healthModal', healthModal(full, { now, typed: { ...typed, text: filled(filler, 600) } }, locale)),
    ),
    opens('rhythmModal', rhythmModal(own, PLAIN_RHYTHM, locale)),
    opens('rhythmModal as the agency', rhythmModal({ ...full, zone: null }, PLAIN_RHYTHM, locale)),
    ...said(filler).flatMap((done) => [
      shows('progressLine', progressLine(done, '<@UANA>', locale)),
      opens('saidModal', saidModal(readBack(full, done, locale), locale)),
      shows('saidNotice', saidNotice(readBack(full, done, locale))),
    ]),
    opens('saidModal same', saidModal(sameRhythm(full, locale), locale)),
    opens('saidModal posted', saidModal(postedNow(full, locale), locale)),
    shows('healthOverLine', healthOverLine(locale)),
    opens('rhythmFormModal', rhythmFormModal(unsettled('TAGENCY'), null, locale)),
    opens('rhythmFormModal clashed', rhythmFormModal(unsettled('TAGENCY'), choice, locale)),
    opens('rhythmSaid', rhythmSaid(unsettled('TAGENCY'), locale)),
  ];
}
