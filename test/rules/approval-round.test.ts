import { describe, expect, test } from '@jest/globals';
import type { Approval } from '../../src/approval/model.ts';
import { supersede } from '../../src/approval/rules.ts';
import { remind, withdrawRequest } from '../../src/approval/rules-manage.ts';
import { awaited, whoMayDecide } from '../../src/approval/rules-people.ts';
import { closeRound, mayReplace, tick } from '../../src/approval/rules-round.ts';
import type { Person } from '../../src/kit/person.ts';
import { cleo, codeOf, dora, later, must } from '../support/arbitraries.ts';
import {
  after,
  asks,
  away,
  eli,
  fay,
  kindsOf,
  moved,
  nobodyAway,
  onOf,
  partyOf,
  press,
  some,
} from '../support/arbitraries-approval.ts';

const three = [cleo, dora, eli];
const at = (minutes: number) => later(minutes).toISOString();

describe('a step closes by its rule', () => {
  test('all: once everybody has answered', () => {
    const half = after(asks(), dora, 'changesRequested');
    expect(half).toMatchObject({ state: 'open', gathered: null });
    const done = press(half, cleo, 'confirmed', { minutes: 7 });
    expect(moved(done)).toMatchObject({
      state: 'refused',
      stateSince: at(7),
      gathered: { by: 'allAnswered', at: at(7) },
    });
    expect(must(done).events.slice(1)).toEqual([
      { kind: 'gathered', about: [], by: 'allAnswered' },
      { kind: 'closed', about: [], outcome: 'refused', step: 0 },
    ]);
  });

  test('some: once so many agree, and never while somebody refuses', () => {
    const two = asks({ steps: [some(2)], approvers: [...three, fay] });
    const one = after(two, cleo, 'confirmed');
    expect([one.state, after(one, dora, 'confirmed').state]).toEqual(['open', 'agreed']);
    const held = after(after(one, eli, 'changesRequested'), dora, 'confirmed');
    expect(held.state).toBe('open');
    expect(after(held, eli, 'confirmed').state).toBe('agreed');
  });

  test('some of more than there are is all', () => {
    const asked = asks({ steps: [some(3)] });
    const done = after(after(asked, cleo, 'confirmed'), dora, 'changesRequested');
    expect(done.state).toBe('refused');
    const exact = asks({ steps: [some(2)] });
    expect(after(after(exact, cleo, 'confirmed'), dora, 'changesRequested')).toMatchObject({
      state: 'open',
      gathered: { by: 'allAnswered' },
    });
  });
});

describe('steps are asked one after another', () => {
  const subject = { kind: 'deliverable', id: 'x' } as const;
  const all = { needs: 'all' } as const;
  const steps = [some(1), all];
  const asked = asks({ subject, steps, approvers: [cleo, { ...dora, step: 1 }, { ...cleo, step: 1 }] });

  test('the next one opens with those who are asked now, and gathers anew', () => {
    const done = must(press(asked, cleo, 'approvedWithChanges'));
    expect(done.events.slice(1)).toEqual([
      { kind: 'gathered', about: [], by: 'allAnswered' },
      { kind: 'stepOpened', about: [dora.id, cleo.id], step: 1 },
    ]);
    expect(done.approval).toMatchObject({ state: 'open', step: 1, gathered: null });
    expect(awaited(done.approval, nobodyAway).map(({ asked: who }) => who)).toEqual([dora, cleo].map(partyOf));
  });

  test('the worst of all steps is what it comes to', () => {
    const second = after(asked, cleo, 'approvedWithChanges');
    const done = after(after(second, cleo, 'approved'), dora, 'approved');
    expect(done.state).toBe('agreedWith');
  });

  test('what one step refuses the next is never asked', () => {
    const strict = asks({ subject, steps: [all, all], approvers: [cleo, { ...dora, step: 1 }] });
    const done = after(strict, cleo, 'changesRequested');
    expect([done.state, done.step, awaited(done, nobodyAway)]).toEqual(['refused', 0, []]);
  });
});

