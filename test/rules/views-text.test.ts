import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { KnownBlock, RichTextElement } from '@slack/types';
import { briefForm, REQUIRED_QUESTIONS } from '../../src/brief/model.ts';
import { linesOf } from '../../src/brief/rules-draft.ts';
import { briefCard } from '../../src/brief/views-card.ts';
import { countParts, shownBrief, versionPart } from '../../src/brief/views-client.ts';
import { editModal } from '../../src/brief/views-edit.ts';
import { textOf } from '../../src/brief/views-lines.ts';
import { BOUNDS } from '../../src/kit/bounds.ts';
import { parseForm } from '../../src/kit/form.ts';
import { type Locale, LOCALES } from '../../src/kit/locale.ts';
import { slackLength } from '../../src/kit/text.ts';
import type { Project } from '../../src/project/model.ts';
import { release } from '../../src/project/rules-released.ts';
import { projectCard } from '../../src/project/views.ts';
import { COMPLETE, drafted, idMaker, later, newProject, sentBrief, typed } from '../support/arbitraries.ts';
import { saidToTeam } from '../support/arbitraries-answers.ts';
import { FILLERS, filled, longest } from '../support/arbitraries-views.ts';

/** Every run of rich text in a message's blocks, in order. */
const runsIn = (blocks: readonly KnownBlock[]): RichTextElement[] =>
  blocks
    .flatMap((block) => (block.type === 'rich_text' ? block.elements : []))
    .flatMap((part) => (part.type === 'rich_text_section' || part.type === 'rich_text_quote' ? part.elements : []));
type Style = { bold?: boolean; strike?: boolean };
const styleOf = (run: RichTextElement): Style => ('style' in run ? (run.style ?? {}) : {});
const textOfRuns = (runs: readonly RichTextElement[]): string =>
  runs.map((run) => (run.type === 'text' ? run.text : `(${run.type})`)).join('');

/** All posts of the version that was sent last, one after the other. */
function postsOf(project: Project, locale: Locale): RichTextElement[] {
  const sent = project.brief?.sent;
  if (!sent) throw new Error('nothing was sent');
  const released = { ...release(project), language: locale };
  const shown = { version: sent.current, previous: sent.previous };
  const posts = Array.from({ length: countParts(shown, released) }, (_, at) =>
    versionPart(shown, at + 1, released, sent),
  );
  return posts.flatMap(({ blocks }) => runsIn(blocks));
}

/** What stands under the heads of the lines: each head is one bold run, and a new line after it. */
function bodies(runs: readonly RichTextElement[], without: (style: Style) => boolean): string[] {
  const starts = runs.flatMap((run, at) => {
    const next = runs[at + 1];
    const isHead =
      styleOf(run).bold && next?.type === 'text' && next.text === '\n' && !styleOf(next).bold && !styleOf(next).strike;
    return isHead && run.type === 'text' && /^(\d+\. |Removed|已删除)/u.test(run.text) ? [at] : [];
  });
  return starts.map((start, at) =>
    textOfRuns(runs.slice(start + 2, starts[at + 1] ?? runs.length).filter((run) => !without(styleOf(run)))),
  );
}

const answers = fc.record({
  objective: typed(200).filter(Boolean),
  audience: typed(200).filter(Boolean),
  keyMessage: typed(200).filter(Boolean),
  deliverables: fc.array(typed(40).filter(Boolean), { minLength: 1, maxLength: 5 }).map((items) => items.join('\n')),
});
const locales = fc.constantFrom(...LOCALES);

describe('the client reads exactly what was typed', () => {
  test('in the first version, line by line, whatever it is', () => {
    fc.assert(
      fc.property(answers, locales, (given, locale) => {
        const project = sentBrief(drafted(newProject(), given));
        const expected = linesOf(project).map((line) => textOf(line, locale));
        expect(bodies(postsOf(project, locale), () => false)).toEqual(expected);
      }),
    );
  });

  test.each(Object.entries(FILLERS))('at its longest, over as many posts as it takes: %s', (_, filler) => {
    const project = sentBrief(drafted(newProject(), longest(filler, '')));
    const expected = linesOf(project).map((line) => textOf(line, 'zh'));
    expect(bodies(postsOf(project, 'zh'), () => false)).toEqual(expected);
  });

  test('in the next version, where what went is struck through and what came is bold', () => {
    fc.assert(
      fc.property(answers, answers, locales, (before, after, locale) => {
        const newId = idMaker();
        const first = sentBrief(drafted(newProject(), before, newId));
        const edited = drafted(first, after, newId);
        fc.pre(JSON.stringify(linesOf(edited)) !== JSON.stringify(first.brief?.sent?.current.lines));
        const second = sentBrief({ ...edited, wantedOn: '2027-05-01' }, later(1));
        const expected = linesOf(second).map((line) => textOf(line, locale));
        const shown = bodies(postsOf(second, locale), ({ strike }) => strike === true);
        expect(shown.slice(0, expected.length)).toEqual(expected);
        // Lines that were removed come last, struck through from end to end.
        expect(shown.slice(expected.length).every((text) => text === '')).toBe(true);
      }),
    );
  });
});

