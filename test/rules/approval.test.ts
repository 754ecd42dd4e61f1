import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { OUTCOME_OF, OUTCOMES, SUBJECT_KINDS, type Verb, VERBS, VERBS_OF } from '../../src/approval/model.ts';
import { mayAnswer, supersede } from '../../src/approval/rules.ts';
import { isRefusal } from '../../src/kit/refusal.ts';
import { ana, cleo, codeOf, dora, later, must, NOW } from '../support/arbitraries.ts';
import {
  after,
  asks,
  eli,
  fay,
  kindsOf,
  moved,
  nobodyAway,
  partyOf,
  press,
  some,
  spend,
} from '../support/arbitraries-approval.ts';

const at = (minutes: number) => later(minutes).toISOString();
const can = (who: typeof ana, verb: Verb = 'confirmed') => ({ on: { version: 1, step: 0 }, person: who.person, verb });

describe('an answer that is not recorded says why', () => {
  const both = asks();
  const inOrder = asks({
    steps: [{ needs: 'all' }, { needs: 'all' }],
    approvers: [cleo, { ...dora, step: 1 }],
  });

  test('somebody who is not asked hears who is', () => {
    expect(press(both, ana, 'confirmed')).toMatchObject({ code: 'approval.notYours', params: { who: [cleo, dora] } });
    expect(codeOf(mayAnswer(both, can(ana), { away: nobodyAway }))).toBe('approval.notYours');
  });

  test('the same user id in another company is somebody else', () => {
    const namesake = { ...cleo, person: { team: 'TOTHER', user: cleo.person.user } };
    expect(codeOf(press(both, namesake, 'confirmed'))).toBe('approval.notYours');
  });

  test('a button of another version is not the one that is asked about', () => {
    for (const version of [0, 2]) {
      const refused = press(both, cleo, 'confirmed', { on: { version, step: 0 } });
      expect(refused).toMatchObject({ code: 'approval.replaced', params: { version, current: 1 } });
    }
  });

  test('one of a later step hears whose turn it is, on whatever button', () => {
    for (const step of [0, 1]) {
      const refused = press(inOrder, dora, 'confirmed', { on: { version: 1, step } });
      expect(refused).toMatchObject({ code: 'approval.notYourTurn', params: { who: [partyOf(cleo)] } });
    }
  });

  test('a button of a step that is over says what came of it; the same press twice is only said to be recorded', () => {
    const second = after(inOrder, cleo, 'confirmed');
    const old = { on: { version: 1, step: 0 }, minutes: 9 };
    const params = { verb: 'confirmed', at: { at: at(1) } };
    expect(press(second, cleo, 'confirmed', old)).toMatchObject({ code: 'approval.already', params });
    const closed = { code: 'approval.closed', params: { state: 'agreed', at: { at: at(1) } } };
    expect(press(second, cleo, 'changesRequested', old)).toMatchObject(closed);
    expect(codeOf(press(second, dora, 'confirmed', old))).toBe('approval.notYours');
  });

  test('a verb of another subject is none of this one’s', () => {
    for (const kind of SUBJECT_KINDS) {
      const approval = asks({ subject: { kind, id: 'x' } });
      const counted = VERBS.filter((verb) => codeOf(press(approval, cleo, verb)) !== 'approval.wrongVerb');
      expect(counted.toSorted()).toEqual(VERBS_OF[kind].toSorted());
    }
  });

  test('refusals and conditions need a reason, and the refusal stands at that question', () => {
    const needing = (['proposal', 'deliverable', 'contactReport'] as const).flatMap((kind) =>
      VERBS_OF[kind].map((verb) => {
        const subject = { kind, id: 'x' };
        const without = [null, '', ' \n'].map((reason) => press(asks({ subject }), cleo, verb, { reason }));
        expect(new Set(without.map(codeOf)).size).toBe(1);
        if (isRefusal(without[0])) expect(without[0]).toMatchObject({ code: 'approval.reasonMissing', at: 'reason' });
        return [OUTCOME_OF[verb], isRefusal(without[0])];
      }),
    );
    expect(needing.every(([outcome, isNeeded]) => isNeeded === (outcome !== 'agreed'))).toBe(true);
  });

  test('the same answer once more hears what was recorded, and when', () => {
    const once = after(both, cleo, 'confirmed', { alsoAgreed: 'legal' });
    const again = press(once, cleo, 'confirmed', { alsoAgreed: 'legal', minutes: 5 });
    expect(again).toMatchObject({ code: 'approval.already', params: { verb: 'confirmed', at: { at: at(1) } } });
    expect(codeOf(press(once, cleo, 'confirmed', { alsoAgreed: 'brand', minutes: 5 }))).toBeNull();
  });

  test('what is over cannot be answered, neither by whoever had answered nor by the others', () => {
    const closed = after(after(both, cleo, 'changesRequested'), dora, 'confirmed', { minutes: 2 });
    expect(codeOf(press(closed, dora, 'confirmed', { minutes: 3 }))).toBe('approval.already');
    const refused = press(closed, dora, 'changesRequested', { minutes: 3 });
    expect(refused).toMatchObject({ code: 'approval.closed', params: { state: 'refused', at: { at: at(2) } } });
    const old = moved(supersede(both, later(4)));
    expect(press(old, dora, 'confirmed')).toMatchObject({ code: 'approval.closed', params: { state: 'superseded' } });
    expect(codeOf(press(old, ana, 'confirmed'))).toBe('approval.notYours');
    const never = after(inOrder, cleo, 'changesRequested');
    expect(codeOf(press(never, dora, 'confirmed'))).toBe('approval.closed');
  });

  test('a point is about a line of this version', () => {
    const points = [{ line: 'l9', text: 'bigger' }];
    expect(codeOf(press(both, cleo, 'changesRequested', { points }))).toBe('approval.noLines');
  });
});

