import { describe, expect, test } from '@jest/globals';
import { NOTHING_ASKED } from '../../src/approval/rules-asking.ts';
import type { Deliverable } from '../../src/deliverable/model.ts';
import { confirmedLines, criterionOf, defaultAsking, knownIn, lineNamed } from '../../src/deliverable/rules-offers.ts';
import { BOUNDS } from '../../src/kit/bounds.ts';
import type { Project } from '../../src/project/model.ts';
import { answerBrief } from '../support/answering.ts';
import { cleo, drafted, later, must, newProject, sentBrief } from '../support/arbitraries.ts';
import { delivered, fileContent, posterOf } from '../support/delivered.ts';

const made = delivered({ draft: [fileContent('F1')] });
const withAll = (all: readonly Deliverable[]): Project => ({ ...made, deliverables: [...all] });
const one = posterOf(made);

describe('a new version may be of', () => {
  test('what there is, the one that was worked on last first, and nothing that was dropped', () => {
    const old = { ...one, id: 'old', changedAt: '2026-01-01T00:00:00.000Z' };
    const dropped = { ...one, id: 'gone', dropped: { why: 'No need', by: 'x', at: one.changedAt } };
    expect(knownIn(withAll([old, one, dropped])).map(({ id }) => id)).toEqual([one.id, 'old']);
  });

  test('twenty of them at most', () => {
    const many = Array.from({ length: 30 }, (_, at) => ({ ...one, id: `d${at}` }));
    expect(knownIn(withAll(many))).toHaveLength(20);
  });
});

describe('the brief’s line that it delivers', () => {
  const sent = sentBrief(drafted(newProject(), { deliverables: 'Key visual\n3 films of 15 s' }));
  const on = { version: 1, step: 0 };
  const confirmed = must(answerBrief(sent, { on, person: cleo.person, verb: 'confirmed', reason: 'x' }, later(5)));

  test('is asked once the brief is confirmed, and not before', () => {
    expect(confirmedLines(newProject())).toEqual([]);
    expect(confirmedLines(sent)).toEqual([]);
    expect(confirmedLines(confirmed).map(({ text }) => text)).toEqual(['Key visual', '3 films of 15 s']);
  });

  test('is still the confirmed one while a newer version is with the client', () => {
    const newer = sentBrief(drafted(confirmed, { deliverables: 'Something else' }), later(9));
    expect(confirmedLines(newer).map(({ text }) => text)).toEqual(['Key visual', '3 films of 15 s']);
  });

  test.each([
    ['key visual', 'Key visual'],
    ['Key-Visual spring', 'Key visual'],
    ['3 films', '3 films of 15 s'],
    ['Poster', null],
    ['e', null],
    ['', null],
  ])('is chosen already where the name says so: %s', (name, text) => {
    expect(lineNamed(confirmedLines(confirmed), name)?.text ?? null).toBe(text);
  });

  test('is not chosen where two of them fit', () => {
    const lines = [
      { id: '1', text: 'Film for social' },
      { id: '2', text: 'Film for cinema' },
    ];
    expect(lineNamed(lines, 'film')).toBeNull();
  });

  test('becomes what it has to fulfil, in the brief’s words', () => {
    expect(criterionOf({ id: 'l1', text: 'Key visual' }, 'c1')).toEqual({ id: 'c1', text: 'Key visual', line: 'l1' });
    const long = criterionOf({ id: 'l1', text: 'x'.repeat(BOUNDS.longAnswer) }, 'c1');
    expect(long.text.length).toBeLessThanOrEqual(BOUNDS.criterion);
  });
});

describe('who is asked about something new', () => {
  const asking = (id: string) => ({
    ...NOTHING_ASKED,
    approvers: [{ person: cleo.person, id, name: 'Cleo', standIn: null, limit: null, awayUntil: null }],
    dueOn: '2026-01-01',
    expiresOn: '2026-01-02',
  });
  const brief = sentBrief(drafted(newProject()));
  const briefed = { ...brief, brief: brief.brief && { ...brief.brief, asking: asking('brief') } };

  test('is whoever was asked about the last deliverable, else about the brief; the days are chosen anew', () => {
    const both = { ...briefed, deliverables: [{ ...one, asking: asking('before') }, one] };
    expect(defaultAsking(both, '2027-01-01')).toMatchObject({
      approvers: [{ id: 'before' }],
      dueOn: '2027-01-01',
      expiresOn: null,
    });
    expect(defaultAsking(briefed, null)).toMatchObject({ approvers: [{ id: 'brief' }], dueOn: null, expiresOn: null });
  });

  test('is nobody yet where nobody was asked about anything', () => {
    expect(defaultAsking(newProject(), null)).toEqual(NOTHING_ASKED);
  });
});
