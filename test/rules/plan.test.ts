import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BOUNDS } from '../../src/kit/bounds.ts';
import { dayIn } from '../../src/kit/calendar.ts';
import { isRefusal } from '../../src/kit/refusal.ts';
import { changeMilestone, maySeeTo, milestoneOf, openMilestones, setMilestone, undoSet } from '../../src/plan/rules.ts';
import {
  blockMilestone,
  dropMilestone,
  moveMilestone,
  reachMilestone,
  reopenMilestone,
  unblockMilestone,
} from '../../src/plan/rules-steps.ts';
import type { Project } from '../../src/project/model.ts';
import type { Role } from '../../src/project/model-people.ts';
import { gateLacks } from '../../src/project/rules-gate.ts';
import { end, putOnHold } from '../../src/stages/rules-life.ts';
import { ana, ben, cleo, codeOf, frozen, later, must, newProject, NOW, someone } from '../support/arbitraries.ts';
import { DUE, ENTERED, OWNER, planned, PLANNER, TODAY } from '../support/plan.ts';

const only = (project: Project) => {
  const [milestone] = project.plan?.milestones ?? [];
  if (!milestone) throw new Error('there is no milestone');
  return milestone;
};
const LATER = later(1);
const withRole = (project: Project, name: string, role: Role): Project => ({
  ...project,
  people: [...project.people, { ...someone(name, 'TAGENCY'), role, since: NOW.toISOString() }],
});
const moving = { id: 'm1', from: DUE, to: '2027-03-19', why: 'Rain' };

describe('setting a milestone', () => {
  test('gives one that is open, internal and its owner’s', () => {
    const { owner, ...milestone } = only(planned());
    expect(milestone).toMatchObject({ id: 'm1', kind: 'mediaLaunch', dueOn: DUE, state: 'open', released: null });
    expect(owner).toEqual({ person: ben.person, id: ben.id, name: ben.name });
  });

  test('twice under one id gives one', () => {
    const project = planned();
    expect(setMilestone(project, PLANNER, { ...ENTERED, id: 'm1', dueOn: DUE }, TODAY, LATER)).toBe(project);
  });

  test('is refused on a day that has passed, without a name, beyond the limit, and for whoever is not on the team', () => {
    const at = (more: object, project = newProject()) =>
      codeOf(setMilestone(project, PLANNER, { ...ENTERED, id: 'm2', dueOn: DUE, ...more }, TODAY, NOW));
    expect(at({ dueOn: dayIn('utc', later(-24 * 60)) })).toBe('plan.dayPast');
    expect(isRefusal(setMilestone(newProject(), PLANNER, { ...ENTERED, id: 'm2', dueOn: TODAY }, TODAY, NOW))).toBe(
      false,
    );
    expect(at({ kind: 'other', name: null })).toBe('plan.nameMissing');
    expect(at({ owner: someone('Nobody', 'TAGENCY') })).toBe('plan.ownerNotOnTeam');
    expect(at({ owner: cleo }, withRole(newProject(), 'Cleo', 'approver'))).toBe('plan.ownerNotOnTeam');
    const gone = newProject();
    const people = gone.people.map((one) => (one.id === ben.id ? { ...one, gone: { since: NOW.toISOString() } } : one));
    expect(at({}, { ...gone, people })).toBe('plan.ownerNotOnTeam');
    let full = newProject();
    for (let n = 0; n < BOUNDS.milestones; n += 1) full = planned(full, { id: `n${n}` });
    expect(at({}, full)).toBe('plan.tooMany');
  });

  test('is for whoever runs the project; others are told who can', () => {
    const refused = setMilestone(newProject(), OWNER, { ...ENTERED, id: 'm1', dueOn: DUE }, TODAY, NOW);
    expect(refused).toMatchObject({ code: 'project.mayNot', params: { act: { named: ['act.managePlan'] } } });
  });

  test('is refused in a project that has ended, and taken in one that is on hold', () => {
    const ended = must(end(newProject(), ana, { as: 'completed', reason: 'Done', into: null }, [], NOW));
    expect(codeOf(setMilestone(ended, PLANNER, { ...ENTERED, id: 'm1', dueOn: DUE }, TODAY, NOW))).toBe(
      'project.isEnded',
    );
    expect(only(planned(must(putOnHold(newProject(), ana, 'Budget', NOW))))).toMatchObject({ state: 'open' });
  });
});

