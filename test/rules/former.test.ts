import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { type Approval, approvalSchema } from '../../src/approval/model.ts';
import { fromFormerApproval } from '../../src/approval/model-former.ts';
import { supersede } from '../../src/approval/rules.ts';
import { mayReplace, tick } from '../../src/approval/rules-round.ts';
import { briefSchema } from '../../src/brief/model.ts';
import { countParts } from '../../src/brief/views-client.ts';
import { emptyHead, follow, isBreak, type Stored } from '../../src/kit/chain.ts';
import { LOCALES } from '../../src/kit/locale.ts';
import { type Project, projectSchema } from '../../src/project/model.ts';
import { RECORD_KINDS } from '../../src/project/model-record.ts';
import { release } from '../../src/project/rules-released.ts';
import { recordModal } from '../../src/project/views-record.ts';
import { FORMER_NAMES, type FormerName, formerDocuments } from '../support/former-files.ts';

const BOTH = LOCALES.map((locale) => [locale] as const);

describe.each(BOTH)('what 0.1.0 stored in %s', (locale) => {
  const raw = new Map(formerDocuments(locale, 'projects').map((one) => [one['name'], one]));
  const rawOf = (name: FormerName) => raw.get(FORMER_NAMES[locale][name]);
  const read = (name: FormerName): Project => projectSchema.parse(rawOf(name));
  const sentOf = (name: FormerName) => {
    const sent = read(name).brief?.sent;
    if (!sent) throw new Error(`${name} was not sent`);
    return sent;
  };
  const idsOf = (name: FormerName) => sentOf(name).current.lines.map(({ id }) => id);

  test('is read, and reads the same once it has been saved in the present form', () => {
    expect(raw.size).toBe(Object.keys(FORMER_NAMES[locale]).length);
    for (const one of raw.values()) {
      const project = projectSchema.parse(one);
      const saved: unknown = JSON.parse(JSON.stringify(project));
      expect(projectSchema.parse(saved)).toEqual(project);
    }
  });

  test('loses nothing by being read: all but the approval is as it was', () => {
    for (const one of raw.values()) {
      const project = projectSchema.parse(one);
      const { brief, ...rest } = project;
      const former = z.looseObject({ brief: z.looseObject({ sent: z.looseObject({}).nullable() }).nullable() });
      const { brief: was, ...asStored } = former.parse(one);
      expect(rest).toEqual(asStored);
      if (!brief || !was) continue;
      expect(brief).toMatchObject({ ...was, sent: brief.sent });
      const { current, previous } = was.sent ?? {};
      expect([brief.sent?.current, brief.sent?.previous]).toEqual([current, previous]);
    }
  });

  test('is asked as it was asked: each line of the version, one step, everybody in it', () => {
    for (const name of ['open', 'changes', 'confirmed', 'takenBack', 'second'] as const) {
      const { approval, current } = sentOf(name);
      expect(approval).toMatchObject({
        version: current.number,
        round: 1,
        lines: idsOf(name),
        steps: [{ needs: 'all' }],
        step: 0,
        dueAt: null,
        expiresAt: null,
        requires: null,
        reminders: [],
      });
      expect(approval.approvers).toMatchObject([{ step: 0, standIn: null, limit: null, told: null, before: [] }]);
      expect(tick(approval, new Date('2030-01-01T00:00:00Z'))).toBeNull();
      expect(mayReplace(approval)).toBe(true);
    }
  });

  test('is open where it was open', () => {
    for (const name of ['open', 'second'] as const) {
      const { approval, stands } = sentOf(name);
      expect(approval).toMatchObject({ state: 'open', gathered: null });
      expect(approval.approvers).toMatchObject([{ answer: null, confirmedLines: [] }]);
      expect(stands).toBeNull();
    }
    expect(sentOf('second')).toMatchObject({ current: { number: 2 }, previous: { number: 1 } });
  });

  test('is agreed where it was confirmed, by a button, each line, and the version stands', () => {
    const { approval, current, stands } = sentOf('confirmed');
    const [approver] = approval.approvers;
    const at = approval.stateSince;
    expect(approval).toMatchObject({ state: 'agreed', gathered: { at, by: 'allAnswered' } });
    const by = { person: approver?.person, id: approver?.id, name: approver?.name };
    const answer = { verb: 'confirmed', at, by, reason: null, points: [], evidence: null, alsoAgreed: null };
    expect(approver).toMatchObject({ confirmedLines: idsOf('confirmed'), answer });
    expect(stands).toEqual({ version: 1, hash: current.hash, at });
  });

  test('is refused where changes were requested, with the reason about the whole', () => {
    const { approval, stands } = sentOf('changes');
    const [approver] = approval.approvers;
    expect(approval.state).toBe('refused');
    expect(approver?.answer?.reason).toMatch(/\S/u);
    expect(approver?.answer).toMatchObject({ points: [{ line: null, text: approver?.answer?.reason }] });
    expect(approver?.confirmedLines).toEqual([]);
    expect(stands).toBeNull();
  });

  test('is taken back where the confirmation was withdrawn, and stands no longer', () => {
    const { approval, stands } = sentOf('takenBack');
    expect(approval).toMatchObject({ state: 'takenBack', gathered: { by: 'allAnswered' } });
    expect(approval.approvers).toMatchObject([{ answer: null, confirmedLines: [] }]);
    expect(stands).toBeNull();
  });

  test('is read where it was put away, too', () => {
    const closed = formerDocuments(locale, 'approvals');
    expect(closed).toHaveLength(1);
    for (const { approval } of closed) {
      const now = approvalSchema.parse(fromFormerApproval(approval, ['line']));
      expect(now).toMatchObject({ state: 'superseded', approvers: [{ answer: { verb: 'changesRequested' } }] });
      expect(supersede(now, new Date()).events).toEqual([]);
    }
  });

  test('has no gap in its record, and a sentence for each entry', () => {
    const stored = formerDocuments(locale, 'record') as unknown as Stored[];
    expect(new Set(stored.map(({ entry }) => entry.kind))).toEqual(
      new Set(stored.map(({ entry }) => RECORD_KINDS.find((kind) => kind === entry.kind))),
    );
    for (const one of raw.values()) {
      const project = projectSchema.parse(one);
      const own = stored.filter(({ entry }) => entry.project === project._id);
      let head = emptyHead(project.workspace, project._id);
      for (const next of own.toSorted((a, b) => a.entry.sequence - b.entry.sequence)) {
        const moved = follow(head, next);
        if (isBreak(moved)) throw new Error(`entry ${moved.sequence} of ${project.name} is ${moved.why}`);
        head = moved;
      }
      expect(head).toEqual(expect.objectContaining(project.record));
    }
  });

  test('is worded in the record in both languages, the answers too', () => {
    const project = read('takenBack');
    const stored = formerDocuments(locale, 'record') as unknown as Stored[];
    const entries = stored
      .filter(({ entry }) => entry.project === project._id)
      .map((one) => ({ stored: one, link: null }));
    const shown = (reader: (typeof LOCALES)[number]) => JSON.stringify(recordModal(project, 6, entries, reader));
    for (const [reader, sentences] of Object.entries({
      en: ['Brief version 1 confirmed', 'Confirmation of brief version 1 withdrawn'],
      zh: ['简报第 1 版已确认', '撤回对简报第 1 版的确认'],
    })) {
      const text = shown(reader === 'zh' ? 'zh' : 'en');
      for (const sentence of sentences) expect(text).toContain(sentence);
      expect(text).not.toContain('brief.');
    }
  });
});

