import { type Refusal, refuser } from '../kit/refusal.ts';
import type { Approval, Approver, Party } from './model.ts';
import type { Moved } from './model-events.ts';
import type { ApprovalRefusals } from './model-refusals.ts';
import { awaited, type Away, eachOnce, over } from './rules-turn.ts';

const refuse = refuser<ApprovalRefusals>();

export type Reminding = {
  now: Date;
  away: Away;
  /** May this person be reminded again, when this was the last time? Not within one working day of theirs. */
  mayAgain: (party: Party, remindedAt: string | null) => boolean;
  /** What they are told, where it is in somebody's own words. */
  text?: string | undefined;
};

/** Reminds those who are awaited and can be asked, each once, whatever they decide for. Never somebody who has answered. */
export function remind(
  approval: Approval,
  { now, away, mayAgain, text }: Reminding,
): (Moved & { reminded: Party[] }) | Refusal {
  if (approval.state !== 'open') return over(approval);
  const reachable = awaited(approval, away).flatMap(({ approver, asked }) =>
    asked?.person ? [{ approver, asked }] : [],
  );
  const due = reachable.filter(({ asked }) => mayAgain(asked, lastReminded(approval, asked)));
  if (due.length === 0) return notNow(reachable.flatMap(({ asked }) => lastReminded(approval, asked) ?? []));
  const at = now.toISOString();
  const reminded = eachOnce(due.map(({ asked }) => asked));
  const isDue = (one: Approver) => due.some(({ approver }) => approver === one);
  const approvers = approval.approvers.map((one) => (isDue(one) ? { ...one, remindedAt: at } : one));
  const others = approval.reminders.filter(({ id }) => !reminded.some((party) => party.id === id));
  const reminders = [...others, ...reminded.map(({ id }) => ({ id, at }))];
  const about = due.map(({ approver }) => approver.id);
  const events = [{ kind: 'reminded' as const, about, ...(text ? { reason: text } : {}) }];
  return { approval: { ...approval, approvers, reminders }, events, reminded };
}

const lastReminded = ({ reminders }: Approval, party: Party): string | null =>
  reminders.find(({ id }) => id === party.id)?.at ?? null;

function notNow(before: readonly string[]): Refusal {
  const at = before.toSorted().at(-1);
  return at ? refuse('approval.remindedToday', { at: { at } }) : refuse('approval.nobodyToRemind', {});
}

/** The account manager takes the request back: it waits for nobody, and nothing was decided. */
export function withdrawRequest(approval: Approval, reason: string | null, now: Date): Moved | Refusal {
  if (approval.state !== 'open') return over(approval);
  const withdrawn: Approval = { ...approval, state: 'withdrawn', stateSince: now.toISOString() };
  return { approval: withdrawn, events: [{ kind: 'withdrawn', about: [], ...(reason ? { reason } : {}) }] };
}