describe('a round gathers', () => {
  const refused = after(asks(), cleo, 'changesRequested');

  test('until the account manager closes it: a refusal closes it all', () => {
    const done = must(closeRound(refused, later(9)));
    expect(done.events).toEqual([
      { kind: 'gathered', about: [dora.id], by: 'manager' },
      { kind: 'closed', about: [], outcome: 'refused', step: 0 },
    ]);
    expect(done.approval).toMatchObject({ state: 'refused', gathered: { by: 'manager', at: at(9) } });
  });

  test('where nobody refused it stays open for the others, and their answers count', () => {
    const open = closeRound(after(asks(), cleo, 'confirmed'), later(9));
    expect([moved(open).state, kindsOf(open)]).toEqual(['open', ['gathered']]);
    const again = { code: 'approval.alreadyGathered', params: { at: { at: at(9) } } };
    expect(closeRound(moved(open), later(10))).toMatchObject(again);
    const done = press(moved(open), dora, 'confirmed', { minutes: 12 });
    expect([moved(done).state, kindsOf(done)]).toEqual(['agreed', ['answered', 'closed']]);
  });

  test('not where nothing was said yet, nor where it is over', () => {
    expect(codeOf(closeRound(asks(), later(1)))).toBe('approval.nothingGathered');
    expect(codeOf(closeRound(moved(supersede(refused, later(1))), later(2)))).toBe('approval.closed');
  });

  test('until the due date, which closes nothing by itself; the manager then closes what is refused', () => {
    const due = asks({ steps: [some(1)], approvers: three, dueAt: at(60) });
    const held = after(after(due, cleo, 'changesRequested'), dora, 'confirmed');
    expect(tick(held, later(59))).toBeNull();
    const gathered = tick(held, later(60));
    expect(must(gathered)?.events).toEqual([{ kind: 'gathered', about: [eli.id], by: 'due' }]);
    expect(moved(gathered)).toMatchObject({ state: 'open', gathered: { by: 'due', at: at(60) } });
    expect(tick(moved(gathered), later(61))).toBeNull();
    expect(kindsOf(closeRound(moved(gathered), later(61)))).toEqual(['closed']);
  });

  test('a request ends by itself only at the time that it named, and only while it is open', () => {
    const named = asks({ dueAt: at(60), expiresAt: at(90) });
    expect(moved(tick(named, later(90)))).toMatchObject({ state: 'expired', stateSince: at(90) });
    expect(kindsOf(tick(named, later(100)))).toEqual(['expired']);
    expect(tick(moved(tick(named, later(90))), later(91))).toBeNull();
    expect(tick(asks(), later(1e6))).toBeNull();
    const agreed = after(after(named, cleo, 'confirmed'), dora, 'confirmed');
    expect(tick(agreed, later(100))).toBeNull();
  });

  test('a new version waits for the others once somebody wants changes, and names them', () => {
    expect(mayReplace(asks())).toBe(true);
    expect(mayReplace(after(asks(), cleo, 'confirmed'))).toBe(true);
    expect(mayReplace(refused)).toMatchObject({ code: 'approval.roundGoesOn', params: { who: [partyOf(dora)] } });
    expect(mayReplace(moved(closeRound(refused, later(2))))).toBe(true);
    expect(mayReplace(after(refused, dora, 'confirmed'))).toBe(true);
    const wish = { points: [{ line: 'l1', text: 'x' }] };
    const deliverable = asks({ subject: { kind: 'deliverable', id: 'x' } });
    expect(codeOf(mayReplace(after(deliverable, cleo, 'approvedWithChanges', wish)))).toBe('approval.roundGoesOn');
    const due = after(asks({ dueAt: at(5) }), cleo, 'changesRequested');
    expect(mayReplace(moved(tick(due, later(5))))).toBe(true);
  });
});

