import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { requestNudges } from '../../src/approval/nudges.ts';
import type { Approval } from '../../src/approval/model.ts';
import type { NudgeContext } from '../../src/kit/nudge.ts';
import { personKey } from '../../src/kit/person.ts';
import { isWorkTime } from '../../src/kit/work-days.ts';
import type { Project } from '../../src/project/model.ts';
import { ana, asks, ben, cleo, dora, NOW } from '../support/arbitraries.ts';
import { finn, sentTo } from '../support/asked-brief.ts';
import { plainCalendar } from '../support/plain-calendar.ts';

const LONDON = plainCalendar('Europe/London');

const context = (now: Date, more: Partial<NudgeContext> = {}): NudgeContext => ({
  ...{ now, team: LONDON, client: LONDON, of: () => LONDON, snoozedUntil: () => null },
  ...more,
});

/** Asked on Monday at noon, due on Thursday at six, unless it says otherwise. */
const DUE = '2026-11-26T18:00:00.000Z';
const sent = sentTo(asks(cleo, dora));
const withApproval = (change: (approval: Approval) => Partial<Approval>, project: Project = sent): Project => {
  const { brief } = project;
  if (!brief?.sent) throw new Error('a brief that was sent');
  const dated = { ...brief.sent.approval, dueAt: DUE };
  const approval = { ...dated, ...change(dated) };
  return { ...project, brief: { ...brief, sent: { ...brief.sent, approval } } };
};
const make = requestNudges(({ brief }) => (brief?.sent ? [brief.sent.approval] : []));
const at = (iso: string) => new Date(iso);
const listed = (project: Project, now = NOW, more: Partial<NudgeContext> = {}) =>
  make(project, context(now, more))
    .map((one) => `${one.step} ${one.to.user} ${one.at.toISOString()}`)
    .toSorted();

const due = withApproval(() => ({}));
const MANAGERS = [
  'dueDay UANA 2026-11-26T09:00:00.000Z',
  'manager UANA 2026-11-30T09:00:00.000Z',
  'silent UANA 2026-11-27T09:00:00.000Z',
];