describe('nobody agrees beyond their authority', () => {
  const subject = { kind: 'costEstimate', id: 'x' } as const;
  const estimate = asks({
    subject,
    requires: spend(50_000),
    steps: [{ needs: 'all' }, { needs: 'all' }],
    approvers: [
      { ...cleo, limit: spend(49_999) },
      { ...dora, limit: spend(50_000) },
      { ...eli, step: 1 },
      { ...fay, limit: spend(90_000, 'EUR'), step: 1 },
    ],
  });

  test('and hears who has it, of all steps', () => {
    for (const verb of ['approved', 'approvedWithChanges'] as const) {
      const refused = press(estimate, cleo, verb);
      expect(refused).toMatchObject({ code: 'approval.beyondAuthority', params: { who: [dora, eli].map(partyOf) } });
    }
    expect(codeOf(mayAnswer(estimate, can(cleo, 'approved'), { away: nobodyAway }))).toBe('approval.beyondAuthority');
  });

  test('but may refuse, and who has the authority may agree', () => {
    expect(codeOf(press(estimate, cleo, 'changesRequested'))).toBeNull();
    expect(codeOf(press(estimate, cleo, 'changesRequested', { restConfirmed: true }))).toBe('approval.beyondAuthority');
    expect(codeOf(press(estimate, dora, 'approved'))).toBeNull();
  });

  test.each([
    [spend(9), { kind: 'layout' }, false],
    [{ kind: 'layout' }, { kind: 'layout' }, true],
    [{ kind: 'layout' }, { kind: 'artwork' }, false],
    [{ kind: 'artwork' }, { kind: 'layout' }, true],
    [{ kind: 'artwork' }, spend(1), false],
    [null, spend(1e9), true],
    [spend(1), null, true],
  ] as const)('a limit of %j for what takes %j: %s', (limit, requires, isEnough) => {
    const approval = asks({ subject, requires, approvers: [{ ...cleo, limit }] });
    expect(codeOf(press(approval, cleo, 'approved'))).toBe(isEnough ? null : 'approval.beyondAuthority');
  });
});

describe('what an answer holds', () => {
  test('everything that was said, by whom and when, on the record too', () => {
    const said = { reason: 'smaller logo', points: [{ line: 'l1', text: 'smaller' }], alsoAgreed: 'legal' };
    const approval = asks({ subject: { kind: 'deliverable', id: 'x' } });
    const done = must(press(approval, cleo, 'approvedWithChanges', { ...said, showAgain: true }));
    const given = { verb: 'approvedWithChanges', ...said, showAgain: true };
    const by = partyOf(cleo);
    expect(done.approval.approvers[0]?.answer).toEqual({ ...given, at: at(1), by, evidence: null });
    expect(done.events).toEqual([{ kind: 'answered', about: [cleo.id], step: 0, ...given }]);
  });

  test('points without a text are left out; a refusal that names nothing is about the whole', () => {
    const points = [{ line: 'l1', text: ' ' }];
    const said = after(asks(), cleo, 'changesRequested', { points });
    expect(said.approvers[0]?.answer?.points).toEqual([{ line: null, text: 'because' }]);
  });

  test('while it is open a change of mind counts', () => {
    const refused = after(asks(), cleo, 'changesRequested');
    const done = press(after(refused, cleo, 'confirmed', { minutes: 2 }), dora, 'confirmed');
    expect([moved(done).state, kindsOf(done)]).toEqual(['agreed', ['answered', 'gathered', 'closed']]);
  });
});

test('of several answers the worst counts, in whatever order they come', () => {
  const verbs = fc.array(fc.constantFrom(...VERBS_OF.deliverable), { minLength: 4, maxLength: 4 });
  const orders = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 });
  fc.assert(
    fc.property(verbs, orders, (given, order) => {
      const people = [cleo, dora, eli, fay];
      const asked = asks({ subject: { kind: 'deliverable', id: 'd1' }, approvers: people });
      const says = (approval: typeof asked, index: number) =>
        after(approval, people[index] ?? cleo, given[index] ?? 'approved');
      const [inOrder, shuffled] = [[0, 1, 2, 3], order].map((turn) => turn.reduce(says, asked));
      expect(inOrder).toEqual(shuffled);
      const outcomes = given.map((verb) => OUTCOMES.indexOf(OUTCOME_OF[verb]));
      expect(shuffled?.state).toBe(OUTCOMES[Math.max(...outcomes)]);
    }),
  );
});

test('whoever is named twice in a step is asked once; what nobody could close is never opened', () => {
  expect(asks({ approvers: [cleo, dora, { ...cleo, id: 'other' }] }).approvers).toHaveLength(2);
  expect(asks({ lines: ['l1', 'l1'] }).lines).toEqual(['l1']);
  expect(() => asks({ steps: [] })).toThrow('nobody');
  expect(() => asks({ steps: [some(1), some(1)] })).toThrow('nobody');
  expect(() => asks({ approvers: [cleo, { ...dora, step: 1 }] })).toThrow('nobody');
  expect(asks({}, NOW)).toMatchObject({ state: 'open', step: 0, openedAt: NOW.toISOString(), gathered: null });
});
