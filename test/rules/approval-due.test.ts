import { describe, expect, test } from '@jest/globals';
import type { Approval } from '../../src/approval/model.ts';
import { tick } from '../../src/approval/rules-round.ts';
import { moveDue } from '../../src/approval/rules-due.ts';
import { dueDay } from '../../src/approval/views-due.ts';
import { withdrawRequest } from '../../src/approval/rules-manage.ts';
import { must, newProject, drafted, later, sentBrief } from '../support/arbitraries.ts';

const asked = (more: Partial<Approval> = {}): Approval => {
  const approval = sentBrief(drafted(newProject())).brief?.sent?.approval;
  if (!approval) throw new Error('the brief was not sent');
  return { ...approval, dueAt: later(60).toISOString(), ...more };
};
const move = (approval: Approval, minutes: number, now = 1) =>
  moveDue(approval, { dueAt: later(minutes), reason: 'The printer waits' }, later(now));

describe('another day to decide by', () => {
  test('takes the place of the one before, with the reason, whether there was one or not', () => {
    const moved = must(move(asked(), 90));
    expect(moved.approval).toEqual({ ...asked(), dueAt: later(90).toISOString() });
    expect(moved.events).toEqual([
      {
        ...{ kind: 'dueMoved', about: [], reason: 'The printer waits' },
        ...{ dueAt: later(90).toISOString(), dueWas: later(60).toISOString() },
      },
    ]);
    expect(must(move(asked({ dueAt: null }), 90)).events[0]).not.toHaveProperty('dueWas');
    expect(must(move(asked(), 30)).approval.dueAt).toBe(later(30).toISOString());
  });

  test('is refused where it is the same, has passed, or is after the end of the request itself', () => {
    expect(move(asked(), 60)).toMatchObject({ code: 'approval.sameDue', at: 'movedTo' });
    expect(move(asked(), 5, 5)).toMatchObject({ code: 'approval.duePast', at: 'movedTo' });
    const ending = asked({ expiresAt: later(80).toISOString() });
    expect(move(ending, 81)).toMatchObject({ code: 'approval.dueAfterEnd', at: 'movedTo' });
    expect(must(move(ending, 80)).approval.dueAt).toBe(later(80).toISOString());
  });

  test('is refused of a request that is over', () => {
    const over = must(withdrawRequest(asked(), null, later(1))).approval;
    expect(move(over, 90)).toMatchObject({ code: 'approval.closed' });
  });

  test('has a round that the day had ended gather again until the new one', () => {
    const ended = tick(asked(), later(60))?.approval;
    if (!ended) throw new Error('the day was not reached');
    expect(ended.gathered).toMatchObject({ by: 'due' });
    const moved = must(move(ended, 120, 61)).approval;
    expect(moved.gathered).toBeNull();
    expect(tick(moved, later(119))).toBeNull();
    expect(tick(moved, later(120))?.approval.gathered).toMatchObject({ by: 'due' });
  });

  test('leaves a round that the account manager had ended as it is', () => {
    const ended = asked({ gathered: { at: later(2).toISOString(), by: 'manager' } });
    expect(must(move(ended, 90, 3)).approval.gathered).toMatchObject({ by: 'manager' });
  });

  test('is the day that ends with it, for whoever reads it', () => {
    expect(dueDay('2026-12-04T10:00:00.000Z', 'Asia/Shanghai')).toBe('2026-12-04');
    expect(dueDay('2026-12-04T16:00:00.000Z', 'Asia/Shanghai')).toBe('2026-12-04');
  });
});
