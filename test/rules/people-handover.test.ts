import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dayIn } from '../../src/kit/calendar.ts';
import { TYPED_DAY_LENGTH, typedIn } from '../../src/kit/typed.ts';
import { isRefusal } from '../../src/kit/refusal.ts';
import { managing } from '../../src/project/rules.ts';
import { projectWaits } from '../../src/project/rules-joiners.ts';
import {
  handOver,
  handoverDue,
  isNow,
  mayHandOver,
  planned,
  predecessor,
  takeBack,
} from '../../src/people/rules-handover.ts';
import { addPerson, removePerson } from '../../src/people/rules-roster.ts';
import { awayTyped, lacksStandIn, stillAway, withAbsence } from '../../src/people/rules-away.ts';
import { ana, ben, cleo, codeOf, must, NOW } from '../support/arbitraries.ts';
import { after, BY, found, handover, project, STAYING, steps } from '../support/roster.ts';

const gus = found('Gus');
const moved = handOver(project(), handover(ana.id, gus), NOW);

describe('a handover', () => {
  test('moves the role and all that the account manager had to do; they stay on the team', () => {
    const mine = project();
    const brief = mine.brief && {
      ...mine.brief,
      lines: mine.brief.lines.map((line) => (line.state === 'notKnown' ? { ...line, finder: ana.person } : line)),
    };
    const people = mine.people.map((one) =>
      one.id === ben.id ? { ...one, standIn: { person: ana.person, id: ana.id, name: 'Ana' } } : one,
    );
    const suppliers = mine.suppliers?.map((one) => ({ ...one, minder: ana.id }));
    const joiner = { ...found('Hana'), outsider: false, askedAt: NOW.toISOString(), answer: null } as const;
    const joiners = [joiner];
    const next = handOver(
      { ...mine, brief, people, joiners, ...(suppliers ? { suppliers } : {}) },
      handover(ana.id, gus),
      NOW,
    );
    if (next === null || isRefusal(next)) throw new Error('it was not handed over');
    expect(next.people.map(({ name, role }) => [name, role])).toEqual([
      ['Ana', 'teamMember'],
      ['Ben', 'teamMember'],
      ['Cleo', 'approver'],
      ['Gus', 'accountManager'],
    ]);
    expect(next.brief?.lines.flatMap((line) => (line.state === 'notKnown' ? [line.finder] : []))).toEqual([
      gus.person,
      gus.person,
    ]);
    expect(next.suppliers?.map(({ minder }) => minder)).toEqual([gus.id]);
    expect(next.people.find(({ id }) => id === ben.id)?.standIn?.id).toBe(gus.id);
    expect(projectWaits(next).map(({ person }) => person)).toEqual(['TAGENCY:UGUS']);
  });

  test('done twice is done once', () => {
    if (moved === null || isRefusal(moved)) throw new Error('it was not handed over');
    expect(handOver(moved, handover(ana.id, gus), NOW)).toBeNull();
    fc.assert(
      fc.property(steps, (list) => {
        const now = list.reduce(after, project());
        const [from] = managing(now);
        if (!from || mayHandOver(now, from, gus, { ...BY, person: from.person }) !== true) return;
        const once = handOver(now, handover(from.id, gus), NOW);
        if (once === null || isRefusal(once)) throw new Error('it was not handed over');
        expect(handOver(once, handover(from.id, gus), NOW)).toBeNull();
        expect(once.people.find(({ id }) => id === gus.id)?.role).toBe('accountManager');
        expect(once.people.find(({ id }) => id === from.id)?.role).toBe('teamMember');
      }),
    );
  });

  test('of one account manager leaves the other one theirs', () => {
    const two = must(addPerson(project(), { found: found('Hana'), role: 'accountManager', craft: null }, BY, NOW));
    const next = handOver(two, handover(found('Hana').id, gus), NOW);
    if (next === null || isRefusal(next)) throw new Error('it was not handed over');
    expect(managing(next).map(({ name }) => name)).toEqual(['Ana', 'Gus']);
    expect(predecessor(two, { person: ben.person })).toBeNull();
    expect(predecessor(two, BY)?.name).toBe('Ana');
    expect(predecessor(project(), { person: ben.person })?.name).toBe('Ana');
  });

  test.each([
    ['Ben', null],
    ['Kim', null],
    ['Ana', 'people.themselves'],
    ['Cleo', 'project.roleOtherSide'],
    ['Dora', 'people.outsider'],
  ])('to %s', (name, code) => {
    const [from] = managing(project());
    if (!from) throw new Error('nobody manages it');
    expect(codeOf(mayHandOver(project(), from, found(name), BY))).toBe(code);
  });

  test('to somebody who has no account any more is refused, and moves nothing; nor does it to the client’s people', () => {
    const on = must(addPerson(project(), { found: gus, role: 'teamMember', craft: null }, BY, NOW));
    const gone = {
      ...on,
      people: on.people.map((one) => (one.id === gus.id ? { ...one, gone: { since: 'now' } } : one)),
    };
    const [from] = managing(gone);
    if (!from) throw new Error('nobody manages it');
    expect(codeOf(mayHandOver(gone, from, gus, BY))).toBe('people.isGone');
    expect(handOver(gone, handover(ana.id, gus), NOW)).toBeNull();
    expect(handOver(project(), handover(ana.id, found('Cleo')), NOW)).toBeNull();
  });

  test('is not of a project that has ended', () => {
    const life = { state: 'ended', as: 'lost', reason: '-', since: NOW.toISOString(), by: ana.id } as const;
    const [from] = managing(project());
    if (!from) throw new Error('nobody manages it');
    expect(codeOf(mayHandOver({ ...project(), life }, from, gus, BY))).toBe('project.isEnded');
  });

  test('is for those who may, and from an account manager alone', () => {
    const [from, other] = project().people;
    if (!from || !other) throw new Error('nobody is there');
    expect(codeOf(mayHandOver(project(), from, gus, { ...BY, person: ben.person }))).toBe('project.mayNot');
    expect(codeOf(mayHandOver(project(), from, gus, { ...BY, person: ben.person, isAdministrator: true }))).toBeNull();
    expect(codeOf(mayHandOver(project(), other, gus, BY))).toBe('people.notManager');
  });
});

