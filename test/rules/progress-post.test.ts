import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { append, emptyHead } from '../../src/kit/chain.ts';
import { isWorkDay, workDayFrom } from '../../src/kit/work-days.ts';
import type { Milestone } from '../../src/plan/model.ts';
import { dailyPostFollows } from '../../src/progress/rules-follows.ts';
import { hasPosts, isPausedOn, isQuiet, postOn } from '../../src/progress/rules-post.ts';
import { rhythmOf } from '../../src/progress/rules-rhythm.ts';
import { PLAIN_RHYTHM } from '../../src/kit/settings.ts';
import type { Project } from '../../src/project/model.ts';
import { dailyPost } from '../../src/progress/views-post.ts';
import { ana, later, newProject, NOW, sentBrief, drafted } from '../support/arbitraries.ts';
import { plainCalendar } from '../support/plain-calendar.ts';
import { dayAfter, workCalendars } from '../support/arbitraries-slot.ts';

const DAY = '2026-11-26';
const ON = { day: DAY, team: plainCalendar('UTC'), client: plainCalendar('UTC') };
const party = { person: ana.person, id: ana.id, name: ana.name };
const milestone = (dueOn: string, more: Partial<Milestone> = {}): Milestone => ({
  id: `m${dueOn}`,
  kind: 'mediaLaunch',
  name: null,
  dueOn,
  owner: party,
  reviewDays: null,
  needs: null,
  state: 'open',
  stateSince: NOW.toISOString(),
  released: null,
  blocked: null,
  moves: [],
  setAt: NOW.toISOString(),
  ...more,
});
const blocked = { why: 'No paper', by: party, at: NOW.toISOString() };
const withPlan = (...milestones: Milestone[]): Project => ({ ...newProject(), plan: { milestones } });
const happened = (...kinds: [kind: string, content?: Record<string, unknown>][]) => {
  const drafts = kinds.map(([kind, content = {}]) => ({ kind, actor: ana.id, at: NOW.toISOString(), content }));
  return append({ workspace: 'TAGENCY', project: 'p1' }, emptyHead('TAGENCY', 'p1'), drafts, () => '00').stored;
};

