import fc from 'fast-check';
import { dayIn } from '../../src/kit/calendar.ts';
import type { Milestone } from '../../src/plan/model.ts';
import type { Project } from '../../src/project/model.ts';
import { ana, asks, ben, cleo, dora } from './arbitraries.ts';
import { finn, sentTo } from './asked-brief.ts';

/** Ana and Ben work for the agency, the others decide for the client. */
export const PEOPLE = [ana, ben, cleo, dora, finn] as const;
const ZONES = ['Europe/London', 'Asia/Shanghai', 'America/New_York', 'Pacific/Auckland', 'Asia/Kolkata'] as const;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

export type Act =
  | { is: 'passes' | 'down'; hours: number }
  | { is: 'dies'; at: 'decided' | 'committed' }
  | { is: 'answer' | 'reach' | 'reopen' | 'snooze' | 'back' | 'hold' | 'resume' | 'takeOver'; project: number }
  | { is: 'away' | 'move'; project: number; days: number };

export type Week = {
  from: string;
  zones: readonly string[];
  /** Of each project, in how many hours its brief is due, and in how many days each of its milestones. */
  projects: readonly { dueInHours: number; milestones: readonly number[] }[];
  acts: readonly Act[];
};

/** Clocks go back, forward, and not at all; one is over the turn of the year. */
const STARTS = [
  '2026-10-20T07:00:00Z',
  '2026-03-24T07:00:00Z',
  '2026-11-23T12:00:00Z',
  '2026-12-21T03:00:00Z',
] as const;

