import type { Approval, Authority } from '../approval/model.ts';
import type { Asking } from '../approval/model-asking.ts';
import { open } from '../approval/rules.ts';
import { covers } from '../approval/rules-answers.ts';
import { forNextVersion, instantsOf, readAmount, stepsOf } from '../approval/rules-asking.ts';
import { mayReplace } from '../approval/rules-round.ts';
import { asPreviewed, type Sending, withClientChannel, withDeciders } from '../approval/rules-sending.ts';
import { hashOf } from '../kit/chain.ts';
import type { Locale } from '../kit/locale.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import { mayWhileLive } from '../project/rules-life.ts';
import type { Who } from '../project/rules-may.ts';
import type { Deliverable, DeliverableVersion, DeliveredContent, Draft, GoodwillGiven } from './model.ts';
import type { GoodwillTyped } from './model-send.ts';
import type { DeliverableRefusals } from './model-refusals.ts';
import { changedBy, draftFor, withDeliverable } from './rules.ts';
import { draftState } from './rules-standing.ts';
import { subjectKind } from './rules-approval.ts';
import { needsGoodwill, nextRound } from './rules-rounds.ts';

const refuse = refuser<DeliverableRefusals>();

/** What a version becomes ready by: checked, looked at inside, and not sent back. */
type Ready = { deliverable: Deliverable; draft: Draft };

/** The version that is ready to be sent, where this person may send it now and it is the one that they saw. */
export function readyFor(project: Project, which: { id: string; version: number }, who: Who): Ready | Refusal {
  const allowed = mayWhileLive(project, 'sendToClient', who);
  if (allowed !== true) return allowed;
  const found = draftFor(project, which);
  if (isRefusal(found)) return found;
  const { deliverable, draft } = found;
  switch (draftState(draft)) {
    case 'checking':
      return refuse('deliverable.notChecked', {});
    case 'sentBack':
      return refuse('deliverable.wasSentBack', {});
    case 'reviewing':
      return refuse('deliverable.notReviewed', { who: draft.reviews.filter(({ is }) => is === 'asked') });
    case 'ready': {
      // Once the client has begun to answer, the round is heard to its end: one numbered list, and then one new version.
      const may = deliverable.sent ? mayReplace(deliverable.sent.approval) : true;
      return may === true ? found : may;
    }
  }
}

/** A file is what it is by its id; its hash may be known only after the preview. */
const idOf = (content: DeliveredContent) => (content.is === 'file' ? { file: content.file } : content);

/** Tells whether what was previewed is still what would leave. */
export function leavingHash(
  { name, kind, items, criteria, estimate, requires, rounds }: Deliverable,
  draft: Draft,
): string {
  const { number, contents } = draft;
  const leaving = { number, contents: contents.map(idOf), name, kind, items, criteria, estimate, requires, rounds };
  return hashOf(leaving).slice(0, 16);
}

/** The authority that agreeing takes: what was said of it, else the sum of an estimate. */
const requiredFor = ({ requires, estimate }: Deliverable): Authority | null =>
  requires ?? (estimate && { kind: 'spend', amount: estimate.amount, currency: estimate.currency });

export type SendingVersion = Sending & { id: string; version: number; goodwill: GoodwillTyped };

/** Sends the version that is ready: what it replaces is superseded, and the approvers are asked. */
export function sendVersion(project: Project, sending: SendingVersion, now: Date): Project | Refusal {
  const { id, version, by, previewed } = sending;
  const ready = readyFor(project, { id, version }, by);
  if (isRefusal(ready)) return ready;
  const { deliverable, draft } = ready;
  const isSame =
    previewed.draft === leavingHash(deliverable, draft) || refuse('deliverable.draftMoved', {}, { at: 'channel' });
  const asked = asPreviewed(project, sending, isSame);
  if (isRefusal(asked)) return asked;
  const can = canAgree(asked, requiredFor(deliverable));
  if (can !== true) return can;
  const goodwill = goodwillFor(deliverable, sending, now);
  if (isRefusal(goodwill)) return goodwill;
  const at = instantsOf(asked, previewed.zone, now);
  if (isRefusal(at)) return at;
  const peopled = withDeciders(project, asked, previewed.zone, now);
  if (isRefusal(peopled)) return peopled;
  const given = { ...deliverable, goodwill };
  const next = withDeliverable(
    peopled,
    nextVersion(peopled, { deliverable: given, draft }, sending, { asked, ...at }, now),
  );
  return asked.reach === 'outside' ? next : withClientChannel(next, sending);
}