describe('what can be done with a milestone', () => {
  test.each([
    ['its owner', OWNER],
    ['whoever runs the project', PLANNER],
  ])(
    '%s moves it with a reason, says that it is blocked, goes on again, reaches it, and opens it again',
    (_who, by) => {
      const moved = must(moveMilestone(planned(), by, moving, TODAY, LATER));
      expect(only(moved)).toMatchObject({ dueOn: '2027-03-19', moves: [{ from: DUE, to: '2027-03-19', why: 'Rain' }] });
      const blocked = must(blockMilestone(moved, by, { id: 'm1' }, 'No cut', LATER));
      expect(only(blocked).blocked).toMatchObject({ why: 'No cut' });
      expect(only(must(unblockMilestone(blocked, by, { id: 'm1' }))).blocked).toBeNull();
      const reached = must(reachMilestone(blocked, by, { id: 'm1' }, LATER));
      expect(only(reached)).toMatchObject({ state: 'reached', blocked: null });
      expect(only(must(reopenMilestone(reached, by, { id: 'm1' }, LATER)))).toMatchObject({ state: 'open' });
    },
  );

  test('dropping it is for whoever runs the project, and so is opening it again', () => {
    expect(codeOf(dropMilestone(planned(), OWNER, { id: 'm1' }, 'Why', NOW))).toBe('project.mayNot');
    const dropped = must(dropMilestone(planned(), PLANNER, { id: 'm1' }, 'No budget', LATER));
    expect(only(dropped)).toMatchObject({ state: 'dropped', why: 'No budget' });
    expect(codeOf(reopenMilestone(dropped, OWNER, { id: 'm1' }, LATER))).toBe('project.mayNot');
    expect(only(must(reopenMilestone(dropped, PLANNER, { id: 'm1' }, LATER)))).toMatchObject({ state: 'open' });
  });

  test('is nothing for somebody else of the team, who is told whose it is and who else can', () => {
    const project = withRole(planned(), 'Hana', 'teamMember');
    const hana = { ...someone('Hana', 'TAGENCY'), kind: 'member', at: NOW } as const;
    expect(maySeeTo(project, only(project), hana)).toMatchObject({
      code: 'plan.ownersAct',
      params: { owner: [{ name: 'Ben' }], who: [{ name: 'Ana' }] },
    });
  });

  test('is the stand-in’s as well, while the owner is away and not longer', () => {
    const hana = someone('Hana', 'TAGENCY');
    const away = withRole(planned(), 'Hana', 'teamMember').people.map((one) =>
      one.id === ben.id ? { ...one, standIn: hana, away: { until: TODAY, zone: 'utc' } } : one,
    );
    const project = { ...planned(), people: away };
    const who = { ...hana, kind: 'member', at: NOW } as const;
    expect(maySeeTo(project, only(project), who)).toBe(true);
    expect(maySeeTo(project, only(project), { ...who, at: later(2 * 24 * 60) })).not.toBe(true);
  });

  test('done twice is said to be done already, and is done once', () => {
    const reached = must(reachMilestone(planned(), OWNER, { id: 'm1' }, LATER));
    expect(codeOf(reachMilestone(reached, OWNER, { id: 'm1' }, LATER))).toBe('plan.reachedAlready');
    expect(codeOf(moveMilestone(reached, OWNER, moving, TODAY, LATER))).toBe('plan.reachedAlready');
    const dropped = must(dropMilestone(planned(), PLANNER, { id: 'm1' }, 'Why', LATER));
    expect(codeOf(dropMilestone(dropped, PLANNER, { id: 'm1' }, 'Why', LATER))).toBe('plan.droppedAlready');
    expect(codeOf(blockMilestone(dropped, PLANNER, { id: 'm1' }, 'Why', LATER))).toBe('plan.droppedAlready');
    const blocked = must(blockMilestone(planned(), OWNER, { id: 'm1' }, 'Why', LATER));
    expect(codeOf(blockMilestone(blocked, OWNER, { id: 'm1' }, 'Why', LATER))).toBe('plan.blockedAlready');
    expect(codeOf(unblockMilestone(planned(), OWNER, { id: 'm1' }))).toBe('plan.notBlocked');
    expect(codeOf(reopenMilestone(planned(), OWNER, { id: 'm1' }, LATER))).toBe('plan.openAlready');
    const moved = must(moveMilestone(planned(), OWNER, moving, TODAY, LATER));
    expect(moveMilestone(moved, OWNER, moving, TODAY, LATER)).toMatchObject({
      code: 'plan.movedSince',
      params: { day: { day: '2027-03-19' } },
    });
  });

  test('pressed late, after it was done and opened again, is not done a second time', () => {
    const shown = { id: 'm1', since: only(planned()).stateSince };
    const again = must(
      reopenMilestone(must(reachMilestone(planned(), OWNER, shown, LATER)), OWNER, { id: 'm1' }, later(2)),
    );
    expect(codeOf(reachMilestone(again, OWNER, shown, later(3)))).toBe('plan.changedSince');
    expect(codeOf(dropMilestone(again, PLANNER, shown, 'Why', later(3)))).toBe('plan.changedSince');
  });

  test('to the same day, to a day that has passed, and to what is no day it is not moved', () => {
    const to = (day: string | null) => codeOf(moveMilestone(planned(), OWNER, { ...moving, to: day }, TODAY, NOW));
    expect([to(DUE), to('2020-01-01'), to(null)]).toEqual(['plan.sameDay', 'plan.dayPast', 'plan.dayUnread']);
  });

  test('of one that is not there is refused', () => {
    expect(codeOf(reachMilestone(planned(), PLANNER, { id: 'm9' }, NOW))).toBe('plan.gone');
    expect(codeOf(undoSet(planned(), PLANNER, 'm9'))).toBe('plan.gone');
  });

  test('may be changed but for its day, as long as it is open', () => {
    const changed = must(changeMilestone(planned(), PLANNER, 'm1', { ...ENTERED, owner: ana, reviewDays: null }));
    expect(only(changed)).toMatchObject({ owner: { id: ana.id }, reviewDays: null, dueOn: DUE });
    const project = planned();
    expect(changeMilestone(project, PLANNER, 'm1', ENTERED)).toBe(project);
    const reached = must(reachMilestone(planned(), OWNER, { id: 'm1' }, LATER));
    expect(codeOf(changeMilestone(reached, PLANNER, 'm1', ENTERED))).toBe('plan.notOpen');
  });

  test('it can be taken back as long as nobody has done anything with it', () => {
    expect(must(undoSet(planned(), PLANNER, 'm1')).plan?.milestones).toEqual([]);
    expect(codeOf(undoSet(must(moveMilestone(planned(), OWNER, moving, TODAY, LATER)), PLANNER, 'm1'))).toBe(
      'plan.undoLate',
    );
    expect(codeOf(undoSet(must(reachMilestone(planned(), OWNER, { id: 'm1' }, LATER)), PLANNER, 'm1'))).toBe(
      'plan.undoLate',
    );
  });
});

