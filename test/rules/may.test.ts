import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { LOCALES } from '../../src/kit/locale.ts';
import type { Project } from '../../src/project/model.ts';
import type { Member, Role } from '../../src/project/model-people.ts';
import { type Act, MAY, type Standing, STANDINGS } from '../../src/project/model-may.ts';
import { mayDo, standingsOf, type Who, whoCan } from '../../src/project/rules-may.ts';
import { mayWords } from '../../src/project/words-may.ts';
import { frozen, later, newProject, NOW, someone } from '../support/arbitraries.ts';
import { EXTERNALS, GUESTS, type Kind, KINDS, PROMISED, ROLE_OF } from '../support/kinds.ts';

const ACTS = Object.keys(PROMISED) as Act[];

const actor = (kind: Kind) => someone(kind, EXTERNALS.includes(kind) ? 'TCLIENT' : 'TAGENCY');
const memberAs = (kind: Kind, role: Role): Member => ({
  ...actor(kind),
  role,
  since: NOW.toISOString(),
  ...(kind === 'deactivated' ? { gone: { since: NOW.toISOString() } } : {}),
});

function kindOf(kind: Kind): NonNullable<Who['kind']> {
  if (EXTERNALS.includes(kind)) return 'external';
  return GUESTS.includes(kind) ? 'guest' : 'member';
}
const who = (kind: Kind): Who => ({
  person: actor(kind).person,
  kind: kindOf(kind),
  isAdministrator: kind === 'administrator',
  at: NOW,
});

/** With one of each kind, and nobody else. */
const project: Project = frozen({
  ...newProject(),
  people: KINDS.flatMap((kind) => {
    const role = ROLE_OF[kind];
    return role ? [memberAs(kind, role)] : [];
  }),
  joiners: (['colleagueWhoJoined', 'guestWhoJoined'] as const).map((kind) => ({
    ...actor(kind),
    outsider: kind === 'guestWhoJoined',
    askedAt: NOW.toISOString(),
    answer: null,
  })),
});

const changed = (kind: Kind, change: Partial<Member>): Project => ({
  ...project,
  people: project.people.map((one) => (one.person.user === actor(kind).person.user ? { ...one, ...change } : one)),
});
const CASES = ACTS.flatMap((act) => KINDS.map((kind) => [act, kind, PROMISED[act].includes(kind)] as const));

describe('who may do what', () => {
  test('is promised for everything that can be done', () => {
    expect(Object.keys(MAY).toSorted()).toEqual(ACTS.toSorted());
  });

  test.each(CASES)('%s: the %s may: %s', (act, kind, may) => {
    expect(mayDo(project, act, who(kind)) === true).toBe(may);
  });

  test('is nothing internal for anybody of the client’s or of nobody’s, whatever else they are', () => {
    const theirs: readonly Act[] = ['answerAsClient', 'readClientRecord', 'askAgency'];
    for (const act of ACTS.filter((one) => !theirs.includes(one))) {
      for (const kind of ['clientContact', 'approver', 'clientMember'] as const) {
        const disguised = { ...who(kind), kind: 'member', isAdministrator: true } as const;
        expect([act, kind, mayDo(project, act, disguised) === true]).toEqual([act, kind, false]);
      }
    }
  });

  test('is not more for a partner agency because an administrator is among its people', () => {
    expect(standingsOf(project, { ...who('partnersPerson'), isAdministrator: true })).toEqual(['partner']);
  });

  test('is nothing for whoever is gone, even as an administrator', () => {
    for (const act of ACTS)
      expect(mayDo(project, act, { ...who('deactivated'), isAdministrator: true })).not.toBe(true);
  });

  test('is what a role says, and what an administrator may besides', () => {
    const both = standingsOf(project, { ...who('teamMember'), isAdministrator: true });
    expect(both).toEqual(['teamMember', 'administrator']);
  });

  test('is nothing by what somebody is to the workspace, where that is not known', () => {
    const { person } = actor('colleague');
    expect(standingsOf(project, { person })).toEqual(['stranger']);
    expect(standingsOf(project, { person, kind: 'unknown' })).toEqual(['stranger']);
    expect(standingsOf(project, { person, kind: 'bot' })).toEqual(['stranger']);
  });
});

