import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { approvalSchema, type Party } from '../../src/approval/model.ts';
import { linesOf } from '../../src/brief/rules-draft.ts';
import { changedSinceSent, maySend } from '../../src/brief/rules.ts';
import { BOUNDS } from '../../src/kit/bounds.ts';
import type { Project } from '../../src/project/model.ts';
import { withMember } from '../../src/project/rules.ts';
import {
  ana,
  asks,
  ben,
  cleo,
  codeOf,
  dora,
  drafted,
  frozen,
  later,
  LOOK,
  must,
  newProject,
  NOW,
  SENDING,
  someone,
  sends,
  sentBrief,
  typed,
} from '../support/arbitraries.ts';
import { answerBrief, withdrawBrief } from '../support/answering.ts';

const ready = drafted(newProject());
const sent = sentBrief(ready);
const withDora = must(withMember(ready, dora, 'teamMember', NOW));
const ON = { version: 1, step: 0 };
const saying = (project: Project, verb: 'confirmed' | 'changesRequested', version = 1): Project => {
  const said = { on: { version, step: 0 }, person: cleo.person, verb, reason: 'line 2' };
  return frozen(must(answerBrief(project, said, later(1))));
};
const takenBack = (project: Project): Project =>
  must(withdrawBrief(project, { on: ON, person: cleo.person, reason: 'legal' }, later(2)));
const channel = (changes: Partial<typeof LOOK>) => sends(ready, { ...SENDING, look: { ...LOOK, ...changes } }, NOW);

describe('sending the brief to the client', () => {
  test('asks the approver to decide on exactly what was sent', () => {
    const { current, previous, approval } = sent.brief?.sent ?? {};
    expect(current).toMatchObject({ number: 1, language: 'en', sentAt: NOW.toISOString(), sentBy: ana.id });
    expect(current?.lines).toEqual(linesOf(ready));
    expect([previous, approval?.version, approval?.state]).toEqual([null, 1, 'open']);
    expect(approval?.approvers).toMatchObject([{ ...cleo, step: 0, standIn: null, limit: null, answer: null }]);
    expect(approval).toMatchObject({
      round: 1,
      steps: [{ needs: 'all' }],
      requires: null,
      dueAt: null,
      expiresAt: null,
    });
    expect(approval?.lines).toEqual(linesOf(ready).map(({ id }) => id));
    expect(approvalSchema.parse(approval)).toEqual(approval);
  });

  test('puts the approver on the client’s side, and the channel is the client’s', () => {
    expect(sent.people.at(-1)).toMatchObject({ person: cleo.person, role: 'approver' });
    expect(sent.channels.client).toEqual({ id: 'CCLIENT', language: 'en', hold: null });
  });

  test('the next version replaces the one before and asks again', () => {
    const second = sentBrief(drafted(saying(sent, 'confirmed'), { audience: 'Families' }), later(9));
    const { current, previous, approval } = second.brief?.sent ?? {};
    expect([current?.number, approval?.version, approval?.state]).toEqual([2, 2, 'open']);
    expect(previous).toEqual(sent.brief?.sent?.current);
    expect(second.people).toEqual(sent.people);
  });
});

