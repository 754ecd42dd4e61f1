import { describe, expect, test } from '@jest/globals';
import type { Approval, Party, Verb } from '../../src/approval/model.ts';
import { supersede, takeBack } from '../../src/approval/rules.ts';
import { noteTelephone, objectToEvidence, recordEvidence } from '../../src/approval/rules-evidence.ts';
import { withdrawRequest } from '../../src/approval/rules-manage.ts';
import { cleo, codeOf, dora, later, must, NOW } from '../support/arbitraries.ts';
import {
  after,
  asks,
  eli,
  kindsOf,
  moved,
  onOf,
  partyOf,
  press,
  some,
  spend,
  written,
} from '../support/arbitraries-approval.ts';

const reason = 'because';
const records = (approval: Approval, who: Party, verb: Verb = 'confirmed', given = {}) =>
  recordEvidence(approval, { approver: who.id, verb, reason, points: [], evidence: written(), ...given }, later(3));
const objects = (approval: Approval, who: Party, given = {}) =>
  objectToEvidence(approval, { approver: who.id, by: who, reason, ...given }, later(8));
const phones = (approval: Approval, who: Party, verb: Verb = 'confirmed') =>
  noteTelephone(approval, { approver: who.id, verb, saidAt: NOW.toISOString(), notedBy: 'id-UANA' });

describe('what was said elsewhere in writing', () => {
  test('counts as the approver’s answer, with what proves it', () => {
    const done = records(after(asks(), dora, 'confirmed'), cleo);
    expect(kindsOf(done)).toEqual(['answered', 'gathered', 'closed']);
    expect(moved(done)).toMatchObject({
      state: 'agreed',
      approvers: [{ answer: { by: partyOf(cleo), evidence: written() } }, {}],
    });
    expect(must(done).events[0]).toMatchObject({ kind: 'answered', verb: 'confirmed', evidence: written() });
  });

  test('of a stand-in is theirs, and theirs to take back', () => {
    const asked = asks({ approvers: [{ ...cleo, standIn: eli }] });
    const recorded = moved(records(asked, cleo, 'confirmed', { by: partyOf(eli) }));
    expect(recorded.approvers[0]).toMatchObject({ id: cleo.id, answer: { by: partyOf(eli) } });
    const taking = { on: onOf(asked), person: eli.person, reason };
    expect(codeOf(takeBack(recorded, taking, { now: later(4) }))).toBeNull();
  });

  test('of somebody who is not asked, or not yet, or any more, is not recorded', () => {
    const inOrder = asks({ steps: [some(1), some(1)], approvers: [cleo, { ...dora, step: 1 }] });
    expect(codeOf(records(asks(), eli))).toBe('approval.noSuchApprover');
    expect(records(inOrder, dora)).toMatchObject({ code: 'approval.notYourTurn', params: { who: [partyOf(cleo)] } });
    expect(codeOf(records(moved(supersede(asks(), later(1))), cleo))).toBe('approval.closed');
  });

  test('keeps to the verbs, the reasons and the authority of a button', () => {
    expect(codeOf(records(asks(), cleo, 'approved'))).toBe('approval.wrongVerb');
    expect(records(asks(), cleo, 'changesRequested', { reason: null })).toMatchObject({ at: 'reason' });
    const limited = asks({ approvers: [{ ...cleo, limit: spend(1) }], requires: spend(2) });
    expect(codeOf(records(limited, cleo))).toBe('approval.beyondAuthority');
    expect(codeOf(records(moved(records(asks(), cleo)), cleo))).toBe('approval.already');
  });

  test('is confirmed by the approver’s own press, which needs no proof', () => {
    const pressed = after(moved(records(asks(), cleo)), cleo, 'confirmed');
    expect(pressed.approvers[0]?.answer?.evidence).toBeNull();
  });

  test('is taken back by the approver like any agreement', () => {
    const taking = { on: onOf(asks()), person: cleo.person, reason };
    expect(codeOf(takeBack(moved(records(asks(), cleo)), taking, { now: later(4) }))).toBeNull();
  });
});

