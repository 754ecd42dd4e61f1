import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BRIEF_STEPS, isInternal, type StepQuestion } from '../../src/brief/model.ts';
import { linesOf } from '../../src/brief/rules-draft.ts';
import { insideAt } from '../../src/brief/rules-inside.ts';
import { clashes, marksAfter, marksOf, saveStep, type StepAnswers } from '../../src/brief/rules-merge.ts';
import { isRefusal } from '../../src/kit/refusal.ts';
import type { Project } from '../../src/project/model.ts';
import { ben, cleo, codeOf, frozen, idMaker, must, newProject, NOW } from '../support/arbitraries.ts';

/** Three different answers to each question. */
const CHOICES: Partial<Record<StepQuestion, readonly (string | null)[]>> = {
  kpis: ['Awareness | 22→30 %', 'Trial | 5000 cups\nReach | 1→2', null],
  wantedOn: ['2027-05-05', '2027-06-06', '2027-07-07'],
  reason: ['driveSales', 'ownWords', null],
};
const choicesOf = (question: StepQuestion) => CHOICES[question] ?? ['One', 'Two\nThree', null];

const answersTo = (questions: readonly StepQuestion[]): fc.Arbitrary<StepAnswers> =>
  fc
    .record(Object.fromEntries(questions.map((question) => [question, fc.constantFrom(...choicesOf(question))])))
    .map((answers) => ({ ...answers, notKnown: [] }));

const save = (project: Project, answers: StepAnswers, opened: ReturnType<typeof marksOf> | undefined, by = ben) =>
  saveStep(project, { answers, opened, by, zone: 'UTC', newId: idMaker() }, NOW);
const saved = (project: Project, answers: StepAnswers): Project => frozen(must(save(project, answers, undefined)));

const standsAt = (project: Project, question: StepQuestion): string | null => {
  const lines = linesOf(project).flatMap((line) =>
    line.question === question && line.state === 'answered' ? [line.text] : [],
  );
  return (isInternal(question) ? insideAt(project, question) : lines).join('\n') || null;
};

describe.each(BRIEF_STEPS)('two people at the step $id', ({ questions }) => {
  const all: readonly StepQuestion[] = questions;

  test('lose nothing without a word, whatever they write', () => {
    const each = answersTo(all);
    fc.assert(
      fc.property(each, each, each, (first, theirs, mine) => {
        const before = saved(newProject(), first);
        const now = saved(before, theirs);
        const after = save(now, mine, marksOf(before, all));
        const both = all.filter((q) => mine[q] !== first[q] && theirs[q] !== first[q] && mine[q] !== theirs[q]);
        if (isRefusal(after)) return expect([after.code, both[0]]).toEqual(['brief.clash', after.at]);
        expect(both).toEqual([]);
        for (const q of all) expect(standsAt(after, q)).toBe(mine[q] === first[q] ? theirs[q] : mine[q]);
      }),
    );
  });

  test('saved once more after a clash, the later one replaces that question, and no other', () => {
    const each = answersTo(all);
    fc.assert(
      fc.property(each, each, each, (first, theirs, mine) => {
        const before = saved(newProject(), first);
        const now = saved(before, theirs);
        const opened = marksOf(before, all);
        const clashing = clashes(now, mine, opened);
        const after = must(save(now, mine, marksAfter(now, mine, opened)));
        for (const q of all) {
          expect(standsAt(after, q)).toBe(mine[q] === first[q] && !clashing.includes(q) ? theirs[q] : mine[q]);
        }
      }),
    );
  });

  test('somebody who may not see it is not told what clashes', () => {
    const before = newProject();
    const [question] = all;
    const [one, two] = question ? choicesOf(question) : [];
    const now = saved(before, { ...Object.fromEntries([[question, one]]), notKnown: [] });
    const refused = save(now, { ...Object.fromEntries([[question, two]]), notKnown: [] }, marksOf(before, all), cleo);
    expect(codeOf(refused)).toBe('project.onlyTeam');
  });
});

test('two people at two steps do not meet at all', () => {
  const [essentials, results, reason] = BRIEF_STEPS.map(({ questions }) => questions as readonly StepQuestion[]);
  fc.assert(
    fc.property(answersTo(essentials ?? []), answersTo(results ?? []), answersTo(reason ?? []), (a, b, c) => {
      const opened = saved(newProject(), { notKnown: [], objective: 'Before' });
      const first = must(save(opened, a, marksOf(opened, essentials)));
      const second = must(save(first, b, marksOf(opened, results)));
      const third = must(save(second, c, marksOf(opened, reason)));
      const written = { ...a, ...b, ...c };
      for (const [question, text] of Object.entries(written))
        if (question !== 'notKnown') expect(standsAt(third, question as StepQuestion)).toBe(text);
    }),
  );
});
