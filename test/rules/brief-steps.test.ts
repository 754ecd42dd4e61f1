import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import mongoose from 'mongoose';
import {
  BRIEF_STEPS,
  briefSchema,
  INTERNAL_QUESTIONS,
  LISTED_QUESTIONS,
  REASONS,
  REQUIRED_QUESTIONS,
} from '../../src/brief/model.ts';
import { type BriefAnswers, draft, gaps, linesOf, unasked } from '../../src/brief/rules-draft.ts';
import { toBeNamed } from '../../src/brief/rules-finders.ts';
import { insideOf, keepInside } from '../../src/brief/rules-inside.ts';
import { marksOf } from '../../src/brief/rules-merge.ts';
import { questionsOf, stepsOf, toAsk } from '../../src/brief/rules-overview.ts';
import { BOUNDS } from '../../src/kit/bounds.ts';
import type { Project } from '../../src/project/model.ts';
import { release } from '../../src/project/rules-released.ts';
import {
  ana,
  ben,
  cleo,
  codeOf,
  COMPLETE,
  dora,
  drafted,
  frozen,
  idMaker,
  must,
  newProject,
  NOW,
  sentBrief,
} from '../support/arbitraries.ts';
import { projectsAtTheirLongest } from '../support/arbitraries-views.ts';

const RESULTS = {
  kpis: 'Awareness | 22→30 % | tracker | Dec\nTrial | 5000 cups',
  mandatories: 'Logo on every format\nNo price claims',
  budget: '400,000 to 500,000 CNY',
  dates: '20 Feb: sales conference',
  notKnown: [],
} as const satisfies BriefAnswers;
const NO_RESULTS = { kpis: null, mandatories: null, budget: null, dates: null };

const save = (project: Project, answers: BriefAnswers, newId = idMaker()) =>
  draft(project, { answers, by: ben, zone: 'UTC', newId }, NOW);
const saved = (project: Project, answers: BriefAnswers, newId = idMaker()): Project =>
  frozen(must(save(project, answers, newId)));
const inside = (project: Project, answers: Parameters<typeof keepInside>[1]['answers'], by = ben) =>
  keepInside(project, { answers, by, newId: idMaker() }, NOW);
const said = (project: Project) => linesOf(project).map((line) => (line.state === 'answered' ? line.text : line.state));

describe('a brief that is written step by step', () => {
  test('is numbered in the order of the questions, whichever step was saved first', () => {
    const newId = idMaker();
    const first = saved(saved(newProject(), COMPLETE, newId), RESULTS, newId);
    const last = saved(saved(newProject(), RESULTS, newId), COMPLETE, newId);
    const { objective, audience, keyMessage, wantedOn } = COMPLETE;
    expect(said(first)).toEqual([
      ...[objective, audience, keyMessage],
      ...['Awareness | 22→30 % | tracker | Dec', 'Trial | 5000 cups'],
      ...['Logo on every format', 'No price claims', '400,000 to 500,000 CNY'],
      ...['Key visual', 'Three short films', '20 Feb: sales conference', wantedOn],
    ]);
    expect(said(last)).toEqual(said(first));
  });

  test('keeps what another step holds, each line under its id', () => {
    const essentials = saved(newProject(), COMPLETE);
    const whole = saved(essentials, RESULTS, () => 'later');
    const kept = linesOf(whole).filter(({ id }) => id !== 'later');
    expect(kept).toEqual(linesOf(essentials));
    expect(saved(whole, { ...COMPLETE, objective: 'Other' }).wantedOn).toBe(COMPLETE.wantedOn);
    expect(said(saved(whole, { ...NO_RESULTS, notKnown: ['budget'] }))).toEqual([
      ...said(essentials).slice(0, 3),
      'notKnown',
      ...said(essentials).slice(3),
    ]);
  });

  test('each line of each list keeps its id over edits, by its nearest text', () => {
    const lists = {
      ...{ kpis: 'Awareness | 22→30 %\nTrial | 5000 cups', mandatories: 'Logo on every format\nNo price claims' },
      ...{ dates: '20 Feb: sales conference\n1 Mar: in the shops' },
    };
    const edited = {
      ...{
        kpis: 'Trial | 6000 cups\nAwareness | 22→30 %',
        mandatories: 'No price claims at all\nLogo on every format',
      },
      ...{ dates: '1 Mar: in all shops\n20 Feb: sales conference' },
    };
    const before = saved(newProject(), { ...lists, budget: null, notKnown: [] });
    const after = saved(before, { ...edited, budget: null, notKnown: [] }, () => 'never');
    const idsOf = (project: Project, question: string) =>
      linesOf(project).flatMap((line) => (line.question === question ? [line.id] : []));
    for (const question of ['kpis', 'mandatories', 'dates']) {
      expect(idsOf(after, question)).toEqual(idsOf(before, question).toReversed());
    }
  });

  test('can be sent without what is not required, and is told apart what is still open', () => {
    const project = drafted(newProject());
    expect(gaps(project)).toEqual([]);
    expect(unasked(project)).toEqual(['kpis', 'mandatories', 'budget', 'dates']);
    expect(gaps(saved(newProject(), RESULTS))).toEqual(['objective', 'audience', 'keyMessage', 'deliverables']);
  });

  test('a job has the five questions alone', () => {
    expect(stepsOf(newProject('job')).map(({ id }) => id)).toEqual(['essentials']);
    expect(stepsOf(newProject()).map(({ id }) => id)).toEqual(['essentials', 'results', 'reason']);
  });

  test('each question is asked in exactly one step', () => {
    const all = BRIEF_STEPS.flatMap(({ questions }) => [...questions]);
    expect(new Set(all).size).toBe(all.length);
    for (const { questions, form } of BRIEF_STEPS) {
      const fields: readonly string[] = form.map(({ id }) => id).filter((id) => !id.startsWith('notKnown'));
      expect(fields).toEqual([...questions]);
    }
  });
});

