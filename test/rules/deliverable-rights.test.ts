import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { digestOf } from '../../src/digest/rules-digest.ts';
import { hasEndingRights, rightsNudges } from '../../src/deliverable/nudges.ts';
import { rightsNudge } from '../../src/deliverable/views-nudges.ts';
import type { Deliverable, Rights } from '../../src/deliverable/model.ts';
import { withDeliverable } from '../../src/deliverable/rules.ts';
import { dayIn } from '../../src/kit/calendar.ts';
import type { NudgeContext } from '../../src/kit/nudge.ts';
import { isWorkTime } from '../../src/kit/work-days.ts';
import { goesOn, nudging } from '../../src/liaison-waits.ts';
import type { Project } from '../../src/project/model.ts';
import { unlessEnded } from '../../src/project/service-clocked.ts';
import { ana, ben, frozen, later, NOW } from '../support/arbitraries.ts';
import { calendars } from '../support/arbitraries-calendars.ts';
import { delivered, fileContent, posterOf } from '../support/delivered.ts';
import { plainCalendar } from '../support/plain-calendar.ts';

const CHINA = plainCalendar('Asia/Shanghai');
const context = (more: Partial<NudgeContext> = {}): NudgeContext => ({
  ...{ now: NOW, team: CHINA, client: CHINA, of: () => CHINA, snoozedUntil: () => null },
  ...more,
});
const inDays = (days: number) => dayIn('utc', later(days * 24 * 60));
const rights = (until: string | null): Rights => ({
  ...{ media: 'Print and web', territory: 'Germany', until, by: ana.id, at: NOW.toISOString() },
});
const approved = delivered({ sent: [[fileContent('F1')]], state: 'agreed', stands: 1 });
const withRights = (until: string | null, more: Partial<Deliverable> = {}): Project =>
  frozen(withDeliverable(approved, { ...posterOf(approved), rights: rights(until), ...more }));
const LIVES = [
  undefined,
  { state: 'onHold', reason: 'x', since: NOW.toISOString(), by: ana.id },
  { state: 'ended', as: 'completed', reason: 'x', since: NOW.toISOString(), by: ana.id },
] as const;

describe('usage rights', () => {
  test('are brought up once, thirty days before they end, with whoever runs the project', () => {
    const [nudge, ...others] = rightsNudges(withRights('2027-03-31'), context());
    expect(others).toEqual([]);
    // The first of March is a Monday: nine o'clock in Shanghai.
    expect(nudge).toMatchObject({ way: 'message', to: ana.person, about: { kind: 'usageRights', id: 'd1' } });
    expect(nudge?.at.toISOString()).toBe('2027-03-01T01:00:00.000Z');
    expect(nudge?.key).toContain('2027-03-31');
  });

  test.each(LIVES)('whatever became of the project: %j', (life) => {
    const project = { ...withRights('2027-03-31'), ...(life ? { life } : {}) } as Project;
    expect(rightsNudges(project, context())).toHaveLength(1);
    const said = nudging.nudges.flatMap((make) => make(project, context()));
    expect(said.map(({ about }) => about.kind)).toEqual(['usageRights']);
  });

  test('have nothing to be brought up without an end, once dropped, or where they end sooner than that as they are noted', () => {
    for (const project of [
      approved,
      withRights(null),
      withRights('2027-03-31', { dropped: { why: 'x', by: ana.id, at: NOW.toISOString() } }),
      withRights(inDays(20)),
    ])
      expect(rightsNudges(project, context())).toEqual([]);
  });

  test('are brought up in the working time of whoever hears it, on that day or the next working one', () => {
    fc.assert(
      fc.property(calendars(), fc.integer({ min: 40, max: 400 }), (calendar, days) => {
        const [nudge] = rightsNudges(withRights(inDays(days)), context({ of: () => calendar }));
        if (!nudge) return;
        expect(isWorkTime(calendar, nudge.at)).toBe(true);
        expect(dayIn(calendar.zone, nudge.at) >= inDays(days - 30)).toBe(true);
      }),
    );
  });

  test('keep an ended project looked at, and nothing else speaks for it then', async () => {
    const [, , ended] = LIVES;
    const over = (project: Project): Project => ({ ...project, life: ended });
    expect([goesOn(approved), goesOn(over(approved)), goesOn(over(withRights('2027-03-31')))]).toEqual([
      true,
      false,
      true,
    ]);
    expect(hasEndingRights(withRights(null))).toBe(false);
    const asked: string[] = [];
    const look = unlessEnded(async (_deps, _handling, { _id }) => {
      asked.push(_id);
      return NOW;
    });
    const call = (project: Project) => look({} as never, {} as never, project);
    expect(await call(over(withRights('2027-03-31')))).toBeNull();
    expect(await call(approved)).toBe(NOW);
    expect(asked).toEqual([approved._id]);
  });

  test('are said with what they are of and the way to note new ones; nothing is said of rights that are gone', () => {
    const project = withRights('2027-03-31');
    const [nudge] = rightsNudges(project, context());
    if (!nudge) throw new Error('no nudge');
    const shown = rightsNudge(project, nudge, 'en');
    expect(shown?.plain).toBe(
      'The usage rights of Poster end on 31 Mar 2027 (Print and web; Germany). Buy them anew and note the new end, or have what is out taken down by then.',
    );
    expect(shown?.buttons.map(({ action_id }) => action_id)).toEqual(['deliverable.rights']);
    expect(rightsNudge(approved, nudge, 'en')).toBeNull();
  });

  test('are not in a digest as overdue before they end', () => {
    const [nudge] = rightsNudges(withRights('2027-03-31'), context());
    if (!nudge) throw new Error('no nudge');
    const digest = (day: string) =>
      digestOf([nudge], {
        ...{ person: ana.person, calendar: CHINA, left: new Set<string>() },
        now: new Date(`${day}T02:00:00Z`),
        shownUntil: NOW,
      }).map(({ part }) => part);
    expect([digest('2027-03-02'), digest('2027-03-31'), digest('2027-04-01')]).toEqual([[], [], ['overdue']]);
    expect(
      digestOf([nudge], { person: ben.person, calendar: CHINA, left: new Set(), now: NOW, shownUntil: NOW }),
    ).toEqual([]);
  });
});
