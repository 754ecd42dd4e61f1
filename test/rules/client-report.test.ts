import { describe, expect, test } from '@jest/globals';
import { markOf } from '../../src/kit/merge.ts';
import type { Milestone } from '../../src/plan/model.ts';
import { REPORT_BOUNDS } from '../../src/progress/model-report.ts';
import type { Project } from '../../src/project/model.ts';
import { release } from '../../src/project/rules-released.ts';
import {
  draftNext,
  edit,
  factKeys,
  mayReport,
  reminded,
  reportMark,
  type ReportNow,
  reportOf,
  send,
  skip,
  toldBesides,
  toldOf,
} from '../../src/progress/rules-report.ts';
import { draftedNow, reportNow } from '../../src/progress/views-report.ts';
import { reportText } from '../../src/progress/views-report-text.ts';
import {
  ana,
  ben,
  cleo,
  codeOf,
  drafted,
  frozen,
  later,
  must,
  newProject,
  NOW,
  sentBrief,
} from '../support/arbitraries.ts';
import { carded } from '../support/arbitraries-client-card.ts';

const drafting = { id: 'r1', day: '2026-11-27', told: [ana.person] };
const withDraft = (project: Project = newProject()): Project => frozen(draftNext(project, drafting, NOW));
const nowOf = (project: Project): ReportNow => {
  const report = reportOf(project);
  if (!report) throw new Error('there is no report');
  return reportNow(project, report);
};
const sends = (project: Project, more: { seen?: string; channel?: string | null; by?: typeof ana } = {}) =>
  send(
    project,
    { id: 'r1', seen: reportMark(nowOf(project)), channel: null, now: nowOf(project), by: ana, ...more },
    later(5),
  );
const edits = (project: Project, text: string, opened = '') =>
  edit(project, { id: 'r1', text, opened, drafted: draftedNow(project), by: ana });

const party = { person: ben.person, id: ben.id, name: ben.name };
/** A milestone that the client was shown for a day; internally it may be due on another one. */
function milestone(id: string, dueOn: string, more: Partial<Milestone> = {}): Milestone {
  const at = NOW.toISOString();
  return {
    ...{ id, kind: 'mediaLaunch', name: null, dueOn: '2027-12-31', owner: party, reviewDays: 3, needs: 'INSIDE needs' },
    ...{ state: 'open', stateSince: at, moves: [], setAt: at, why: 'INSIDE why' },
    released: {
      ...{ at, by: party, kind: 'mediaLaunch', name: null, dueOn, reviewDays: 3, reviewFrom: '2027-03-09' },
      ...{ zone: null, isDropped: false, headsUp: null },
    },
    ...more,
  };
}
const planned = (...milestones: Milestone[]): Project => ({ ...newProject(), plan: { milestones } });
const reported = (project: Project) => must(sends(withDraft(project)));

describe('what the client reads', () => {
  test('is where things stand and the next dates, as they were shown to them', () => {
    const text = reportText(release(planned(milestone('m1', '2027-03-14'))), null);
    expect(text).toContain('Spring launch for Acme');
    expect(text).toContain('Next dates:\n• Media launch: 14 Mar 2027 · your review from 9 Mar 2027');
    expect(text).not.toMatch(/INSIDE|31 Dec 2027|New since/u);
  });

  test('names whose clock a day ends by, where it is not theirs, as their card does', () => {
    const one = milestone('m1', '2027-03-14');
    const abroad = { ...one, released: one.released && { ...one.released, zone: 'Asia/Shanghai' } };
    const text = reportText(release(planned(abroad)), null);
    expect(text).toContain('Media launch: 14 Mar 2027 (China Standard Time) · your review from 9 Mar 2027');
  });

  test('the second time it says what is new, and what was told is not said again', () => {
    const before = reported(planned(milestone('m1', '2027-03-14'), milestone('m2', '2027-04-01')));
    const since = before.progress?.reported;
    expect(reportText(release(before), since)).toContain('Nothing else has changed since the report of 27 Nov 2026.');
    const reached = milestone('m2', '2027-04-01', { state: 'reached' });
    const later = { ...before, plan: { milestones: [milestone('m1', '2027-03-20'), reached] } };
    const text = reportText(release(later), since);
    expect(text).toContain(
      'New since the report of 27 Nov 2026:\n• Media launch: planned for 20 Mar 2027\n• Media launch: reached',
    );
    expect(text.split('Next dates:')[1]).not.toContain('2027-04');
  });

  test('fits into its form at its longest, and names no more dates than the client card does', () => {
    for (const filler of ['&', '提', 'a b ']) {
      const full = carded(filler, 'zh');
      const milestones = Array.from({ length: 30 }, (_, at) => milestone(`m${at}`, '2027-03-14'));
      const text = reportText(release({ ...full, plan: { milestones } }), {
        ...{ number: 1, day: '2026-11-20', at: NOW.toISOString(), hash: 'f', facts: [] },
      });
      expect(text.length).toBeLessThanOrEqual(REPORT_BOUNDS.text);
    }
  });

  test('nothing of a draft that was not sent is in it', () => {
    const project = drafted(newProject(), { objective: 'INSIDE objective' });
    expect(reportText(release(project), null)).not.toContain('INSIDE');
    expect(factKeys(release(project))).toEqual(factKeys(release(newProject())));
  });
});