/** Could those who are asked agree to it at all? Where all have to, one without the authority would hold it for ever. */
function canAgree({ approvers, order, needs }: Asking, requires: Authority | null): true | Refusal {
  const without = approvers.filter(({ limit }) => !covers(limit, requires));
  // More than there are counts as all.
  const most = order === 'inOrder' || needs.needs === 'all' ? 0 : Math.max(0, approvers.length - needs.count);
  return without.length <= most || refuse('deliverable.beyondAuthority', { who: without }, { at: 'approvers' });
}

function goodwillFor(deliverable: Deliverable, { by, goodwill }: SendingVersion, now: Date): GoodwillGiven[] | Refusal {
  if (!needsGoodwill(deliverable)) return deliverable.goodwill;
  const { as, worth, why } = goodwill;
  if (as === null) return refuse('deliverable.goodwillMissing', {}, { at: 'goodwill' });
  const amount = worth === null ? null : readAmount(worth);
  if (worth !== null && amount === null) return refuse('deliverable.worthUnclear', {}, { at: 'worth' });
  if (!why?.trim()) return refuse('deliverable.goodwillReason', {}, { at: 'goodwillWhy' });
  const { round } = nextRound(deliverable);
  return [...deliverable.goodwill, { round, as, worth: amount, why, by: by.id, at: now.toISOString() }];
}

/** The version as it would leave now: exactly what is previewed is what is kept. */
export function versionOf(
  project: Pick<Project, '_id' | 'workspace'>,
  deliverable: Deliverable,
  { number, contents }: Draft,
  { language, ...sent }: Pick<DeliverableVersion, 'sentAt' | 'sentBy' | 'reach'> & { language: Locale },
): DeliverableVersion {
  const { id, name, kind, items, criteria, estimate } = deliverable;
  const { round, rounds } = nextRound(deliverable);
  const what = { number, language, name, kind, contents, items, criteria, estimate };
  const hash = hashOf({ workspace: project.workspace, project: project._id, deliverable: id, ...what });
  return { ...what, ...sent, hash, round, rounds };
}

type At = { asked: Asking; dueAt: Date | null; expiresAt: Date | null };

function nextVersion(
  project: Project,
  { deliverable, draft }: Ready,
  { by, language }: SendingVersion,
  { asked, dueAt, expiresAt }: At,
  now: Date,
): Deliverable {
  const { sent } = deliverable;
  const facts = { language, reach: asked.reach, sentAt: now.toISOString(), sentBy: by.id };
  const current = versionOf(project, deliverable, draft, facts);
  const approval: Approval = open(
    {
      subject: { kind: subjectKind(deliverable), id: deliverable.id },
      version: current.number,
      round: current.round,
      lines: current.items.map(({ id }) => id),
      ...stepsOf(asked),
      dueAt: dueAt?.toISOString() ?? null,
      expiresAt: expiresAt?.toISOString() ?? null,
      requires: requiredFor(deliverable),
    },
    now,
  );
  const asking = forNextVersion({ ...asked, language, channel: null });
  // What is agreed stands until something newer is.
  const stands = sent?.stands ?? null;
  const next = { ...sent, current, previous: sent?.current ?? null, approval, stands };
  return changedBy({ ...deliverable, draft: null, asking, sent: next }, by, now);
}
