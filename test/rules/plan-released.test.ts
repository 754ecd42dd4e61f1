import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { clientCardFollows } from '../../src/client/rules-card.ts';
import type { Day } from '../../src/kit/calendar.ts';
import { isWorkDay, isWorkTime, workDaysBetween } from '../../src/kit/work-days.ts';
import { changeMilestone } from '../../src/plan/rules.ts';
import { isUntold, reviewFrom, shownNow, windowToCome } from '../../src/plan/rules-review.ts';
import {
  dropMilestone,
  mayRelease,
  moveMilestone,
  reachMilestone,
  releaseMilestone,
  reopenMilestone,
  withHeadsUp,
} from '../../src/plan/rules-steps.ts';
import type { Project } from '../../src/project/model.ts';
import { release } from '../../src/project/rules-released.ts';
import { codeOf, frozen, later, must, newProject, NOW } from '../support/arbitraries.ts';
import { calendars } from '../support/arbitraries-calendars.ts';
import { plainCalendar } from '../support/plain-calendar.ts';
import { DUE, ENTERED, OWNER, planned, PLANNER, TODAY } from '../support/plan.ts';

const SIDES = { client: plainCalendar('America/New_York'), owner: plainCalendar('Asia/Shanghai') };

const one = (project: Project) => {
  const [milestone] = project.plan?.milestones ?? [];
  if (!milestone) throw new Error('there is no milestone');
  return milestone;
};
const shownTo = (project: Project, headsUp = true): Project => {
  const is = shownNow(one(project), SIDES);
  return frozen(must(releaseMilestone(project, PLANNER, { id: 'm1', shown: is, is, headsUp }, NOW)));
};
const move = (project: Project, to: Day) =>
  must(
    moveMilestone(
      project,
      OWNER,
      { id: 'm1', from: one(project).dueOn, to, why: 'Rain at the shoot' },
      TODAY,
      later(1),
    ),
  );

describe('what the client sees of milestones', () => {
  test('is nothing of one that was not released, whatever is done with it', () => {
    expect(release(planned()).milestones).toEqual([]);
    expect(release(must(reachMilestone(planned(), OWNER, { id: 'm1' }, NOW))).milestones).toEqual([]);
    expect(JSON.stringify(release(move(planned(), '2027-03-19')))).not.toMatch(/2027-03-(?:12|19)/u);
  });

  test('is its name, its day, and from when they look at it; not its owner, and nothing of what is needed', () => {
    expect(release(shownTo(planned())).milestones).toEqual([
      {
        id: 'm1',
        kind: 'mediaLaunch',
        name: null,
        dueOn: DUE,
        reviewDays: 3,
        reviewFrom: '2027-03-10',
        zone: 'Asia/Shanghai',
        state: 'open',
        stateSince: NOW.toISOString(),
      },
    ]);
    expect(JSON.stringify(release(shownTo(planned())).milestones)).not.toMatch(/Ben|final cut/u);
  });

  test('stays as it was shown while the team moves, renames and drops it, until they are told', () => {
    const before = release(shownTo(planned())).milestones;
    const moved = move(shownTo(planned()), '2027-03-19');
    const renamed = must(changeMilestone(shownTo(planned()), PLANNER, 'm1', { ...ENTERED, name: 'Secret launch' }));
    const dropped = must(dropMilestone(shownTo(planned()), PLANNER, { id: 'm1' }, 'No budget', later(1)));
    for (const project of [moved, renamed, dropped]) {
      expect(release(project).milestones).toEqual(before);
      expect(isUntold(one(project))).toBe(true);
      expect(isUntold(one(shownTo(project)))).toBe(false);
    }
    expect(release(shownTo(moved)).milestones).toMatchObject([{ dueOn: '2027-03-19', reviewFrom: '2027-03-17' }]);
    expect(release(shownTo(dropped)).milestones).toMatchObject([{ state: 'dropped' }]);
    expect(release(must(reachMilestone(shownTo(planned()), OWNER, { id: 'm1' }, NOW))).milestones).toMatchObject([
      { state: 'reached' },
    ]);
  });

  test('their card is drawn again where it is another thing for them, and only there', () => {
    const channel = { id: 'C1', language: 'en', hold: null } as const;
    const withClient = { ...newProject(), channels: { ...newProject().channels, client: channel } };
    const inside = planned(withClient);
    expect(clientCardFollows(withClient, inside)).toEqual({ first: [], last: [] });
    expect(clientCardFollows(inside, move(inside, '2027-03-19'))).toEqual({ first: [], last: [] });
    expect(clientCardFollows(inside, shownTo(inside)).last).not.toEqual([]);
    const shown = shownTo(inside);
    expect(clientCardFollows(shown, move(shown, '2027-03-19'))).toEqual({ first: [], last: [] });
  });

  test('is released as it was previewed or not at all', () => {
    const project = planned();
    const is = shownNow(one(project), SIDES);
    const old = { ...is, dueOn: '2027-03-11' };
    expect(codeOf(releaseMilestone(project, PLANNER, { id: 'm1', shown: old, is, headsUp: true }, NOW))).toBe(
      'plan.previewOld',
    );
    expect(codeOf(releaseMilestone(project, OWNER, { id: 'm1', shown: is, is, headsUp: true }, NOW))).toBe(
      'project.mayNot',
    );
  });

  test('is not told twice: what they see already, what is reached, and what was dropped before they knew of it', () => {
    expect(codeOf(mayRelease(shownTo(planned()), PLANNER, 'm1'))).toBe('plan.shownAlready');
    const reached = must(reachMilestone(planned(), OWNER, { id: 'm1' }, NOW));
    expect(codeOf(mayRelease(reached, PLANNER, 'm1'))).toBe('plan.reachedShown');
    const dropped = must(dropMilestone(planned(), PLANNER, { id: 'm1' }, 'Why', NOW));
    expect(codeOf(mayRelease(dropped, PLANNER, 'm1'))).toBe('plan.shownAlready');
  });

  test('is nothing of one that they were told is dropped and that is open again, until it is released again', () => {
    const told = shownTo(must(dropMilestone(shownTo(planned()), PLANNER, { id: 'm1' }, 'Why', later(1))));
    const again = must(reopenMilestone(told, PLANNER, { id: 'm1' }, later(2)));
    expect(release(again).milestones).toEqual([]);
    expect(release(shownTo(again)).milestones).toMatchObject([{ state: 'open', dueOn: DUE }]);
  });
});