describe('the team reads exactly what was typed', () => {
  const kinds = fc.constantFrom('closed' as const, 'takenBack' as const);
  const brief = sentBrief(drafted(newProject()));
  const said = (kind: 'closed' | 'takenBack', reason: string, locale: Locale = 'en') => {
    const sent = brief.brief?.sent;
    if (!sent) throw new Error('nothing was sent');
    return saidToTeam(kind, reason, shownBrief(release(brief), sent, locale), locale);
  };
  /** The client's words alone are quoted. */
  const quoted = (blocks: readonly KnownBlock[]): string =>
    textOfRuns(runsIn(blocks.filter((block) => JSON.stringify(block).includes('"rich_text_quote"'))));

  test('in the reason for changes, set apart as a quote, whatever it is', () => {
    fc.assert(
      fc.property(kinds, typed(300).filter(Boolean), locales, (kind, reason, locale) => {
        expect(said(kind, reason, locale).map(({ blocks }) => quoted(blocks))).toEqual([reason]);
      }),
    );
  });

  test.each(Object.entries(FILLERS))('in the reason at its longest, never cut: %s', (_, filler) => {
    const reason = filled(filler, BOUNDS.longAnswer);
    const posts = said('takenBack', reason);
    expect(posts.map(({ blocks }) => quoted(blocks)).join('')).toBe(reason);
    expect(posts).toHaveLength(slackLength(reason) > 8500 ? 2 : 1);
    // Whoever must act is asked once: what goes on is nothing but the client's words.
    const asks = posts.map(({ blocks }) => blocks.some(({ type }) => type === 'actions'));
    expect(asks).toEqual(posts.map((_post, at) => at === 0));
    expect(posts.slice(1).every(({ blocks }) => blocks.length === 1)).toBe(true);
  });

  test('on the card, shortened where it is long, with the names of client and project', () => {
    fc.assert(
      fc.property(typed(80).filter(Boolean), typed(60).filter(Boolean), locales, (name, client, locale) => {
        const project = drafted(newProject('campaign', { name, client }), { objective: 'word '.repeat(100).trim() });
        const card = textOfRuns(runsIn(projectCard(project, locale).blocks));
        expect(card.startsWith(`${name} · ${client}\n`)).toBe(true);
        const brief = textOfRuns(runsIn(briefCard(project, locale).blocks));
        expect([brief.includes(name), brief.includes(COMPLETE.audience ?? '')]).toEqual([true, true]);
        expect(brief).toMatch(/(word ){10,}word…/u);
      }),
    );
  });
});

test('what was saved stands in the form again, and saved untouched it changes no line', () => {
  fc.assert(
    fc.property(answers, fc.subarray([...REQUIRED_QUESTIONS]), locales, (given, unknown, locale) => {
      const cleared = Object.fromEntries(unknown.map((question) => [question, null]));
      const project = drafted(newProject(), { ...given, ...cleared, notKnown: unknown });
      const { blocks } = editModal(project, 'essentials', locale);
      const state = Object.fromEntries(
        blocks.flatMap((block) => {
          if (!('element' in block)) return [];
          const element = block.element as unknown as Record<string, unknown>;
          const [value, day] = [element['initial_value'] ?? null, element['initial_date'] ?? null];
          const chosen = element['initial_options'] ?? [];
          const input = { type: String(element['type']), value, selected_date: day, selected_options: chosen };
          return [[block.block_id ?? '', { [String(element['action_id'])]: input }]];
        }),
      );
      const parsed = parseForm(briefForm, state);
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
      expect(linesOf(drafted(project, parsed.answers))).toEqual(linesOf(project));
    }),
  );
});
