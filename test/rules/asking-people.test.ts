import { describe, expect, test } from '@jest/globals';
import { BOUNDS } from '../../src/kit/bounds.ts';
import { partyFor, withRoles } from '../../src/approval/rules-roles.ts';
import type { Project } from '../../src/project/model.ts';
import { type Actor, withMember } from '../../src/project/rules.ts';
import { mayDo, whoCan } from '../../src/project/rules-may.ts';
import {
  awayIn,
  awayUntil,
  inRole,
  peopleChanged,
  withAway,
  withOffSlack,
  withRole,
} from '../../src/project/rules-people.ts';
import { ana, ben, cleo, codeOf, dora, frozen, later, must, newProject, NOW, someone } from '../support/arbitraries.ts';

const project = frozen(must(withMember(newProject(), cleo, 'approver', NOW)));
const rolesIn = (one: Project) => Object.fromEntries(one.people.map(({ name, role }) => [name, role]));
const as = (actor: Actor, kind: string) => ({ ...actor.person, id: actor.id, name: actor.name, kind });

describe('a role', () => {
  test('changes what somebody is on their own side, and makes room for another', () => {
    const gus = someone('Gus', 'TAGENCY');
    const first = must(withRole(project, 'deputy', ben, NOW));
    expect(rolesIn(first)).toEqual({ Ana: 'accountManager', Ben: 'deputy', Cleo: 'approver' });
    const second = must(withRole(first, 'deputy', gus, NOW));
    expect(rolesIn(second)).toEqual({ Ana: 'accountManager', Ben: 'teamMember', Cleo: 'approver', Gus: 'deputy' });
    expect(rolesIn(must(withRole(second, 'deputy', null, NOW)))).toMatchObject({ Gus: 'teamMember' });
  });

  test('leaves an account manager what they are', () => {
    expect(rolesIn(must(withRole(project, 'deputy', ana, NOW)))).toEqual(rolesIn(project));
  });

  test('takes nobody to the other side', () => {
    expect(withRole(project, 'deputy', cleo, NOW)).toMatchObject({ code: 'project.roleOtherSide' });
    expect(withRole(project, 'clientContact', ben, NOW)).toMatchObject({ params: { who: [{ name: 'Ben' }] } });
  });

  test('is on the record for whoever has it, and for whoever had it', () => {
    const first = must(withRole(project, 'clientContact', cleo, NOW));
    const second = must(withRole(first, 'clientContact', dora, NOW));
    expect(peopleChanged(first, second, ana.id)).toEqual([
      { kind: 'project.roleGiven', actor: ana.id, content: { people: [cleo.id], role: 'approver' } },
      { kind: 'project.roleGiven', actor: ana.id, content: { people: [dora.id], role: 'clientContact' } },
    ]);
    expect(peopleChanged(second, second, ana.id)).toEqual([]);
  });

  test('the account manager and the deputy run the project, and nobody else', () => {
    const led = must(withRole(project, 'deputy', ben, NOW));
    expect(whoCan(led, 'manageRequests').map(({ name }) => name)).toEqual(['Ana', 'Ben']);
    expect([ana, ben].map((who) => mayDo(led, 'manageRequests', who))).toEqual([true, true]);
    for (const who of [cleo, dora]) {
      const params = { who: [{ name: 'Ana' }, { name: 'Ben' }] };
      expect(mayDo(led, 'manageRequests', who)).toMatchObject({ code: 'project.mayNot', params });
    }
    expect(codeOf(mayDo(project, 'manageRequests', ben))).toBe('project.mayNot');
  });
});

