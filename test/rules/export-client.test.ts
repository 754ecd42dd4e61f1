import { describe, expect, test } from '@jest/globals';
import { clientKinds, forClient } from '../../src/client/rules-record.ts';
import type { ExportFormat } from '../../src/export/model.ts';
import type { AgreedVersion } from '../../src/export/rules-agreed.ts';
import { csvOf } from '../../src/export/views-csv.ts';
import { type ShownEntry, shownEntry } from '../../src/export/views-entries.ts';
import { jsonOf } from '../../src/export/views-json.ts';
import { recordPaper } from '../../src/export/views-paper.ts';
import type { Exported } from '../../src/export/views-said.ts';
import { append, emptyHead, type Stored } from '../../src/kit/chain.ts';
import { LOCALES, type Locale } from '../../src/kit/locale.ts';
import { paperSchema } from '../../src/kit/paper.ts';
import { isRefusal } from '../../src/kit/refusal.ts';
import type { Project } from '../../src/project/model.ts';
import { start } from '../../src/project/rules.ts';

const NOW = new Date('2026-11-30T01:05:00.000Z');
const INSIDE = 'INSIDE-7f3a';
const SALT = '0f'.repeat(16);

function project(): Project {
  const answers = { client: 'Acme', name: 'Spring launch', work: 'job', wantedOn: '2027-03-14' } as const;
  const by = { person: { team: 'T1', user: 'U1' }, id: 'mei', name: 'Mei' };
  const begin = { id: 'p1', workspace: 'T1', by, answers, clientId: 'c1', channel: 'C1', zone: 'utc' } as const;
  const started = start({ ...begin, language: 'en' }, NOW);
  if (isRefusal(started)) throw new Error(started.code);
  return started;
}

/** An entry of every kind that the client may read, each with the team's own words wherever people write any. */
function entries(): Stored[] {
  const words = { why: INSIDE, reason: INSIDE, note: INSIDE, text: INSIDE, points: [{ line: null, text: INSIDE }] };
  const content = { version: 2, stage: 'proposal', request: 'problem', state: INSIDE, worth: INSIDE, ...words };
  const happened = clientKinds.map((kind) => ({ kind, actor: 'mei', at: NOW.toISOString(), content }));
  return append({ workspace: 'T1', project: 'p1' }, emptyHead('T1', 'p1'), happened, () => SALT).stored;
}

const version: AgreedVersion = {
  kind: 'brief',
  named: null,
  number: 1,
  hash: 'ab'.repeat(32),
  sentAt: NOW.toISOString(),
  state: 'agreed',
  stateSince: NOW.toISOString(),
  exactly: [],
  answers: [{ who: 'Dana', verb: 'confirmed', at: NOW.toISOString() }],
  kept: { subject: 'brief', number: 1, hash: 'ab'.repeat(32), content: { lines: [{ finder: INSIDE }] } },
  hashed: { lines: [{ finder: INSIDE }] },
};

const exported = (format: ExportFormat, language: Locale): Exported => ({
  project: project(),
  agency: 'Harbour & Pine',
  wanted: { format, language, part: 'client' },
  at: NOW.toISOString(),
  head: { sequence: 99, hash: 'cd'.repeat(32) },
  count: clientKinds.length,
  agreed: [version],
});

async function* shown(language: Locale): AsyncGenerator<ShownEntry> {
  for (const own of entries()) {
    yield shownEntry(project(), { stored: forClient(own), own, link: null }, 'client', language);
  }
}

async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

describe.each(LOCALES)('the client’s part as a file, in %s', (language) => {
  test('holds nothing of what the agency wrote for itself, in no format', async () => {
    const json = await textOf(jsonOf(exported('json', language), shown(language)));
    const csv = await textOf(csvOf(exported('csv', language), shown(language)));
    const paper = await recordPaper(exported('pdf', language), shown(language));
    expect(paperSchema.parse(paper)).toEqual(paper);
    for (const text of [json, csv, JSON.stringify(paper)]) expect(text).not.toContain(INSIDE);
  });

  test('has no kind that says more than the client is told, and no salt by which the rest could be guessed', async () => {
    const text = await textOf(jsonOf(exported('json', language), shown(language)));
    expect(text).not.toMatch(/gateOverridden|stageReopened|earlierAttached|putOnHold/u);
    expect(text).not.toContain(SALT);
    const { record } = JSON.parse(text) as {
      record: { hash: string; entry: object | null; shown: { what: string } }[];
    };
    expect(record.map(({ hash }) => hash)).toEqual(entries().map(({ hash }) => hash));
    expect(record.filter(({ entry }) => entry === null).length).toBeGreaterThan(3);
    expect(record.filter(({ shown: { what } }) => what === '')).toEqual([]);
  });

  test('every row of the table has all columns', async () => {
    const csv = await textOf(csvOf(exported('csv', language), shown(language)));
    const rows = csv.split('\r\n').filter((row) => row !== '');
    // Every cell is quoted, and no text here holds what would end one.
    expect(new Set(rows.map((row) => row.split('","').length))).toEqual(new Set([10]));
    expect(rows.length).toBeGreaterThan(clientKinds.length + 2);
  });
});
