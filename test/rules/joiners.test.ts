import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BOUNDS } from '../../src/kit/bounds.ts';
import { personKey } from '../../src/kit/person.ts';
import type { Project } from '../../src/project/model.ts';
import { answerJoiner, holds, joined, left, projectWaits, takenOver } from '../../src/project/rules-joiners.ts';
import { sideOf, withMember } from '../../src/project/rules.ts';
import { ana, ben, cleo, codeOf, dora, frozen, later, must, newProject, NOW, someone } from '../support/arbitraries.ts';
import { shared } from '../support/rooms.ts';

const gus = { ...someone('Gus', 'TAGENCY'), outsider: true };
const fay = { ...someone('Fay', 'TAGENCY'), outsider: false };
const otto = { ...someone('Otto', 'TOTHER'), outsider: true };

const holdOf = (project: Project | null) => project?.channels.team.hold ?? null;
const join = (project: Project, who: typeof gus): Project => frozen(joined(project, who, later(1)) ?? project);
const say = (project: Project, who: typeof gus, onTheTeam: boolean): Project =>
  frozen(must(answerJoiner(project, ana, personKey(who.person), onTheTeam, later(2))));
const heldFor = (...people: (typeof gus)[]) => ({ reason: 'outsider', people: people.map(({ person }) => person) });

describe('somebody joins the team channel', () => {
  test('a guest or another company’s person holds the posts, and the manager is asked', () => {
    const project = join(join(newProject(), gus), otto);
    expect(holdOf(project)).toEqual(heldFor(gus, otto));
    const waits = projectWaits(project).map(({ person, kind, about }) => [person, kind, about]);
    const asked = [gus, otto].map((who) => [personKey(ana.person), 'project.joiner', personKey(who.person)]);
    expect(waits).toEqual(asked);
  });

  test('a full member holds nothing, and is asked about all the same', () => {
    const project = join(newProject(), fay);
    expect(holdOf(project)).toBeNull();
    expect(projectWaits(project)).toHaveLength(1);
  });

  test('whoever is on the team, or is asked about already, changes nothing', () => {
    expect(joined(newProject(), { ...ben, outsider: false }, NOW)).toBeNull();
    expect(joined(join(newProject(), gus), gus, later(9))).toBeNull();
  });

  test('the client’s approver does not read along unasked', () => {
    const approver = { ...cleo, role: 'approver', since: NOW.toISOString() } as const;
    const project = { ...newProject(), people: [...newProject().people, approver] };
    const asked = join(project, { ...cleo, outsider: true });
    expect(holdOf(asked)).toEqual(heldFor({ ...cleo, outsider: true }));
    const refused = answerJoiner(asked, ana, personKey(cleo.person), true, NOW);
    expect(refused).toMatchObject({ code: 'project.joinerIsClients' });
    expect(holdOf(say(asked, { ...cleo, outsider: true }, false))).toEqual(heldFor({ ...cleo, outsider: true }));
  });

  test('taking a channel over puts its members on the team and asks about its guests', () => {
    const project = must(takenOver(newProject(), [fay, gus, { ...ben, outsider: false }], NOW));
    expect(sideOf(project, fay.person)).toBe('agency');
    expect([sideOf(project, gus.person), holdOf(project)]).toEqual([null, heldFor(gus)]);
    expect(project.people).toHaveLength(newProject().people.length + 1);
  });

  test('somebody of the client’s in it holds the posts, even with a full account of the agency’s workspace', () => {
    const approver = { ...cleo, role: 'approver', since: NOW.toISOString() } as const;
    const project = frozen({ ...newProject(), people: [...newProject().people, approver] });
    const taken = must(takenOver(project, [{ ...cleo, outsider: false }], NOW));
    expect(holdOf(taken)).toEqual(heldFor({ ...cleo, outsider: false }));
  });

  test('a channel with more members than a project holds is not taken over', () => {
    const crowd = Array.from({ length: BOUNDS.people }, (_, at) => ({
      ...someone(`${at}`, 'TAGENCY'),
      outsider: false,
    }));
    expect(codeOf(takenOver(newProject(), crowd, NOW))).toBe('project.tooManyPeople');
  });
});

