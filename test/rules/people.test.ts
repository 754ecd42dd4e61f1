import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isRefusal } from '../../src/kit/refusal.ts';
import { samePerson } from '../../src/kit/person.ts';
import { type Project, projectSchema } from '../../src/project/model.ts';
import { SIDE_OF } from '../../src/project/model-people.ts';
import { managing, sideOf } from '../../src/project/rules.ts';
import { MAY } from '../../src/project/rules-may.ts';
import { mayLines } from '../../src/people/rules-listed.ts';
import { rosterChanged } from '../../src/people/rules-recorded.ts';
import { addPerson, changePerson, removePerson, replacePerson } from '../../src/people/rules-roster.ts';
import { withoutSupplier, withSupplier } from '../../src/people/rules-suppliers.ts';
import { ana, ben, cleo, codeOf, frozen, must, newProject, NOW, sentBrief, drafted } from '../support/arbitraries.ts';
import { after, BY, CAST, found, project, STAYING, steps } from '../support/roster.ts';

const byBen = { ...BY, person: ben.person };
const add = (name: string, role: Parameters<typeof addPerson>[1]['role'], by: typeof BY | typeof byBen = BY) =>
  addPerson(project(), { found: found(name), role, craft: null }, by, NOW);
const roles = ({ people }: Project) => Object.fromEntries(people.map(({ name, role }) => [name, role]));
const finders = ({ brief }: Project) =>
  (brief?.lines ?? []).flatMap((line) => (line.state === 'notKnown' ? [line.finder] : []));

/** All that names somebody who works on the project. */
const handsOf = (one: Project) => ({
  finders: finders(one),
  minders: (one.suppliers ?? []).map(({ minder }) => minder),
  standIns: one.people.flatMap(({ standIn }) => (standIn ? [standIn] : [])),
});

describe('whatever is done to a roster', () => {
  test('nobody is on two sides or there twice, and it can be stored', () => {
    fc.assert(
      fc.property(steps, (list) => {
        let now = project();
        const sides = new Map<string, string>();
        for (const step of list) {
          now = after(now, step);
          for (const { id, role } of now.people) {
            // Whoever has left may come back on another side; whoever stays is where they were.
            const before = sides.get(id);
            if (before !== undefined) expect(SIDE_OF[role]).toBe(before);
          }
          sides.clear();
          for (const { id, role } of now.people) sides.set(id, SIDE_OF[role]);
          expect(sides.size).toBe(now.people.length);
        }
        expect(projectSchema.parse(now)).toEqual(now);
      }),
    );
  });

  test('there is an account manager at all times, and one deputy and one client contact at most', () => {
    fc.assert(
      fc.property(steps, (list) => {
        let now = project();
        for (const step of list) {
          now = after(now, step);
          expect(managing(now).length).toBeGreaterThan(0);
          for (const role of ['deputy', 'clientContact'] as const)
            expect(now.people.filter((one) => one.role === role).length).toBeLessThan(2);
        }
      }),
    );
  });

  test('nothing is left in the hands of whoever is not on the team, and nobody stands in for themselves', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const now = list.reduce(after, project());
        const { finders: finding, minders } = handsOf(now);
        for (const person of finding) expect(sideOf(now, person)).toBe('agency');
        for (const id of minders) expect(now.people.some((one) => one.id === id)).toBe(true);
        for (const member of now.people) {
          const { standIn } = member;
          if (!standIn) continue;
          expect(standIn.id).not.toBe(member.id);
          expect(sideOf(now, standIn.person)).not.toBe('client');
        }
      }),
    );
  });

  test('everybody whom the record names is known by name for ever', () => {
    fc.assert(
      fc.property(steps, (list) => {
        let now = project();
        for (const step of list) {
          const next = after(now, step);
          const named = rosterChanged(now, next, ana.id).flatMap(
            ({ content }) => (content['people'] ?? []) as string[],
          );
          const known = [...next.people, ...(next.former ?? [])].map(({ id }) => id);
          expect(named.filter((id) => !known.includes(id))).toEqual([]);
          now = next;
        }
      }),
    );
  });
});