describe('a handover for a later day', () => {
  const later = { ...handover(ana.id, gus, '2026-11-30'), zone: 'Asia/Shanghai' };
  const waiting = planned(project(), later);

  test('is due at nine in the morning of whoever planned it', () => {
    expect(handoverDue(waiting)?.toISOString()).toBe('2026-11-30T01:00:00.000Z');
    expect(handoverDue(project())).toBeNull();
    expect(isNow(later, NOW)).toBe(false);
    expect(isNow(later, new Date('2026-11-29T16:00:00Z'))).toBe(true);
  });

  test('moves nothing before, and all of it then', () => {
    expect(managing(waiting).map(({ name }) => name)).toEqual(['Ana']);
    const next = handOver(waiting, later, NOW);
    if (next === null || isRefusal(next)) throw new Error('it was not handed over');
    expect(next.handover).toBeNull();
    expect(managing(next).map(({ name }) => name)).toEqual(['Gus']);
  });

  test('can be taken back by whoever may hand over, once', () => {
    const by = { ...ana, ...BY };
    expect(must(takeBack(waiting, 'h1', by, NOW)).handover).toBeNull();
    expect(codeOf(takeBack(waiting, 'h1', { ...by, person: ben.person }, NOW))).toBe('project.mayNot');
    expect(codeOf(takeBack(must(takeBack(waiting, 'h1', by, NOW)), 'h1', by, NOW))).toBe('people.nothingPlanned');
  });

  test('of an ended project never happens', () => {
    const life = { state: 'ended', as: 'lost', reason: '-', since: NOW.toISOString(), by: ana.id } as const;
    expect(handoverDue({ ...waiting, life })).toBeNull();
  });

  test('ends with whoever was to take over, and they stay known by name', () => {
    const on = must(addPerson(waiting, { found: gus, role: 'teamMember', craft: null }, BY, NOW));
    expect(must(removePerson(on, gus.id, BY, STAYING)).handover).toBeNull();
    expect(waiting.former).toEqual([later.to]);
  });

  test('happens on its day, whatever the zone', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('Asia/Shanghai', 'Europe/London', 'America/New_York', 'Pacific/Auckland', 'Mars/Olympus'),
        fc.date({ min: new Date('2026-01-01'), max: new Date('2029-12-31'), noInvalidDate: true }),
        (zone, at) => {
          const on = dayIn(zone, at);
          const due = handoverDue(planned(project(), { ...later, zone, on }));
          expect(due && dayIn(zone, due)).toBe(on);
        },
      ),
    );
  });
});

