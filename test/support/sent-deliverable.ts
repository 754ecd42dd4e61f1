import type { Verb } from '../../src/approval/model.ts';
import type { Asking } from '../../src/approval/model-asking.ts';
import { howHash } from '../../src/approval/rules-asking.ts';
import { answer, type Answering } from '../../src/approval/rules.ts';
import type { Deliverable, DeliveredContent } from '../../src/deliverable/model.ts';
import { type GoodwillTyped, NO_GOODWILL } from '../../src/deliverable/model-send.ts';
import { approvalOf, withApproval } from '../../src/deliverable/rules-approval.ts';
import { leavingHash, sendVersion } from '../../src/deliverable/rules-send.ts';
import { withDeliverable } from '../../src/deliverable/rules.ts';
import { isRefusal, type Refusal } from '../../src/kit/refusal.ts';
import type { Project } from '../../src/project/model.ts';
import { asks, cleo, frozen, later, must, SENDING } from './arbitraries.ts';
import { DELIVERABLE, delivered, posterOf } from './delivered.ts';
import { PLANNER } from './plan.ts';

export const LINK: DeliveredContent = { is: 'link', url: 'https://review.example/poster' };

/** The poster with a version that is checked; `more` is changed about it. */
export function readyPoster(more: Partial<Deliverable> = {}, contents: readonly DeliveredContent[] = [LINK]): Project {
  const project = delivered({ draft: contents });
  return checked(withDeliverable(project, { ...posterOf(project), ...more }));
}

/** The version that is being made ready, with every point ticked. */
function checked(project: Project, isOwnError = false): Project {
  const found = posterOf(project);
  if (!found.draft) throw new Error('nothing is being made ready');
  const check = { ...found.draft.check, state: 'passed' as const };
  return frozen(withDeliverable(project, { ...found, draft: { ...found.draft, isOwnError, check } }));
}

export type Sent = Partial<{ asking: Asking; goodwill: GoodwillTyped; how: string; draft: string; zone: string }>;

/** Ana sends what she was shown. */
export function sends(project: Project, sent: Sent = {}, now = later(5)): Project | Refusal {
  const found = posterOf(project);
  const { asking = asks(cleo), goodwill = NO_GOODWILL, how = howHash(asking), zone = 'Europe/London' } = sent;
  const draft = sent.draft ?? (found.draft ? leavingHash(found, found.draft) : '');
  const version = found.draft?.number ?? 0;
  const isOutside = asking.reach === 'outside';
  const look = isOutside ? null : SENDING.look;
  const previewed = { channel: isOutside ? null : SENDING.look.channel, draft, how, zone };
  const sending = { ...SENDING, id: DELIVERABLE, version, by: PLANNER, look, asking, previewed, goodwill };
  return sendVersion(project, sending, now);
}

export const sentPoster = (project: Project, sent: Sent = {}, now = later(5)): Project =>
  frozen(must(sends(project, sent, now)));

/** Cleo answers the version that was sent last. */
export function answers(project: Project, verb: Verb, more: Partial<Answering> = {}, now = later(10)): Project {
  const approval = approvalOf(project, DELIVERABLE);
  if (isRefusal(approval)) throw new Error('nothing was sent');
  const on = { version: approval.version, step: approval.step };
  const said = { on, person: cleo.person, verb, reason: 'The logo is too small', ...more };
  const moved = must(answer(approval, said, { now, away: () => false }));
  return frozen(withApproval(project, moved.approval));
}

/** A further version is brought and checked. */
export function renewed(project: Project, isOwnError = false): Project {
  const found = posterOf(project);
  const [draft] = [posterOf(readyPoster()).draft];
  if (!draft || !found.sent) throw new Error('nothing was sent');
  const next = { ...draft, number: found.sent.current.number + 1 };
  return checked(withDeliverable(project, { ...found, draft: next }), isOwnError);
}