describe('what was said on the telephone', () => {
  test('is noted, and changes nothing until it is in writing', () => {
    const done = must(phones(after(asks(), dora, 'confirmed'), cleo));
    expect(done.events).toEqual([{ kind: 'toldByTelephone', about: [cleo.id], verb: 'confirmed', step: 0 }]);
    const told = { verb: 'confirmed', saidAt: NOW.toISOString(), notedBy: 'id-UANA' };
    expect(done.approval).toMatchObject({ state: 'open', approvers: [{ told, answer: null, confirmedLines: [] }, {}] });
    expect(records(done.approval, cleo)).toMatchObject({
      approval: { state: 'agreed', approvers: [{ told: null }, {}] },
    });
  });

  test('is no evidence', () => {
    // @ts-expect-error a call is not in writing
    written('yes', 'telephone');
    expect(codeOf(phones(asks(), eli))).toBe('approval.noSuchApprover');
    expect(codeOf(phones(asks(), cleo, 'agreed'))).toBe('approval.wrongVerb');
    expect(codeOf(phones(moved(phones(asks(), cleo)), cleo))).toBe('approval.already');
    expect(codeOf(phones(moved(phones(asks(), cleo)), cleo, 'changesRequested'))).toBeNull();
  });
});

describe('the client objects to what was recorded for them', () => {
  test('it is set aside, and what it closed is open again', () => {
    const closed = moved(records(after(asks(), dora, 'confirmed'), cleo));
    const done = must(objects(closed, cleo));
    expect(done.events).toEqual([
      { kind: 'objected', about: [cleo.id], step: 0, reason },
      { kind: 'reopened', about: [cleo.id], step: 0 },
    ]);
    expect(done.approval).toMatchObject({ state: 'open', stateSince: later(8).toISOString(), gathered: null });
    expect(done.approval.approvers.map(({ answer, confirmedLines }) => [answer?.verb, confirmedLines.length])).toEqual([
      [undefined, 0],
      ['confirmed', 3],
    ]);
    expect(after(done.approval, cleo, 'changesRequested').state).toBe('refused');
  });

  test('from that step on; answers of later steps stay and count once it is answered again', () => {
    const all = { needs: 'all' } as const;
    const asked = asks({ steps: [all, all], approvers: [cleo, { ...dora, step: 1 }] });
    const closed = after(moved(records(asked, cleo)), dora, 'confirmed');
    const again = moved(objects(closed, cleo, { by: dora }));
    expect(again).toMatchObject({
      state: 'open',
      step: 0,
      approvers: [{ answer: null }, { answer: { verb: 'confirmed' } }],
    });
    const done = press(again, cleo, 'confirmed', { minutes: 9 });
    expect(kindsOf(done)).toEqual(['answered', 'gathered', 'stepOpened', 'gathered', 'closed']);
    // Taken back in between, a later answer is only gone: nobody of that step is asked before their turn.
    const taking = { on: { version: 1, step: 1 }, person: dora.person, reason };
    const gone = takeBack(again, taking, { now: later(9) });
    expect([kindsOf(gone), onOf(moved(gone))]).toEqual([['takenBack'], { version: 1, step: 0 }]);
    const half = moved(records(asked, cleo));
    expect(kindsOf(objects(half, cleo))).toEqual(['objected', 'reopened']);
  });

  test('while it is open it is only asked for again; a refusal may have been the last thing in the way', () => {
    expect(kindsOf(objects(moved(records(asks(), cleo)), cleo))).toEqual(['objected']);
    const held = after(moved(records(asks({ steps: [some(1)] }), cleo, 'changesRequested')), dora, 'confirmed');
    expect(kindsOf(objects(held, cleo))).toEqual(['objected', 'closed']);
  });

  test('only to what was recorded, with a reason, and not once a newer version holds', () => {
    const recorded = moved(records(asks(), cleo));
    expect(codeOf(objects(after(asks(), cleo, 'confirmed'), cleo))).toBe('approval.nothingToObject');
    expect(codeOf(objects(recorded, dora))).toBe('approval.nothingToObject');
    expect(codeOf(objects(recorded, eli))).toBe('approval.noSuchApprover');
    expect(objects(recorded, cleo, { reason: ' ' })).toMatchObject({ code: 'approval.reasonMissing', at: 'reason' });
    const withdrawn = moved(withdrawRequest(recorded, null, later(4)));
    for (const over of [withdrawn, moved(supersede(recorded, later(4)))]) {
      expect(codeOf(objects(over, cleo))).toBe('approval.closed');
    }
  });

  test('of several that were recorded, the last step’s is meant', () => {
    const asked = asks({ steps: [some(1), some(1)], approvers: [cleo, { ...cleo, step: 1 }, { ...dora, step: 1 }] });
    const twice = moved(records(moved(records(asked, cleo)), cleo));
    expect([twice.state, moved(objects(twice, cleo)).step]).toEqual(['agreed', 1]);
    // Unless the note of an earlier one was pressed.
    const first = moved(objects(twice, cleo, { step: 0 }));
    expect([first.step, first.approvers.map(({ answer }) => answer !== null)]).toEqual([0, [false, true, false]]);
    expect(codeOf(objects(twice, cleo, { step: 7 }))).toBe('approval.noSuchApprover');
  });
});
