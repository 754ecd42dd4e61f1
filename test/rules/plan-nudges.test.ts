import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dayIn } from '../../src/kit/calendar.ts';
import type { NudgeContext } from '../../src/kit/nudge.ts';
import { samePerson } from '../../src/kit/person.ts';
import { isWorkTime, type WorkCalendar, workDaysBetween, workEnd } from '../../src/kit/work-days.ts';
import { milestoneDueAt, milestoneNudges } from '../../src/plan/nudges.ts';
import { blockMilestone, dropMilestone, moveMilestone, reachMilestone } from '../../src/plan/rules-steps.ts';
import type { Project } from '../../src/project/model.ts';
import { end, putOnHold } from '../../src/stages/rules-life.ts';
import { ana, ben, frozen, later, must, newProject, NOW, someone } from '../support/arbitraries.ts';
import { calendars } from '../support/arbitraries-calendars.ts';
import { plainCalendar } from '../support/plain-calendar.ts';
import { DUE, OWNER, planned, PLANNER, TODAY } from '../support/plan.ts';

const CHINA = plainCalendar('Asia/Shanghai');
const YORK = plainCalendar('America/New_York');

const context = (more: Partial<NudgeContext> = {}): NudgeContext => ({
  now: NOW,
  team: CHINA,
  client: YORK,
  of: () => CHINA,
  snoozedUntil: () => null,
  ...more,
});
const inOrder = (project: Project, given = context()) =>
  milestoneNudges(project, given)
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ step, way, at, to }) => [step, way, at.toISOString(), samePerson(to, ben.person) ? 'Ben' : 'Ana']);

/** Everything that may be different about a project and when its people work. */
const situations = fc.record({
  owners: calendars(),
  managers: calendars(),
  ahead: fc.integer({ min: 0, max: 90 }),
  moves: fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 3 }),
  isBlocked: fc.boolean(),
});

function situated({
  ahead,
  moves,
  isBlocked,
}: {
  ahead: number;
  moves: readonly number[];
  isBlocked: boolean;
}): Project {
  const day = (days: number) => dayIn('utc', later(days * 24 * 60));
  let project = planned(newProject(), { dueOn: day(ahead) });
  let at = ahead;
  for (const to of moves) {
    if (to === at) continue;
    const moving = { id: 'm1', from: day(at), to: day(to), why: 'Why' };
    project = must(moveMilestone(project, OWNER, moving, TODAY, NOW));
    at = to;
  }
  return isBlocked ? must(blockMilestone(project, OWNER, { id: 'm1' }, 'Why', NOW)) : project;
}
const givenBy = (owners: WorkCalendar, managers: WorkCalendar) =>
  context({ of: (person) => (samePerson(person, ben.person) ? owners : managers) });

