import { describe, expect, test } from '@jest/globals';
import type { Verb } from '../../src/approval/model.ts';
import { mayAnswer, mayTakeBack, supersede, takeBack } from '../../src/approval/rules.ts';
import { ana, cleo, codeOf, dora, later, must } from '../support/arbitraries.ts';
import { after, asks, away, eli, kindsOf, moved, onOf, partyOf, press, some } from '../support/arbitraries-approval.ts';

const at = (minutes: number) => later(minutes).toISOString();
const can = (who: typeof ana, verb: Verb = 'confirmed') => ({ on: { version: 1, step: 0 }, person: who.person, verb });

describe('a stand-in', () => {
  const covered = asks({ approvers: [{ ...cleo, standIn: dora }, dora] });

  test('decides only while the approver is away, and then is the one who is named', () => {
    const outside = asks({ approvers: [{ ...cleo, standIn: eli }] });
    expect(press(outside, eli, 'confirmed')).toMatchObject({ code: 'approval.notYours', params: { who: [cleo] } });
    const done = after(outside, eli, 'confirmed', { absent: [cleo] });
    expect(done).toMatchObject({ state: 'agreed', approvers: [{ id: cleo.id, answer: { by: partyOf(eli) } }] });
    const refused = press(outside, ana, 'confirmed', { absent: [cleo] });
    expect(refused).toMatchObject({ params: { who: [partyOf(eli)] } });
  });

  test('who decides for two decides for themselves first, and a form can name whose decision it is', () => {
    const absent = [cleo];
    const first = after(covered, dora, 'changesRequested', { absent });
    expect(first.approvers.map(({ answer }) => answer?.verb)).toEqual([undefined, 'changesRequested']);
    const second = after(first, dora, 'confirmed', { absent });
    expect(second.approvers.map(({ answer }) => answer?.verb)).toEqual(['confirmed', 'changesRequested']);
    const named = after(covered, dora, 'confirmed', { absent, as: cleo.id });
    expect(named.approvers.map(({ answer }) => answer?.verb)).toEqual(['confirmed', undefined]);
    expect(codeOf(press(named, dora, 'confirmed', { absent, as: cleo.id }))).toBe('approval.already');
    expect(codeOf(press(covered, dora, 'confirmed', { as: cleo.id }))).toBe('approval.notYours');
    expect(mayAnswer(covered, can(dora), { away: away(cleo) })).toMatchObject({ id: dora.id });
  });

  test('an approver who is back says it in their own name', () => {
    const approval = asks({ approvers: [{ ...cleo, standIn: eli }, dora] });
    const stood = after(approval, eli, 'confirmed', { absent: [cleo], reason: null });
    expect(after(stood, cleo, 'confirmed', { reason: null }).approvers[0]?.answer?.by).toEqual(partyOf(cleo));
  });
});

describe('taking an agreement back', () => {
  const agreed = after(asks({ approvers: [cleo] }), cleo, 'confirmed');
  const taking = (who: typeof ana, reason: string | null = 'legal') => ({ ...can(who), reason });
  const now = later(5);

  test('its giver can, with a reason; it then stands for nothing, and no line is confirmed', () => {
    const done = must(takeBack(agreed, taking(cleo), { now }));
    expect(done.approval).toMatchObject({ state: 'takenBack', stateSince: at(5) });
    expect(done.approval.approvers[0]).toMatchObject({ answer: null, confirmedLines: [] });
    expect(done.events).toEqual([{ kind: 'takenBack', about: [cleo.id], step: 0, reason: 'legal' }]);
  });

  test('nobody else can, neither another approver nor a stand-in who did not give it', () => {
    const shared = asks({ approvers: [{ ...cleo, standIn: eli }, dora] });
    const first = after(shared, cleo, 'confirmed');
    for (const other of [ana, dora, eli]) {
      expect(codeOf(takeBack(first, taking(other), { now }))).toBe('approval.nothingToTakeBack');
    }
    const stood = after(shared, eli, 'confirmed', { absent: [cleo] });
    for (const one of [eli, cleo]) expect(codeOf(mayTakeBack(stood, can(one)))).toBeNull();
  });

  test('a note under the last step is everybody’s: who agreed in an earlier one takes that back, the latest first', () => {
    const steps = [some(1), some(1), some(1)];
    const asked = asks({ steps, approvers: [cleo, { ...dora, step: 1 }, { ...cleo, step: 1 }, { ...eli, step: 2 }] });
    const closed = [cleo, dora, eli].reduce((so, who) => after(so, who, 'confirmed'), asked);
    const under = (who: typeof ana) => ({ ...can(who), on: { version: 1, step: 2 }, reason: 'legal' });
    for (const [who, step] of [
      [cleo, 0],
      [dora, 1],
      [eli, 2],
    ] as const) {
      const done = must(takeBack(closed, under(who), { now }));
      expect(done.events).toEqual([{ kind: 'takenBack', about: [who.id], step, reason: 'legal' }]);
      expect(done.approval.state).toBe('takenBack');
    }
    const twice = [cleo, cleo, eli].reduce((so, who) => after(so, who, 'confirmed'), asked);
    expect(must(takeBack(twice, under(cleo), { now })).events).toMatchObject([{ step: 1 }]);
    expect(codeOf(takeBack(closed, under(ana), { now }))).toBe('approval.nothingToTakeBack');
  });

  test('under a step that was never asked there is nothing to take back', () => {
    const under = { ...can(cleo), on: { version: 1, step: 7 } };
    expect(codeOf(mayTakeBack(agreed, under))).toBe('approval.nothingToTakeBack');
  });

  test('a reason is required, and the refusal stands at its question', () => {
    for (const reason of [null, ' ']) {
      const refused = takeBack(agreed, taking(cleo, reason), { now });
      expect(refused).toMatchObject({ code: 'approval.reasonMissing', at: 'reason' });
    }
  });

  test('there is nothing to take back of what was never given, refused, replaced, or taken back before', () => {
    const takenBack = moved(takeBack(agreed, taking(cleo), { now }));
    const refused = after(asks(), cleo, 'changesRequested');
    for (const approval of [asks(), refused, moved(supersede(agreed, now)), takenBack]) {
      expect(codeOf(mayTakeBack(approval, can(cleo)))).toBe('approval.nothingToTakeBack');
    }
    expect(codeOf(mayTakeBack(agreed, { ...can(cleo), on: { version: 2, step: 0 } }))).toBe('approval.replaced');
  });

  test('while others are awaited, it is asked for again, in its own step', () => {
    const open = after(asks(), cleo, 'confirmed');
    const done = takeBack(open, taking(cleo), { now });
    expect([moved(done).state, kindsOf(done)]).toEqual(['open', ['takenBack']]);
    expect(moved(done).approvers[0]).toMatchObject({ answer: null, confirmedLines: [] });
    const steps = [some(1), some(1)];
    const second = after(asks({ steps, approvers: [cleo, { ...dora, step: 1 }] }), cleo, 'confirmed');
    const back = takeBack(second, taking(cleo), { now });
    expect([onOf(moved(back)), kindsOf(back)]).toEqual([{ version: 1, step: 0 }, ['takenBack', 'reopened']]);
  });
});
