import { describe, expect, test } from '@jest/globals';
import type { Deliverable, Draft } from '../../src/deliverable/model.ts';
import {
  changeDetails,
  type DetailMarks,
  detailMarks,
  type Details,
  detailsOf,
  isCheckedAnew,
  marksAfterClash,
  mergedDetails,
  offeredLines,
} from '../../src/deliverable/rules-details.ts';
import { type Unticked, withDeliverable } from '../../src/deliverable/rules.ts';
import { checkVersion } from '../../src/deliverable/rules-check.ts';
import { BOUNDS } from '../../src/kit/bounds.ts';
import { isRefusal } from '../../src/kit/refusal.ts';
import type { Project } from '../../src/project/model.ts';
import { ana, ben, cleo, drafted, must, newProject, NOW, later, sentBrief } from '../support/arbitraries.ts';
import { DELIVERABLE, delivered, fileContent, posterOf } from '../support/delivered.ts';
import { OWNER, PLANNER } from '../support/plan.ts';

const FILE = [fileContent('F1')];
const project = delivered({ draft: FILE });
const poster = posterOf(project);
const pointsOf = ({ criteria, kind }: Deliverable): Unticked => [
  { id: kind, key: null, text: kind },
  ...criteria.map(({ id, text }) => ({ id, key: null, text })),
];
let ids = 0;
const newId = () => `new${(ids += 1)}`;

type Other = Partial<Details>;
const change = (on: Project, other: Other, opened: DetailMarks = detailMarks(posterOf(on)), by = PLANNER) => {
  const details = { ...detailsOf(posterOf(on)), ...other };
  return changeDetails(on, by, { id: DELIVERABLE, details, opened, newId, pointsOf }, later(5));
};
const changed = (on: Project, other: Other, opened?: DetailMarks) => must(change(on, other, opened));
const text = (one: string, line: string | null = null) => ({ text: one, line });

describe('what a deliverable is', () => {
  test('is changed by those who run the project, and by nobody else', () => {
    expect(posterOf(changed(project, { name: ' Big poster ' }))).toMatchObject({
      ...{ name: 'Big poster', changedBy: ana.id, changedAt: later(5).toISOString() },
    });
    expect(change(project, { name: 'x' }, undefined, OWNER)).toMatchObject({ code: 'project.mayNot' });
    expect(change(project, {})).toBe(project);
  });

  test.each([
    [{ name: ' ' }, 'deliverable.nameEmpty', 'name'],
    [
      { criteria: Array.from({ length: BOUNDS.criteria + 1 }, (_, at) => text(`${at}`)) },
      'deliverable.tooManyCriteria',
    ],
    [{ criteria: [text('x'.repeat(BOUNDS.criterion + 1))] }, 'deliverable.criterionTooLong', 'criteria'],
    [{ items: ['one'] }, 'deliverable.onePart', 'items'],
    [{ items: Array.from({ length: BOUNDS.items + 1 }, (_, at) => `${at}`) }, 'deliverable.tooManyParts', 'items'],
    [{ items: ['a', 'x'.repeat(BOUNDS.itemName + 1)] }, 'deliverable.partTooLong', 'items'],
  ])('is refused where it is too much, too little or too long: %#', (other, code, at = 'criteria') => {
    expect(change(project, other)).toMatchObject({ code, at });
  });

  test('is no other kind of subject once the client was asked; before, it can become a cost estimate', () => {
    const sent = delivered({ sent: [FILE] });
    expect(change(sent, { kind: 'costEstimate' })).toMatchObject({ code: 'deliverable.kindAsked', at: 'kind' });
    expect(posterOf(changed(sent, { kind: 'film' })).kind).toBe('film');
    expect(posterOf(changed(project, { kind: 'costEstimate' })).kind).toBe('costEstimate');
  });

  test('of a dropped one stays as it is', () => {
    expect(change(delivered({ draft: FILE, dropped: true }), { name: 'x' })).toMatchObject({
      code: 'deliverable.isDropped',
    });
  });

  test('keeps the ids of criteria and parts whose words are the same', () => {
    const once = changed(project, { criteria: [text('Logo'), text('QR', 'l1')], items: ['A', 'B'] });
    const twice = posterOf(changed(once, { criteria: [text('New'), text('QR'), text('Logo')], items: ['B', 'C'] }));
    const before = posterOf(once);
    expect(twice.criteria.map(({ text: one, line }) => [one, line])).toEqual([
      ['New', null],
      ['QR', 'l1'],
      ['Logo', null],
    ]);
    expect(twice.criteria[1]?.id).toBe(before.criteria[1]?.id);
    expect(twice.criteria[2]?.id).toBe(before.criteria[0]?.id);
    expect(twice.items[0]).toEqual(before.items[1]);
    expect(twice.items[1]).toMatchObject({ name: 'C', content: null });
  });
});

