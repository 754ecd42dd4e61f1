import { describe, expect, test } from '@jest/globals';
import { askPost, dayTyped, pause, setHealthTo, setRhythm, unpause } from '../../src/progress/rules-change.ts';
import type { Project } from '../../src/project/model.ts';
import type { Acting } from '../../src/project/rules.ts';
import { ana, ben, codeOf, must, newProject, NOW } from '../support/arbitraries.ts';

const DAY = '2026-11-26';
const asManager: Acting = { ...ana, kind: 'member', at: NOW };
const asTeam: Acting = { ...ben, kind: 'member', at: NOW };
const project = newProject();
const inside: Project = { ...project, parent: { project: 'p2', name: 'Autumn', number: 1 } };
const held: Project = { ...project, life: { state: 'onHold', reason: 'x', since: NOW.toISOString(), by: ana.id } };
const ended = { ...project, life: { ...held.life, state: 'ended', as: 'lost' } } as Project;
const risk = { is: 'atRisk', reason: 'Snow', until: DAY } as const;

/** Everything that can be set, as somebody does it. */
const acts: Readonly<Record<string, (one: Project, by: Acting) => unknown>> = {
  pause: (one, by) => pause(one, by, DAY, NOW),
  unpause: (one, by) => unpause(one, by, DAY),
  health: (one, by) => setHealthTo(one, by, risk, NOW),
  rhythm: (one, by) => setRhythm(one, by, { rhythm: { checkIn: true }, zone: null }),
  post: (one, by) => askPost(one, by, DAY, DAY),
};

describe.each(Object.entries(acts))('%s', (_name, act) => {
  test('is for those who run the project, of one that has not ended, and not of a job inside one', () => {
    expect(codeOf(act(project, asTeam))).toBe('project.mayNot');
    expect(codeOf(act(ended, asManager))).toBe('project.isEnded');
    expect(codeOf(act(inside, asManager))).toBe('progress.inParent');
  });
});

test('while it is on hold nothing is paused or posted, but how it is and when posts come can be set', () => {
  const codes = Object.entries(acts).map(([name, act]) => [name, codeOf(act(held, asManager))]);
  expect(Object.fromEntries(codes)).toEqual({
    pause: 'project.isOnHold',
    unpause: 'progress.notPaused',
    health: null,
    rhythm: null,
    post: 'project.isOnHold',
  });
});

test('a pause holds up to and including its day, and is not set twice', () => {
  const paused = must(pause(project, asManager, DAY, NOW));
  expect(codeOf(pause(paused, asManager, DAY, NOW))).toBe('progress.pausedAlready');
  expect(must(pause(paused, asManager, '2026-12-24', NOW)).progress?.paused?.until).toBe('2026-12-24');
  expect(must(unpause(paused, asManager, DAY)).progress?.paused).toBeNull();
  expect(codeOf(unpause(paused, asManager, '2026-11-27'))).toBe('progress.notPaused');
});

test('health takes a reason and a day, is the same when it is said again, and is taken back once', () => {
  expect(codeOf(setHealthTo(project, asManager, { ...risk, reason: null }, NOW))).toBe('progress.reasonMissing');
  expect(codeOf(setHealthTo(project, asManager, { ...risk, until: null }, NOW))).toBe('progress.untilMissing');
  const set = must(setHealthTo(project, asManager, risk, NOW));
  expect(setHealthTo(set, asManager, risk, NOW)).toBe(set);
  const again = { is: 'computed', reason: null, until: null } as const;
  const worked = must(setHealthTo(set, asManager, again, NOW));
  expect(worked.progress?.health).toBeNull();
  expect(codeOf(setHealthTo(worked, asManager, again, NOW))).toBe('progress.healthComputed');
});

test('a rhythm that is as it was is not saved, in whatever order its parts stand', () => {
  const own = { rhythm: { checkIn: true, postMinute: 600 }, zone: 'Europe/London' };
  const set = setRhythm(project, asManager, own);
  if (set === null) throw new Error('it is another');
  const same = { ...own, rhythm: { postMinute: 600, checkIn: true } };
  expect(setRhythm(must(set), asManager, same)).toBeNull();
  expect(setRhythm(must(set), asManager, { ...own, zone: null })).toMatchObject({ zone: null });
});

test('a form that comes on a later day posts nothing', () => {
  expect(codeOf(askPost(project, asManager, '2026-11-27', DAY))).toBe('progress.dayOver');
  expect(must(askPost(project, asManager, DAY, DAY)).progress?.askedOn).toBe(DAY);
});

test('a day is read as it is for whoever types it, and none that is over', () => {
  const at = (text: string, zone = 'UTC') => dayTyped(text, zone, new Date('2026-11-26T23:00:00Z'), 'x');
  expect(at('today')).toBe('2026-11-26');
  expect(at('today', 'Asia/Shanghai')).toBe('2026-11-27');
  expect(codeOf(at('2026-11-25'))).toBe('progress.dayPast');
  expect(codeOf(at('one day'))).toBe('progress.dayUnread');
});
