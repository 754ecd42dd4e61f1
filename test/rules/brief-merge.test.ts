import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type BriefQuestion, REQUIRED_QUESTIONS } from '../../src/brief/model.ts';
import type { BriefAnswers } from '../../src/brief/rules-draft.ts';
import { clashes, type Marks, marksOf, merge } from '../../src/brief/rules-merge.ts';
import { isRefusal } from '../../src/kit/refusal.ts';
import type { Project } from '../../src/project/model.ts';
import { codeOf, COMPLETE, drafted, newProject } from '../support/arbitraries.ts';

const AS_IT_IS: BriefAnswers = { ...COMPLETE, notKnown: [] };
const TEXTS = ['objective', 'audience', 'keyMessage', 'deliverables'] as const;

/** The draft when both open it. */
const opened = (): Project => drafted(newProject(), AS_IT_IS);
const saved = (project: Project, changes: Partial<BriefAnswers>): Project =>
  drafted(project, { ...AS_IT_IS, ...changes });

const taken = (project: Project, answers: BriefAnswers, marks: Marks): BriefAnswers => {
  const merged = merge(project, answers, marks);
  if (isRefusal(merged)) throw new Error(`refused: ${merged.code}`);
  return merged;
};

describe('two people who edit the brief at the same time', () => {
  test('both keep what they wrote where they wrote at different questions', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...TEXTS], { minLength: 2, maxLength: 2 }),
        ([theirs = 'objective', mine = 'audience']) => {
          const before = opened();
          const now = saved(before, { [theirs]: 'What they wrote' });
          const merged = taken(now, { ...AS_IT_IS, [mine]: 'What I wrote' }, marksOf(before));
          expect(merged).toEqual({ ...AS_IT_IS, [theirs]: 'What they wrote', [mine]: 'What I wrote' });
        },
      ),
    );
  });

  test.each(REQUIRED_QUESTIONS)('the later one is told, at the question, where both changed %s', (question) => {
    const before = opened();
    const dates = { theirs: '2027-05-05', mine: '2027-06-06' };
    const texts = { theirs: 'What they wrote', mine: 'What I wrote' };
    const { theirs, mine } = question === 'wantedOn' ? dates : texts;
    const now = saved(before, { [question]: theirs });
    const refusal = merge(now, { ...AS_IT_IS, [question]: mine }, marksOf(before));
    expect(codeOf(refusal)).toBe('brief.clash');
    expect(refusal).toMatchObject({ at: question });
    // Opened anew, on what they wrote, it is a change like any other.
    expect(taken(now, { ...AS_IT_IS, [question]: mine }, marksOf(now))[question]).toBe(mine);
  });

  test('nobody is told anything where both wrote the same', () => {
    const before = opened();
    const now = saved(before, { objective: 'The same' });
    expect(taken(now, { ...AS_IT_IS, objective: 'The same' }, marksOf(before)).objective).toBe('The same');
  });

  test('“not known yet” and an answer to the same question clash, and one that was left alone stays theirs', () => {
    const before = opened();
    const now = saved(before, { audience: null, notKnown: ['audience'] });
    expect(clashes(now, { ...AS_IT_IS, audience: 'Students' }, marksOf(before))).toEqual(['audience']);
    const merged = taken(now, { ...AS_IT_IS, objective: 'Mine' }, marksOf(before));
    expect(merged).toEqual({ ...AS_IT_IS, objective: 'Mine', audience: null, notKnown: ['audience'] });
  });

  test('whatever they change, nothing of either is lost without a word', () => {
    const answer = fc.constantFrom('A', 'B', 'C');
    const changes = fc.record({ objective: answer, audience: answer, keyMessage: answer, deliverables: answer });
    fc.assert(
      fc.property(changes, changes, changes, (first, theirs, mine) => {
        const before = drafted(newProject(), { ...AS_IT_IS, ...first });
        const now = drafted(before, { ...AS_IT_IS, ...theirs });
        const merged = merge(now, { ...AS_IT_IS, ...mine }, marksOf(before));
        const both = TEXTS.filter(
          (q: BriefQuestion & keyof typeof first) =>
            mine[q] !== first[q] && theirs[q] !== first[q] && mine[q] !== theirs[q],
        );
        if (isRefusal(merged)) return expect(both).toContain(merged.at);
        expect(both).toEqual([]);
        for (const q of TEXTS) expect(merged[q]).toBe(mine[q] === first[q] ? theirs[q] : mine[q]);
      }),
    );
  });

  test('a form from before this was known is taken as it is', () => {
    const now = saved(opened(), { objective: 'Theirs' });
    expect(merge(now, { ...AS_IT_IS, objective: 'Mine' }, undefined)).toMatchObject({ objective: 'Mine' });
  });
});