const project = fc.nat({ max: 2 });
export const acts: fc.Arbitrary<Act> = fc.oneof(
  { weight: 10, arbitrary: fc.record({ is: fc.constant('passes' as const), hours: fc.integer({ min: 1, max: 20 }) }) },
  { weight: 2, arbitrary: fc.record({ is: fc.constant('down' as const), hours: fc.integer({ min: 1, max: 100 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({ is: fc.constant('dies' as const), at: fc.constantFrom('decided', 'committed') }),
  },
  { weight: 1, arbitrary: fc.record({ is: fc.constantFrom('answer', 'reach', 'reopen', 'back'), project }) },
  { weight: 2, arbitrary: fc.record({ is: fc.constantFrom('hold', 'resume', 'resume', 'takeOver'), project }) },
  { weight: 2, arbitrary: fc.record({ is: fc.constant('snooze' as const), project }) },
  {
    weight: 1,
    arbitrary: fc.record({ is: fc.constantFrom('away', 'move'), project, days: fc.integer({ min: 1, max: 9 }) }),
  },
);

export const weeks = (act: fc.Arbitrary<Act>): fc.Arbitrary<Week> =>
  fc.record({
    from: fc.constantFrom(...STARTS),
    zones: fc.array(fc.constantFrom(...ZONES), { minLength: PEOPLE.length, maxLength: PEOPLE.length }),
    projects: fc.array(
      fc.record({
        dueInHours: fc.integer({ min: 3, max: 200 }),
        milestones: fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 4 }),
      }),
      { minLength: 3, maxLength: 3 },
    ),
    acts: fc.array(act, { minLength: 10, maxLength: 30, size: 'max' }),
  });

/**
 * Weeks that went wrong once. In the evening of whoever runs them, which was the team's afternoon, nothing of one project was for them any
 * more, and they were told of another.
 */
export const WENT_WRONG: readonly Week[] = [
  {
    from: '2026-12-21T03:00:00Z',
    zones: ['Asia/Kolkata', 'Asia/Shanghai', 'America/New_York', 'America/New_York', 'Europe/London'],
    projects: [
      { dueInHours: 114, milestones: [12, 6, 1, 8] },
      { dueInHours: 111, milestones: [5, 0] },
      { dueInHours: 8, milestones: [1, 0, 2, 7] },
    ],
    acts: [
      { is: 'passes', hours: 6 },
      { is: 'passes', hours: 18 },
      { is: 'passes', hours: 2 },
      { is: 'passes', hours: 1 },
      { is: 'down', hours: 47 },
      { is: 'passes', hours: 18 },
      { is: 'down', hours: 19 },
      { is: 'passes', hours: 7 },
      { is: 'passes', hours: 8 },
      { is: 'hold', project: 0 },
      { is: 'move', project: 0, days: 9 },
      { is: 'passes', hours: 3 },
      { is: 'snooze', project: 2 },
      { is: 'dies', at: 'committed' },
      { is: 'hold', project: 1 },
      { is: 'resume', project: 1 },
      { is: 'snooze', project: 1 },
      { is: 'move', project: 2, days: 5 },
      { is: 'snooze', project: 1 },
      { is: 'passes', hours: 19 },
      { is: 'down', hours: 32 },
      { is: 'resume', project: 2 },
      { is: 'passes', hours: 17 },
      { is: 'down', hours: 60 },
      { is: 'passes', hours: 18 },
      { is: 'passes', hours: 3 },
      { is: 'passes', hours: 3 },
      { is: 'passes', hours: 18 },
    ],
  },
];

const sent = sentTo(asks(cleo, dora, finn));

/** The projects at the beginning. */
export const planted = ({ from, projects }: Week): Project[] => {
  const begins = new Date(from);
  return projects.map(({ dueInHours, milestones }, index) => {
    const made = structuredClone(sent);
    const request = made.brief?.sent?.approval;
    if (!request) throw new Error('a brief that was not sent');
    request.openedAt = begins.toISOString();
    request.dueAt = new Date(begins.getTime() + dueInHours * HOUR_MS).toISOString();
    const team = { ...made.channels.team, id: `CTEAM${index}` };
    const plan = { milestones: milestones.map((days, at) => milestone(begins, days, at)) };
    const id = `p${index}`;
    // What the record's chain begins with hangs on the id; nobody verifies it here.
    return { ...made, _id: id, zone: 'Europe/London', channels: { ...made.channels, team }, plan };
  });
};

export const milestone = (begins: Date, days: number, at: number): Milestone => ({
  id: `m${at}`,
  kind: 'other',
  name: `Step ${at}`,
  dueOn: dayIn('utc', new Date(begins.getTime() + days * DAY_MS)),
  owner: at % 2 === 0 ? ana : ben,
  reviewDays: null,
  needs: null,
  state: 'open',
  stateSince: begins.toISOString(),
  released: null,
  moves: [],
  setAt: begins.toISOString(),
});

/** What somebody does, without a word said of it. */
export function acted(project: Project, act: Act, now: Date): Project {
  const at = now.toISOString();
  const milestones = project.plan?.milestones ?? [];
  const withAll = (change: (one: Milestone) => Milestone): Project => ({
    ...project,
    plan: { milestones: milestones.map(change) },
  });
  switch (act.is) {
    case 'answer':
      return answered(project);
    case 'reach':
      return withAll((one) => ({ ...one, state: 'reached', stateSince: at }));
    case 'reopen':
      return withAll((one) => ({ ...one, state: 'open', stateSince: at }));
    case 'move':
      return withAll((one) => moved(one, act.days, now));
    case 'snooze':
      return snoozed(project, now);
    case 'hold':
      return { ...project, life: { state: 'onHold', since: at, reason: 'so', by: ana.id } };
    case 'resume':
      return { ...project, life: { state: 'live', since: at } };
    case 'takeOver':
      return takenOver(project);
    case 'away':
    case 'back': {
      const away =
        act.is === 'away' ? { until: dayIn('utc', new Date(now.getTime() + act.days * DAY_MS)), zone: 'utc' } : null;
      const people = project.people.map((one) => (one.id === ana.id ? { ...one, away, standIn: ben } : one));
      return { ...project, people };
    }
    default:
      return project;
  }
}

function moved(one: Milestone, days: number, now: Date): Milestone {
  const to = dayIn('utc', new Date(now.getTime() + days * DAY_MS));
  const move = { from: one.dueOn, to, why: 'so', by: ben, at: now.toISOString() };
  return one.dueOn === to ? one : { ...one, dueOn: to, moves: [...one.moves, move] };
}

/** Ben runs it from now on. */
function takenOver(project: Project): Project {
  const roles = new Map<string, Project['people'][number]['role']>([
    [ana.id, 'teamMember'],
    [ben.id, 'accountManager'],
  ]);
  return { ...project, people: project.people.map((one) => ({ ...one, role: roles.get(one.id) ?? one.role })) };
}

/** Ana wants to be left alone about everything of the project until the next day. */
function snoozed(project: Project, now: Date): Project {
  const abouts = [
    ...(project.plan?.milestones ?? []).map(({ id }) => ({ kind: 'milestone', id })),
    { kind: 'request', id: `brief:${project.brief?.id ?? ''}:1` },
  ];
  const until = new Date(now.getTime() + DAY_MS).toISOString();
  const at = now.toISOString();
  return { ...project, snoozes: abouts.map((about) => ({ person: ana.person, about, until, at })) };
}

/** The first who has not decided does. */
function answered(project: Project): Project {
  const found = project.brief?.sent;
  const first = found?.approval.approvers.find(({ answer }) => answer === null);
  if (!project.brief || !found || !first) return project;
  const answer = { verb: 'confirmed' as const, at: project.savedAt, by: first, reason: null, points: [] };
  const more = { showAgain: null, alsoAgreed: null, evidence: null };
  const approvers = found.approval.approvers.map((one) =>
    one === first ? { ...one, answer: { ...answer, ...more } } : one,
  );
  return { ...project, brief: { ...project.brief, sent: { ...found, approval: { ...found.approval, approvers } } } };
}
