import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CLIENT_RECORD_KINDS } from '../../src/client/rules-record.ts';
import { EXPORT_BOUNDS } from '../../src/export/model.ts';
import { asking, isAskedFor, mayExport } from '../../src/export/rules.ts';
import { agreedVersions } from '../../src/export/rules-agreed.ts';
import { plainOf } from '../../src/export/rules-plain.ts';
import { wordsIn } from '../../src/export/rules-said.ts';
import { cell } from '../../src/export/views-csv.ts';
import { exportFileName } from '../../src/export/views-said.ts';
import { dayToken, escape, mention } from '../../src/kit/text.ts';
import { isRefusal } from '../../src/kit/refusal.ts';
import type { Project } from '../../src/project/model.ts';
import { start } from '../../src/project/rules.ts';

const NOW = new Date('2026-11-30T01:05:00.000Z');
const person = { team: 'T1', user: 'U1' };

function project(entries = 0): Project {
  const answers = { client: 'Acme', name: 'Spring launch', work: 'job', wantedOn: '2027-03-14' } as const;
  const by = { person, id: 'mei', name: 'Mei' };
  const begin = { id: 'p1', workspace: 'T1', by, answers, clientId: 'c1', channel: 'C1', zone: 'utc' } as const;
  const started = start({ ...begin, language: 'en' }, NOW);
  if (isRefusal(started)) throw new Error(started.code);
  return { ...started, record: { sequence: entries, hash: 'f'.repeat(64) } };
}

const wanted = { format: 'pdf', language: 'en', part: 'whole', speaks: 'en' } as const;

test('a version is named by what exactly it was: files by their hashes, links by their addresses', () => {
  const file = { is: 'file', file: 'F1', name: 'poster.pdf', mimetype: null, size: 10, sha256: 'a'.repeat(64) };
  const contents = [
    file,
    { ...file, file: 'F2', name: 'film.mov', sha256: null },
    { is: 'link', url: 'https://a.example' },
  ];
  const kept = { subject: 'deliverable:d1', number: 1, hash: 'h', content: { name: 'Poster', contents } };
  const [version] = agreedVersions(project(), [kept], []);
  expect(version?.exactly).toEqual([`poster.pdf, sha256 ${'a'.repeat(64)}`, 'film.mov, F2', 'https://a.example']);
  const brief = { subject: 'brief', number: 1, hash: 'h', content: { lines: [] } };
  expect(agreedVersions(project(), [brief], [])[0]?.exactly).toEqual([]);
});

describe('asking for the record as a file', () => {
  test('is for who runs the project, its directors and administrators; the client’s button is not for the agency', () => {
    expect(mayExport(project(), { person }, 'agency')).toBe(true);
    expect(mayExport(project(), { person }, 'client')).toMatchObject({ code: 'client.recordInside' });
    const colleague = { person: { team: 'T1', user: 'U9' }, kind: 'member' } as const;
    expect(mayExport(project(), colleague, 'agency')).toMatchObject({ code: 'project.mayNot' });
    expect(mayExport(project(), { ...colleague, isAdministrator: true }, 'agency')).toBe(true);
    const stranger = { person: { team: 'T2', user: 'U9' }, kind: 'external' } as const;
    expect(mayExport(project(), stranger, 'client')).toMatchObject({ code: 'client.recordNotYours' });
  });

  test('twice by one form is once, and of old forms nothing is kept', () => {
    const once = asking(project(), 'one', wanted);
    if (isRefusal(once)) throw new Error(once.code);
    expect([isAskedFor(project(), 'one'), isAskedFor(once, 'one'), isAskedFor(once, 'two')]).toEqual([
      false,
      true,
      false,
    ]);
    const many = Array.from({ length: 50 }, (_, at) => `id${at}`).reduce<Project>((before, id) => {
      const next = asking(before, id, wanted);
      return isRefusal(next) ? before : next;
    }, once);
    expect(many.exports).toHaveLength(EXPORT_BOUNDS.remembered);
    expect(isAskedFor(many, 'id49')).toBe(true);
  });

  test('a record that is too long to be printed is refused at the question, and a table takes it', () => {
    const { printed } = EXPORT_BOUNDS;
    expect(asking(project(printed - 1), 'a', wanted)).not.toHaveProperty('refused');
    const refused = { code: 'export.tooLong', at: 'format', params: { entries: printed + 1, most: printed } };
    expect(asking(project(printed), 'a', wanted)).toMatchObject(refused);
    expect(asking(project(printed), 'a', { ...wanted, format: 'csv' })).not.toHaveProperty('refused');
  });

  test('that a file was made is the agency’s, and not in the client’s record', () => {
    expect(CLIENT_RECORD_KINDS['record.exported']).toBe(false);
  });
});

describe('a cell of a table', () => {
  /** What a program for tables would carry out. */
  const FORMULAS = [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1',
    '\u00A0=1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
  ];
  const bare = (text: string): string => text.slice(1, -1).replaceAll('""', '"');

  test.each(FORMULAS)('is text and no formula: %j', (formula) => {
    expect(bare(cell(formula))).toBe(`'${formula}`);
  });

  test('is never a formula, whatever people typed, and loses nothing of it', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'=+-@"\',;\t\r\n ＝＋－＠a1\uFEFF'.split('')) }),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const made = cell(text);
        expect(made).toMatch(/^"(?:[^"]|"")*"$/su);
        const read = bare(made);
        expect(read.trimStart()).not.toMatch(/^[=+\-@＝＋－＠]/u);
        expect(read).not.toMatch(/^[\t\r\n]/u);
        expect([text, `'${text}`]).toContain(read);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a sentence of the record without Slack', () => {
  const names = (user: string) => (user === 'U1' ? 'Mei Lin' : null);

  test('names people, and shows dates and links as text', () => {
    const at = dayToken(NOW, 'en');
    const said = `${mention(person)} told ${mention({ team: 'T2', user: 'U2' })} in <#C1> ${at} <https://a.example/|here>`;
    expect(plainOf(said, names)).toBe('Mei Lin told U2 in C1 30 Nov 2026 01:05 UTC here');
  });

  test('keeps what people typed as they typed it, markup of Slack’s included', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'<>&@!|#;ampltg a1'.split('')) }), (typed) => {
        expect(plainOf(escape(typed), names)).toBe(typed);
      }),
    );
  });
});

test('people’s own words are found wherever an entry holds them, each once', () => {
  const content = {
    verb: 'changesRequested',
    reason: 'Too dark',
    points: [
      { line: 'l1', text: 'Brighter' },
      { line: null, text: 'Too dark' },
    ],
    evidence: { by: 'email', words: 'As I wrote', saidAt: '2026-11-30T01:05:00.000Z' },
    alsoAgreed: 'Legal',
  };
  expect(wordsIn(content)).toEqual(['Too dark', 'Legal', 'Brighter', 'As I wrote']);
  expect([wordsIn(null), wordsIn({ version: 2 })]).toEqual([[], []]);
});

test('a file’s name says whose record it is, up to where, and by which hash', () => {
  const head = { sequence: 12, hash: 'a1b2c3d4e5f60718293a' };
  const name = (part: 'whole' | 'client', language: 'en' | 'zh') =>
    exportFileName(project(), { format: 'pdf', language, part }, head);
  expect(name('whole', 'en')).toBe('Acme Spring launch record up to 12 a1b2c3d4e5f6.pdf');
  expect(new Set([name('whole', 'en'), name('client', 'en'), name('whole', 'zh'), name('client', 'zh')]).size).toBe(4);
});