describe('the milestones of a project', () => {
  const days = fc.integer({ min: 0, max: 400 }).map((ahead) => dayIn('utc', later(ahead * 24 * 60)));

  test('are listed with the soonest first, and a few moves of each are kept', () => {
    fc.assert(
      fc.property(fc.array(days, { minLength: 1, maxLength: 12 }), (all) => {
        let project = newProject();
        all.forEach((dueOn, n) => (project = planned(project, { id: `n${n}`, dueOn })));
        expect(openMilestones(project).map(({ dueOn }) => dueOn)).toEqual(all.toSorted());
        let moved = planned();
        for (const to of all) {
          const from = only(moved).dueOn;
          const next = moveMilestone(moved, OWNER, { id: 'm1', from, to, why: 'Why' }, TODAY, LATER);
          if (!isRefusal(next)) moved = next;
        }
        expect(only(moved).moves.length).toBeLessThanOrEqual(BOUNDS.milestoneMoves);
        expect(only(moved).moves.at(-1)?.to ?? DUE).toBe(only(moved).dueOn);
      }),
    );
  });

  test('close the third gate until each is reached or dropped', () => {
    const at = (project: Project) => ({ ...project, work: { kind: 'campaign', stage: 'execution' } as const });
    expect(gateLacks(at(planned()))).toContain('project.lack.milestones');
    expect(gateLacks(at(must(reachMilestone(planned(), OWNER, { id: 'm1' }, NOW))))).not.toContain(
      'project.lack.milestones',
    );
    expect(gateLacks(at(must(dropMilestone(planned(), PLANNER, { id: 'm1' }, 'Why', NOW))))).not.toContain(
      'project.lack.milestones',
    );
    expect(gateLacks({ ...planned(), work: { kind: 'campaign', stage: 'proposal' } })).not.toContain(
      'project.lack.milestones',
    );
    expect(milestoneOf(frozen(newProject()), 'm1')).toBeUndefined();
  });
});
