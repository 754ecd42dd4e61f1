import { describe, expect, test } from '@jest/globals';
import type { Deliverable } from '../../src/deliverable/model.ts';
import { whyNotReviewed } from '../../src/deliverable/rules-review.ts';
import { addDeliverable, addVersion, deliverablesOf, withDeliverable } from '../../src/deliverable/rules.ts';
import { checkersOf, checkVersion, reviewVersion } from '../../src/deliverable/rules-check.ts';
import { draftState, standingOf } from '../../src/deliverable/rules-standing.ts';
import { BOUNDS } from '../../src/kit/bounds.ts';
import { isRefusal } from '../../src/kit/refusal.ts';
import type { Project } from '../../src/project/model.ts';
import type { Acting } from '../../src/project/rules.ts';
import { withMember } from '../../src/project/rules.ts';
import { cleo, codeOf, frozen, later, must, newProject, NOW, someone } from '../support/arbitraries.ts';
import { fileContent, posterOf } from '../support/delivered.ts';
import { OWNER, PLANNER } from '../support/plan.ts';

const POINTS = [
  { id: 'typing', key: 'typing', text: null },
  { id: 'criterion.1', key: null, text: 'Two seconds of logo' },
];
const given = (more: Partial<Parameters<typeof addDeliverable>[3]> = {}) => ({
  contents: [fileContent('F1')],
  note: null,
  isOwnError: false,
  points: POINTS,
  ...more,
});
const adding = (more: Partial<Parameters<typeof addDeliverable>[2]> = {}) => ({
  ...{ id: 'd1', name: 'Poster', kind: 'print' as const, isRoutine: false, criteria: [], items: [], estimate: null },
  ...{ requires: null, reviewers: [], from: null, asking: null },
  ...more,
});

/** Ana runs the project, Ben and Dora work on it; Cleo is the client's. */
const DORA: Acting = { ...someone('Dora', 'TAGENCY'), kind: 'member', at: NOW };
const team = must(withMember(must(withMember(newProject(), OWNER, 'teamMember', NOW)), DORA, 'teamMember', NOW));
const CLEO: Acting = { ...cleo, kind: 'guest', at: NOW };
const at1 = { id: 'd1', version: 1 };

const added = (by = OWNER, more: Parameters<typeof adding>[0] = {}, project = team): Project =>
  frozen(must(addDeliverable(project, by, adding(more), given(), NOW)));
const passed = { ...at1, ticked: POINTS.map(({ id }) => id), sendBack: null };

describe('something brought for approval', () => {
  test('is there with its first version, to be checked with nothing ticked', () => {
    const { draft, sent, rounds, number } = posterOf(added());
    expect({ sent, rounds, number }).toEqual({ sent: null, rounds: 3, number: 1 });
    expect(draft?.check).toMatchObject({ state: 'open', by: null });
    expect(draft?.check.points.map(({ isTicked }) => isTicked)).toEqual([false, false]);
    expect(standingOf(posterOf(added()))).toEqual({ is: 'checking', version: 1 });
  });

  test('sent twice is there once', () => {
    const project = added();
    expect(addDeliverable(project, OWNER, adding(), given(), later(1))).toBe(project);
  });

  test('has a name, and is something', () => {
    expect(addDeliverable(team, OWNER, adding({ name: ' ' }), given(), NOW)).toMatchObject({
      code: 'deliverable.nameEmpty',
      at: 'name',
    });
    expect(codeOf(addDeliverable(team, OWNER, adding(), given({ contents: [] }), NOW))).toBe(
      'deliverable.nothingGiven',
    );
  });

  test('is refused to the client’s people', () => {
    expect(codeOf(addDeliverable(team, CLEO, adding(), given(), NOW))).toBe('project.onlyTeam');
  });

  test('is refused where the project holds no more', () => {
    const many = Array.from({ length: BOUNDS.projectDeliverables }, (_, at) => ({
      ...posterOf(added()),
      id: `x${at}`,
    }));
    const full = { ...team, deliverables: many };
    expect(codeOf(addDeliverable(full, OWNER, adding(), given(), NOW))).toBe('deliverable.tooMany');
  });
});