test('a version that 0.1.0 posted takes as many posts as it took then, however long its last one is', () => {
  const [raw] = formerDocuments('en', 'projects').filter(({ name }) => name === FORMER_NAMES.en.open);
  const project = projectSchema.parse(raw);
  const current = project.brief?.sent?.current;
  if (!current) throw new Error('nothing was sent');
  const [first, ...lines] = current.lines;
  const long = first?.state === 'answered' ? [{ ...first, text: 'tea '.repeat(2000) }, ...lines] : [];
  const partsOf = (reach: 'clientChannel' | undefined) =>
    countParts({ version: { ...current, lines: long, reach }, previous: null }, release(project));
  expect([partsOf(undefined), partsOf('clientChannel')]).toEqual([1, 2]);
});

describe('an approval of the present form', () => {
  const [project] = formerDocuments('en', 'projects').filter(({ name }) => name === FORMER_NAMES.en.confirmed);
  const now = projectSchema.parse(project).brief;
  const approval = now?.sent?.approval as Approval;

  test('is taken for no former one, in whichever state', () => {
    for (const state of ['open', 'superseded', 'withdrawn'] as const) {
      const present = { ...approval, state };
      expect(fromFormerApproval(present, ['other'])).toBe(present);
    }
  });

  test('keeps what stands beside it', () => {
    const sent = now?.sent && { ...now.sent, stands: { version: 7, hash: 'h', at: approval.stateSince } };
    expect(briefSchema.parse({ ...now, sent }).sent?.stands?.version).toBe(7);
  });

  test('is refused where it is of no form at all', () => {
    const broken = { ...now, sent: { ...now?.sent, approval: { state: 'confirmed' } } };
    expect(briefSchema.safeParse(broken).success).toBe(false);
  });
});
