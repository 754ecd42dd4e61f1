import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { MILESTONE_KINDS } from '../../src/plan/model.ts';
import { type Health, HEALTHS, type Progress } from '../../src/progress/model.ts';
import { judgedOn } from '../../src/progress/rules-change.ts';
import { type HealthFacts, healthOf, shownHealth } from '../../src/progress/rules-health.ts';
import { ana, newProject, NOW } from '../support/arbitraries.ts';

const FINE: HealthFacts = { milestones: [], waiting: [], requests: 0, checkIns: [] };
const launch = { kind: 'mediaLaunch', name: null, dueIn: 10, overdueDays: 0, isBlocked: false } as const;
const waits = { silentDays: 0, overdueDays: 0 };

const milestone: fc.Arbitrary<HealthFacts['milestones'][number]> = fc
  .record({
    kind: fc.constantFrom(...MILESTONE_KINDS),
    name: fc.option(fc.string({ maxLength: 5 })),
    days: fc.integer({ min: -9, max: 9 }),
    isBlocked: fc.boolean(),
  })
  .map(({ days, ...one }) => ({ ...one, dueIn: Math.max(0, days), overdueDays: Math.max(0, -days) }));
const facts: fc.Arbitrary<HealthFacts> = fc.record({
  milestones: fc.array(milestone, { maxLength: 4 }),
  waiting: fc.array(fc.record({ silentDays: fc.nat(9), overdueDays: fc.nat(6) }), { maxLength: 3 }),
  requests: fc.nat(3),
  checkIns: fc.array(fc.record({ who: fc.constant('Ben'), is: fc.constantFrom('atRisk', 'blocked') }), {
    maxLength: 3,
  }),
});

/** One thing that is worse than before, whichever it is. */
const worsened = (before: HealthFacts, which: number, at: number): HealthFacts => {
  const each = <T>(all: readonly T[], worse: (one: T) => T): T[] =>
    all.map((one, index) => (index === at % all.length ? worse(one) : one));
  const milestones = (worse: (one: (typeof before.milestones)[number]) => (typeof before.milestones)[number]) => ({
    ...before,
    milestones: each(before.milestones, worse),
  });
  const ways: readonly (() => HealthFacts)[] = [
    () => ({ ...before, milestones: [...before.milestones, launch] }),
    () => milestones((one) => ({ ...one, isBlocked: true })),
    () => milestones((one) => ({ ...one, dueIn: Math.max(0, one.dueIn - 1) })),
    () => milestones((one) => ({ ...one, dueIn: 0, overdueDays: one.overdueDays + 1 })),
    () => ({ ...before, waiting: [...before.waiting, waits] }),
    () => ({ ...before, waiting: each(before.waiting, (one) => ({ ...one, silentDays: one.silentDays + 1 })) }),
    () => ({ ...before, waiting: each(before.waiting, (one) => ({ ...one, overdueDays: one.overdueDays + 1 })) }),
    () => ({ ...before, requests: before.requests + 1 }),
    () => ({ ...before, checkIns: [...before.checkIns, { who: null, is: 'atRisk' }] }),
    () => ({ ...before, checkIns: each(before.checkIns, (one) => ({ ...one, is: 'blocked' })) }),
  ];
  return ways[which % ways.length]!();
};