describe('who can be chosen', () => {
  test.each([
    ['client', 'guest', null],
    ['client', 'external', null],
    ['client', 'member', 'asking.inside'],
    ['client', 'bot', 'asking.inside'],
    ['client', 'unknown', 'asking.unknown'],
    ['agency', 'member', null],
    ['agency', 'guest', 'asking.outsider'],
    ['agency', 'external', 'asking.outsider'],
    ['agency', 'unknown', 'asking.unknown'],
  ] as const)('for the %s: a stranger who is a %s', (side, kind, code) => {
    expect(codeOf(partyFor(project, as(dora, kind), side, 'standIn'))).toBe(code);
  });

  test('is first what the roster says, whatever their account is', () => {
    expect(codeOf(partyFor(project, as(cleo, 'member'), 'client', 'standIn'))).toBeNull();
    expect(codeOf(partyFor(project, as(ben, 'guest'), 'agency', 'deputy'))).toBeNull();
    expect(partyFor(project, as(ben, 'guest'), 'client', 'standIn')).toMatchObject({ at: 'standIn' });
  });

  test('both roles are given at once, or neither is', () => {
    const both = { contact: as(cleo, 'guest'), deputy: as(ben, 'member') };
    const given = must(withRoles(project, both, NOW));
    expect([inRole(given, 'clientContact')?.name, inRole(given, 'deputy')?.name]).toEqual(['Cleo', 'Ben']);
    expect(withRoles(project, { ...both, deputy: as(dora, 'external') }, NOW)).toMatchObject({ at: 'deputy' });
    expect(rolesIn(must(withRoles(given, { contact: null, deputy: null }, NOW)))).toEqual(rolesIn(project));
  });
});

describe('an absence', () => {
  const lei = { id: 'lei', name: 'Wang Lei' };
  const gone = (until: string, zone: string) => withAway(must(withOffSlack(project, [lei])), cleo.id, { until, zone });

  test('lasts to the end of its last day, by the clock of whoever is away', () => {
    const inShanghai = awayIn(gone('2026-11-23', 'Asia/Shanghai'), NOW);
    expect([inShanghai(cleo), inShanghai(ben)]).toEqual([true, false]);
    expect(awayIn(gone('2026-11-23', 'Asia/Shanghai'), later(4 * 60))(cleo)).toBe(false);
    expect(awayIn(gone('2026-11-23', 'Europe/London'), later(4 * 60))(cleo)).toBe(true);
    expect(awayIn(gone('2026-11-22', 'Europe/London'), NOW)(cleo)).toBe(false);
  });

  test('can be of somebody who is not on Slack, and ends when they are back', () => {
    const away = withAway(must(withOffSlack(project, [lei])), 'lei', { until: '2026-12-01', zone: 'utc' });
    expect([awayUntil(away, 'lei'), awayIn(away, NOW)(lei)]).toEqual(['2026-12-01', true]);
    expect(awayUntil(withAway(away, 'lei', null), 'lei')).toBeNull();
  });

  test('is on the record with its day, and so is coming back', () => {
    const away = gone('2026-12-01', 'utc');
    const noted = { kind: 'project.personAway', actor: ana.id };
    expect(peopleChanged(project, away, ana.id)).toEqual([
      { ...noted, content: { people: [cleo.id], day: '2026-12-01' } },
    ]);
    const back = withAway(away, cleo.id, null);
    expect(peopleChanged(away, back, ana.id)).toEqual([{ ...noted, content: { people: [cleo.id], day: null } }]);
    expect(peopleChanged(away, withAway(away, cleo.id, { until: '2026-12-01', zone: 'utc' }), ana.id)).toEqual([]);
  });

  test('somebody who is not on Slack is named in the project once', () => {
    const named = must(withOffSlack(project, [lei]));
    expect(must(withOffSlack(named, [lei])).offSlack).toEqual([lei]);
    const many = Array.from({ length: BOUNDS.people }, (_, at) => ({ id: `p${at}`, name: `P${at}` }));
    expect(withOffSlack(named, many)).toMatchObject({ code: 'project.tooManyPeople' });
    expect(must(withOffSlack(named, many.slice(1))).offSlack).toHaveLength(BOUNDS.people);
  });
});
