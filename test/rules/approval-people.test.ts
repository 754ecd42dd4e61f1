import { describe, expect, test } from '@jest/globals';
import type { Approval } from '../../src/approval/model.ts';
import { supersede } from '../../src/approval/rules.ts';
import { nameStandIn, passOn, replaceApprover } from '../../src/approval/rules-people.ts';
import { BOUNDS } from '../../src/kit/bounds.ts';
import { ana, ben, cleo, codeOf, dora, later, must, someone } from '../support/arbitraries.ts';
import {
  after,
  asks,
  eli,
  fay,
  kindsOf,
  moved,
  onOf,
  partyOf,
  press,
  some,
  spend,
  type Who,
} from '../support/arbitraries-approval.ts';

const passing = (approval: Approval, who: Who, to: Who, isAdded = true) =>
  passOn(approval, { on: onOf(approval), person: who.person, to, isAdded, managers: [ana] }, later(2));
const at = later(2).toISOString();

describe('someone else decides for me', () => {
  const limited = asks({ approvers: [{ ...cleo, standIn: fay, limit: spend(5) }, dora] });

  test('the decision is the other’s, of whom nothing is known yet; whose it was stays', () => {
    const done = must(passing(after(limited, cleo, 'changesRequested'), cleo, eli));
    expect(done.events).toEqual([{ kind: 'passedOn', about: [cleo.id, eli.id], step: 0 }]);
    expect(done.approval.approvers[0]).toEqual({
      ...partyOf(eli),
      step: 0,
      standIn: null,
      limit: spend(5),
      confirmedLines: [],
      answer: null,
      told: null,
      before: [{ ...partyOf(cleo), why: 'passedOn', at }],
      remindedAt: null,
    });
    expect(codeOf(press(done.approval, cleo, 'confirmed'))).toBe('approval.notYours');
    expect(after(done.approval, eli, 'confirmed').approvers[0]?.answer?.by).toEqual(partyOf(eli));
  });

  test('it is the approver’s own to pass on: nobody else’s, and no stand-in’s', () => {
    for (const other of [fay, ben, eli]) expect(codeOf(passing(limited, other, eli))).toBe('approval.notYours');
    const later1 = asks({ steps: [some(1), some(1)], approvers: [cleo, { ...dora, step: 1 }] });
    expect(codeOf(passing(later1, dora, eli))).toBe('approval.notYourTurn');
  });

  test('somebody new is added by the account manager first, who is named', () => {
    expect(passing(limited, cleo, eli, false)).toMatchObject({ code: 'approval.notAdded', params: { who: [ana] } });
  });

  test('who is asked already is not asked twice', () => {
    for (const to of [dora, cleo]) {
      expect(passing(limited, cleo, to)).toMatchObject({
        code: 'approval.alreadyAsked',
        params: { who: [partyOf(to)] },
      });
    }
    const later1 = asks({ steps: [some(1), some(1)], approvers: [cleo, { ...dora, step: 1 }] });
    expect(codeOf(passing(later1, cleo, dora))).toBeNull();
  });

  test('handed on and on, only the latest are kept with it: the others stand on the record', () => {
    const hands = Array.from({ length: BOUNDS.formerApprovers + 2 }, (_, at) => someone(`Eve${at}`, 'TCLIENT'));
    const done = hands.reduce((so, next, at) => moved(passing(so, hands[at - 1] ?? cleo, next)), asks());
    expect(done.approvers[0]?.before.map(({ name }) => name)).toEqual(hands.slice(1, -1).map(({ name }) => name));
  });

  test('only while it is open', () => {
    expect(codeOf(passing(moved(supersede(limited, later(1))), cleo, eli))).toBe('approval.closed');
    const closed = after(asks({ approvers: [cleo] }), cleo, 'confirmed');
    expect(codeOf(passing(closed, cleo, eli))).toBe('approval.closed');
  });

  test('a refusal that goes with it may have been the last thing in the way', () => {
    const held = after(after(asks({ steps: [some(1)] }), cleo, 'changesRequested'), dora, 'confirmed');
    expect(held).toMatchObject({ state: 'open', gathered: { by: 'allAnswered' } });
    expect(kindsOf(passing(held, cleo, eli))).toEqual(['passedOn', 'closed']);
    const exact = after(after(asks({ steps: [some(2)] }), cleo, 'changesRequested'), dora, 'confirmed');
    expect(moved(passing(exact, cleo, eli))).toMatchObject({ state: 'open', gathered: null });
  });
});

describe('the account manager arranges who is asked', () => {
  const steps = [some(1), some(1), some(1)];
  const second = after(
    asks({ steps, approvers: [cleo, { ...cleo, step: 1 }, { ...cleo, step: 2 }, { ...dora, step: 2 }] }),
    cleo,
    'confirmed',
  );

  test('somebody is asked instead, in every step that is not over', () => {
    const done = replaceApprover(second, { out: cleo.id, in: eli }, later(2));
    expect(moved(done).approvers.map(({ id }) => id)).toEqual([cleo.id, eli.id, eli.id, dora.id]);
    expect(moved(done).approvers[1]?.before).toEqual([{ ...partyOf(cleo), why: 'replaced', at }]);
    expect(must(done).events).toEqual([{ kind: 'replaced', about: [cleo.id, eli.id] }]);
  });

  test('not whom nobody asks, not by whom is asked in one of the steps, not when it is over', () => {
    const out = cleo.id;
    expect(codeOf(replaceApprover(second, { out: fay.id, in: eli }, later(2)))).toBe('approval.noSuchApprover');
    expect(codeOf(replaceApprover(second, { out, in: dora }, later(2)))).toBe('approval.alreadyAsked');
    const over = moved(supersede(second, later(1)));
    expect(codeOf(replaceApprover(over, { out, in: eli }, later(2)))).toBe('approval.closed');
    expect(codeOf(nameStandIn(over, { of: out, standIn: eli }))).toBe('approval.closed');
  });

  test('what the former one said does not count for the new one', () => {
    const held = after(after(asks({ steps: [some(1)] }), cleo, 'changesRequested'), dora, 'confirmed');
    const done = replaceApprover(held, { out: cleo.id, in: eli }, later(2));
    expect(kindsOf(done)).toEqual(['replaced', 'closed']);
    expect(moved(done)).toMatchObject({ state: 'agreed', approvers: [{ id: eli.id, answer: null }, {}] });
  });

  test('a stand-in is named, or nobody any more; nobody stands in for themselves', () => {
    const named = nameStandIn(second, { of: cleo.id, standIn: eli });
    expect(moved(named).approvers.map(({ standIn }) => standIn?.id ?? null)).toEqual([null, eli.id, eli.id, null]);
    expect(must(named).events).toEqual([{ kind: 'standInNamed', about: [cleo.id, eli.id] }]);
    const none = nameStandIn(moved(named), { of: cleo.id, standIn: null });
    expect(must(none).events).toEqual([{ kind: 'standInNamed', about: [cleo.id] }]);
    expect(moved(none).approvers.every(({ standIn }) => standIn === null)).toBe(true);
    expect(codeOf(nameStandIn(second, { of: cleo.id, standIn: cleo }))).toBe('approval.alreadyAsked');
    expect(codeOf(nameStandIn(second, { of: fay.id, standIn: eli }))).toBe('approval.noSuchApprover');
  });
});
