import { type Refusal, refuser } from '../kit/refusal.ts';
import type { Approval } from './model.ts';
import type { DueRefusals } from './model-due.ts';
import type { Moved } from './model-events.ts';
import { approversOf } from './rules-steps.ts';
import { over } from './rules-turn.ts';

const refuse = refuser<DueRefusals>();

/**
 * Moves the instant by which an open request is to be decided. A round that ended because the day was reached gathers again until the
 * new one; answers that were given stay.
 */
export function moveDue(
  approval: Approval,
  { dueAt, reason }: { dueAt: Date; reason: string },
  now: Date,
): Moved | Refusal {
  if (approval.state !== 'open') return over(approval);
  const at = dueAt.toISOString();
  if (at === approval.dueAt) return refuse('approval.sameDue', {}, { at: 'movedTo' });
  if (dueAt <= now) return refuse('approval.duePast', {}, { at: 'movedTo' });
  const { expiresAt, dueAt: was, gathered } = approval;
  if (expiresAt !== null && dueAt > new Date(expiresAt)) {
    return refuse('approval.dueAfterEnd', { at: { at: expiresAt } }, { at: 'movedTo' });
  }
  const isWaiting = approversOf(approval, approval.step).some(({ answer }) => answer === null);
  return {
    approval: { ...approval, dueAt: at, gathered: gathered?.by === 'due' && isWaiting ? null : gathered },
    events: [{ kind: 'dueMoved', about: [], dueAt: at, ...(was === null ? {} : { dueWas: was }), reason }],
  };
}
