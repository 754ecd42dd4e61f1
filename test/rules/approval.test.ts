import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Approval, Verb } from '../../src/approval/model.ts';
import { reasonForm, withdrawForm } from '../../src/brief/model.ts';
import {
  answer,
  awaited,
  mayAnswer,
  mayWithdraw,
  openApproval,
  supersede,
  withdraw,
} from '../../src/approval/rules.ts';
import { isRefusal } from '../../src/kit/refusal.ts';
import { ana, ben, cleo, codeOf, dora, frozen, later, must, NOW } from '../support/arbitraries.ts';

const ON = { version: 1, step: 0 };
const asked = (...people: (typeof ana)[]): Approval =>
  frozen(openApproval({ kind: 'brief', id: 'b1' }, ON, people, NOW));
const answered = (approval: Approval, who: typeof ana, verb: Verb, minutes = 1): Approval =>
  frozen(must(answer(approval, { on: ON, person: who.person, verb, reason: 'because' }, later(minutes))));

describe('an answer that is not recorded says why', () => {
  const open = asked(cleo, dora);
  const answering = { on: ON, person: cleo.person, verb: 'confirmed', reason: null } as const;

  test('somebody who is not asked hears who is', () => {
    const refused = answer(open, { ...answering, person: ana.person }, NOW);
    const who = [cleo, dora].map(({ person, name }) => ({ person, name }));
    expect(refused).toMatchObject({ code: 'approval.notYours', params: { who } });
    expect(codeOf(mayAnswer(open, ON, ana.person))).toBe('approval.notYours');
  });

  test('the same user id in another company is somebody else', () => {
    const namesake = { team: 'TOTHER', user: cleo.person.user };
    expect(codeOf(answer(open, { ...answering, person: namesake }, NOW))).toBe('approval.notYours');
  });

  test.each([
    { version: 2, step: 0 },
    { version: 0, step: 0 },
    { version: 1, step: 1 },
  ])('a button of version $version, step $step is not the one that is asked about', (on) => {
    const refused = answer(open, { ...answering, on }, NOW);
    expect(refused).toMatchObject({ code: 'approval.replaced', params: { version: on.version, current: 1 } });
  });

  test('a second answer hears what was recorded, and when', () => {
    const once = answered(open, cleo, 'confirmed');
    const refused = answer(once, { ...answering, verb: 'changesRequested', reason: 'late' }, later(9));
    const params = { verb: 'confirmed', at: { at: later(1).toISOString() } };
    expect(refused).toMatchObject({ code: 'approval.already', params });
    expect(codeOf(mayAnswer(once, ON, cleo.person))).toBe('approval.already');
  });

  test('changes need a reason, and the refusal stands at that question', () => {
    const refused = answer(open, { ...answering, verb: 'changesRequested' }, NOW);
    expect(refused).toMatchObject({ code: 'approval.reasonMissing', at: reasonForm[0].id });
    expect(codeOf(answer(open, { ...answering, verb: 'changesRequested', reason: '' }, NOW))).toBe(
      'approval.reasonMissing',
    );
  });

  test('what is over cannot be answered by whoever had not answered yet', () => {
    const confirmed = answered(open, cleo, 'confirmed');
    const withdrawn = must(withdraw(confirmed, { on: ON, person: cleo.person, reason: 'legal' }, later(2)));
    for (const over of [withdrawn, supersede(open, later(2))]) {
      const refused = answer(over, { ...answering, person: dora.person }, later(3));
      const params = { state: over.state, at: { at: later(2).toISOString() } };
      expect(refused).toMatchObject({ code: 'approval.closed', params });
      expect(codeOf(mayAnswer(over, ON, dora.person))).toBe('approval.closed');
    }
  });

  test('an old button, and somebody who is not asked, hear just that, even where all is over', () => {
    for (const over of [supersede(open, later(2)), answered(asked(cleo), cleo, 'confirmed')]) {
      expect(codeOf(mayAnswer(over, { version: 0, step: 0 }, cleo.person))).toBe('approval.replaced');
      expect(codeOf(mayAnswer(over, ON, ana.person))).toBe('approval.notYours');
    }
  });
});

test('whoever may answer gets the form as whom they were asked', () => {
  expect(mayAnswer(asked(cleo, dora), ON, dora.person)).toEqual({ ...dora, answer: null });
});

describe('taking a confirmation back', () => {
  const confirmed = answered(asked(cleo), cleo, 'confirmed');

  test('its giver can, with a reason, and it no longer stands', () => {
    const over = withdraw(confirmed, { on: ON, person: cleo.person, reason: 'legal objects' }, later(5));
    expect(over).toMatchObject({ state: 'withdrawn', stateSince: later(5).toISOString() });
  });

  test('nobody else can', () => {
    for (const other of [ana, ben, dora]) {
      expect(codeOf(withdraw(confirmed, { on: ON, person: other.person, reason: 'no' }, NOW))).toBe(
        'approval.notYours',
      );
    }
  });

  test('a reason is required, and the refusal stands at the question of its own form', () => {
    for (const reason of [null, '']) {
      const refused = withdraw(confirmed, { on: ON, person: cleo.person, reason }, NOW);
      expect(refused).toMatchObject({ code: 'approval.reasonMissing', at: withdrawForm[0].id });
    }
  });

  test.each<[string, Approval]>([
    ['was not given', asked(cleo)],
    ['was a request for changes', answered(asked(cleo), cleo, 'changesRequested')],
    ['belongs to a version that was replaced', supersede(confirmed, NOW)],
    ['was withdrawn before', must(withdraw(confirmed, { on: ON, person: cleo.person, reason: 'a' }, NOW))],
  ])('there is nothing to take back where it %s', (_, approval) => {
    expect(codeOf(mayWithdraw(approval, ON, cleo.person))).toBe('approval.nothingToWithdraw');
  });

  test('one who confirmed can do so while others have not answered', () => {
    const first = answered(asked(cleo, dora), cleo, 'confirmed');
    expect(first.state).toBe('open');
    expect(isRefusal(mayWithdraw(first, ON, cleo.person))).toBe(false);
  });
});

test('it waits for exactly those who have not answered, and for nobody once it is over', () => {
  const open = asked(cleo, dora);
  expect(awaited(open).map(({ id }) => id)).toEqual([cleo.id, dora.id]);
  const half = answered(open, dora, 'changesRequested');
  expect(awaited(half).map(({ id }) => id)).toEqual([cleo.id]);
  expect(awaited(answered(half, cleo, 'confirmed'))).toEqual([]);
  expect(awaited(supersede(half, NOW))).toEqual([]);
});

test('where all are asked, each one’s answer counts and the order does not', () => {
  const verbs = fc.array(fc.constantFrom<Verb>('confirmed', 'changesRequested'), { minLength: 3, maxLength: 3 });
  const orders = fc.shuffledSubarray([cleo, dora, ben], { minLength: 3 });
  fc.assert(
    fc.property(verbs, orders, (given, order) => {
      const people = [cleo, dora, ben];
      const verbOf = (who: typeof ana) => given[people.indexOf(who)] ?? 'confirmed';
      const states = [people, order].map((turn) =>
        turn.reduce((approval, who) => answered(approval, who, verbOf(who)), asked(...people)),
      );
      expect(states[0]?.approvers).toEqual(states[1]?.approvers);
      const worst = given.includes('changesRequested') ? 'changesRequested' : 'confirmed';
      expect(states.map(({ state }) => state)).toEqual([worst, worst]);
    }),
  );
});