describe('a request that is to be decided by a day', () => {
  test('calls those who are missing at four fifths of their window, and brings the rest up with the account manager', () => {
    // Thirty-three working hours, of which 26.4 are gone on Thursday at 11:24.
    const missing = ['UCLEO', 'UDORA'].map((user) => `missing ${user} 2026-11-26T11:24:00.000Z`);
    expect(listed(due)).toEqual([...MANAGERS, ...missing].toSorted());
  });

  test('calls nobody who has answered, nor anybody once it is over or has no day', () => {
    const [first] = due.brief?.sent?.approval.approvers ?? [];
    const answer = { verb: 'confirmed', at: NOW.toISOString(), by: cleo, reason: null, points: [] } as const;
    const given = { ...answer, points: [], showAgain: null, alsoAgreed: null, evidence: null };
    const answered = withApproval(({ approvers }) => ({
      approvers: approvers.map((one) => (one.id === first?.id ? { ...one, answer: given } : one)),
    }));
    expect(listed(answered).filter((one) => one.startsWith('missing'))).toEqual([
      'missing UDORA 2026-11-26T11:24:00.000Z',
    ]);
    expect(listed(withApproval(() => ({ state: 'agreed' })))).toEqual([]);
    expect(listed(withApproval(() => ({ dueAt: null })))).toEqual([]);
  });

  test('calls nobody twice: whoever was reminded since is left alone, and whoever was on that day hears it on the next', () => {
    const reminded = (iso: string) =>
      listed(withApproval(() => ({ reminders: [{ id: cleo.id, at: iso }] }))).filter((one) => one.includes('CLEO'));
    expect(reminded('2026-11-26T11:24:00.000Z')).toEqual([]);
    expect(reminded('2026-11-25T17:00:00.000Z')).toEqual(['missing UCLEO 2026-11-26T11:24:00.000Z']);
    // The next working day would be after the day by which it is due.
    expect(reminded('2026-11-26T09:30:00.000Z')).toEqual([]);
  });

  test('calls nobody who was asked only just now', () => {
    const short = withApproval(() => ({ dueAt: '2026-11-23T13:30:00.000Z' }));
    expect(listed(short).filter((one) => one.startsWith('missing'))).toEqual([]);
  });

  test('counts the window of whoever it was passed on to from then on', () => {
    const passed = withApproval(({ approvers }) => ({
      approvers: approvers.map((one) =>
        one.id === dora.id
          ? { ...one, before: [{ ...finn, why: 'passedOn' as const, at: '2026-11-26T09:00:00.000Z' }] }
          : one,
      ),
    }));
    expect(listed(passed)).toContain('missing UDORA 2026-11-26T16:12:00.000Z');
  });

  test('goes to the stand-in of whoever is away, on both sides', () => {
    const away = { until: '2026-12-31', zone: 'utc' };
    const standIn = withApproval(({ approvers }) => ({
      approvers: approvers.map((one) => (one.id === cleo.id ? { ...one, standIn: finn } : one)),
    }));
    const people = standIn.people.map((one) =>
      one.id === cleo.id ? { ...one, away } : one.id === ana.id ? { ...one, away, standIn: ben } : one,
    );
    const found = listed({ ...standIn, people }).map((one) => one.split(' ').slice(0, 2).join(' '));
    expect(found).toEqual(['dueDay UBEN', 'manager UBEN', 'missing UDORA', 'missing UFINN', 'silent UBEN']);
  });

  test('lets the account manager be for as long as they ask, and moves nothing of the client’s', () => {
    const until = at('2026-11-28T12:00:00Z');
    const snoozedUntil: NudgeContext['snoozedUntil'] = (person) => (person.user === 'UANA' ? until : null);
    const put = listed(due, NOW, { snoozedUntil });
    expect(put).toContain('silent UANA 2026-11-30T09:00:00.000Z');
    expect(put).toContain('missing UCLEO 2026-11-26T11:24:00.000Z');
  });

  test('is quiet while the project is on hold', () => {
    expect(listed({ ...due, life: { state: 'onHold', since: NOW.toISOString(), reason: 'x', by: ana.id } })).toEqual(
      [],
    );
  });

  test('brings everything up in working time, under keys of their own that do not change as time passes', () => {
    const zone = fc.constantFrom('Europe/London', 'Asia/Shanghai', 'America/New_York', 'Pacific/Auckland');
    const hours = fc.integer({ min: 1, max: 24 * 21 });
    fc.assert(
      fc.property(fc.array(zone, { minLength: 4, maxLength: 4 }), hours, hours, (zones, dueIn, looks) => {
        const dueAt = new Date(NOW.getTime() + dueIn * 3_600_000).toISOString();
        const project = withApproval(() => ({ dueAt }));
        const users = ['UANA', 'UBEN', 'UCLEO', 'UDORA'];
        const of: NudgeContext['of'] = ({ user }) => plainCalendar(zones[users.indexOf(user)] ?? 'utc');
        const nudges = make(project, context(NOW, { of }));
        for (const one of nudges) expect([one.key, isWorkTime(of(one.to), one.at)]).toEqual([one.key, true]);
        expect(new Set(nudges.map(({ key }) => key)).size).toBe(nudges.length);
        const afterwards = make(project, context(new Date(NOW.getTime() + looks * 3_600_000), { of }));
        expect(afterwards.map(({ key, at: when }) => [key, when])).toEqual(
          nudges.map(({ key, at: when }) => [key, when]),
        );
        for (const one of nudges.filter(({ step }) => step === 'missing')) {
          expect(one.at.getTime()).toBeLessThan(Date.parse(dueAt));
          expect(personKey(one.to)).toMatch(/^TCLIENT:/u);
        }
      }),
    );
  });
});