describe('a milestone is brought up', () => {
  test('five and two working days ahead, on the day, an hour after it, and with whoever runs the project on the next day', () => {
    expect(inOrder(planned())).toEqual([
      ['ahead', 'digest', '2027-03-05T01:00:00.000Z', 'Ben'],
      ['ahead', 'digest', '2027-03-10T01:00:00.000Z', 'Ben'],
      ['dueDay', 'digest', '2027-03-12T01:00:00.000Z', 'Ben'],
      ['after', 'message', '2027-03-15T02:00:00.000Z', 'Ben'],
      ['manager', 'message', '2027-03-16T01:00:00.000Z', 'Ana'],
    ]);
  });

  test('and is due when the owner’s working day ends, by their clock', () => {
    const [milestone] = planned().plan?.milestones ?? [];
    if (!milestone) throw new Error('there is none');
    expect(milestoneDueAt(milestone, context({ of: () => YORK }))).toEqual(workEnd(YORK, DUE));
  });

  test('in the working time of whoever hears it, under keys of its own, whatever calendars there are', () => {
    fc.assert(
      fc.property(situations, ({ owners, managers, ...more }) => {
        const nudges = milestoneNudges(situated(more), givenBy(owners, managers));
        expect(new Set(nudges.map(({ key }) => key)).size).toBe(nudges.length);
        for (const { to, at } of nudges) {
          const calendar = samePerson(to, ben.person) ? owners : managers;
          expect([to.user, at.toISOString(), isWorkTime(calendar, at)]).toEqual([to.user, at.toISOString(), true]);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('in the order of its steps, the reminders so many working days before it', () => {
    fc.assert(
      fc.property(situations, ({ owners, managers, ...more }) => {
        const project = situated(more);
        const dueOn = project.plan?.milestones[0]?.dueOn ?? '';
        const nudges = milestoneNudges(project, givenBy(owners, managers));
        const at = (mark: string) => nudges.find(({ key }) => key.includes(`:${mark}:`))?.at;
        const order = ['ahead5', 'ahead2', 'dueDay', 'after'].flatMap((mark) => at(mark)?.getTime() ?? []);
        expect(order).toEqual(order.toSorted((a, b) => a - b));
        const [after, manager] = [at('after'), at('manager')];
        if (after && manager) expect(manager.getTime()).toBeGreaterThan(after.getTime());
        const two = at('ahead2');
        if (two) expect(workDaysBetween(owners, dayIn(owners.zone, two), dueOn)).toBeGreaterThanOrEqual(1);
      }),
    );
  });

  test('by its day as it is: a moved one is nudged as if it had always been there, with no schedule to change', () => {
    fc.assert(
      fc.property(situations, ({ owners, managers, ...more }) => {
        const given = givenBy(owners, managers);
        const moved = situated(more);
        const [milestone] = moved.plan?.milestones ?? [];
        const anew = planned(newProject(), { dueOn: milestone?.dueOn ?? DUE });
        const fresh = more.isBlocked ? must(blockMilestone(anew, OWNER, { id: 'm1' }, 'Why', NOW)) : anew;
        expect(milestoneNudges(moved, given)).toEqual(milestoneNudges(fresh, given));
        expect(milestoneNudges(moved, { ...given, now: later(9 * 24 * 60) })).toEqual(milestoneNudges(moved, given));
      }),
    );
  });

  test('not once it is reached or dropped, and not while the project is on hold or over', () => {
    const none = (project: Project) => expect(milestoneNudges(project, context())).toEqual([]);
    none(must(reachMilestone(planned(), OWNER, { id: 'm1' }, NOW)));
    none(must(dropMilestone(planned(), PLANNER, { id: 'm1' }, 'Why', NOW)));
    none(must(putOnHold(planned(), ana, 'Budget', NOW)));
    none(must(end(planned(), ana, { as: 'completed', reason: 'Done', into: null }, [], NOW)));
    none(frozen(newProject()));
  });

  test('not with its owner once they said that it is blocked: then it is for whoever runs the project', () => {
    const blocked = must(blockMilestone(planned(), OWNER, { id: 'm1' }, 'No cut', NOW));
    expect(inOrder(blocked).map(([step, , , to]) => [step, to])).toEqual([['manager', 'Ana']]);
  });

  test('and no reminder is made up for what lay in the past as the day was chosen', () => {
    const near = planned(newProject(), { dueOn: TODAY });
    expect(inOrder(near).map(([step]) => step)).toEqual(['after', 'manager']);
  });

  test('with whoever runs the project, once, where its owner is gone; and not a second time with an owner who runs it', () => {
    const people = planned().people.map((one) =>
      one.id === ben.id ? { ...one, gone: { since: NOW.toISOString() } } : one,
    );
    const steps = ['ahead', 'ahead', 'dueDay', 'after'];
    expect(inOrder({ ...planned(), people }).map(([step, , , to]) => [step, to])).toEqual(
      steps.map((step) => [step, 'Ana']),
    );
    expect(inOrder(planned(newProject(), { owner: ana })).map(([step]) => step)).toEqual(steps);
  });

  test('with the stand-in, in their own working time, while somebody is away; and with nobody’s name on two keys', () => {
    const hana = someone('Hana', 'TAGENCY');
    const people = [
      ...planned().people.map((one) =>
        one.id === ben.id ? { ...one, standIn: hana, away: { until: '2027-03-10', zone: 'Asia/Shanghai' } } : one,
      ),
      { ...hana, role: 'teamMember' as const, since: NOW.toISOString() },
    ];
    const of: NudgeContext['of'] = (person) => (samePerson(person, hana.person) ? YORK : CHINA);
    const nudges = milestoneNudges({ ...planned(), people }, context({ of }));
    expect(nudges.map(({ step, to, at }) => [step, to.user, at.toISOString()])).toEqual([
      ['ahead', hana.person.user, '2027-03-05T14:00:00.000Z'],
      ['ahead', hana.person.user, '2027-03-10T14:00:00.000Z'],
      ['dueDay', ben.person.user, '2027-03-12T01:00:00.000Z'],
      ['after', ben.person.user, '2027-03-15T02:00:00.000Z'],
      ['manager', ana.person.user, '2027-03-16T01:00:00.000Z'],
    ]);
  });

  test('with no stand-in who has left since, or is on the client’s side by now: with whoever runs the project', () => {
    const hana = someone('Hana', 'TAGENCY');
    const tos = (member: Partial<Project['people'][number]>) => {
      const people = [
        ...planned().people.map((one) =>
          one.id === ben.id ? { ...one, standIn: hana, away: { until: '2027-04-10', zone: 'Asia/Shanghai' } } : one,
        ),
        { ...hana, role: 'teamMember' as const, since: NOW.toISOString(), ...member },
      ];
      return new Set(milestoneNudges({ ...planned(), people }, context()).map(({ to }) => to.user));
    };
    expect(tos({})).toEqual(new Set([hana.person.user, ana.person.user]));
    expect(tos({ role: 'clientMember' })).toEqual(new Set([ana.person.user]));
    expect(tos({ gone: { since: NOW.toISOString() } })).toEqual(new Set([ana.person.user]));
  });

  test('later where somebody wants to be left alone about it, in their working time, and due as before', () => {
    const until = new Date('2027-03-13T10:00:00.000Z');
    const snoozed = milestoneNudges(
      planned(),
      context({ snoozedUntil: (person) => (samePerson(person, ben.person) ? until : null) }),
    );
    const plain = milestoneNudges(planned(), context());
    expect(snoozed.map(({ key, dueAt }) => [key, dueAt])).toEqual(plain.map(({ key, dueAt }) => [key, dueAt]));
    expect(snoozed.map(({ at }) => at.toISOString())).toEqual([
      '2027-03-15T01:00:00.000Z',
      '2027-03-15T01:00:00.000Z',
      '2027-03-15T01:00:00.000Z',
      '2027-03-15T02:00:00.000Z',
      '2027-03-16T01:00:00.000Z',
    ]);
  });
});
