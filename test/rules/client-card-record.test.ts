import { describe, expect, test } from '@jest/globals';
import {
  clientKinds,
  CLIENT_RECORD_KINDS,
  forClient,
  linkForClient,
  mayReadRecord,
} from '../../src/client/rules-record.ts';
import { clientRecordModal } from '../../src/client/views-record.ts';
import { append, type Content, emptyHead, shortHash } from '../../src/kit/chain.ts';
import { LOCALES } from '../../src/kit/locale.ts';
import { RECORD_KINDS, recordedSchema } from '../../src/project/model-record.ts';
import { validateView } from '../../sandbox/blockkit/validate.ts';
import { ana, ben, cleo, codeOf, dora, drafted, newProject, NOW, sentBrief } from '../support/arbitraries.ts';

const project = sentBrief(drafted(newProject()));

/** Content in which the agency's own words stand wherever words can stand. */
const inside = (kind: string): Content => ({
  ...Object.fromEntries(Object.keys(recordedSchema.shape).map((key) => [key, `INSIDE ${key}`])),
  version: 2,
  correction: 1,
  stage: 'proposal',
  people: [cleo.id],
  about: [cleo.id],
  channel: 'CCLIENT',
  subject: { kind: 'brief', id: 'b1' },
  verb: 'confirmed',
  outcome: 'agreed',
  step: 0,
  by: 'due',
  lines: ['l1'],
  evidence: { by: 'email', words: 'INSIDE words' },
  request: 'problem',
  role: 'deputy',
  day: '2026-11-24',
  end: 'lost',
  ...Object.fromEntries(
    ['text', 'what', 'why', 'reason', 'note', 'to', 'name', 'points', 'error', 'project', 'supplier', 'answer'].map(
      (key) => [key, `INSIDE ${kind} ${key}`],
    ),
  ),
});

const entriesOf = (kinds: readonly string[]) =>
  append(
    { workspace: 'TAGENCY', project: 'p1' },
    emptyHead('TAGENCY', 'p1'),
    kinds.map((kind) => ({ kind, actor: ana.id, at: NOW.toISOString(), content: inside(kind) })),
    () => '00'.repeat(16),
  ).stored;

describe('the client’s part of the record', () => {
  test.each(LOCALES)(
    'says of each kind what happened, by whom and when, and no word of the agency’s own, in %s',
    (locale) => {
      for (const stored of entriesOf(clientKinds)) {
        const page = { entries: [{ stored, link: null }], older: null, isNewest: true };
        const view = clientRecordModal(project, page, locale, locale);
        const text = JSON.stringify(view);
        expect([stored.entry.kind, text.match(/INSIDE[^"]*|lost/gu)]).toEqual([stored.entry.kind, null]);
        expect(text).toContain(shortHash(stored.hash));
        expect(text).toContain(String(stored.entry.sequence));
        expect(text).toContain('Ana');
        expect(validateView(view, 'modal')).toEqual([]);
      }
    },
  );

  test('shows numbers and hashes of the whole record: what is left out leaves a gap, and changes no hash', () => {
    const [stored] = entriesOf(['project.requestAnswered']);
    if (!stored) throw new Error('no entry');
    expect(forClient(stored)).toMatchObject({ entry: stored.entry, hash: stored.hash });
    expect(JSON.stringify(forClient(stored).content)).not.toContain('INSIDE project');
  });

  test('links into the client’s channel alone, and nowhere while that is being made', () => {
    const at = (id: string | null) => ({
      ...project,
      channels: { ...project.channels, client: { id, language: 'en' as const, hold: null } },
    });
    const [theirs, ours] = ['CCLIENT', 'CTEAM'].map((id) => `https://agency.example/archives/${id}/p1`);
    const links = [at('CCLIENT'), at(null)].flatMap((one) =>
      [theirs, ours].map((link) => linkForClient(one, link ?? null)),
    );
    expect(links).toEqual([theirs, null, null, null]);
  });

  test('has a decision for every kind that the record knows, and none that is the team’s alone', () => {
    expect(Object.keys(CLIENT_RECORD_KINDS).toSorted()).toEqual([...RECORD_KINDS].toSorted());
    for (const kind of [
      'project.personAdded',
      'project.undelivered',
      'project.supplierAdded',
      'project.handoverPlanned',
      'project.jobStarted',
    ] as const)
      expect(clientKinds).not.toContain(kind);
  });
});

describe('who may read it', () => {
  test('the client’s people of this project', () => {
    expect(mayReadRecord(project, { person: cleo.person, kind: 'guest' })).toBe(true);
  });

  test('nobody of the agency, who have the whole of it, and nobody of another client', () => {
    for (const one of [ana, ben])
      expect(codeOf(mayReadRecord(project, { person: one.person, kind: 'member' }))).toBe('client.recordInside');
    const refused = mayReadRecord(project, { person: dora.person, kind: 'external' });
    expect(codeOf(refused)).toBe('client.recordNotYours');
    // Who the client's people are, somebody of another client is not told either.
    expect(JSON.stringify(refused)).not.toContain('Cleo');
  });
});