describe('somebody new', () => {
  test.each([
    ['Gus', 'deputy', null],
    ['Gus', 'approver', 'people.inside'],
    ['Gus', 'partner', 'people.inside'],
    ['Dora', 'clientContact', null],
    ['Dora', 'partner', null],
    ['Dora', 'teamMember', 'people.outsider'],
    ['Kim', 'clientMember', null],
    // A guest may be a freelancer: the account manager vouches for them.
    ['Kim', 'teamMember', null],
    ['Ben', 'deputy', 'people.onRoster'],
    ['Cleo', 'teamMember', 'project.roleOtherSide'],
    ['Ben', 'clientMember', 'project.roleOtherSide'],
  ] as const)('%s as %s', (name, role, code) => {
    expect(codeOf(add(name, role))).toBe(code);
  });

  test('whom Slack has not told of yet, and an app, are refused at their question', () => {
    const adding = (kind: string) =>
      addPerson(project(), { found: { ...found('Gus'), kind }, role: 'teamMember', craft: null }, BY, NOW);
    expect(adding('unknown')).toMatchObject({ code: 'people.notKnown', at: 'person' });
    expect(adding('bot')).toMatchObject({ code: 'people.isBot', at: 'person' });
  });

  test('is added by whoever may manage people; a freelancer by the account manager alone', () => {
    expect(codeOf(add('Gus', 'teamMember', byBen))).toBe('project.mayNot');
    const deputy = must(
      changePerson(project(), { id: ben.id, role: 'deputy', craft: null, standIn: null, away: null }, BY),
    );
    const adding = (name: string) =>
      addPerson(deputy, { found: found(name), role: 'teamMember', craft: null }, byBen, NOW);
    expect(codeOf(adding('Gus'))).toBeNull();
    expect(adding('Kim')).toMatchObject({ refused: true, at: 'person' });
  });

  test('who joined the channel before is no longer waited for, and posts go on', () => {
    const joiner = { ...found('Kim'), outsider: true, askedAt: NOW.toISOString(), answer: 'notOnTheTeam' } as const;
    const held = { ...project(), joiners: [joiner] };
    const hold = { reason: 'outsider' as const, people: [joiner.person] };
    const before = { ...held, channels: { ...held.channels, team: { ...held.channels.team, hold } } };
    const next = must(addPerson(before, { found: found('Kim'), role: 'teamMember', craft: 'creative' }, BY, NOW));
    expect(next.channels.team.hold).toBeNull();
    expect(next.people.at(-1)).toMatchObject({ name: 'Kim', craft: 'creative' });
  });
});

describe('the last account manager', () => {
  test('cannot be removed, nor be made something else, only be replaced', () => {
    expect(codeOf(removePerson(project(), ana.id, BY, STAYING))).toBe('people.lastManager');
    const demoted = changePerson(
      project(),
      { id: ana.id, role: 'teamMember', craft: null, standIn: null, away: null },
      BY,
    );
    expect(demoted).toMatchObject({ code: 'people.lastManager', at: 'role' });
    expect(roles(must(replacePerson(project(), ana.id, found('Gus'), BY, STAYING)))).toEqual({
      Ben: 'teamMember',
      Cleo: 'approver',
      Gus: 'accountManager',
    });
  });

  test('is the last one, too, where the other one has left Slack', () => {
    const two = must(add('Gus', 'accountManager'));
    const gone = { since: NOW.toISOString() };
    const people = two.people.map((one) => (one.name === 'Gus' ? { ...one, gone } : one));
    expect(codeOf(removePerson({ ...two, people }, ana.id, BY, STAYING))).toBe('people.lastManager');
    expect(codeOf(removePerson({ ...two, people }, found('Gus').id, BY, STAYING))).toBeNull();
  });
});

describe('somebody who is replaced', () => {
  const out = project();
  const next = must(replacePerson(out, ben.id, found('Gus'), BY, STAYING));

  test('has nothing left: what they found out, minded and were is the other one’s', () => {
    expect(finders(out)).toHaveLength(2);
    expect(finders(next)).toEqual([found('Gus').person, found('Gus').person]);
    expect(next.suppliers?.[0]?.minder).toBe(found('Gus').id);
    expect(roles(next)).toEqual({ Ana: 'accountManager', Gus: 'teamMember', Cleo: 'approver' });
    expect(next.former).toEqual([{ person: ben.person, id: ben.id, name: 'Ben' }]);
    expect(codeOf(replacePerson(next, ben.id, found('Gus'), BY, STAYING))).toBe('people.notOnRoster');
  });

  test('by somebody who was on the project loses them nothing', () => {
    const deputy = must(add('Gus', 'deputy'));
    expect(roles(must(replacePerson(deputy, ben.id, found('Gus'), BY, STAYING)))).toMatchObject({ Gus: 'deputy' });
    const raised = must(replacePerson(deputy, found('Gus').id, found('Ben'), BY, STAYING));
    expect(roles(raised)).toEqual({ Ana: 'accountManager', Ben: 'deputy', Cleo: 'approver' });
  });

  test('cannot be by themselves, nor by the other side', () => {
    expect(replacePerson(out, ben.id, found('Ben'), BY, STAYING)).toMatchObject({
      code: 'people.themselves',
      at: 'replaceWith',
    });
    expect(replacePerson(out, ben.id, found('Cleo'), BY, STAYING)).toMatchObject({ code: 'project.roleOtherSide' });
  });

  test('who is asked for an answer now is replaced where that is decided', () => {
    const asked = sentBrief(drafted(newProject()));
    expect(codeOf(replacePerson(asked, cleo.id, found('Dora'), BY, STAYING))).toBe('people.isAsked');
    expect(codeOf(removePerson(asked, cleo.id, BY, STAYING))).toBe('people.isAsked');
  });
});