describe('a step that is not saved says why, at the question', () => {
  test('an expected result without a target, by its line', () => {
    const refused = save(newProject(), { ...RESULTS, kpis: 'Trial | 5000 cups\nMore awareness' });
    expect(refused).toMatchObject({ code: 'brief.kpiUnread', params: { line: 'More awareness' }, at: 'kpis' });
  });

  test.each(LISTED_QUESTIONS)('one line more than %s may have', (question) => {
    const most = BOUNDS[question];
    const list = (count: number) => Array.from({ length: count }, (_, at) => `Line ${at} | ${at}`).join('\n');
    expect(codeOf(save(newProject(), { [question]: list(most), notKnown: [] }))).toBeNull();
    const refused = save(newProject(), { [question]: list(most + 1), notKnown: [] });
    const code = question === 'deliverables' ? 'brief.tooManyDeliverables' : 'brief.tooManyLines';
    expect(refused).toMatchObject({ code, params: { most }, at: question });
  });

  test('one why more than a ladder has', () => {
    const ladder = (count: number) => Array.from({ length: count }, (_, at) => `Because ${at}`).join('\n');
    expect(insideOf(must(inside(newProject(), { whys: ladder(BOUNDS.whys) }))).whys).toHaveLength(BOUNDS.whys);
    const refused = inside(newProject(), { whys: ladder(BOUNDS.whys + 1) });
    expect(refused).toMatchObject({ code: 'brief.tooManyWhys', params: { most: BOUNDS.whys }, at: 'whys' });
  });

  test('an answer that is not known at once, at the list of its own step', () => {
    const refused = save(newProject(), { ...RESULTS, notKnown: ['budget'] });
    expect(refused).toMatchObject({ code: 'brief.answeredAndNotKnown', at: 'notKnown2' });
  });

  test('nobody but the team saves any step, and is told who can add them', () => {
    const sent = sentBrief(drafted(newProject()));
    for (const by of [cleo, dora]) {
      const params = { who: [{ person: ana.person, name: 'Ana' }] };
      const shared = draft(sent, { answers: RESULTS, by, zone: 'UTC', newId: idMaker() }, NOW);
      const code = by === cleo ? 'project.mayNot' : 'project.onlyTeam';
      expect([shared, inside(sent, { whys: 'Why' }, by)]).toMatchObject([
        { code, params },
        { code, params },
      ]);
    }
  });
});

