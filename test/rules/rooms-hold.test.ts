import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { personKey } from '../../src/kit/person.ts';
import { isRefusal } from '../../src/kit/refusal.ts';
import type { Project } from '../../src/project/model.ts';
import { answerJoiner } from '../../src/project/rules-joiners.ts';
import { type Actor, sideOf, withMember } from '../../src/project/rules.ts';
import { afterLook, holdOf, holdsNoted, obstacleIn, type RoomLook, type Told } from '../../src/rooms/rules-hold.ts';
import { ana, ben, cleo, frozen, later, must, newProject, NOW, someone } from '../support/arbitraries.ts';

type There = Actor & { kind: string };
type Seen = Extract<RoomLook, { seen: true }>;
const member = (who: Actor): There => ({ ...who, kind: 'member' });
const gus: There = { ...someone('Gus', 'TAGENCY'), kind: 'guest' };
const otto: There = { ...someone('Otto', 'TOTHER'), kind: 'external' };
const TEAM: Seen = {
  seen: true,
  isMember: true,
  isArchived: false,
  isFrozen: false,
  isShared: false,
  isPrivate: true,
  members: [member(ana), member(ben)],
  more: false,
};
const UNSEEN: RoomLook = { seen: false };

/** A project after one look after the other. */
const looked = (project: Project, looks: readonly RoomLook[], told: Told = {}): Project =>
  looks.reduce((next, look) => frozen(afterLook(next, 'team', { look, told, now: NOW }) ?? next), project);

/** With Cleo, of another company, in a client channel of its own. */
function withClient(): Project {
  const joined = must(withMember(newProject(), cleo, 'approver', NOW));
  return frozen({ ...joined, channels: { ...joined.channels, client: { id: 'CCLIENT', language: 'en', hold: null } } });
}
const CLIENT: Seen = { ...TEAM, isShared: true, members: [member(ana), { ...cleo, kind: 'external' }] };
const lookedAtClient = (project: Project, look: RoomLook, told: Told = {}) =>
  frozen(afterLook(project, 'client', { look, told, now: NOW }) ?? project);

describe('a team channel', () => {
  test.each([
    ['archived', { ...TEAM, isArchived: true }],
    ['shared', { ...TEAM, isShared: true }],
    ['public', { ...TEAM, isPrivate: false }],
    ['severed', { ...TEAM, isFrozen: true }],
    ['removed', { ...TEAM, isMember: false }],
    ['removed', UNSEEN],
    ['outsider', { ...TEAM, members: [...TEAM.members, gus] }],
  ] as const)('is held as %s for as long as that is seen, and no longer', (reason, look) => {
    const held = looked(newProject(), [look]);
    expect(holdOf(held, 'team')).toBe(reason);
    expect(holdOf(looked(held, [TEAM]), 'team')).toBeNull();
  });

  test('that is deleted stays deleted, whichever event comes first', () => {
    const deleted = looked(looked(newProject(), [UNSEEN]), [UNSEEN], { isDeleted: true });
    expect(holdOf(deleted, 'team')).toBe('deleted');
    expect(holdOf(looked(deleted, [UNSEEN]), 'team')).toBe('deleted');
  });

  test('is not freed for an outsider who came while it was archived, nor for one who came while Liaison was out', () => {
    for (const over of [{ ...TEAM, isArchived: true }, UNSEEN] as const) {
      const back = looked(newProject(), [over, { ...TEAM, members: [...TEAM.members, otto] }]);
      expect(back.channels.team.hold).toEqual({ reason: 'outsider', people: [otto.person] });
      expect(back.joiners).toMatchObject([{ person: otto.person, outsider: true, answer: null }]);
    }
  });

  test('stays archived when the outsider in it is spoken for, and is free of both afterwards', () => {
    const archived = { ...TEAM, isArchived: true, members: [...TEAM.members, gus] };
    const held = looked(newProject(), [{ ...archived, isArchived: false }, archived]);
    const answered = must(answerJoiner(held, ana, personKey(gus.person), true, later(1)));
    expect([holdOf(held, 'team'), holdOf(answered, 'team')]).toEqual(['archived', 'archived']);
    expect(holdOf(looked(answered, [{ ...archived, isArchived: false }]), 'team')).toBeNull();
  });

  test('whose members are too many to be named keeps whoever was asked about, until they are told to have left', () => {
    const more = { ...TEAM, more: true };
    const asked = looked(newProject(), [more], { joined: gus });
    expect(holdOf(looked(asked, [more]), 'team')).toBe('outsider');
    expect(holdOf(looked(asked, [more], { left: gus.person }), 'team')).toBeNull();
  });

  test('asks again about somebody who was taken off the roster and still reads along', () => {
    const seen = { ...TEAM, members: [...TEAM.members, gus] };
    const answered = must(answerJoiner(looked(newProject(), [seen]), ana, personKey(gus.person), true, NOW));
    const removed = { ...answered, people: answered.people.filter(({ id }) => id !== gus.id) };
    expect(looked(removed, [seen])).toMatchObject({
      channels: { team: { hold: { reason: 'outsider' } } },
      joiners: [{ answer: null }],
    });
  });

  test('of a job is held for what is in the room; people are asked about in its project alone', () => {
    const job = { ...newProject('job'), parent: { project: 'p0', name: 'Spring launch', number: 1 } };
    expect(looked(job, [{ ...TEAM, members: [...TEAM.members, gus] }])).toEqual(job);
    expect(holdOf(looked(job, [{ ...TEAM, isShared: true }]), 'team')).toBe('shared');
  });
});