describe('how a project is doing', () => {
  test('more trouble is never healthier', () => {
    fc.assert(
      fc.property(facts, fc.nat(9), fc.nat(5), (before, which, at) => {
        const [was, is] = [before, worsened(before, which, at)].map((one) => HEALTHS.indexOf(healthOf(one).is));
        expect(is).toBeGreaterThanOrEqual(was ?? 0);
      }),
      { numRuns: 2000 },
    );
  });

  test('whoever is not on track has a reason, and whoever has none is on track', () => {
    fc.assert(
      fc.property(facts, (one) => {
        const { is, reasons } = healthOf(one);
        expect(is === 'onTrack').toBe(reasons.length === 0);
      }),
    );
  });

  test.each([
    ['nothing at all', FINE, 'onTrack', []],
    ['a milestone far away', { ...FINE, milestones: [launch], requests: 1 }, 'onTrack', []],
    [
      'a milestone overdue since yesterday',
      { ...FINE, milestones: [{ ...launch, overdueDays: 1 }] },
      'atRisk',
      ['overdue'],
    ],
    ['one overdue by two days', { ...FINE, milestones: [{ ...launch, overdueDays: 2 }] }, 'atRisk', ['overdue']],
    ['one overdue by three days', { ...FINE, milestones: [{ ...launch, overdueDays: 3 }] }, 'offTrack', ['overdue']],
    ['a blocked one far away', { ...FINE, milestones: [{ ...launch, isBlocked: true }] }, 'atRisk', ['blocked']],
    [
      'a blocked one in two days',
      { ...FINE, milestones: [{ ...launch, dueIn: 2, isBlocked: true }] },
      'offTrack',
      ['blocked'],
    ],
    ['one in two days, and nothing open', { ...FINE, milestones: [{ ...launch, dueIn: 2 }] }, 'onTrack', []],
    [
      'one in two days, and something open',
      { ...FINE, milestones: [{ ...launch, dueIn: 2 }], requests: 1 },
      'atRisk',
      ['soon'],
    ],
    [
      'one in three days, and something open',
      { ...FINE, milestones: [{ ...launch, dueIn: 3 }], waiting: [waits] },
      'onTrack',
      [],
    ],
    ['a client asked two days ago', { ...FINE, waiting: [{ ...waits, silentDays: 2 }] }, 'onTrack', []],
    ['a client silent for three days', { ...FINE, waiting: [{ ...waits, silentDays: 3 }] }, 'atRisk', ['silent']],
    [
      'an answer one day overdue',
      { ...FINE, waiting: [{ silentDays: 5, overdueDays: 1 }] },
      'atRisk',
      ['answerOverdue'],
    ],
    [
      'an answer three days overdue',
      { ...FINE, waiting: [{ silentDays: 5, overdueDays: 3 }] },
      'offTrack',
      ['answerOverdue'],
    ],
    ['somebody blocked', { ...FINE, checkIns: [{ who: 'Ben', is: 'blocked' }] }, 'atRisk', ['checkIn']],
  ] satisfies [string, HealthFacts, string, string[]][])('%s', (_name, given, is, reasons) => {
    const found = healthOf(given);
    expect([found.is, found.reasons.map((one) => one.is)]).toEqual([is, reasons]);
  });

  test('the worst reason comes first', () => {
    const { reasons } = healthOf({
      ...FINE,
      waiting: [{ ...waits, silentDays: 4 }],
      milestones: [
        { ...launch, overdueDays: 1 },
        { ...launch, kind: 'other', overdueDays: 9 },
      ],
    });
    expect(reasons[0]).toEqual({ is: 'overdue', kind: 'other', name: null, days: 9 });
  });
});

describe('what somebody sets', () => {
  const by = { person: ana.person, id: ana.id, name: ana.name };
  const set = (until: string): Progress => ({
    health: { is: 'onTrack', reason: 'The proofs came', until, by, at: NOW.toISOString() },
  });
  const late = { ...FINE, milestones: [{ ...launch, overdueDays: 9 }] };

  test('goes before what is worked out, up to and including its day', () => {
    expect(shownHealth(set('2026-11-27'), late, '2026-11-27')).toMatchObject({ by: 'hand', is: 'onTrack', who: 'Ana' });
    expect(shownHealth(set('2026-11-27'), late, '2026-11-28')).toMatchObject({ by: 'rules', is: 'offTrack' });
    expect(shownHealth(null, late, '2026-11-28')).toMatchObject({ by: 'rules', is: 'offTrack' });
  });
});

describe('what the clock puts right', () => {
  const by = { person: ana.person, id: ana.id, name: ana.name };
  const health = { is: 'atRisk', reason: 'Snow', until: '2026-11-27', by, at: NOW.toISOString() } as const;
  const project = newProject();
  const judged = (progress: Progress | null, day: string, is: Health) =>
    judgedOn({ ...project, progress }, day, { is, day })?.progress ?? null;

  test('nothing is saved where nothing is another than before', () => {
    expect(judged(null, '2026-11-27', 'onTrack')).toBeNull();
    expect(judged({ health }, '2026-11-27', 'onTrack')).toBeNull();
    expect(judged({ judged: { is: 'atRisk', day: '2026-11-20' } }, '2026-11-27', 'atRisk')).toBeNull();
  });

  test('what somebody set is cleared once its day is over, and what is worked out is kept', () => {
    expect(judged({ health }, '2026-11-28', 'onTrack')).toEqual({ health: null });
    expect(judged(null, '2026-11-28', 'offTrack')).toEqual({ judged: { is: 'offTrack', day: '2026-11-28' } });
    const again = judged({ judged: { is: 'offTrack', day: '2026-11-20' } }, '2026-11-28', 'onTrack');
    expect(again).toEqual({ judged: { is: 'onTrack', day: '2026-11-28' } });
  });
});
