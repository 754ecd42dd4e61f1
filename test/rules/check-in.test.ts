import { describe, expect, test } from '@jest/globals';
import type { Project } from '../../src/project/model.ts';
import {
  ask,
  askedOf,
  checkInLines,
  maySay,
  mentionAt,
  mentionDue,
  mentioned,
  missing,
  say,
  unasked,
} from '../../src/progress/rules-check-in.ts';
import { ana, ben, cleo, codeOf, frozen, later, must, newProject, NOW } from '../support/arbitraries.ts';

const window = { day: '2026-11-23', from: NOW, until: later(60) };
const asking = (project = newProject()): Project => frozen(ask(project, window, askedOf(project, NOW), NOW));
const says = (project: Project, person = ana.person, at = later(5)) =>
  say(project, { day: window.day, is: 'onTrack', text: null, person }, at);

describe('who is asked', () => {
  const withMember = (more: object): Project => {
    const project = newProject();
    return { ...project, people: project.people.map((one) => (one.id === ben.id ? { ...one, ...more } : one)) };
  };
  const asked = (project: Project) => askedOf(project, NOW).map(({ id }) => id);

  test('whoever works on it for the agency or its partner, and is there', () => {
    expect(asked(newProject())).toEqual([ana.id, ben.id]);
    expect(asked(withMember({ role: 'partner' }))).toEqual([ana.id, ben.id]);
    for (const role of ['clientContact', 'approver', 'clientMember'])
      expect(asked(withMember({ role }))).toEqual([ana.id]);
    expect(asked(withMember({ away: { until: '2026-11-23', zone: 'Europe/London' } }))).toEqual([ana.id]);
    expect(asked(withMember({ away: { until: '2026-11-22', zone: 'Europe/London' } }))).toEqual([ana.id, ben.id]);
    expect(asked(withMember({ gone: { since: NOW.toISOString() } }))).toEqual([ana.id]);
  });

  test('whoever stands in for somebody is not asked twice', () => {
    const standIn = { person: ana.person, id: ana.id, name: ana.name };
    expect(asked(withMember({ away: { until: '2026-11-30', zone: 'utc' }, standIn }))).toEqual([ana.id]);
  });

  test('a clock that was set back asks nobody about a day that is over', () => {
    const project = asking();
    expect(unasked(project, '2026-11-22', askedOf(project, NOW))).toEqual([]);
    expect(unasked(project, '2026-11-24', askedOf(project, NOW))).toHaveLength(2);
  });
});

describe('what is said', () => {
  test('is kept, can be changed until the post, and is read with the worst first', () => {
    const first = must(says(asking()));
    const changed = must(say(first, { day: window.day, is: 'blocked', text: 'Paper', person: ana.person }, later(6)));
    const both = must(says(changed, ben.person, later(7)));
    const lines = checkInLines(both);
    expect(lines?.said.map(({ who, is, text }) => [who.name, is, text])).toEqual([
      ['Ana', 'blocked', 'Paper'],
      ['Ben', 'onTrack', null],
    ]);
    expect(lines).toMatchObject({ day: window.day, missing: [] });
    expect(checkInLines(newProject())).toBeNull();
  });

  test('comes late where nothing was said before the post; what was said then stays', () => {
    const project = must(says(asking()));
    expect(codeOf(says(must(says(project, ben.person, later(90))), ben.person, later(91)))).toBe(
      'progress.checkInClosed',
    );
    expect(codeOf(say(project, { day: window.day, is: 'done', text: null, person: ana.person }, later(60)))).toBe(
      'progress.checkInClosed',
    );
  });

  test('by a press on what the message showed before is told so; a line that was written counts', () => {
    const at = later(6).toISOString();
    const project = must(
      say(must(says(asking())), { day: window.day, is: 'done', text: null, person: ana.person }, later(6)),
    );
    const press = (shown: string | null) =>
      say(project, { day: window.day, is: 'nothing', text: null, person: ana.person, shown }, later(7));
    expect(codeOf(press(null))).toBe('progress.checkInMoved');
    expect(codeOf(press(later(5).toISOString()))).toBe('progress.checkInMoved');
    expect(codeOf(press(at))).toBeNull();
    const line = { day: window.day, is: 'atRisk', text: 'Paper', person: ana.person } as const;
    expect(checkInLines(must(say(project, line, later(7))))?.said[0]).toMatchObject({ is: 'atRisk', text: 'Paper' });
  });

  test('twice is recorded once; of a day that is over, or by somebody else, it is refused', () => {
    const project = must(says(asking()));
    expect(codeOf(says(project))).toBe('progress.checkInSame');
    expect(codeOf(maySay(project, '2026-11-20', ana.person, NOW))).toBe('progress.checkInOver');
    expect(codeOf(maySay(project, window.day, cleo.person, NOW))).toBe('progress.checkInNotYours');
    expect(codeOf(maySay(newProject(), window.day, ana.person, NOW))).toBe('progress.checkInNotYours');
    const left = { ...project, people: project.people.filter(({ id }) => id !== ben.id) };
    expect(codeOf(maySay(left, window.day, ben.person, NOW))).toBe('progress.checkInNotYours');
    const ended = {
      state: 'ended',
      as: 'completed',
      reason: 'x',
      by: ana.id,
      at: NOW.toISOString(),
      into: null,
    } as const;
    expect(
      codeOf(maySay({ ...project, life: { ...ended, since: NOW.toISOString() } }, window.day, ana.person, NOW)),
    ).toBe('project.isEnded');
  });
});

describe('the missing', () => {
  test('are those who were asked in time, have said nothing, and are still there', () => {
    const project = must(says(asking()));
    expect(mentionAt({ askedAt: NOW.toISOString(), until: later(60).toISOString() })).toEqual(later(48));
    expect(missing(project, later(48)).map(({ id }) => id)).toEqual([ben.id]);
    expect(mentionDue(project, later(10))).toEqual(later(48));
    const away = { until: '2026-11-30', zone: 'utc' };
    const gone = { ...project, people: project.people.map((one) => (one.id === ben.id ? { ...one, away } : one)) };
    expect(missing(gone, later(48))).toEqual([]);
    expect(mentionDue(gone, later(10))).toBeNull();
  });

  test('are mentioned once, and not after the post', () => {
    const project = asking();
    expect(mentionDue(mentioned(project, later(48)) ?? project, later(49))).toBeNull();
    expect(mentionDue(project, later(60))).toBeNull();
    expect(mentionDue(newProject(), NOW)).toBeNull();
    const paused = (until: string) => ({
      ...project,
      progress: { ...project.progress, paused: { until, by: ana, at: '' } },
    });
    expect(mentionDue(paused('2026-11-23'), NOW)).toBeNull();
    expect(mentionDue(paused('2026-11-22'), NOW)).toEqual(later(48));
  });

  test('are not those who were asked a moment ago', () => {
    const project = newProject();
    const [first, second] = askedOf(project, NOW);
    const late = ask(ask(project, window, [first!], NOW), window, [second!], later(50));
    expect(missing(late, later(51)).map(({ id }) => id)).toEqual([ana.id]);
  });
});