describe('a brief that is not sent says why, at the question that it is about', () => {
  test('somebody else than the account manager is told who sends it', () => {
    for (const who of [ben, cleo, dora]) {
      const params = { who: [{ person: ana.person, name: 'Ana' }] };
      expect(maySend(ready, who)).toMatchObject({ code: 'project.mayNot', params });
    }
    expect(codeOf(sends(ready, { ...SENDING, by: ben }, NOW))).toBe('project.mayNot');
  });

  test('gaps are all named', () => {
    const gappy = drafted(newProject(), { audience: null, wantedOn: null });
    const named = ['brief.question.audience', 'brief.question.wantedOn'];
    expect(maySend(gappy, ana)).toMatchObject({ code: 'brief.gaps', params: { questions: { named } } });
    expect(codeOf(maySend(newProject(), ana))).toBe('brief.gaps');
  });

  test.each([
    ['asking.channelArchived', { isArchived: true }],
    ['asking.channelNotSeen', { isMember: false }],
    ['asking.channelIsTeam', { usedBy: [{ project: 'p2', as: 'team', client: { id: 'c1', name: 'Acme' } }] }],
    ['asking.channelOtherClient', { usedBy: [{ project: 'p2', as: 'client', client: { id: 'c2', name: 'Bolt' } }] }],
  ] as const)('%s: the channel cannot be the client’s', (code, changes) => {
    expect(channel(changes)).toMatchObject({ code, at: 'channel' });
  });

  test('a channel of another client names whose it is', () => {
    const usedBy = [
      { project: 'p2', as: 'client', client: { id: 'c1', name: 'Acme' } },
      { project: 'p3', as: 'client', client: { id: 'c2', name: 'Bolt' } },
    ] as const;
    expect(channel({ usedBy })).toMatchObject({ code: 'asking.channelOtherClient', params: { client: 'Bolt' } });
  });

  test('a channel that was not looked at yet', () => {
    expect(sends(ready, { ...SENDING, look: null }, NOW)).toMatchObject({ code: 'asking.lookMissing', at: 'channel' });
  });

  test('a channel that serves another project of the same client is fine', () => {
    const usedBy = [{ project: 'p2', as: 'client', client: { id: 'c1', name: 'Acme' } }] as const;
    expect(codeOf(channel({ usedBy }))).toBeNull();
  });

  test('another channel than the first version went to', () => {
    const look = { ...LOOK, channel: 'COTHER' };
    const refused = sends(drafted(sent, { objective: 'Other' }), { ...SENDING, look }, NOW);
    expect(refused).toMatchObject({ code: 'asking.channelMoved', at: 'channel' });
  });

  test('an approver who is not in that channel, or is on the agency’s side', () => {
    const approvedBy = (approver: Party) => sends(ready, { ...SENDING, asking: asks(approver) }, NOW);
    const nobody = someone('Nobody', 'TCLIENT');
    const named = { at: 'approvers', params: { who: [{ name: 'Nobody' }] } };
    expect(approvedBy(nobody)).toMatchObject({ code: 'asking.approverNotThere', ...named });
    expect(approvedBy(ana)).toMatchObject({ code: 'asking.approverInside', at: 'approvers' });
  });

  test('a colleague who is not on the project cannot confirm for the client; guests and other companies’ people can', () => {
    const asDora = (kind: string) => {
      const look = { ...LOOK, members: [...LOOK.members.slice(0, 2), { ...dora, kind }] };
      return sends(ready, { ...SENDING, look, asking: asks(dora) }, NOW);
    };
    expect(asDora('member')).toMatchObject({ code: 'asking.approverInside', at: 'approvers' });
    for (const kind of ['guest', 'external']) {
      expect(must(asDora(kind)).brief?.sent?.approval.approvers).toMatchObject([dora]);
    }
  });

  test.each([
    ['asking.approverInside', 'a program', 'bot', ready],
    ['asking.approverInside', 'a guest who works on the agency’s side', 'guest', withDora],
    ['asking.approverInside', 'a freelancer of another company on the team', 'external', withDora],
    ['asking.personUnknown', 'somebody of whom Slack has told nothing', 'unknown', ready],
  ])('%s: %s cannot confirm for the client', (code, _, kind, project) => {
    const look = {
      ...LOOK,
      members: [
        { ...ana, kind: 'member' },
        { ...dora, kind },
      ],
    };
    const refused = sends(project, { ...SENDING, look, asking: asks(dora) }, NOW);
    expect(refused).toMatchObject({ code, at: 'approvers' });
  });

  test('a project that is full of people', () => {
    const crowd = Array.from({ length: BOUNDS.people }, (_, at) => ({ ...ready.people[0]!, id: `x${at}` }));
    const full = { ...ready, people: crowd.map((one, at) => (at === 0 ? one : { ...one, person: dora.person })) };
    const refused = sends(full, SENDING, NOW);
    expect(refused).toMatchObject({ code: 'project.tooManyPeople', params: { most: BOUNDS.people } });
  });
});

describe('a version that says nothing new', () => {
  test('is not one where the deliverables stand in another order: the client confirms numbers, too', () => {
    const reordered = drafted(sent, { deliverables: 'Three short films\nKey visual' });
    expect(changedSinceSent(reordered)).toBe(true);
    const { current, previous } = sentBrief(reordered, later(3)).brief?.sent ?? {};
    const idsOf = (lines: readonly { id: string }[] = []) => lines.map(({ id }) => id);
    expect(idsOf(current?.lines)).not.toEqual(idsOf(previous?.lines));
    expect(idsOf(current?.lines).toSorted()).toEqual(idsOf(previous?.lines).toSorted());
  });

  test('is not sent while the one before waits or is confirmed', () => {
    for (const project of [sent, saying(sent, 'confirmed')]) {
      expect(sends(project, SENDING, NOW)).toMatchObject({ code: 'brief.unchanged', params: { version: 1 } });
      expect(changedSinceSent(drafted(project))).toBe(false);
    }
    expect([changedSinceSent(newProject()), changedSinceSent(ready)]).toEqual([true, true]);
  });

  test('may be sent again after changes were requested or a confirmation was taken back', () => {
    const withdrawn = takenBack(saying(sent, 'confirmed'));
    for (const project of [saying(sent, 'changesRequested'), withdrawn]) {
      expect(must(sends(project, SENDING, later(3))).brief?.sent?.current.number).toBe(2);
    }
  });
});

test('versions with different lines have different hashes, and the same version always the same', () => {
  const answers = fc.record({ objective: typed(), audience: typed(), deliverables: typed() });
  const hashOf = (given: Record<string, string>) => {
    const filled = Object.fromEntries(Object.entries(given).map(([question, text]) => [question, text || 'x']));
    return sentBrief(drafted(newProject(), filled)).brief?.sent?.current;
  };
  fc.assert(
    fc.property(answers, answers, (one, other) => {
      const [a, again, b] = [hashOf(one), hashOf(one), hashOf(other)];
      expect(again?.hash).toBe(a?.hash);
      expect(a?.hash === b?.hash).toBe(JSON.stringify(a?.lines) === JSON.stringify(b?.lines));
    }),
  );
});