describe('reminders', () => {
  const asked = asks({ approvers: [{ ...cleo, standIn: dora }, dora, eli, { ...fay, person: null }] });
  const reminding = (approval: Approval, minutes: number, absent: readonly (typeof cleo)[] = [], every = 60) => {
    const now = later(minutes);
    const mayAgain = (_: unknown, last: string | null) =>
      last === null || Date.parse(last) + every * 6e4 <= now.getTime();
    return remind(approval, { now, away: away(...absent), mayAgain });
  };

  test('go to those who have not answered and can be asked, each once', () => {
    const done = must(reminding(after(asked, eli, 'confirmed'), 5, [cleo]));
    expect(done.reminded).toEqual([partyOf(dora)]);
    expect(done.events).toEqual([{ kind: 'reminded', about: [cleo.id, dora.id] }]);
    expect(done.approval.approvers.map(({ remindedAt }) => remindedAt)).toEqual([at(5), at(5), null, null]);
  });

  test('never twice a day to one person, whomever they decide for by then', () => {
    const once = moved(reminding(asked, 5));
    expect(reminding(once, 6, [cleo])).toMatchObject({ code: 'approval.remindedToday', params: { at: { at: at(5) } } });
    const own = moved(reminding(asks({ approvers: [{ ...cleo, standIn: dora }, dora] }), 5));
    const answered = after(own, dora, 'confirmed', { minutes: 6 });
    expect(codeOf(reminding(answered, 7, [cleo]))).toBe('approval.remindedToday');
    const nextDay = must(reminding(answered, 65, [cleo]));
    expect(nextDay.reminded).toEqual([partyOf(dora)]);
    const again = reminding(nextDay.approval, 66, [cleo]);
    expect(again).toMatchObject({ code: 'approval.remindedToday', params: { at: { at: at(65) } } });
  });

  test('reach nobody who is away without a stand-in, nor a stand-in who is away, nor who is not on Slack', () => {
    const done = must(reminding(asked, 5, [eli]));
    expect(done.reminded).toEqual([cleo, dora].map(partyOf));
    expect(codeOf(reminding(asked, 5, [cleo, dora, eli]))).toBe('approval.nobodyToRemind');
    expect(awaited(asked, away(cleo, dora)).map(({ asked: who }) => who?.id ?? null)).toEqual([
      null,
      null,
      eli.id,
      fay.id,
    ]);
    expect(codeOf(reminding(moved(supersede(asked, later(1))), 5))).toBe('approval.closed');
  });
});

test('those to be named are whoever decides in the present step, each once', () => {
  const asked = asks({ approvers: [{ ...cleo, standIn: dora }, dora, eli], steps: [some(2)] });
  const named = (absent: readonly { id: string; name: string | null; person: Person | null }[]) =>
    whoMayDecide(asked, away(...absent)).map(({ id }) => id);
  expect(named([])).toEqual([cleo.id, dora.id, eli.id]);
  expect(named([cleo, eli])).toEqual([dora.id, eli.id]);
});

test('the account manager withdraws a request while it is open; a newer version ends any', () => {
  const done = withdrawRequest(asks(), 'the client called it off', later(3));
  expect(must(done).events).toEqual([{ kind: 'withdrawn', about: [], reason: 'the client called it off' }]);
  expect(moved(done)).toMatchObject({ state: 'withdrawn', stateSince: at(3) });
  expect(codeOf(withdrawRequest(moved(done), 'again', later(4)))).toBe('approval.closed');
  expect(codeOf(press(moved(done), cleo, 'confirmed', { on: onOf(asks()) }))).toBe('approval.closed');
  const old = supersede(moved(done), later(5));
  expect([old.approval.state, old.approval.stateSince, kindsOf(old)]).toEqual(['superseded', at(5), ['superseded']]);
  expect(supersede(old.approval, later(6))).toEqual({ approval: old.approval, events: [] });
});