describe('what a post lists', () => {
  test('what is due on the weekend is not said on Friday to be due today', () => {
    const friday = { ...ON, day: '2026-11-27' };
    const said = (dueOn: string) => {
      const project = { ...sentBrief(drafted(newProject())), plan: { milestones: [milestone(dueOn)] } };
      return JSON.stringify(dailyPost(project, postOn(project, friday, [], null), 'en'));
    };
    expect(said('2026-11-28')).toContain('Media launch is due before the next working day');
    expect(said('2026-11-27')).toContain('Media launch is due today');
  });

  test('each open milestone stands in exactly one list, whatever the calendar and the day', () => {
    fc.assert(
      fc.property(
        workCalendars(DAY),
        fc.array(fc.tuple(fc.integer({ min: -20, max: 40 }), fc.boolean())),
        (team, all) => {
          const milestones = all.map(([days, isBlocked], at) =>
            milestone(dayAfter(DAY, days), { id: `m${at}`, blocked: isBlocked ? blocked : null }),
          );
          const on = { day: DAY, team, client: team };
          const { due, late, next } = postOn(withPlan(...milestones), on, [], null);
          const listed = [...due, ...late, ...next].map((one) => one.milestone.id).toSorted();
          expect(listed).toEqual(milestones.map(({ id }) => id).toSorted());
          // Due is what comes up to the next working day, and nothing of it is over.
          const tomorrow = workDayFrom(team, DAY, 1);
          expect(due.every(({ milestone: { dueOn } }) => dueOn >= DAY && dueOn <= tomorrow)).toBe(true);
          expect(late.every(({ milestone: one }) => one.dueOn < DAY || one.blocked)).toBe(true);
          expect(
            next.every(
              ({ milestone: { dueOn }, days }) => dueOn > tomorrow && days >= (isWorkDay(team, dueOn) ? 1 : 0),
            ),
          ).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('milestones that are reached or dropped are in none', () => {
    const over = [milestone('2026-11-20', { state: 'reached' }), milestone('2026-11-27', { state: 'dropped' })];
    const { due, late, next } = postOn(withPlan(...over), ON, [], null);
    expect([due, late, next]).toEqual([[], [], []]);
  });

  test('a milestone is announced with what it needs five and two working days ahead, and on no other day', () => {
    const plan = withPlan(milestone('2026-12-04', { needs: 'The final film' }));
    const said = ['26', '27', '30'].map((day) => {
      const on = { ...ON, day: `2026-11-${day}` };
      return postOn(plan, on, [], null).next.map(({ days, isAhead }) => [days, isAhead]);
    });
    expect(said).toEqual([[[6, false]], [[5, true]], [[4, false]]]);
    const two = postOn(plan, { ...ON, day: '2026-12-02' }, [], null);
    expect(two.next).toMatchObject([{ days: 2, isAhead: true }]);
    expect(JSON.stringify(dailyPost(plan, two, 'en'))).toContain('The final film');
  });

  test('what waits for the client is told with whom it waits for and since when, and is overdue by their own days', () => {
    const project = sentBrief(drafted(newProject()), NOW);
    const { brief } = project;
    if (!brief?.sent) throw new Error('it was sent');
    const approval = { ...brief.sent.approval, dueAt: '2026-11-24T18:00:00.000Z' };
    const asked = { ...project, brief: { ...brief, sent: { ...brief.sent, approval } } };
    const post = postOn(asked, ON, [], null);
    expect(post.waiting).toMatchObject([{ sinceOn: '2026-11-23', silentDays: 3, dueOn: '2026-11-24', overdueDays: 2 }]);
    expect(dailyPost(asked, post, 'en').text).toContain('waiting for the client 1');
    expect(postOn(asked, { ...ON, day: '2026-11-23' }, [], null).dueAnswers).toHaveLength(1);
  });

  test('of a request that was closed its end is told, and not each answer; other entries are told as they were', () => {
    const about = { subject: { kind: 'brief' }, version: 2 };
    const record = happened(
      ['approval.answered', about],
      ['approval.answered', { ...about, version: 1 }],
      ['approval.closed', about],
      ['project.personAway'],
      ['plan.milestoneReached'],
    );
    const { done } = postOn(newProject(), ON, record.toReversed(), NOW);
    expect(done.map(({ entry }) => [entry.kind, entry.sequence])).toEqual([
      ['approval.answered', 2],
      ['approval.closed', 3],
      ['plan.milestoneReached', 5],
    ]);
  });

  test('a day on which only later milestones are there is quiet; what was done, is due or waits is not', () => {
    const quiet = [newProject(), withPlan(milestone('2027-03-01')), withPlan(milestone('2026-12-04'))];
    expect(quiet.map((project) => isQuiet(postOn(project, ON, [], NOW)))).toEqual([true, true, true]);
    const loud = [
      postOn(newProject(), ON, happened(['brief.sent']), NOW),
      postOn(withPlan(milestone(DAY)), ON, [], NOW),
      postOn(withPlan(milestone('2026-11-20')), ON, [], NOW),
      postOn(withPlan(milestone('2026-12-03')), ON, [], NOW),
      postOn(sentBrief(drafted(newProject()), NOW), ON, [], NOW),
    ];
    expect(loud.map(isQuiet)).toEqual(loud.map(() => false));
  });
});

describe('whether there is a post', () => {
  const at = NOW.toISOString();
  const live = newProject();
  const held: Project = { ...live, life: { state: 'onHold', reason: 'x', since: at, by: ana.id } };
  const paused: Project = { ...live, progress: { paused: { until: DAY, by: party, at } } };

  test.each([
    ['there are posts of a project that goes on', live, true],
    ['none while it is on hold', held, false],
    ['none once it has ended', { ...live, life: { ...held.life, state: 'ended', as: 'lost' } } as Project, false],
    ['none of a job inside a project', { ...live, parent: { project: 'p2', name: 'x', number: 1 } }, false],
  ])('%s', (_name, project, is) => expect(hasPosts(project)).toBe(is));

  test.each([
    ['it is not paused where nobody said so', live, DAY, false],
    ['it is up to and including the last day of a pause', paused, DAY, true],
    ['it is not on the day after', paused, '2026-11-27', false],
    [
      'it is not where somebody asked for the post',
      { ...paused, progress: { ...paused.progress, askedOn: DAY } },
      DAY,
      false,
    ],
  ])('%s', (_name, project, day, is) => expect(isPausedOn(project, day)).toBe(is));
});

describe('a change after the post', () => {
  const before = withPlan(milestone('2026-12-04'));
  const moved = withPlan(milestone('2026-12-05'));

  test('has the post drawn again where it was planned within the hour, in whichever zone the project is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -12 * 60, max: 14 * 60 }),
        fc.nat(60),
        fc.date({ min: NOW, max: later(600_000), noInvalidDate: true }),
        (zoneMinutes, ago, now) => {
          const posted = new Date(now.getTime() - ago * 60_000);
          const day = new Date(posted.getTime() + zoneMinutes * 60_000).toISOString().slice(0, 10);
          const { again = [] } = dailyPostFollows(before, moved, now);
          const found = again.find(({ key }) => key === `card:dailyPost:p1:${day}`);
          expect(found && found.since <= posted).toBe(true);
          expect(again.length).toBeLessThanOrEqual(3);
        },
      ),
    );
  });

  test('of what the post does not show draws nothing; nor does the first save, or a job', () => {
    expect(dailyPostFollows(before, { ...before, undelivered: 3, revision: 9 }, NOW)).toEqual({});
    expect(dailyPostFollows(null, before, NOW)).toEqual({});
    const inside = { parent: { project: 'p2', name: 'x', number: 1 } };
    expect(dailyPostFollows({ ...before, ...inside }, { ...moved, ...inside }, NOW)).toEqual({});
  });
});

test('a rhythm is the project’s own part by part, else the agency’s, else the plain one', () => {
  const agency = { ...PLAIN_RHYTHM, postMinute: 600, checkIn: true };
  expect(rhythmOf({}, null)).toEqual(PLAIN_RHYTHM);
  expect(rhythmOf({}, agency)).toEqual(agency);
  const own = { progress: { rhythm: { checkIn: false, postMinute: undefined } } };
  expect(rhythmOf(own, agency)).toEqual({ ...agency, checkIn: false });
});