describe('a refusal', () => {
  test('says what was tried, who can, and in this project who they are, those who run it first', () => {
    expect(mayDo(project, 'managePeople', who('freelancer'))).toMatchObject({
      code: 'project.mayNot',
      params: {
        act: { named: ['act.managePeople'] },
        roles: { named: ['may.accountManager', 'may.deputy', 'may.accountDirector', 'may.administrator'] },
        who: [{ name: 'accountManager' }, { name: 'deputy' }, { name: 'accountDirector' }],
      },
    });
  });

  test('of what the whole team may names the team as one, and those who run the project', () => {
    expect(mayDo(project, 'writeBrief', who('approver'))).toMatchObject({
      code: 'project.mayNot',
      params: { roles: { named: ['may.teamMember'] }, who: [{ name: 'accountManager' }, { name: 'deputy' }] },
    });
  });

  test('of what is for the agency to see names the agency, and nothing of who else may', () => {
    for (const kind of ['clientMember', 'unknownExternal'] as const) {
      expect(mayDo(project, 'see', who(kind))).toMatchObject({
        code: 'project.mayNot',
        params: { roles: { named: ['may.colleague'] }, who: [{ name: 'accountManager' }, { name: 'deputy' }] },
      });
    }
  });

  test('of what the whole team may tells whoever is on no roster how they come to be on the team, and who says so', () => {
    for (const kind of ['colleague', 'guestWhoJoined', 'unknownExternal'] as const) {
      expect(mayDo(project, 'writeBrief', who(kind))).toMatchObject({
        code: 'project.onlyTeam',
        params: { act: { named: ['act.writeBrief'] }, who: [{ name: 'accountManager' }] },
      });
    }
  });

  test('names nobody who is gone, and whoever stands in for somebody who is away', () => {
    const [manager, deputy] = [actor('accountManager'), actor('deputy')];
    expect(whoCan(changed('accountManager', { gone: { since: NOW.toISOString() } }), 'startStage')).toEqual([]);
    const away = changed('accountManager', { away: { until: '2026-11-23' }, standIn: deputy });
    expect(whoCan(away, 'startStage', NOW).map(({ id }) => id)).toEqual([deputy.id]);
    expect(whoCan(away, 'sendToClient', NOW).map(({ id }) => id)).toEqual([deputy.id]);
    expect(whoCan(away, 'startStage', later(24 * 60)).map(({ id }) => id)).toEqual([manager.id]);
    expect(whoCan(away, 'startStage').map(({ id }) => id)).toEqual([manager.id]);
  });
});

describe('whoever stands in for somebody of the agency', () => {
  const standingIn = (kind: Kind, forWhom: Kind = 'accountManager', more: Partial<Member> = {}) =>
    changed(forWhom, { away: { until: '2026-11-23', zone: 'Europe/London' }, standIn: actor(kind), ...more });

  test('may what they may, as long as they are away, and not longer', () => {
    const covered = standingIn('teamMember');
    expect(mayDo(covered, 'startStage', who('teamMember'))).toBe(true);
    expect(mayDo(covered, 'startStage', { ...who('teamMember'), at: later(24 * 60) })).not.toBe(true);
    expect(mayDo(standingIn('teamMember', 'accountManager', { away: null }), 'startStage', who('teamMember'))).not.toBe(
      true,
    );
    expect(standingsOf(covered, who('teamMember'))).toEqual(['teamMember', 'accountManager']);
  });

  test('may not where nobody says when it is', () => {
    expect(mayDo(standingIn('teamMember'), 'startStage', { person: actor('teamMember').person })).not.toBe(true);
  });

  test('keeps their own rights, and so does whoever is away', () => {
    const covered = standingIn('teamMember', 'deputy');
    expect(mayDo(covered, 'writeBrief', who('teamMember'))).toBe(true);
    expect(mayDo(covered, 'sendToClient', who('deputy'))).toBe(true);
  });

  test('may as a colleague, too, who is on no roster', () => {
    expect(mayDo(standingIn('colleague'), 'startStage', who('colleague'))).toBe(true);
  });

  test.each(['partnersPerson', 'approver', 'clientMember', 'unknownGuest', 'unknownExternal', 'deactivated'] as const)(
    'is nothing more than before where they are the %s',
    (kind) => {
      const before = standingsOf(project, who(kind));
      expect(standingsOf(standingIn(kind), who(kind))).toEqual(before);
    },
  );

  test('has nothing of somebody who is gone, and nothing of the client’s people', () => {
    const gone = standingIn('teamMember', 'accountManager', { gone: { since: NOW.toISOString() } });
    expect(mayDo(gone, 'startStage', who('teamMember'))).not.toBe(true);
    expect(standingsOf(standingIn('teamMember', 'approver'), who('teamMember'))).toEqual(['teamMember']);
  });

  test('does not hand on what they stand in for', () => {
    const covered = standingIn('deputy');
    const chained = {
      ...covered,
      people: covered.people.map((one) =>
        one.role === 'deputy' ? { ...one, away: { until: '2026-11-23' }, standIn: actor('teamMember') } : one,
      ),
    };
    expect(standingsOf(chained, who('teamMember'))).toEqual(['teamMember', 'deputy']);
  });
});

describe('the table in docs/product.md', () => {
  const docs = readFileSync(new URL('../../docs/product.md', import.meta.url), 'utf8');
  const words = mayWords.in('en');
  const cells = (line: string) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
  const lines = docs
    .split(/^### Who may do what$/mu)[1]
    ?.split(/^#/mu)[0]
    ?.split('\n')
    .filter((line) => line.startsWith('|'));
  const [head = [], , ...rows] = (lines ?? []).map(cells);

  test('has a column for everything that somebody can be', () => {
    expect(head.slice(1)).toEqual(STANDINGS.map((one) => words[`may.${one}`]()));
  });

  test('says of each act what the rules say', () => {
    const allowed = (act: Act): readonly Standing[] => MAY[act];
    expect(rows).toEqual(
      ACTS.map((act) => [words[`act.${act}`](), ...STANDINGS.map((one) => (allowed(act).includes(one) ? '✓' : ''))]),
    );
  });

  test('is worded in every language', () => {
    for (const locale of LOCALES) {
      const all = mayWords.in(locale);
      for (const act of ACTS) expect(all[`act.${act}`]()).not.toBe('');
    }
  });
});
