import { describe, expect, test } from '@jest/globals';
import { approvalOf, withApproval } from '../../src/deliverable/rules-approval.ts';
import { dropDeliverable, noteRights, reopenDeliverable, rightsMark } from '../../src/deliverable/rules-ends.ts';
import { standingOf } from '../../src/deliverable/rules-standing.ts';
import { isRefusal } from '../../src/kit/refusal.ts';
import type { Project } from '../../src/project/model.ts';
import { ana, later, must } from '../support/arbitraries.ts';
import { DELIVERABLE, delivered, fileContent, posterOf } from '../support/delivered.ts';
import { OWNER, PLANNER, TODAY } from '../support/plan.ts';

const FILE = [fileContent('F1')];
const approved = delivered({ sent: [FILE], state: 'agreed', stands: 1 });
const RIGHTS = { media: 'Out of home', territory: 'Mainland China', until: '2027-12-31' };
const note = (
  on: Project,
  more: Partial<Omit<typeof RIGHTS, 'until'>> & { opened?: string; until?: null | string } = {},
  by = PLANNER,
) => noteRights(on, by, { id: DELIVERABLE, opened: rightsMark(posterOf(on)), ...RIGHTS, ...more }, TODAY, later(1));

describe('usage rights', () => {
  test('are noted once the client has approved, with media, territory and until when', () => {
    expect(posterOf(must(note(approved))).rights).toEqual({ ...RIGHTS, by: ana.id, at: later(1).toISOString() });
    expect(posterOf(must(note(approved, { until: null }))).rights?.until).toBeNull();
    expect(note(delivered({ sent: [FILE] }))).toMatchObject({ code: 'deliverable.notApproved' });
    expect(note(delivered({ draft: FILE }))).toMatchObject({ code: 'deliverable.notApproved' });
  });

  test('end on a day to come, today at the earliest', () => {
    expect(note(approved, { until: '2020-01-01' })).toMatchObject({ code: 'deliverable.rightsPast', at: 'until' });
    expect(posterOf(must(note(approved, { until: TODAY }))).rights?.until).toBe(TODAY);
  });

  test('are noted by those who run the project', () => {
    expect(note(approved, {}, OWNER)).toMatchObject({ code: 'project.mayNot' });
  });

  test('can be bought anew after the project has ended', () => {
    const life = {
      state: 'ended',
      as: 'completed',
      reason: 'Done',
      since: later(0).toISOString(),
      by: ana.id,
    } as const;
    const ended: Project = { ...approved, life };
    expect(posterOf(must(note(ended))).rights).toMatchObject(RIGHTS);
  });

  test('that another noted meanwhile are not overwritten unseen; the same twice is once', () => {
    const before = rightsMark(posterOf(approved));
    const theirs = must(note(approved));
    expect(note(theirs, { media: 'Social', opened: before })).toMatchObject({ code: 'deliverable.detailsClash' });
    expect(note(theirs, { opened: before })).toBe(theirs);
    expect(posterOf(must(note(theirs, { media: 'Social' }))).rights?.media).toBe('Social');
  });

  test('stay, and can be changed, while a newer version is made', () => {
    const renewed = delivered({ sent: [FILE], state: 'agreed', stands: 1, draft: FILE });
    expect(posterOf(must(note(renewed))).rights).toMatchObject(RIGHTS);
    const noted = { ...posterOf(renewed), rights: posterOf(must(note(approved))).rights };
    expect(posterOf(must(note({ ...renewed, deliverables: [noted] }, { media: 'Social' }))).rights?.media).toBe(
      'Social',
    );
  });
});

describe('what there will be none of', () => {
  const why = 'The client has no money for it';
  const drop = (on: Project, by = PLANNER, reopenedAt: string | null = null) =>
    dropDeliverable(on, by, { id: DELIVERABLE, why, reopenedAt }, later(1));

  test('is dropped with a reason, and can be taken up again as it was', () => {
    const project = delivered({ draft: FILE });
    const dropped = must(drop(project));
    expect(posterOf(dropped).dropped).toEqual({ why, by: ana.id, at: later(1).toISOString() });
    expect(standingOf(posterOf(dropped))).toEqual({ is: 'dropped' });
    const again = must(reopenDeliverable(dropped, PLANNER, DELIVERABLE, later(2)));
    expect(standingOf(posterOf(again))).toEqual(standingOf(posterOf(project)));
  });

  test('is taken up again where the client is asked again, because they objected to what was recorded', () => {
    const dropped = must(drop(approved));
    const approval = approvalOf(dropped, DELIVERABLE);
    if (isRefusal(approval)) throw new Error('nothing was sent');
    const asked = withApproval(dropped, { ...approval, state: 'open' });
    expect(standingOf(posterOf(asked))).toEqual({ is: 'withClient', version: 1 });
    expect(posterOf(withApproval(dropped, approval)).dropped).not.toBeNull();
  });

  test('is not dropped while the client is asked', () => {
    expect(drop(delivered({ sent: [FILE] }))).toMatchObject({ code: 'deliverable.withClient', params: { version: 1 } });
    expect(posterOf(must(drop(delivered({ sent: [FILE], state: 'withdrawn' })))).dropped).not.toBeNull();
  });

  test('is dropped once, and taken up once', () => {
    const project = delivered({ draft: FILE });
    expect(drop(must(drop(project)))).toMatchObject({ code: 'deliverable.isDropped' });
    expect(reopenDeliverable(project, PLANNER, DELIVERABLE, later(1))).toMatchObject({
      code: 'deliverable.notDropped',
    });
    expect(reopenDeliverable(project, PLANNER, 'nothing', later(1))).toMatchObject({ code: 'deliverable.none' });
  });

  test('that was taken up again is not dropped by a form of before', () => {
    const again = must(reopenDeliverable(must(drop(delivered({ draft: FILE }))), PLANNER, DELIVERABLE, later(2)));
    expect(drop(again)).toMatchObject({ code: 'deliverable.wasReopened', params: { name: 'Poster' } });
    expect(posterOf(must(drop(again, PLANNER, later(2).toISOString()))).dropped).not.toBeNull();
  });

  test('is dropped and taken up by those who run the project', () => {
    expect(drop(delivered({ draft: FILE }), OWNER)).toMatchObject({ code: 'project.mayNot' });
    const dropped = must(drop(delivered({ draft: FILE })));
    expect(reopenDeliverable(dropped, OWNER, DELIVERABLE, later(1))).toMatchObject({ code: 'project.mayNot' });
  });
});