describe('the check of a version', () => {
  test('is nothing for its maker, whatever they are, and names who else can do it', () => {
    for (const by of [OWNER, PLANNER]) {
      const refused = checkVersion(added(by), by, passed, NOW);
      expect(codeOf(refused)).toBe('deliverable.ownCheck');
      expect(isRefusal(refused) && JSON.stringify(refused.params)).not.toContain(`"${by.person.user}"`);
    }
  });

  test('asks whoever runs the project; of what they made themselves the others', () => {
    const asked = (by: Acting) => {
      const { draft } = posterOf(added(by));
      return draft ? checkersOf(team, draft).map(({ id }) => id) : [];
    };
    expect(asked(OWNER)).toEqual([PLANNER.id]);
    expect(asked(PLANNER)).toEqual([OWNER.id, DORA.id]);
  });

  test('passes where every point is ticked, and is on the version with who and when', () => {
    const { draft } = posterOf(must(checkVersion(added(), PLANNER, passed, later(5))));
    expect(draft?.check).toMatchObject({ state: 'passed', by: { id: PLANNER.id }, at: later(5).toISOString() });
    expect(draft && draftState(draft)).toBe('ready');
  });

  test('with a point that is not ticked is nothing, unless it goes back with the reason', () => {
    const some = { ...at1, ticked: ['typing'], sendBack: null };
    expect(checkVersion(added(), PLANNER, some, NOW)).toMatchObject({
      code: 'deliverable.notTicked',
      params: { count: 1 },
      at: 'reason',
    });
    const back = posterOf(must(checkVersion(added(), PLANNER, { ...some, sendBack: 'No logo' }, NOW)));
    expect(back.draft?.check).toMatchObject({ state: 'sentBack', reason: 'No logo' });
    expect(standingOf(back)).toEqual({ is: 'sentBack', version: 1 });
  });

  test('goes back also where all is ticked and something is wrong', () => {
    const back = posterOf(must(checkVersion(added(), PLANNER, { ...passed, sendBack: 'Ugly' }, NOW)));
    expect(standingOf(back).is).toBe('sentBack');
  });

  test('is recorded once', () => {
    const checked = must(checkVersion(added(), PLANNER, passed, NOW));
    expect(codeOf(checkVersion(checked, DORA, passed, later(1)))).toBe('deliverable.alreadyChecked');
  });

  test('is about the version that was looked at', () => {
    expect(codeOf(checkVersion(added(), PLANNER, { ...passed, version: 2 }, NOW))).toBe('deliverable.versionMoved');
  });

  test('is refused to the client’s people', () => {
    expect(codeOf(checkVersion(added(), CLEO, passed, NOW))).toBe('project.onlyTeam');
  });
});

describe('a new version', () => {
  test('takes the place of one that was not sent, with a check that begins anew', () => {
    const back = must(checkVersion(added(), PLANNER, { ...passed, sendBack: 'No logo' }, NOW));
    const next = must(addVersion(back, OWNER, at1, given({ contents: [fileContent('F2')] }), later(1)));
    expect(posterOf(next).draft).toMatchObject({ number: 1, contents: [{ file: 'F2' }], check: { state: 'open' } });
    expect(deliverablesOf(next)).toHaveLength(1);
  });

  test('is not brought under a number that it would not have', () => {
    expect(addVersion(added(), OWNER, { id: 'd1', version: 2 }, given(), NOW)).toMatchObject({
      code: 'deliverable.versionMoved',
      params: { version: 1 },
    });
  });

  test('of what was dropped is refused until it is taken up again', () => {
    const dropped = { why: 'No need', by: 'x', at: NOW.toISOString() };
    const project = withDeliverable(added(), { ...posterOf(added()), dropped });
    expect(codeOf(addVersion(project, OWNER, at1, given(), NOW))).toBe('deliverable.isDropped');
    expect(codeOf(addVersion(added(), OWNER, { id: 'none', version: 1 }, given(), NOW))).toBe('deliverable.none');
  });
});

describe('the internal review', () => {
  const asked = added(OWNER, { reviewers: [{ person: DORA.person, id: DORA.id, name: 'Dora' }] });
  const review = { ...at1, sendBack: null };
  const draftOf = (project: Project) => {
    const { draft } = posterOf(project) satisfies Deliverable;
    if (!draft) throw new Error('no draft');
    return draft;
  };

  test('is awaited after the check, and then it can be sent', () => {
    const checked = must(checkVersion(asked, PLANNER, passed, NOW));
    expect(draftState(draftOf(checked))).toBe('reviewing');
    const reviewed = must(reviewVersion(checked, DORA, review, later(1)));
    expect(draftState(draftOf(reviewed))).toBe('ready');
  });

  test('is for those who were asked, each once', () => {
    expect(codeOf(reviewVersion(asked, PLANNER, review, NOW))).toBe('deliverable.notReviewer');
    expect(codeOf(whyNotReviewed(draftOf(asked), PLANNER.person))).toBe('deliverable.notReviewer');
    expect(whyNotReviewed(draftOf(asked), DORA.person)).toBeNull();
    const reviewed = must(reviewVersion(asked, DORA, review, NOW));
    expect(codeOf(reviewVersion(reviewed, DORA, review, later(1)))).toBe('deliverable.alreadyReviewed');
    expect(codeOf(whyNotReviewed(draftOf(reviewed), DORA.person))).toBe('deliverable.alreadyReviewed');
  });

  test('sends it back with the reason', () => {
    const back = must(reviewVersion(asked, DORA, { ...review, sendBack: 'Off brand' }, NOW));
    expect(draftState(draftOf(back))).toBe('sentBack');
    expect(draftOf(back).reviews).toMatchObject([{ is: 'sentBack', reason: 'Off brand' }]);
  });

  test('is asked anew of the next version', () => {
    const reviewed = must(reviewVersion(asked, DORA, review, NOW));
    const next = must(addVersion(reviewed, OWNER, at1, given(), later(1)));
    expect(draftOf(next).reviews).toMatchObject([{ id: DORA.id, is: 'asked', at: null }]);
  });
});