describe('what is typed behind a command', () => {
  test.each([
    ['<@U1|ben> from 14 Mar', 'U1', '14 Mar'],
    ['from 14 Mar <@U1|ben>', 'U1', '14 Mar'],
    ['to <@U1>', 'U1', null],
    ['until fri <@U1|ben>', 'U1', 'fri'],
    ['fri', null, 'fri'],
    ['<@U1|ben> 从周五起', 'U1', '周五'],
    ['到周五 由 <@U1|ben>', 'U1', '周五'],
    ['至3月14日', null, '3月14日'],
    ['', null, null],
    ['@ben until fri', null, '@ben until fri'],
  ])('%s', (text, person, day) => {
    expect(typedIn(text)).toEqual({ person, day });
  });
});

test('of what is longer than any day only so much goes on that it fits where it is shown again, and it is no day', () => {
  const { person, day } = typedIn(`<@U1> fri${' or later'.repeat(1000)}`);
  expect([person, day]).toEqual(['U1', expect.stringMatching(/^fri or .*…$/u)]);
  expect(day?.length).toBeLessThanOrEqual(TYPED_DAY_LENGTH);
  expect(typedIn(`<@${'U'.repeat(3000)}>`)).toEqual({ person: null, day: expect.stringMatching(/^<@U+…$/u) });
});

describe('an absence', () => {
  const away = { until: '2026-12-04', zone: 'Asia/Shanghai', standIn: gus };

  test('is of the agency’s people, and names the stand-in where they can stand in', () => {
    const next = withAbsence(project(), ben.person, away);
    expect(next?.people.find(({ id }) => id === ben.id)).toMatchObject({
      away: { until: '2026-12-04', zone: 'Asia/Shanghai' },
      standIn: { name: 'Gus' },
    });
    expect(next && withAbsence(next, ben.person, away)).toBeNull();
    expect(withAbsence(project(), cleo.person, away)).toBeNull();
    expect(withAbsence(project(), gus.person, away)).toBeNull();
  });

  test('without a fitting stand-in leaves whoever was named before', () => {
    const named = withAbsence(project(), ben.person, away);
    if (!named) throw new Error('nothing was noted');
    const client = { ...away, until: '2026-12-05', standIn: found('Cleo') };
    expect(withAbsence(named, ben.person, client)?.people.find(({ id }) => id === ben.id)?.standIn?.name).toBe('Gus');
    expect(lacksStandIn(named, ben.person, client)).toBe(true);
    expect(lacksStandIn(named, ben.person, away)).toBe(false);
    expect(withAbsence(named, ben.person, null)?.people.find(({ id }) => id === ben.id)).toMatchObject({
      away: null,
      standIn: { name: 'Gus' },
    });
  });

  test('is typed as a day: one that has passed means that they are back, one that is none is refused at its question', () => {
    expect(awayTyped('fri', 'UTC', NOW, 'until')).toBe('2026-11-27');
    expect(awayTyped('today', 'UTC', NOW, 'until')).toBe('2026-11-23');
    expect(awayTyped('2026-11-22', 'UTC', NOW, 'until')).toBeNull();
    expect(awayTyped(null, 'UTC', NOW, 'until')).toBeNull();
    expect(awayTyped('14/3', 'UTC', NOW, 'until')).toMatchObject({ code: 'people.dayUnread', at: 'until' });
  });

  test('counts to the end of its last day, where they are', () => {
    expect(stillAway(away, new Date('2026-12-04T15:59:00Z'))).toBe(away);
    expect(stillAway(away, new Date('2026-12-04T16:00:00Z'))).toBeNull();
    expect(stillAway(null, NOW)).toBeNull();
  });
});
