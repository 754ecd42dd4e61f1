import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Line } from '../../src/brief/model.ts';
import { differences, sameLines, withIds } from '../../src/brief/rules-draft.ts';
import { ana, ben, idMaker, typed } from '../support/arbitraries.ts';

const answered = (id: string, text: string, question: Line['question'] = 'deliverables'): Line => ({
  id,
  question,
  state: 'answered',
  text,
});
const deliverables = (texts: readonly string[]): Line[] => texts.map((text, index) => answered(`old-${index}`, text));
const idsOf = (lines: readonly Line[]): string[] => lines.map(({ id }) => id);
const textsOf = (lines: readonly Line[]): string[] =>
  lines.map((line) => (line.state === 'answered' ? line.text : 'not known'));

const texts = fc.array(
  typed(40).filter((text) => text !== ''),
  { maxLength: 12 },
);

describe('a line keeps its id over edits, so that later work can refer to it', () => {
  test('an untouched line keeps it wherever it is moved to', () => {
    const old = deliverables(['Key visual', 'Three short films', 'Poster']);
    const moved = withIds('deliverables', ['Poster', 'Key visual', 'Three short films'], old, idMaker());
    expect(idsOf(moved)).toEqual(['old-2', 'old-0', 'old-1']);
  });

  test('an edited line keeps it, and a new one between gets its own', () => {
    const old = deliverables(['Key visual', 'Three short films']);
    const edited = withIds('deliverables', ['Key visual, in two sizes', 'Media plan', 'Three films'], old, idMaker());
    expect(idsOf(edited)).toEqual(['old-0', 'new-1', 'old-1']);
  });

  test('an equal text wins over a similar one that stands before it', () => {
    const old = deliverables(['Film 15 s']);
    const edited = withIds('deliverables', ['Film 16 s', 'Film 15 s'], old, idMaker());
    expect(idsOf(edited)).toEqual(['new-1', 'old-0']);
  });

  test('two equal lines are two lines', () => {
    const twice = withIds('deliverables', ['Poster', 'Poster'], deliverables(['Poster']), idMaker());
    expect(idsOf(twice)).toEqual(['old-0', 'new-1']);
  });

  test('a question with one line keeps it whatever is written, and when it was not known before', () => {
    const rewritten = withIds('audience', ['终于知道了'], [answered('old-0', 'Students', 'audience')], idMaker());
    const unknown: Line = { id: 'old-0', question: 'audience', state: 'notKnown', finder: ben.person };
    const found = withIds('audience', ['Students'], [unknown], idMaker());
    expect([...idsOf(rewritten), ...idsOf(found)]).toEqual(['old-0', 'old-0']);
  });

  test('whatever is typed, ids are unique, texts are kept, and equal texts keep their ids', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const old = withIds('deliverables', before, [], idMaker());
        const lines = withIds(
          'deliverables',
          after,
          old.map((line) => ({ ...line, id: `old-${line.id}` })),
          idMaker(),
        );
        expect(new Set(idsOf(lines)).size).toBe(after.length);
        expect(textsOf(lines)).toEqual(after);
        for (const text of new Set(before)) {
          const oldIds = old.flatMap((line, at) => (before[at] === text ? [`old-${line.id}`] : []));
          const kept = lines.filter(({ id }) => oldIds.includes(id)).filter((_, at) => at < oldIds.length);
          const same = Math.min(after.filter((one) => one === text).length, oldIds.length);
          expect(kept.filter((line) => line.state === 'answered' && line.text === text)).toHaveLength(same);
        }
      }),
    );
  });

  test('saving the same lines again changes none of them', () => {
    fc.assert(
      fc.property(texts, (given) => {
        const old = withIds('deliverables', given, [], idMaker());
        expect(withIds('deliverables', given, old, () => 'never')).toEqual(old);
      }),
    );
  });
});

describe('what differs from the version before', () => {
  test('is named line by line: same, changed, new, removed', () => {
    const previous = deliverables(['Key visual', 'Poster', 'Banner']);
    const current = [answered('old-0', 'Key visual'), answered('old-1', 'Poster A1'), answered('new-1', 'Film')];
    const found = differences(previous, current).map((one) => [one.is, 'line' in one ? one.line.id : one.was.id]);
    expect(found).toEqual([
      ['same', 'old-0'],
      ['changed', 'old-1'],
      ['added', 'new-1'],
      ['removed', 'old-2'],
    ]);
  });

  test('is “moved” for what changed places, and the same for what only counts on after one that came or went', () => {
    const [first, second, third] = deliverables(['Key visual', 'Poster', 'Banner']) as [Line, Line, Line];
    const found = (previous: Line[], current: Line[]) => differences(previous, current).map((one) => one.is);
    expect(found([first, second, third], [second, first, third])).toEqual(['moved', 'moved', 'same']);
    expect(found([first, second], [third, first, second])).toEqual(['added', 'same', 'same']);
    expect(found([first, second, third], [second, third])).toEqual(['same', 'same', 'removed']);
  });

  test('who finds something out is internal, so naming somebody else is no difference for the client', () => {
    const line = (finder: typeof ana): Line => ({
      id: 'l',
      question: 'audience',
      state: 'notKnown',
      finder: finder.person,
    });
    expect(sameLines([line(ana)], [line(ben)])).toBe(true);
  });

  test('an answer where it was not known is a difference, and the other way round', () => {
    const unknown: Line = { id: 'l', question: 'audience', state: 'notKnown', finder: ben.person };
    const known = answered('l', 'Students', 'audience');
    expect(differences([unknown], [known])).toEqual([{ is: 'changed', line: known, was: unknown }]);
    expect(differences([known], [unknown])).toEqual([{ is: 'changed', line: unknown, was: known }]);
  });

  test('the same lines in another order are not the same: the client confirms numbers, too', () => {
    const lines = fc.uniqueArray(fc.nat(99), { minLength: 2, maxLength: 6 }).chain((numbers) => {
      const old = deliverables(numbers.map((one) => `Film ${one}`));
      return fc.tuple(fc.constant(old), fc.shuffledSubarray(old, { minLength: old.length }));
    });
    fc.assert(
      fc.property(lines, ([old, shuffled]) => {
        expect(sameLines(old, shuffled)).toBe(idsOf(old).join() === idsOf(shuffled).join());
      }),
    );
    const [first, second] = deliverables(['Key visual', 'Poster']) as [Line, Line];
    expect([sameLines([first, second], [second, first]), sameLines([first], [first, second])]).toEqual([false, false]);
  });

  test('what is shown as a difference gives the new lines, and taken back the old ones', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const newId = idMaker();
        const old = withIds('deliverables', before, [], newId);
        const lines = withIds('deliverables', after, old, newId);
        const found = differences(old, lines);
        expect(found.flatMap((one) => (one.is === 'removed' ? [] : [one.line]))).toEqual(lines);
        const was = found.flatMap((one) => ('was' in one ? [one.was] : one.is === 'added' ? [] : [one.line]));
        const inOrder = old.map(({ id }) => was.find((line) => line.id === id));
        expect([inOrder, was.length]).toEqual([old, old.length]);
        const isSameOrder = idsOf(lines).join() === idsOf(old).join();
        const isReordered = !isSameOrder && found.every(({ is }) => is === 'same' || is === 'moved');
        if (isReordered) expect(found.map(({ is }) => is)).toContain('moved');
        expect(sameLines(old, lines)).toBe(found.every(({ is }) => is === 'same'));
      }),
    );
  });
});