describe('somebody who is removed', () => {
  const backed = must(
    changePerson(project(), { id: ana.id, role: 'accountManager', craft: null, standIn: found('Ben'), away: null }, BY),
  );

  test('leaves what they had to do to the account manager, who stands in for nobody but others', () => {
    const two = must(addPerson(backed, { found: found('Gus'), role: 'teamMember', craft: null }, BY, NOW));
    const both = must(
      changePerson(
        two,
        { id: found('Gus').id, role: 'teamMember', craft: null, standIn: found('Ben'), away: null },
        BY,
      ),
    );
    const next = must(removePerson(both, ben.id, BY, STAYING));
    expect(handsOf(next)).toEqual({
      finders: [ana.person, ana.person],
      minders: [ana.id],
      standIns: [{ person: ana.person, id: ana.id, name: 'Ana' }],
    });
    expect(next.people.find(({ id }) => id === ana.id)?.standIn).toBeNull();
    expect(next.former?.map(({ name }) => name)).toEqual(['Ben']);
  });

  test('is not the only account manager there is, though Slack knows them no more', () => {
    const people = backed.people.map((one) =>
      one.id === ana.id ? { ...one, gone: { since: NOW.toISOString() } } : one,
    );
    const admin = { ...BY, person: found('Gus').person, isAdministrator: true };
    expect(codeOf(removePerson({ ...backed, people }, ana.id, admin, STAYING))).toBe('people.lastManager');
    const next = must(replacePerson({ ...backed, people }, ana.id, found('Gus'), admin, STAYING));
    expect(managing(next).map(({ name }) => name)).toEqual(['Gus']);
  });
});

describe('a guest who is removed', () => {
  const freelancer = must(add('Kim', 'teamMember'));
  const removed = (outsider: boolean) =>
    must(removePerson(freelancer, found('Kim').id, BY, { staying: { outsider }, now: NOW }));

  test('and goes on reading along holds the posts', () => {
    expect(removed(true).channels.team.hold).toMatchObject({ reason: 'outsider', people: [found('Kim').person] });
    expect(removed(false).channels.team.hold).toBeNull();
  });
});

test('a stand-in is of the agency: neither themselves, nor the client’s, nor a guest who is on no side', () => {
  const naming = (name: string) =>
    changePerson(project(), { id: ben.id, role: 'teamMember', craft: null, standIn: found(name), away: null }, BY);
  expect(CAST.filter(({ name }) => !isRefusal(naming(name ?? ''))).map(({ name }) => name)).toEqual([
    'Ana',
    'Gus',
    'Hana',
  ]);
  expect(naming('Kim')).toMatchObject({ code: 'people.cannotStandIn', at: 'standIn' });
});

test('crafts and stand-ins of the client’s people are nobody’s business here', () => {
  const change = { id: cleo.id, role: 'clientMember', craft: 'creative', standIn: found('Gus'), away: null } as const;
  const next = must(changePerson(project(), change, BY));
  expect(next.people.find(({ id }) => id === cleo.id)).toEqual({
    ...project().people.find(({ id }) => id === cleo.id),
    role: 'clientMember',
  });
});

test('a supplier is looked after by somebody of the agency’s side', () => {
  const supplying = (name: string) => ({ id: 's2', name: 'Print', supplies: 'Posters', minder: found(name) });
  expect(withSupplier(project(), supplying('Cleo'), BY)).toMatchObject({ code: 'people.cannotMind', at: 'minder' });
  expect(codeOf(withSupplier(project(), supplying('Gus'), BY))).toBe('people.cannotMind');
  expect(codeOf(withSupplier(project(), supplying('Ben'), byBen))).toBe('project.mayNot');
  const two = must(withSupplier(project(), supplying('Ana'), BY));
  expect(two.suppliers?.map(({ name, minder }) => [name, minder])).toEqual([
    ['Riverside', ben.id],
    ['Print', ana.id],
  ]);
  const again = must(withSupplier(two, supplying('Ben'), BY));
  expect(again.suppliers?.map(({ minder }) => minder)).toEqual([ben.id, ben.id]);
  expect(must(withoutSupplier(again, 's2', BY)).suppliers).toHaveLength(1);
  expect(codeOf(withoutSupplier(must(withoutSupplier(again, 's2', BY)), 's2', BY))).toBe('people.noSupplier');
  expect(rosterChanged(two, again, ana.id)).toEqual([
    { kind: 'project.supplierAdded', actor: ana.id, content: { supplier: 'Print', people: [ben.id] } },
  ]);
});

test('who may do what is listed as the table has it: every act once, and nobody more or less', () => {
  const lines = mayLines();
  const acts = lines.flatMap(({ acts: some }) => some);
  expect(acts.toSorted()).toEqual(Object.keys(MAY).toSorted());
  for (const { who, acts: some } of lines) {
    for (const act of some) expect(who.every((one) => (MAY[act] as readonly string[]).includes(one))).toBe(true);
  }
  expect(lines.length).toBeLessThan(12);
});

test('the same person is found under one id only', () => {
  const ids = frozen(project()).people.map(({ person }) => person);
  expect(ids.filter((one, index) => ids.findIndex((other) => samePerson(one, other)) !== index)).toEqual([]);
});
