import type { Approval, Approver } from '../../src/approval/model.ts';
import type { Moved } from '../../src/approval/model-events.ts';
import { isRefusal, type Refusal } from '../../src/kit/refusal.ts';
import { expectEqual } from './approval-checks.ts';

type Again = (approval: Approval) => Moved | Refusal | null;

/** The answers of one step since something else happened, the last of each approver only. */
export type Replay = { base: Approval; last: Map<string, Again> };

export const startReplay = (base: Approval): Replay => ({ base, last: new Map() });

const keyOf = ({ id, step }: Approver): string => `${step} ${id}`;

/** What counts of an approval, without when it was said. */
const essence = ({ state, step, gathered, approvers }: Approval) => ({
  state,
  step,
  gathered: gathered?.by ?? null,
  said: approvers.map(({ answer }) => (answer ? { ...answer, at: '' } : null)),
});

/**
 * Where all are asked, the outcome is made of everybody's last answer alone: said again in other orders, it comes to the same.
 * @returns what to say again after the next answer
 */
export function expectAnyOrder({ base, last }: Replay, before: Approval, after: Approval, again: Again): Replay {
  const who = after.approvers.find((one, index) => one.answer?.at !== before.approvers[index]?.answer?.at);
  const had = base.approvers.find((one) => who && keyOf(one) === keyOf(who));
  // Who had spoken before already may close the step earlier in another order; then it is another story.
  if (!who || had?.answer || base.steps[base.step]?.needs !== 'all') return startReplay(after);
  last.delete(keyOf(who));
  last.set(keyOf(who), again);
  const inOrder = [...last.values()];
  for (const order of [inOrder.toReversed(), [...inOrder.slice(1), ...inOrder.slice(0, 1)]]) {
    const replayed = order.reduce((approval, say) => {
      const done = say(approval);
      if (done === null || isRefusal(done)) throw new Error(`not said again: ${done?.code}`);
      return done.approval;
    }, base);
    expectEqual(essence(replayed), essence(after));
  }
  return after.state === 'open' && after.step === base.step ? { base, last } : startReplay(after);
}