describe('the client’s review', () => {
  test('is their last so many working days up to the day itself', () => {
    expect(reviewFrom(SIDES.client, DUE, 3)).toBe('2027-03-10');
    expect(reviewFrom(SIDES.client, '2027-03-14', 1)).toBe('2027-03-12');
    expect(reviewFrom(SIDES.client, DUE, null)).toBeNull();
    fc.assert(
      fc.property(calendars(), fc.integer({ min: 1, max: 20 }), (client, days) => {
        const from = reviewFrom(client, DUE, days) ?? '';
        expect([from, isWorkDay(client, from)]).toEqual([from, true]);
        expect(workDaysBetween(client, from, DUE)).toBe(days - 1);
      }),
    );
  });

  test('begins when their work does, and is to come once', () => {
    const window = windowToCome(one(shownTo(planned())), SIDES.client);
    expect(window?.opensAt.toISOString()).toBe('2027-03-10T14:00:00.000Z');
    fc.assert(
      fc.property(calendars(), (client) => {
        const opensAt = windowToCome(one(shownTo(planned())), client)?.opensAt;
        expect(opensAt && isWorkTime(client, opensAt)).toBe(true);
      }),
    );
    const said = must(withHeadsUp(shownTo(planned()), { id: 'm1', dueOn: DUE }, 'said', NOW) ?? newProject());
    expect(windowToCome(one(said), SIDES.client)).toBeNull();
    expect(withHeadsUp(said, { id: 'm1', dueOn: DUE }, 'said', NOW)).toBeNull();
  });

  test('is not announced for a day that they were not told, nor once it is reached or dropped', () => {
    const none = (project: Project) => expect(windowToCome(one(project), SIDES.client)).toBeNull();
    none(planned());
    none(move(shownTo(planned()), '2027-03-19'));
    none(must(reachMilestone(shownTo(planned()), OWNER, { id: 'm1' }, NOW)));
    none(must(dropMilestone(shownTo(planned()), PLANNER, { id: 'm1' }, 'Why', NOW)));
    none(shownTo(planned(newProject(), { reviewDays: null })));
    none(shownTo(planned(), false));
    expect(
      windowToCome(one(shownTo(move(shownTo(planned()), '2027-03-19'))), SIDES.client)?.opensAt.toISOString(),
    ).toBe('2027-03-17T13:00:00.000Z');
    expect(
      withHeadsUp(move(shownTo(planned()), '2027-03-19'), { id: 'm1', dueOn: '2027-03-19' }, 'said', NOW),
    ).toBeNull();
  });
});