describe('the answer about a joiner', () => {
  const asked = join(newProject(), gus);

  test('on the team: posts go on, and they are on the agency’s side', () => {
    const project = say(asked, gus, true);
    expect([holdOf(project), sideOf(project, gus.person), projectWaits(project)]).toEqual([null, 'agency', []]);
  });

  test('not on the team: posts stay held until they have left', () => {
    const project = say(asked, gus, false);
    expect([holdOf(project), sideOf(project, gus.person)]).toEqual([heldFor(gus), null]);
    expect(holdOf(left(project, gus.person))).toBeNull();
  });

  test('not on the team: it is kept, and nobody is asked any more', () => {
    const project = say(asked, gus, false);
    expect([project.joiners, projectWaits(project)]).toMatchObject([[{ answer: 'notOnTheTeam' }], []]);
    const again = answerJoiner(project, ana, personKey(gus.person), true, NOW);
    expect(codeOf(again)).toBe('project.joinerAnswered');
  });

  test('is about the one who was asked about: nobody else is let in or sent away with them', () => {
    for (const onTheTeam of [true, false]) {
      const project = say(join(asked, otto), otto, onTheTeam);
      expect(holdOf(project)).toEqual(onTheTeam ? heldFor(gus) : heldFor(gus, otto));
      expect(projectWaits(project).map(({ about }) => about)).toEqual([personKey(gus.person)]);
      expect(sideOf(project, gus.person)).toBeNull();
    }
  });

  test('leaving unanswered lets posts go on too', () => {
    const project = left(asked, gus.person);
    expect([holdOf(project), project?.joiners]).toEqual([null, []]);
    expect(left(newProject(), gus.person)).toBeNull();
  });

  test('somebody who was sent away and comes back is asked about again', () => {
    const back = join(say(asked, gus, false), gus);
    expect([holdOf(back), projectWaits(back), back.joiners]).toMatchObject([heldFor(gus), [{}], [{ answer: null }]]);
  });

  test('is the manager’s: everybody else is told whose', () => {
    const params = { who: [{ person: ana.person, name: 'Ana' }] };
    for (const who of [ben, cleo, dora, gus]) {
      const refused = answerJoiner(asked, who, personKey(gus.person), true, NOW);
      expect(refused).toMatchObject({ code: 'project.mayNot', params });
    }
  });

  test('is not awaited any more once they were put on the team otherwise; for the client it still is', () => {
    const added = frozen(must(withMember(join(newProject(), fay), fay, 'teamMember', later(2))));
    expect([projectWaits(added), added.joiners]).toMatchObject([[], [{ person: fay.person, answer: 'onTheTeam' }]]);
    expect(codeOf(answerJoiner(added, ana, personKey(fay.person), true, NOW))).toBe('project.joinerAnswered');
    const approving = must(withMember(asked, gus, 'approver', later(2)));
    expect([projectWaits(approving).length, holdOf(approving)]).toEqual([1, heldFor(gus)]);
  });

  test('is given once, and only about somebody who is there', () => {
    const about = personKey(gus.person);
    for (const onTheTeam of [true, false]) {
      expect(codeOf(answerJoiner(say(asked, gus, true), ana, about, onTheTeam, NOW))).toBe('project.joinerAnswered');
    }
    expect(codeOf(answerJoiner(newProject(), ana, about, true, NOW))).toBe('project.joinerAnswered');
  });
});

describe('a team channel that is shared with another company', () => {
  const held = must(shared(newProject(), true) ?? newProject());

  test('holds the posts, whoever joins or leaves, until it is no longer shared', () => {
    expect(holdOf(held)).toEqual({ reason: 'shared', people: [] });
    const joinedMeanwhile = join(held, gus);
    expect(holdOf(joinedMeanwhile)).toEqual({ reason: 'shared', people: [] });
    expect(holdOf(shared(joinedMeanwhile, false))).toEqual(heldFor(gus));
    expect(holdOf(shared(held, false))).toBeNull();
  });

  test('told twice, it is one change', () => {
    expect([shared(held, true), shared(newProject(), false)]).toEqual([null, null]);
    expect(shared(join(newProject(), gus), false)).toBeNull();
  });
});

test('posts are held exactly while it is shared or an outsider is there who is not on the team', () => {
  type Move = { is: 'join' | 'leave' | 'yes' | 'no' | 'share' | 'unshare'; who: typeof gus };
  const move = fc.record<Move>({
    is: fc.constantFrom('join', 'join', 'leave', 'yes', 'no', 'share', 'unshare'),
    who: fc.constantFrom(gus, fay, otto),
  });
  const after = (project: Project, { is, who }: Move): Project => {
    if (is === 'join') return joined(project, who, NOW) ?? project;
    if (is === 'leave') return left(project, who.person) ?? project;
    if (is === 'share' || is === 'unshare') return shared(project, is === 'share') ?? project;
    const answered = answerJoiner(project, ana, personKey(who.person), is === 'yes', NOW);
    return 'refused' in answered ? project : answered;
  };
  fc.assert(
    fc.property(fc.array(move, { maxLength: 40, size: 'max' }), (moves) => {
      let project = newProject();
      const there = new Set<typeof gus>();
      let isShared = false;
      for (const one of moves) {
        const before = project;
        project = frozen(after(project, one));
        if (one.is === 'join') there.add(one.who);
        if (one.is === 'leave') there.delete(one.who);
        if (one.is === 'share' || one.is === 'unshare') isShared = one.is === 'share';
        const strangers = [...there].filter((who) => who.outsider && sideOf(project, who.person) !== 'agency');
        expect(holdOf(project) !== null).toBe(isShared || strangers.length > 0);
        const said = holds(before, project).map(({ kind }) => kind);
        const was = holdOf(before) !== null;
        const is = holdOf(project) !== null;
        const expected = is ? 'project.postsHeld' : 'project.postsReleased';
        expect(said).toEqual(was === is ? [] : [expected]);
      }
    }),
    { numRuns: 300 },
  );
});
