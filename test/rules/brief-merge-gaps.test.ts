import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BRIEF_STEPS } from '../../src/brief/model.ts';
import type { BriefAnswers } from '../../src/brief/rules-draft.ts';
import { marksOf, merge } from '../../src/brief/rules-merge.ts';
import { BOUNDS } from '../../src/kit/bounds.ts';
import type { Project } from '../../src/project/model.ts';
import { codeOf, COMPLETE, drafted, must, newProject, typed } from '../support/arbitraries.ts';

const EMPTY = { objective: null, audience: null, keyMessage: null, deliverables: null, wantedOn: null, notKnown: [] };
const LONG = 'Students in Shanghai\n\n  and their families\n';

/** What is saved where they saved one thing while another form, opened before, brings another. */
function merged(before: Partial<BriefAnswers>, theirs: Partial<BriefAnswers>, mine: Partial<BriefAnswers>) {
  const opened = drafted(newProject(), { ...COMPLETE, ...before });
  const now = drafted(opened, { ...COMPLETE, ...before, ...theirs });
  return merge(now, { ...COMPLETE, ...before, ...mine }, marksOf(opened));
}

describe('two people who edit a brief that is not complete', () => {
  test('what neither filled in stays a gap', () => {
    const found = merged({ audience: null }, { objective: 'Theirs' }, { keyMessage: 'Mine' });
    expect(found).toEqual({ ...COMPLETE, objective: 'Theirs', audience: null, keyMessage: 'Mine' });
  });

  test('what one filled in, and what one emptied, is kept', () => {
    const found = merged({ audience: null }, { audience: 'Theirs' }, { objective: null, wantedOn: null });
    expect(found).toEqual({ ...COMPLETE, audience: 'Theirs', objective: null, wantedOn: null });
  });

  test('what one says is not known yet is kept, and it clashes with an answer of the other', () => {
    const notKnown: Partial<BriefAnswers> = { audience: null, notKnown: ['audience'] };
    expect(merged({}, { objective: 'Theirs' }, notKnown)).toEqual({ ...COMPLETE, ...notKnown, objective: 'Theirs' });
    expect(codeOf(merged({}, { audience: 'Theirs' }, notKnown))).toBe('brief.clash');
    expect(merged({}, notKnown, notKnown)).toEqual({ ...COMPLETE, ...notKnown });
  });

  test('a form that names nothing as not known yet is read like one with an empty list', () => {
    expect(merged({}, { objective: 'Theirs' }, { notKnown: null })).toEqual({ ...COMPLETE, objective: 'Theirs' });
  });

  test('an answer of several paragraphs is one answer: left alone, it is as it was', () => {
    const found = merged({ audience: LONG }, { audience: 'Theirs' }, { objective: 'Mine' });
    expect(found).toEqual({ ...COMPLETE, audience: 'Theirs', objective: 'Mine' });
    const left = merged({ audience: LONG }, { objective: 'Theirs' }, { keyMessage: 'Mine' });
    expect(must(left).audience).toBe(LONG);
  });

  test('deliverables are compared by what they name: an empty row between them is no change', () => {
    const found = merged(
      { deliverables: 'Key visual\nPoster' },
      { deliverables: 'Film' },
      { deliverables: 'Key visual\n\n Poster' },
    );
    expect(must(found).deliverables).toBe('Film');
  });
});

test('the marks of a form fit beside everything else that it carries, however much is written', () => {
  const text = fc.oneof(typed(), fc.constant('茶'.repeat(BOUNDS.longAnswer)));
  fc.assert(
    fc.property(text, text, (objective, audience) => {
      const project: Project = drafted(newProject(), { ...COMPLETE, objective, audience });
      for (const { questions } of BRIEF_STEPS) {
        const marks = marksOf(project, questions);
        expect(Object.keys(marks)).toEqual([...questions]);
        expect(JSON.stringify(marks).length).toBeLessThan(150);
      }
    }),
    { numRuns: 20 },
  );
  const { audience, objective } = marksOf(drafted(newProject(), EMPTY));
  expect(audience).toBe(objective);
});
