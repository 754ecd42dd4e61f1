import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { GATHERED_QUESTIONS, type GatheredQuestion, type Source } from '../../src/brief/model-gather.ts';
import { isInternal } from '../../src/brief/model.ts';
import { linesOf } from '../../src/brief/rules-draft.ts';
import {
  addTexts,
  checkedBefore,
  checkParts,
  type Checked,
  type Gathering,
  sourcesOf,
  uncheckedIn,
  withSource,
} from '../../src/brief/rules-gather.ts';
import { insideAt } from '../../src/brief/rules-inside.ts';
import { BOUNDS } from '../../src/kit/bounds.ts';
import type { Actor } from '../../src/project/rules.ts';
import type { Project } from '../../src/project/model.ts';
import {
  ben,
  cleo,
  codeOf,
  dora,
  drafted,
  frozen,
  idMaker,
  must,
  newProject,
  NOW,
  sentBrief,
} from '../support/arbitraries.ts';

const by = (actor: Actor): Gathering => ({ by: actor, zone: 'UTC', newId: idMaker() });
const source = (id: string, places: number): Source => ({
  id,
  kind: 'document',
  name: 'brief.docx',
  link: null,
  at: NOW.toISOString(),
  by: ben.id,
  fed: [],
  toCheck: Array.from({ length: places }, (_, place) => place),
});
const kept = (project: Project, of: Source): Project => frozen(must(withSource(project, of, by(ben), NOW)));
const check = (project: Project, checked: readonly Checked[], actor = ben) =>
  checkParts(project, { source: 's1', checked }, by(actor), NOW);

/** All that stands at a question. */
function textsAt(project: Project, question: GatheredQuestion): string[] {
  if (isInternal(question)) return insideAt(project, question);
  return linesOf(project).flatMap((line) =>
    line.question === question && line.state === 'answered' ? [line.text] : [],
  );
}

const words = fc.array(fc.constantFrom('tea', 'students', 'Shanghai', '春茶', '15', '& <b>'), {
  minLength: 1,
  maxLength: 4,
});
/** A text that every question takes; expected results are read. */
const textFor = (question: GatheredQuestion) =>
  words.map((some) => (question === 'kpis' ? `${some.join(' ')} | 22→30 %` : some.join(' ')));
const texts = fc.array(
  fc.constantFrom(...GATHERED_QUESTIONS).chain((question) => textFor(question).map((text) => ({ question, text }))),
  { maxLength: 8 },
);

describe('what is gathered', () => {
  test('is added to what stood there: nothing of either is lost, and no other question changes', () => {
    fc.assert(
      fc.property(texts, (given) => {
        const before = drafted(newProject());
        const added = addTexts(
          before,
          given.map((one) => ({ ...one, at: 'text' })),
          by(ben),
          NOW,
        );
        // Only a list or a ladder that becomes too long is refused, and then as a whole.
        fc.pre(codeOf(added) === null);
        const after = must(added);
        for (const question of GATHERED_QUESTIONS) {
          const all = [
            ...textsAt(before, question),
            ...given.filter((one) => one.question === question).map(({ text }) => text),
          ];
          expect(
            textsAt(after, question)
              .join('\n')
              .split(/\n| · /u),
          ).toEqual(all.join('\n').split('\n'));
        }
      }),
    );
  });

  test('takes the place of “not known yet”', () => {
    const unknown = drafted(newProject(), { audience: null, notKnown: ['audience'] });
    const after = must(addTexts(unknown, [{ question: 'audience', text: 'Students', at: 'text' }], by(ben), NOW));
    expect(textsAt(after, 'audience')).toEqual(['Students']);
    expect(linesOf(after).filter(({ state }) => state === 'notKnown')).toEqual([]);
  });

  test('is a line each in a list, without the marks of its document, and one line at the budget', () => {
    const given = [
      { question: 'dates' as const, text: '- 1. Mar: in the shops\n• 2 April', at: 'a' },
      { question: 'budget' as const, text: '400,000 CNY\nmedia not included', at: 'b' },
    ];
    const after = must(addTexts(drafted(newProject()), given, by(ben), NOW));
    expect(textsAt(after, 'dates')).toEqual(['1. Mar: in the shops', '2 April']);
    expect(textsAt(after, 'budget')).toEqual(['400,000 CNY · media not included']);
  });

  test.each([
    ['brief.kpiUnread', { question: 'kpis' as const, text: 'Everybody loves it', at: 'part1' }],
    ['brief.answerFull', { question: 'objective' as const, text: 'x'.repeat(BOUNDS.longAnswer), at: 'part1' }],
    ['brief.tooManyDeliverables', { question: 'deliverables' as const, text: 'film\n'.repeat(30), at: 'part1' }],
    ['brief.tooManyWhys', { question: 'whys' as const, text: 'why\n'.repeat(9), at: 'part1' }],
  ])('%s: all of it or nothing, and the refusal stands where it was entered', (code, wrong) => {
    const before = drafted(newProject());
    const given = [{ question: 'audience' as const, text: 'Families', at: 'part0' }, wrong];
    expect(addTexts(before, given, by(ben), NOW)).toMatchObject({ code, at: 'part1' });
  });

  test('by the team alone: the client’s side and whoever is on no roster are told who can', () => {
    const project = kept(sentBrief(drafted(newProject())), source('s1', 1));
    const out: Checked = { place: 0, text: 'x', question: null };
    for (const actor of [cleo, dora]) {
      const code = actor === cleo ? 'project.mayNot' : 'project.onlyTeam';
      expect(codeOf(addTexts(project, [], by(actor), NOW))).toBe(code);
      expect(codeOf(withSource(project, source('s2', 1), by(actor), NOW))).toBe(code);
      expect(codeOf(check(project, [out], actor))).toBe(code);
    }
  });
});