describe('a client channel', () => {
  test('is held where Liaison cannot post or the client cannot read; being shared or public is what it is for', () => {
    const project = withClient();
    const isPublic = { ...CLIENT, isPrivate: false };
    expect([CLIENT, isPublic].map((look) => holdOf(lookedAtClient(project, look), 'client'))).toEqual([null, null]);
    const looks = [
      UNSEEN,
      { ...CLIENT, isMember: false },
      { ...CLIENT, isArchived: true },
      { ...CLIENT, isFrozen: true },
    ];
    const reasons = looks.map((look) => holdOf(lookedAtClient(project, look), 'client'));
    expect(reasons).toEqual(['removed', 'removed', 'archived', 'severed']);
    expect(holdOf(lookedAtClient(project, UNSEEN, { isDeleted: true }), 'client')).toBe('deleted');
  });

  test('that was unshared is severed once nobody of the client is in it, and free when it is shared again', () => {
    const unshared = { ...CLIENT, isShared: false, members: [member(ana)] };
    const held = lookedAtClient(withClient(), unshared);
    expect(holdOf(held, 'client')).toBe('severed');
    expect(holdOf(lookedAtClient(held, CLIENT), 'client')).toBeNull();
    // A guest of the client's still reads it.
    const guest = { ...unshared, members: [member(ana), gus] };
    expect(holdOf(lookedAtClient(withClient(), guest), 'client')).toBeNull();
  });

  test('into which nobody has come yet is not severed: its invitation is on the way', () => {
    const project = withClient();
    const { client } = project.channels;
    const invite = {
      id: 'i1',
      to: 'dana@acme.example',
      person: null,
      state: 'pending',
      at: NOW.toISOString(),
    } as const;
    const invited = {
      ...project,
      channels: { ...project.channels, client: client && { ...client, invites: [invite] } },
    };
    const empty = { ...CLIENT, isShared: false, members: [member(ana)] };
    expect(holdOf(lookedAtClient(invited, empty), 'client')).toBeNull();
  });

  test('is on the record with its reason, as the team channel is in its own words', () => {
    const project = withClient();
    const held = lookedAtClient(project, { ...CLIENT, isArchived: true });
    const content = { side: 'client', reason: 'archived' };
    expect(holdsNoted(project, held)).toMatchObject([{ kind: 'project.channelHeld', content }]);
    expect(holdsNoted(held, project)).toMatchObject([{ kind: 'project.channelReleased', content }]);
    const team = looked(project, [{ ...TEAM, isArchived: true }]);
    expect(holdsNoted(project, team)).toMatchObject([{ kind: 'project.postsHeld', content: { reason: 'archived' } }]);
  });
});

const people = fc.subarray([
  gus,
  otto,
  member(someone('Fay', 'TAGENCY')),
  { ...someone('Dan', 'TAGENCY'), kind: 'bot' },
]);
const aLook: fc.Arbitrary<RoomLook> = fc.oneof(
  fc.constant(UNSEEN),
  fc
    .record({ isMember: fc.boolean(), isArchived: fc.boolean(), isFrozen: fc.boolean(), isShared: fc.boolean() })
    .chain((flags) =>
      fc.record({ isPrivate: fc.boolean(), members: people }).map(({ members, isPrivate }) => ({
        ...TEAM,
        ...flags,
        isMember: !flags.isArchived || flags.isMember,
        isPrivate,
        members: [...TEAM.members, ...members],
      })),
    ),
);
const answer = fc.record({ who: fc.constantFrom(gus, otto), yes: fc.boolean() });
type Step = { look: RoomLook } | { who: There; yes: boolean };
const steps = fc.array(
  fc.oneof(
    aLook.map((look): Step => ({ look })),
    answer,
  ),
  { maxLength: 25, size: 'max' },
);

function walked(project: Project, moves: readonly Step[]): Project {
  return moves.reduce((next, move) => {
    if ('look' in move) return looked(next, [move.look]);
    const after = answerJoiner(next, ana, personKey(move.who.person), move.yes, NOW);
    return isRefusal(after) ? next : frozen(after);
  }, project);
}

describe('whatever happens to a team channel', () => {
  test('nothing is posted while somebody may read along who does not belong, and posts go on as soon as nobody does', () => {
    fc.assert(
      fc.property(steps, aLook, (moves, look) => {
        const project = looked(walked(newProject(), moves), [look]);
        const strangers = look.seen
          ? look.members.filter(
              (one) => one.kind !== 'member' && one.kind !== 'bot' && sideOf(project, one.person) !== 'agency',
            )
          : [];
        const isFree = obstacleIn('team', look, false) === null && strangers.length === 0;
        expect(holdOf(project, 'team') === null).toBe(isFree);
      }),
      { numRuns: 400 },
    );
  });

  test('what was seen last counts, in whichever order what came before was told', () => {
    fc.assert(
      fc.property(fc.array(aLook, { maxLength: 10 }), aLook, (looks, last) => {
        const there = looked(newProject(), [...looks, last]);
        const back = looked(newProject(), [...looks.toReversed(), last]);
        const alone = looked(newProject(), [last]);
        expect(holdOf(there, 'team')).toBe(holdOf(back, 'team'));
        expect(holdOf(there, 'team')).toBe(holdOf(alone, 'team'));
      }),
    );
  });

  test('told twice, nothing follows the second time', () => {
    fc.assert(
      fc.property(steps, aLook, (moves, look) => {
        const project = looked(walked(newProject(), moves), [look]);
        expect(afterLook(project, 'team', { look, told: {}, now: NOW })).toBeNull();
      }),
    );
  });
});