describe('what is internal', () => {
  test('is in no line, no version and nothing that is released, whatever is written', () => {
    const text = fc.string({ minLength: 1, maxLength: 30 }).map((one) => `INSIDE-${one.replaceAll(/\s/gu, '')}`);
    const written = fc.record({ ownReason: text, whys: text, reason: fc.constantFrom(...REASONS) });
    fc.assert(
      fc.property(written, (answers) => {
        const project = must(inside(drafted(newProject()), answers));
        expect(insideOf(project)).toEqual({ ...answers, whys: [answers.whys] });
        const sent = sentBrief(project);
        expect(sent.brief?.inside).toEqual(insideOf(project));
        const seen = JSON.stringify([linesOf(sent), sent.brief?.sent, release(sent)]);
        expect(seen).not.toContain('INSIDE-');
        expect(seen).not.toContain(answers.reason);
      }),
    );
  });

  test('changes nothing of what the client confirms, and the other way round', () => {
    const project = must(
      inside(saved(newProject(), COMPLETE), { reason: 'driveSales', ownReason: null, whys: 'A\nB' }),
    );
    expect(linesOf(project)).toEqual(linesOf(saved(newProject(), COMPLETE)));
    expect(insideOf(saved(project, RESULTS))).toEqual({ reason: 'driveSales', ownReason: null, whys: ['A', 'B'] });
    expect(insideOf(must(inside(project, { whys: 'C' })))).toEqual({ ...insideOf(project), whys: ['C'] });
  });
});

describe('what is asked next', () => {
  const names = (project: Project) => toAsk(project).map(({ question }) => question);

  test('is what the brief cannot go without, then the rest, then what is internal', () => {
    const project = saved(newProject(), { ...COMPLETE, audience: null, wantedOn: null });
    expect(toAsk(project).slice(0, 2)).toEqual([
      { question: 'audience', isNeeded: true },
      { question: 'wantedOn', isNeeded: true },
    ]);
    expect(names(project).slice(2)).toEqual(['kpis', 'mandatories', 'budget', 'dates', 'reason', 'whys']);
    expect(toAsk(project).filter(({ isNeeded }) => isNeeded)).toHaveLength(2);
  });

  test('is nothing once everything is answered or not known, and the client’s own words only where they are the reason', () => {
    const whole = saved(saved(newProject(), COMPLETE), { ...RESULTS, budget: null, notKnown: ['budget'] });
    const theirs = must(inside(whole, { reason: 'ownWords', whys: 'Why' }));
    expect(names(theirs)).toEqual(['ownReason']);
    expect(names(must(inside(whole, { reason: 'driveSales', whys: 'Why' })))).toEqual([]);
    expect(questionsOf(whole, INTERNAL_QUESTIONS)).toEqual(['reason', 'whys']);
    expect(questionsOf(theirs, INTERNAL_QUESTIONS)).toEqual(['reason', 'ownReason', 'whys']);
  });
});

describe('who finds out is asked', () => {
  const unknown: BriefAnswers = { ...RESULTS, budget: null, dates: null, notKnown: ['budget', 'dates'] };

  test('for what is new in this step, and not again for what was not known before', () => {
    const before = saved(saved(newProject(), { ...COMPLETE, audience: null, notKnown: ['audience'] }), {
      ...unknown,
      dates: '1 Mar',
      notKnown: ['budget'],
    });
    const after = saved(before, unknown);
    expect(toBeNamed(after, unknown, marksOf(before), ben.person)).toEqual(['dates']);
    expect(toBeNamed(after, unknown, undefined, ben.person)).toEqual(['budget', 'dates']);
  });

  test('of nobody who has been named by somebody else', () => {
    const after = saved(newProject(), unknown);
    expect(toBeNamed(after, unknown, marksOf(newProject()), ana.person)).toEqual([]);
  });
});

test('a brief of the former form is read: five questions, and nothing inside', () => {
  const { inside: _inside, ...former } = drafted(newProject()).brief ?? {};
  const read = briefSchema.parse(former);
  expect(read.inside).toEqual({ reason: null, ownReason: null, whys: [] });
  expect(read.lines.every(({ question }) => REQUIRED_QUESTIONS.some((one) => one === question))).toBe(true);
});

test('with everything at its longest, twice sent and edited since, a project stays far below 256 KB', () => {
  for (const filler of ['改', '😀', 'x']) {
    const { edited, second } = projectsAtTheirLongest(filler);
    for (const project of [edited, second]) {
      const sizeBytes = mongoose.mongo.BSON.calculateObjectSize(project ?? {});
      expect(sizeBytes).toBeLessThan(230 * 1024);
    }
  }
});