describe('the version that is being made ready', () => {
  const checking = changed(project, { criteria: [text('Logo')] });
  const ticked = posterOf(checking).draft?.check.points.map(({ id }) => id) ?? [];
  const passing = { id: DELIVERABLE, version: 1, sendBack: null, ticked };
  const checked = must(checkVersion(checking, OWNER, passing, later(6)));
  const checkOf = (on: Project): Draft['check'] => {
    const { draft } = posterOf(on);
    if (!draft) throw new Error('nothing is made ready');
    return draft.check;
  };

  test('is checked for what it has to fulfil now', () => {
    const next = changed(project, { criteria: [text('Logo')] });
    expect(checkOf(next).points.map(({ text: one, isTicked }) => [one, isTicked])).toEqual([
      ['print', false],
      ['Logo', false],
    ]);
  });

  test('is to be checked again where it has to fulfil something else than it was checked for', () => {
    const anew = changed(checked, { criteria: [text('Logo'), text('Bigger')] });
    expect(checkOf(anew)).toMatchObject({ state: 'open', by: null, at: null });
    expect(isCheckedAnew(posterOf(checked), posterOf(anew))).toBe(true);
    const renamed = changed(checked, { name: 'Another name', rounds: 5 });
    expect(checkOf(renamed)).toEqual(checkOf(checked));
    expect(isCheckedAnew(posterOf(checked), posterOf(renamed))).toBe(false);
  });

  test('that was sent back stays so', () => {
    const back = must(
      checkVersion(project, OWNER, { id: DELIVERABLE, version: 1, ticked: [], sendBack: 'Too small' }, later(6)),
    );
    expect(checkOf(changed(back, { criteria: [text('Bigger')] }))).toEqual(checkOf(back));
  });

  test('is looked at inside by those who are asked now; what somebody found stays', () => {
    const asked = changed(project, { reviewers: [ben, cleo] });
    expect(posterOf(asked).draft?.reviews.map(({ id, is }) => [id, is])).toEqual([
      [ben.id, 'asked'],
      [cleo.id, 'asked'],
    ]);
    const one = posterOf(asked);
    const passed = withDeliverable(asked, {
      ...one,
      draft: one.draft && {
        ...one.draft,
        reviews: one.draft.reviews.map((review) => (review.id === ben.id ? { ...review, is: 'passed' } : review)),
      },
    });
    const fewer = changed(passed, { reviewers: [ana] });
    expect(posterOf(fewer).draft?.reviews.map(({ id, is }) => [id, is])).toEqual([
      [ben.id, 'passed'],
      [ana.id, 'asked'],
    ]);
  });
});

describe('two people who change it at the same time', () => {
  const opened = detailMarks(poster);
  const theirs = changed(project, { kind: 'film' });

  test('do not undo each other’s changes of different things', () => {
    const details = { ...detailsOf(poster), name: 'Mine' };
    const both = must(changeDetails(theirs, PLANNER, { id: DELIVERABLE, details, opened, newId, pointsOf }, later(7)));
    expect(posterOf(both)).toMatchObject({ name: 'Mine', kind: 'film' });
  });

  test('are told where they changed the same, and saving again replaces it', () => {
    const details = { ...detailsOf(poster), kind: 'web' as const, rounds: 5 };
    const entered = { details, opened };
    const clash = changeDetails(theirs, PLANNER, { id: DELIVERABLE, ...entered, newId, pointsOf }, NOW);
    expect(clash).toMatchObject({ code: 'deliverable.detailsClash', at: 'kind' });
    const merged = mergedDetails(posterOf(theirs), entered);
    expect(merged).toMatchObject({ kind: 'web', rounds: 5, name: 'Poster' });
    const again = { details: merged, opened: marksAfterClash(posterOf(theirs), entered) };
    const saved = must(changeDetails(theirs, PLANNER, { id: DELIVERABLE, ...again, newId, pointsOf }, NOW));
    expect(posterOf(saved)).toMatchObject({ kind: 'web', rounds: 5 });
  });

  test('do not clash over the order of criteria and reviewers', () => {
    const twice = changed(project, { criteria: [text('A'), text('B')], reviewers: [ben, cleo] });
    const turned = { criteria: [text('B'), text('A')], reviewers: [cleo, ben] };
    expect(change(twice, turned)).toBe(twice);
  });
});

describe('what is offered as to be fulfilled', () => {
  const sent = sentBrief(drafted(newProject()));
  const stands = { version: 1, hash: 'f', at: NOW.toISOString() };
  const confirmed: Project = {
    ...sent,
    brief: sent.brief && { ...sent.brief, sent: sent.brief.sent && { ...sent.brief.sent, stands } },
  };

  test('are the lines of the confirmed brief about deliverables and mandatories, and none before', () => {
    const lines = confirmed.brief?.sent?.current.lines ?? [];
    const about = lines.filter(({ question }) => question === 'deliverables' || question === 'mandatories');
    expect(offeredLines(confirmed, { criteria: [] }).map(({ line }) => line)).toEqual(about.map(({ id }) => id));
    expect(about.length).toBeGreaterThan(0);
    expect(offeredLines(sent, { criteria: [] })).toEqual([]);
  });

  test('are also those that were chosen from an earlier brief, as they stood there', () => {
    const [first] = offeredLines(confirmed, { criteria: [] });
    if (!first) throw new Error('the brief has no such line');
    const criteria = [
      { id: 'c1', text: 'As it was before', line: first.line },
      { id: 'c2', text: first.text, line: first.line },
      { id: 'c3', text: 'Our own', line: null },
    ];
    expect(offeredLines(confirmed, { criteria }).filter(({ id }) => id.startsWith('kept.'))).toEqual([
      { id: 'kept.c1', text: 'As it was before', line: first.line },
    ]);
  });

  test('is nothing that is refused', () => {
    expect(isRefusal(change(project, { criteria: [text('As it was before', 'l9')] }))).toBe(false);
  });
});