describe('sending', () => {
  test('what was shown is sent, and stands as it was', () => {
    const project = sentBrief(drafted(newProject()));
    const sent = must(sends(withDraft(project), { channel: 'CCLIENT' }));
    expect(sent.progress?.reported).toMatchObject({ number: 1, day: '2026-11-27', facts: factKeys(release(project)) });
    expect(nowOf(sent).text).toBe(nowOf(withDraft(project)).text);
    expect(codeOf(sends(sent, { channel: 'CCLIENT' }))).toBe('progress.reportSent');
    expect(reportOf(draftNext(sent, { ...drafting, id: 'r2' }, later(9)))).toMatchObject({ number: 2, closed: null });
  });

  test('is refused where the channel or what is released is another one', () => {
    const shown = withDraft();
    const project = sentBrief(drafted(newProject()));
    const since = { ...project, progress: shown.progress };
    expect(codeOf(sends(since, { seen: reportMark(nowOf(shown)), channel: 'CCLIENT' }))).toBe('progress.reportMoved');
    expect(codeOf(sends(since, { channel: null }))).toBe('progress.reportMoved');
    expect(codeOf(sends(shown, { channel: 'COTHER' }))).toBe('progress.reportMoved');
  });

  test('is for whoever sends to the client, and for the newest draft', () => {
    for (const by of [ben, cleo]) {
      expect(codeOf(sends(withDraft(), { by }))).toMatch(/^project\.(mayNot|onlyTeam)$/u);
      expect(codeOf(skip(withDraft(), 'r1', by, NOW))).toMatch(/^project\./u);
      expect(codeOf(mayReport(newProject(), by))).toMatch(/^project\./u);
    }
    expect(codeOf(skip(draftNext(withDraft(), { ...drafting, id: 'r2' }, NOW), 'r1', ana, NOW))).toBe(
      'progress.reportGone',
    );
    expect(codeOf(skip(newProject(), 'r1', ana, NOW))).toBe('progress.reportGone');
    expect(codeOf(sends(must(skip(withDraft(), 'r1', ana, NOW))))).toBe('progress.reportSkipped');
  });
});

describe('editing', () => {
  const opened = markOf(nowOf(withDraft()).text);

  test('keeps the text, with what was released by then; what is as it was drafted goes on following it', () => {
    const own = must(edits(withDraft(), 'All is well', opened));
    expect(nowOf(own).text).toBe('All is well');
    expect(reportOf(must(edits(own, draftedNow(own).text, markOf('All is well'))))).toMatchObject({
      text: null,
      facts: [],
    });
    expect(must(sends(own)).progress?.reported?.hash).not.toBe(must(sends(withDraft())).progress?.reported?.hash);
  });

  test('of somebody who was overtaken is refused, and not of somebody who wrote the same', () => {
    const theirs = must(edits(withDraft(), 'Theirs', opened));
    expect(codeOf(edits(theirs, 'Mine', opened))).toBe('progress.reportClash');
    expect(codeOf(edits(theirs, 'Theirs', opened))).toBeNull();
    expect(nowOf(must(edits(theirs, 'Mine', markOf('Theirs')))).text).toBe('Mine');
  });
});

describe('who is told of a draft', () => {
  const put = (more: object): Project => {
    const project = newProject();
    return { ...project, people: project.people.map((one) => (one.id === ana.id ? { ...one, ...more } : one)) };
  };

  test('is the account manager; while they are away their stand-in; and where nobody manages it any more the deputy', () => {
    expect(toldOf(newProject(), NOW)).toEqual([ana.person]);
    const away = { until: '2026-11-30', zone: 'utc' };
    expect(toldOf(put({ away, standIn: party }), NOW)).toEqual([ben.person]);
    expect(toldOf(put({ away }), NOW)).toEqual([ana.person]);
    const gone = put({ gone: { since: NOW.toISOString() } });
    expect(toldOf(gone, NOW)).toEqual([]);
    const people = gone.people.map((one) => (one.id === ben.id ? { ...one, role: 'deputy' as const } : one));
    expect(toldOf({ ...gone, people }, NOW)).toEqual([ben.person]);
  });

  test('nobody has it twice, and a reminder comes once', () => {
    const project = withDraft();
    const report = reportOf(project)!;
    expect(reportOf(toldBesides(project, report, [ana.person, ben.person]))?.told).toEqual([ana.person, ben.person]);
    const once = reminded(project, 'r1', later(9));
    expect(once && reminded(once, 'r1', later(10))).toBeNull();
    expect(reminded(project, 'r2', NOW)).toBeNull();
    expect(reminded(must(skip(project, 'r1', ana, NOW)), 'r1', NOW)).toBeNull();
  });
});