describe('checking the parts of a source', () => {
  const places = 5;
  const choice = fc.constantFrom('audience' as const, 'mandatories' as const, 'ownReason' as const, null);
  const page = fc
    .uniqueArray(fc.record({ place: fc.nat({ max: places - 1 }), question: choice }), {
      selector: ({ place }) => place,
    })
    .map((all) => all.map((one): Checked => ({ ...one, text: `part ${one.place}` })));

  test('whatever several people check in whatever order, each part is taken once or left out once', () => {
    fc.assert(
      fc.property(fc.array(page, { maxLength: 6 }), (pages) => {
        const begun = kept(newProject(), source('s1', places));
        let project = begun;
        const said = new Map<number, Checked>();
        for (const checked of pages) {
          for (const one of checked) if (!said.has(one.place)) said.set(one.place, one);
          project = frozen(must(check(project, checked)));
        }
        for (const question of ['audience', 'mandatories', 'ownReason'] as const) {
          const expected = [...said.values()].flatMap((one) => (one.question === question ? [one.text] : []));
          const found = textsAt(project, question).join('\n').split('\n').filter(Boolean);
          expect(found.toSorted()).toEqual(expected.toSorted());
        }
        const [only] = sourcesOf(project);
        expect(only?.toCheck).toEqual(begun.brief?.sources?.[0]?.toCheck.filter((place) => !said.has(place)));
        expect(uncheckedIn(project)).toHaveLength(said.size === places ? 0 : 1);
      }),
    );
  });

  test('the same page twice is once, and says which parts were checked before', () => {
    const project = kept(newProject(), source('s1', 2));
    const checked: Checked[] = [{ place: 0, text: 'Students', question: 'audience' }];
    expect(checkedBefore(project, 's1', [0, 1])).toEqual([]);
    const once = must(check(project, checked));
    expect(checkedBefore(once, 's1', [0, 1])).toEqual([0]);
    expect(must(check(once, [{ place: 0, text: 'Students', question: 'objective' }])).brief).toEqual(once.brief);
  });

  test('a refused part leaves everything unchecked', () => {
    const project = kept(newProject(), source('s1', 2));
    const checked: Checked[] = [
      { place: 0, text: 'Students', question: 'audience' },
      { place: 1, text: 'more', question: 'kpis' },
    ];
    expect(check(project, checked)).toMatchObject({ code: 'brief.kpiUnread', at: 'part1' });
  });

  test('a source that is not there', () => {
    expect(codeOf(check(newProject(), []))).toBe('brief.sourceGone');
  });
});

describe('sources', () => {
  test('the same one is kept once, and begins a brief that nobody has written yet', () => {
    const once = kept(newProject(), source('s1', 1));
    expect(must(withSource(once, source('s1', 9), by(ben), NOW))).toBe(once);
    expect(once.brief).toMatchObject({ lines: [], sent: null, changedBy: ben.person });
  });

  test('keeps as much of a file’s name as anybody is shown, however long its sender made it', () => {
    const named = kept(newProject(), { ...source('s1', 1), name: '长'.repeat(255) });
    expect(sourcesOf(named)[0]?.name?.length).toBeLessThanOrEqual(80);
    expect(sourcesOf(kept(newProject(), { ...source('s1', 1), name: null }))[0]?.name).toBeNull();
  });

  test('there are at most so many', () => {
    let project = newProject();
    for (let at = 0; at < 60; at += 1) project = kept(project, source(`s${at}`, 0));
    expect(withSource(project, source('one more', 0), by(ben), NOW)).toMatchObject({
      code: 'brief.tooManySources',
      params: { most: 60 },
    });
  });
});
